#include "inspector/StepWords.h"

#include "inspector/IntentWords.h"
#include "Words.h"

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QString namesIn(const Json &calls)
{
    QStringList names;
    for (const Json &call : calls)
        names.append(Words::tool(stringOr(call, "name")));
    return names.join(u", "_s);
}

} // namespace

StepLine StepWords::lineOf(const RunStepView &step)
{
    const Json &result = step.result;
    StepLine line{Words::part(step.name), step.hasFailed ? u"circle-x"_s : u"circle-check"_s,
                  step.hasFailed ? Token::Bad : Token::Ok};
    if (!result.is_object())
        return line;
    if (step.name == "understand"_L1)
        line.words = tr("Understand: %1, sentiment %2")
                         .arg(Words::language(stringOr(result, "language")),
                              Words::figure(result.value("sentiment", 0.0)));
    else if (step.name == "route"_L1)
        line.words =
            tr("Route: %1, %2")
                .arg(Words::category(
                         fromName<Category>(stringOr(result, "category")).value_or(Category::General)),
                     IntentWords::title(stringOr(result, "intent")));
    else if (step.name == "identity"_L1)
        //: A step that looked for the one-time code by which a mail's sender proves who they are
        line.words = result.value("code", std::string()) == "proven" ? tr("The sender is proven by a code")
                                                                     : tr("The sender is not proven");
    else if (step.name == "identity_code"_L1)
        line.words = tr("Code sent to the address on record");
    else if (step.name.startsWith("approved:"_L1))
        //: A step that carried out what a person had approved; %1 is what it did
        line.words = tr("Approved, done: %1").arg(Words::tool(step.name.section(u':', 1)));
    else if (result.contains("approved"))
        line.words = result.value("approved", false) ? tr("A person approved it") : tr("A person denied it");
    else if (step.name == "decision"_L1)
        line.words = tr("Decide: %1")
                         .arg(Words::decision(
                             fromName<Decision>(stringOr(result, "decision")).value_or(Decision::Escalated)));
    else if (step.name == "specialist"_L1 && result.contains("calls"))
        line.words = tr("Wants: %1").arg(namesIn(result["calls"]));
    else if (step.name == "specialist"_L1 && result.contains("draft"))
        line.words = tr("Draft and judge");
    else if (step.name == "specialist"_L1)
        line.words = tr("Specialist");
    if (!step.name.startsWith("tool:"_L1))
        return line;
    const QString tool = Words::tool(step.name.section(u':', 1));
    const auto status = fromName<ToolStatus>(stringOr(result, "status"));
    line.words = tool;
    if (status == ToolStatus::PendingApproval)
        return {tr("%1: waits for a person").arg(tool), u"circle-pause"_s, Token::Warn};
    if (status == ToolStatus::Denied)
        return {tr("%1: denied").arg(tool), u"circle-x"_s, Token::Secondary};
    if (status == ToolStatus::Failed)
        return {tr("%1: failed").arg(tool), u"circle-x"_s, Token::Bad};
    return line;
}

} // namespace Helmdesk
