#include "app/DeskReader.h"

#include "app/BegunReplies.h"
#include "app/Handoff.h"
#include "app/KnowledgeFindings.h"
#include "core/ResourcePaths.h"
#include "escalation/LanguageDetector.h"
#include "knowledge/Chunker.h"
#include "store/SqliteDeskRepository.h"
#include "understanding/Utterance.h"

#include <algorithm>
#include <QUuid>
#include <ranges>

namespace Helmdesk
{
namespace
{

constexpr int threadLimit = 500;
constexpr int mostAskedWords = 400;           // characters, of what a customer asked for
constexpr int mostSearchedForQuotes = 20'000; // characters of a message
constexpr int mostJudgedCharacters = 4'000;   // of a text whose language is told

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

// Whether what is shown of a message leaves out an earlier mail. A signature is no quote.
bool hidesQuote(const Message &message)
{
    if (message.fullText.isEmpty() || message.fullText == message.text)
        return false;
    const Utterance whole = readUtterance(message.fullText.left(mostSearchedForQuotes));
    return std::ranges::any_of(whole.parts, [&](const UtterancePart &part) {
        return (part.kind == PartKind::Quoted || part.kind == PartKind::Forwarded) &&
               !message.text.contains(part.text.trimmed());
    });
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
    entry.hidesQuote = hidesQuote(message);
    entry.at = message.at;
    entry.attachments = message.attachments;
    entry.cc = message.cc;
    entry.forwardedFrom = message.forwardedFrom;
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
            if (entry != thread.end()) {
                entry->delivery = deliveryOf(item.state);
                entry->failure = item.failure; // of one that came back
                entry->outbox = item.id;
                entry->bcc = item.copies.bcc.join(QStringLiteral(", "));
            }
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
        entry.attachments = item.files;
        entry.cc = item.copies.cc.value_or(QStringList()).join(QStringLiteral(", "));
        entry.bcc = item.copies.bcc.join(QStringLiteral(", "));
        thread.push_back(std::move(entry));
    }
}

// A reply of a person waits for the end of its undo window: nothing is left to write or to decide.
bool isReplyOnItsWay(const ConversationView &view)
{
    return std::ranges::any_of(view.thread, [](const ThreadEntry &entry) {
        return entry.author == Author::Operator &&
               (entry.delivery == Delivery::Queued || entry.delivery == Delivery::Sending);
    });
}

// What the call would change: as the approval binds it, which is what is executed or nothing.
std::vector<Change> changesOf(const Approval &approval)
{
    std::vector<Change> changes;
    for (const Json &change : memberOrNull(approval.request.shown, "changes"))
        changes.push_back({stringOr(change, "name"), stringOr(change, "before"), stringOr(change, "after")});
    return changes;
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
    view.amount = approval.request.amount;
    view.requestedAt = approval.request.createdAt;
    view.expiresAt = approval.request.expiresAt;
    view.isForMode = approval.request.isForMode;
    return view;
}

// The parts of an approval that the run and the tool know.
Result<ApprovalView> wholeView(Workspace &workspace, const Approval &approval, const QString &customer)
{
    ApprovalView view = viewOf(approval, customer);
    auto outcome = workspace.runs().latestOutcome(approval.request.conversation);
    if (!outcome)
        return outcome.error();
    if (*outcome) {
        for (const ToolCall &call : (*outcome)->outcome.tools) {
            if (call.key == approval.request.callKey)
                view.rule = call.rule;
        }
    }
    auto asked = workspace.conversations().message(approval.request.message);
    if (!asked)
        return asked.error();
    if (*asked)
        view.words = (*asked)->text.simplified().left(mostAskedWords);
    for (const Change &change : changesOf(approval)) {
        view.before.emplace_back(change.name, change.before);
        view.after.emplace_back(change.name, change.after);
    }
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
    card.subscription = customer.subscription;
    card.paymentMethod = customer.paymentMethod;
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
    view.request = step.input;
    view.result = step.output;
    return view;
}

std::optional<ActState> actOf(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Pending:
        return std::nullopt;
    case ApprovalState::Approved:
        return ActState::Approved;
    case ApprovalState::Denied:
        return ActState::Denied;
    case ApprovalState::Expired:
        return ActState::Expired;
    case ApprovalState::Voided:
        break;
    }
    return ActState::Withdrawn;
}

// What was decided stays to be seen, between what was said before and after it.
void addActs(const std::vector<Approval> &approvals, std::vector<ThreadEntry> &thread)
{
    for (const Approval &approval : approvals) {
        const auto state = actOf(approval.state);
        if (!state || !approval.decidedAt.isValid())
            continue;
        ThreadEntry entry;
        entry.author = Author::System;
        entry.at = approval.decidedAt;
        // The reason of an approval is what was changed about it, for machines.
        entry.act = ActLine{approval.request.preview, *state, approval.decidedBy,
                            *state == ActState::Denied ? approval.reason : QString()};
        const auto later = std::ranges::find_if(
            thread, [&](const ThreadEntry &each) { return each.at > approval.decidedAt; });
        thread.insert(later, std::move(entry));
    }
}

// Sources of one title are told apart by the heading of the passage, else by its first words.
Result<> tellApart(Workspace &workspace, std::vector<Citation> &citations)
{
    constexpr qsizetype firstWords = 40; // characters
    QMap<QString, int> titles;
    for (const Citation &citation : citations)
        ++titles[citation.title];
    for (Citation &citation : citations) {
        if (titles.value(citation.title) < 2)
            continue;
        auto document = workspace.knowledgeRepository().find(citation.document);
        if (!document)
            return document.error();
        QString heading;
        if (*document)
            for (const Passage &passage : chunked(**document))
                if (passage.position == citation.chunk)
                    heading = passage.heading.section(QStringLiteral(" > "), -1);
        if (heading.isEmpty() || heading == citation.title)
            heading = citation.snippet.simplified().left(firstWords);
        if (!heading.isEmpty())
            citation.title = QStringLiteral("%1: %2").arg(citation.title, heading);
    }
    return {};
}

// "de"; empty where the text is too short to tell.
QString languageOf(const QString &text)
{
    const QString judged = text.left(mostJudgedCharacters);
    const DetectedLanguage language = detectLanguage(judged, tokenize(judged));
    return language.isReliable ? language.code.section(QLatin1Char('-'), 0, 0) : QString();
}

// Each text says its own: a German reply in a conversation that began in English is German.
QString languageOf(const ConversationView &view, const QString &known)
{
    if (view.draft)
        if (const QString told = languageOf(view.draft->editedText); !told.isEmpty())
            return told;
    for (const ThreadEntry &entry : std::ranges::reverse_view(view.thread))
        if (entry.author == Author::Customer)
            if (const QString told = languageOf(entry.text); !told.isEmpty())
                return told;
    return known;
}

Result<> addRun(Workspace &workspace, ConversationView &view)
{
    auto outcome = workspace.runs().latestOutcome(view.row.id);
    if (!outcome)
        return outcome.error();
    if (!*outcome)
        return {};
    view.outcome = std::move((*outcome)->outcome);
    if (auto told = tellApart(workspace, view.outcome->citations); !told)
        return told.error();
    const Settings settings = workspace.settings();
    view.routingThreshold = settings.routingThreshold();
    view.answerThreshold = settings.answerThreshold();
    view.mode = settings.mode(view.outcome->category);
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
    addActs(*approvals, view.thread);
    for (const Approval &approval : *approvals) {
        if (approval.state != ApprovalState::Pending)
            continue;
        if (approval.request.isForMode && isReplyOnItsWay(view))
            continue; // it happens with the reply, unless that is taken back
        auto card = wholeView(workspace, approval, view.row.customer);
        if (!card)
            return card.error();
        view.approvals.push_back(std::move(*card));
    }
    return {};
}

// Who it is: as the channel established, as a person said, or whose address it probably is.
Result<> addCustomer(Workspace &workspace, const Conversation &conversation, ConversationView &view)
{
    const QString id = conversation.customer.isEmpty() ? conversation.linkedCustomer : conversation.customer;
    if (!id.isEmpty()) {
        auto customer = workspace.customers().findById(id);
        if (!customer)
            return customer.error();
        if (*customer)
            view.customer = cardOf(**customer);
        if (conversation.customer.isEmpty())
            view.linkedBy = conversation.linkedBy;
        return {};
    }
    if (conversation.senderAddress.isEmpty())
        return {};
    auto probable = workspace.customers().findByEmail(conversation.senderAddress);
    if (!probable)
        return probable.error();
    if (*probable)
        view.probable =
            CustomerChoice{(*probable)->id, (*probable)->name, (*probable)->email, (*probable)->company};
    return {};
}

// For the person who was called: what the record says, in a model's words where it was asked for them.
Result<> addHandoff(const SqliteDeskRepository &desk, ConversationView &view)
{
    if (!view.outcome || view.outcome->decision != Decision::Escalated ||
        view.row.status == ConversationStatus::Resolved)
        return {};
    view.handoff = handoffOf(view);
    auto words = desk.handoffWords(view.row.id, basisOf(view));
    if (!words)
        return words.error();
    if (words->is_object())
        view.handoff = withWords(std::move(*view.handoff), handoffWordsFrom(*words));
    return {};
}

} // namespace

Result<ConversationView> readConversation(Workspace &workspace, ConversationId id)
{
    auto summary = workspace.conversations().summary(id);
    if (!summary)
        return summary.error();
    if (!*summary)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    ConversationView view;
    view.row = queueRowOf(**summary);
    view.subject = (*summary)->conversation.subject;
    auto messages = workspace.conversations().history(id, threadLimit);
    if (!messages)
        return messages.error();
    for (const Message &message : *messages) {
        view.thread.push_back(entryOf(message, view.row));
        if (message.author == Author::Customer)
            view.cc = message.cc;
    }
    auto outbox = workspace.outbox().ofConversation(id);
    if (!outbox)
        return outbox.error();
    addOutbox(*outbox, view.thread, *messages);

    auto draft = workspace.drafts().current(id);
    if (!draft)
        return draft.error();
    if (isReplyOnItsWay(view)) {
        draft->reset();
        view.row.hasDraft = false;
    }
    if (*draft) {
        const NewDraft &proposal = (*draft)->proposal;
        view.draft =
            DraftView{(*draft)->id,        proposal.text,   (*draft)->editedText.value_or(proposal.text),
                      proposal.confidence, proposal.shadow, proposal.citations};
        if (auto told = tellApart(workspace, view.draft->citations); !told)
            return told.error();
    }
    // Words that were typed before the draft came are not thrown away for it.
    const SqliteDeskRepository desk(workspace.database());
    auto unsent = desk.begunText(BegunText::Reply, id);
    if (!unsent)
        return unsent.error();
    auto note = desk.begunText(BegunText::Note, id);
    if (!note)
        return note.error();
    view.begunNote = std::move(*note);
    auto begun = readBegunReply(workspace, id);
    if (!begun)
        return begun.error();
    view.begun = std::move(*begun);
    if (view.draft && !unsent->isEmpty() && !(*draft)->editedText)
        view.draft->editedText = *unsent;
    else if (!view.draft)
        view.privateText = *unsent;
    if (view.row.status == ConversationStatus::TakenOver) {
        auto taken = workspace.drafts().discarded(id);
        if (!taken)
            return taken.error();
        if (*taken)
            view.takenDraft = (*taken)->proposal.text;
    }
    view.language = languageOf(view, (*summary)->conversation.language);
    if (auto added = addRun(workspace, view); !added)
        return added.error();
    if (auto known = addCustomer(workspace, (*summary)->conversation, view); !known)
        return known.error();
    if (auto summed = addHandoff(desk, view); !summed)
        return summed.error();
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
        auto view = wholeView(workspace, approval, *customer ? (*customer)->name : QString());
        if (!view)
            return view.error();
        views.push_back(std::move(*view));
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
    Article article{(*document)->id,      (*document)->title, (*document)->category,
                    (*document)->updated, (*document)->text,  {}};
    if (passage >= 0) {
        const std::vector<Passage> passages = chunked(**document);
        const auto cited = std::ranges::find(passages, passage, &Passage::position);
        if (cited != passages.end())
            article.passage = cited->text;
    }
    return article;
}

Result<QString> storeArticle(Workspace &workspace, const Article &article)
{
    if (article.title.trimmed().isEmpty() || article.text.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("an article needs a title and a text")};
    Document document;
    document.id = article.id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : article.id;
    document.title = article.title.trimmed();
    document.category = article.category;
    auto known = workspace.knowledgeRepository().find(document.id);
    if (!known)
        return known.error();
    // One that was deleted comes back as it was.
    const bool comesBack = !*known && !article.id.isEmpty() && !article.updated.isEmpty();
    document.updated = comesBack ? article.updated : workspace.clock().now().date().toString(Qt::ISODate);
    document.text = article.text;
    auto report = workspace.knowledge().importDocuments({document});
    return report ? Result<QString>(document.id) : Result<QString>(report.error());
}

Result<KnowledgeReviewView> readKnowledgeReview(Workspace &workspace, const RunControl &control)
{
    auto findings = reviewKnowledge(workspace, control);
    if (!findings)
        return findings.error();
    const auto rowOf = [](const StatementPlace &place) {
        return StatementRow{place.documentId, place.title,    place.updated,
                            place.position,   place.sentence, place.value};
    };
    KnowledgeReviewView view;
    for (const ArticleConflict &conflict : findings->conflicts)
        view.conflicts.push_back({rowOf(conflict.first), rowOf(conflict.second)});
    for (const StaleArticle &stale : findings->stale)
        view.stale.push_back({stale.documentId, stale.title, stale.updated, stale.days, stale.corrections});
    return view;
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
        row.strictest = definition.strictest;
        row.minimum = definition.minimum;
        row.maximum = definition.maximum;
        row.choices = definition.choices;
        row.type = static_cast<SettingRow::Type>(definition.type);
        row.isDefault = settings.isDefault(definition.key);
        if (const AdminDefaults::Entry *set = workspace.adminDefaults().find(row.name)) {
            row.isLocked = set->hold == AdminDefaults::Hold::Locked;
            row.isPreset = !row.isLocked;
            row.contact = workspace.adminDefaults().contact();
            if (row.isPreset)
                row.fallback = set->value;
            row.isDefault = row.isLocked || row.value == row.fallback;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<Snippet>> readSnippets(Workspace &workspace)
{
    auto rows = SqliteDeskRepository(workspace.database()).snippets();
    if (!rows)
        return rows.error();
    std::vector<Snippet> snippets;
    for (SnippetRow &row : *rows)
        snippets.push_back({row.id, std::move(row.name), std::move(row.text)});
    return snippets;
}

} // namespace Helmdesk
