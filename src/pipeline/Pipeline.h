#pragma once

#include "pipeline/PipelineParts.h"

namespace Helmdesk
{

struct Processed {
    MessageId message;
    Outcome outcome;
    bool wasThere =
        false; // the message had been delivered before: the stored outcome, nothing was done again
};

// The path of a message from a channel to its stored outcome. Thread-safe: any number of threads may process
// different messages at once. Failure: Cancelled, or that of the store; a message that cannot be read or
// answered is not a failure but an outcome.
class Pipeline
{
public:
    explicit Pipeline(const PipelineParts &parts)
        : m_parts(parts)
    {
    }

    // Intake: stores the message, once however often it is delivered. Returns its id, and whether it was
    // there.
    Result<AppendedMessage> take(const IncomingMessage &incoming);

    // Intake and the whole run.
    Result<Processed> process(const IncomingMessage &incoming, const RunControl &control);

    // The run of a message that intake has stored; goes on where an earlier attempt stopped. An exception in
    // it becomes the outcome engine_failed.
    Result<Processed> answer(MessageId message, const RunControl &control);

    // Ends the turn of a message whose answer failed again and again: the outcome engine_failed, and a
    // person.
    Result<Outcome> giveUp(MessageId message, const QString &why, const RunControl &control);

    // What was under way when the program ended: unfinished runs, messages without an outcome, and decisions
    // of people whose run had not gone on. Call once at start, before new work. Returns how many were taken
    // up; failure: that of the first message that could not be, after all were tried.
    Result<int> resume(const RunControl &control);

    // Runs a message again, e.g. after a person changed its category; the outcome is replaced. Never sends:
    // the reply is a draft for the person who is at work.
    Result<Outcome> runAgain(MessageId message, const RunControl &control);

    // Puts what the channel read of the message into its outcome, as process() does.
    static void describeMessage(const IncomingMessage &incoming, Outcome &outcome);

private:
    Result<Outcome> execute(const Run &run, const RunControl &control);
    Result<Outcome> fail(const Run &run, const QString &why, const RunControl &control);
    Result<std::optional<MessageId>> joinToLater(const Message &message);

    PipelineParts m_parts;
};

} // namespace Helmdesk
