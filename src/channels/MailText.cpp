#include "channels/MailText.h"

#include "knowledge/HtmlText.h"

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

bool isQuoted(const QString &line)
{
    return line.trimmed().startsWith(u'>');
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

bool matchesAny(const QString &line, const QList<QRegularExpression> &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QRegularExpression &pattern) { return pattern.match(line).hasMatch(); });
}

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption |
                                                           QRegularExpression::UseUnicodePropertiesOption);
}

// "On … wrote:" and its like, over one to three lines. Returns the number of lines, 0 for none.
int attributionLines(const QStringList &lines, qsizetype at)
{
    static const QList<QRegularExpression> patterns = {
        pattern("^On\\b.{6,300}\\bwrote\\s*:$"),      pattern("^Am\\b.{6,300}\\bschrieb\\b.{0,200}:$"),
        pattern("^Le\\b.{6,300}\\ba écrit\\s*:$"),    pattern("^El\\b.{6,300}\\bescribió\\s*:$"),
        pattern("^Il\\b.{6,300}\\bha scritto\\s*:$"), pattern("^Op\\b.{6,300}\\bschreef\\b.{0,200}:$"),
        pattern("^Em\\b.{6,300}\\bescreveu\\s*:$"),   pattern("^-{2,6} ?On\\b.{6,300}\\bwrote ?-{2,6}$"),
    };
    static const QRegularExpression beginning = pattern("^(-{2,6} ?)?(On|Am|Le|El|Il|Op|Em)\\b");
    QString joined = lines[at].trimmed();
    if (!beginning.match(joined).hasMatch())
        return 0;
    for (int count = 1; count <= 3; ++count) {
        if (joined.size() <= 600 && matchesAny(joined, patterns))
            return count;
        const qsizetype next = at + count;
        if (next >= lines.size() || isBlank(lines[next]))
            return 0;
        joined += u' ' + lines[next].trimmed();
    }
    return 0;
}

bool isHistoryHeading(const QStringList &lines, qsizetype at)
{
    static const QList<QRegularExpression> rules = {
        pattern("^-{2,}\\s*(Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|"
                "Messaggio originale|Oorspronkelijk bericht|Reply message)\\s*-{2,}$"),
    };
    static const QRegularExpression from = pattern("^\\*?(From|Von|De|Da|Van)\\*?\\s*:\\s*\\S");
    static const QRegularExpression sent =
        pattern("^\\*?(Sent|Gesendet|Envoyé|Enviado( el)?|Inviato|Verzonden|Datum|Date)\\*?\\s*:\\s*\\S");
    const QString line = lines[at].trimmed();
    if (matchesAny(line, rules))
        return true;
    if (!from.match(line).hasMatch())
        return false;
    for (qsizetype i = at + 1; i < lines.size() && i <= at + 3; ++i)
        if (sent.match(lines[i].trimmed()).hasMatch())
            return true;
    return false;
}

void dropTrailingBlank(QStringList &lines)
{
    while (!lines.isEmpty() && isBlank(lines.last()))
        lines.removeLast();
}

void dropSignature(QStringList &lines)
{
    static const QList<QRegularExpression> footers = {
        pattern(
            "^(Sent from my |Sent from (Yahoo|Outlook|Mail for|Proton)|Get Outlook for |Gesendet von mein|"
            "Von meinem .{1,40} gesendet|Envoyé de(puis)? mon |Enviado desde mi |Inviato da(l mio)? )"),
    };
    constexpr qsizetype longestSignature = 15;
    dropTrailingBlank(lines);
    const qsizetype first = std::max<qsizetype>(0, lines.size() - longestSignature);
    for (qsizetype i = first; i < lines.size(); ++i) {
        if (lines[i] != QStringLiteral("-- ") && lines[i] != QStringLiteral("--"))
            continue;
        // Two dashes alone also part the points of a letter; below a signature nothing is asked.
        const bool mayDivide = lines[i] == QStringLiteral("--");
        const auto isNoSignature = [&] {
            for (qsizetype k = i + 1; k < lines.size(); ++k)
                if (isQuoted(lines[k]) || attributionLines(lines, k) > 0 || isHistoryHeading(lines, k) ||
                    (mayDivide && lines[k].contains(u'?')))
                    return true;
            return false;
        };
        if (isNoSignature())
            continue;
        lines.resize(i);
        break;
    }
    dropTrailingBlank(lines);
    if (!lines.isEmpty() && matchesAny(lines.last().trimmed(), footers))
        lines.removeLast();
    dropTrailingBlank(lines);
}

bool hasOwnTextAfterQuote(const QStringList &lines, qsizetype from)
{
    bool sawQuote = false;
    for (qsizetype i = from; i < lines.size(); ++i) {
        if (isQuoted(lines[i]))
            sawQuote = true;
        else if (sawQuote && !isBlank(lines[i]))
            return true;
    }
    return false;
}

// A quote at the very beginning with the answer below it: returns where the answer begins, or 0.
qsizetype answerBelowQuote(const QStringList &lines, qsizetype quote)
{
    qsizetype i = quote;
    while (i < lines.size() && (isQuoted(lines[i]) || isBlank(lines[i])))
        ++i;
    for (qsizetype k = i; k < lines.size(); ++k)
        if (isQuoted(lines[k]))
            return 0;
    return i;
}

void cutHistory(QStringList &lines)
{
    bool sawOwnText = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int attribution = attributionLines(lines, i);
        const bool isStart = attribution > 0 || isHistoryHeading(lines, i);
        if (!isStart) {
            if (isQuoted(lines[i]) && !sawOwnText) {
                if (const qsizetype answer = answerBelowQuote(lines, i); answer > 0 && answer < lines.size())
                    lines = lines.mid(answer);
                return;
            }
            sawOwnText = sawOwnText || !isBlank(lines[i]);
            continue;
        }
        if (attribution > 0 && hasOwnTextAfterQuote(lines, i + attribution)) {
            const qsizetype answer = sawOwnText ? 0 : answerBelowQuote(lines, i + attribution);
            if (answer > 0)
                lines = lines.mid(answer);
            return;
        }
        static const QRegularExpression underscores = pattern("^_{5,}$");
        lines.resize(i);
        dropTrailingBlank(lines);
        if (!lines.isEmpty() && underscores.match(lines.last().trimmed()).hasMatch())
            lines.removeLast();
        return;
    }
    // No heading: a block of quoted lines at the end.
    dropTrailingBlank(lines);
    while (!lines.isEmpty() && (isQuoted(lines.last()) || isBlank(lines.last())))
        lines.removeLast();
}

bool isForwardMark(const QString &line)
{
    static const QRegularExpression mark = pattern(
        "^(-{2,}\\s?(Forwarded message|Forwarded by .{1,80}|Weitergeleitete Nachricht|Message transféré|"
        "Mensaje reenviado|Messaggio inoltrato|Doorgestuurd bericht|Mensagem encaminhada)\\s?-{2,}|"
        "Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)$");
    return mark.match(line).hasMatch();
}

// A forwarded mail is what its sender asks about, so it is kept: his own words, who wrote the other and, as a
// quote, since it is no request of his, what. Empty: nothing was forwarded.
QString withForwarded(const QStringList &lines)
{
    static const QRegularExpression field = pattern("^\\*?(From|Von|De|Da|Van)\\*?\\s?:\\s?(\\S.{0,300})$");
    static const QRegularExpression otherField = pattern("^\\*?[\\p{L} -]{2,20}\\*?\\s?:\\s?\\S");
    const auto mark =
        std::ranges::find_if(lines, [](const QString &line) { return isForwardMark(line.trimmed()); });
    if (mark == lines.end())
        return {};
    for (qsizetype k = 0; k < mark - lines.begin(); ++k)
        if (isQuoted(lines[k]) || attributionLines(lines, k) > 0 || isHistoryHeading(lines, k))
            return {}; // part of an older mail
    QStringList own(lines.begin(), mark);
    dropSignature(own);
    QString writer;
    qsizetype i = (mark - lines.begin()) + 1;
    while (i < lines.size() && isBlank(lines[i]))
        ++i;
    for (; i < lines.size() && otherField.match(lines[i].trimmed()).hasMatch(); ++i) {
        if (const auto found = field.match(lines[i].trimmed()); found.hasMatch() && writer.isEmpty())
            writer = found.captured(2).trimmed();
    }
    QStringList rest = lines.mid(i);
    dropTrailingBlank(rest);
    while (!rest.isEmpty() && isBlank(rest.first()))
        rest.removeFirst();
    if (rest.isEmpty())
        return {};
    for (QString &line : rest)
        line.prepend(QStringLiteral("> "));
    const QString heading = writer.isEmpty() ? QStringLiteral("Forwarded message:")
                                             : QStringLiteral("Forwarded message of %1:").arg(writer);
    return (own.join(u'\n').trimmed() + QStringLiteral("\n\n") + heading + u'\n' + rest.join(u'\n'))
        .trimmed();
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

QString withoutHistory(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (const QString forwarded = withForwarded(lines); !forwarded.isEmpty())
        return forwarded;
    dropSignature(lines);
    cutHistory(lines);
    dropSignature(lines);
    const QString own = lines.join(u'\n').trimmed();
    return own.isEmpty() ? text.trimmed() : own;
}

MailHtml readMailHtml(const QString &html)
{
    static const QRegularExpression quote(
        QStringLiteral(
            "<(div|blockquote|hr|section)\\b[^<>]{0,400}?("
            "class\\s{0,9}=\\s{0,9}[\"'][^\"'<>]{0,200}\\b(gmail_quote|yahoo_quoted|moz-cite-prefix|"
            "protonmail_quote|zmail_extra)\\b|type\\s{0,9}=\\s{0,9}[\"']?cite\\b|"
            "id\\s{0,9}=\\s{0,9}[\"']?(x_)?(divRplyFwdMsg|appendonsend|mail-editor-reference-message-"
            "container)\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    MailHtml result;
    result.full = convertHtml(html);
    result.own = result.full;
    const QRegularExpressionMatch found = quote.match(html);
    if (!found.hasMatch())
        return result;
    // Text after the quoted block is an answer below or between: then everything is kept.
    const qsizetype end = html.lastIndexOf(QStringLiteral("</blockquote>"), -1, Qt::CaseInsensitive);
    if (end > found.capturedStart() && !convertHtml(html.mid(end)).isEmpty())
        return result;
    const QString own = convertHtml(html.left(found.capturedStart()));
    if (!own.isEmpty())
        result.own = own;
    return result;
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
