#include "escalation/ComplexityAnalyzer.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{

namespace
{

struct ConcernPhrase {
    Concern concern;
    const char16_t *phrase;
};

constexpr ConcernPhrase phraseTable[] = {
    {Concern::Legal,
     u"lawsuit|lawsuits|litigation|litigate|attorney|attorneys|lawyer|lawyers|solicitor|solicitors"},
    {Concern::Legal, u"lawer|laywer|layer|attourney will|is|has|said|told|says"},
    {Concern::Legal, u"barrister|subpoena|injunction|arbitration|arbitrator|prosecute"},
    {Concern::Legal, u"legal|legally"},
    {Concern::Legal, u"law firm|suit|office"},
    {Concern::Legal, u"court|courts"},
    {Concern::Legal,
     u"sue|suing|sueing|sued you|your|u|ur|them|the|this|for|over|if|unless|immediately|company"},
    {Concern::Legal, u"to|will|ill|gonna|may|might|could|can|shall|would|id sue"},
    {Concern::Legal, u"class action"},
    {Concern::Legal, u"small claims"},
    {Concern::Legal, u"cease and desist"},
    {Concern::Legal, u"breach|breached|breaching of? *2 contract|agreement"},
    {Concern::Legal, u"press|pressing charges"},
    {Concern::Legal, u"seek|seeking|claim|claiming|sue for? damages|compensation"},
    {Concern::Legal, u"letter before action"},

    {Concern::ChurnThreat, u"lost|losing|lose *2 customer|client|subscriber|costumer|customers"},
    {Concern::ChurnThreat,
     u"switch|switching|move|moving|going|go|leave|leaving|migrate|migrating *5 to|for|towards *3 "
     u"competitor|competitors|competition|competiton|rival"},
    {Concern::ChurnThreat, u"switch|switching|leave|leaving|changing|moving|go|going *2 to|for *1 "
                           u"another|different|other|new|better|previous|old|former "
                           u"provider|bank|carrier|vendor|supplier|insurer|network|isp|operator|company"},
    {Concern::ChurnThreat,
     u"switch|switching|change|changing providers|banks|carriers|suppliers|vendors|insurers"},
    {Concern::ChurnThreat,
     u"business|money|custom|contract|account|subscription|team|orders elsewhere|somewhere"},
    {Concern::ChurnThreat, u"go|going|shop|shopping|buy|buying|bank|look|looking|be elsewhere"},
    {Concern::ChurnThreat,
     u"never|wont *2 buy|buying|order|ordering|shop|shopping|use|using|book|booking|deal|purchase|purchasing|"
     u"subscribe *6 again|anymore|ever"},
    {Concern::ChurnThreat, u"cancel|cancelling|canceling|close|closing|terminate|terminating everything"},
    {Concern::ChurnThreat,
     u"cancel|close|terminate|quit|leave *6 if|unless *6 fix|fixed|solve|solved|resolved|refunded|happens"},
    {Concern::ChurnThreat,
     u"if|unless *8 ill|im|were *2 cancel|cancelling|leave|leaving|switch|switching|terminate|gone|out"},
    {Concern::ChurnThreat,
     u"or|otherwise i|ill|im|we|well *2 cancel|cancelling|leave|leaving|switch|switching|terminate|gone"},
    {Concern::ChurnThreat, u"im|am leaving|done|finished|through|out with you"},
    {Concern::ChurnThreat,
     u"thinking|think|considering|consider|tempted *3 leaving|leave|cancelling|switching|switch"},
    {Concern::ChurnThreat, u"reason not? to stay|cancel|leave"},
    {Concern::ChurnThreat, u"why i? shouldnt i? *1 cancel|leave|switch|take"},
    {Concern::ChurnThreat, u"why should i|we stay"},
    {Concern::ChurnThreat, u"last straw"},
    {Concern::ChurnThreat, u"no choice|option but|than to look|leave|cancel|switch|go"},
    {Concern::ChurnThreat,
     u"find|need|look|looking *2 a better|new|different|another provider|bank|supplier|vendor|carrier"},
    {Concern::ChurnThreat,
     u"ill|will|going|gonna *1 port|take my number|insurance|business|money *3 away|another|elsewhere"},
    {Concern::ChurnThreat, u"match *4 or im|ill|we"},
    {Concern::ChurnThreat, u"cancelling|canceling|leaving *6 because you|your"},
    {Concern::ChurnThreat, u"and|now im leaving"},
    {Concern::ChurnThreat, u"im out if|unless"},
    {Concern::ChurnThreat, u"close to cancelling|canceling|leaving"},
    {Concern::ChurnThreat, u"convince me to stay"},

    {Concern::Safety,
     u"kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|shoot myself|himself|herself|themselves"},
    {Concern::Safety,
     u"kill|hurt|harm|stab|attack you|me|him|her|them|somebody|someone|people|everyone|everybody"},
    {Concern::Safety,
     u"shoot you|him|her|somebody|someone|people|everyone|everybody"}, // not "shoot me a link"
    {Concern::Safety, u"suicide|suicidal"},
    {Concern::Safety, u"self harm|harming"},
    {Concern::Safety, u"end|ending|take|taking my|his|her|their own? life"},
    {Concern::Safety, u"end it all"},
    {Concern::Safety, u"dont|not|no *2 want|wish|reason *1 to|be live|living|alive"},
    {Concern::Safety, u"want|wanna to? die"},
    {Concern::Safety, u"wish i was|were dead"},
    {Concern::Safety, u"caught|catches|catch|catching|on|started a? fire"},
    {Concern::Safety, u"exploded|exploding|explosion|sparks|smouldering"},
    {Concern::Safety, u"smoking|smoke|smokes *2 from|coming|comes|device|charger|battery|smell"},
    {Concern::Safety, u"smell|smells|smelling|smelled *2 burning|burnt|gas|smoke"},
    {Concern::Safety, u"gas leak|smell"},
    {Concern::Safety,
     u"burned|burnt|burning|burns *2 my|his|her|our skin|hand|hands|finger|fingers|face|leg|house|child|arm"},
    {Concern::Safety, u"electric|electrical shock"},
    {Concern::Safety, u"electrocuted|ambulance"},
    {Concern::Safety, u"carbon monoxide"},
    {Concern::Safety, u"injured|injury|injuries|bleeding|choked|choking|poisoned|poisoning"},
    {Concern::Safety, u"broke|broken *2 arm|leg|wrist|ankle|bone|hip|rib|neck"},
    {Concern::Safety, u"hospitalised|hospitalized"},
    {Concern::Safety, u"in|went|taken|rushed|goes|go *2 hospital"},
    {Concern::Safety, u"allergic reaction"},
    {Concern::Safety, u"life or|and death"},
    {Concern::Safety, u"life threatening"},
    {Concern::Safety, u"death|bomb threat|threats"},
    {Concern::Safety, u"a bomb"},
    {Concern::Safety, u"stalking|stalker|stalked|stalks"},
    {Concern::Safety, u"stalk me|him|her|somebody|someone"},
    {Concern::Safety, u"threatened|threatening|threatens *2 me|us|my|him|her|to"},
    {Concern::Safety, u"feel|feels|felt|feeling unsafe|threatened|endangered"},
    {Concern::Safety, u"in|mortal danger"},
    {Concern::Safety, u"violent|abusive partner|husband|wife|ex|boyfriend|girlfriend"},
    {Concern::Safety, u"brakes failed|fail|failing"},
    {Concern::Safety, u"is|medical|real an? emergency"},
    {Concern::Safety, u"intruder|insulin|pacemaker"},
    {Concern::Safety, u"glass *1 splinters|shards"},
    {Concern::Safety, u"my *1 life depends"},
    {Concern::Safety, u"tracking|follows|following me *4 scared|afraid|ex"},
    {Concern::Safety, u"pictures|photos|images *2 of a? child|minor|children|minors"},
    {Concern::Safety, u"know where your|you|he|she *1 office|live|lives|works"},
    {Concern::Safety, u"make you *1 pay|suffer|bleed"},
    {Concern::Safety, u"come for me|you"},
    {Concern::Safety, u"ran|run over my|a child|son|daughter|foot|dog"},
    {Concern::Safety, u"do|harm to myself"},
    {Concern::Safety, u"reason to go on|live"},
    {Concern::Safety, u"without heating|electricity|power *6 baby|old|child|children|grandmother"},

    {Concern::Authority, u"ombudsman|ombudsmen|ombudswoman|watchdog|regulator|regulators|policeman"},
    {Concern::Authority, u"police"},
    {Concern::Authority, u"better business bureau"},
    {Concern::Authority,
     u"report|reporting|reported|complain|bbb *4 bbb|ftc|fcc|cfpb|fca|ofcom|ofgem|authorities|authority"},
    {Concern::Authority, u"trading standards"},
    {Concern::Authority,
     u"consumer|consumers protection|association|council|centre|center|rights|affairs|agency|advice"},
    {Concern::Authority, u"data protection authority|agency|commissioner|office"},
    {Concern::Authority, u"privacy|information commissioner"},
    {Concern::Authority, u"supervisory|regulatory authority|body"},
    {Concern::Authority, u"go|going|contact|contacting|write|writing|inform|talk|talking *1 to|the *1 "
                         u"press|media|newspaper|newspapers|journalist|journalists"},
    {Concern::Authority, u"journalist|reporter"},
    {Concern::Authority, u"post|posting|spread|tell *1 this|everyone|everybody|world *5 "
                         u"social|twitter|facebook|instagram|tiktok|reddit|youtube"},

    {Concern::Fraud, u"chargeback|chargebacks"},
    {Concern::Fraud, u"charge it|this back"},
    {Concern::Fraud, u"dispute *4 with my|the *2 bank|card|paypal"},
    {Concern::Fraud, u"fraud|fraudulent|fraudster|fraudsters|defrauded"},
    {Concern::Fraud, u"identity theft|thief|stolen"},
    {Concern::Fraud, u"identity was|has|is been? stolen"},
    {Concern::Fraud, u"scammed|phished|conned"},
    {Concern::Fraud, u"you|they|company stole|steal|robbed|stealing *2 my|money|from|me"},

    {Concern::StaffConduct,
     u"discriminated|discrimination|discriminating|racist|racism|sexist|sexism|homophobic"},
    {Concern::StaffConduct, u"harassed|harassment|harassing"},
    {Concern::StaffConduct, u"agent|employee|staff|colleague|representative|rep|technician|driver|courier|"
                            u"operator|advisor|adviser|manager|"
                            u"lady|guy|man|woman|he|she|they *4 "
                            u"rude|impolite|disrespectful|insulted|insulting|shouted|yelled|swore|cursed|"
                            u"hung|drunk|aggressive|mocked|unprofessional"},
    {Concern::StaffConduct,
     u"rude|impolite|disrespectful|unprofessional|abusive *2 "
     u"agent|employee|staff|driver|technician|representative|behaviour|behavior|person"},
};

const PhraseMatcher &phraseMatcher()
{
    static const PhraseMatcher matcher = [] {
        PhraseMatcher built;
        for (const ConcernPhrase &entry : phraseTable)
            built.add(QStringView(entry.phrase));
        return built;
    }();
    return matcher;
}

template <size_t n>
bool isOneOf(const QString &word, const std::array<const char16_t *, n> &words)
{
    return std::ranges::any_of(words,
                               [&](const char16_t *candidate) { return word == QStringView(candidate); });
}

// "Please reply to Sue": a capital inside a sentence that is not all capitals makes it a name.
bool isName(const QString &text, const TextToken &token)
{
    const QStringView word = QStringView(text).mid(token.start, token.end - token.start);
    if (word.size() < 2 || !word[0].isUpper() || !word[1].isLower())
        return false;
    qsizetype before = token.start - 1;
    while (before >= 0 && text[before].isSpace())
        --before;
    return before >= 0 && !QStringView(u".!?:;\n\"").contains(text[before]);
}

// "I'm a lawyer and wonder whether ...", "we are a law firm", "templates for lawyers": who asks, and no
// threat.
bool introducesProfession(const std::vector<TextToken> &tokens, const PhraseMatch &match)
{
    static constexpr std::array<const char16_t *, 10> people = {
        u"lawyer",     u"lawyers",   u"attorney",   u"attorneys", u"solicitor",
        u"solicitors", u"barrister", u"arbitrator", u"law",       u"legal"};
    static constexpr std::array<const char16_t *, 6> self = {u"im", u"am", u"are", u"were", u"as", u"being"};
    if (!isOneOf(tokens[match.first].word, people))
        return false;
    size_t at = match.first;
    for (size_t back = 0; back < 3 && at > 0; ++back) {
        --at;
        const QString &word = tokens[at].word;
        if (isOneOf(word, self))
            return true;
        if (word == QLatin1String("for") && at + 1 == match.first)
            return true;
        if (word == QLatin1String("my") || word == QLatin1String("our") || word == QLatin1String("your"))
            return false;
    }
    return false;
}

// "legal name", "tennis court", "court road": words of the law that stand in ordinary requests.
bool isOrdinaryUse(const QString &text, const std::vector<TextToken> &tokens, const PhraseMatch &match)
{
    static constexpr std::array<const char16_t *, 15> afterLegal = {
        u"name",   u"names",    u"surname", u"address", u"entity", u"entities", u"form",  u"age",
        u"tender", u"guardian", u"owner",   u"size",    u"gender", u"holiday",  u"notice"};
    static constexpr std::array<const char16_t *, 8> beforeCourt = {
        u"tennis", u"food", u"squash", u"basketball", u"padel", u"volleyball", u"badminton", u"supreme"};
    static constexpr std::array<const char16_t *, 6> afterCourt = {u"road",   u"street", u"booking",
                                                                   u"avenue", u"lane",   u"bookings"};
    static constexpr std::array<const char16_t *, 5> afterFire = {u"tv", u"stick", u"tablet", u"hd", u"os"};
    for (size_t at = match.first; at <= match.last; ++at) {
        if (tokens[at].word == QLatin1String("sue") && isName(text, tokens[at]))
            return true;
    }
    const QString &word = tokens[match.first].word;
    const QString next = match.last + 1 < tokens.size() ? tokens[match.last + 1].word : QString();
    const QString previous = match.first > 0 ? tokens[match.first - 1].word : QString();
    if (word == QLatin1String("legal") || word == QLatin1String("legally"))
        return isOneOf(next, afterLegal) || word == QLatin1String("legally");
    if (introducesProfession(tokens, match))
        return true;
    if (word.startsWith(QLatin1String("attorney")) && previous == QLatin1String("of")) // a power of attorney
        return true;
    if (tokens[match.last].word == QLatin1String("fire")) // the tablet and the television stick of that name
        return isOneOf(next, afterFire);
    if (word.startsWith(QLatin1String("court")) && match.first == match.last)
        return isOneOf(previous, beforeCourt) || isOneOf(next, afterCourt);
    return false;
}

int countQuestions(const QString &text)
{
    int questions = 0;
    bool wasMark = false;
    for (const QChar c : text) {
        const bool isMark = c == u'?' || c == u'\uFF1F' || c == u'\u061F';
        if (isMark && !wasMark)
            ++questions;
        wasMark = isMark;
    }
    return questions;
}

int countWords(const QString &text)
{
    int words = 0;
    bool wasSpace = true;
    for (const QChar c : text) {
        const bool isSpace = c.isSpace();
        words += wasSpace && !isSpace ? 1 : 0;
        wasSpace = isSpace;
    }
    return words;
}

} // namespace

QString nameOf(Concern concern)
{
    switch (concern) {
    case Concern::Legal:
        return QStringLiteral("legal");
    case Concern::ChurnThreat:
        return QStringLiteral("churn_threat");
    case Concern::Safety:
        return QStringLiteral("safety");
    case Concern::Authority:
        return QStringLiteral("press_or_authority");
    case Concern::Fraud:
        return QStringLiteral("fraud");
    case Concern::StaffConduct:
        return QStringLiteral("staff_conduct");
    }
    return {};
}

Complexity analyzeComplexity(const QString &text, const std::vector<TextToken> &tokens)
{
    Complexity complexity;
    complexity.words = countWords(text);
    complexity.questions = countQuestions(text);
    for (const PhraseMatch &match : phraseMatcher().findAll(tokens)) {
        const Concern concern = phraseTable[match.phrase].concern;
        if (isOrdinaryUse(text, tokens, match) ||
            std::ranges::any_of(complexity.concerns,
                                [&](const ConcernMatch &seen) { return seen.concern == concern; }))
            continue;
        const qsizetype start = tokens[match.first].start;
        const qsizetype length = tokens[match.last].end - start;
        complexity.concerns.push_back({concern, text.mid(start, length), start, length});
    }
    return complexity;
}

} // namespace Helmdesk
