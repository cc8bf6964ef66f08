#include "escalation/PersonRefusal.h"

#include <QRegularExpression>

namespace Helmdesk
{

bool declinesPerson(const QString &text)
{
    static const QRegularExpression refusal(
        QStringLiteral(
            "\\bno (?:humans?|persons?|agents?|operators?|representatives?|colleagues?|advis[eo]rs?) (?:is "
            "|are |was )?(?:needed|"
            "required|necessary)\\b|"
            // A negation that can stand over a wish or a need. "You don't have any people" is none.
            "\\b(?:no need|not necessary|unnecessary|needn['’]?t|without|instead of|rather than|rather not|"
            "i (?:really )?(?:do not|don['’]?t|dont) (?:want|need|have|wish|like|care)|"
            "(?:you|u|we|they|it) (?:do not|don['’]?t|dont) (?:have to|need|want)|"
            "(?:do not|don['’]?t|dont|please not) (?:bother|get|involve|hand|pass|transfer|connect|put|send)|"
            "not (?:asking|looking|waiting|here) (?:for|to)|wouldn['’]?t (?:want|need))\\b"
            "(?:(?!\\b(?:but|robot|bot|machine|automat\\w*|why|until)\\b)[^.?!,;:\\n]){0,40}?"
            "\\b(?:humans?|persons?|people|agents?|operators?|representatives?|advis[eo]rs?|colleagues?|"
            "staff|"
            "employees?|manager|somebody|someone|anyone|anybody)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return refusal.match(text).hasMatch();
}

} // namespace Helmdesk
