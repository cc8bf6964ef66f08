#include "security/SecretFinders.h"
#include "security/SecretTable.h"

#include <algorithm>

namespace Helmdesk::SecretFinders
{

namespace
{

void findLabelled(const QString &text, const QRegularExpression &expression, SecretKind kind,
                  const QString &replacement, Found &found)
{
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        found.push_back({match.capturedStart(1), match.capturedLength(1), kind, replacement});
    }
}

enum class Statement {
    None, // "password abc": only what looks made up
    Said, // "is abc": also a word that ends the clause
    Given // "= abc", in quotes
};

Statement statementOf(const QString &label)
{
    if (label.contains(u':') || label.contains(u'=') || label.endsWith(u'"') || label.endsWith(u'\''))
        return Statement::Given;
    for (const QLatin1String verb :
         {QLatin1String(" is"), QLatin1String(" was"), QLatin1String(" ist"), QLatin1String(" used to be")}) {
        if (label.trimmed().endsWith(verb, Qt::CaseInsensitive))
            return Statement::Said;
    }
    return Statement::None;
}

// Not a word of a sentence: a digit, a sign or a capital inside it.
bool looksMadeUp(QStringView word)
{
    const bool hasDigit = std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
    const bool hasLetter = std::ranges::any_of(word, [](QChar c) { return c.isLetter(); });
    const bool hasSign =
        std::ranges::any_of(word, [](QChar c) { return QStringView(u"!#$%&*+@^~_?|").contains(c); });
    const bool hasInnerCapital = word.size() > 1 &&
                                 std::ranges::any_of(word.mid(1), [](QChar c) { return c.isUpper(); }) &&
                                 std::ranges::any_of(word, [](QChar c) { return c.isLower(); });
    return hasLetter && (hasDigit || hasSign || hasInnerCapital);
}

// What follows ends the clause: "my password is tulips and I ..."
bool endsClause(QStringView after)
{
    if (after.isEmpty() || QStringView(u".,;!?\n)\"'").contains(after.front()))
        return true;
    return after.startsWith(u" and ") || after.startsWith(u" but ") || after.startsWith(u" und ") ||
           after.startsWith(u" (");
}

// The password in a match of the table's expression; length 0: it is none.
qsizetype passwordLength(const QString &text, const QRegularExpressionMatch &match)
{
    const QStringView word = match.capturedView(1);
    qsizetype length = word.size();
    while (length > 0 && QStringView(u".,;:?)").contains(word[length - 1]))
        --length;
    const QStringView password = word.left(length);
    const Statement statement =
        statementOf(match.captured(0).left(match.capturedStart(1) - match.capturedStart(0)));
    const bool isHidden = std::ranges::none_of(password, [](QChar c) { return c.isLetterOrNumber(); });
    if (length < 4 || isHidden || password.startsWith(u'[') || password.startsWith(u'<') ||
        SecretTable::builtIn().ordinaryWord.match(password.toString()).hasMatch())
        return 0;
    if (looksMadeUp(password) || statement == Statement::Given)
        return length;
    const bool isDigits = std::ranges::all_of(password, [](QChar c) { return c.isDigit(); });
    if (statement == Statement::Said &&
        (isDigits || endsClause(QStringView(text).mid(match.capturedStart(1) + length, 6))))
        return length;
    return 0;
}

} // namespace

void findPasswords(const QString &text, Found &found)
{
    for (auto matches = SecretTable::builtIn().passwords.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (const qsizetype length = passwordLength(text, match); length > 0)
            found.push_back(
                {match.capturedStart(1), length, SecretKind::Password, QStringLiteral("[password]")});
    }
}

void findCodes(const QString &text, Found &found)
{
    static const QRegularExpression oneTime(
        QStringLiteral(
            R"(\b(?:otp|pin|tan|2fa(?: code)?|(?:one[ -]time|verification|security|login|sms|confirmation|auth(?:entication|enticator)?|access|backup|recovery)\s(?:code|password|pin)))"
            R"((?: number)?(?: is| was|(?= \d))?\s{0,3}[:=#]?\s{0,3}["']?(\d{3}[ -]?\d{3}|\d{4,8})(?![\w-]))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cardCode(
        QStringLiteral(
            R"(\b(?:cvv2?|cvc2?|cv2|csc|card (?:security|verification) (?:code|number|value)|kartenpr(?:ü|ue)fnummer|pr(?:ü|ue)fziffer)(?: ?/ ?cv[cv])?(?: code| number)?(?: is| was| ist)?\s{0,3}[:=#]?\s{0,3}(\d{3,4})(?!\w))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression onTheBack(
        QStringLiteral(
            R"(\b(?:code|digits|number)s? on (?:the|its) back(?: of (?:the|my) card)?(?: is| are|:)?\s{0,3}(\d{3,4})(?!\w))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression codeFirst(
        QStringLiteral(R"((?<![\w.,-])(\d{3,4}) (?:is|as) (?:the|my) (?:cvv|cvc|csc|card security code)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    findLabelled(text, oneTime, SecretKind::OneTimeCode, QStringLiteral("[code]"), found);
    for (const QRegularExpression *expression : {&cardCode, &onTheBack, &codeFirst})
        findLabelled(text, *expression, SecretKind::CardCode, QStringLiteral("[card code]"), found);
}

} // namespace Helmdesk::SecretFinders
