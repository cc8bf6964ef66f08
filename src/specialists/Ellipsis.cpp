#include "specialists/Ellipsis.h"

#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

// "How do I update it": the verb is one of all things, so what stands before tells which is meant.
bool asksAboutIt(const QString &text)
{
    static const QRegularExpression question(
        QStringLiteral(
            "^\\W*(?:(?:ok(?:ay)?|and|so|but|then|great|thanks)\\W+)*"
            "(?:(?:how|where|when|who|what)\\s+)?(?:do|does|did|can|could|should|would|will|must|may)\\s+"
            "(?:i|we|you|they)\\s+(?:then\\s+)?(?:update|change|do|use|get|find|see|open|start|stop|set|"
            "check|edit|undo|switch|turn|enable|activate|replace|add|move|download|enter|fill)"
            "(?:\\s+(?:up|on|off|in|out|down|back|with))?\\s+(?:it|that|this|them|those)"
            "(?:\\s+(?:up|on|off|in|out|down|back|then|myself|again))?\\W*$"),
        QRegularExpression::CaseInsensitiveOption);
    return question.match(text).hasMatch();
}

} // namespace

bool isElliptic(const QString &text)
{
    constexpr qsizetype longest = 7; // words
    const QString plain = text.simplified();
    if (plain.isEmpty() || plain.count(QLatin1Char(' ')) >= longest)
        return false;
    static const QRegularExpression opener(
        QStringLiteral(
            "^(?:(?:ok|okay|thanks|great)[, ]+)?(?:and\\s+)?(?:the\\s+)?same\\s+(?:for|with|on|in)\\b|"
            "^(?:(?:ok|okay|thanks|great)[, ]+)?(?:and|or)\\s+(?:with|without|for|on|in|per|by|if|yearly|"
            "annually|monthly|from|outside|as)\\b|^(?:and )?(?:what|how) about (?!my\\b|our\\b)|"
            "^(?:(?:ok|okay|thanks|great)[, ]+)?and (?:the )?[\\w-]+(?: [\\w-]+)?\\?$"),
        QRegularExpression::CaseInsensitiveOption);
    // "When I open a board", "on my iPhone": where and when of what was said before.
    static const QRegularExpression circumstance(
        QStringLiteral(
            "^(?:(?:and|but|only|just|always|mostly|it happens|happens|that(?:'s|’s| is)|it(?:'s|’s| "
            "is))\\s+)*(?:when(?:ever)?|while|each time|every time|as soon as|since|after|on|in|with|"
            "using)\\s+(?:i|we|you|my|our|the|an?|this|that|all|every|both|iphone|ipad|android|windows|"
            "mac(?:os)?|linux|chrome|firefox|safari|edge)\\b[^?]*$|"
            "^(?:only |just |mostly |always )?(?:on|at|during|before|after|upon) (?:the "
            ")?(?:start(?:up|ing)?|launch(?:ing)?|"
            "log-?in|sign-?in|boot|open(?:ing)?|sav(?:e|ing)|upload(?:ing)?|download(?:ing)?|export(?:ing)?|"
            "import(?:ing)?|"
            "print(?:ing)?|login|checkout|update|desktop|mobile|laptop|phone|tablet|computer|web|browser)\\W*"
            "$|"
            "^(?:as|per|for|by|to|without|via|with|in|through)(?:\\s+[\\w&.-]+){1,3}\\W*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ownVerb(
        QStringLiteral(
            "\\b(?:can|could|do|does|did|is|are|was|were|will|would|should|may|please|want|need|get|send|"
            "change|cancel|refund|delete|reset)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return asksAboutIt(plain) || circumstance.match(plain).hasMatch() ||
           (opener.match(plain).hasMatch() && !ownVerb.match(plain).hasMatch());
}

} // namespace Helmdesk
