#include "security/FoldedText.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

bool isPlain(QChar c)
{
    return c.unicode() < 0x80;
}

QChar folded(QChar c)
{
    switch (c.category()) {
    case QChar::Number_DecimalDigit:
        return QChar(static_cast<char16_t>(u'0' + c.digitValue()));
    case QChar::Separator_Space:
        return u' ';
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return u'\n';
    case QChar::Punctuation_Dash:
        return u'-';
    case QChar::Other_Format:
        return noWidth;
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Open: // low quotes are among the brackets
        if (c == u'\u2018' || c == u'\u2019' || c == u'\u201A')
            return u'\'';
        return c == u'\u201C' || c == u'\u201D' || c == u'\u201E' || c == u'\u00AB' || c == u'\u00BB' ? u'"'
                                                                                                      : c;
    default:
        break;
    }
    if (c == u'\u2212') // minus
        return u'-';
    if (c == u'\u00B7' || c == u'\u2022' || c == u'\u2219') // dots in the middle of the line
        return u'.';
    if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E) // full width
        return QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
    return c;
}

} // namespace

QString foldedForSecrets(const QString &text)
{
    if (std::ranges::all_of(text, isPlain))
        return text;
    QString result = text;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const QChar c = text[i];
        if (isPlain(c))
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t point = QChar::surrogateToUcs4(c, text[i + 1]);
            if (QChar::category(point) == QChar::Number_DecimalDigit) {
                result[i] = QChar(static_cast<char16_t>(u'0' + QChar::digitValue(point)));
                result[i + 1] = noWidth;
            }
            ++i;
            continue;
        }
        result[i] = folded(c);
    }
    return result;
}

} // namespace Helmdesk
