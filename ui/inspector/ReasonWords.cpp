#include "inspector/ReasonWords.h"

#include "Words.h"

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

// The customer's own words behind the name of a reason: "legal: my lawyer".
QString quotedIn(const QString &detail)
{
    const QString words = detail.section(u": "_s, 1).trimmed();
    return words.isEmpty() ? QString() : u" (\u201c%1\u201d)"_s.arg(Words::foreign(words));
}

} // namespace

QString ReasonWords::inShort(const ConversationView &view)
{
    const Outcome &outcome = *view.outcome;
    if (outcome.decision == Decision::AutoSend)
        return tr("Helmdesk was sure of its answer and sent it by itself.");
    if (!outcome.reasons.empty())
        return sentence(outcome.reasons.front(), view);
    if (view.mode != Mode::Auto)
        //: A category and its mode: "Billing is set to Suggest, so a person sends."
        return tr("%1 is set to %2, so a person sends.")
            .arg(Words::category(outcome.category), Words::mode(view.mode));
    return tr("A person looks at this before it is sent.");
}

QString ReasonWords::sentence(const ReasonDetail &reason, const ConversationView &view)
{
    switch (reason.reason) {
    case EscalationReason::LowConfidence:
        return lowConfidence(reason);
    case EscalationReason::NegativeSentiment:
        return tr("The customer sounds upset.");
    case EscalationReason::ComplexQuery:
        return complexity(reason);
    case EscalationReason::HumanRequested:
        return tr("The customer asks for a person.");
    case EscalationReason::ApprovalRequired:
        return reason.detail.isEmpty() || reason.detail.contains(u' ')
                   ? tr("A person has to approve an act of it.")
                   : Words::rule(reason.detail);
    case EscalationReason::ToolFailed:
        return tr("\u201c%1\u201d did not work.").arg(Words::tool(reason.detail));
    case EscalationReason::InjectionSuspected:
        return tr("Something in the message tries to give Helmdesk orders.");
    case EscalationReason::Policy:
        return policy(reason, view);
    case EscalationReason::EngineFailed:
        break;
    }
    return tr("Helmdesk could not finish its work on this message.");
}

QString ReasonWords::lowConfidence(const ReasonDetail &reason)
{
    if (reason.detail.startsWith("several_requests"_L1))
        return tr("The message asks for several things, and not all of them have a sure answer.");
    if (reason.detail == "same reply again"_L1)
        return tr("The answer would be the same as the last one.");
    if (reason.detail == "empty_message"_L1)
        return tr("The message holds no words.");
    // Where both round to the same it would say nothing.
    const bool isClose = Words::percent(reason.value) == Words::percent(reason.threshold);
    const QString is = isClose ? Words::percentFinely(reason.value) : Words::percent(reason.value);
    const QString needed = Words::percent(reason.threshold);
    return reason.detail == "answer"_L1
               ? tr("Helmdesk is %1 sure of its answer; %2 are needed.").arg(is, needed)
               : tr("Helmdesk is %1 sure what this is about; %2 are needed.").arg(is, needed);
}

QString ReasonWords::complexity(const ReasonDetail &reason)
{
    if (reason.detail.startsWith("legal"_L1))
        return tr("The message has to do with the law%1.").arg(quotedIn(reason.detail));
    if (reason.detail == "words"_L1)
        return tr("The message is long: %1 words.").arg(Words::number(qRound64(reason.value)));
    if (reason.detail == "questions"_L1)
        return tr("The message asks many questions: %1.").arg(Words::number(qRound64(reason.value)));
    if (reason.detail.startsWith("shortened"_L1))
        return tr("The message is so long that only its beginning was read.");
    return tr("The question is not a simple one.");
}

QString ReasonWords::policy(const ReasonDetail &reason, const ConversationView &view)
{
    const QString &detail = reason.detail;
    if (detail == "mode_off"_L1)
        return tr("%1 is set to %2, so Helmdesk answers nothing here.")
            .arg(Words::category(view.outcome->category), Words::mode(Mode::Off));
    if (detail.startsWith("language"_L1))
        return tr("The message is in a language that Helmdesk may not answer.");
    if (detail.startsWith("safety"_L1))
        return tr("Somebody\u2019s safety may be at stake%1.").arg(quotedIn(detail));
    if (detail.startsWith("complaint"_L1))
        return tr("The customer complains%1.").arg(quotedIn(detail));
    if (detail.startsWith("not solved"_L1))
        return tr("The last reply did not solve it.");
    if (detail.startsWith("something was done wrongly"_L1))
        return tr("The customer says that something was done wrongly.");
    if (detail.startsWith("sender probable"_L1))
        return tr("The sender is probably the customer; it is not proven.");
    if (detail == "declined_by_person"_L1)
        return tr("A person denied what the reply rested on.");
    if (detail.startsWith("legal"_L1))
        return tr("The message has to do with the law%1.").arg(quotedIn(detail));
    return tr("Such messages are answered by a person.");
}

} // namespace Helmdesk
