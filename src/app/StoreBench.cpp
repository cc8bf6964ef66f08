#include "app/StoreBench.h"

#include "app/DeskReader.h"
#include "app/Workspace.h"
#include "store/ScaleData.h"

#include <algorithm>
#include <chrono>
#include <QTemporaryDir>
#include <QUuid>

namespace Helmdesk
{
namespace
{

double millisecondsOf(const std::function<void()> &call)
{
    const auto started = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

// Times calls by name, and keeps the first failure.
class Timings
{
public:
    template <class Call>
    bool time(const char *name, Call call)
    {
        if (m_failure)
            return false;
        std::optional<Error> failure;
        const double ms = millisecondsOf([&] {
            if (auto result = call(); !result)
                failure = result.error();
        });
        m_failure = failure;
        auto found = std::ranges::find(m_series, std::string_view(name), &Series::name);
        if (found == m_series.end())
            found = m_series.insert(m_series.end(), Series{name, {}});
        found->values.push_back(ms);
        return !m_failure;
    }

    Result<Json> json(const Json &about)
    {
        if (m_failure)
            return *m_failure;
        Json figures = about;
        for (Series &series : m_series) {
            std::ranges::sort(series.values);
            const auto at = [&](double share) {
                return series
                    .values[static_cast<size_t>(share * static_cast<double>(series.values.size() - 1))];
            };
            figures["ms"][series.name] = {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1.0)}};
        }
        return figures;
    }

private:
    struct Series {
        std::string name;
        std::vector<double> values;
    };
    std::vector<Series> m_series;
    std::optional<Error> m_failure;
};

// A workspace whose rows are made and which has been opened anew, as at a start.
Result<std::unique_ptr<Workspace>> scaleWorkspace(const QString &folder, int conversations)
{
    {
        auto made = Workspace::open(folder);
        if (!made)
            return made.error();
        auto filled =
            addScaleConversations((*made)->database(), conversations, QDateTime::currentDateTimeUtc());
        if (!filled)
            return filled.error();
        if (auto flushed = (*made)->database().checkpoint(); !flushed)
            return flushed.error();
    }
    return Workspace::open(folder);
}

Result<> readDeep(Workspace &workspace, QueueQuery query, int pages)
{
    std::optional<QueueCursor> cursor;
    for (int page = 0; page < pages; ++page) {
        auto part = readQueue(workspace, QStringLiteral("Robin"), query, 50, cursor);
        if (!part)
            return part.error();
        cursor = part->next;
        if (!cursor)
            break;
    }
    return {};
}

template <class T>
Result<> asDone(const Result<T> &result)
{
    return result ? Result<>() : Result<>(result.error());
}

Result<> enqueueReply(Workspace &workspace, int number)
{
    NewOutboxItem item;
    item.key = QStringLiteral("bench:%1").arg(number);
    item.conversation = ConversationId{number + 1};
    item.channel = ChannelKind::Chat;
    item.body = QStringLiteral("You find this in the settings of your workspace.");
    item.createdAt = workspace.clock().now();
    item.dueAt = item.createdAt;
    return asDone(workspace.outbox().enqueue(item));
}

} // namespace

Result<Json> benchQueue(int conversations, int rounds, const RunControl &control)
{
    QTemporaryDir folder;
    auto opened = scaleWorkspace(folder.path(), conversations);
    if (!opened)
        return opened.error();
    Workspace &workspace = **opened;
    const QString operatorName = QStringLiteral("Robin");
    Timings timings;
    const auto page = [&](QueueView view, const QString &search = {}) {
        QueueQuery query;
        query.view = view;
        query.search = search;
        return asDone(readQueue(workspace, operatorName, query, 50, std::nullopt));
    };
    // A place in the middle of all conversations, reached once.
    QueueQuery all;
    all.view = QueueView::All;
    std::optional<QueueCursor> middle;
    for (int i = 0; i < 20; ++i) {
        auto part = readQueue(workspace, operatorName, all, conversations / 50, middle);
        if (!part)
            return part.error();
        middle = part->next;
    }
    for (int i = 0; i < rounds; ++i) {
        timings.time("counts", [&] { return asDone(readCounts(workspace, operatorName)); });
        timings.time("first page, needs review", [&] { return page(QueueView::NeedsReview); });
        timings.time("first page, escalated", [&] { return page(QueueView::Escalated); });
        timings.time("first page, approvals", [&] { return page(QueueView::Approvals); });
        timings.time("first page, automatic", [&] { return page(QueueView::Automatic); });
        timings.time("first page, mine", [&] { return page(QueueView::Mine); });
        timings.time("first page, all", [&] { return page(QueueView::All); });
        timings.time("page by cursor, in the middle",
                     [&] { return asDone(readQueue(workspace, operatorName, all, 50, middle)); });
        timings.time("search, a frequent word",
                     [&] { return page(QueueView::All, QStringLiteral("board")); });
        timings.time("search, one conversation", [&] {
            return page(QueueView::All, QStringLiteral("Question %1").arg(1 + (i * 7919) % conversations));
        });
        timings.time("search, three words",
                     [&] { return page(QueueView::All, QStringLiteral("charged twice order")); });
        timings.time("search, first letters", [&] { return page(QueueView::All, QStringLiteral("cal")); });
        timings.time("open a conversation", [&] {
            return asDone(readConversation(workspace, ConversationId{1 + (i * 7919) % conversations}));
        });
        timings.time("messages without an answer",
                     [&] { return asDone(workspace.conversations().unansweredMessages()); });
        if (auto queued = enqueueReply(workspace, i); !queued)
            return queued.error();
        timings.time("claim what is due",
                     [&] { return asDone(workspace.outbox().claimDue(workspace.clock().now(), 50)); });
        const ConversationId wanted{10 + i * 10};
        timings.time("claim a conversation", [&] {
            return workspace.conversations().takeOver(wanted, operatorName, workspace.clock().now());
        });
        timings.time("claim refused to a second person", [&]() -> Result<> {
            auto second =
                workspace.conversations().takeOver(wanted, QStringLiteral("Noor"), workspace.clock().now());
            if (second || second.error().kind == ErrorKind::Conflict)
                return second ? Result<>(Error{ErrorKind::Internal, QStringLiteral("two people hold it")})
                              : Result<>();
            return second;
        });
        control.progress(i + 1, rounds);
    }
    if (auto walked = readDeep(workspace, all, 3); !walked)
        return walked.error();
    return timings.json({{"conversations", conversations}, {"rounds", rounds}});
}

Result<Json> benchStore(int conversations, int rounds, const RunControl &control)
{
    QTemporaryDir folder;
    auto opened = scaleWorkspace(folder.path(), conversations);
    if (!opened)
        return opened.error();
    Workspace &workspace = **opened;
    Timings timings;
    for (int i = 0; i < rounds; ++i) {
        IncomingMessage message;
        message.channel = ChannelKind::Chat;
        message.externalId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        message.conversationKey = message.externalId;
        message.text = QStringLiteral("Could you tell me when invoice %1 is due and how I pay it?").arg(i);
        TakenMessage taken;
        timings.time("take a message in", [&]() -> Result<> {
            auto result = takeMessage(workspace, message);
            if (result)
                taken = *result;
            return asDone(result);
        });
        Run run;
        timings.time("begin a run", [&]() -> Result<> {
            auto begun = workspace.runs().begin(taken.conversation, taken.message, workspace.clock().now());
            if (begun)
                run = *begun;
            return asDone(begun);
        });
        timings.time("store a step", [&] {
            return workspace.runs().addStep(run.id, {0,
                                                     QStringLiteral("understand"),
                                                     {{"words", 12}},
                                                     {{"language", "en"}, {"sentiment", 0.0}},
                                                     workspace.clock().now(),
                                                     900});
        });
        Outcome outcome;
        outcome.category = Category::Billing;
        outcome.decision = Decision::NeedsReview;
        outcome.answer = QStringLiteral("It is due on 1 December.");
        timings.time("store the outcome", [&] {
            return workspace.runs().saveOutcome(run.id, taken.message, outcome, RunState::Finished,
                                                OutcomeWrite::First, workspace.clock().now());
        });
        timings.time("queue a reply", [&] { return enqueueReply(workspace, i); });
        std::vector<OutboxItem> due;
        timings.time("claim the reply", [&]() -> Result<> {
            auto claimed = workspace.outbox().claimDue(workspace.clock().now(), 50);
            if (claimed)
                due = *claimed;
            return asDone(claimed);
        });
        for (const OutboxItem &item : due)
            timings.time("mark it sent",
                         [&] { return workspace.outbox().markSent(item.id, {}, workspace.clock().now()); });
        control.progress(i + 1, rounds);
    }
    for (int i = 0; i < 20; ++i)
        timings.time("open the workspace", [&] { return asDone(Workspace::open(folder.path())); });
    return timings.json({{"conversations", conversations}, {"rounds", rounds}});
}

} // namespace Helmdesk
