#include "specialists/ReplyStyle.h"

#include "specialists/ReplyWords.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

bool endsAbbreviation(const QString &text, qsizetype dot)
{
    static const QStringList known{QStringLiteral("e.g"),   QStringLiteral("i.e"), QStringLiteral("etc"),
                                   QStringLiteral("mr"),    QStringLiteral("mrs"), QStringLiteral("ms"),
                                   QStringLiteral("dr"),    QStringLiteral("no"),  QStringLiteral("vs"),
                                   QStringLiteral("approx")};
    qsizetype start = dot;
    while (start > 0 && (text[start - 1].isLetter() || text[start - 1] == QLatin1Char('.')))
        --start;
    return known.contains(text.mid(start, dot - start).toLower());
}

void splitLine(const QString &line, QStringList &out)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool ends = c == QLatin1Char('.') || c == QLatin1Char('!') || c == QLatin1Char('?');
        const bool atBreak = i + 1 >= line.size() || line[i + 1].isSpace();
        if (!ends || !atBreak || (c == QLatin1Char('.') && endsAbbreviation(line, i)))
            continue;
        // "1. Open Settings": the number of a list item is no sentence.
        const QString sentence = line.mid(from, i + 1 - from).trimmed();
        const bool isNumber =
            std::all_of(sentence.begin(), sentence.end() - 1, [](QChar d) { return d.isDigit(); });
        if (c == QLatin1Char('.') && isNumber)
            continue;
        out.append(sentence);
        from = i + 1;
    }
    if (const QString rest = line.mid(from).trimmed(); !rest.isEmpty())
        out.append(rest);
}

} // namespace

QString firstName(const QString &fullName)
{
    const QString name = fullName.simplified().section(QLatin1Char(' '), 0, 0);
    const bool usable =
        name.size() > 1 && std::ranges::all_of(name, [](QChar c) {
            return c.isLetter() || c == QLatin1Char('-') || c == QLatin1Char('\'') || c.isMark();
        });
    return usable ? name : QString();
}

QString replySubject(const QString &subject)
{
    static const QRegularExpression prefix(QStringLiteral("^(?:\\s*(?:re|aw|sv|fwd?|wg)\\s*:\\s*)+"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString bare = subject.simplified();
    bare.remove(prefix);
    return QStringLiteral("Re: ") + bare;
}

QStringList splitSentences(const QString &text)
{
    QStringList sentences;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        splitLine(line, sentences);
    return sentences;
}

QString frameReply(const QString &body, const TurnContext &context)
{
    const bool repliedBefore = std::ranges::any_of(context.history, [](const Message &message) {
        return message.author == Author::Agent || message.author == Author::Operator;
    });
    const QString name = context.customer ? firstName(context.customer->name) : QString();
    const ReplyWords &words = replyWords(context.language);
    QString text = body.trimmed();
    if (!repliedBefore || context.channel == ChannelKind::Mail)
        text.prepend(name.isEmpty() ? words.hello + QStringLiteral(",\n\n")
                                    : QStringLiteral("%1 %2,\n\n").arg(words.hello, name));
    if (context.channel == ChannelKind::Mail)
        text += QStringLiteral("\n\n") + words.closing;
    return text;
}

} // namespace Helmdesk
