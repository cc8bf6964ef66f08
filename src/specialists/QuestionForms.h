#pragma once

#include "core/Result.h"

#include <map>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// The form of a question: two questions of one form ask the same. A sentence encoder cannot tell that: "can I
// cancel" and "can't I cancel" lie nearer to each other than most paraphrases do (docs/cost.md), so what
// makes two questions one is data that a person can read (resources/models/same_questions.json). Immutable;
// any thread.
class QuestionForms
{
public:
    // Failure: that of the resource; InvalidInput for data of another shape.
    static Result<QuestionForms> load();

    // What stays of a question without courtesies and ways of wording, word by word in order. Empty: there is
    // no data for the language, the text has no words, or too many to be one question.
    QString formOf(const QString &text, const QString &language) const;

    // The text without case, spaces and what stands at its end: the same question letter by letter.
    static QString normalised(const QString &text);

private:
    struct Form {
        QRegularExpression said;
        QString as; // with \1 where the rest stands
    };
    struct Phrase {
        QString said; // each with a space at both ends
        QString as;
    };
    struct Language {
        std::vector<Phrase> courtesies;
        std::vector<Form> forms;
        std::vector<Phrase> groups;
        QSet<QString> silent;
        QSet<QString> past;
        QSet<QString> future;
        bool hasPlural = false; // by an s at the end
    };
    static QString withoutPlural(const QString &words, const Language &language);

    std::map<QString, Language> m_languages;
};

} // namespace Helmdesk
