#pragma once

#include "pipeline/RunRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/RunRepository.h. The Database is not owned.
class SqliteRunRepository final : public RunRepository
{
public:
    explicit SqliteRunRepository(Database &database);

    Result<Run> begin(ConversationId conversation, MessageId message, const QDateTime &at) override;
    Result<std::optional<Run>> get(RunId id) const override;
    Result<std::optional<Run>> liveRun(MessageId message) const override;
    Result<std::vector<Run>> runsOf(ConversationId conversation) const override;
    Result<> addStep(RunId run, const RunStep &step) override;
    Result<std::vector<RunStep>> steps(RunId run) const override;
    Result<> setState(RunId run, RunState state, const QDateTime &at) override;
    Result<std::vector<RunId>> cancelLive(ConversationId conversation, const QDateTime &at) override;
    Result<std::vector<Run>> unfinished() const override;
    Result<> saveOutcome(RunId run, MessageId message, const Outcome &outcome, RunState runState,
                         OutcomeWrite write, const QDateTime &at) override;
    Result<std::optional<StoredOutcome>> outcomeOf(MessageId message) const override;
    Result<std::optional<StoredOutcome>> latestOutcome(ConversationId conversation) const override;
    Result<std::vector<StoredOutcome>> recentOutcomes(int limit) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
