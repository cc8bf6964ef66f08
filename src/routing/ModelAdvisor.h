#pragma once

#include "llm/ChatModel.h"
#include "routing/RouteAdvisor.h"

#include <memory>

namespace Helmdesk
{

// A language model and what is known of its labels.
struct AdvisingModel {
    std::shared_ptr<const ChatModel> model; // null: nobody is asked
    QString name;
    bool keepsSchema = true;
    double accuracy = 0.6;
};

// Asks a language model for one of a closed set of labels. Whatever else it says is no advice.
class ModelAdvisor final : public RouteAdvisor
{
public:
    // `pick` gives the model that is set now.
    explicit ModelAdvisor(std::function<AdvisingModel()> pick);

    Result<std::optional<RouteAdvice>> advise(const QString &text, const Route &route, const Turn &turn,
                                              const RunControl &control) const override;
    bool isThere() const override { return m_pick().model != nullptr; }

private:
    std::function<AdvisingModel()> m_pick;
};

// The label in a model's reply, bound to a schema or written in words; empty: none of the set, or several.
std::optional<QString> labelIn(const QString &reply);

} // namespace Helmdesk
