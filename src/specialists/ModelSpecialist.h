#pragma once

#include "llm/ChatModel.h"
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
};

struct ModelPlan;

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
