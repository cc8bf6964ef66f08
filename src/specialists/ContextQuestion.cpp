#include "specialists/ContextQuestion.h"

#include "specialists/Ellipsis.h"
#include "specialists/RequestSplitter.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

// "How do I switch between them": what is meant stands in the question before.
bool pointsBack(const QString &text)
{
    static const QRegularExpression pronoun(
        QStringLiteral("\\b(?:it|that|this|them|they|those|these|one|there)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return pronoun.match(text).hasMatch();
}

// "How do I apply": no word of what for.
bool saysLittle(const QString &text)
{
    constexpr qsizetype few = 4; // words
    return text.simplified().count(QLatin1Char(' ')) < few;
}

} // namespace

// "And with yearly payment?" asks what was asked before, with one thing changed.
QString questionOf(const TurnContext &context)
{
    // "Can you send it to my accountant?": what "it" is stands in the reply before.
    static const QRegularExpression pronoun(QStringLiteral("\\b(?:it|that|this|them|those)\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (!stringOr(context.memory, "about").isEmpty() && pronoun.match(context.text).hasMatch())
        return context.text + QStringLiteral(" (invoice)");
    // "What is your address?": not the one that the customer signs in with.
    static const QRegularExpression ours(QStringLiteral("\\byour (?:\\w+ )?address\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (context.intent == QLatin1String("general.contact_info") && ours.match(context.text).hasMatch())
        return context.text + QStringLiteral(" (office, letters by post)");
    if (!context.followsUp || !isElliptic(context.text))
        return context.text;
    const auto before = std::ranges::find(context.history.rbegin(), context.history.rend(), Author::Customer,
                                          &Message::author);
    return before == context.history.rend() ? context.text : before->text + QLatin1Char(' ') + context.text;
}

// What was asked before, in front of a short question that says too little alone; empty for others.
QString questionInContext(const TurnContext &context)
{
    constexpr qsizetype longest = 8; // words
    const QString asked = stringOr(context.memory, "asked");
    if (asked.isEmpty() || context.text.simplified().count(QLatin1Char(' ')) >= longest)
        return {};
    return asked + QLatin1Char(' ') + context.text;
}

// What a long message asks, without what it tells besides; empty for a short one.
QString askedInLong(const QString &text)
{
    constexpr qsizetype longMessage = 30; // words
    if (text.simplified().count(QLatin1Char(' ')) < longMessage)
        return {};
    QStringList asked;
    for (const RequestUnit &unit : splitRequests(text))
        asked.append(unit.text);
    return asked.join(QLatin1Char(' '));
}

// "How long do I have": no word that names a thing, so only the question before tells what is asked.
bool namesNothing(const QString &text)
{
    static const QRegularExpression functionWords(
        QStringLiteral(
            "^\\W*(?:(?:how|long|much|many|soon|often|what|when|where|why|who|which|do|does|did|can|could|"
            "will|would|should|must|may|is|are|was|am|i|we|you|it|that|this|them|they|one|have|has|need|"
            "get|takes?|be|to|for|the|and|so|ok|okay|but|then|there|if|not|please|me|us|wait|happens?|"
            "means?|left|all|of|today|tomorrow|tonight|now|immediately|asap|already)\\b\\W*)+$"),
        QRegularExpression::CaseInsensitiveOption);
    return functionWords.match(text).hasMatch();
}

bool addsTopic(const QString &text)
{
    static const QRegularExpression further(
        QStringLiteral("^\\W*(?:(?:ok|okay|thanks|great)\\W+)?(?:and|or|(?:and )?(?:what|how) about)\\s+"
                       "(?!(?:with|without|for|on|in|per|by|if|from|to|as|when|at)\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return further.match(text).hasMatch();
}

bool wasSaidBefore(const TurnContext &context, const QString &passage)
{
    constexpr qsizetype opening = 60; // characters; a longer passage may have been shortened
    const auto last =
        std::ranges::find_if(context.history.rbegin(), context.history.rend(),
                             [](const Message &message) { return message.author != Author::Customer; });
    return last != context.history.rend() && !passage.isEmpty() &&
           last->text.simplified().contains(passage.simplified().left(opening));
}

bool leansOnContext(const QString &text)
{
    return pointsBack(text) || saysLittle(text) || namesNothing(text);
}

} // namespace Helmdesk
