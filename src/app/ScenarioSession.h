#pragma once

#include "app/Workspace.h"

#include <QTemporaryDir>

namespace Helmdesk
{

// Which engine answers in a scenario: "builtin" or a model of the repository, which outlives the session.
struct ScenarioEngine {
    QString name = QStringLiteral("builtin");
    ModelRepository *models = nullptr; // null: the scenario's own store, which has none
};

// One scenario under way: its store, its customer's turns and the scripted operator. Thread: one.
class ScenarioSession
{
public:
    // `sharedKnowledge` serves a scenario without a knowledge base of its own.
    static Result<std::unique_ptr<ScenarioSession>>
    start(const Json &scenario, std::shared_ptr<EngineAssets> assets,
          std::shared_ptr<const KnowledgeBase> sharedKnowledge, const RunControl &control,
          const ScenarioEngine &engine = {},
          std::optional<quint32> pauses = {}); // a seed: random pauses before tool calls

    Result<> say(const QString &text, int turn);
    Result<> act(const Json &act);

    // The outcome that the last turn, or the operator's last act, came to.
    const Outcome &outcome() const { return m_outcome; }
    const QString &lastAnswer() const { return m_lastAnswer; }
    Workspace &workspace() { return *m_workspace; }

private:
    ScenarioSession() = default;
    Result<> setUp(const Json &scenario, std::shared_ptr<EngineAssets> assets,
                   std::shared_ptr<const KnowledgeBase> sharedKnowledge, const RunControl &control);
    Result<> decideWaiting(const Json &act, bool approve);
    Result<> send(const Json &act);
    Result<> settleSending();

    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime()};
    std::unique_ptr<Workspace> m_workspace;
    QString m_customer;
    QString m_customerAddress;
    ChannelKind m_channel = ChannelKind::Chat;
    RunControl m_control;
    ScenarioEngine m_engine;
    std::optional<quint32> m_pauses;
    Outcome m_outcome;
    QString m_lastAnswer;
};

} // namespace Helmdesk
