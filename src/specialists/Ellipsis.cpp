#include "specialists/Ellipsis.h"

#include <QRegularExpression>

namespace Helmdesk
{

bool isElliptic(const QString &text)
{
    constexpr qsizetype longest = 6; // words
    const QString plain = text.simplified();
    if (plain.isEmpty() || plain.count(QLatin1Char(' ')) >= longest)
        return false;
    static const QRegularExpression opener(
        QStringLiteral(
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
            "^(?:as|per|for|by|to|without|via|with|in|through)(?:\\s+[\\w&.-]+){1,3}\\W*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ownVerb(
        QStringLiteral(
            "\\b(?:can|could|do|does|did|is|are|was|were|will|would|should|may|please|want|need|get|send|"
            "change|cancel|refund|delete|reset)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return circumstance.match(plain).hasMatch() ||
           (opener.match(plain).hasMatch() && !ownVerb.match(plain).hasMatch());
}

} // namespace Helmdesk
