#include "channels/MailCharset.h"

#include "core/Charset.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>
#include <utility>

namespace Helmdesk
{

namespace
{

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

// The charset that mail programs mean by a label, by the library's name; else the label.
QByteArray meantCharset(const QString &label)
{
    static const QHash<QString, QByteArray> meant = {
        {QStringLiteral("gb2312"), "gb18030"},
        {QStringLiteral("gbk"), "gb18030"},
        {QStringLiteral("x-gbk"), "gb18030"},
        {QStringLiteral("euc-cn"), "gb18030"},
        {QStringLiteral("x-euc-cn"), "gb18030"},
        {QStringLiteral("gb_2312-80"), "gb18030"},
        {QStringLiteral("hz-gb-2312"), "HZ"},
        {QStringLiteral("hz"), "HZ"},
        {QStringLiteral("ks_c_5601-1987"), "windows-949"},
        {QStringLiteral("ks_c_5601"), "windows-949"},
        {QStringLiteral("ksc5601"), "windows-949"},
        {QStringLiteral("euc-kr"), "windows-949"},
        {QStringLiteral("ms949"), "windows-949"},
        {QStringLiteral("uhc"), "windows-949"},
        {QStringLiteral("x-windows-949"), "windows-949"},
        {QStringLiteral("iso-2022-kr"), "ISO-2022-KR"},
        {QStringLiteral("shift_jis"), "ibm-943_P15A-2003"},
        {QStringLiteral("shift-jis"), "ibm-943_P15A-2003"},
        {QStringLiteral("sjis"), "ibm-943_P15A-2003"},
        {QStringLiteral("x-sjis"), "ibm-943_P15A-2003"},
        {QStringLiteral("ms_kanji"), "ibm-943_P15A-2003"},
        {QStringLiteral("windows-31j"), "ibm-943_P15A-2003"},
        {QStringLiteral("cp932"), "ibm-943_P15A-2003"},
        {QStringLiteral("ms932"), "ibm-943_P15A-2003"},
        {QStringLiteral("euc-jp"), "ibm-954_P101-2007"},
        {QStringLiteral("x-euc-jp"), "ibm-954_P101-2007"},
        {QStringLiteral("eucjp-ms"), "ibm-954_P101-2007"},
        {QStringLiteral("iso-2022-jp"), "ISO-2022-JP-2"},
        {QStringLiteral("iso-2022-jp-ms"), "ISO-2022-JP-2"},
        {QStringLiteral("cp50220"), "ISO-2022-JP-2"},
        {QStringLiteral("cp50221"), "ISO-2022-JP-2"},
        {QStringLiteral("iso-8859-8-i"), "ISO-8859-8"}, // logical order, as Unicode has it
        {QStringLiteral("iso-8859-8-e"), "ISO-8859-8"},
        {QStringLiteral("iso-8859-6-i"), "ISO-8859-6"},
        {QStringLiteral("iso-8859-6-e"), "ISO-8859-6"},
        {QStringLiteral("iso-8859-11"), "windows-874-2000"},
        {QStringLiteral("tis-620"), "windows-874-2000"},
        {QStringLiteral("iso-8859-9"), "windows-1254"},
        {QStringLiteral("dos-862"), "ibm-862"},
        {QStringLiteral("dos-720"), "ibm-720"},
        {QStringLiteral("x-mac-roman"), "macintosh"},
        {QStringLiteral("macroman"), "macintosh"},
        {QStringLiteral("mac"), "macintosh"},
        {QStringLiteral("apple-roman"), "macintosh"},
        {QStringLiteral("x-mac-cyrillic"), "x-mac-cyrillic"},
        {QStringLiteral("x-mac-ce"), "x-mac-centraleurroman"},
        {QStringLiteral("big5"), "windows-950"},
        {QStringLiteral("x-x-big5"), "windows-950"},
        {QStringLiteral("cn-big5"), "windows-950"},
        {QStringLiteral("unicode-1-1-utf-7"), "UTF-7"},
        {QStringLiteral("unicode"), "UTF-16"},
        {QStringLiteral("koi8"), "KOI8-R"},
        {QStringLiteral("koi8r"), "KOI8-R"},
        {QStringLiteral("koi8-ru"), "KOI8-U"},
        {QStringLiteral("x-user-defined"), ""},
        {QStringLiteral("unknown-8bit"), ""},
        {QStringLiteral("x-unknown"), ""},
        {QStringLiteral("8bit"), ""},
        {QStringLiteral("default"), ""},
    };
    const auto found = meant.constFind(label);
    if (found != meant.constEnd())
        return *found;
    // "cp-850", "x-cp1251" and "windows1251" are the code pages of these numbers.
    static const QRegularExpression codePage(
        QStringLiteral("^(?:x-)?(?:cp|ibm|windows|win|dos|ms)[-_]?(\\d{3,4})$"));
    const QRegularExpressionMatch match = codePage.match(label);
    if (match.hasMatch()) {
        const QByteArray number = match.captured(1).toLatin1();
        const bool isWindows = (number.size() == 4 && number.startsWith("125")) || number == "874" ||
                               number == "936" || number == "949" || number == "950";
        return (isWindows ? "windows-" : "ibm-") + number;
    }
    static const QRegularExpression latin(
        QStringLiteral("^(?:x-)?iso[-_ ]?8859[-_ ]?(\\d{1,2})(?:[-_:].*)?$"));
    const QRegularExpressionMatch part = latin.match(label);
    return part.hasMatch() ? "ISO-8859-" + part.captured(1).toLatin1() : label.toLatin1();
}

// EUC-JP as ISO-2022-JP, which has the characters that Japanese systems added (NEC's row 13 and their like):
// the two-byte characters are those of JIS X 0208 with the upper bits set. Empty: it has others besides.
QByteArray iso2022OfEuc(const QByteArray &bytes)
{
    QByteArray out;
    bool isWide = false;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && byte < 0xA1)
            return {};
        const bool isOfPair = byte >= 0xA1;
        if (isOfPair != isWide)
            out += isOfPair ? "\x1B$B" : "\x1B(B";
        isWide = isOfPair;
        out += isOfPair ? static_cast<char>(byte & 0x7FU) : c;
    }
    return isWide ? out + "\x1B(B" : out;
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
    const DecodedText plain = decodeCharset(bytes, "ISO-2022-JP-2");
    return plain.isKnown && plain.misfits == 0 ? plain.text : QString();
}

// Codes that a charset leaves unused come out as control characters or in a private area: none is a
// character.
DecodedText withoutUnused(DecodedText decoded)
{
    for (QChar &c : decoded.text) {
        const char16_t code = c.unicode();
        if ((code >= 0x80 && code < 0xA0) || (code >= 0xF8F0 && code <= 0xF8FF)) {
            c = QChar::ReplacementCharacter;
            ++decoded.misfits;
        }
    }
    return decoded;
}

DecodedText western(const QByteArray &bytes)
{
    return withoutUnused({decodeWindows1252(bytes), 0, true});
}

DecodedText decode(const QByteArray &bytes, const QString &charset)
{
    const QString label = charset.trimmed().toLower().remove(u'"').remove(u'\'');
    const bool isKorean = label.startsWith(QStringLiteral("iso-2022-kr"));
    if (!isKorean && (bytes.contains("\x1B$") || bytes.contains("\x1B(")))
        if (const QString japanese = decodeIso2022Jp(bytes); !japanese.isEmpty())
            return {japanese, 0, true};
    const bool isWide =
        label.startsWith(QStringLiteral("utf-16")) || label.startsWith(QStringLiteral("utf-32")) ||
        label.startsWith(QStringLiteral("utf-7")) || label == QStringLiteral("unicode-1-1-utf-7");
    if (isAscii(bytes) && !isWide && !isKorean && !label.startsWith(QStringLiteral("hz")))
        return {QString::fromLatin1(bytes), 0, true};
    QString asUtf8;
    const bool isUtf8 = decodesAsUtf8(bytes, &asUtf8);
    static const QStringList latin = {
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
    if (latin.contains(label)) {
        // Western text that happens to be well-formed UTF-8 is rare enough to trust the bytes.
        if (isUtf8)
            return {asUtf8, 0, true};
        // Text that is UTF-8 but for a few bytes is not all of it taken for another charset.
        if (label.startsWith(QStringLiteral("utf"))) {
            const DecodedText broken = decodeCharset(bytes, "UTF-8");
            const auto high = std::ranges::count_if(bytes, [](char c) { return (c & 0x80) != 0; });
            if (high >= 3 * broken.misfits)
                return broken;
        }
        if (label != QStringLiteral("iso-8859-15"))
            return western(bytes);
    }
    const QByteArray meant = meantCharset(label);
    const DecodedText converted = withoutUnused(decodeCharset(bytes, meant));
    if (converted.misfits > 0 && meant.startsWith("ibm-954"))
        if (const QString japanese = decodeIso2022Jp(iso2022OfEuc(bytes)); !japanese.isEmpty())
            return {japanese, 0, true};
    if (!converted.isKnown)
        return isUtf8 ? DecodedText{asUtf8, 0, true} : western(bytes);
    return converted.misfits > 0 && isUtf8 ? DecodedText{asUtf8, 0, true} : converted;
}

} // namespace

QString decodeMailBytes(const QByteArray &bytes, const QString &charset, qsizetype *misfits)
{
    DecodedText decoded = decode(bytes, charset);
    if (misfits)
        *misfits += decoded.misfits;
    return cleanText(std::move(decoded.text));
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
