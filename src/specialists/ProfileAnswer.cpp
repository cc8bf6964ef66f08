#include "specialists/ProfileAnswer.h"

#include "escalation/TypoMatch.h"
#include "specialists/EntityParts.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

QRegularExpression words(const QByteArray &pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
}

bool mentions(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).hasMatch();
}

// Whether the answer to our question for a value is one: "actually no", "not sure yet", "why?" are none.
bool isValue(const QString &answer, const QString &field)
{
    static const QRegularExpression spoken =
        words("^(?:i|i'll|i’ll|we|you|they|it|that|this|there|not|no|nope|never|maybe|perhaps|later|wait|hm+|"
              "actually|why|what|how|when|"
              "where|who|can|could|do|don't|don’t|does|is|are|let|nevermind|sorry|please|hold|moment|forget|"
              "cancel|stop|"
              "same|nothing|leave|skip|later|tomorrow|tell|give)\\b");
    const auto isCapital = [](const QString &word) { return !word.front().isLower(); };
    const QStringList said = answer.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (said.empty())
        return false;
    const bool isProperName = said.size() > 1 && std::ranges::all_of(said, isCapital); // "Can Yilmaz"
    if (spoken.match(answer).hasMatch() && !isProperName)
        return false;
    static const QRegularExpression sentence( // a name is none
        QStringLiteral(
            "\\b(?:is|was|are|am|be|just|only|please|correct|wrong|not|but|the|my|it|you|spelled|spelt)\\b"));
    if (field == QLatin1String("name") && sentence.match(answer).hasMatch())
        return false;
    const bool hasDigit = std::ranges::any_of(answer, [](QChar c) { return c.isDigit(); });
    return field != QLatin1String("address") || hasDigit;
}

// The whole of a short answer to our question for a value, without the words that lead to it.
QString freeValue(const TurnContext &context)
{
    static const QStringList asked{QStringLiteral("value"), QStringLiteral("address"),
                                   QStringLiteral("field")};
    constexpr qsizetype longestAnswer = 160;
    if (!context.followsUp || !asked.contains(stringOr(context.memory, "awaiting")) ||
        context.text.contains(QLatin1Char('?')) || context.text.size() > longestAnswer)
        return QString();
    static const QRegularExpression lead(
        QStringLiteral(
            "^\\s*(?:(?:ok(?:ay)?|yes|sure|hi|hello|thanks|no|nope|sorry)[\\s,.!]+)*(?:(?:it|that)"
            "(?:'s|’s| is) (?:wrong|not right|"
            "incorrect|old|outdated)[\\s,.!]+)?(?:(?:please "
            ")?(?:change|set|make|update) "
            "(?:it|that) to |(?:it|that)(?:'s| is|’s|s)(?: now)? |(?:it |that )?(?:should|must) "
            "(?:be|read|say) |here(?: it is| you go)?[:,] ?|(?:just|only|simply) |"
            "(?:i|we)(?:'m|’m|'re|’re| am| are)?(?: now)? (?:live|stay|sit|reside|located|moved)? ?(?:now )?"
            "(?:at|in|to) (?=.*\\d)|(?:the |its |it's )?(?:correct|right|proper|"
            "new|actual|real)(?: (?:one|name|spelling|address|number|version|value))?"
            "(?: (?:is|would be|should be|reads))?(?: now)?(?: ?: ?|(?<=\\bis) |(?<=\\bbe) |(?<=\\bnow) "
            "|(?<=\\breads) )|(?:my|our|the) (?:new )?[\\p{L} ]{2,20} is(?: now)? |"
            "(?:please )?use |to )?[\"'“]?"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tail(
        QStringLiteral(
            "[\"'”]?(?:\\s+(?:is|would be) (?:the )?(?:correct|right|proper|new|actual)(?: (?:one|name|"
            "spelling|address|version))?|\\s+now)?(?:[\\s,]+(?:please|pls|thanks|thank you))?[\\s.!]*$"),
        QRegularExpression::CaseInsensitiveOption);
    QString value = context.text.simplified();
    value.remove(lead);
    value.remove(tail);
    static const QRegularExpression spelling(QStringLiteral(",?\\s+(?:with|without|not|instead of)\\s.*$"),
                                             QRegularExpression::CaseInsensitiveOption);
    const QString field = stringOr(memberOrNull(context.memory, "slots"), "field");
    if (field == QLatin1String("name"))
        value.remove(spelling);
    return isValue(value, field) ? value.trimmed() : QString();
}

} // namespace

QString profileFieldIn(const QString &text)
{
    const auto changeOf = [](const QByteArray &field) {
        return words("\\b(?:change|update|correct|edit|replace|set|switch|wrong|fix|misspelt|"
                     "misspelled|moved|new)\\b[^.?!\\n]{0,40}\\b(?:" +
                     field + ")\\b");
    };
    static const std::pair<QRegularExpression, const char *> fields[] = {
        {changeOf("phone|mobile|telephone|cell(?:phone)?"), "phone"},
        {changeOf("(?:company|business|organi[sz]ation|firm)"), "company"},
        {changeOf("(?<!e-mail )(?<!email )(?<!mail )address"), "address"},
        {changeOf("language"), "language"},
        {changeOf("(?:first |last |full |sur|display )?name"), "name"},
    };
    for (const auto &[pattern, name] : fields) {
        if (mentions(text, pattern))
            return QString::fromLatin1(name);
    }
    // "My name is spelled wrong"
    static const QRegularExpression isWrong =
        words("\\b(?:my|our|the) (?:first |last |full |sur|display "
              ")?(name|phone|company|address|language)\\b(?: name| number)?"
              "[^.?!\\n]{0,24}\\b(?:changed|new|different|no "
              "longer|wrong|wrongly|incorrect|misspel\\w*|mis-spel\\w*|outdated|out of "
              "date|not (?:right|correct))\\b");
    return isWrong.match(text).captured(1).toLower();
}

QString bareFieldIn(const QString &text)
{
    static const QRegularExpression bare =
        words("^\\W*(?:(?:the|my|our|just|only|it's|its|ok|hi)\\s+)*(phone|mobile|telephone|company|address|"
              "language|name|"
              "e-?mail)(?:\\s+(?:number|name|address))?(?:\\s+(?:please|pls|thanks))?\\W*$");
    QString field = bare.match(text).captured(1).toLower().remove(QLatin1Char('-'));
    if (field == QLatin1String("mobile") || field == QLatin1String("telephone"))
        field = QStringLiteral("phone");
    return field;
}

bool looksLikeAddress(const QString &text)
{
    constexpr qsizetype mostWords = 12;
    static const QRegularExpression form =
        words("^(?:[A-Za-z\\x{c0}-\\x{24f}][\\w.'\\x{2019}\\x{c0}-\\x{24f}-]+\\s){1,4}\\d{1,5}\\w?\\b.*|^\\d{"
              "1,5}\\w?\\s[A-Za-z\\x{c0}-\\x{24f}][\\w.'-]+\\s.*,.*");
    return text.count(QLatin1Char(' ')) < mostWords && !text.contains(QLatin1Char('?')) &&
           text.contains(QLatin1Char(',')) && mentions(text, form);
}

QString correctedAddress(const TurnContext &context)
{
    static const QRegularExpression lead =
        words("^\\W*(?:(?:no|sorry|oops|wait|i (?:mean|meant)|it(?:'s|’s| is)|actually)\\b[\\s,.:-]*)*");
    const QString value = QString(context.text).simplified().remove(lead);
    return stringOr(context.memory, "wrote_field") == QLatin1String("address") && looksLikeAddress(value)
               ? value
               : QString();
}

QString correctedLanguage(const TurnContext &context)
{
    return stringOr(context.memory, "wrote_field") == QLatin1String("language")
               ? EntityParts::languageNamedIn(context.text)
               : QString();
}

QString wholeName(const Entities &found, const std::optional<CustomerContext> &customer)
{
    constexpr int slips = 2;
    if (found.newName.isEmpty() || !customer)
        return found.newName;
    QStringList name = customer->name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (name.size() < 2 || found.newName.startsWith(name.first() + QLatin1Char(' ')))
        return found.newName;
    if (found.namePart == NamePart::First) {
        name.first() = found.newName;
        return name.join(QLatin1Char(' '));
    }
    if (found.namePart == NamePart::Last) {
        name.last() = found.newName;
        return name.join(QLatin1Char(' '));
    }
    if (found.newName.contains(QLatin1Char(' ')))
        return found.newName;
    const auto meant = std::ranges::find_if(
        name, [&](const QString &word) { return isTypoOf(word.toLower(), found.newName.toLower(), slips); });
    if (meant == name.end())
        return found.newName;
    *meant = found.newName;
    return name.join(QLatin1Char(' '));
}

QString freeAnswer(const TurnContext &context)
{
    if (!bareFieldIn(context.text).isEmpty())
        return {}; // it says what is to be changed, not to what
    const QString value = freeValue(context);
    const QString field = stringOr(memberOrNull(context.memory, "slots"), "field");
    if (field == QLatin1String("language") && !value.isEmpty()) {
        const QString code = EntityParts::languageNamedIn(context.text);
        return code.isEmpty() ? value : code;
    }
    if (field != QLatin1String("name"))
        return value;
    Entities named;
    named.newName = value;
    return wholeName(named, context.customer);
}

} // namespace Helmdesk
