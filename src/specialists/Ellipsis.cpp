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
    static const QRegularExpression ownVerb(
        QStringLiteral(
            "\\b(?:can|could|do|does|did|is|are|was|were|will|would|should|may|please|want|need|get|send|"
            "change|cancel|refund|delete|reset)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return opener.match(plain).hasMatch() && !ownVerb.match(plain).hasMatch();
}

} // namespace Helmdesk
