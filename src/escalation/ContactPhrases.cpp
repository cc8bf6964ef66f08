#include "escalation/ContactPhrases.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

enum class Guard {
    None,
    CallMe,    // not "why did you call me", not "call me Max"
    ActedFor,  // "can an agent check": a word of asking must stand before
    Callback,  // not "callback url"
    Escalate,  // not "privilege escalation"
    AtEnd,     // the sentence ends there: "transfer me"
    BotRefused // not "I am not a robot"
};

struct GuardedPhrase {
    Guard guard;
    const char16_t *phrase;
};

constexpr GuardedPhrase phraseTable[] = {
    {Guard::CallMe, u"call|phone|ring|telephone me|us"},
    {Guard::None, u"give|gimme|get me|us? a? quick? call|ring|bell|buzz|phonecall"},
    {Guard::None, u"give|get me|us? a? phone|telephone call"},
    {Guard::Callback,
     u"want|need|like|request|requesting|arrange|schedule|book|get|expect|for|please *2 callback|callbacks"},
    {Guard::Callback, u"callback please|pls|request|asap|today|tomorrow"},
    {Guard::Callback, u"call back please|asap|request|today|tomorrow|from"},
    {Guard::None, u"want|need|like|request|arrange|schedule|expect|prefer|have|for a phone|telephone call"},
    {Guard::None, u"want|need|like|request|arrange|schedule|expect|prefer|have a call from|back|with|please"},
    {Guard::AtEnd, u"transfer|connect|redirect me"},
    {Guard::Escalate, u"escalate this|it|me|my|the|us|to"},
    {Guard::Escalate, u"escalate"},
    {Guard::None, u"have|want|get|need|like|wants this|it|me|my *2 escalated"},
    {Guard::None, u"someone|somebody|anyone|anybody|person|agent|human|people else? real? *2 i|we "
                  u"can|could|may|might|should *1 talk|speak|chat|contact|call|reach|discuss|ask"},
    {Guard::None, u"member|members of staff *1 around|available|there|free"},
    {Guard::None, u"staff|human|person|agent|adviser|advisor|colleague|representative|operator|manager "
                  u"around|available|free "
                  u"to|for *1 talk|speak|help|discuss|chat|assist|answer"},
    {Guard::None, u"someone|somebody|anyone|anybody|person|agent|human|one to talk|speak|chat to|with?"},
    {Guard::None, u"who|whom else? can|could|may|should|do|to *1 i? talk|speak|chat|escalate"},
    {Guard::None, u"someone|somebody|anyone|anybody else *3 "
                  u"help|look|check|take|answer|assist|handle|please|review|deal|there"},
    {Guard::None, u"put someone|somebody else? real? on"},
    {Guard::None,
     u"put a|an|your|the|another real? human|person|manager|agent|supervisor|operator|employee on"},
    {Guard::None, u"word with one|an|some|someone|somebody|anyone|anybody|a|your|the"},
    {Guard::None, u"someone|somebody|person|anyone with|in *1 authority|charge|power"},
    {Guard::AtEnd, u"is anyone|anybody there|around"},
    {Guard::None, u"someone|somebody real|human|competent"},
    {Guard::None,
     u"someone|somebody|anyone|person|human|agent could|can|should|to|please|real|must? please? take over"},
    {Guard::ActedFor,
     u"human|person|agent|representative|operator|employee|supervisor|manager|specialist|"
     u"specialists|rep|adviser|advisor please? to? "
     u"check|review|look|looks|take|call|ring|phone|contact|handle|handles|answer|answers|reply|respond|join|"
     u"read|reads|help|assist|see|deal|intervene|process|verify|investigate|get|do"},
    {Guard::ActedFor, u"someone|somebody|anyone|anybody *3 call|ring|phone|contact|telephone me|us"},
    {Guard::None, u"human help|assistance|support|intervention|interaction|backup"},
    {Guard::None, u"who is|s your|ur|the boss|manager|supervisor"},
    {Guard::None, u"whos your|ur|the boss|manager|supervisor"},
    {Guard::BotRefused,
     u"dont|not|stop|hate|tired|sick|done|rather *4 talk|talking|speak|speaking|chat|chatting|deal|dealing "
     u"*4 "
     u"bot|bots|robot|robots|machine|machines|chatbot|chatbots|ai|computer|computers|automation|algorithm"},
    {Guard::BotRefused, u"dont|not want|wanna|need *3 bot|bots|robot|robots|chatbot|chatbots"},
    {Guard::BotRefused, u"no|enough|hate *2 bot|bots|robot|robots|chatbot|chatbots"},
};

const PhraseMatcher &phraseMatcher()
{
    static const PhraseMatcher matcher = [] {
        PhraseMatcher built;
        for (const GuardedPhrase &entry : phraseTable)
            built.add(QStringView(entry.phrase));
        return built;
    }();
    return matcher;
}

bool isCallWished(const ClauseReader &reader, const PhraseMatch &match)
{
    const size_t start = reader.clauseStart(match.first);
    if (reader.containsBetween(start, match.first,
                               {"did", "why", "who", "keep", "keeps", "if", "when", "they", "he", "she",
                                "will", "would", "that", "which", "until"}))
        return false;
    if (reader.isBefore(match.first, 1,
                        {"friends", "people", "everyone", "everybody", "colleagues", "family"}))
        return false;
    if (reader.isBefore(match.first, 1, {"you", "u"}) &&
        !reader.isBefore(match.first, 2, {"can", "could", "pls", "please"}))
        return false;
    return reader.endsSentence(match.last) ||
           reader.isAfter(match.last, 1,
                          {"back",    "please",     "pls",      "plz",         "asap",  "now",       "on",
                           "at",      "when",       "today",    "tomorrow",    "about", "regarding", "later",
                           "instead", "urgently",   "directly", "immediately", "to",    "tonight",   "this",
                           "as",      "and",        "so",       "i",           "by",    "or",        "right",
                           "soon",    "concerning", "for",      "before",      "after"});
}

bool isAsked(const ClauseReader &reader, const PhraseMatch &match)
{
    const size_t start = reader.sentenceStart(match.first);
    const size_t near = match.first > start + 5 ? match.first - 5 : start;
    if (match.first > start && reader.has(match.first - 1, ThingBefore))
        return false;
    return reader.containsBetween(near, match.first,
                                  {"can", "could", "may", "let", "have", "want", "please", "would", "get",
                                   "need", "make", "prefer", "like", "rather", "id", "wanna", "is", "any"}) &&
           !reader.containsBetween(near, match.first, {"did", "why", "how", "does", "will"});
}

bool holds(const ClauseReader &reader, const PhraseMatch &match)
{
    switch (phraseTable[match.phrase].guard) {
    case Guard::None:
        return !reader.isAfter(match.last, 1, {"resources"});
    case Guard::CallMe:
        return isCallWished(reader, match);
    case Guard::ActedFor:
        return isAsked(reader, match);
    case Guard::Callback:
        return !reader.isAfter(match.last, 1,
                               {"url", "urls", "uri", "function", "functions", "hook", "handler", "endpoint",
                                "address", "page", "error"});
    case Guard::Escalate:
        return !reader.isBefore(match.first, 1,
                                {"privilege", "privileges", "tickets", "rules", "not", "to"}) ||
               reader.containsBetween(reader.clauseStart(match.first), match.first,
                                      {"want", "like", "need", "have"});
    case Guard::AtEnd:
        return reader.endsSentence(match.last) || reader.isAfter(match.last, 1, {"please", "now", "pls"});
    case Guard::BotRefused:
        return !reader.isBefore(match.first, 1, {"am", "im", "are", "is"});
    }
    return false;
}

} // namespace

std::vector<ContactPhrase> findContactPhrases(const ClauseReader &reader,
                                              const std::vector<TextToken> &tokens)
{
    std::vector<ContactPhrase> found;
    for (const PhraseMatch &match : phraseMatcher().findAll(tokens)) {
        if (holds(reader, match))
            found.push_back({match.first, match.last, phraseTable[match.phrase].guard == Guard::BotRefused});
    }
    return found;
}

} // namespace Helmdesk
