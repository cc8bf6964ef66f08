#include "escalation/EscalationAssessor.h"

#include "core/ResourcePaths.h"
#include "escalation/BotQuestion.h"
#include "escalation/PersonRefusal.h"

namespace Helmdesk
{

namespace
{

constexpr qsizetype longestShownMatch = 60;

// "legal: my lawyer"
QString detailOf(const QString &what, const QString &matched)
{
    return matched.isEmpty()
               ? what
               : QStringLiteral("%1: %2").arg(what, matched.left(longestShownMatch).simplified());
}

// A match counts as 1 against a limit of 1: it is there or not.
ReasonDetail matchReason(EscalationReason reason, const QString &what, const QString &matched)
{
    return {reason, detailOf(what, matched), 1.0, 1.0};
}

void addRequestReason(EscalationAssessment &assessment)
{
    const HumanRequest &request = assessment.request;
    if (!request.isWish())
        return;
    if (request.kind == HumanRequestKind::Complaint)
        assessment.reasons.push_back(
            matchReason(EscalationReason::Policy, QStringLiteral("complaint"), request.matched));
    else
        assessment.reasons.push_back({EscalationReason::HumanRequested,
                                      request.matched.left(longestShownMatch).simplified(), 1.0, 1.0});
}

void addConcernReasons(EscalationAssessment &assessment)
{
    for (const ConcernMatch &match : assessment.concerns) {
        const auto reason =
            match.concern == Concern::Legal ? EscalationReason::ComplexQuery : EscalationReason::Policy;
        assessment.reasons.push_back(matchReason(reason, nameOf(match.concern), match.matched));
    }
}

void addMeasuredReasons(EscalationAssessment &assessment, const EscalationLimits &limits)
{
    if (assessment.sentiment < limits.sentiment)
        assessment.reasons.push_back({EscalationReason::NegativeSentiment, QStringLiteral("sentiment"),
                                      assessment.sentiment, limits.sentiment});
    if (assessment.words > limits.maxWords)
        assessment.reasons.push_back({EscalationReason::ComplexQuery, QStringLiteral("words"),
                                      static_cast<double>(assessment.words),
                                      static_cast<double>(limits.maxWords)});
    if (assessment.questions > limits.maxQuestions)
        assessment.reasons.push_back({EscalationReason::ComplexQuery, QStringLiteral("questions"),
                                      static_cast<double>(assessment.questions),
                                      static_cast<double>(limits.maxQuestions)});
    if (assessment.injection.score >= limits.injection)
        assessment.reasons.push_back({EscalationReason::InjectionSuspected,
                                      detailOf(nameOf(assessment.injection.findings.front().sign),
                                               assessment.injection.findings.front().matched),
                                      assessment.injection.score, limits.injection});
}

} // namespace

Result<EscalationAssessor> EscalationAssessor::create()
{
    return SentimentAnalyzer::create(resourceFile(QStringLiteral("sentiment")))
        .transform([](const SentimentAnalyzer &sentiment) { return EscalationAssessor(sentiment); });
}

EscalationAssessor::EscalationAssessor(SentimentAnalyzer sentiment)
    : m_sentiment(std::move(sentiment))
{
}

EscalationAssessment EscalationAssessor::assess(const QString &text, const EscalationLimits &limits) const
{
    const std::vector<TextToken> tokens = tokenize(text);
    EscalationAssessment assessment;
    assessment.sentiment = m_sentiment.score(text, tokens);
    const DetectedLanguage language = detectLanguage(text, tokens);
    assessment.language = language.code;
    assessment.languageName = language.name;
    assessment.isLanguageSure = language.isReliable;
    const Complexity complexity = analyzeComplexity(text, tokens);
    assessment.words = complexity.words;
    assessment.questions = complexity.questions;
    assessment.concerns = complexity.concerns;
    assessment.request = findHumanRequest(text, tokens);
    assessment.asksIfBot = !assessment.request.isWish() && asksWhetherBot(tokens);
    assessment.declinesPerson =
        !assessment.request.isWish() && (assessment.request.isNegated || declinesPerson(text));
    assessment.injection = findInjectionSignals(text);

    addRequestReason(assessment);
    addConcernReasons(assessment);
    addMeasuredReasons(assessment, limits);
    if (language.isReliable && !limits.knownLanguages.contains(language.code))
        assessment.reasons.push_back(
            matchReason(EscalationReason::Policy, QStringLiteral("language"), language.name));
    return assessment;
}

} // namespace Helmdesk
