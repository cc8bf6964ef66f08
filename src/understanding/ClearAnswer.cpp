#include "understanding/ClearAnswer.h"

#include "core/Json.h"

#include <algorithm>
#include <QDir>
#include <QFile>

namespace Helmdesk
{
namespace
{

// Lower-case words of letters and digits; a question mark is a word of its own.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text.toLower() + QLatin1Char(' ')) {
        if (c.isLetterOrNumber()) {
            word.append(c);
            continue;
        }
        if (c == u'\'' || c == u'\u2019') // "don't" is one word
            continue;
        if (!word.isEmpty())
            words.append(std::exchange(word, {}));
        if (c == u'?')
            words.append(c);
    }
    return words;
}

void addWords(const Json &list, QSet<QString> &out)
{
    for (const Json &word : list) {
        if (word.is_string())
            out.insert(word.get<QString>());
    }
}

} // namespace

Result<ClearAnswer> ClearAnswer::load(const QString &folder)
{
    ClearAnswer answer;
    const QDir root(folder);
    for (const QString &language : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        QFile file(root.filePath(language + QStringLiteral("/answers.json")));
        if (!file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString())};
        const auto json = parseJson(file.readAll());
        if (!json)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1: %2").arg(file.fileName(), json.error().detail)};
        addWords(memberOrNull(*json, "yes"), answer.m_yes);
        addWords(memberOrNull(*json, "no"), answer.m_no);
        addWords(memberOrNull(*json, "beside"), answer.m_beside);
    }
    return answer;
}

Answer ClearAnswer::answerTo(const QString &question, const QString &text, const QString &courtesies) const
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty() || words.size() > mostWords || words.contains(QStringLiteral("?")))
        return Answer::Other;
    QStringList known = wordsOf(question) + wordsOf(courtesies);
    const auto isNo = [&](const QString &word) { return m_no.contains(word); };
    const auto isYes = [&](const QString &word) { return m_yes.contains(word); };
    const bool isExplained = std::ranges::all_of(words, [&](const QString &word) {
        return isYes(word) || isNo(word) || m_beside.contains(word) || known.contains(word);
    });
    if (!isExplained)
        return Answer::Other;
    if (std::ranges::any_of(words, isNo))
        return std::ranges::any_of(words, isYes) ? Answer::Other : Answer::No;
    return std::ranges::any_of(words, isYes) ? Answer::Yes : Answer::Other;
}

} // namespace Helmdesk
