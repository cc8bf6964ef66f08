#pragma once

#include "app/AnswerQueue.h"
#include "core/Clock.h"
#include "core/RunControl.h"
#include "pipeline/Pipeline.h"

#include <functional>
#include <QHash>

namespace Helmdesk
{

// What answering works with; not owned. The functions may be called once the engine is loaded.
struct AnsweringParts {
    UnansweredRepository &unanswered;
    const RunRepository &runs;
    const ConversationRepository &conversations;
    const Clock &clock;
    std::function<Result<Processed>(MessageId, const RunControl &)> answer;
    std::function<Result<Outcome>(MessageId, const QString &why, const RunControl &)> giveUp;
    std::function<void(const Outcome &)> answered; // is told of each new outcome
};

// Answers what waits in the queue, one message after the other. An answer that fails is tried again later,
// also by the next start, and stands in the queue of people meanwhile; after `mostAttempts`, or when a later
// message of its conversation was answered, the message ends as engine_failed.
//
// Thread: answerNext() on one thread at a time, the rest on any. Failure: is told in the log; nothing is
// thrown.
class Answering
{
public:
    explicit Answering(AnsweringParts parts);

    bool add(const UnansweredMessage &message); // false: it waits already
    // Puts what the store holds unanswered into the queue, but for what is to be tried later. Returns how
    // many were not in it. takeUp() includes the runs that an earlier start had begun.
    int addWaiting();
    int takeUp();
    // Those that failed and are due again; writes down what could not be written when it failed.
    int addDue();
    // What has waited for long needs attention.
    void markLate();

    // The first of the queue, and before it what its sender wrote earlier. Returns false when there was none.
    bool answerNext(const RunControl &control);

private:
    int addAll(const Result<std::vector<UnansweredMessage>> &messages);
    bool answer(MessageId message, const RunControl &control);
    void answerEarlier(const UnansweredMessage &message, std::vector<MessageId> &failed,
                       const RunControl &control);
    void giveUp(MessageId message, const QString &why, const RunControl &control);
    void noteFailure(MessageId message, const Error &error, const RunControl &control);

    AnsweringParts m_parts;
    AnswerQueue m_queue;
    std::mutex m_mutex;
    QHash<qint64, QString> m_unrecorded; // failures that the store could not take, with their reasons
};

} // namespace Helmdesk
