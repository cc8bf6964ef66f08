#include "channels/MailCharset.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <glib.h>
#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>
#include <utility>

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
        {QStringLiteral("iso-8859-8-i"), "ISO-8859-8"}, // logical order, as Unicode has it
        {QStringLiteral("iso-8859-8-e"), "ISO-8859-8"},
        {QStringLiteral("iso-8859-6-i"), "ISO-8859-6"},
        {QStringLiteral("iso-8859-6-e"), "ISO-8859-6"},
        {QStringLiteral("x-mac-roman"), "MACINTOSH"},
        {QStringLiteral("macroman"), "MACINTOSH"},
        {QStringLiteral("mac"), "MACINTOSH"},
        {QStringLiteral("x-mac-cyrillic"), "MAC-CYRILLIC"},
        {QStringLiteral("x-gbk"), "GB18030"},
        {QStringLiteral("x-euc-jp"), "EUC-JP-MS"},
        {QStringLiteral("euc-jp"), "EUC-JP-MS"},
        {QStringLiteral("windows-31j"), "CP932"},
        {QStringLiteral("ms_kanji"), "CP932"},
        {QStringLiteral("ms949"), "CP949"},
        {QStringLiteral("windows-949"), "CP949"},
        {QStringLiteral("x-windows-949"), "CP949"},
        {QStringLiteral("ksc5601"), "CP949"},
        {QStringLiteral("big5"), "CP950"},
        {QStringLiteral("x-x-big5"), "CP950"},
        {QStringLiteral("dos-862"), "CP862"},
        {QStringLiteral("unicode-1-1-utf-7"), "UTF-7"},
        {QStringLiteral("tis-620"), "CP874"},
        {QStringLiteral("iso-8859-9"), "WINDOWS-1254"},
        {QStringLiteral("x-sjis"), "CP932"},
    };
    const auto found = meant.constFind(label);
    if (found != meant.constEnd())
        return *found;
    // "cp-850", "x-cp1251" and "windows1251" are the code pages of these numbers.
    static const QRegularExpression codePage(QStringLiteral("^(?:x-)?(?:cp|ibm|windows)[-_]?(\\d{3,4})$"));
    const QRegularExpressionMatch match = codePage.match(label);
    return match.hasMatch() ? "CP" + match.captured(1).toLatin1() : label.toLatin1();
}

// ISO-2022-JP with the characters that Japanese mail programs added to it (NEC's row 13 and their like): the
// two-byte characters of JIS X 0208 are those of EUC-JP with the upper bits cleared. Empty: it has other
// sequences.
QByteArray eucOfIso2022Jp(const QByteArray &bytes)
{
    QByteArray out;
    bool isWide = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\x1B') {
            const auto byte = static_cast<unsigned char>(bytes[i]);
            const bool isCharacter = byte > 0x20 && byte < 0x7F;
            out += isWide && isCharacter ? static_cast<char>(byte | 0x80U) : bytes[i];
            continue;
        }
        const QByteArray sequence = bytes.mid(i + 1, 2);
        if (sequence == "$B" || sequence == "$@")
            isWide = true;
        else if (sequence == "(B" || sequence == "(J")
            isWide = false;
        else
            return {};
        i += 2;
    }
    return out;
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

QString decodeIso2022Jp(const QByteArray &bytes)
{
    if (Converted plain = convert(bytes, "ISO-2022-JP-2"); plain.isKnown && plain.replaced == 0)
        return plain.text;
    const Converted vendor = convert(eucOfIso2022Jp(bytes), "EUC-JP-MS");
    return vendor.isKnown && vendor.replaced == 0 ? vendor.text : QString();
}

QString decode(const QByteArray &bytes, const QString &charset)
{
    const QString label = charset.trimmed().toLower();
    if (bytes.contains("\x1B$") || bytes.contains("\x1B("))
        if (const QString japanese = decodeIso2022Jp(bytes); !japanese.isEmpty())
            return japanese;
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

} // namespace Helmdesk
