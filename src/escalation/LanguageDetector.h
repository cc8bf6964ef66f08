#pragma once

#include "security/PhraseMatcher.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

struct DetectedLanguage {
    QString code = QStringLiteral("en"); // ISO 639-1 where there is one
    QString name = QStringLiteral("English");
    bool isReliable = false; // false: too little to go by, and English is assumed

    bool isEnglish() const { return code == QStringLiteral("en"); }
};

// Tells the language of a message: by the Compact Language Detector 2 where the build has it, else by script
// and frequent words. Careful on purpose: another language than English is told only when it is plain and the
// text has at least four words, or a script that English does not use. Short messages with slips stay
// English. Thread: any. Linear in the text. Cannot fail.
DetectedLanguage detectLanguage(const QString &text, const std::vector<TextToken> &tokens);

// By script and frequent words alone.
DetectedLanguage detectLanguageByWords(const QString &text, const std::vector<TextToken> &tokens);

} // namespace Helmdesk
