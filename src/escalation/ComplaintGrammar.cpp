#include "escalation/ComplaintGrammar.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

constexpr size_t longestObject = 8; // words between the verb and the complaint

bool isAboutInsurance(const ClauseReader &reader, size_t at)
{
    const size_t start = reader.sentenceStart(at);
    const size_t end = std::min(reader.size(), at + 6);
    return reader.containsBetween(start, end,
                                  {"insurance", "insured", "warranty", "expense", "expenses", "accident",
                                   "medical", "dental", "mileage", "reimbursement", "tax", "benefit",
                                   "benefits", "guarantee"});
}

bool isNegated(const ClauseReader &reader, size_t first)
{
    const size_t start = reader.clauseStart(first);
    if (reader.containsBetween(start, first, {"why", "if", "unless"}))
        return false;
    for (size_t at = start; at < first; ++at) {
        const bool isNot = reader.isWord(at, {"dont", "not", "didnt", "never", "wont", "donot", "neither",
                                              "nor", "isnt", "wasnt", "arent", "aint"});
        const bool isWish = reader.isWord(at + 1, {"want", "wanna", "need", "wish", "intend", "mean", "like",
                                                   "going", "gonna", "here", "have", "trying"});
        const bool isDenied =
            at + 1 == first || (at + 2 == first && reader.isWord(at + 1, {"a", "an", "any"}));
        if (isNot && (isDenied || isWish))
            return true;
        if (reader.isWord(at, {"without", "no", "instead", "nothing"}) && first - at <= 3)
            return true;
    }
    return false;
}

bool mayStandBetween(const ClauseReader &reader, size_t at)
{
    return reader.has(at, Filler | Politeness) ||
           reader.isWord(at,
                         {"formal", "formally", "official", "officially", "written", "serious", "strong",
                          "small", "huge", "big", "my", "our", "as", "legal", "public", "consumer", "clear"});
}

// "file a complain", "lodge a compliant": the noun is meant.
bool isSlipOfComplaint(const ClauseReader &reader, size_t at)
{
    return (reader.has(at, ComplainVerb) || reader.isWord(at, {"compliant", "complains", "compliment"})) &&
           reader.isBefore(at, 1, {"a", "an", "customer", "consumer", "formal", "official"});
}

// "help me with a claim", "I made a complaint".
bool isHelpedWith(const ClauseReader &reader, size_t at)
{
    const size_t near = at > 6 ? at - 6 : 0;
    const bool isHelp = reader.containsBetween(near, at, {"help", "assist", "assistance", "helping"}) &&
                        reader.containsBetween(near, at, {"with", "for"});
    const bool isMade = reader.has(at, ComplaintNoun) &&
                        reader.containsBetween(at > 4 ? at - 4 : 0, at,
                                               {"made", "filed", "lodged", "raised", "submitted", "sent",
                                                "opened", "registered", "form"});
    return (isHelp || isMade) && !isAboutInsurance(reader, at);
}

// "lodge a formal complaint", "making consumer claim".
std::optional<size_t> filedAt(const ClauseReader &reader, size_t verb)
{
    for (size_t at = verb + 1; at < reader.size() && at <= verb + longestObject; ++at) {
        if (reader.token(at).before == TextToken::Break::Hard)
            return std::nullopt;
        if (reader.has(at, ComplaintNoun) || isSlipOfComplaint(reader, at))
            return at;
        if (reader.has(at, ClaimNoun))
            return isAboutInsurance(reader, at) ? std::nullopt : std::optional(at);
        const bool isMistyped = reader.roles(at) == NoRole && reader.word(at).size() <= 2;
        if (!mayStandBetween(reader, at) && !isMistyped)
            return std::nullopt;
    }
    return std::nullopt;
}

// "My complaint from last week got sorted": it is over.
bool isSettled(const ClauseReader &reader, size_t at)
{
    constexpr size_t reach = 9; // words
    return reader.containsBetween(at + 1, std::min(reader.size(), at + reach),
                                  {"sorted", "resolved", "solved", "settled", "closed"}) &&
           !reader.containsBetween(at + 1, std::min(reader.size(), at + reach),
                                   {"not", "never", "isnt", "wasnt", "hasnt", "until", "unless", "be"});
}

// A complaint that stands there as a noun with no verb of filing.
bool isNamed(const ClauseReader &reader, size_t at)
{
    if (isSettled(reader, at))
        return false;
    if (reader.word(at).startsWith(QLatin1String("recl")))
        return !reader.isBefore(at, 1, {"land", "water", "soil", "heat"});
    if (reader.size() <= 4)
        return true;
    if (reader.isAfter(at, 1, {"against", "department", "procedure", "form", "number", "reference"}))
        return true;
    if (reader.isAfter(at, 1, {"about", "regarding", "concerning", "over"}) &&
        (at - reader.clauseStart(at) <= 3 || reader.isBefore(at, 1, {"my", "a", "formal", "official"})))
        return true;
    // "How can I <mistyped> a complaint": in a short message there is little else to do with one.
    constexpr size_t shortMessage = 14;
    if (reader.size() <= shortMessage && !reader.isAfter(at, 1, {"from", "by"}) &&
        reader.containsBetween(at > 3 ? at - 3 : 0, at, {"a", "an", "any", "consumer", "customer"}))
        return true;
    if (reader.isBefore(at, 1, {"my", "our", "formal", "official", "following"}))
        return true;
    if (reader.isAfter(at, 1, {"i", "we"}) &&
        reader.isAfter(at, 2,
                       {"filed", "made", "sent", "raised", "lodged", "submitted", "wrote", "registered"}))
        return true;
    if (reader.containsBetween(at > 4 ? at - 4 : 0, at, {"have", "got", "ive", "as", "treat"}) &&
        reader.containsBetween(at > 3 ? at - 3 : 0, at, {"a", "an", "another", "one"}))
        return true;
    return reader.isAfter(at, 1, {"to"}) &&
           reader.isAfter(at, 2, {"make", "file", "lodge", "submit", "register"});
}

bool isClaimAgainst(const ClauseReader &reader, size_t at)
{
    return reader.isAfter(at, 1, {"against"}) && !isAboutInsurance(reader, at);
}

// "I want to complain", not "users complain" and not "cannot complain".
bool isComplaining(const ClauseReader &reader, size_t at)
{
    if (reader.size() <= 3)
        return true;
    const size_t start = reader.clauseStart(at);
    if (reader.containsBetween(start, at,
                               {"users", "customers", "clients", "people", "they", "he", "she", "it",
                                "neighbours", "neighbors", "app", "which", "that", "cant", "cannot"}))
        return false;
    const size_t near = at > start + 4 ? at - 4 : start;
    if (reader.isBefore(at, 1, {"to"}) && reader.isBefore(at, 2, {"not"})) // "not to complain, but ..."
        return false;
    if (reader.word(at).endsWith(QLatin1String("ing")))
        return reader.containsBetween(near, at, {"im", "am", "here", "calling", "writing"});
    return reader.containsBetween(near, at, {"to",    "want",  "wanna", "how",  "do",   "can",    "could",
                                             "where", "may",   "i",     "must", "need", "should", "will",
                                             "ill",   "gonna", "who",   "me",   "whom", "help"});
}

// "Set up a complaint form for our customers", "a template for complaints": complaints of the customer's own
// customers, which the product is to handle.
bool isOfOwnCustomers(const ClauseReader &reader, size_t at)
{
    const size_t end = std::min(reader.size(), at + 5);
    const bool isThing = reader.containsBetween(
        at + 1, end,
        {"form", "forms", "board", "boards", "template", "templates", "workflow", "handling", "tracker"});
    const bool isMade = reader.containsBetween(reader.sentenceStart(at), at,
                                               {"set", "setup", "create", "build", "design", "template",
                                                "templates", "workflow", "board", "track", "manage"});
    return isMade && (isThing || reader.containsBetween(at + 1, end, {"from"}));
}

std::optional<GrammarMatch> matchAt(const ClauseReader &reader, size_t at)
{
    if (isOfOwnCustomers(reader, at))
        return std::nullopt;
    if (reader.has(at, FileVerb)) {
        if (const auto last = filedAt(reader, at))
            return GrammarMatch{at, *last, isNegated(reader, at)};
    }
    if (reader.has(at, ComplaintNoun) && isNamed(reader, at))
        return GrammarMatch{at, at, isNegated(reader, at)};
    if (reader.has(at, ClaimNoun) && isClaimAgainst(reader, at))
        return GrammarMatch{at, at + 1, isNegated(reader, at)};
    const bool isConsumers =
        reader.has(at, ClaimNoun) && reader.isBefore(at, 1, {"customer", "consumer", "customers"});
    if (isConsumers || (reader.has(at, ComplaintNoun | ClaimNoun) && isHelpedWith(reader, at)))
        return GrammarMatch{at, at, isNegated(reader, at)};
    if (reader.has(at, ComplainVerb) && isComplaining(reader, at))
        return GrammarMatch{at, at, isNegated(reader, at)};
    return std::nullopt;
}

} // namespace

std::optional<GrammarMatch> findComplaint(const ClauseReader &reader)
{
    std::optional<GrammarMatch> negated;
    for (size_t at = 0; at < reader.size(); ++at) {
        const auto match = matchAt(reader, at);
        if (match && !match->isNegated)
            return match;
        if (match && !negated)
            negated = match;
    }
    return negated;
}

} // namespace Helmdesk
