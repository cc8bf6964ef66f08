#pragma once

#include "llm/ChatModel.h"
#include "specialists/DraftJudge.h"
#include "specialists/KnowledgeSource.h"
#include "specialists/ModelPrompt.h"
#include "specialists/Specialist.h"
#include "tools/ToolRegistry.h"
#include "understanding/ValueWords.h"

namespace Helmdesk
{

// The language model that answers now.
struct AnsweringModel {
    std::shared_ptr<const ChatModel> model; // null: the built-in engine answers
    QString name;
    QString version = {}; // what else tells it from another of this name: its server and its name there
    // What it is told before its work; null: as shipped.
    std::function<QString(const QString &name)> prompt = {};
};

// The prompt of this name that holds, see llm/Prompts.h.
QString promptOf(const AnsweringModel &answering, const QString &name);

class AnswerCache;
struct ModelPlan;

// The engine of a reply that was kept from an earlier one of a model.
inline const QString cacheEngine = QStringLiteral("cache");

// A draft without the marks of its sources.
struct CitedDraft {
    QString text;
    std::vector<Citation> citations; // what the marks mean
    int invented = 0;                // marks of no source
};

// A language model looks things up and words the answer; the built-in engine stands beside it. Of the same
// turn it decides what is done (no write happens that it does not ask for by itself), what is asked back and
// what the conversation remembers, and it answers where the model fails in any way. A model's draft goes out
// only where the built-in engine has an answer too and the judge finds nothing against it. Thread-safe.
// Ownership: nothing is owned that is given by reference. Failure as in Specialist.
class ModelSpecialist final : public Specialist
{
public:
    struct Surroundings {
        const Specialist &builtin;
        std::shared_ptr<const PlaybookLibrary> playbooks;
        std::shared_ptr<const ValueWords> words;
        const KnowledgeSource &knowledge;
        const ToolRegistry &registry;
        int topK;
        const AnswerCache *cache = nullptr; // null: every answer is asked for
    };
    ModelSpecialist(Surroundings surroundings, std::function<AnsweringModel()> pick);

    Result<NextStep> next(const TurnContext &context, const std::vector<ToolCall> &calls,
                          const RunControl &control) const override;
    Result<DraftReply> answerFromKnowledge(const TurnContext &context,
                                           const RunControl &control) const override;
    bool isFree() const override { return m_pick().model == nullptr; }

private:
    struct Turn; // what one call of next() works with

    Result<> begin(const Turn &turn, ModelPlan &plan) const;
    std::optional<NextStep> fromCache(Turn &turn, const ModelPlan &plan) const;
    DraftSources sourcesOf(const Turn &turn, const ModelPlan &plan, const DraftReply *own) const;
    DraftReply worded(const Turn &turn, const DraftReply &own, const CitedDraft &cited,
                      const JudgedDraft &verdict) const;
    QString instructionsOf(const Turn &turn) const;
    ChatRequest requestOf(const Turn &turn, const ModelPlan &plan) const;
    Result<NextStep> converse(const Turn &turn, ModelPlan &plan) const;
    std::optional<CallTools> sortCalls(const Turn &turn, const std::vector<ModelCall> &asked,
                                       ModelPlan &plan) const;
    QString objectionTo(const Turn &turn, const ModelCall &call, const ModelPlan &plan) const;
    Result<NextStep> beside(const Turn &turn, ModelPlan &plan) const;
    Result<NextStep> settle(const Turn &turn, NextStep builtin, ModelPlan &plan) const;
    bool belongsToBuiltin(const Turn &turn, const NextStep &builtin, const ModelPlan &plan) const;
    bool isWriting(const QString &tool) const;

    Surroundings m_surroundings;
    std::function<AnsweringModel()> m_pick;
};

} // namespace Helmdesk
