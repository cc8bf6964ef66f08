#include "specialists/ActGate.h"

#include "specialists/RequestMood.h"
#include "understanding/Values.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr double plainly = 0.5;           // from which the likeliest mood is taken for the turn's
constexpr double leastWithGrammar = 0.12; // of the heads, where the grammar hears a request
static_assert(leastWithGrammar >= leastDecisive);

// Another act of the same sentence is a doubt from this share of the probability on; from `ofItsOwn` on it is
// a request of its own.
constexpr double doubtful = 0.55;
constexpr double ofItsOwn = 0.6;

bool hasRival(const ActReading &act, const Reading &reading)
{
    const auto isOfProfile = [](const ActReading &item) {
        return item.act == QLatin1String("account.email_change") ||
               item.act == QLatin1String("account.profile_change");
    };
    return std::ranges::any_of(reading.acts, [&](const ActReading &other) {
        return other.act != act.act && !other.intent.isEmpty() && other.words == act.words &&
               !(isOfProfile(act) && isOfProfile(other)) && other.asks >= doubtful * act.asks &&
               other.asks < ofItsOwn;
    });
}

// The address on record, given to say whose account it is, asks for no other one.
Reading withoutOwnAddress(Reading reading, const TurnContext &context)
{
    if (!context.customer || context.customer->email.isEmpty() || context.text.count(QLatin1Char('@')) != 1 ||
        !context.text.contains(context.customer->email, Qt::CaseInsensitive))
        return reading;
    for (ActReading &act : reading.acts)
        act.asks = act.act == QLatin1String("account.email_change") ? 0.0 : act.asks;
    return reading;
}

// What both learned readers must say of an act to be trusted without the grammar.
struct WantedAgreement {
    double asks = 0.0;
    double second = 0.0;
    double mostContrary = 1.0;
};

// In English only of a wording that the grammar does not know and both are nearly certain of.
constexpr WantedAgreement nearlyCertain{0.9, 0.75, 0.12};

bool agreeWithoutGrammar(const Playbook &playbook, const TurnContext &context, const WantedAgreement &wanted)
{
    const Reading reading = withoutOwnAddress(context.reading, context);
    const ActReading *act = reading.of(playbook.asks);
    return act != nullptr && act->second >= wanted.second &&
           act->asks >= std::max(wanted.asks, context.actLimits.act) &&
           act->contrary <= std::min(wanted.mostContrary, context.actLimits.mostContrary) &&
           !hasRival(*act, reading);
}

// Whether the turn only gives what the desk asked back for in this playbook.
bool answersPlaybook(const Playbook &playbook, const TurnContext &context)
{
    return context.followsUp && stringOr(context.memory, "playbook") == playbook.id &&
           !stringOr(context.memory, "awaiting").isEmpty();
}

} // namespace

Asked askedFor(const Playbook &playbook, const QString &text, const Reading &reading, const ActLimits &limits)
{
    const ActReading *act = reading.of(playbook.asks);
    if (act == nullptr)
        return Asked::No;
    const bool isHeardByGrammar =
        playbook.movesMoney() ? asksForMoney(text) && asksForAct(text) : asksForAct(text);
    // Not "please" of another sentence, such as the one below a signature.
    const bool isHeardThere = act->words.isEmpty() || asksForAct(act->words);
    const double least = isHeardByGrammar ? leastWithGrammar : limits.ask;
    if (act->asks < least)
        return Asked::No;
    const bool isPlain = isHeardByGrammar && isHeardThere && act->asks >= limits.act &&
                         act->contrary <= limits.mostContrary && !hasRival(*act, reading);
    return isPlain ? Asked::Plainly : Asked::Perhaps;
}

ActEvidence evidenceFor(const Playbook &playbook, const TurnContext &context)
{
    ActEvidence evidence;
    evidence.asked =
        askedFor(playbook, context.text, withoutOwnAddress(context.reading, context), context.actLimits);
    // The grammar is one of English: of another language the second reader that was learned takes its place.
    const bool isEnglish = context.language == QLatin1String("en");
    const WantedAgreement wanted = isEnglish ? nearlyCertain : WantedAgreement{0.0, leastAgreement, 1.0};
    if (agreeWithoutGrammar(playbook, context, wanted))
        evidence.asked = Asked::Plainly;
    else if (!isEnglish)
        evidence.asked = std::min(evidence.asked, Asked::Perhaps);
    if (const ActReading *reading = context.reading.of(playbook.asks))
        evidence.isWithdrawn = reading->mood == Mood::Refuses && reading->likelihood >= plainly;
    // To a question whether to do it only a clear yes is an answer, and that comes another way.
    const bool wasPlain = stringOr(context.memory, "asked") == QLatin1String("plainly") &&
                          stringOr(context.memory, "awaiting") != QLatin1String("confirmation");
    if (answersPlaybook(playbook, context) && !evidence.isWithdrawn)
        evidence.asked = std::max(evidence.asked, wasPlain ? Asked::Plainly : Asked::Perhaps);
    return evidence;
}

Json memoryOf(const ActEvidence &evidence)
{
    return evidence.asked == Asked::Plainly ? "plainly" : "perhaps";
}

bool mayActAtOnce(const Playbook &playbook, const TurnContext &context, const QStringList &leftOver,
                  bool isAssumed)
{
    if (!leftOver.isEmpty() || isAssumed || (playbook.movesMoney() && context.actLimits.confirmsPayments))
        return false;
    return evidenceFor(playbook, context).asked == Asked::Plainly;
}

bool mayRefuse(const TurnContext &context, const ValueWords &words)
{
    if (context.language == QLatin1String("en"))
        return false; // the grammar reads its refusals
    QString word;
    for (const QChar c : context.text.toLower() + QLatin1Char(' ')) {
        if (c.isLetter()) {
            word.append(c);
            continue;
        }
        if (!word.isEmpty() && words.wordOf(word, WordKind::Forbid) != nullptr)
            return true;
        word.clear();
    }
    return false;
}

QStringList otherPartiesIn(const TurnContext &context, const ValueWords &words)
{
    QStringList ownNames;
    if (context.customer)
        ownNames << context.customer->name << context.customer->company;
    QStringList parties;
    for (const Qualifier &qualifier :
         readValues(context.text, words, {}, context.now.date(), ownNames).qualifiers) {
        const QString first = qualifier.words.section(QLatin1Char(' '), 0, 0).toLower();
        const bool isOldValue = words.wordOf(first, WordKind::PartyLead) != nullptr; // "from Lind to Berg"
        if (qualifier.kind == QualifierKind::OtherParty && !isOldValue)
            parties.append(qualifier.words);
    }
    return parties;
}

} // namespace Helmdesk
