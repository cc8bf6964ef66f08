#include "security/SecretMasker.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace Helmdesk
{

namespace
{

struct Secret {
    qsizetype start = 0;
    qsizetype length = 0;
    SecretKind kind = SecretKind::Card;
    QString replacement;
};

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(static_cast<char16_t>(u'0' + c.digitValue()));
    }
    return digits;
}

QString withEnding(QLatin1String what, QStringView secret)
{
    return QStringLiteral("[%1 ending %2]").arg(what, secret.right(4));
}

bool hasCardPrefix(QStringView digits)
{
    if (digits.startsWith(u'2')) { // Mastercard 2221 to 2720
        const int prefix = digits.left(4).toInt();
        return prefix >= 2221 && prefix <= 2720;
    }
    return digits[0] >= u'3' && digits[0] <= u'6';
}

bool passesMod97(QStringView iban)
{
    const QString moved = iban.mid(4).toString() + iban.left(4).toString();
    int rest = 0;
    for (const QChar c : moved) {
        if (c.isDigit())
            rest = (rest * 10 + c.digitValue()) % 97;
        else
            rest = (rest * 100 + (c.toUpper().unicode() - u'A' + 10)) % 97;
    }
    return rest == 1;
}

void findCards(const QString &text, std::vector<Secret> &found)
{
    static const QRegularExpression runs(QStringLiteral(R"((?<![\w])\d(?:[ -]?\d){12,18}(?![\w]))"));
    for (auto matches = runs.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString digits = digitsOf(match.capturedView());
        if (hasCardPrefix(digits) && passesLuhn(digits))
            found.push_back({match.capturedStart(), match.capturedLength(), SecretKind::Card,
                             withEnding(QLatin1String("card"), digits)});
    }
}

void findIbans(const QString &text, std::vector<Secret> &found)
{
    static const QRegularExpression ibans(
        QStringLiteral(R"((?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto matches = ibans.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString iban = match.captured();
        qsizetype length = match.capturedLength();
        iban.remove(u' ');
        // A following short word may have been taken along: try without it.
        if (!passesMod97(iban)) {
            const qsizetype space = match.capturedView().lastIndexOf(u' ');
            if (space < 0)
                continue;
            length = space;
            iban = match.capturedView().left(space).toString().remove(u' ');
        }
        if (iban.size() >= 15 && iban.size() <= 34 && passesMod97(iban))
            found.push_back(
                {match.capturedStart(), length, SecretKind::Iban, withEnding(QLatin1String("IBAN"), iban)});
    }
}

void findLabelled(const QString &text, const QRegularExpression &expression, SecretKind kind,
                  const QString &replacement, std::vector<Secret> &found)
{
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        found.push_back({match.capturedStart(1), match.capturedLength(1), kind, replacement});
    }
}

// A word after "password is" that is a sentence going on rather than a password.
bool isOrdinaryWord(const QString &word)
{
    static const QRegularExpression ordinary(
        QStringLiteral(
            R"(^(?:not|wrong|incorrect|invalid|expired|correct|right|too|now|the|a|an|being|never|no|still|always|weak)"
            R"(|required|reset|working|lost|forgotten|refused|rejected|accepted|changed|to|for|and|but|so|what|how)"
            R"(|also|just|ok|okay|fine|case|different|same|very|already|really|missing|unknown|compromised|that|in)"
            R"(|on|it|is|was|stored|saved|sent|shown|hidden|safe|secure|long|short|blank|empty|please|doesnt|wont)"
            R"(|doesn't|won't|can't|cannot|isn't|gone|stolen|leaked|known|set|my|your|because|when|if|or|at|as)$)"),
        QRegularExpression::CaseInsensitiveOption);
    return ordinary.match(word).hasMatch();
}

void findPasswords(const QString &text, std::vector<Secret> &found)
{
    static const QRegularExpression passwords(
        QStringLiteral(
            R"(\b(?:password|passwort|passwd|pwd|passphrase|passcode)\b(?: was| is| used to be)?)"
            R"((?:\s{0,3}[:=]\s{0,3}|\s{1,3})["'\x{201C}\x{2018}]?([^\s"'\x{201D}\x{2019}]{4,64}))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = passwords.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString word = match.captured(1);
        qsizetype length = word.size();
        while (length > 0 && QStringView(u".,;:!?)").contains(word[length - 1]))
            --length;
        word.truncate(length);
        const QString label = match.captured(0).left(match.capturedStart(1) - match.capturedStart(0));
        const bool isStated = label.contains(u':') || label.contains(u'=') || label.contains(u'"') ||
                              label.contains(QLatin1String(" is"), Qt::CaseInsensitive) ||
                              label.contains(QLatin1String(" was"), Qt::CaseInsensitive);
        const bool looksRandom = std::ranges::any_of(word, [](QChar c) { return c.isDigit(); }) &&
                                 std::ranges::any_of(word, [](QChar c) { return c.isLetter(); });
        if (length < 4 || word.startsWith(u'[') || isOrdinaryWord(word) || !(isStated || looksRandom))
            continue;
        found.push_back({match.capturedStart(1), length, SecretKind::Password, QStringLiteral("[password]")});
    }
}

void findKeys(const QString &text, std::vector<Secret> &found)
{
    static const QRegularExpression known(QStringLiteral(
        R"(\b(?:[sprw]k_(?:live|test)_[A-Za-z0-9]{8,}|sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,})"
        R"(|github_pat_[A-Za-z0-9_]{20,}|AKIA[A-Z0-9]{16}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,})"
        R"(|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}|whsec_[A-Za-z0-9]{16,}|glpat-[A-Za-z0-9_-]{16,}))"));
    static const QRegularExpression labelled(
        QStringLiteral(R"((?:\bbearer\s{1,3}|\b(?:api|access|secret|auth|private)[ _-]?(?:key|token)\b)"
                       R"((?: is)?\s{0,3}[:=]?\s{0,3}["']?)([A-Za-z0-9_\-.+/=]{16,}))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto matches = known.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        found.push_back({match.capturedStart(), match.capturedLength(), SecretKind::ApiKey,
                         withEnding(QLatin1String("key"), match.capturedView())});
    }
    for (auto matches = labelled.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        found.push_back({match.capturedStart(1), match.capturedLength(1), SecretKind::ApiKey,
                         withEnding(QLatin1String("key"), match.capturedView(1))});
    }
}

void findCodes(const QString &text, std::vector<Secret> &found)
{
    static const QRegularExpression oneTime(
        QStringLiteral(
            R"(\b(?:otp|pin|tan|2fa(?: code)?|(?:one[ -]time|verification|security|login|sms|confirmation|auth(?:entication)?|access)\s(?:code|password|pin)))"
            R"((?: number)?(?: is| was)?\s{0,3}[:=#]?\s{0,3}["']?(\d{3}[ -]?\d{3}|\d{4,8})(?![\w-]))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cardCode(
        QStringLiteral(
            R"(\b(?:cvv2?|cvc2?|cv2|card security code)(?: code| number)?(?: is)?\s{0,3}[:=]?\s{0,3}(\d{3,4})(?!\w))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression national(
        QStringLiteral(
            R"(\b(?:ssn|social security(?: number)?)(?: no\.?| number)?(?: is)?\s{0,3}[:=#]?\s{0,3}([\d][\d -]{2,12}\d)(?!\w))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bareNational(QStringLiteral(R"((?<![\w-])(\d{3}-\d{2}-\d{4})(?![\w-]))"));
    findLabelled(text, oneTime, SecretKind::OneTimeCode, QStringLiteral("[code]"), found);
    findLabelled(text, cardCode, SecretKind::CardCode, QStringLiteral("[card code]"), found);
    findLabelled(text, national, SecretKind::NationalId, QStringLiteral("[national id]"), found);
    findLabelled(text, bareNational, SecretKind::NationalId, QStringLiteral("[national id]"), found);
}

} // namespace

QString nameOf(SecretKind kind)
{
    switch (kind) {
    case SecretKind::Card:
        return QStringLiteral("card");
    case SecretKind::Iban:
        return QStringLiteral("iban");
    case SecretKind::Password:
        return QStringLiteral("password");
    case SecretKind::ApiKey:
        return QStringLiteral("api_key");
    case SecretKind::OneTimeCode:
        return QStringLiteral("one_time_code");
    case SecretKind::CardCode:
        return QStringLiteral("card_code");
    case SecretKind::NationalId:
        return QStringLiteral("national_id");
    }
    return {};
}

bool passesLuhn(QStringView digits)
{
    int sum = 0;
    bool isDoubled = false;
    for (qsizetype at = digits.size() - 1; at >= 0; --at) {
        int value = digits[at].digitValue();
        if (value < 0)
            return false;
        if (isDoubled)
            value = value > 4 ? value * 2 - 9 : value * 2;
        sum += value;
        isDoubled = !isDoubled;
    }
    return !digits.isEmpty() && sum % 10 == 0;
}

MaskedText maskSecrets(const QString &text)
{
    std::vector<Secret> found;
    findCards(text, found);
    findIbans(text, found);
    findKeys(text, found);
    findPasswords(text, found);
    findCodes(text, found);
    std::ranges::stable_sort(found, {}, &Secret::start);

    MaskedText masked;
    qsizetype copied = 0;
    for (const Secret &secret : found) {
        if (secret.start < copied)
            continue; // lies inside one that is masked already
        masked.text += QStringView(text).mid(copied, secret.start - copied);
        masked.text += secret.replacement;
        masked.secrets.push_back(secret.kind);
        copied = secret.start + secret.length;
    }
    masked.text += QStringView(text).mid(copied);
    return masked;
}

} // namespace Helmdesk
