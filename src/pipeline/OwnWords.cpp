#include "pipeline/OwnWords.h"

#include <QRegularExpression>
#include <QStringList>

namespace Helmdesk
{
namespace
{

bool isQuote(const QString &line)
{
    return line.trimmed().startsWith(QLatin1Char('>'));
}

// "On Mon, 16 Nov 2026 at 10:12, Support <help@...> wrote:", on its own line.
bool introducesQuote(const QString &line)
{
    constexpr qsizetype longest = 200;
    static const QRegularExpression form(
        QStringLiteral(
            "(?:\\b(?:wrote|writes|said|says|schrieb|a \\x{e9}crit|escribi\\x{f3}|ha scritto|skrev)|"
            "^\\W*(?:on|am|le|el|il)\\b.*\\d)\\s*:\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return line.size() <= longest && form.match(line).hasMatch();
}

} // namespace

QString ownWords(const QString &text)
{
    if (!text.contains(QLatin1Char('>')))
        return text;
    QStringList own;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!isQuote(line)) {
            own.append(line);
            continue;
        }
        while (!own.isEmpty() && own.back().trimmed().isEmpty())
            own.removeLast();
        if (!own.isEmpty() && introducesQuote(own.back()))
            own.removeLast();
        own.append(QString()); // what stood before and after are two paragraphs
    }
    static const QRegularExpression gap(QStringLiteral("\\n{3,}"));
    const QString words = own.join(QLatin1Char('\n')).trimmed().replace(gap, QStringLiteral("\n\n"));
    return words.isEmpty() ? text : words;
}

} // namespace Helmdesk
