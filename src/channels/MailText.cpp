#include "channels/MailText.h"

#include "knowledge/HtmlText.h"

#include <array>
#include <glib.h>
#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>

namespace Helmdesk
{

namespace
{

QString decodeWindows1252(const QByteArray &bytes)
{
    // 0x80 to 0x9F; the five unused codes keep their control value and are dropped later.
    static constexpr std::array<char16_t, 32> upper = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
    QString out(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out[i] = byte >= 0x80 && byte < 0xA0 ? QChar(upper[byte - 0x80U]) : QChar(char16_t{byte});
    }
    return out;
}

bool isAscii(const QByteArray &bytes)
{
    return std::none_of(bytes.begin(), bytes.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool decodesAsUtf8(const QByteArray &bytes, QString *out)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    *out = decoder.decode(bytes);
    return !decoder.hasError();
}

struct Converted {
    QString text;
    qsizetype replaced = 0;
    bool isKnown = false;
};

Converted convert(const QByteArray &bytes, const QByteArray &charset)
{
    const GIConv handle = g_iconv_open("UTF-8", charset.constData());
    // g_iconv_open reports an unknown charset as minus one.
    if (reinterpret_cast<qintptr>(handle) == -1)
        return {};
    Converted result;
    result.isKnown = true;
    QByteArray out;
    QByteArray source = bytes;
    gchar *in = source.data();
    gsize left = static_cast<gsize>(source.size());
    std::array<char, 8192> buffer;
    bool isFlushing = false;
    while (true) {
        gchar *to = buffer.data();
        gsize room = buffer.size();
        const gsize done = isFlushing ? g_iconv(handle, nullptr, nullptr, &to, &room)
                                      : g_iconv(handle, &in, &left, &to, &room);
        const int why = done == static_cast<gsize>(-1) ? errno : 0;
        out.append(buffer.data(), static_cast<qsizetype>(buffer.size() - room));
        if (why == E2BIG)
            continue;
        if (why != 0 && !isFlushing && left > 0) {
            out.append("\xEF\xBF\xBD");
            ++result.replaced;
            ++in;
            --left;
            continue;
        }
        if (isFlushing)
            break;
        isFlushing = true;
    }
    g_iconv_close(handle);
    result.text = QString::fromUtf8(out);
    return result;
}

// The charset that mail programs mean by a label.
QByteArray meantCharset(const QString &label)
{
    static const QHash<QString, QByteArray> meant = {
        {QStringLiteral("gb2312"), "GB18030"},
        {QStringLiteral("gbk"), "GB18030"},
        {QStringLiteral("ks_c_5601-1987"), "CP949"},
        {QStringLiteral("euc-kr"), "CP949"},
        {QStringLiteral("shift_jis"), "CP932"},
        {QStringLiteral("shift-jis"), "CP932"},
        {QStringLiteral("iso-2022-jp"), "ISO-2022-JP-2"},
        {QStringLiteral("tis-620"), "CP874"},
        {QStringLiteral("iso-8859-9"), "WINDOWS-1254"},
        {QStringLiteral("x-sjis"), "CP932"},
    };
    const auto found = meant.constFind(label);
    return found != meant.constEnd() ? *found : label.toLatin1();
}

QString cleanText(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    text.removeIf([](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') ||
               (c.unicode() >= 0x7F && c.unicode() < 0xA0) || c.unicode() == 0xFEFF;
    });
    return text;
}

QString decode(const QByteArray &bytes, const QString &charset)
{
    const QString label = charset.trimmed().toLower();
    if (bytes.contains("\x1B$") || bytes.contains("\x1B("))
        if (Converted japanese = convert(bytes, "ISO-2022-JP-2"); japanese.isKnown && japanese.replaced == 0)
            return japanese.text;
    const bool isWide = label.startsWith(QStringLiteral("utf-16")) ||
                        label.startsWith(QStringLiteral("utf-32")) ||
                        label.startsWith(QStringLiteral("utf-7"));
    if (isAscii(bytes) && !isWide && !label.startsWith(QStringLiteral("hz-")))
        return QString::fromLatin1(bytes);
    QString asUtf8;
    const bool isUtf8 = decodesAsUtf8(bytes, &asUtf8);
    static const QStringList western = {
        QStringLiteral("iso-8859-1"),
        QStringLiteral("latin1"),
        QStringLiteral("iso8859-1"),
        QStringLiteral("windows-1252"),
        QStringLiteral("cp1252"),
        QStringLiteral("us-ascii"),
        QStringLiteral("ascii"),
        QStringLiteral("iso-8859-15"),
        QStringLiteral("utf-8"),
        QStringLiteral("utf8"),
        QString(),
    };
    if (western.contains(label)) {
        // Western text that happens to be well-formed UTF-8 is rare enough to trust the bytes.
        if (isUtf8)
            return asUtf8;
        if (label != QStringLiteral("iso-8859-15"))
            return decodeWindows1252(bytes);
    }
    Converted converted = convert(bytes, meantCharset(label));
    if (!converted.isKnown)
        return isUtf8 ? asUtf8 : decodeWindows1252(bytes);
    return converted.replaced > 0 && isUtf8 ? asUtf8 : converted.text;
}

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
        pattern("^Em\\b.{6,300}\\bescreveu\\s*:$"),
    };
    static const QRegularExpression beginning = pattern("^(On|Am|Le|El|Il|Op|Em)\\b");
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
        const auto hasHistory = [&] {
            for (qsizetype k = i + 1; k < lines.size(); ++k)
                if (isQuoted(lines[k]) || attributionLines(lines, k) > 0 || isHistoryHeading(lines, k))
                    return true;
            return false;
        };
        if (hasHistory())
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

QString convertHtml(const QString &html)
{
    static const QRegularExpression headingMarks(QStringLiteral("^#{1,6} "),
                                                 QRegularExpression::MultilineOption);
    return htmlToText(html).text.remove(headingMarks).trimmed();
}

} // namespace

QString decodeMailBytes(const QByteArray &bytes, const QString &charset)
{
    return cleanText(decode(bytes, charset));
}

QString decodeHeaderWords(const QByteArray &raw)
{
    static const QRegularExpression word(
        QStringLiteral("=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?\\n]*)\\?="));
    const QString text = QString::fromLatin1(raw); // bytes as characters
    QString out;
    QByteArray pending; // decoded bytes of neighbouring words in one charset
    QString charset;
    const auto flush = [&] { out += decodeMailBytes(std::exchange(pending, QByteArray()), charset); };
    qsizetype end = 0;
    QRegularExpressionMatchIterator words = word.globalMatch(text);
    while (words.hasNext()) {
        const QRegularExpressionMatch match = words.next();
        const QString between = text.mid(end, match.capturedStart() - end);
        const bool isNeighbour = end > 0 && between.trimmed().isEmpty();
        if (!isNeighbour || charset != match.captured(1))
            flush();
        if (!isNeighbour)
            out += decodeMailBytes(between.toLatin1(), QString());
        charset = match.captured(1);
        QByteArray content = match.captured(3).toLatin1();
        const bool isBase64 = match.captured(2).compare(u"b", Qt::CaseInsensitive) == 0;
        if (!isBase64)
            content.replace('_', ' ');
        pending += isBase64 ? QByteArray::fromBase64(content) : QByteArray::fromPercentEncoding(content, '=');
        end = match.capturedEnd();
    }
    flush();
    return out + decodeMailBytes(text.mid(end).toLatin1(), QString());
}

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
            "class\\s*=\\s*[\"'][^\"'<>]{0,200}\\b(gmail_quote|yahoo_quoted|moz-cite-prefix|"
            "protonmail_quote)\\b|type\\s*=\\s*[\"']?cite\\b|"
            "id\\s*=\\s*[\"']?(x_)?(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)\\b)"),
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
