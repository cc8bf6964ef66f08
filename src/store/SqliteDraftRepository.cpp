#include "store/SqliteDraftRepository.h"

#include "security/SecretMasker.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteTrainingRepository.h"

namespace Helmdesk
{

namespace
{

QString selectDrafts()
{
    return QStringLiteral(
        "SELECT id, conversation, message, run, text, edited_text, final_text, citations, "
        "category, intent, confidence, shadow, state, decided_by, decided, reason, created, "
        "estimate FROM drafts ");
}

Draft draftOf(const Statement &row)
{
    Draft draft;
    draft.id.value = row.integer(0);
    NewDraft &proposal = draft.proposal;
    proposal.conversation.value = row.integer(1);
    proposal.message.value = row.integer(2);
    proposal.run.value = row.integer(3);
    proposal.text = row.text(4);
    if (!row.isNull(5))
        draft.editedText = row.text(5);
    draft.finalText = row.text(6);
    for (const Json &item : row.json(7)) {
        proposal.citations.push_back({stringOr(item, "document"), stringOr(item, "title"),
                                      static_cast<int>(integerOr(item, "chunk", 0)),
                                      stringOr(item, "snippet")});
    }
    proposal.category = fromName<Category>(row.text(8)).value_or(Category::General);
    proposal.intent = row.text(9);
    proposal.confidence = row.real(10);
    proposal.shadow = row.boolean(11);
    draft.state = Rows::enumFrom(row.text(12), DraftState::Discarded, DraftState::Discarded);
    draft.decidedBy = row.text(13);
    draft.decidedAt = fromIso(row.text(14));
    draft.reason = row.text(15);
    proposal.createdAt = fromIso(row.text(16));
    proposal.estimate = row.real(17);
    return draft;
}

Json citationsOf(const NewDraft &draft)
{
    Json list = Json::array();
    for (const Citation &citation : draft.citations)
        list.push_back(toJson(citation));
    return list;
}

Result<std::optional<Draft>> currentOf(Connection &connection, ConversationId conversation)
{
    return Rows::first(connection.run(selectDrafts() + QStringLiteral("WHERE conversation = ? AND "
                                                                      "state = 'current'"),
                                      conversation.value),
                       draftOf);
}

Result<Draft> currentDraft(Connection &connection, DraftId id)
{
    auto draft =
        Rows::first(connection.run(selectDrafts() + QStringLiteral("WHERE id = ?"), id.value), draftOf);
    if (!draft)
        return std::move(draft).error();
    if (!draft->has_value())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such draft")};
    if ((*draft)->state != DraftState::Current)
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is no longer current")};
    return std::move(**draft);
}

Result<> flagConversation(Connection &connection, ConversationId conversation, bool hasDraft)
{
    connection.announce(Topic::Drafts, conversation.value);
    connection.announce(Topic::Conversations, conversation.value);
    return Rows::done(connection.run(QStringLiteral("UPDATE conversations SET has_draft = ? WHERE id = ?"),
                                     hasDraft, conversation.value));
}

Result<> close(Connection &connection, const Draft &draft, DraftState state, const QString &by,
               const QDateTime &at)
{
    return Rows::done(connection.run(
        QStringLiteral("UPDATE drafts SET state = ?, decided_by = ?, decided = ? WHERE id = ?"),
        nameOf(state), by, Rows::stamp(at), draft.id.value));
}

Result<DraftId> replaceInPlace(Connection &connection, const Draft &old, const NewDraft &draft)
{
    auto done = Rows::done(connection.run(
        QStringLiteral("UPDATE drafts SET text = ?, citations = ?, category = ?, intent = ?, confidence = ?, "
                       "shadow = ?, created = ?, estimate = ? WHERE id = ?"),
        draft.text, citationsOf(draft), nameOf(draft.category), draft.intent, draft.confidence, draft.shadow,
        Rows::stamp(draft.createdAt), draft.estimate, old.id.value));
    if (!done)
        return std::move(done).error();
    connection.announce(Topic::Drafts, draft.conversation.value);
    return old.id;
}

VerdictKind verdictKind(DraftState state)
{
    switch (state) {
    case DraftState::Edited:
        return VerdictKind::DraftEdited;
    case DraftState::Rejected:
        return VerdictKind::DraftRejected;
    default:
        return VerdictKind::DraftSent;
    }
}

OperatorVerdict learntFrom(const Draft &draft, DraftState state, const QString &finalText,
                           const DraftVerdict &given)
{
    OperatorVerdict verdict;
    verdict.kind = verdictKind(state);
    verdict.conversation = draft.proposal.conversation;
    verdict.message = draft.proposal.message;
    verdict.draft = draft.id;
    verdict.before = draft.proposal.text;
    verdict.after = finalText;
    verdict.reason = given.reason;
    verdict.confidence = draft.proposal.confidence;
    verdict.by = given.by;
    verdict.at = given.at;
    return verdict;
}

} // namespace

SqliteDraftRepository::SqliteDraftRepository(Database &database)
    : m_database(database)
{
}

Result<DraftId> SqliteDraftRepository::propose(const NewDraft &draft)
{
    return m_database.write([&](Connection &connection) -> Result<DraftId> {
        auto old = currentOf(connection, draft.conversation);
        if (!old)
            return std::move(old).error();
        if (old->has_value()) {
            if (draft.run.isValid() && (*old)->proposal.run == draft.run)
                return replaceInPlace(connection, **old, draft);
            auto closed = close(connection, **old, DraftState::Superseded, QString(), draft.createdAt);
            if (!closed)
                return std::move(closed).error();
        }
        auto inserted = connection.run(
            QStringLiteral(
                "INSERT INTO drafts (conversation, message, run, text, citations, category, intent, "
                "confidence, shadow, created, estimate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            draft.conversation.value, draft.message.value, Rows::reference(draft.run), draft.text,
            citationsOf(draft), nameOf(draft.category), draft.intent, draft.confidence, draft.shadow,
            Rows::stamp(draft.createdAt), draft.estimate);
        if (!inserted)
            return std::move(inserted).error();
        const DraftId id{inserted->lastInsertId()};
        if (old->has_value() && (*old)->editedText) { // what an operator is writing outlives a newer proposal
            auto kept =
                Rows::done(connection.run(QStringLiteral("UPDATE drafts SET edited_text = ? WHERE id = ?"),
                                          (*old)->editedText, id.value));
            if (!kept)
                return std::move(kept).error();
        }
        if (auto flagged = flagConversation(connection, draft.conversation, true); !flagged)
            return std::move(flagged).error();
        return id;
    });
}

Result<std::optional<Draft>> SqliteDraftRepository::get(DraftId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectDrafts() + QStringLiteral("WHERE id = ?"), id.value),
                           draftOf);
    });
}

Result<std::optional<Draft>> SqliteDraftRepository::current(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) { return currentOf(connection, conversation); });
}

Result<> SqliteDraftRepository::saveEdit(DraftId id, const std::optional<QString> &text)
{
    const std::optional<QString> masked =
        text ? std::optional(maskSecrets(*text, SecretUse::Replied).text) : std::nullopt;
    return m_database.write([&](Connection &connection) -> Result<> {
        auto draft = currentDraft(connection, id);
        if (!draft)
            return std::move(draft).error();
        connection.announce(Topic::Drafts, draft->proposal.conversation.value);
        return Rows::done(connection.run(QStringLiteral("UPDATE drafts SET edited_text = ? WHERE id = ?"),
                                         masked, id.value));
    });
}

Result<> SqliteDraftRepository::discardCurrent(ConversationId conversation, const QString &by,
                                               const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto draft = currentOf(connection, conversation);
        if (!draft)
            return std::move(draft).error();
        if (!draft->has_value())
            return {};
        if (auto closed = close(connection, **draft, DraftState::Discarded, by, at); !closed)
            return closed;
        return flagConversation(connection, conversation, false);
    });
}

Result<std::optional<Draft>> SqliteDraftRepository::discarded(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(
                selectDrafts() +
                    QStringLiteral("WHERE id = (SELECT max(id) FROM drafts WHERE conversation = ? AND "
                                   "state <> 'superseded') AND " // one that was withdrawn is none
                                   "state = 'discarded' AND decided_by <> '' AND message = (SELECT max(id) "
                                   "FROM messages WHERE conversation = ? AND author IN ('customer', 'agent', "
                                   "'operator'))"),
                conversation.value, conversation.value),
            draftOf);
    });
}

Result<> SqliteDraftRepository::bringBack(DraftId id)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto draft =
            Rows::first(connection.run(selectDrafts() + QStringLiteral("WHERE id = ?"), id.value), draftOf);
        if (!draft)
            return std::move(draft).error();
        if (!draft->has_value())
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such draft")};
        if ((*draft)->state != DraftState::Discarded)
            return Error{ErrorKind::Conflict, QStringLiteral("the draft was not discarded")};
        auto done = Rows::done(connection.run(
            QStringLiteral(
                "UPDATE drafts SET state = 'current', decided_by = '', decided = NULL WHERE id = ?"),
            id.value));
        return done ? flagConversation(connection, (*draft)->proposal.conversation, true) : done;
    });
}

Result<> SqliteDraftRepository::recordVerdict(const DraftVerdict &verdict)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto draft = currentDraft(connection, verdict.draft);
        if (!draft)
            return std::move(draft).error();
        const bool isRejected = verdict.kind == DraftState::Rejected;
        const QString sent = verdict.finalText.isEmpty() ? draft->proposal.text : verdict.finalText;
        const QString finalText = isRejected ? QString() : sent;
        const DraftState state = isRejected                          ? DraftState::Rejected
                                 : finalText == draft->proposal.text ? DraftState::SentUnchanged
                                                                     : DraftState::Edited;
        if (auto closed = close(connection, *draft, state, verdict.by, verdict.at); !closed)
            return closed;
        auto kept = Rows::done(connection.run(
            QStringLiteral("UPDATE drafts SET final_text = ?, reason = ? WHERE id = ?"),
            isRejected ? std::nullopt : std::optional(finalText), verdict.reason, verdict.draft.value));
        if (!kept)
            return kept;
        if (auto flagged = flagConversation(connection, draft->proposal.conversation, false); !flagged)
            return flagged;
        auto learnt =
            SqliteTrainingRepository::addVerdict(connection, learntFrom(*draft, state, finalText, verdict));
        return learnt ? Result<>() : Result<>(std::move(learnt).error());
    });
}

Result<std::vector<Draft>> SqliteDraftRepository::judged(int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(selectDrafts() +
                               QStringLiteral("WHERE state IN ('sent_unchanged', 'edited', "
                                              "'rejected') ORDER BY decided DESC, id DESC LIMIT ?"),
                           limit),
            draftOf);
    });
}

} // namespace Helmdesk
