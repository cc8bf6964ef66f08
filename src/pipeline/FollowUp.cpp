#include "pipeline/FollowUp.h"

#include "core/Clock.h"
#include "specialists/Ellipsis.h"
#include "specialists/EntityExtractor.h"
#include "specialists/EntityParts.h"
#include "specialists/OwnDetail.h"
#include "specialists/ProfileAnswer.h"
#include "specialists/RefundMade.h"
#include "specialists/RequestMood.h"
#include "specialists/TurnState.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr int followUpWords = 12;          // a reply to our question is rarely longer
constexpr double followUpConfidence = 0.9; // we asked, they answered: the category is known
constexpr double plainConfidence = 0.9;    // of a wish for a person that leaves no doubt
constexpr int againWords = 20;
constexpr int referenceWords = 8;
constexpr int correctionWords = 8;

qsizetype wordCount(const QString &text)
{
    const QString words = text.simplified();
    return words.isEmpty() ? 0 : words.count(QLatin1Char(' ')) + 1;
}

QStringList offeredIn(const Json &memory)
{
    const Json &list = memberOrNull(memory, "offered");
    return list.is_array() ? list.get<QStringList>() : QStringList();
}

bool isWithinSession(const RoutingTurn &turn)
{
    const QString at = stringOr(turn.memory, "at");
    return at.isEmpty() || fromIso(at).secsTo(turn.now) <= turn.sessionSeconds;
}

// "No wait, INV-1042": a few words that take back what was said and name something else.
bool namesAnother(const QString &text)
{
    static const QRegularExpression opening(
        QStringLiteral(
            "^\\W*(?:(?:no|nope|sorry|oops|ups|wait|actually|hold on|hang on|hm+)\\b[\\s,.!-]*)+"
            "(?:(?:please|pls|the|make (?:it|that)|take|do|use|it(?:'s|’s| is)|rather|instead|for)\\b\\s*)*"
            "(?:[a-z]{2,4}-?[0-9]|both\\b|all\\b|other\\b|first\\b|second\\b|last\\b|older\\b|newer\\b|"
            "one\\b|that one\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return wordCount(text) <= correctionWords && opening.match(text).hasMatch();
}

bool isPlainEscalation(const Route &fresh)
{
    return fresh.category == Category::Escalate && fresh.confidence >= plainConfidence;
}

// "Yes, please", "then do it", after a reply that proposed something.
bool acceptsProposal(const RoutingTurn &turn)
{
    if (stringOr(turn.memory, "proposes").isEmpty() || !isWithinSession(turn) ||
        wordCount(turn.text) > followUpWords)
        return false;
    static const QRegularExpression order(
        QStringLiteral(
            "\\b(?:please|then|ok(?:ay)?|so|just|yes)\\W+(?:\\w+\\W+){0,2}(?:do (?:it|that|so)|refund "
            "(?:it|that|me|us)|go ahead|proceed)\\b|^(?:refund (?:it|that)|do (?:it|that|so)|i do|i want "
            "(?:that|it|one))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const Entities found = EntityExtractor().extract(turn.text, turn.now.date());
    return found.invoiceNumbers.isEmpty() &&
           (found.reply == Reply::Yes || (found.reply == Reply::None && order.match(turn.text).hasMatch()) ||
            (found.reply == Reply::No && order.match(turn.text).hasMatch() &&
             turn.text.contains(QLatin1Char('?'))));
}

// "Yes, I want it back" of an invoice that was spoken of: a refund.
bool wantsBack(const RoutingTurn &turn)
{
    static const QRegularExpression back(
        QStringLiteral(
            "\\b(?:want|need|like|get|have|give|send|pay)\\b[^.?!\\n]{0,16}\\b(?:it|that|this|them|money)\\b"
            "[^.?!\\n]{0,10}\\bback\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rest( // of what was refunded in part
        QStringLiteral("\\b(?:the|its) (?:rest|remaining|remainder)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (stringOr(turn.memory, "wrote") == QLatin1String("process_refund") &&
        wordCount(turn.text) <= referenceWords && rest.match(turn.text).hasMatch() &&
        !turn.text.contains(QLatin1Char('?')))
        return true;
    if (stringOr(turn.memory, "playbook") == QLatin1String("refund") && wantsTheSame(turn.text))
        return true;
    return stringOr(turn.memory, "category") == nameOf(Category::Billing) &&
           !offeredIn(turn.memory).isEmpty() && wordCount(turn.text) <= referenceWords &&
           back.match(turn.text).hasMatch();
}

// "Invoices 1041 and 1042": numbers and nothing that is asked of them.
bool isBareMention(const QString &text)
{
    static const QRegularExpression mention(
        QStringLiteral("^(?:(?:invoices?|numbers?|nr|no|it(?:'s| is|’s)|they "
                       "are|these|those|the|and|for|sorry|i mean[t]?|also|too|as well|plus|please|pls|"
                       "[a-z]{0,6}-?#?[0-9]{2,10})\\b[\\s,.:#&]*)+$"),
        QRegularExpression::CaseInsensitiveOption);
    return wordCount(text) <= referenceWords && mention.match(text.trimmed()).hasMatch();
}

// "How long will that take?" after a refund asks where it is.
bool asksForTime(const QString &text)
{
    static const QRegularExpression ofAnother(
        QStringLiteral("\\b(?:plan|subscription|trial|contract|renew\\w*|invoice|bill|next|cancel\\w*|access|"
                       "account)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (ofAnother.match(text).hasMatch())
        return false;
    static const QRegularExpression time(
        QStringLiteral("^\\W*(?:(?:ok|okay|and|so|thanks|thank "
                       "you|thx|ty|cheers|perfect|cool|nice|good|great|but)\\W+)*(?:how long|how soon|by "
                       "when|when(?! (?:was|were|did|is|are)\\b))\\b"
                       "[^.?!\\n]{0,40}[?.!]*$"),
        QRegularExpression::CaseInsensitiveOption);
    return time.match(text.trimmed()).hasMatch();
}

// The value that was written to the account just now, given anew.
bool correctsWrittenValue(const RoutingTurn &turn)
{
    const QString field = stringOr(turn.memory, "wrote_field");
    return (field == QLatin1String("address") && looksLikeAddress(turn.text.simplified())) ||
           (field == QLatin1String("language") && !EntityParts::languageNamedIn(turn.text).isEmpty());
}

// "That's wrong, it should be 0700 555 123", after what the account says.
bool correctsOwnDetail(const RoutingTurn &turn)
{
    if (stringOr(turn.memory, "playbook") != QLatin1String("account_details") ||
        wordCount(turn.text) > followUpWords)
        return false;
    static const QRegularExpression other(
        QStringLiteral(
            "\\b(?:replace|change|wrong|old|outdated|should|use|make|new|now|instead|no longer)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const Entities found = EntityExtractor().extract(turn.text, turn.now.date());
    return (!found.emails.isEmpty() && other.match(turn.text).hasMatch()) || !found.phones.isEmpty() ||
           !found.newAddress.isEmpty() || !found.newName.isEmpty() || !found.newCompany.isEmpty();
}

// A few words where the desk asked for a value: "22 Baker Street, London NW1 6XE".
bool isPlainValue(const RoutingTurn &turn)
{
    const QString awaited = stringOr(turn.memory, "awaiting");
    return (awaited == QLatin1String("value") || awaited == QLatin1String("field")) &&
           !turn.text.contains(QLatin1Char('?')) && !turn.text.contains(QLatin1Char('\n'));
}

// "Refund, please" after one invoice was spoken of.
bool isBareRefund(const RoutingTurn &turn)
{
    return offeredIn(turn.memory).size() == 1 && !stringOr(turn.memory, "about").isEmpty() &&
           isBareRefundRequest(turn.text);
}

} // namespace

bool hasRunningConversation(const RoutingTurn &turn)
{
    return !stringOr(turn.memory, "intent").isEmpty() &&
           fromName<Category>(stringOr(turn.memory, "category")).has_value() && isWithinSession(turn);
}

bool correctsItself(const QString &text)
{
    static const QRegularExpression correction(
        QStringLiteral(
            "\\b(?:i (?:actually |really )?meant|i mean\\b|my mistake|wrong (?:invoice|number|one)|"
            "not that one|(?:no|sorry|wait|oops)[, ]+(?:i mean|the other|not)|scratch that|"
            "correction)"),
        QRegularExpression::CaseInsensitiveOption);
    return correction.match(text).hasMatch() || namesAnother(text);
}

bool continuesConversation(const RoutingTurn &turn, const Route &fresh)
{
    if (!hasRunningConversation(turn))
        return false;
    if ((acceptsProposal(turn) || wantsBack(turn)) && !isPlainEscalation(fresh))
        return true;
    if (stringOr(turn.memory, "playbook") == QLatin1String("refund") && asksForTime(turn.text))
        return true;
    // "Which card does it go to?" asks for what the account says.
    const QString detail = ownDetailAskedIn(turn.text);
    if (detail == QLatin1String("card") || (detail == QLatin1String("next_bill") &&
                                            stringOr(turn.memory, "category") == nameOf(Category::Billing) &&
                                            turn.text.contains(QLatin1String("one"))))
        return false;
    if (correctsWrittenValue(turn) || correctsOwnDetail(turn) || isBareRefund(turn))
        return true;
    const auto isSure = [&] { return turn.limits.isSure(fresh.confidence); };
    const bool isOfOtherCategory = nameOf(fresh.category) != stringOr(turn.memory, "category");
    const qsizetype words = wordCount(turn.text);
    const Entities found = EntityExtractor().extract(turn.text, turn.now.date(), offeredIn(turn.memory));
    const bool isAboutLink = !stringOr(turn.memory, "sent").isEmpty() && found.invoiceNumbers.isEmpty();
    if (isAboutLink && asksAgain(turn.text) && words <= againWords && !isPlainEscalation(fresh))
        return true;
    const bool corrects = correctsItself(turn.text) && fresh.category != Category::Escalate;
    // "Has it arrived yet?" is about what was spoken of, however surely its words are routed elsewhere.
    const bool isShortReference = found.thatOne && words <= referenceWords && !isPlainEscalation(fresh) &&
                                  !memberOrNull(turn.memory, "offered").empty();
    if (isShortReference || (isBareMention(turn.text) && !found.invoiceNumbers.isEmpty()))
        return true;
    if (isElliptic(turn.text) && !isPlainEscalation(fresh))
        return true;
    if (isOfOtherCategory && words > 4 && !corrects && isSure())
        return false;
    const bool pointsBack = found.ordinal != 0 || found.notOrdinal != 0 || found.extreme != Extreme::None ||
                            found.otherOne || found.bothOrAll || !found.invoiceNumbers.isEmpty() ||
                            !found.emails.isEmpty() || !found.amounts.empty() || !found.phones.isEmpty() ||
                            !found.dates.empty() || !found.newAddress.isEmpty() || !found.newName.isEmpty() ||
                            found.reply != Reply::None || corrects;
    if (!stringOr(turn.memory, "awaiting").isEmpty()) {
        // "It's Harbour Works Ltd" may be read as the very act that waits for the name, or as one beside it.
        const bool isOwnAct =
            fresh.intent == stringOr(turn.memory, "intent") || (!isOfOtherCategory && isPlainValue(turn));
        return pointsBack || (words <= followUpWords && (isOwnAct || !isSure()));
    }
    return (pointsBack || found.thatOne) && words <= followUpWords && (corrects || !isSure());
}

void followUp(const RoutingTurn &turn, Route &route)
{
    route.category = fromName<Category>(stringOr(turn.memory, "category")).value_or(route.category);
    route.intent = stringOr(turn.memory, "intent");
    route.confidence = std::max(followUpConfidence, numberOr(turn.memory, "confidence", 0.0));
    if (acceptsProposal(turn))
        route.intent = stringOr(turn.memory, "proposes");
    else if (wantsBack(turn) || isBareRefund(turn))
        route.intent = QStringLiteral("billing.refund_request");
    else if (correctsOwnDetail(turn))
        route.intent = turn.text.contains(QLatin1Char('@')) ? QStringLiteral("account.email_change")
                                                            : QStringLiteral("account.profile_edit");
    else if (stringOr(turn.memory, "playbook") == QLatin1String("refund") && asksForTime(turn.text))
        route.intent = QStringLiteral("billing.refund_status");
}

} // namespace Helmdesk
