#include "app/DeskReader.h"

#include "core/ResourcePaths.h"

#include <algorithm>
#include <QUuid>

namespace Helmdesk
{
namespace
{

constexpr int searchLimit = 200;
constexpr int threadLimit = 500;

ConversationFilter filterOf(const QueueQuery &query, const QString &operatorName)
{
    ConversationFilter filter;
    filter.category = query.category;
    switch (query.view) {
    case QueueView::NeedsReview:
    case QueueView::Approvals:
        filter.decision = Decision::NeedsReview;
        break;
    case QueueView::Escalated:
        filter.decision = Decision::Escalated;
        break;
    case QueueView::Automatic:
        filter.decision = Decision::AutoSend;
        break;
    case QueueView::Mine:
        filter.assignee = operatorName;
        break;
    case QueueView::All:
        return filter;
    }
    return filter;
}

bool belongs(QueueView view, const ConversationSummary &row)
{
    const bool isOpen = row.conversation.status != ConversationStatus::Resolved;
    switch (view) {
    case QueueView::NeedsReview:
    case QueueView::Escalated:
        return isOpen && row.needsAttention;
    case QueueView::Approvals:
        return isOpen && row.pendingApprovals > 0;
    case QueueView::Automatic:
    case QueueView::Mine:
    case QueueView::All:
        break;
    }
    return true;
}

QueueRow rowOf(const ConversationSummary &summary)
{
    QueueRow row;
    row.id = summary.conversation.id;
    row.customer = summary.customerName;
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
    row.isUnread = summary.lastAuthor == Author::Customer && summary.needsAttention;
    return row;
}

Delivery deliveryOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return Delivery::Queued;
    case OutboxState::Sending:
        return Delivery::Sending;
    case OutboxState::Sent:
        return Delivery::Sent;
    case OutboxState::Failed:
        return Delivery::Failed;
    case OutboxState::Unknown:
        return Delivery::Unknown;
    case OutboxState::Cancelled:
        break;
    }
    return Delivery::Cancelled;
}

ThreadEntry entryOf(const Message &message, const QueueRow &row)
{
    ThreadEntry entry;
    entry.id = message.id;
    entry.author = message.author;
    entry.name = message.author == Author::Customer ? row.customer
                 : message.author == Author::Agent  ? QStringLiteral("Helmdesk")
                                                    : message.operatorName;
    entry.text = message.text;
    entry.fullText = message.fullText;
    entry.at = message.at;
    entry.attachments = message.attachments;
    return entry;
}

// Replies that have not reached the thread yet, and how those that have were delivered.
void addOutbox(const std::vector<OutboxItem> &items, std::vector<ThreadEntry> &thread,
               const std::vector<Message> &messages)
{
    for (const OutboxItem &item : items) {
        const QString key = QStringLiteral("outbox:%1").arg(item.id.value);
        const auto sent = std::ranges::find(messages, key, &Message::externalId);
        if (sent != messages.end()) {
            const auto entry = std::ranges::find(thread, sent->id, &ThreadEntry::id);
            if (entry != thread.end())
                entry->delivery = deliveryOf(item.state);
            continue;
        }
        if (item.state == OutboxState::Cancelled || !item.item.inReplyTo.isValid())
            continue;
        ThreadEntry entry;
        entry.author = item.item.approvedBy.isEmpty() ? Author::Agent : Author::Operator;
        entry.name = item.item.approvedBy.isEmpty() ? QStringLiteral("Helmdesk") : item.item.approvedBy;
        entry.text = item.item.body;
        entry.fullText = item.item.body;
        entry.at = item.item.createdAt;
        entry.delivery = deliveryOf(item.state);
        entry.outbox = item.id;
        entry.failure = item.failure;
        thread.push_back(std::move(entry));
    }
}

ApprovalView viewOf(const Approval &approval, const QString &customer)
{
    ApprovalView view;
    view.id = approval.id;
    view.conversation = approval.request.conversation;
    view.customer = customer.isEmpty() ? approval.request.customer : customer;
    view.tool = approval.request.tool;
    view.effect = approval.request.preview;
    view.digest = approval.digest;
    view.args = approval.request.args;
    view.requestedAt = approval.request.createdAt;
    view.expiresAt = approval.request.expiresAt;
    view.isForMode = approval.request.isForMode;
    return view;
}

CustomerCard cardOf(const CustomerContext &customer)
{
    CustomerCard card;
    card.id = customer.id;
    card.name = customer.name;
    card.email = customer.email;
    card.plan = customer.plan;
    card.status = customer.status;
    card.company = customer.company;
    card.phone = customer.phone;
    card.language = customer.language;
    card.joined = customer.joined;
    for (const RecentTicket &ticket : customer.recentTickets)
        card.tickets.push_back({ticket.id, ticket.category, ticket.subject, ticket.status});
    return card;
}

RunStepView viewOf(const RunStep &step)
{
    RunStepView view;
    view.name = step.name;
    view.milliseconds = static_cast<double>(step.micros) / 1000.0;
    view.hasFailed =
        stringOr(step.output, "status") == QLatin1String("failed") || step.output.contains("degraded");
    view.input = QString::fromUtf8(toIndentedBytes(step.input));
    view.output = QString::fromUtf8(toIndentedBytes(step.output));
    return view;
}

Result<> addRun(Workspace &workspace, ConversationView &view)
{
    auto outcome = workspace.runs().latestOutcome(view.row.id);
    if (!outcome)
        return outcome.error();
    if (!*outcome)
        return {};
    view.outcome = std::move((*outcome)->outcome);
    auto steps = workspace.runs().steps(view.outcome->run);
    if (!steps)
        return steps.error();
    for (const RunStep &step : *steps) {
        view.steps.push_back(viewOf(step));
        if (step.name == QLatin1String("route")) {
            const Route route = routeFromJson(step.output);
            view.runnerUp = route.runnerUp;
            view.runnerUpConfidence = route.runnerUpConfidence;
        }
    }
    auto approvals = workspace.approvals().ofConversation(view.row.id);
    if (!approvals)
        return approvals.error();
    for (const Approval &approval : *approvals) {
        if (approval.state != ApprovalState::Pending)
            continue;
        ApprovalView card = viewOf(approval, view.row.customer);
        for (const ToolCall &call : view.outcome->tools) {
            if (call.key == approval.request.callKey)
                card.rule = call.rule;
        }
        view.approvals.push_back(std::move(card));
    }
    return {};
}

} // namespace

Result<QueuePage> readQueue(Workspace &workspace, const QString &operatorName, const QueueQuery &query,
                            int limit, const std::optional<QueueCursor> &after)
{
    QueuePage page;
    if (!query.search.trimmed().isEmpty()) {
        auto found = workspace.conversations().search(query.search, searchLimit);
        if (!found)
            return found.error();
        for (const ConversationSummary &summary : *found)
            page.rows.push_back(rowOf(summary));
        return page;
    }
    const ConversationFilter filter = filterOf(query, operatorName);
    std::optional<ConversationCursor> cursor;
    if (after)
        cursor = ConversationCursor{after->priority, after->updatedAt, after->id};
    // Rows that the store's filter lets through and the view does not are passed over until the page is full.
    while (static_cast<int>(page.rows.size()) < limit) {
        auto part = workspace.conversations().list(filter, ConversationSort::Priority, limit, cursor);
        if (!part)
            return part.error();
        for (const ConversationSummary &summary : part->rows) {
            if (belongs(query.view, summary))
                page.rows.push_back(rowOf(summary));
        }
        cursor = part->next;
        if (!cursor)
            break;
    }
    if (cursor)
        page.next = QueueCursor{cursor->priority, cursor->updatedAt, cursor->id};
    return page;
}

Result<QueueCounts> readCounts(Workspace &workspace, const QString &operatorName)
{
    auto counts = workspace.conversations().counts();
    if (!counts)
        return counts.error();
    auto approvals = workspace.approvals().pending();
    if (!approvals)
        return approvals.error();
    ConversationFilter mine;
    mine.assignee = operatorName;
    auto own = workspace.conversations().list(mine, ConversationSort::Priority, searchLimit);
    if (!own)
        return own.error();
    QSet<qint64> waiting;
    for (const Approval &approval : *approvals)
        waiting.insert(approval.request.conversation.value);
    QueueCounts result;
    result[QueueView::NeedsReview] = counts->byDecision.value(Decision::NeedsReview);
    result[QueueView::Escalated] = counts->byDecision.value(Decision::Escalated);
    result[QueueView::Automatic] = counts->byDecision.value(Decision::AutoSend);
    result[QueueView::Approvals] = static_cast<int>(waiting.size());
    result[QueueView::Mine] = static_cast<int>(own->rows.size());
    result[QueueView::All] = counts->total;
    return result;
}

Result<ConversationView> readConversation(Workspace &workspace, ConversationId id)
{
    auto summary = workspace.conversations().summary(id);
    if (!summary)
        return summary.error();
    if (!*summary)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    ConversationView view;
    view.row = rowOf(**summary);
    view.subject = (*summary)->conversation.subject;
    auto messages = workspace.conversations().history(id, threadLimit);
    if (!messages)
        return messages.error();
    for (const Message &message : *messages)
        view.thread.push_back(entryOf(message, view.row));
    auto outbox = workspace.outbox().ofConversation(id);
    if (!outbox)
        return outbox.error();
    addOutbox(*outbox, view.thread, *messages);

    auto draft = workspace.drafts().current(id);
    if (!draft)
        return draft.error();
    if (*draft) {
        const NewDraft &proposal = (*draft)->proposal;
        view.draft =
            DraftView{(*draft)->id,        proposal.text,   (*draft)->editedText.value_or(proposal.text),
                      proposal.confidence, proposal.shadow, proposal.citations};
    }
    if (auto added = addRun(workspace, view); !added)
        return added.error();
    if (!(*summary)->conversation.customer.isEmpty()) {
        auto customer = workspace.customers().findById((*summary)->conversation.customer);
        if (!customer)
            return customer.error();
        if (*customer)
            view.customer = cardOf(**customer);
    }
    return view;
}

Result<std::vector<ApprovalView>> readApprovals(Workspace &workspace)
{
    auto pending = workspace.approvals().pending();
    if (!pending)
        return pending.error();
    std::vector<ApprovalView> views;
    for (const Approval &approval : *pending) {
        auto customer = workspace.customers().findById(approval.request.customer);
        if (!customer)
            return customer.error();
        views.push_back(viewOf(approval, *customer ? (*customer)->name : QString()));
    }
    return views;
}

Result<std::vector<ArticleRow>> readArticles(Workspace &workspace, const QString &search)
{
    std::vector<ArticleRow> rows;
    auto list = workspace.knowledgeRepository().list();
    if (!list)
        return list.error();
    if (search.isEmpty()) {
        for (const DocumentSummary &document : *list)
            rows.push_back(
                {document.id, document.title, document.category, document.updated, document.passages, {}});
        std::ranges::sort(rows, {}, &ArticleRow::title);
        return rows;
    }
    auto found = workspace.knowledge().search(search, std::nullopt, 30);
    if (!found)
        return found.error();
    for (const RetrievedPassage &hit : found->passages) {
        const auto known = std::ranges::find(*list, hit.passage.documentId, &DocumentSummary::id);
        rows.push_back({hit.passage.documentId, hit.title, hit.category, hit.updated,
                        known == list->end() ? 0 : known->passages, hit.passage.text.simplified().left(160)});
    }
    return rows;
}

Result<Article> readArticle(Workspace &workspace, const QString &id, int passage)
{
    auto document = workspace.knowledgeRepository().find(id);
    if (!document)
        return document.error();
    if (!*document)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no article %1").arg(id)};
    return Article{(*document)->id,      (*document)->title, (*document)->category,
                   (*document)->updated, (*document)->text,  passage};
}

Result<QString> storeArticle(Workspace &workspace, const Article &article)
{
    if (article.title.trimmed().isEmpty() || article.text.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("an article needs a title and a text")};
    Document document;
    document.id = article.id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : article.id;
    document.title = article.title.trimmed();
    document.category = article.category;
    document.updated = workspace.clock().now().date().toString(Qt::ISODate);
    document.text = article.text;
    auto report = workspace.knowledge().importDocuments({document});
    return report ? Result<QString>(document.id) : Result<QString>(report.error());
}

Result<std::vector<SettingRow>> readSettings(Workspace &workspace)
{
    const Settings settings = workspace.settings();
    std::vector<SettingRow> rows;
    for (const SettingDefinition &definition : settingDefinitions()) {
        SettingRow row;
        row.name = QString::fromLatin1(definition.name);
        row.title = row.name;
        row.meaning = QString::fromUtf8(definition.meaning);
        row.value = settings.value(definition.key);
        row.fallback = definition.fallback;
        row.minimum = definition.minimum;
        row.maximum = definition.maximum;
        row.choices = definition.choices;
        row.type = static_cast<SettingRow::Type>(definition.type);
        row.isDefault = settings.isDefault(definition.key);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<Snippet>> readSnippets()
{
    auto text = readResource(QStringLiteral("snippets/en.json"));
    if (!text)
        return text.error();
    auto json = parseJson(*text);
    if (!json)
        return json.error();
    std::vector<Snippet> snippets;
    for (const Json &item : *json)
        snippets.push_back({stringOr(item, "name"), stringOr(item, "text")});
    return snippets;
}

} // namespace Helmdesk
