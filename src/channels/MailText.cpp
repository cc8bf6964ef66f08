#include "channels/MailText.h"

#include "channels/MailContainers.h"
#include "knowledge/HtmlText.h"
#include "understanding/Utterance.h"

#include <QRegularExpression>
#include <QStringList>

namespace Helmdesk
{

namespace
{

qsizetype quoteDepth(QStringView line)
{
    qsizetype depth = 0;
    while (depth < line.size() && line[depth] == u'>')
        ++depth;
    return depth;
}

QString convertHtml(const QString &html)
{
    static const QRegularExpression headingMarks(QStringLiteral("^#{1,6} "),
                                                 QRegularExpression::MultilineOption);
    return htmlToText(html).text.remove(headingMarks).trimmed();
}

} // namespace

QString unwrapFlowed(const QString &text, DeleteSpace deleteSpace)
{
    QStringList out;
    bool isOpen = false;
    qsizetype openDepth = 0;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype depth = quoteDepth(line);
        QString content = line.mid(depth);
        if (content.startsWith(u' '))
            content.remove(0, 1); // space-stuffing
        const bool isSignature = content == QStringLiteral("-- ");
        if (isOpen && depth == openDepth && !isSignature)
            out.last() += content;
        else
            out.append(depth > 0 ? QString(depth, u'>') + u' ' + content : content);
        isOpen = content.endsWith(u' ') && !isSignature;
        openDepth = depth;
        if (isOpen && deleteSpace == DeleteSpace::Yes)
            out.last().chop(1);
    }
    return out.join(u'\n');
}

MailWords mailWords(const QString &text, const QString &subject)
{
    UtteranceContext context;
    context.subject = subject;
    const Utterance utterance = readUtterance(text, context);
    MailWords words{utterance.withoutHistory(), {}};
    for (const UtterancePart &part : utterance.parts) {
        const bool isNamed = !part.senderName.isEmpty() || !part.senderAddress.isEmpty();
        if (part.kind != PartKind::Forwarded || !part.isCertain() || !isNamed)
            continue;
        words.forwardedFrom = part.senderName;
        if (!part.senderAddress.isEmpty())
            words.forwardedFrom = part.senderName.isEmpty()
                                      ? part.senderAddress
                                      : part.senderName + QStringLiteral(" <") + part.senderAddress + u'>';
        break;
    }
    return words;
}

QString mailHtmlText(const QString &html)
{
    return markMailContainers(html, convertHtml);
}

QString cleanFileName(const QString &name)
{
    QString clean = name;
    clean.replace(u'\\', u'/');
    clean = clean.mid(clean.lastIndexOf(u'/') + 1);
    clean.removeIf([](QChar c) { return !c.isPrint() || c.category() == QChar::Other_Format || c == u':'; });
    clean = clean.simplified();
    constexpr qsizetype longest = 120;
    if (clean.size() > longest)
        clean = clean.left(longest - 20) + u'…' + clean.right(19);
    if (clean == QStringLiteral(".") || clean == QStringLiteral(".."))
        clean.clear();
    return clean;
}

} // namespace Helmdesk
