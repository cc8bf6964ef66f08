#include "app/DeskReader.h"
#include "store/SqliteDeskRepository.h"

#include <algorithm>
#include <QCryptographicHash>

// The queue of the console: its views, their counts and the search.
namespace Helmdesk
{
namespace
{

constexpr int searchLimit = 200;

ConversationFilter filterOf(const QueueQuery &query, const QString &operatorName)
{
    ConversationFilter filter;
    filter.category = query.category;
    filter.channel = query.channel;
    filter.isUnanswered = query.isUnanswered;
    switch (query.view) {
    case QueueView::NeedsReview:
        filter.isNotEscalated = true;
        filter.needsAttention = true;
        filter.isOpen = true;
        break;
    case QueueView::Escalated:
        filter.decision = Decision::Escalated;
        filter.needsAttention = true;
        filter.isOpen = true;
        break;
    case QueueView::Approvals:
        filter.awaitsApproval = true;
        filter.isOpen = true;
        break;
    case QueueView::Automatic:
        filter.decision = Decision::AutoSend;
        break;
    case QueueView::Mine:
        filter.assignee = operatorName;
        filter.isOpen = true;
        break;
    case QueueView::All:
        break;
    }
    return filter;
}

ConversationSort sortOf(QueueSort sort)
{
    switch (sort) {
    case QueueSort::Priority:
        return ConversationSort::Priority;
    case QueueSort::LongestWaiting:
        return ConversationSort::UpdatedOldest;
    case QueueSort::Newest:
        break;
    }
    return ConversationSort::UpdatedNewest;
}

// The search marks its matches with control characters, which no message shows.
void takeMatches(QueueRow &row, const QString &excerpt)
{
    row.snippet.clear();
    int start = -1;
    for (const QChar letter : excerpt) {
        if (letter == QChar(0x02)) {
            start = static_cast<int>(row.snippet.size());
        } else if (letter == QChar(0x03)) {
            if (start >= 0)
                row.matches.push_back({start, static_cast<int>(row.snippet.size()) - start});
            start = -1;
        } else {
            row.snippet += letter;
        }
    }
}

bool passes(const QueueQuery &query, const QueueRow &row)
{
    return (!query.category || row.category == query.category) &&
           (!query.channel || row.channel == *query.channel) && (!query.isUnanswered || row.isUnread);
}

// "#17" or "17" is looked for as the number of a ticket, then as that of a conversation.
Result<std::vector<ConversationSummary>> conversationsOfNumber(Workspace &workspace, const QString &search)
{
    std::vector<ConversationSummary> found;
    bool isNumber = false;
    const QString words = search.trimmed();
    const qint64 number = (words.startsWith(u'#') ? words.mid(1) : words).toLongLong(&isNumber);
    if (!isNumber || number <= 0)
        return found;
    std::vector<ConversationId> ids;
    const auto ticket = workspace.tickets().get(TicketId{number});
    if (!ticket)
        return ticket.error();
    if (*ticket && (*ticket)->record.conversation.isValid())
        ids.push_back((*ticket)->record.conversation);
    if (ids.empty() || ids.front() != ConversationId{number})
        ids.push_back(ConversationId{number});
    for (const ConversationId id : ids) {
        const auto summary = workspace.conversations().summary(id);
        if (!summary)
            return summary.error();
        if (*summary)
            found.push_back(**summary);
    }
    return found;
}

QString nameOf(QueueView view)
{
    constexpr std::array names{"needs_review", "escalated", "approvals", "automatic", "mine", "all"};
    return QString::fromLatin1(names.at(static_cast<size_t>(view)));
}

QString nameOf(QueueSort sort)
{
    constexpr std::array names{"priority", "longest_waiting", "newest"};
    return QString::fromLatin1(names.at(static_cast<size_t>(sort)));
}

// Visitors of the chat have no name; figures of their thread tell one from another, and nothing about them.
QString visitorOf(const QString &key)
{
    constexpr int figures = 4;
    return QString::fromLatin1(
               QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(figures))
        .toUpper();
}

} // namespace

QueueRow queueRowOf(const ConversationSummary &summary)
{
    QueueRow row;
    row.id = summary.conversation.id;
    row.ticket = summary.ticket;
    row.customer = summary.customerName;
    row.address = summary.conversation.senderAddress;
    if (summary.conversation.channel == ChannelKind::Chat)
        row.visitor = visitorOf(summary.conversation.key);
    row.subject = summary.conversation.subject.isEmpty() ? summary.snippet : summary.conversation.subject;
    row.snippet = summary.snippet;
    row.channel = summary.conversation.channel;
    row.status = summary.conversation.status;
    row.assignee = summary.conversation.assignee;
    row.category = summary.conversation.category;
    row.confidence = summary.confidence;
    row.reasons = summary.reasons;
    row.decision = summary.decision;
    row.priority = summary.priority;
    row.updatedAt = summary.conversation.updatedAt;
    row.pendingApprovals = summary.pendingApprovals;
    row.hasDraft = summary.hasDraft;
    row.isShadow = summary.shadow;
    row.needsAttention = summary.needsAttention;
    row.dueAt = summary.reminder.due;
    row.promise = summary.reminder.promise;
    row.isUnread = summary.lastAuthor == Author::Customer && summary.needsAttention;
    return row;
}

Result<QueuePage> readQueue(Workspace &workspace, const QString &operatorName, const QueueQuery &query,
                            int limit, const std::optional<QueueCursor> &after)
{
    QueuePage page;
    if (!query.search.trimmed().isEmpty()) {
        auto numbered = conversationsOfNumber(workspace, query.search);
        if (!numbered)
            return numbered.error();
        for (const ConversationSummary &summary : *numbered)
            if (QueueRow row = queueRowOf(summary); passes(query, row))
                page.rows.push_back(std::move(row));
        auto found = workspace.conversations().search(query.search, searchLimit);
        if (!found)
            return found.error();
        for (const ConversationSummary &summary : *found) {
            QueueRow row = queueRowOf(summary);
            if (std::ranges::find(page.rows, row.id, &QueueRow::id) != page.rows.end())
                continue;
            takeMatches(row, summary.excerpt);
            if (passes(query, row))
                page.rows.push_back(std::move(row));
        }
        return page;
    }
    std::optional<ConversationCursor> cursor;
    if (after)
        cursor = ConversationCursor{after->priority, after->updatedAt, after->id, after->isResolved};
    auto part =
        workspace.conversations().list(filterOf(query, operatorName), sortOf(query.sort), limit, cursor);
    if (!part)
        return part.error();
    for (const ConversationSummary &summary : part->rows)
        page.rows.push_back(queueRowOf(summary));
    if (part->next)
        page.next =
            QueueCursor{part->next->priority, part->next->updatedAt, part->next->id, part->next->isResolved};
    return page;
}

Result<QueueCounts> readCounts(Workspace &workspace, const QString &operatorName)
{
    auto counts = workspace.conversations().counts();
    if (!counts)
        return counts.error();
    const SqliteDeskRepository desk(workspace.database());
    auto approvals = desk.conversationsWithApprovals();
    if (!approvals)
        return approvals.error();
    auto mine = desk.openConversationsOf(operatorName);
    if (!mine)
        return mine.error();
    QueueCounts result;
    result[QueueView::NeedsReview] = counts->waitingByDecision.value(Decision::NeedsReview);
    result[QueueView::Escalated] = counts->waitingByDecision.value(Decision::Escalated);
    result[QueueView::Automatic] = counts->byDecision.value(Decision::AutoSend);
    result[QueueView::Approvals] = *approvals;
    result[QueueView::Mine] = *mine;
    result[QueueView::All] = counts->total;
    return result;
}

Json toJson(const QueueQuery &query)
{
    Json json{{"view", nameOf(query.view)}, {"sort", nameOf(query.sort)}};
    if (query.category)
        json["category"] = nameOf(*query.category);
    if (query.channel)
        json["channel"] = nameOf(*query.channel);
    if (query.isUnanswered)
        json["unanswered"] = true;
    return json;
}

QueueQuery queryFromJson(const Json &json)
{
    QueueQuery query;
    const QString view = stringOr(json, "view");
    for (int i = 0; i <= static_cast<int>(QueueView::All); ++i) {
        if (nameOf(static_cast<QueueView>(i)) == view)
            query.view = static_cast<QueueView>(i);
    }
    const QString sort = stringOr(json, "sort");
    for (int i = 0; i <= static_cast<int>(QueueSort::Newest); ++i) {
        if (nameOf(static_cast<QueueSort>(i)) == sort)
            query.sort = static_cast<QueueSort>(i);
    }
    query.category = fromName<Category>(stringOr(json, "category"));
    query.channel = fromName<ChannelKind>(stringOr(json, "channel"));
    query.isUnanswered = json.value("unanswered", false);
    return query;
}

Result<std::vector<SavedView>> readSavedViews(Workspace &workspace)
{
    auto rows = SqliteDeskRepository(workspace.database()).savedViews();
    if (!rows)
        return rows.error();
    std::vector<SavedView> views;
    for (const SavedViewRow &row : *rows)
        views.push_back({row.name, queryFromJson(row.filter)});
    return views;
}

} // namespace Helmdesk
