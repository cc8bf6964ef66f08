#pragma once

#include "core/Outcome.h"
#include "core/Result.h"
#include "escalation/ComplexityAnalyzer.h"
#include "escalation/HumanRequestDetector.h"
#include "escalation/LanguageDetector.h"
#include "escalation/PriorityPolicy.h"
#include "escalation/SentimentAnalyzer.h"
#include "security/InjectionSignals.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// From the settings sentiment.threshold, complexity.max_words and complexity.max_questions.
struct EscalationLimits {
    double sentiment = -0.5; // below it: negative_sentiment
    int maxWords = 100;      // above it: complex_query
    int maxQuestions = 3;    // above it: complex_query
    double injection = injectionThreshold;
    QStringList knownLanguages = {QStringLiteral("en")}; // another one, reliably told: policy
};

// What a message says about whether a person must see it. The reasons hold the value and the limit that
// fired.
struct EscalationAssessment {
    double sentiment = 0.0;
    QString language = QStringLiteral("en"); // ISO 639-1
    QString languageName = QStringLiteral("English");
    bool isLanguageSure = false; // false: too little to go by, and English is assumed
    int words = 0;
    int questions = 0;
    HumanRequest request;
    bool asksIfBot = false;      // only whether a machine answers, without a wish for a person
    bool declinesPerson = false; // says that no person is needed, and wishes for none elsewhere
    std::vector<ConcernMatch> concerns;
    InjectionSignals injection;
    std::vector<ReasonDetail>
        reasons; // in the order: person, policy, legal, sentiment, length, injection, language
};

// Reads a message for everything that calls for a person. An explicit wish is human_requested; formal
// complaints, threats to leave, safety, authorities, fraud and conduct of staff are policy; legal matters,
// length and many questions are complex_query. Thread: any, once made. Linear in the text.
class EscalationAssessor
{
public:
    // With the lexicon of the programs' resources. Fails when a file of it is missing or damaged.
    static Result<EscalationAssessor> create();
    explicit EscalationAssessor(SentimentAnalyzer sentiment);

    // Cannot fail. An empty text has no reasons.
    EscalationAssessment assess(const QString &text, const EscalationLimits &limits) const;

private:
    SentimentAnalyzer m_sentiment;
};

} // namespace Helmdesk
