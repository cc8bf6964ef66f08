#include "escalation/WordRoles.h"

#include "escalation/TypoMatch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <QHash>
#include <QSet>

namespace Helmdesk
{

namespace
{

struct Group {
    std::uint32_t roles;
    const char16_t *words;
};

constexpr Group groups[] = {
    {TalkVerb, u"speak talk chat converse discuss explain deal spk tlk speek spek tallk tlak chta spaek"},
    {TalkVerb | Gerund, u"speaking talking chatting conversing dealing explaining speakin talkin chattin"},
    {ReachVerb, u"contact reach call phone ring message"},
    {ReachVerb | Gerund, u"contacting reaching calling phoning ringing messaging"},
    {MoveVerb,
     u"transfer connect direct redirect pass put switch hand forward refer route escalate patch send bring"},
    {MoveVerb | Gerund, u"transferring connecting directing redirecting passing putting switching forwarding "
                        u"escalating getting"},
    {MoveVerb | Participle,
     u"connected transferred passed forwarded redirected routed escalated patched handed"},
    {WantVerb, u"gets have need want wanna require prefer demand request get gimme give gimmie lemme find "
               u"wnt nead wan ned"},
    {Filler,
     u"to with w wit wth 2 a an the your ur you any some one of over through thru on onto in into me us this "
     u"it that these chat call conversation case issue matter problem directly immediately straight please "
     u"pls plz "
     u"now just right away back up hold ahold touch line phone via by and too also asap another other "
     u"different new proper genuine senior responsible competent qualified experienced knowledgeable "
     u"friendly "
     u"specific dedicated appropriate bloody damn damned goddamn goddam fucking freaking fricking effing "
     u"customer customers client care sales billing technical tech bank company fraud complaints finance "
     u"accounts refunds returns call-centre centre center team member members staff next available english "
     u"speaking level higher "
     u"toan toa witha withan tothe withthe somehow either kindly help assistance talk speak speaking talking "
     u"be physical certified "
     u"regular normal nice living thinking breathing sane first second helpful better capable trained"},
    {Filler | LiveWord, u"real live actual human humane flesh"},
    {StrongPerson, u"human humans representative representatives rep reps operator operators adviser advisor "
                   u"advisors advisers "
                   u"supervisor supervisors employee employees humanbeing csr"},
    {AgentPerson,
     u"agent agents assistant assistants manager managers specialist specialists consultant consultants "
     u"colleague colleagues worker workers boss expert experts technician clerk teller attendant "
     u"engineer superior superiors management executive director guy lady leader handler handlers member "
     u"members "
     u"staff whoever"},
    {Filler, u"member members staff team"},
    {WeakPerson, u"person persons people individual being soul man woman"},
    {SomePerson, u"someone somebody anyone anybody some1 sm1 any1 sum1 smone sombody sumbody somone"},
    {Department | Filler,
     u"service services support department helpdesk desk hotline helpline reception switchboard"},
    {BotNoun,
     u"bot bots robot robots machine machines chatbot chatbots computer computers ai automation automated "
     u"algorithm botty"},
    {FileVerb,
     u"file lodge submit register raise log open make place send issue start launch record present put enter "
     u"fill do write fil fle flie mak mke loge lodg sumbit"},
    {FileVerb | Gerund,
     u"filing lodging submitting registering raising logging opening making placing sending "
     u"issuing starting launching presenting filling filin lodgin makin"},
    {ComplaintNoun,
     u"complaint complaints reclamation reclamations grievance grievances reclamaton complait complant"},
    {ClaimNoun, u"claim claims clame clain cliam claime"},
    {ComplainVerb, u"complain complaining complein"},
    {ThingBefore,
     u"user travel estate software virtual monitoring backup ssh cleaning mail delivery shipping free secret "
     u"endpoint antivirus build remote booking ticketing letting parking escrow deployment voice google "
     u"digital smart "
     u"password task file files device package project window download content asset tag ad ads boot session "
     u"update logical boolean setup installation import layout font community property release scrum product "
     u"in per third contact log my our his her their its whatsapp crawler"},
    {ThingAfter,
     u"resources resource readable based id ids name names number version versions software string license "
     u"licence "
     u"seat seats role roles account accounts permission permissions precedence error errors token tokens "
     u"plan plans sample "
     u"samples key keys log logs config configuration update updates app profile profiles rights body "
     u"factors verification "
     u"check type count limit limits skills process module modules page folder settings setting dashboard "
     u"status tool "
     u"made written generated friendly trafficking traffic statistics portal performance console"},
    {Subject, u"i we im id ill we'd"},
    {Politeness, u"please pls plz plse now hello hi hey ok okay no yes thanks thank asap immediately just "
                 u"here today urgent urgently "
                 u"again sorry dear sir madam good morning afternoon evening the a an your right away and "
                 u"not you is this"},
    {Negation,
     u"not dont donot didnt doesnt wont never without no nor neither dont't havent aint wouldnt isnt"},
};

struct KeyWord {
    const char16_t *word;
    int slips;
};

// Compared with words that no group knows. Their roles are those of the key word.
constexpr KeyWord keyWords[] = {
    {u"agent", 1},     {u"agents", 1},      {u"human", 1},          {u"person", 1},     {u"operator", 1},
    {u"manager", 1},   {u"assistant", 2},   {u"representative", 3}, {u"supervisor", 2}, {u"someone", 1},
    {u"somebody", 1},  {u"employee", 1},    {u"adviser", 1},        {u"advisor", 1},    {u"complaint", 2},
    {u"complain", 1},  {u"reclamation", 2}, {u"claim", 1},          {u"contact", 1},    {u"contacting", 2},
    {u"speak", 1},     {u"speaking", 1},    {u"talking", 1},        {u"chatting", 1},   {u"transfer", 1},
    {u"connect", 1},   {u"redirect", 1},    {u"direct", 1},         {u"lodge", 1},      {u"lodging", 1},
    {u"submit", 1},    {u"customer", 2},    {u"consumer", 2},       {u"anyone", 1},     {u"touch", 1},
    {u"colleague", 2},
};

// Real words that lie near a key word and mean something else.
constexpr const char16_t *falseFriends =
    u"arent argent aren urgent agenda event went recent parent agency humane humid hunan prison personal "
    u"persona persons reason "
    u"season poison parson operate operates operated operation operations operational manage managed manages "
    u"manger "
    u"assistance assist assists assisted resistant instant consistent distant representation represent "
    u"someones something sometime sometimes employed employer advice advise advised advises complete "
    u"completed "
    u"completely compliance compliant explain explained complained compliment complex complains claimed clam "
    u"clams "
    u"calm aim exclaim reclaim contract contracts contracted contacted contacts compact context content "
    u"contain contains "
    u"speaker speakers spoke sneak break steak weak spear walking taking balking stalking transfers "
    u"transferred "
    u"transformer translate connects connected connection collect correct conduct redirects redirected "
    u"lodges lodged "
    u"ledge dodge submitted submits summit costumes consumed consume consumers costume custom customs "
    u"customize alone "
    u"another league colleges college superior superiors clay clair clip plain acclaim slim climb chain "
    u"charm cheap "
    u"cham swim airy regular reclaimed proclamation declaration exclamation speech spend spent space sped "
    u"peak "
    u"gent gents ages aged agreement ant want comet comment contest connecting advisory humor women woman "
    u"lodging "
    u"looking waking taking shatting charting chasing heating cheating changing hating putting operator "
    u"charting";

const QHash<QString, std::uint32_t> &knownWords()
{
    static const QHash<QString, std::uint32_t> words = [] {
        QHash<QString, std::uint32_t> built;
        for (const Group &group : groups) {
            for (QStringView word : QStringView(group.words).split(u' ', Qt::SkipEmptyParts))
                built[word.toString()] |= group.roles;
        }
        built[QStringLiteral("customer")] |= Filler;
        built[QStringLiteral("consumer")] |= Filler;
        return built;
    }();
    return words;
}

const QSet<QString> &realWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> built;
        for (QStringView word : QStringView(falseFriends).split(u' ', Qt::SkipEmptyParts))
            built.insert(word.toString());
        return built;
    }();
    return words;
}

// One bit per letter: words that differ in many letters need no closer look.
std::uint32_t lettersOf(QStringView word)
{
    std::uint32_t letters = 0;
    for (const QChar c : word) {
        if (c >= u'a' && c <= u'z')
            letters |= 1u << (c.unicode() - u'a');
    }
    return letters;
}

// Two letters exchanged or one doubled in a verb of four letters: "tlak", "chatt". Other slips in so short a
// word are other words ("walk", "that").
bool isScrambled(const QString &word, QStringView intended)
{
    if (!isTypoOf(word, intended, 1))
        return false;
    if (word.size() == intended.size())
        return std::is_permutation(word.begin(), word.end(), intended.begin());
    for (qsizetype at = 1; at < word.size(); ++at) {
        if (word[at] == word[at - 1] && word.left(at) + word.mid(at + 1) == intended)
            return true;
    }
    return false;
}

// A blank left out: "tospeak", "anoperator", "withan" has no key word.
std::uint32_t rolesOfJoinedWord(const QString &word)
{
    constexpr std::uint32_t keyRoles = ContactVerb | FileVerb | StrongPerson | AgentPerson | WeakPerson |
                                       ComplaintNoun | ClaimNoun | ComplainVerb;
    constexpr qsizetype shortestRest = 4;
    if (word.endsWith(u'a') && word.size() > shortestRest) { // "filea complaint"
        const std::uint32_t roles = knownWords().value(word.chopped(1));
        if ((roles & (ContactVerb | FileVerb)) != 0)
            return roles;
    }
    for (const char16_t *prefix : {u"to", u"an", u"a", u"u", u"the", u"with", u"your", u"ur"}) {
        const QStringView start(prefix);
        if (word.size() < start.size() + shortestRest || !word.startsWith(start))
            continue;
        const std::uint32_t roles =
            knownWords().value(word.mid(start.size())) & ~std::uint32_t{ThingBefore | ThingAfter};
        if ((roles & keyRoles) != 0)
            return roles;
    }
    return NoRole;
}

std::uint32_t rolesOfTypo(const QString &word)
{
    static const std::array<std::uint32_t, std::size(keyWords)> keyLetters = [] {
        std::array<std::uint32_t, std::size(keyWords)> built{};
        for (size_t index = 0; index < built.size(); ++index)
            built[index] = lettersOf(QStringView(keyWords[index].word));
        return built;
    }();
    if (word.size() < 4 || word.size() > 18 || realWords().contains(word))
        return NoRole;
    for (const char16_t *verb : {u"talk", u"chat", u"file", u"make", u"call"}) {
        if (isScrambled(word, QStringView(verb)))
            return knownWords().value(QStringView(verb).toString());
    }
    if (const std::uint32_t roles = rolesOfJoinedWord(word); roles != NoRole)
        return roles;
    const std::uint32_t letters = lettersOf(word);
    for (size_t index = 0; index < std::size(keyWords); ++index) {
        const KeyWord &key = keyWords[index];
        if (std::popcount(letters ^ keyLetters[index]) <= 2 * key.slips &&
            isTypoOf(word, QStringView(key.word), key.slips))
            return knownWords().value(QStringView(key.word).toString());
    }
    return NoRole;
}

} // namespace

std::uint32_t rolesOf(const QString &word)
{
    const auto known = knownWords().constFind(word);
    return known != knownWords().constEnd() ? *known : rolesOfTypo(word);
}

} // namespace Helmdesk
