#include "app/Handoff.h"

#include "app/ConversationMaterial.h"
#include "app/DeskReader.h"
#include "app/LanguageModels.h"
#include "specialists/ReplyStyle.h"
#include "store/SqliteDeskRepository.h"

#include <algorithm>
#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcHandoff, "helmdesk.app.handoff", QtInfoMsg)

constexpr size_t mostAsked = 3;
constexpr qsizetype longestQuote = 240;
constexpr qsizetype mostThread = 20; // entries for a model
constexpr qsizetype longestEntry = 1500;

QString shortened(const QString &text)
{
    const QString words = text.simplified();
    return words.size() <= longestQuote ? words : words.left(longestQuote - 1) + u'…';
}

// What the customer wrote since the last reply; everything where that was the last word.
std::vector<const ThreadEntry *> unansweredOf(const ConversationView &view)
{
    std::vector<const ThreadEntry *> entries;
    for (const ThreadEntry &entry : view.thread) {
        if (hasLeft(entry) && entry.author == Author::Operator)
            entries.clear();
        else if (entry.author == Author::Customer)
            entries.push_back(&entry);
    }
    return entries;
}

// The questions; where there is none, the first sentences.
std::vector<HandoffItem> askedIn(const std::vector<const ThreadEntry *> &entries)
{
    std::vector<HandoffItem> questions;
    std::vector<HandoffItem> statements;
    for (const ThreadEntry *entry : entries) {
        for (const QString &sentence : splitSentences(entry->text)) {
            auto &list = sentence.endsWith(u'?') ? questions : statements;
            const bool saysSomething = sentence.simplified().count(u' ') >= 2;
            if (saysSomething && list.size() < mostAsked)
                list.push_back({HandoffKind::Said, shortened(sentence)});
        }
    }
    if (questions.empty() && statements.empty() && !entries.empty())
        statements.push_back({HandoffKind::Said, shortened(entries.back()->text)});
    if (questions.empty())
        return statements;
    // What happened comes before what is asked about it.
    if (!statements.empty() && questions.size() < mostAsked)
        questions.insert(questions.begin(), statements.front());
    return questions;
}

QString callText(const ToolCall &call)
{
    QStringList values;
    for (const auto &[name, value] : call.args.items()) {
        if (value.is_string())
            values << value.get<QString>();
    }
    return values.isEmpty() ? call.name
                            : QStringLiteral("%1 (%2)").arg(call.name, shortened(values.join(u", ")));
}

void addCalls(const ConversationView &view, HandoffSummary &summary)
{
    const auto hasDone = [&](const QString &text) {
        return std::ranges::find(summary.done, text, &HandoffItem::text) != summary.done.end();
    };
    for (const ToolCall &call : view.outcome->tools) {
        if (call.status == ToolStatus::Failed)
            summary.tried.push_back({HandoffKind::Failed, callText(call)});
        else if (call.status == ToolStatus::Done && !call.preview.isEmpty())
            summary.done.push_back({HandoffKind::Done, call.preview});
        else if (call.status == ToolStatus::Done)
            summary.tried.push_back({HandoffKind::LookedUp, callText(call)});
    }
    for (const ThreadEntry &entry : view.thread) {
        if (!entry.act)
            continue;
        if (entry.act->state == ActState::Denied)
            summary.tried.push_back({HandoffKind::Denied, entry.act->effect});
        // One that was approved and then failed is no deed.
        const bool isDeed = entry.act->state == ActState::Approved && !hasDone(entry.act->effect) &&
                            std::ranges::none_of(view.outcome->tools, [&](const ToolCall &call) {
                                return call.preview == entry.act->effect && call.status != ToolStatus::Done;
                            });
        if (isDeed)
            summary.done.push_back({HandoffKind::Done, entry.act->effect});
    }
}

void addOpen(const ConversationView &view, const std::vector<const ThreadEntry *> &unanswered,
             HandoffSummary &summary)
{
    for (const ReasonDetail &reason : view.outcome->reasons) {
        const bool isThere = std::ranges::any_of(summary.open, [&](const HandoffItem &item) {
            return item.reason && item.reason->reason == reason.reason &&
                   item.reason->detail == reason.detail;
        });
        if (!isThere)
            summary.open.push_back({HandoffKind::Reason, nameOf(reason.reason), reason});
    }
    for (const ApprovalView &approval : view.approvals)
        summary.open.push_back({HandoffKind::Waits, approval.effect});
    if (view.row.isUnread && !unanswered.empty())
        summary.open.push_back({HandoffKind::Unanswered, {}, {}, unanswered.front()->at});
}

// What a model may know for certain.
QStringList recordOf(const HandoffSummary &summary)
{
    QStringList record;
    for (const auto *list : {&summary.done, &summary.tried, &summary.open}) {
        for (const HandoffItem &item : *list)
            record << sentenceOf(item);
    }
    return record;
}

Result<HandoffMaterial> materialOf(Workspace &workspace, const ConversationView &view)
{
    HandoffMaterial material;
    for (const ThreadEntry &entry : view.thread) {
        if (entry.author == Author::Customer)
            material.thread << QStringLiteral("Customer: ") + entry.text.left(longestEntry);
        else if (hasLeft(entry))
            material.thread << QStringLiteral("Helmdesk: ") + entry.text.left(longestEntry);
    }
    material.thread = material.thread.mid(std::max<qsizetype>(0, material.thread.size() - mostThread));
    material.record = recordOf(*view.handoff);
    for (const ToolCall &call : view.outcome->tools)
        material.results.push_back(call.result);
    auto personal = personalValuesOf(workspace, view.row.id);
    if (!personal)
        return personal.error();
    material.personal = std::move(*personal);
    material.purpose = {QStringLiteral("summary"), nameOf(view.outcome->category), view.row.id,
                        view.outcome->run};
    return material;
}

} // namespace

HandoffSummary handoffOf(const ConversationView &view)
{
    HandoffSummary summary;
    const auto unanswered = unansweredOf(view);
    summary.asked = askedIn(unanswered);
    if (!view.outcome)
        return summary;
    addCalls(view, summary);
    QStringList articles;
    for (const Citation &citation : view.outcome->citations)
        articles << citation.title;
    articles.removeDuplicates();
    for (const QString &title : std::as_const(articles))
        summary.tried.push_back({HandoffKind::Read, title});
    const auto reply = std::ranges::find_if(view.thread.rbegin(), view.thread.rend(), hasLeft);
    if (reply != view.thread.rend())
        summary.tried.push_back({HandoffKind::Replied, shortened(reply->text)});
    if (view.draft)
        summary.tried.push_back({HandoffKind::Proposed, shortened(view.draft->text)});
    addOpen(view, unanswered, summary);
    return summary;
}

HandoffSummary withWords(HandoffSummary record, const HandoffWords &words)
{
    const auto said = [](const QStringList &sentences) {
        std::vector<HandoffItem> items;
        for (const QString &sentence : sentences)
            items.push_back({HandoffKind::Said, sentence});
        return items;
    };
    record.asked = said(words.asked);
    if (!words.tried.isEmpty())
        record.tried = said(words.tried);
    if (!words.open.isEmpty()) {
        std::vector<HandoffItem> open = said(words.open);
        std::ranges::copy_if(record.open, std::back_inserter(open), [](const HandoffItem &item) {
            return item.kind == HandoffKind::Waits || item.kind == HandoffKind::Unanswered;
        });
        record.open = std::move(open);
    }
    record.engine = words.engine;
    return record;
}

QString basisOf(const ConversationView &view)
{
    return QStringLiteral("%1/%2/%3")
        .arg(view.outcome ? view.outcome->run.value : 0)
        .arg(view.thread.size())
        .arg(view.approvals.size());
}

Result<HandoffSummary> summariseHandoff(Workspace &workspace, ConversationId id, const RunControl &control)
{
    auto view = readConversation(workspace, id);
    if (!view)
        return view.error();
    if (!view->handoff || !view->outcome)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("conversation %1 was not given to a person").arg(id.value)};
    const AnsweringModel answering = workspace.languageModels().answering();
    if (!answering.model || !view->handoff->engine.isEmpty()) // nobody to ask, or it was asked
        return *view->handoff;
    auto material = materialOf(workspace, *view);
    if (!material)
        return material.error();
    const auto words = writeHandoff(answering, *material, control);
    if (!words) {
        if (words.error().kind == ErrorKind::Cancelled)
            return words.error();
        qCInfo(lcHandoff).noquote() << "the summary of conversation" << id.value
                                    << "is an extract:" << words.error().detail;
        return *view->handoff;
    }
    auto kept = SqliteDeskRepository(workspace.database())
                    .keepHandoffWords(id, basisOf(*view), toJson(*words), workspace.clock().now());
    if (!kept)
        return kept.error();
    return withWords(std::move(*view->handoff), *words);
}

QString sentenceOf(const HandoffItem &item)
{
    switch (item.kind) {
    case HandoffKind::Said:
        return item.text;
    case HandoffKind::Done:
        return QStringLiteral("Done: %1").arg(item.text);
    case HandoffKind::Denied:
        return QStringLiteral("A person said no to: %1").arg(item.text);
    case HandoffKind::Failed:
        return QStringLiteral("Failed: %1").arg(item.text);
    case HandoffKind::LookedUp:
        return QStringLiteral("Looked up: %1").arg(item.text);
    case HandoffKind::Read:
        return QStringLiteral("Article: %1").arg(item.text);
    case HandoffKind::Replied:
        return QStringLiteral("Last reply: %1").arg(item.text);
    case HandoffKind::Proposed:
        return QStringLiteral("Proposed, not sent: %1").arg(item.text);
    case HandoffKind::Waits:
        return QStringLiteral("Waits for a decision: %1").arg(item.text);
    case HandoffKind::Reason:
        return item.reason && !item.reason->detail.isEmpty()
                   ? QStringLiteral("A person is needed: %1 (%2)").arg(item.text, item.reason->detail)
                   : QStringLiteral("A person is needed: %1").arg(item.text);
    case HandoffKind::Unanswered:
        break;
    }
    return QStringLiteral("Unanswered since %1")
        .arg(item.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

Json toJson(const HandoffSummary &summary)
{
    const auto listed = [](const std::vector<HandoffItem> &items) {
        Json list = Json::array();
        for (const HandoffItem &item : items)
            list.push_back(sentenceOf(item));
        return list;
    };
    return {{"asked", listed(summary.asked)},
            {"done", listed(summary.done)},
            {"tried", listed(summary.tried)},
            {"open", listed(summary.open)},
            {"engine", summary.engine.isEmpty() ? QStringLiteral("builtin") : summary.engine}};
}

} // namespace Helmdesk
