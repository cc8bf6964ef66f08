#include "app/OperatorRecords.h"

#include "app/CsvTable.h"
#include "store/SqliteDeskRepository.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

QList<ApprovalState> statesOf(const std::optional<ActState> &state)
{
    if (!state)
        return {ApprovalState::Approved, ApprovalState::Denied, ApprovalState::Expired,
                ApprovalState::Voided};
    switch (*state) {
    case ActState::Approved:
        return {ApprovalState::Approved};
    case ActState::Denied:
        return {ApprovalState::Denied};
    case ActState::Expired:
        return {ApprovalState::Expired};
    case ActState::Withdrawn:
        break;
    }
    return {ApprovalState::Voided};
}

ActState actOf(ApprovalState state)
{
    return state == ApprovalState::Approved  ? ActState::Approved
           : state == ApprovalState::Denied  ? ActState::Denied
           : state == ApprovalState::Expired ? ActState::Expired
                                             : ActState::Withdrawn;
}

struct Decided {
    Approval approval;
    QString customer;
};

Result<std::vector<Decided>> decided(Workspace &workspace, const DecisionQuery &query)
{
    ApprovalFilter filter;
    filter.states = statesOf(query.state);
    filter.limit = query.text.trimmed().isEmpty() ? query.limit : 20'000;
    auto list = workspace.approvals().list(filter);
    if (!list)
        return list.error();
    const QDateTime since = query.days > 0 ? workspace.clock().now().addDays(-query.days) : QDateTime();
    const QString text = query.text.trimmed();
    std::vector<Decided> found;
    for (Approval &approval : *list) {
        if (!approval.decidedAt.isValid() || (since.isValid() && approval.decidedAt < since))
            continue;
        auto customer = workspace.customers().findById(approval.request.customer);
        if (!customer)
            return customer.error();
        const QString name = *customer ? (*customer)->name : approval.request.customer;
        const bool isWanted =
            text.isEmpty() ||
            std::ranges::any_of(
                QStringList{name, approval.request.preview, approval.decidedBy, approval.reason},
                [&](const QString &each) { return each.contains(text, Qt::CaseInsensitive); });
        if (isWanted && std::ssize(found) < query.limit)
            found.push_back({std::move(approval), name});
    }
    std::ranges::sort(found, std::ranges::greater(),
                      [](const Decided &each) { return each.approval.decidedAt; });
    return found;
}

} // namespace

Json recordOf(const Approval &approval, const QString &customer)
{
    const NewApproval &request = approval.request;
    const bool isDecided = approval.decidedAt.isValid();
    return {{"approval", approval.id.value},
            {"conversation", request.conversation.value},
            {"customer", customer.isEmpty() ? request.customer : customer},
            {"customer_id", request.customer},
            {"tool", request.tool},
            {"args", request.args},
            {"amount_minor", request.amount ? Json(request.amount->minor) : Json()},
            {"currency", request.amount ? Json(request.amount->currency) : Json()},
            {"effect", request.preview},
            {"digest", approval.digest},
            {"requested", toIso(request.createdAt)},
            {"expires", toIso(request.expiresAt)},
            {"by_sending", request.isForMode},
            {"state", nameOf(approval.state)},
            {"decided_by", approval.decidedBy},
            {"decided_at", isDecided ? Json(toIso(approval.decidedAt)) : Json()},
            {"reason", approval.reason}};
}

QStringList csvOf(const Json &records)
{
    constexpr std::array columns{"approval", "conversation", "customer",   "customer_id", "tool",
                                 "effect",   "amount_minor", "currency",   "requested",   "expires",
                                 "state",    "decided_by",   "decided_at", "reason",      "digest"};
    QStringList names;
    for (const char *column : columns)
        names << QString::fromLatin1(column);
    return csvLines(names, records);
}

Result<std::vector<DecisionRow>> readDecisions(Workspace &workspace, const DecisionQuery &query)
{
    auto found = decided(workspace, query);
    if (!found)
        return found.error();
    std::vector<DecisionRow> rows;
    for (const auto &[approval, customer] : *found) {
        DecisionRow row;
        row.id = approval.id;
        row.conversation = approval.request.conversation;
        row.customer = customer;
        row.effect = approval.request.preview;
        row.amount = approval.request.amount;
        row.state = actOf(approval.state);
        row.by = approval.decidedBy;
        if (approval.state != ApprovalState::Approved) // of an approval it is what was changed, for machines
            row.reason = approval.reason;
        row.requestedAt = approval.request.createdAt;
        row.decidedAt = approval.decidedAt;
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<int> writeDecisions(Workspace &workspace, const DecisionQuery &query, const QString &path)
{
    auto found = decided(workspace, query);
    if (!found)
        return found.error();
    Json records = Json::array();
    for (const auto &[approval, customer] : *found)
        records.push_back(recordOf(approval, customer));
    const QString text = QChar(0xFEFF) + csvOf(records).join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
    if (auto written = writeOwnFile(path, text.toUtf8()); !written)
        return written.error();
    return static_cast<int>(found->size());
}

Result<QByteArray> readAttachment(Workspace &workspace, MessageId message, int position)
{
    auto bytes = workspace.conversations().attachment(message, position);
    if (!bytes)
        return bytes.error();
    if (!*bytes)
        return Error{ErrorKind::NotFound, QStringLiteral("the bytes of this attachment were not kept")};
    return std::move(**bytes);
}

Result<> writeAttachment(Workspace &workspace, MessageId message, int position, const QString &path)
{
    auto bytes = readAttachment(workspace, message, position);
    return bytes ? writeOwnFile(path, *bytes) : Result<>(bytes.error());
}

Result<std::vector<CustomerChoice>> readCustomers(Workspace &workspace, const QString &text)
{
    constexpr int most = 20;
    auto found = workspace.customers().search(text.trimmed(), most);
    if (!found)
        return found.error();
    std::vector<CustomerChoice> choices;
    for (const CustomerContext &customer : *found)
        choices.push_back({customer.id, customer.name, customer.email, customer.company});
    return choices;
}

Result<> keepBegunArticle(Workspace &workspace, const Article &article)
{
    SqliteDeskRepository desk(workspace.database());
    if (article.title.trimmed().isEmpty() && article.text.trimmed().isEmpty())
        return desk.forgetBegunArticle(article.id);
    return desk.keepBegunArticle(article.id,
                                 {{"title", article.title},
                                  {"category", nameOf(article.category)},
                                  {"updated", article.updated},
                                  {"text", article.text}},
                                 workspace.clock().now());
}

Result<std::vector<Article>> readBegunArticles(Workspace &workspace)
{
    auto begun = SqliteDeskRepository(workspace.database()).begunArticles();
    if (!begun)
        return begun.error();
    std::vector<Article> articles;
    for (const auto &[id, document] : *begun)
        articles.push_back({id,
                            stringOr(document, "title"),
                            fromName<Category>(stringOr(document, "category")).value_or(Category::General),
                            stringOr(document, "updated"),
                            stringOr(document, "text"),
                            {}});
    return articles;
}

} // namespace Helmdesk
