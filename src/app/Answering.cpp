#include "app/Answering.h"

#include "pipeline/Contained.h"
#include "pipeline/Log.h"

namespace Helmdesk
{
namespace
{

constexpr int lateAfterSeconds = 15; // an answer takes less, also behind a few others

} // namespace

Answering::Answering(AnsweringParts parts)
    : m_parts(std::move(parts))
{
}

bool Answering::add(const UnansweredMessage &message)
{
    return m_queue.add(message);
}

int Answering::addAll(const Result<std::vector<UnansweredMessage>> &messages)
{
    if (!messages) {
        qCWarning(lcPipeline) << "waiting messages cannot be read:" << messages.error().detail;
        return 0;
    }
    const QDateTime now = m_parts.clock.now();
    int added = 0;
    for (const UnansweredMessage &message : *messages) {
        const bool isForLater = message.nextTry.isValid() && message.nextTry > now;
        added += !isForLater && m_queue.add(message) ? 1 : 0;
    }
    return added;
}

int Answering::addWaiting()
{
    return addAll(m_parts.unanswered.all());
}

int Answering::takeUp()
{
    int added = 0;
    const auto unfinished = m_parts.runs.unfinished();
    if (!unfinished)
        qCWarning(lcPipeline) << "unfinished runs cannot be read:" << unfinished.error().detail;
    for (const Run &run : unfinished ? *unfinished : std::vector<Run>()) {
        auto conversation = m_parts.conversations.get(run.conversation);
        if (conversation && *conversation)
            added += m_queue.add({run.message, run.conversation, (*conversation)->channel, 0, {}}) ? 1 : 0;
    }
    added += addWaiting();
    if (added > 0)
        qCInfo(lcPipeline) << "takes up" << added << "messages that an earlier start had left";
    return added;
}

int Answering::addDue()
{
    QHash<qint64, QString> unrecorded;
    {
        const std::scoped_lock lock(m_mutex);
        unrecorded = m_unrecorded;
    }
    const QDateTime now = m_parts.clock.now();
    for (auto it = unrecorded.cbegin(); it != unrecorded.cend(); ++it) {
        if (!m_parts.unanswered.recordFailure(MessageId{it.key()}, it.value(), now))
            continue;
        const std::scoped_lock lock(m_mutex);
        m_unrecorded.remove(it.key());
    }
    return addAll(m_parts.unanswered.due(now));
}

void Answering::markLate()
{
    const QDateTime since = m_parts.clock.now().addSecs(-lateAfterSeconds);
    if (auto marked = m_parts.unanswered.markLate(since); !marked)
        qCWarning(lcPipeline) << "late messages cannot be marked:" << marked.error().detail;
}

bool Answering::answerNext(const RunControl &control)
{
    const auto message = m_queue.next();
    if (!message)
        return false;
    std::vector<MessageId> failed;
    answerEarlier(*message, failed, control);
    if (!answer(message->id, control))
        return true;
    // The later one was answered, so it is not the store that keeps the earlier ones from an answer.
    for (const MessageId earlier : failed)
        giveUp(earlier, QStringLiteral("a later message was answered and this one could not be"), control);
    return true;
}

void Answering::answerEarlier(const UnansweredMessage &message, std::vector<MessageId> &failed,
                              const RunControl &control)
{
    auto others = m_parts.unanswered.of(message.conversation);
    if (!others)
        return; // the answer itself meets the same error
    for (const UnansweredMessage &other : *others) {
        if (other.id < message.id && !control.isStopped() && !answer(other.id, control))
            failed.push_back(other.id);
    }
}

bool Answering::answer(MessageId message, const RunControl &control)
{
    auto processed = contained([&] { return m_parts.answer(message, control); });
    if (processed) {
        if (!processed->wasThere)
            m_parts.answered(processed->outcome);
        return true;
    }
    const ErrorKind kind = processed.error().kind;
    if (kind == ErrorKind::Cancelled || kind == ErrorKind::NotFound) // stopped, or erased meanwhile
        return false;
    qCWarning(lcPipeline) << "message" << message.value << "was not answered:" << processed.error().detail;
    noteFailure(message, processed.error(), control);
    return false;
}

void Answering::noteFailure(MessageId message, const Error &error, const RunControl &control)
{
    auto known = m_parts.unanswered.find(message);
    const int attempts = known && *known ? (*known)->attempts + 1 : 1;
    if (attempts >= mostAttempts) {
        giveUp(message, error.detail, control);
        return;
    }
    const QDateTime nextTry = m_parts.clock.now().addSecs(delayAfter(attempts).count());
    if (m_parts.unanswered.recordFailure(message, error.detail, nextTry))
        return;
    const std::scoped_lock lock(m_mutex);
    m_unrecorded.insert(message.value, error.detail);
}

void Answering::giveUp(MessageId message, const QString &why, const RunControl &control)
{
    auto outcome = contained([&] { return m_parts.giveUp(message, why, control); });
    if (outcome) {
        m_parts.answered(*outcome);
        return;
    }
    const QDateTime nextTry = m_parts.clock.now().addSecs(delayAfter(mostAttempts).count());
    qCWarning(lcPipeline) << "message" << message.value << "cannot be given up:" << outcome.error().detail;
    if (!m_parts.unanswered.recordFailure(message, why, nextTry)) {
        const std::scoped_lock lock(m_mutex);
        m_unrecorded.insert(message.value, why);
    }
}

} // namespace Helmdesk
