#include "escalation/ContactGrammar.h"

#include "escalation/ContactPhrases.h"
#include "escalation/TypoMatch.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

constexpr size_t longestObject = 11; // words between the verb and the person
constexpr size_t longestBareRequest = 7;

// What stands between a verb and the person that it reaches for.
struct Span {
    size_t verb = 0;
    size_t person = 0; // first word of the person
    size_t last = 0;   // last word of the person, or of the department
    bool isDepartment = false;
    bool isLive = false;         // real, live, actual, human
    bool hasPreposition = false; // to, with
    bool hasObject = false;      // me, this chat, through
    bool hasDeterminer = false;
    bool isReaching = false; // "get in touch with", "get through to"
};

bool isStopWord(const ClauseReader &reader, size_t at)
{
    return reader.isWord(at, {"about",   "for", "from", "if",  "when",  "as",    "than", "regarding",
                              "because", "so",  "but",  "and", "or",    "how",   "what", "why",
                              "then",    "at",  "like", "not", "that",  "which", "is",   "are",
                              "was",     "do",  "does", "can", "could", "will"});
}

// A short word mistyped between verb and person: "talk wirh an agent", "speak ot a person".
bool isMistypedFiller(const ClauseReader &reader, size_t at)
{
    if (reader.roles(at) != NoRole || isStopWord(reader, at))
        return false;
    const QString &word = reader.word(at);
    if (word.size() <= 2)
        return !reader.isWord(at, {"by", "go", "he", "my", "of", "on", "so", "up", "we", "tv", "pc", "id"});
    return isTypoOf(word, u"with", 1) && word != QLatin1String("wish") && word != QLatin1String("width");
}

void note(const ClauseReader &reader, size_t at, Span &span)
{
    span.isLive = span.isLive || reader.has(at, LiveWord);
    span.hasPreposition = span.hasPreposition || reader.isWord(at, {"to", "with", "w", "wit", "wth", "2"});
    span.hasObject =
        span.hasObject || reader.isWord(at, {"me", "us", "call", "chat", "conversation", "case", "through",
                                             "thru", "over", "hold", "touch", "line", "ahold"});
    span.isReaching =
        span.isReaching || reader.isWord(at, {"through", "thru", "touch", "hold", "ahold", "line", "phone"});
    span.hasDeterminer =
        span.hasDeterminer || reader.has(at, LiveWord) ||
        reader.isWord(at, {"a", "an", "the", "your", "ur", "any", "some", "one", "another", "different"});
}

bool isDepartmentWord(const ClauseReader &reader, size_t at)
{
    return reader.has(at, Department) ||
           reader.isWord(at, {"billing", "sales", "complaints", "fraud", "finance", "refunds", "technical",
                              "tech", "team", "bank", "care", "centre", "center", "staff"});
}

// Walks from the verb over the words that may stand between to the person, or to a department at the end.
std::optional<Span> spanFrom(const ClauseReader &reader, size_t verb)
{
    Span span{.verb = verb};
    bool usedUnknown = false;
    for (size_t at = verb + 1; at < reader.size() && at <= verb + longestObject; ++at) {
        const TextToken::Break before = reader.token(at).before;
        if (before == TextToken::Break::Hard ||
            (before == TextToken::Break::Soft && !reader.has(at, Politeness) &&
             !reader.has(at - 1, Politeness)))
            break;
        if (const auto last = reader.personAt(at)) {
            span.person = at;
            span.last = *last;
            for (size_t part = at; part <= *last; ++part)
                span.isLive = span.isLive || reader.has(part, LiveWord);
            return span;
        }
        if (reader.has(at, Filler)) {
            note(reader, at, span);
            if (isDepartmentWord(reader, at)) {
                span.last = at;
                span.isDepartment = true;
            }
            continue;
        }
        // "Talk about it with someone"
        if (reader.isWord(at, {"about"}) && reader.isAfter(at, 1, {"it", "this", "that"}))
            continue;
        if (isMistypedFiller(reader, at)) {
            span.hasPreposition = true;
            continue;
        }
        // An adjective that is not listed, or a mistyped one: "talk to a patient agent", "reach a rael
        // person".
        const bool isBeforePerson = at + 1 < reader.size() && reader.has(at + 1, Person);
        const bool mayBeAdjective =
            !usedUnknown && reader.roles(at) == NoRole && !isStopWord(reader, at) && at > verb + 1 &&
            (reader.has(verb, TalkVerb) || (reader.has(verb, ReachVerb | MoveVerb) && isBeforePerson) ||
             (isBeforePerson && reader.has(at + 1, StrongPerson)));
        if (!mayBeAdjective)
            break;
        usedUnknown = true;
    }
    if (span.isDepartment)
        return span;
    return std::nullopt;
}

// "they talk to agents", "when I spoke", "am I talking to", "every time I call an agent".
bool isToldOrAsked(const ClauseReader &reader, size_t verb)
{
    const size_t start = reader.clauseStart(verb);
    if (reader.has(verb, Gerund) &&
        reader.containsBetween(
            verb > start + 2 ? verb - 2 : start, verb,
            {"am", "was", "were", "been", "are", "is", "im", "ive", "be", "you", "youre"}) &&
        !reader.containsBetween(start, verb, {"interested", "prefer", "like"}))
        return true;
    if (reader.containsBetween(verb > start + 3 ? verb - 3 : start, verb,
                               {"customers", "users", "clients", "visitors", "they", "he", "she", "people",
                                "members", "students", "tenants", "guests", "patients"}))
        return true;
    const bool hasSubject = reader.isBefore(verb, 1, {"i", "we"});
    // "Do I speak with a human" asks; "how do I speak with a human" wishes.
    if (hasSubject && reader.isBefore(verb, 2, {"do", "did"}) && verb - start == 2)
        return true;
    const bool isQuestion = reader.isBefore(
        verb, 2,
        {"can", "could", "may", "should", "do", "how", "where", "must", "might", "shall", "let", "did"});
    return hasSubject && !isQuestion && reader.size() > 6;
}

bool isThingToSomeone(const ClauseReader &reader, size_t last)
{
    // "Somebody in your billing department" is one of us.
    if (reader.isAfter(last, 1, {"in", "with"}) &&
        reader.isAfter(
            last, 2, {"your", "ur", "the", "billing", "sales", "support", "customer", "charge", "authority"}))
        return false;
    return reader.isAfter(last, 1,
                          {"abroad", "overseas", "in", "outside", "whose", "using", "with", "elses", "has",
                           "is", "used", "logged", "through", "via", "by"});
}

bool isSinglePerson(const ClauseReader &reader, const Span &span)
{
    return span.isLive || !reader.isWord(span.last, {"people", "individual", "man", "woman", "guy", "lady"});
}

bool acceptsTalk(const ClauseReader &reader, const Span &span)
{
    if (isToldOrAsked(reader, span.verb))
        return false;
    if (reader.isWord(span.verb, {"discuss", "explain", "explaining", "deal", "dealing"}) &&
        !span.hasPreposition)
        return false;
    if (span.isDepartment)
        return span.hasPreposition;
    if (reader.has(span.last, StrongPerson))
        return true;
    if (reader.has(span.last, WeakPerson))
        return (span.hasPreposition || span.isLive) && isSinglePerson(reader, span);
    return span.hasPreposition || reader.has(span.last, SomePerson) ||
           (span.isLive && !reader.isWord(span.verb, {"chat"}));
}

bool acceptsReach(const ClauseReader &reader, const Span &span)
{
    if (isToldOrAsked(reader, span.verb) || span.isDepartment)
        return false;
    if (reader.has(span.last, StrongPerson))
        return true;
    if (reader.has(span.last, SomePerson))
        return !reader.isWord(span.verb, {"message", "messaging", "ring"}) &&
               !isThingToSomeone(reader, span.last);
    if (reader.has(span.last, WeakPerson))
        return isSinglePerson(reader, span) &&
               (span.hasDeterminer || reader.isBefore(span.verb, 1, {"to", "help", "me"}) ||
                reader.size() <= 3);
    return span.hasDeterminer || span.hasPreposition || reader.size() <= 5;
}

bool acceptsMove(const ClauseReader &reader, const Span &span)
{
    const bool isPassive = reader.has(span.verb, Participle);
    if (isPassive && !reader.isBefore(span.verb, 1, {"be", "get", "being", "getting", "me", "this"}))
        return false;
    const bool hasObject = span.hasObject || isPassive;
    if (span.isDepartment)
        return hasObject && (span.hasPreposition || span.hasObject);
    if (reader.isWord(span.verb, {"put", "putting"}) && !hasObject)
        return false;
    if (reader.has(span.last, StrongPerson) || span.isLive)
        return hasObject || span.hasPreposition || reader.size() <= 5;
    if (reader.has(span.last, AgentPerson))
        return hasObject ||
               (span.hasPreposition && reader.isWord(span.verb + 1, {"to", "this", "it", "with"}) &&
                !reader.isWord(span.last, {"manager", "assistant", "members", "member"}));
    return hasObject && isSinglePerson(reader, span);
}

// "do I need an agent", "you need a representative": asks about a requirement.
bool isRequirement(const ClauseReader &reader, size_t verb)
{
    if (!reader.isWord(verb, {"need", "require", "request"}))
        return false;
    return reader.isBefore(verb, 1, {"you", "they", "he", "she", "it", "people"}) ||
           (reader.isBefore(verb, 1, {"i", "we"}) &&
            reader.isBefore(verb, 2, {"do", "will", "would", "did", "does"}));
}

bool acceptsWantedSomeone(const ClauseReader &reader, const Span &span)
{
    const size_t last = span.last;
    if (reader.isAfter(last, 1, {"real", "human", "competent"}))
        return true;
    const bool isGiven = reader.isWord(span.verb, {"get", "give", "gimme", "gimmie", "find", "gets"});
    if (reader.isAfter(last, 1, {"else"}))
        return (isGiven && span.hasObject) || reader.endsSentence(last + 1) ||
               (reader.isAfter(last, 2, {"to"}) &&
                reader.isAfter(last, 3,
                               {"help", "look", "check", "talk", "speak", "take", "handle", "answer"}));
    if (isGiven && (reader.endsSentence(last) ||
                    reader.isAfter(last, 1, {"on", "now", "please", "who", "that", "from", "pls"})))
        return true;
    return reader.isAfter(last, 1, {"to"}) &&
           reader.isAfter(last, 2, {"talk", "speak", "chat", "call", "contact", "phone", "ring"});
}

// An agent, a manager: also names of things and roles, so the wish must be plainer.
bool acceptsWantedAgent(const ClauseReader &reader, const Span &span)
{
    if (reader.isWord(span.last, {"agent", "agents"}))
        return span.hasDeterminer || reader.size() <= 5;
    if (reader.isAfter(span.last, 1, {"to"}) &&
        reader.isAfter(span.last, 2, {"talk", "speak", "chat", "call", "phone", "ring"}))
        return span.hasDeterminer;
    if (reader.isWord(span.verb, {"get", "give", "gimme", "gimmie", "gets"}) && span.hasObject &&
        span.hasDeterminer)
        return true;
    return reader.isWord(span.last, {"manager", "boss", "superior"}) && span.hasDeterminer;
}

bool acceptsWant(const ClauseReader &reader, const Span &span)
{
    if (span.isDepartment || isRequirement(reader, span.verb))
        return false;
    // "Can I have an agent" wishes; "we have an agent" and "do you have agents" tell and ask.
    if (reader.isWord(span.verb, {"have"}) &&
        !(reader.isBefore(span.verb, 1, {"i", "we"}) &&
          reader.isBefore(span.verb, 2, {"can", "could", "may", "might", "cant", "shall"})))
        return false;
    if (span.isReaching && reader.isWord(span.verb, {"get", "gets", "find"}))
        return !isThingToSomeone(reader, span.last);
    if (reader.has(span.last, SomePerson))
        return acceptsWantedSomeone(reader, span);
    if (reader.isWord(span.verb, {"find"}))
        return span.isLive || reader.isWord(span.last, {"human", "operator", "representative"});
    // "Give a new employee an account": what is given to the person follows.
    if (reader.isWord(span.verb, {"give"}) && !span.hasObject && !reader.endsSentence(span.last))
        return false;
    if (reader.has(span.last, StrongPerson) || span.isLive)
        return reader.has(span.last, Person | Department) || reader.isWord(span.last, {"help"});
    if (reader.has(span.last, WeakPerson))
        return reader.isWord(span.last, {"person"}) && (span.hasDeterminer || reader.size() <= 5);
    return acceptsWantedAgent(reader, span);
}

std::optional<size_t> acceptedFrom(const ClauseReader &reader, size_t verb)
{
    if (!reader.has(verb, ContactVerb | WantVerb) ||
        reader.isBefore(verb, 1, {"contact", "the", "my", "your", "of"}))
        return std::nullopt;
    const auto span = spanFrom(reader, verb);
    if (!span)
        return std::nullopt;
    const bool isAccepted = (reader.has(verb, TalkVerb) && acceptsTalk(reader, *span)) ||
                            (reader.has(verb, ReachVerb) && acceptsReach(reader, *span)) ||
                            (reader.has(verb, MoveVerb) && acceptsMove(reader, *span)) ||
                            (reader.has(verb, WantVerb) && acceptsWant(reader, *span));
    if (!isAccepted)
        return std::nullopt;
    // "What hours can I talk to customer service": asks for a fact about the department.
    if (span->isDepartment &&
        reader.containsBetween(reader.sentenceStart(verb), std::min(reader.size(), span->last + 8),
                               {"hours", "hour", "time", "times", "when", "number", "open"}))
        return std::nullopt;
    return span->last;
}

bool namesNobody(const ClauseReader &reader, size_t last)
{
    return reader.isWord(last,
                         {"people", "members", "member", "boss", "guy", "lady", "man", "woman", "being"});
}

// The words from `first` to `last` are a person and courtesies: "human agent please", "operator".
std::optional<GrammarMatch> bareWithin(const ClauseReader &reader, size_t first, size_t last)
{
    std::optional<GrammarMatch> match;
    for (size_t at = first; at <= last; ++at) {
        const auto end = reader.personAt(at);
        const bool isElse =
            end && reader.has(*end, SomePerson) && *end + 1 <= last && reader.isWord(*end + 1, {"else"});
        if (isElse && !match) {
            match = GrammarMatch{at, *end + 1, false};
            at = *end + 1;
        } else if (end && !match && reader.has(*end, StrongPerson | AgentPerson | WeakPerson) &&
                   !namesNobody(reader, *end)) {
            match = GrammarMatch{at, *end, false};
            at = *end;
        } else if (!end && !reader.has(at, Filler | Politeness)) {
            return std::nullopt;
        }
    }
    // "is this a person", "are you human", "my agent"
    if (match && (reader.isWord(first, {"is", "are", "you", "am", "this", "that", "it"}) ||
                  (match->first > first && reader.isBefore(match->first, 1, {"my", "this", "is"}))))
        return std::nullopt;
    return match;
}

// The whole message, or a clause of it with a courtesy ("another agent please, this one ..."). A greeting
// names whom it greets and wishes for nobody: "hi agent, ...".
std::optional<GrammarMatch> bareRequest(const ClauseReader &reader)
{
    if (reader.size() == 0)
        return std::nullopt;
    if (reader.size() <= longestBareRequest) {
        if (const auto whole = bareWithin(reader, 0, reader.size() - 1))
            return whole;
    }
    constexpr size_t longestClause = 5;
    size_t first = 0;
    for (size_t at = 0; at < reader.size(); ++at) {
        if (at + 1 < reader.size() && reader.token(at + 1).before == TextToken::Break::None)
            continue;
        const bool isPlea =
            reader.containsBetween(first, at + 1,
                                   {"please", "pls", "plz", "now", "another", "different", "else"}) &&
            !reader.containsBetween(first, at + 1, {"hi", "hello", "hey", "dear", "good", "thanks"});
        // "Skip the menu, customer adviser"
        const bool isLast = at + 1 == reader.size() && reader.size() <= longestBareRequest;
        if (at - first < longestClause && (isPlea || isLast)) {
            if (const auto clause = bareWithin(reader, first, at))
                return clause;
        }
        first = at + 1;
    }
    return std::nullopt;
}

bool isNegatedWish(const ClauseReader &reader, size_t start, size_t at, size_t first)
{
    const bool isNot =
        reader.isWord(at, {"dont", "not", "didnt", "never", "wont", "donot", "doesnt", "neednt", "wouldnt"});
    if (!isNot)
        return false;
    if (at + 1 == first ||
        (at + 1 < first && reader.isWord(at + 1, {"just", "please", "even", "to"}) && at + 2 == first))
        return !reader.isWord(first, {"get", "reach", "find", "have"}) || reader.isBefore(first, 1, {"to"});
    const bool isWish =
        reader.isWord(at + 1, {"want", "wanna", "need", "wish", "require", "like", "care", "intend", "have",
                               "make", "ask", "asking", "looking", "feel", "mean", "necessarily"});
    return isWish && first - start <= 9;
}

bool isNegated(const ClauseReader &reader, size_t first, size_t last)
{
    if (reader.isAfter(last, 1, {"not", "isnt"}) ||
        (reader.isAfter(last, 2, {"not"}) && reader.isAfter(last, 3, {"needed", "necessary", "required"})))
        return reader.isAfter(last, 2, {"needed", "necessary", "required"}) ||
               reader.isAfter(last, 3, {"needed", "necessary"});
    if (reader.isAfter(last, 1, {"unnecessary"}))
        return true;
    const size_t start = reader.clauseStart(first);
    if (reader.containsBetween(start, first, {"why", "if", "unless", "cant", "cannot"}))
        return false;
    for (size_t at = start; at < first; ++at) {
        if (isNegatedWish(reader, start, at, first))
            return true;
        const bool isNoNeed = reader.isWord(at, {"no"}) && reader.isWord(at + 1, {"need"});
        if (first - at <= (isNoNeed ? 4 : 3) &&
            (reader.isWord(at, {"without", "avoid", "stop"}) ||
             (reader.isWord(at, {"no"}) && reader.isWord(at + 1, {"need", "human", "agent", "person"})) ||
             (reader.isWord(at, {"instead", "rather"}) && reader.isWord(at + 1, {"of", "than"}))))
            return true;
    }
    // "no need for an agent" and "no human needed": the match begins at "need" or at the noun itself.
    return first > 0 && reader.token(first).before == TextToken::Break::None &&
           reader.isBefore(first, 1, {"no"});
}

} // namespace

std::optional<GrammarMatch> findContactWish(const ClauseReader &reader, const std::vector<TextToken> &tokens)
{
    std::optional<GrammarMatch> negated;
    const auto offer = [&](size_t first, size_t last) -> std::optional<GrammarMatch> {
        const GrammarMatch match{first, last, isNegated(reader, first, last)};
        if (!match.isNegated)
            return match;
        if (!negated)
            negated = match;
        return std::nullopt;
    };
    for (size_t at = 0; at < reader.size(); ++at) {
        if (const auto last = acceptedFrom(reader, at)) {
            if (const auto wish = offer(at, *last))
                return wish;
        }
    }
    for (const ContactPhrase &phrase : findContactPhrases(reader, tokens)) {
        if (phrase.isBotRefused)
            return GrammarMatch{phrase.first, phrase.last, false};
        if (const auto wish = offer(phrase.first, phrase.last))
            return wish;
    }
    if (const auto bare = bareRequest(reader)) {
        if (const auto wish = offer(bare->first, bare->last))
            return wish;
    }
    return negated;
}

} // namespace Helmdesk
