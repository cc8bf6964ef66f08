#pragma once

#include "core/Message.h"
#include "core/Outcome.h"

#include <optional>
#include <vector>

namespace Helmdesk
{

enum class RunState {
    Running,          // a worker is on it, or was when the program ended
    AwaitingApproval, // its outcome is there and waits for a person's decision
    Finished,
    Cancelled, // a person took over, or the message was joined into a later turn
    Failed,
};

// Fixed names in the store.
inline QString nameOf(RunState value)
{
    switch (value) {
    case RunState::Running:
        return QStringLiteral("running");
    case RunState::AwaitingApproval:
        return QStringLiteral("awaiting_approval");
    case RunState::Finished:
        return QStringLiteral("finished");
    case RunState::Cancelled:
        return QStringLiteral("cancelled");
    case RunState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

struct Run {
    RunId id;
    ConversationId conversation;
    MessageId message;
    RunState state = RunState::Running;
    QDateTime startedAt;
    QDateTime updatedAt;
    bool isLive() const { return state == RunState::Running || state == RunState::AwaitingApproval; }
};

// One finished step. (run, seq) is unique.
struct RunStep {
    int seq = 0; // from 0, without gaps
    QString name;
    Json input;
    Json output;
    QDateTime startedAt;
    qint64 micros = 0;
};

struct StoredOutcome {
    MessageId message;
    Outcome outcome;
    int revision = 1; // 2 and more: replaced after an operator's decision
    QDateTime at;
};

enum class OutcomeWrite {
    First,   // Conflict when the message has an outcome
    Replace, // overwrites the one row of the message; inserts it when there is none
};

// Runs, their steps and what they came to. All that a resumed run needs is here.
// Thread: any. Ownership: takes and returns values. Failure: Conflict as told below, NotFound for an unknown
// id, otherwise Unavailable, StorageFull, Corrupt or Io of the store.
class RunRepository
{
public:
    virtual ~RunRepository() = default;

    // A new run of the message. Conflict when it has a live run (the store guarantees at most one).
    virtual Result<Run> begin(ConversationId conversation, MessageId message, const QDateTime &at) = 0;
    virtual Result<std::optional<Run>> get(RunId id) const = 0;
    virtual Result<std::optional<Run>> liveRun(MessageId message) const = 0;
    virtual Result<std::vector<Run>> runsOf(ConversationId conversation) const = 0; // oldest first

    // Stored before the next step starts. Conflict when the step of that number is there already or the run
    // is no longer live (cancelled by a take-over): the caller then stops.
    virtual Result<> addStep(RunId run, const RunStep &step) = 0;
    virtual Result<std::vector<RunStep>> steps(RunId run) const = 0; // in order

    // Conflict when the run has ended before.
    virtual Result<> setState(RunId run, RunState state, const QDateTime &at) = 0;
    // Ends all live runs of the conversation as Cancelled; returns them.
    virtual Result<std::vector<RunId>> cancelLive(ConversationId conversation, const QDateTime &at) = 0;
    // Runs in state Running, oldest first: to be resumed at start.
    virtual Result<std::vector<Run>> unfinished() const = 0;

    // Stores the message's outcome, sets the run's state and the conversation's row in the queue (category,
    // priority, decision, confidence, reasons, ticket), all in one transaction and audited. Conflict for a
    // run that was cancelled meanwhile: nothing is stored then.
    virtual Result<> saveOutcome(RunId run, MessageId message, const Outcome &outcome, RunState runState,
                                 OutcomeWrite write, const QDateTime &at) = 0;
    virtual Result<std::optional<StoredOutcome>> outcomeOf(MessageId message) const = 0;
    virtual Result<std::optional<StoredOutcome>> latestOutcome(ConversationId conversation) const = 0;
    // Newest first; for insights and replay.
    virtual Result<std::vector<StoredOutcome>> recentOutcomes(int limit) const = 0;
};

} // namespace Helmdesk
