#include "pipeline/Proposals.h"

#include "core/Clock.h"

namespace Helmdesk
{

Answer answerToProposals(const Json &memory, const Message *lastReply, const QString &text,
                         const QString &customerName, const ClearAnswer &answers)
{
    const Json &proposals = memberOrNull(memory, "proposals");
    if (!proposals.is_array() || proposals.empty() || lastReply == nullptr)
        return Answer::Other;
    QString questions;
    for (const Json &proposal : proposals) {
        const QString question = stringOr(proposal, "question").simplified();
        if (question.isEmpty() || !lastReply->text.simplified().contains(question))
            return Answer::Other; // a person said something else
        questions += question + QLatin1Char(' ');
    }
    return answers.answerTo(questions, text, customerName);
}

Json acceptedProposals(const Json &memory, const Message *lastReply, const QString &text,
                       const QString &customerName, const ClearAnswer &answers, const QDateTime &now,
                       std::chrono::seconds validFor)
{
    if (answerToProposals(memory, lastReply, text, customerName, answers) != Answer::Yes)
        return Json::array();
    const Json &proposals = memberOrNull(memory, "proposals");
    for (const Json &proposal : proposals) {
        const auto asked = QDateTime::fromString(stringOr(proposal, "at"), Qt::ISODateWithMs);
        if (!asked.isValid() || asked > now || asked.secsTo(now) > validFor.count())
            return Json::array();
    }
    return proposals;
}

} // namespace Helmdesk
