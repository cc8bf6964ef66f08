#include "store/SqliteApprovalRepository.h"

#include "store/AuditedRows.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

#include <chrono>

namespace Helmdesk
{

namespace
{

QString selectApprovals()
{
    return QStringLiteral(
        "SELECT id, call_key, conversation, message, run, tool, args, digest, amount_minor, "
        "currency, customer, preview, for_mode, created, expires, state, decided_by, decided, "
        "reason, settled, shown FROM approvals ");
}

Approval approvalOf(const Statement &row)
{
    Approval approval;
    approval.id.value = row.integer(0);
    NewApproval &request = approval.request;
    request.callKey = row.text(1);
    request.conversation.value = row.integer(2);
    request.message.value = row.integer(3);
    request.run.value = row.integer(4);
    request.tool = row.text(5);
    request.args = row.json(6);
    approval.digest = row.text(7);
    if (!row.isNull(8))
        request.amount = Money{row.integer(8), row.text(9)};
    request.customer = row.text(10);
    request.preview = row.text(11);
    request.isForMode = row.boolean(12);
    request.createdAt = fromIso(row.text(13));
    request.expiresAt = fromIso(row.text(14));
    approval.state = Rows::enumFrom(row.text(15), ApprovalState::Voided, ApprovalState::Voided);
    approval.decidedBy = row.text(16);
    approval.decidedAt = fromIso(row.text(17));
    approval.reason = row.text(18);
    approval.isSettled = row.boolean(19);
    request.shown = row.json(20);
    return approval;
}

template <class... Values>
Result<std::vector<Approval>> select(Connection &connection, const QString &rest, const Values &...values)
{
    return Rows::all(connection.run(selectApprovals() + rest, values...), approvalOf);
}

template <class... Values>
Result<std::optional<Approval>> selectOne(Connection &connection, const QString &rest,
                                          const Values &...values)
{
    return Rows::first(connection.run(selectApprovals() + rest, values...), approvalOf);
}

// Keeps the number that the queue shows.
Result<> count(Connection &connection, ConversationId conversation)
{
    if (!conversation.isValid())
        return {};
    connection.announce(Topic::Conversations, conversation.value);
    return Rows::done(connection.run(
        QStringLiteral("UPDATE conversations SET pending_approvals = (SELECT count(*) FROM approvals "
                       "WHERE conversation = conversations.id AND state = 'pending') WHERE id = ?"),
        conversation.value));
}

Result<QString> rowDigest(Connection &connection, const Approval &approval)
{
    return AuditedRows::digest(connection, AuditedTable::Approvals, QString::number(approval.id.value));
}

Result<> audit(Connection &connection, const Approval &approval, const QString &action, const QString &by,
               const QDateTime &at, Json rows = Json::object())
{
    Json detail{{"tool", approval.request.tool}, {"digest", approval.digest}};
    if (const auto &amount = approval.request.amount)
        detail["amount"] = {{"minor", amount->minor}, {"currency", amount->currency}};
    detail.update(rows);
    return SqliteAuditLog::append(connection,
                                  {at, by, QStringLiteral("approval.") + action,
                                   QStringLiteral("approval:%1").arg(approval.id.value), std::move(detail)});
}

// Ends a pending approval and writes down who did it.
Result<> close(Connection &connection, Approval &approval, ApprovalState state, const QString &by,
               const QDateTime &at, const QString &reason)
{
    auto before = rowDigest(connection, approval);
    if (!before)
        return std::move(before).error();
    approval.state = state;
    approval.decidedBy = by;
    approval.decidedAt = fromIso(Rows::stamp(at));
    approval.reason = reason;
    auto done = Rows::done(connection.run(
        QStringLiteral(
            "UPDATE approvals SET state = ?, decided_by = ?, decided = ?, reason = ? WHERE id = ?"),
        nameOf(state), by, toIso(approval.decidedAt), reason, approval.id.value));
    if (!done)
        return done;
    connection.announce(Topic::Approvals, approval.id.value);
    if (auto counted = count(connection, approval.request.conversation); !counted)
        return counted;
    auto row = rowDigest(connection, approval);
    if (!row)
        return std::move(row).error();
    return audit(connection, approval, nameOf(state), by, at, {{"row_before", *before}, {"row", *row}});
}

bool wasChanged(const Approval &approval)
{
    return approvalDigest(approval.request) != approval.digest;
}

Result<> giveUpKey(Connection &connection, const Approval &approval)
{
    return Rows::done(
        connection.run(QStringLiteral("UPDATE approvals SET call_key = call_key || '#' || id WHERE id = ?"),
                       approval.id.value));
}

// Makes room for a request that shows what is true now. The old one keeps its key with its id after it.
Result<> supersede(Connection &connection, Approval &approval, const QDateTime &at)
{
    auto closed = close(connection, approval, ApprovalState::Voided, QStringLiteral("system"), at,
                        QStringLiteral("what it shows has changed"));
    if (!closed)
        return closed;
    return giveUpKey(connection, approval);
}

// How far the clock may have been set back between asking and deciding; limits by day rest on it.
constexpr std::chrono::seconds clockTolerance{300};

Error notPending(const Approval &approval)
{
    return {ErrorKind::Conflict,
            QStringLiteral("the approval was used before: it is %1").arg(nameOf(approval.state))};
}

} // namespace

SqliteApprovalRepository::SqliteApprovalRepository(Database &database)
    : m_database(database)
{
}

Result<Approval> SqliteApprovalRepository::create(const NewApproval &request)
{
    return m_database.write([&](Connection &connection) -> Result<Approval> {
        auto known = selectOne(connection, QStringLiteral("WHERE call_key = ?"), request.callKey);
        if (!known)
            return std::move(known).error();
        if (known->has_value()) {
            Approval &before = **known;
            const bool isOpen = before.state == ApprovalState::Pending ||
                                (before.state == ApprovalState::Approved && !before.isSettled);
            const bool isWithdrawn =
                before.state == ApprovalState::Voided && before.request.run != request.run;
            if (isWithdrawn) {
                if (auto free = giveUpKey(connection, before); !free)
                    return std::move(free).error();
            } else if (!isOpen || (showTheSame(before.request, request) && !wasChanged(before))) {
                return std::move(before);
            } else if (auto gone = supersede(connection, before, request.createdAt); !gone) {
                return std::move(gone).error();
            }
        }
        Approval approval{{}, request, approvalDigest(request)};
        const auto &amount = request.amount;
        auto inserted = connection.run(
            QStringLiteral("INSERT INTO approvals (call_key, conversation, message, run, tool, args, digest, "
                           "amount_minor, currency, customer, preview, for_mode, created, expires, shown) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            request.callKey, Rows::reference(request.conversation), Rows::reference(request.message),
            Rows::reference(request.run), request.tool, request.args, approval.digest,
            amount ? std::optional(amount->minor) : std::nullopt,
            amount ? std::optional(amount->currency) : std::nullopt, request.customer, request.preview,
            request.isForMode, Rows::stamp(request.createdAt), toIso(request.expiresAt), request.shown);
        if (!inserted)
            return std::move(inserted).error();
        approval.id.value = inserted->lastInsertId();
        connection.announce(Topic::Approvals, approval.id.value);
        if (auto counted = count(connection, request.conversation); !counted)
            return std::move(counted).error();
        auto row = rowDigest(connection, approval);
        if (!row)
            return std::move(row).error();
        auto audited = audit(connection, approval, QStringLiteral("requested"), QStringLiteral("agent"),
                             request.createdAt, {{"row", *row}});
        if (!audited)
            return std::move(audited).error();
        return approval;
    });
}

Result<std::optional<Approval>> SqliteApprovalRepository::get(ApprovalId id) const
{
    return m_database.read([&](Connection &connection) {
        return selectOne(connection, QStringLiteral("WHERE id = ?"), id.value);
    });
}

Result<std::optional<Approval>> SqliteApprovalRepository::byCallKey(const QString &callKey) const
{
    return m_database.read([&](Connection &connection) {
        return selectOne(connection, QStringLiteral("WHERE call_key = ?"), callKey);
    });
}

Result<std::vector<Approval>> SqliteApprovalRepository::pending(int limit) const
{
    return m_database.read([&](Connection &connection) {
        return select(connection, QStringLiteral("WHERE state = 'pending' ORDER BY id LIMIT ?"), limit);
    });
}

Result<std::vector<Approval>> SqliteApprovalRepository::list(const ApprovalFilter &filter) const
{
    Json states = Json::array();
    for (const ApprovalState state : filter.states)
        states.push_back(nameOf(state));
    const auto stampOf = [](const QDateTime &time) { return time.isValid() ? toIso(time) : QString(); };
    const QString wanted = QString::fromUtf8(toBytes(states));
    const QString before = stampOf(filter.before);
    return m_database.read([&](Connection &connection) {
        return select(
            connection,
            QStringLiteral(
                "WHERE (? = '[]' OR state IN (SELECT value FROM json_each(?))) AND created >= ? AND "
                "(? = '' OR created < ?) ORDER BY id DESC LIMIT ?"),
            wanted, wanted, stampOf(filter.from), before, before, filter.limit);
    });
}

Result<std::vector<Approval>> SqliteApprovalRepository::ofConversation(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) {
        return select(connection, QStringLiteral("WHERE conversation = ? ORDER BY id"), conversation.value);
    });
}

Result<std::vector<Approval>> SqliteApprovalRepository::ofRun(RunId run) const
{
    return m_database.read([&](Connection &connection) {
        return select(connection, QStringLiteral("WHERE run = ? ORDER BY id"), run.value);
    });
}

Result<Approval> SqliteApprovalRepository::decide(ApprovalId id, const QString &digest,
                                                  ApprovalDecision decision, const QString &by,
                                                  const QDateTime &at, const QString &reason)
{
    // A refusal is kept too, so it is no failure of the transaction.
    std::optional<Error> refusal;
    auto decided = m_database.writeDurably([&](Connection &connection) -> Result<Approval> {
        auto found = selectOne(connection, QStringLiteral("WHERE id = ?"), id.value);
        if (!found)
            return std::move(found).error();
        if (!found->has_value())
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such approval")};
        Approval approval = std::move(**found);
        if (approval.state != ApprovalState::Pending)
            return notPending(approval);
        if (at.addSecs(clockTolerance.count()) < approval.request.createdAt)
            return Error{ErrorKind::Denied,
                         QStringLiteral("the approval was asked for in the future: set this "
                                        "machine's clock right and decide again")};

        Result<> done;
        if (wasChanged(approval) || digest != approval.digest) {
            refusal = Error{ErrorKind::Denied,
                            wasChanged(approval)
                                ? QStringLiteral("what waits was changed after it was asked for")
                                : QStringLiteral("the decision is about something else than what waits")};
            done = audit(connection, approval, QStringLiteral("refused"), by, at);
        } else if (at > approval.request.expiresAt) {
            refusal = Error{ErrorKind::Timeout, QStringLiteral("the approval had expired, which denies it")};
            done = close(connection, approval, ApprovalState::Expired, by, at, reason);
        } else {
            const bool isYes = decision == ApprovalDecision::Approve;
            done = close(connection, approval, isYes ? ApprovalState::Approved : ApprovalState::Denied, by,
                         at, reason);
        }
        if (!done)
            return std::move(done).error();
        return approval;
    });
    if (decided && refusal)
        return std::move(*refusal);
    return decided;
}

Result<> SqliteApprovalRepository::vote(ApprovalId id, const QString &digest, const QString &by,
                                        const QDateTime &at)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto found = selectOne(connection, QStringLiteral("WHERE id = ?"), id.value);
        if (!found)
            return std::move(found).error();
        if (!found->has_value())
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such approval")};
        const Approval &approval = **found;
        if (approval.state != ApprovalState::Pending)
            return notPending(approval);
        if (wasChanged(approval) || digest != approval.digest)
            return Error{ErrorKind::Denied,
                         QStringLiteral("the decision is about something else than what waits")};
        if (at > approval.request.expiresAt)
            return Error{ErrorKind::Timeout, QStringLiteral("the approval had expired, which denies it")};
        auto added = connection.run(
            QStringLiteral("INSERT OR IGNORE INTO approval_votes (approval, voter, at) VALUES (?, ?, ?)"),
            id.value, by, toIso(at));
        if (!added)
            return std::move(added).error();
        if (added->changes() == 0)
            return {};
        connection.announce(Topic::Approvals, id.value);
        return audit(connection, approval, QStringLiteral("first_yes"), by, at);
    });
}

Result<QStringList> SqliteApprovalRepository::votes(ApprovalId id) const
{
    return m_database.read([&](Connection &connection) -> Result<QStringList> {
        auto row = connection.run(
            QStringLiteral("SELECT voter FROM approval_votes WHERE approval = ? ORDER BY at, voter"),
            id.value);
        if (!row)
            return std::move(row).error();
        QStringList voters;
        while (row->next())
            voters.append(row->text(0));
        return voters;
    });
}

Result<std::vector<Approval>> SqliteApprovalRepository::expireOverdue(const QDateTime &now)
{
    return m_database.write([&](Connection &connection) -> Result<std::vector<Approval>> {
        auto overdue = select(
            connection, QStringLiteral("WHERE state = 'pending' AND expires < ? ORDER BY id"), toIso(now));
        if (!overdue)
            return overdue;
        for (Approval &approval : *overdue) {
            auto done =
                close(connection, approval, ApprovalState::Expired, QStringLiteral("system"), now, QString());
            if (!done)
                return std::move(done).error();
        }
        return overdue;
    });
}

Result<> SqliteApprovalRepository::voidPending(ApprovalId id, const QString &why, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto found = selectOne(connection, QStringLiteral("WHERE id = ?"), id.value);
        if (!found)
            return std::move(found).error();
        if (!found->has_value())
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such approval")};
        if ((*found)->state != ApprovalState::Pending)
            return notPending(**found);
        return close(connection, **found, ApprovalState::Voided, QStringLiteral("system"), at, why);
    });
}

Result<> SqliteApprovalRepository::voidPendingOf(ConversationId conversation, const QString &why,
                                                 const QDateTime &at, const QString &by)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto waiting = select(connection, QStringLiteral("WHERE conversation = ? AND state = 'pending'"),
                              conversation.value);
        if (!waiting)
            return std::move(waiting).error();
        const QString who = by.isEmpty() ? QStringLiteral("system") : by;
        for (Approval &approval : *waiting) {
            auto done = close(connection, approval, ApprovalState::Voided, who, at, why);
            if (!done)
                return done;
        }
        return {};
    });
}

Result<std::vector<Approval>> SqliteApprovalRepository::unsettled() const
{
    return m_database.read([](Connection &connection) {
        return select(connection, QStringLiteral("WHERE settled = 0 AND state IN ('approved', 'denied', "
                                                 "'expired') ORDER BY id"));
    });
}

Result<> SqliteApprovalRepository::markSettled(ApprovalId id)
{
    return m_database.write([&](Connection &connection) {
        return Rows::changed(
            connection.run(QStringLiteral("UPDATE approvals SET settled = 1 WHERE id = ?"), id.value),
            QStringLiteral("approval"));
    });
}

} // namespace Helmdesk
