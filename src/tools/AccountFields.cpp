#include "tools/AccountFields.h"

#include <algorithm>
#include <QLocale>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype maxEmail = 254; // RFC 5321, section 4.5.3.1.3 less the angle brackets
constexpr qsizetype maxText = 200;
constexpr qsizetype minDigits = 6;
constexpr qsizetype maxDigits = 15; // E.164

Error wrong(const QString &field, const char *what)
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("the value for %1 %2").arg(field, QString::fromLatin1(what))};
}

bool hasControlCharacters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    });
}

Result<QString> phone(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            out.append(c);
        else if (c == QLatin1Char('+') && out.isEmpty())
            out.append(c);
        else if (!QStringLiteral(" -./()").contains(c))
            return wrong(QStringLiteral("phone"), "is no phone number");
    }
    const qsizetype digits = out.size() - (out.startsWith(QLatin1Char('+')) ? 1 : 0);
    if (digits < minDigits || digits > maxDigits)
        return wrong(QStringLiteral("phone"), "is no phone number");
    return out;
}

Result<QString> language(const QString &text)
{
    const QString wanted = text.toLower();
    for (int code = QLocale::C + 1; code <= QLocale::LastLanguage; ++code) {
        const auto candidate = static_cast<QLocale::Language>(code);
        const QString iso = QLocale::languageToCode(candidate);
        if (iso.size() == 2 && (wanted == iso || wanted == QLocale::languageToString(candidate).toLower()))
            return iso;
    }
    return wrong(QStringLiteral("language"), "is no language");
}

bool mayBeEmpty(const QString &field)
{
    return field == QLatin1String("phone") || field == QLatin1String("company") ||
           field == QLatin1String("address");
}

} // namespace

bool isEmailAddress(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
        "[A-Za-z]{2,63}\\z"));
    return text.size() <= maxEmail && form.match(text).hasMatch();
}

Result<QString> normalizedField(const QString &field, const QString &value)
{
    const QString text = value.simplified();
    if (text.isEmpty())
        return value.isEmpty() && mayBeEmpty(field) ? Result<QString>(text) : wrong(field, "is empty");
    if (text.size() > maxText && field != QLatin1String("email"))
        return wrong(field, "is too long");
    if (hasControlCharacters(text))
        return wrong(field, "holds characters that cannot be shown");
    if (field == QLatin1String("email"))
        return isEmailAddress(text) ? Result<QString>(text) : wrong(field, "is no e-mail address");
    if (field == QLatin1String("phone"))
        return phone(text);
    if (field == QLatin1String("language"))
        return language(text);
    if (field == QLatin1String("name") &&
        !std::ranges::any_of(text, [](QChar c) { return c.isLetter() || c.isSurrogate(); }))
        return wrong(field, "is no name");
    return text;
}

} // namespace Helmdesk
