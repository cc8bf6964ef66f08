#pragma once

#include "pipeline/PipelineParts.h"
#include "pipeline/Remembered.h"
#include "pipeline/RunJournal.h"
#include "pipeline/TurnPaths.h"
#include "pipeline/TurnRouting.h"
#include "pipeline/TurnSender.h"
#include "pipeline/TurnText.h"

#include <memory>

namespace Helmdesk
{

// From so many replies within an hour that nobody looked at, the next mail of an address goes to a person.
inline constexpr int mostRepliesAnHour = 5;

// Rounds of tool calls in one turn.
inline constexpr int maxRounds = 8;

// One run of the pipeline over a turn, from its first unfinished step to its stored outcome.
// Made for one attempt and used on one thread. Failure: Cancelled when it was stopped or taken over,
// otherwise that of the store; everything else ends in an outcome, if need be a ticket.
class TurnRun
{
public:
    static Result<TurnRun> open(const PipelineParts &parts, const Run &run, RunControl control);

    // Understands, routes, answers or acts, judges and stores the outcome.
    Result<Outcome> execute();
    // Ends the turn without an answer: a ticket and the reason engine_failed. For a turn that failed
    // otherwise than by an error it could meet itself.
    Result<Outcome> fail(const QString &why);
    // The same as execute() for a message that has an outcome already, which is replaced. A person is at
    // work: the reply is a draft and calls that change something wait, whatever the mode.
    Result<Outcome> executeAgain();

    // Goes on after a person's decision on the waiting call: runs it once through the whole gate when
    // approved, has the reply worded anew and replaces the outcome. `args` replaces the arguments of the call
    // when it is not null.
    Result<Outcome> continueAfter(const Approval &approval, const Json &args);

    // Asks anew for what still waits, where the stored requests no longer tell what is true.
    Result<Outcome> requestAgain();

    // Runs every call that waits only because of the category's mode, then words the reply anew. The outcome
    // is replaced; the caller sends only when no call failed.
    Result<Outcome> executeHeld(const QString &operatorName);

private:
    TurnRun(const PipelineParts &parts, Run run, RunJournal journal, RunControl control);

    // From the message to the route and what surrounds it.
    Result<> load();
    Result<> answerTurn();
    Result<> understand();
    EscalationAssessment assess(const EscalationLimits &limits) const;
    std::optional<QString> languageSoFar() const;
    Result<bool> awaitsAnswer() const;
    void addReasonsRead(bool isAnswer);
    Result<> route();
    Result<TurnRoute> routeBy(const RouteLimits &limits, const EscalationAssessment &assessment,
                              const Json &memory, bool acceptsProposals) const;
    Result<std::optional<WitnessedTurn>> askKnowledge(const TurnRoute &turn,
                                                      const EscalationAssessment &assessment) const;
    Result<Json> askAdvisor(TurnRoute &turn) const;
    Result<> gatherHistory();
    Result<> gatherContext();
    QString customerName() const;
    const Message *lastReply() const;

    // Who writes, proven by a code; TurnRunIdentity.cpp.
    Result<> proveIdentity();
    Result<> takeUpWaiting(MessageId waiting, const QString &rest);
    bool isCodeAlone(const QString &rest) const;
    bool answersCode();
    bool asksWhoWrites(const NextStep &next) const;
    Result<bool> askForCode();
    DraftReply codeReply(const QString &words) const;

    // What the specialist says, and its calls; TurnRunConsult.cpp.
    bool isAnswerable() const;
    Mode mode() const;
    ExecutionMode executionMode() const;
    ToolContext toolContext() const;
    Result<> consult();
    Result<> proposeFromKnowledge();
    Json degraded(const Error &cause) const;
    Result<> callTools(const std::vector<ToolRequest> &requests, int round);
    void take(const NextStep &next);
    DraftReply draftIn(const NextStep &next, std::vector<ReasonDetail> &found) const;

    // What people decide on its calls; TurnRunDecided.cpp.
    Result<> replay();
    Result<> decideCall(const Json &decision);
    Result<> runWaiting(ToolCall &call, const Json &decision);

    // What the turn comes to; TurnRunOutcome.cpp.
    bool repeatsLastReply(const DraftReply &draft, const std::vector<ToolCall> &calls) const;
    void judge();
    int repliesOfLate() const;
    Outcome outcome() const;
    enum class Keep { Nothing, Run }; // of an attempt that decides by itself everything is kept
    Result<Outcome> finish(OutcomeWrite write, Keep keep);

    // What it comes to under other settings; TurnRunPaths.cpp.
    Decision decision() const;
    KeptFacts facts() const;
    KeptPath ownPath() const;
    Result<KeptRun> kept() const;
    PathAnswer answerOn(const TurnRoute &turn) const;
    PathAnswer consultedOn(const TurnContext &context) const;
    PathAnswer answerOf(const DraftReply &draft, const std::vector<ToolCall> &calls,
                        const std::vector<ReasonDetail> &found) const;

    void addReason(EscalationReason reason, const QString &detail, double value = 0.0,
                   double threshold = 0.0);
    // A reason that the turn itself gives, whatever is set.
    void addOwnReason(EscalationReason reason, const QString &detail, double value = 0.0,
                      double threshold = 0.0);

    PipelineParts m_parts;
    Run m_run;
    RunJournal m_journal;
    RunControl m_control;
    Settings m_settings;
    QDateTime m_now;

    Conversation m_conversation;
    Message m_message;
    TurnSender m_sender;
    std::vector<Message> m_earlier; // of the conversation, before the message; none of others' words
    TurnText m_said;
    QString m_codeState; // of the step "identity": "proven", "wrong", "spent", "none"; empty: not asked
    EscalationAssessment m_assessment;
    std::shared_ptr<const RememberedRouter> m_router;
    std::shared_ptr<const RememberedReader> m_reader;
    TurnRoute m_turn; // as it was routed
    Route m_route;
    TurnContext m_context;
    std::vector<ToolCall> m_calls;
    DraftReply m_draft;
    std::vector<ReasonDetail> m_reasons;
    std::vector<ReasonDetail> m_found; // those of them that the specialist or a tool gave
    bool m_alwaysEscalates = false;    // for a reason that no setting takes away
    bool m_isConsulted = false;        // the specialist had its say to the end
    bool m_isMeasured = false;         // false: an attempt of an earlier version left no measures
    Degraded m_degraded = Degraded::None;
    qsizetype m_textLength = 0; // of the whole turn, also where only its beginning is read
    qsizetype m_textWords = 0;  // of the same
    bool m_takesBack = false;   // the customer withdraws what was asked before
    bool m_personRequired = false;
    bool m_isSentByPerson = false;
};

} // namespace Helmdesk
