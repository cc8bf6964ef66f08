#pragma once

#include <cstdint>
#include <QString>

namespace Helmdesk
{

// What a word can be in a wish for a person or in a complaint. A word may have several roles.
enum WordRole : std::uint32_t {
    NoRole = 0,
    TalkVerb = 1u << 0,       // speak, talk, chat
    ReachVerb = 1u << 1,      // contact, reach, call
    MoveVerb = 1u << 2,       // transfer, connect, put
    WantVerb = 1u << 3,       // need, want, get
    Gerund = 1u << 4,         // speaking, calling
    Filler = 1u << 5,         // may stand between the verb and the person
    StrongPerson = 1u << 6,   // human, operator, representative
    AgentPerson = 1u << 7,    // agent, assistant, manager: also names of things
    WeakPerson = 1u << 8,     // person, people: only with a determiner or an adjective
    SomePerson = 1u << 9,     // someone, anybody
    LiveWord = 1u << 10,      // real, live, human, actual
    Department = 1u << 11,    // service, support, department
    BotNoun = 1u << 12,       // bot, robot, machine
    FileVerb = 1u << 13,      // file, lodge, submit
    ComplaintNoun = 1u << 14, // complaint, reclamation
    ClaimNoun = 1u << 15,     // claim
    ComplainVerb = 1u << 16,  // complain
    ThingBefore = 1u << 17,   // user (agent), password (manager)
    ThingAfter = 1u << 18,    // (human) resources, (agent) version
    Subject = 1u << 19,       // i, we
    Politeness = 1u << 20,    // please, hello, now: may stand in a bare request
    Negation = 1u << 21,      // not, dont, never
    Participle = 1u << 22,    // connected, transferred: after "be" or "get"
    Person = StrongPerson | AgentPerson | WeakPerson | SomePerson,
    ContactVerb = TalkVerb | ReachVerb | MoveVerb,
};

// The roles of a lower-case word without apostrophes, as tokenize() makes them. Unknown words are compared
// with the key words, one slip for five letters and more and two for ten. Thread: any.
std::uint32_t rolesOf(const QString &word);

} // namespace Helmdesk
