#include "specialists/RefundMade.h"

#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

// The invoice that the last reply refunded; empty when it refunded none.
QString refundedLast(const TurnContext &context)
{
    return stringOr(context.memory, "wrote") == QLatin1String("process_refund")
               ? stringOr(context.memory, "about")
               : QString();
}

bool asksForMore(const QString &text)
{
    static const QRegularExpression more(
        QStringLiteral("\\b(?:another|more|also|too|additional(?:ly)?|further|extra|rest|remaining|remainder|"
                       "full|whole|entire|complete(?:ly)?|"
                       "again|as well|on top)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return more.match(text).hasMatch();
}

} // namespace

QString refundedInstead(const TurnContext &context, const Entities &entities, const QString &invoice)
{
    static const QRegularExpression correction(
        QStringLiteral("\\b(?:meant|mean|instead|mistake|mistaken|mixed (?:it|that|them|this)? ?up|"
                       "wrong (?:one|invoice|charge|month|number|bill|payment|order)|rather|"
                       "(?:should|supposed to) (?:have been|be)|"
                       "not (?:that|this|the|inv\\S*|january|february|march|april|may|june|july|august|"
                       "september|october|november|december)\\b)|"
                       "^\\W*(?:(?:oh|oops|ups|sorry|wait|hey|hm+|ah|argh?|damn|hang on|hold on)\\W+)*no\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QString before = refundedLast(context);
    const bool isCorrection = !before.isEmpty() && before != invoice && !entities.bothOrAll &&
                              !asksForMore(context.text) && correction.match(context.text).hasMatch();
    return isCorrection ? before : QString();
}

bool wantsTheSame(const QString &text)
{
    constexpr qsizetype mostSpaces = 8;
    static const QRegularExpression same(
        QStringLiteral(
            "^\\W*(?:(?:and|ok(?:ay)?|yes|now|then|also|please|pls|thanks|great)\\W+)*"
            "(?:(?:can|could|would|will) (?:you|u) (?:please |pls |also )?)?(?:please |pls )?(?:do )?"
            "(?:exactly )?(?:the )?same(?: thing| again)? (?:with|for|on|to)\\b|"
            "^\\W*(?:(?:and|also|plus|ok(?:ay)?|please|pls|the|invoice|number|no|nr)\\W+)*\\d{3,}\\W+"
            "(?:as well|too|also)(?:\\W+(?:please|pls|thanks|then))*\\W*$"),
        QRegularExpression::CaseInsensitiveOption);
    return text.simplified().count(QLatin1Char(' ')) <= mostSpaces && same.match(text).hasMatch();
}

} // namespace Helmdesk
