#include "pipeline/SpacedWords.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

bool isWrittenTogether(QChar letter)
{
    const QChar::Script script = letter.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana || script == QChar::Script_Thai;
}

} // namespace

QString spacedWords(const QString &text)
{
    QString spaced(u' ');
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (letter.isMark())
            continue;
        if (letter.isLetterOrNumber() || letter.isSurrogate())
            spaced += letter;
        else if (!spaced.endsWith(u' '))
            spaced += u' ';
    }
    if (!spaced.endsWith(u' '))
        spaced += u' ';
    return spaced;
}

qsizetype findWords(const QString &spaced, const QString &phrase, qsizetype from)
{
    if (phrase.trimmed().isEmpty())
        return -1;
    const bool isTogether = std::ranges::any_of(phrase, isWrittenTogether);
    return spaced.indexOf(isTogether ? phrase.trimmed() : phrase, from);
}

} // namespace Helmdesk
