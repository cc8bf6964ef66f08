#include "specialists/RequestMood.h"

#include "specialists/EntityParts.h"
#include "specialists/ReplyStyle.h"

#include <QRegularExpression>

namespace Helmdesk
{

bool saysPlease(const QString &sentence)
{
    static const QRegularExpression please = EntityParts::pattern("\\b(?:please|pls|plz|kindly)\\b");
    return please.match(sentence).hasMatch();
}

namespace
{

using EntityParts::pattern;

enum class OldMood {
    Request,   // an order or a polite question, in so many words
    Statement, // a trouble that is told
    About,     // a question about the act, a report, an "if"
    Refusal,   // the act is not wanted
};

#define HELMDESK_ACT                                                                                         \
    "(?:refund|reimburs|credit|pay|charge|reset|resend|send|change|updat|set|switch|replac|remov|delet|"     \
    "cancel|undo(?!\\p{L})|do(?!\\p{L})|touch|process|issue|proceed)"

bool isRefusal(const QString &sentence)
{
    static const QRegularExpression refusal = pattern(
        "(?:\\A|[,;:]\\s*|\\b(?:please|so|but|and|then|just|pls)\\s)(?:please\\s)?(?:do(?:n't|n’t|nt| "
        "not)|never)\\s"
        "(?:[\\p{L}’']+\\s){0,2}?" HELMDESK_ACT
        "\\p{L}*\\b|\\bno need (?:to|for)\\s(?:[\\p{L}’']+\\s){0,2}?" HELMDESK_ACT "\\p{L}*\\b|"
        "\\b(?:do(?:n't|n’t|nt| not)|did(?:n't|n’t|nt| not)|have(?:n't|n’t| not)|never|no longer)\\s"
        "(?:[\\p{L}’']+\\s){0,2}?(?:want|wants|wanted|need|wish|ask|asked|request|requested|order|initiate|"
        "trigger)\\b[^.?!,]{0,24}\\b(?:refund|money|password|reset|change|update)|"
        "\\b(?:stop|withdraw|undo|forget|hold|pause|abort|call off)\\b[^.?!]{0,24}\\b(?:refund|reset|change|"
        "update|request)|\\bcancel (?:the|my|that|this) (?:refund|reset|request)|"
        "\\bno (?:[\\p{L}-]+ )?(?:link|reset|refund|change|update|action|help) (?:is |was "
        ")?(?:needed|required|necessary)"
        "\\b|\\b(?:ignore|disregard) (?:that|this|it|him|her|them|(?:the|that|this|his|her|their) "
        "(?:request|message|mail))[\\s.!,]*(?:please|pls|thanks)?[\\s.!]*\\z|"
        "\\b(?:ignore|disregard|forget(?: about)?|scrap) "
        "(?:my|our|the|that|this)\\b[^.?!,]{0,20}\\b(?:mail|e-?mail|message|"
        "request|ticket|question|note|inquiry|enquiry)s?\\b|"
        "\\b(?:do|doing) nothing\\b|\\bhold off\\b|\\bwait (?:until|till|for)\\b|\\buntil (?:i|we)\\b|"
        "\\bi thought\\b|\\b(?:it was|was|that's|that was) my (?:own )?(?:mistake|fault|error)\\b|"
        "\\b(?:nobody|no one|noone) (?:asked|wants|wanted|needs)\\b|"
        "\\bi was wrong\\b|\\b(?:i|we) (?:was|were|had been) "
        "(?:going|about|planning|thinking|tempted|meaning)\\b|"
        "\\bbut (?:i |we |i've |have )?changed (?:my|our) minds?\\b|"
        "\\bchanged (?:my|our) minds? (?:about|on|regarding|concerning|with) (?:\\p{L}+ "
        ")?(?:refund|money|reset|"
        "change|request)\\b(?![^.?!]*[,;]|[^.?!]*\\b(?:and|so|now|want|need)\\b)|"
        "\\bhope\\b[^.?!]{0,12}\\b(?:won't|won’t|wont|don't|don’t|dont|not|never)\\b|\\b(?:not|never) "
        "(?:by|from|with) you\\b");
    return refusal.match(sentence).hasMatch();
}

// "We would appreciate it if it were refunded" asks.
bool isWish(const QString &sentence)
{
    static const QRegularExpression wish = pattern(
        "\\b(?:appreciate|grateful|glad|happy|great|nice|good|kind|lovely|wonderful|helpful)\\b[^.?!]{0,"
        "12}\\bif\\b");
    return wish.match(sentence).hasMatch();
}

bool isConditional(const QString &sentence)
{
    if (isWish(sentence))
        return false;
    static const QRegularExpression condition = pattern(
        "\\A\\W*(?:(?:and|but|so)\\W+)?(?:if (?:not|so|yes|no)|otherwise)\\b|"
        "\\A\\W*(?:(?:and|but|so)\\W+)?if (?:it|this|that|they|there)(?:'s|’s| is| was| were| are| isn't| "
        "isn’t)\\b"
        "(?!(?:n't|n’t)? (?:not )?(?:ok|okay|possible|fine|alright|all right|convenient|too|a "
        "(?:problem|hassle|"
        "trouble)|any trouble|up to me))|"
        "\\b(?:i|we)(?:'ll|’ll| will| shall) (?:then |also "
        ")?(?:ask|request|demand|claim|insist|want|need|expect)\\b"
        "[^.?!]*\\b(?:if|unless|should)\\b|"
        "\\bif (?:it|this|that|they|nothing|there|the "
        "\\p{L}+)\\b[^.?!,]{0,30}(?:\\bnot\\b|n't\\b|n’t\\b|\\bnever\\b|"
        "\\bagain\\b|\\bnothing (?:changes|happens)\\b)(?! (?:too|a "
        "(?:problem|hassle|bother|trouble)|much|been "
        "(?:refunded|done|paid)|yet|already|possible))|"
        "\\bwhat would (?:i|we) (?:need|have) to do\\b|\\bin "
        "principle\\b|\\b(?:theoretical|hypothetical)ly\\b|"
        "\\bonly if\\b|\\bprovided (?:that|it|you|we|i)\\b|\\bon (?:the )?condition\\b|"
        "\\bunless\\b(?![^.?!]{0,30}\\balready\\b)(?! (?:i|we)(?:'m|’m| am|'re|’re| are) "
        "(?:mistaken|wrong|missing))|"
        "\\bif (?:you|u) (?:do |did )?" HELMDESK_ACT "\\p{L}*\\b|\\bwhat does (?:that|this|it) mean\\b|"
        "(?<!would )(?<!'d )(?<!’d )(?<!be )\\b(?:thanks|thank "
        "you|thx|thankful|grateful|glad|appreciate\\p{L}*)\\b[^.?!]{0,16}\\b(?:for|that|you)\\b"
        "[^.?!]{0,12}\\b(?:refunding|refunded|resetting|changing|changed|updating|updated|sending|the "
        "refund|your refund)\\b|\\bif (?:i|we|he|she|they)\\b(?! (?:can|could|may|might)\\b)|\\bbefore "
        "you\\b|\\bwhat "
        "happens\\b|\\b(?:i|we) (?:might|may) (?:\\p{L}+ "
        ")?(?:ask|want|request|need|claim)\\b|\\b(?:just|only) (?:asking|curious|wondering|checking|a "
        "question)\\b|"
        "\\bout of (?:curiosity|interest)\\b|\\bhow would\\b|\\b(?:refund|reimburse|pay) "
        "(?:him|her|them)\\b");
    return condition.match(sentence).hasMatch();
}

bool isReport(const QString &sentence)
{
    static const QRegularExpression report = pattern(
        "\\b(?:i|we) (?:just |now |already )?(?:remember(?:ed)?|found|know) (?:my|our|the) (?:\\p{L}+ "
        ")?(?:password|login)\\b|\\b(?:was|were|am|been) able to "
        "(?:reset|change|update|log|sign|get)|\\bmanaged to "
        "(?:reset|change|update|log|sign|get)|"
        "\\b(?:after|since|following|because of|due "
        "to)\\b[^,;.?!]{0,16}\\b(?:password|reset|refund|update)\\p{L}*\\b|"
        "\\b(?:reset|link)\\b(?![^.?!]*\\b(?:not|never|no|nothing)\\b|[^.?!]*n['’]t\\b)[^.?!]{0,24}\\b(?:"
        "worked|works "
        "now|was successful|succeeded|did the trick)\\b|"
        "\\bpasswords? (?:was|has been|had been|got|is) (?:just |already |now )?(?:reset|changed|updated)\\b|"
        "\\b(?:already|now) (?:have|has|got|set|chose|use) (?:the|a|my|our) new "
        "(?:password|card|address|name|"
        "number)\\b|\\b(?:would|do) you (?:recommend|advise|suggest)\\b|"
        "\\b(?:ask(?:ed|s|ing)?|wonder(?:ed|s)?|told|tells?|said|says|heard)\\b[^.?!]{0,20}\\b(?:whether|if|"
        "that|how|why)\\b|"
        "\\b(?:you|they) (?:have |'ve |’ve )?already\\b|\\byou "
        "(?:wrote|said|told|mentioned|claimed|state|stated)\\b|\\balready (?:been "
        ")?(?:refunded|reimbursed|reset|"
        "changed|updated)\\b|"
        "(?<!do )(?<!can )(?<!could )(?<!may )(?<!to )\\b(?:i|we)(?:'ve|’ve| have)? (?:already |just "
        "|successfully )?(?:changed|reset|updated|replaced) (?:my|our|the|it|that)\\b(?! (?:mind|plans))|"
        "\\b(?:someone|somebody|anybody|they|he|she|who)\\b[^.?!]{0,16}\\b(?:keeps?|reset|resets|resetting|"
        "changed|asked)\\b");
    return report.match(sentence).hasMatch();
}

bool isPolite(const QString &sentence)
{
    static const QRegularExpression polite = pattern(
        "\\bhelp me\\b|\\b(?:would|do) (?:you|u) mind\\b|\\A\\s*mind \\p{L}+ing\\b|"
        "\\b(?:would|will|'d|’d) be (?:really |very |so "
        ")?(?:great|nice|good|lovely|helpful|kind|perfect|wonderful|"
        "appreciated)\\b|\\bwhat(?:'s|’s|s| is| was) my (?:password|passwort|pw|pin|passcode)\\b|"
        "\\b(?:can|could|would|will|may|might) "
        "(?:you|y'all|y’all|yall|ye|u|ya|someone|somebody|i|we)\\b|\\b(?:please|pls|plz|"
        "kindly)\\b|\\b(?:is it|would it be|is this) possible\\b|\\bany (?:chance|way)\\b|"
        "\\b(?:i|we)(?:'d|’d| would)(?: be)?(?: very| really| most)? "
        "(?:grateful|appreciate|glad|happy|thankful|obliged)\\b|\\bhow about\\b|\\bif you "
        "(?:could|would|can|may)\\b|\\bwhy (?:don't|don’t|not) (?:you|we|i)\\b|"
        "\\b(?:how|where) (?:do|can|could|may|should) (?:i|we)\\b|\\b(?:i|we)(?:'d|’d)? "
        "(?:want|need|like|would like|should like|would "
        "love|demand|expect|request)\\b|"
        "\\A\\s*(?:(?:hi|hello|hey|ok|okay|so|and|then|now|also|just|only|simply|well|alright|fine|sure|yes|"
        "no)\\b[\\s,]*)*(?!\\p{L}+ing\\b)" HELMDESK_ACT "\\p{L}*\\b|"
        "\\b(?:keep|take|leave|hold)\\b[^.?!]{0,40}\\band\\s+(?:please\\s+)?(?:send|give|pay|refund|return|"
        "transfer|"
        "credit)\\s+(?:me|us|it|the)\\b|"
        "[,;:]\\s+(?:please\\s|so\\s|now\\s)?(?:re)?send\\s(?:me\\s|us\\s)?(?:a|an|another|one)\\b|"
        "[:;]\\s+(?:please\\s)?(?:refund|reset|resend|send|change|update|set|switch|replace|remove|cancel)"
        "\\s(?:it|that|this|me|us|"
        "my|the|our|both|all|inv\\S*\\d)\\b"); // "so: refund it"
    return polite.match(sentence).hasMatch();
}

// "Why was I charged twice?" complains; nobody asks that out of curiosity.
bool isComplaint(const QString &sentence)
{
    static const QRegularExpression complaint =
        pattern("\\b(?:why|how "
                "come)\\b[^.?!]{0,30}\\b(?:charged?|billed?|debited?|paid|pay|taken|took|take)\\b[^.?!]{0,"
                "30}\\b(?:twice|double|(?:two|2|three|3) times|again)\\b");
    return complaint.match(sentence).hasMatch();
}

// "The refund button is grey": what is named after the act, not the act.
bool namesThing(const QString &sentence)
{
    static const QRegularExpression thing =
        pattern("\\b(?:refund|reset|update|change)s? "
                "(?:button|page|links?|polic\\p{L}+|options?|form|field|menu|feature|"
                "process|procedure|window|period|rules?|screen|dialog|mail|e-mail|email)\\b");
    return thing.match(sentence).hasMatch();
}

// A question, with its mark or without.
bool isQuestion(const QString &sentence)
{
    static const QRegularExpression opening = pattern(
        "\\A\\s*(?:(?:hi|hello|hey|ok|so|and|but|then|now)\\b[\\s,]*)*(?:how|what|what's|whats|when|"
        "where|why|which|who|"
        "is|are|does|did|was|were|has|have|(?:can|could|do|will|would|may|should) (?:an?|any|other|others|"
        "someone|somebody|anyone|everyone|people|admins?|users?|colleagues|he|she|they)(?= ))\\b");
    return sentence.trimmed().endsWith(QLatin1Char('?')) || opening.match(sentence).hasMatch();
}

// The sentence without what it only tells of the act: that it was done, or whether it was.
QString withoutReports(QString sentence)
{
    static const QRegularExpression reports = pattern(
        "\\b(?:tell|know|see|say|ask|check|find "
        "out|wonder|wondering|sure|unclear|confirm|clarify)\\b[^,;.?!]{0,16}\\b(?:whether|if)\\b[^,;]*|"
        "\\bwhether\\b[^,;]*|"
        "\\b(?:colleague|colleagues|accountant|boss|manager|partner|wife|husband|friend|team|cfo|he|she|they|"
        "someone|somebody) "
        "(?:thinks?|says?|said|believes?|suggests?|suggested|feels?|claims?|reckons?)\\b[^,;]*?(?=,|;|"
        "\\bbut\\b|\\z)|"
        "\\b(?:when|once|after|if|until|as soon as)\\b[^,;.?!]{0,24}\\b(?:is|are|was|gets?|got|has "
        "been)\\b[^,;]{0,12}\\b(?:refunded|reimbursed|reversed|credited)\\b|"
        "\\b(?:understand|explain|clarify|explanation|know (?:why|how|about|more)|tell me "
        "(?:why|how|about|more))\\b[^,;]*?(?=,|;|\\bbut\\b|\\band\\b|\\z)|"
        "\\b(?:confirm|confirms|confirmed|proof|prove|proves|evidence|says|said|states|claims|shows)\\b[^,;.?"
        "!]{0,10}?(?:\\bthat\\b|\\byou\\b|\\bit\\b)[^,;]*|"
        "\\b(?:was|were|has been|have been|had been|wasn't|wasn’t|hasn't been|got) (?:not |never |already "
        "|just |partly )?"
        "(?:refunded|reimbursed|credited|paid "
        "back|reversed)\\b[^,;]*?(?=,|;|\\bbut\\b|\\band\\b|\\bso\\b|\\z)|"
        "\\b(?:you|they|we|i|he|she|someone|somebody|colleague|team|boss|who)\\b[^,;.?!]{0,16}\\b(?:"
        "requested|asked for|wanted|got|received) "
        "(?:a |the |my |our )?(?:refund|money back|reimbursement)\\b[^,;]*|"
        "\\b(?:you|they|we|i|he|she|bank|team|support|who) (?:have |had |'ve |’ve |already |just |once |only "
        ")*"
        "(?:refunded|reimbursed|credited|paid "
        "back|reversed)\\b[^,;]*?(?=,|;|\\bbut\\b|\\band\\b|\\bso\\b|\\z)");
    return isWish(sentence) ? sentence : sentence.replace(reports, QStringLiteral(" "));
}

// What stands between quotation marks and is longer than a name is not said by the customer as a wish.
QString withoutQuotations(QString text)
{
    static const QRegularExpression quotation(QStringLiteral(
        "[\"“„«](?:please\\s)?(?:\\p{L}[\\p{L}'’-]*\\s+){1,40}[^\"”“»\\n]{1,80}[.!?,]?[\"”“»]"));
    static const QRegularExpression act(
        QStringLiteral(
            "\\b(?:refund|reimburse|reset|change|update|set|delete|remove|send|cancel|money back)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto match = quotation.match(text); match.hasMatch();) {
        const bool isWish = act.match(match.captured()).hasMatch();
        const qsizetype from = isWish ? match.capturedStart() : match.capturedEnd();
        if (isWish)
            text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("..."));
        match = quotation.match(text, from);
    }
    return text;
}

// "Could you refund it? Just asking."
bool isOnlyCurious(const QString &text)
{
    static const QRegularExpression curious =
        pattern("(?:\\A|[.!?,;\\n-]\\s*)(?:i(?:'m|’m| am) |it(?:'s|’s| is) )?(?:just|only) "
                "(?:asking|curious|wondering|"
                "checking|a (?:\\p{L}+ )?question)(?: for now| first)?\\s*(?:[.!,;]|\\z)");
    return curious.match(text).hasMatch();
}

bool namesAct(const QString &sentence)
{
    static const QRegularExpression act = pattern("(?<!\\p{L})" HELMDESK_ACT "\\p{L}*|\\bback\\b|\\bwant\\b");
    return act.match(sentence).hasMatch();
}

// The clauses of a sentence: what one of them refuses another may ask for.
QStringList clausesOf(const QString &sentence)
{
    static const QRegularExpression joint =
        pattern("\\s*[,;:]\\s+|\\s+but\\s+|\\s+(?:so|and)\\s+(?=(?:please|i|we|can|could|would|want|now|then)"
                "\\b)|\\s+-{1,2}\\s+");
    return sentence.split(joint, Qt::SkipEmptyParts);
}

bool namesMoney(const QString &clause)
{
    static const QRegularExpression money =
        pattern("\\b(?:refund|reimburs|rebat|compensat|restitut|repa[yi]|revers|credit(?! "
                "?(?:cards?|notes?|memos?)\\b))\\p{L}*|\\bback\\b|"
                "\\bmoney\\b|"
                "\\b(?:(?:send|give|transfer|pay|wire) "
                "(?:me|us)\\b[^.?!]{0,24}\\b(?:remaining|remainder|rest|difference|balance)|"
                "return|returned|undo|take "
                "off|(?:charged|billed|debited)\\b[^.?!]{0,24}\\b(?:after|although|though|despite)\\b"
                "[^.?!]{0,16}\\bcancel\\w*|pay me|charged (?:me |us )?(?:again|anyway|still)|still "
                "(?:being "
                ")?charged)\\b|\\b(?:twice|double|doubled|duplicate[ds]?|two times|2 "
                "times|2x)\\b");
    return money.match(clause).hasMatch();
}

bool deniesMoney(const QString &clause)
{
    static const QRegularExpression denied = pattern(
        "\\b(?:not|no|against|without|instead of|rather than|don't|don’t|dont|isn't|never)\\b[^.?!]{0,16}"
        "\\b(?:refund|reimburs|money back|compensat)|\\b(?:refund|money back)\\p{L}* (?:of \\S+ |for \\S+ "
        ")?(?:would|will|is|was) not\\b");
    return denied.match(clause).hasMatch();
}

// "Refund INV-7 ... actually no, leave it": what was asked for before is not wanted any more.
bool takesBack(const QString &clause)
{
    static const QRegularExpression back =
        pattern("(?:\\A|\\b(?:no|so|ok|okay|just|please|actually|then|well|wait|sorry|mind|better|but|and)"
                "\\W+)(?:leave "
                "(?:it|that|this|things)(?: (?:be|alone|there|as it is|as is|then|please|after all|for "
                "now))?(?=\\W*\\z)|never\\s?mind(?! "
                "(?:the|my|that|if|your)\\b)|"
                "(?:forget|scrap|scratch|strike|ignore|disregard|cancel) (?:it|that|this|what i "
                "(?:said|wrote|asked))(?=\\W*\\z)|"
                "(?:don't|don’t|dont|do not) (?:bother|worry about (?:it|that))|"
                "(?:i'll|i’ll|i will|let's|we'll|we’ll|let me) (?:just )?keep it(?=\\W*\\z)|"
                "no (?:longer|more) (?:needed|necessary|wanted)|not (?:needed|necessary|wanted) (?:any "
                "?more|after all))");
    return back.match(clause).hasMatch();
}

// "Could you please arrange that?"
bool asksToArrange(const QString &sentence)
{
    static const QRegularExpression arrange = pattern(
        "\\b(?:arrange|do|process|handle|organi[sz]e|sort|execute|initiate|action)\\s(?:that|this|it|so)\\b");
    return arrange.match(sentence).hasMatch() && isPolite(sentence) && !isRefusal(sentence);
}

// "Refund?" may ask anything.
bool isBareQuestion(const QString &clause)
{
    constexpr qsizetype fewest = 3; // words
    return clause.trimmed().endsWith(QLatin1Char('?')) &&
           clause.simplified().count(QLatin1Char(' ')) + 1 < fewest;
}

// What asks for money without the form of a request: "INV-7 should be refunded", "you owe me a refund", "you
// charged me twice", and a few words without a verb ("INV-7 refund").
bool claimsMoney(const QString &clause)
{
    static const QRegularExpression claim = pattern(
        "\\b(?:should|must|needs? to|has to|have to|ought "
        "to)\\b[^.?!]{0,16}\\b(?:refund|reimburs|credit|return|revers|repa|undo|paid back|pay back|give "
        "back|given back|(?:come|go|sent) back)\\p{L}*|"
        "\\b(?:request|requesting|ask|asking "
        "for|claim|claiming|demand|demanding|insist|deserve|owe|owed|entitled|expect|expecting|"
        "hoping|looking "
        "for|waive)\\b[^.?!]{0,30}\\b(?:refund|reimburs|money|credit|back|return|revers|repa|compensat)\\p{L}"
        "*|"
        "\\A\\s*(?:(?:please|just|now|so|then|ok|and) "
        ")*(?:give|gimme|get|hand|return|transfer|credit|take|reverse|undo)\\b|\\A\\s*let(?:'s|’s|s| us) "
        "(?:do|make|start|process|have) (?:the|a|that|my|our) refund\\b|"
        "\\b(?:charg|bill|debit|pa(?:id|y|yment)|took|taken|invoice|deduct)\\p{L}*\\b[^.?!]{0,40}\\b(?:twice|"
        "double|two times|2 times|2x|duplicate\\p{L}*)\\b|"
        "\\b(?:twice|double|doubled|two "
        "times|duplicate[ds]?)\\b[^.?!]{0,24}\\b(?:charg|bill|debit|pa(?:id|y|yment)|invoice|deduct)\\p{L}*|"
        "\\bcharged (?:me |us )?(?:again|anyway|still)\\b|\\bstill (?:being )?charged\\b|"
        "\\A\\s*(?:(?:please|just|now|so|then|ok|and|kindly) "
        ")*(?:stick|put|pop|bung|wire|route|push|drop|move|book|place|send|"
        "pay|transfer|chuck)\\b[^.?!]*\\bback\\b|"
        "\\A\\s*(?:(?:please|just|now|so|then|ok|and|kindly) )*(?:send|give|pay|transfer|wire|credit) "
        "(?:me|us)\\b[^.?!]{0,24}"
        "\\b(?:remaining|remainder|rest|difference|balance|money)\\b|"
        "\\b(?:back|returned|refunded|reversed|credited|repaid)\\b[^.?!]{0,40}\\b(?:would|will|and "
        "(?:we|i))(?:'d|’d|'re|’re|'m|’m| be| "
        "are| am)? ?(?:settle|do\\b|fair|fine|even|good|happy|make up|cover|sort|suffice|enough|square|call "
        "it|leave it|satisf)|"
        "\\bneeds? (?:a )?(?:refunding|reversing|returning|crediting|refund)\\b|"
        "\\b(?:charged|billed|debited)\\b[^.?!]{0,24}\\b(?:after|although|though|despite|even "
        "if)\\b[^.?!]{0,16}\\bcancel|"
        "\\b(?:is|are|it's|looks like|seems?) (?:a |an |like a )?(?:duplicate|double)");
    static const QRegularExpression verb =
        pattern("\\b(?:is|are|was|were|be|would|will|can|could|appears?|shows?|says?|has|have|had|did|does|"
                "do|went|came|got|helps?|works?|"
                "arrived|requested|decided|received|worked)\\b");
    constexpr qsizetype mostWords = 8;
    const bool isFragment = clause.simplified().count(QLatin1Char(' ')) < mostWords &&
                            !verb.match(clause).hasMatch() && !clause.trimmed().endsWith(QLatin1Char('?')) &&
                            !namesThing(clause);
    return claim.match(clause).hasMatch() || isFragment;
}

OldMood moodOf(const QString &whole)
{
    const QString sentence = withoutReports(whole);
    if (sentence != whole && !namesAct(sentence))
        return OldMood::About;
    if (isRefusal(sentence))
        return OldMood::Refusal;
    if (isConditional(sentence) || isConditional(whole) || (isReport(sentence) && !saysPlease(sentence)))
        return OldMood::About;
    if (isPolite(sentence) || saysPlease(sentence))
        return OldMood::Request;
    if (isComplaint(sentence))
        return OldMood::Statement;
    return isQuestion(sentence) || namesThing(sentence) ? OldMood::About : OldMood::Statement;
}

} // namespace

bool saysItDidNotHelp(const QString &text)
{
    static const QRegularExpression unhelped =
        pattern("\\b(?:(?:i|we)(?:'ve|’ve| have)? (?:already )?(?:tried|did|done|followed) "
                "(?:that|this|it|all (?:of )?(?:that|this|"
                "it|them|the steps)|everything|the steps|your steps|these steps|what you "
                "(?:said|wrote|suggested))\\b[^?\\n]{0,60}"
                "\\b(?:still|but|no (?:luck|change|difference|success)|same|again|nothing)\\b|"
                "(?:still|exactly) the same (?:error|problem|issue|message|thing|result)?|same "
                "(?:error|problem|issue) (?:again|as "
                "before|persists)|"
                "(?:that|this|it) (?:did(?:n't|n’t| not)|does(?:n't|n’t| not)|has(?:n't|n’t| not)) (?:really "
                ")?(?:help|solve|fix|change "
                "anything|make (?:a|any) difference)\\w*|"
                "(?:not|wasn't|wasn’t|isn't|isn’t) (?:very |really |at all )?(?:helpful|the answer|what i "
                "(?:asked|meant|wanted))|"
                "(?:problem|issue|error) (?:is still (?:there|not)|persists|remains|came back))\\b");
    constexpr qsizetype mostWords = 40; // a longer message tells something new
    return text.simplified().count(QLatin1Char(' ')) < mostWords && unhelped.match(text).hasMatch();
}

bool asksAgain(const QString &text)
{
    static const QRegularExpression again(
        QStringLiteral("\\b(?:again|resend|re-send|send (?:me |us )?(?:the|that) (?:link|mail|email)|another "
                       "(?:one|link|mail|email)|new (?:one|link)|expired|one more "
                       "time|"
                       "(?:did(?:n't|n’t| not)|have(?:n't|n’t| not)|has(?:n't|n’t| not)|does(?:n't|n’t| "
                       "not)|is(?:n't|n’t| not)|"
                       "never|nothing)[^.?!]{0,16}"
                       "(?:arrive|get|got|receive|come|came|work|open|load|valid)\\w*|link is "
                       "(?:dead|broken|invalid|expired|gone))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return again.match(text).hasMatch();
}

bool asksForAct(const QString &said)
{
    const QString text = withoutQuotations(said);
    if (isOnlyCurious(text))
        return false;
    bool requests = false;
    bool states = false;
    bool isDenied = false;
    for (const QString &sentence : splitSentences(text)) {
        if (const QStringList clauses = clausesOf(sentence);
            !clauses.isEmpty() && takesBack(clauses.back())) {
            requests = false;
            states = false;
            isDenied = true;
            continue;
        }
        switch (moodOf(sentence)) {
        case OldMood::Request:
            requests = true;
            break;
        case OldMood::Statement:
            states = true;
            break;
        case OldMood::About:
        case OldMood::Refusal:
            isDenied = true;
            break;
        }
    }
    return requests || (states && !isDenied) || (!states && !isDenied);
}

namespace
{

struct MoneyWish {
    bool isAsked = false;
    QStringList clauses; // those that ask
};

MoneyWish moneyWish(const QString &said)
{
    const QString text = withoutQuotations(said);
    MoneyWish wish;
    if (isOnlyCurious(text))
        return wish;
    bool isDenied = false;
    bool tells = false; // a trouble, before it is asked for
    bool isNamed = false;
    bool arranges = false; // "could you arrange that?", after the money was named
    for (const QString &sentence : splitSentences(text)) {
        const QString told = withoutReports(sentence);
        if (isConditional(sentence)) {
            isDenied = isDenied || namesMoney(sentence);
            continue;
        }
        for (const QString &clause : clausesOf(told)) {
            if (takesBack(clause)) {
                isDenied = isDenied || !wish.clauses.isEmpty() || arranges;
                wish.clauses.clear();
                arranges = false;
                continue;
            }
            if (!namesMoney(clause))
                continue;
            if (isRefusal(clause) || deniesMoney(clause)) {
                isDenied = true;
                continue;
            }
            const bool asks = claimsMoney(clause) || (isPolite(clause) && !isBareQuestion(clause)) ||
                              (isBareQuestion(clause) && tells) ||
                              (saysPlease(told) && !isQuestion(clause) && !namesThing(clause));
            if (asks)
                wish.clauses.append(clause);
        }
        tells = tells || moodOf(sentence) == OldMood::Statement;
        arranges = arranges || (isNamed && asksToArrange(sentence));
        isNamed = isNamed || namesMoney(told);
    }
    wish.isAsked = (!wish.clauses.isEmpty() || arranges) && !(isDenied && !saysPlease(text));
    return wish;
}

} // namespace

bool asksForMoney(const QString &text)
{
    return moneyWish(text).isAsked;
}

QString clausesForMoney(const QString &text)
{
    const MoneyWish wish = moneyWish(text);
    return wish.isAsked ? wish.clauses.join(QStringLiteral(". ")) : QString();
}

bool saysItWentWrong(const QString &text)
{
    static const QRegularExpression wrong = pattern(
        "\\b(?:you|they|your "
        "(?:bot|agent|system|team))\\b[^.?!]{0,12}\\b(?:refunded|credited|changed|updated|sent|reset)\\b[^.?!"
        "]{0,16}\\b"
        "wrong\\b|\\bwrong (?:one|invoice|amount|charge) (?:was|has been|got) (?:refunded|credited)\\b");
    return wrong.match(text).hasMatch();
}

bool ordersAct(const QString &text)
{
    static const QRegularExpression order =
        pattern("(?:\\A|[.!?\\n,;]\\s*|\\b(?:please|pls|kindly|just|and|then|so)\\s|\\b(?:can|could|would|"
                "will) (?:you|u)\\s(?:please\\s|pls\\s)?|\\b(?:i|we)"
                "(?:'d| would)? (?:want|need|like|have) (?:you "
                ")?to\\s)(?:change|update|set|switch|replace|remove|delete|reset|resend|send|refund|"
                "reimburse|cancel|correct|fix|add|register|return|undo|reverse|credit)\\b");
    return order.match(text).hasMatch() && asksForAct(text);
}

bool demandsReset(const QString &text)
{
    static const QRegularExpression reset =
        pattern("\\b(?:forg[eo]t\\w*|can(?:'t|’t|not|t)(?: seem to| possibly)? "
                "(?:remember|recall)|lost|don(?:'t|’t|t) (?:remember|know))\\s"
                "(?:my|our|the) (?:\\p{L}+ )?(?:password|pw|passcode)\\b|"
                "\\b(?:send|mail|e-?mail|shoot|give|get|need|want|trigger|start)\\b[^.?!]{0,20}\\b(?:"
                "password reset|reset "
                "(?:link|mail|e-?mail))\\b|"
                "\\b(?:reset|password|sign-?in) (?:link|mail|e-?mail)\\b[\\s\\S]{0,80}\\b(?:expired|not "
                "(?:arrived?|work)|never "
                "(?:arrived|came)|dead|broken|fresh one|new one|another)\\b|"
                "\\bneed to (?:set|choose|create) (?:a|my) new password\\b");
    static const QRegularExpression whether = pattern("\\bif (?:i|we|someone|a user)\\b|\\bwhat happens\\b");
    return reset.match(text).hasMatch() && !whether.match(text).hasMatch() && asksForAct(text);
}

bool isBareRefundRequest(const QString &text)
{
    static const QRegularExpression bare =
        pattern("\\A\\W*(?:(?:please|pls|ok|okay|yes|so|then|just|and|i want|i'd like|can i "
                "(?:get|have)|a)\\W+)*refund(?:\\W+(?:please|pls|then|"
                "now|thanks))*\\W*\\z");
    return bare.match(text).hasMatch() && !text.contains(QLatin1Char('?'));
}

bool demandsRefund(const QString &text)
{
    static const QRegularExpression refund = pattern(
        "\\b(?:charged|billed|debited)\\b[^.?!\\n]{0,24}\\b(?:after|although|though|despite)\\b[^.?!"
        "\\n]{0,16}\\bcancel|"
        "\\b(?:refund|reimburs|repay|repaid)\\p{L}*\\b|\\bmoney[ -]back\\b|"
        "\\b(?:half|thirds?|quarters?|fifth|percent|\\d+ ?%)\\b[^.?!\\n]{0,40}\\bback\\b|"
        "\\b(?:send|give|transfer|pay|wire) "
        "(?:me|us)\\b[^.?!\\n]{0,16}\\b(?:remaining|remainder|rest|difference|balance)\\b"
        "[^.?!\\n]{0,24}(?:[$€£]|\\d[.,]\\d\\d|\\b(?:money|amount|payment|charge|dollars?|euros?|pounds?|usd|"
        "eur|gbp)\\b)|"
        "\\b(?:charge|payment|debit|transaction|invoice|bill|fee|amount|money|dollars?|euros?|pounds?|bucks|"
        "quid|cents?|"
        "usd|eur|gbp|chf|inv\\S*\\d|one)\\b[^.?!\\n]{0,40}\\b(?:returned|reversed|credited|repaid|undone)\\b|"
        "\\b(?:undo|reverse|return|credit(?! "
        "?(?:cards?|notes?|memos?)\\b)|repay|back)\\b[^.?!\\n]{0,40}(?:\\b(?:charge|payment|debit|"
        "transaction|invoice|amount|money|dollars?|euros?|pounds?|francs?|usd|eur|gbp|chf|inv\\S*\\d|"
        "\\d+(?!\\d|(?:[ -]+\\w+)?[ "
        "-]+(?:board|file|task|user|member|seat|project|item|comment|document|page|message|"
        "mail|e-?mail|photo|picture|image|attachment|workspace|column|row|version|account)s\\b))\\b|[$€£])|"
        "\\b(?:charge|payment|debit|transaction|invoice|amount|money|dollars?|euros?|pounds?|francs?|"
        "usd|eur|gbp|bucks|quid|cents?|bill|fee|"
        "chf|inv\\S*\\d|\\d+(?!\\d|(?:[ -]+\\w+)?[ "
        "-]+(?:board|file|task|user|member|seat|project|item|comment|document|page|message|"
        "mail|e-?mail|photo|picture|image|attachment|workspace|column|row|version|account)s\\b))\\b[^.?!\\n]{"
        "0,40}\\bback\\b");
    // Of a double charge it is first to be found out which of the two goes back.
    static const QRegularExpression twice =
        pattern("\\b(?:twice|double|doubled|duplicate[ds]?|both|two times|2 times|2x)\\b");
    return refund.match(text).hasMatch() && !twice.match(text).hasMatch() && asksForAct(text) &&
           asksForMoney(text);
}

} // namespace Helmdesk
