#include "specialists/RequestSplitter.h"

#include "specialists/EntityExtractor.h"
#include "specialists/EntityParts.h"
#include "specialists/ReplyStyle.h"
#include "specialists/RequestMood.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

using EntityParts::pattern;

constexpr qsizetype longest = 6'000;    // characters; what is longer goes to a person anyway
constexpr size_t mostUnits = 12;        // so does what asks for more
constexpr qsizetype fewestWords = 2;    // "please?" asks for nothing of its own
constexpr qsizetype clauseWords = 2;    // a half of a sentence that stands for itself
constexpr qsizetype mostBlockWords = 6; // a line of an address
constexpr qsizetype mostBackWords = 8;  // a longer question says itself what it is about

// Words with which a request is led in, and which are no part of it.
#define HELMDESK_LEAD                                                                                        \
    "(?:(?:hi|hello|hey|also|and|but|so|ok|okay|thanks|now|then|well|plus|next|first(?:ly)?|second(?:ly)?|"  \
    "third(?:ly)?|(?:two|three|some|a few|a couple of) (?:quick "                                            \
    ")?(?:questions|things|requests|points)|finally|lastly|additionally|furthermore|moreover|besides|oh|"    \
    "sorry|great|perfect|by the "                                                                            \
    "way|btw|one more thing|another thing|in addition|on top of that|as well|while you are at it|"           \
    "while we are at it|just)\\b[\\s,:!.-]*){0,4}"

#define HELMDESK_VERBS                                                                                       \
    "refund|reimburse|cancel|change|update|reset|send|resend|give|tell|show|explain|delete|remove|add|set|"  \
    "switch|check|correct|help|let|close|replace|confirm|call|stop|fix|credit|return|provide|upgrade|"       \
    "downgrade|move|use|renew|unlock|restore|export|import|email|mail|look|find|get|put|make|rename|turn|"   \
    "enable|disable|activate|deactivate|transfer|pay|charge|issue|void|extend|pause|resume|do"

const QRegularExpression &requestForm()
{
    static const QRegularExpression form = pattern(
        "\\A" HELMDESK_LEAD "(?:(?:please|kindly|pls|plz)\\b|(?:" HELMDESK_VERBS ")\\b(?!\\s+not\\b)|"
        "(?:can|could|would|will|may|might|shall|should)\\s+(?:you|i|we|someone|somebody|it|this|the|my|"
        "our)\\b|"
        "(?:how|what|what's|when|where|why|which|who|whose|is|are|do|does|did|has|have|was|were|am)\\b"
        "(?=.*\\?)|"
        "(?:what|where|when|who)(?:'s|’s)\\s+(?:the|my|our|your|this|that)\\b|"
        "(?:how|what's|what|when|where|why|which)\\s+(?:do|does|did|can|could|to|is|are|was|were|much|many|"
        "long|will|would|should)\\b|"
        "(?:what|which)\\s+\\p{L}+\\s+(?:am|is|are|do|does|did|have|has|was|were|can|will)\\s+(?:i|we|you|my|"
        "our|the)"
        "\\b|(?:is|are|do|does|did|has|have|was|were|am)\\s+(?:(?:i|we|my|our|there|it|this)\\b|(?:the\\s+)?("
        "?:invoice\\s+)?\\S*\\d)|"
        "(?:i|we)(?:'d|’d|'m|’m|'ve|’ve)?\\s+(?:also\\s+|still\\s+|really\\s+|just\\s+|now\\s+)?(?:need|"
        "want|would\\s+like|like\\s+to|wish|have\\s+to|must|forgot|have\\s+forgotten|forgotten|can't|can’t|"
        "cannot|cant|can\\s+not|lost|am\\s+locked|would\\s+love|would\\s+appreciate|wonder|am\\s+wondering|"
        "wondering|looking\\s+for|am\\s+looking)\\b|"
        "(?:my|our|the)\\s+\\p{L}+\\s+(?:also\\s+|still\\s+|now\\s+)?(?:would\\s+like|wants|needs|wishes|"
        "asks\\s+for)\\b|"
        "(?:want|need|would\\s+like)\\s+(?:a|an|to|my|the|you|some|another)\\b|"
        "(?:my|our|the)\\s+(?:\\p{L}+\\s+){1,3}(?:needs?|has|have|should|must)\\s+(?:to\\s+)?(?:be\\b|"
        "\\p{L}+ing\\b))");
    return form;
}

qsizetype wordCount(const QString &text)
{
    const QString words = text.simplified();
    return words.isEmpty() ? 0 : words.count(QLatin1Char(' ')) + 1;
}

// Sentences that have the form of a request and ask for nothing: they belong to what stands around them.
bool isFiller(const QString &sentence)
{
    static const QRegularExpression filler = pattern(
        "\\A" HELMDESK_LEAD
        "(?:please\\s+)?(?:(?:can|could|would|will)\\s+(?:you|someone|anyone|somebody)\\s+(?:please\\s+)?"
        "(?:help|assist|look\\s+into|check|take\\s+care\\s+of|sort|confirm|do|fix|advise|let\\s+me\\s+know|"
        "tell\\s+me)(?:\\s+(?:me|us|this|that|it|out|with|on|please|here|once|when|done|asap|for))*|"
        "(?:please\\s+)?(?:help|advise|assist|confirm|respond|reply|let\\s+me\\s+know|(?:fix|sort|solve|"
        "resolve|"
        "handle|investigate|look\\s+into|correct)(?=\\s+(?:it|this|that)\\b))(?:\\s+(?:me|us|this|"
        "that|it|out|now|up|today|urgently|quickly|immediately|right|away|if|asap|soon|with|when|once|done|"
        "please|know|you|need|anything|else|more|from|what|think))*|"
        "(?:is|would)\\s+(?:that|this|it)\\s+(?:be\\s+)?(?:possible|ok|okay|fine|alright)|how\\s+are\\s+you"
        "(?:\\s+(?:doing|today))*|i\\s+have\\s+(?:a\\s+|some\\s+|two\\s+|three\\s+|a\\s+few\\s+|a\\s+"
        "couple\\s+"
        "of\\s+)?(?:questions?|requests?|things)|i\\s+need\\s+(?:your\\s+|some\\s+)?help(?:\\s+with\\s+"
        "(?:this|something|two\\s+things|a\\s+few\\s+things))?|do\\s+you\\s+understand|"
        "(?:(?:two|three|four|a\\s+few|some)\\s+(?:things|questions|requests|points)))"
        "\\s*[.!?:,]*\\s*\\z");
    return filler.match(sentence).hasMatch();
}

bool asksForSomething(const QString &sentence)
{
    if (wordCount(sentence) < fewestWords || isFiller(sentence))
        return false;
    static const QRegularExpression negated =
        pattern("\\b(?:do(?:n't|n’t|nt| not)|no)\\s+(?:want|need|wish|longer)\\b");
    if (sentence.trimmed().endsWith(QLatin1Char('?')))
        return true;
    static const QRegularExpression trailingPlease = pattern("\\bplease[.!]*\\s*\\z");
    // "My company will be called Nord AB, please change it."
    static const QRegularExpression order = pattern(",\\s*(?:so\\s+)?(?:please|pls|kindly)\\s+(?:change|"
                                                    "update|correct|adjust|fix|amend|note|record|save)\\b");
    return (requestForm().match(sentence).hasMatch() || order.match(sentence).hasMatch() ||
            trailingPlease.match(sentence).hasMatch()) &&
           !negated.match(sentence).hasMatch();
}

// "How much will it be?" asks about what stands before it and makes no request of its own.
bool refersBack(const QString &sentence)
{
    static const QRegularExpression back =
        pattern("\\A" HELMDESK_LEAD "(?:(?:please\\s+)?(?:tell\\s+(?:me|us)|let\\s+(?:me|us)\\s+know)\\s+)?"
                "(?:how|when|where|why|what|which|who)\\b(?=[^?]*\\b(?:(?:it|they|them)\\b|(?:this|that|"
                "these|those)(?=\\s*[?.!]*\\s*\\z|\\s+(?:take|cost|be|happen|work|mean|apply|last|come|"
                "arrive)s?\\b)))"
                "(?![^?]*\\bit\\s+(?:possible|take|cost|work)s?\\s+to\\b)");
    return wordCount(sentence) <= mostBackWords && back.match(sentence).hasMatch();
}

// "It should be Mara Lind", after "my name is misspelt".
bool saysWhatIsRight(const QString &sentence)
{
    static const QRegularExpression right = pattern(
        "\\A" HELMDESK_LEAD "(?:(?:it|that|this|they)\\s+(?:should|must|ought|has\\s+to|needs?\\s+to)\\b|"
        "the\\s+(?:right|correct|new)\\s+\\p{L}+\\s+(?:is|are)\\b)");
    return right.match(sentence).hasMatch();
}

enum class Topic { None, Money, Profile };

Topic topicOf(const QString &text)
{
    static const QRegularExpression money =
        pattern("\\b(?:charg\\p{L}+|bill(?:s|ed)?|debit\\p{L}*|refund\\p{L}*|invoices?|payments?|money)\\b");
    static const QRegularExpression profile =
        pattern("\\b(?:phone|mobile|address|name|e-?mail|password|company|language)\\b");
    const bool isMoney = money.match(text).hasMatch();
    if (isMoney == profile.match(text).hasMatch())
        return Topic::None;
    return isMoney ? Topic::Money : Topic::Profile;
}

// "I was charged twice", "my phone number is wrong": a wish that is only told.
bool statesProblem(const QString &text)
{
    static const QRegularExpression problem =
        pattern("\\A" HELMDESK_LEAD "(?:(?:i|we)\\s+(?:was|were|have\\s+been|got|am\\s+being|are\\s+being)"
                "\\s+(?:\\p{L}+\\s+)?(?:double\\s+)?"
                "(?:over)?(?:charged|billed|debited)\\b|you\\s+(?:have\\s+)?(?:\\p{L}+\\s+)?(?:over)?(?:"
                "charged|billed|"
                "debited)\\s+(?:me|us)\\b|(?:my|our|the)\\s+(?:\\p{L}+\\s+){1,3}(?:is|are|was|were)\\s+(?:"
                "\\p{L}+\\s+)?"
                "(?:wrong|incorrect|outdated|out\\s+of\\s+date|misspel\\p{L}+|missing|declined)\\b|"
                "(?:my|our)\\s+(?:\\p{L}+[\\s-]+){1,3}(?:has|have)\\s+(?:\\p{L}+\\s+)?changed\\b)");
    return problem.match(text).hasMatch();
}

// Of two that are told together the one is about money and the other about the profile: each wants an answer.
bool areOfTwoTopics(const QString &one, const QString &other)
{
    const Topic first = topicOf(one);
    const Topic second = topicOf(other);
    return first != Topic::None && second != Topic::None && first != second &&
           (asksForSomething(one) || statesProblem(one)) && (asksForSomething(other) || statesProblem(other));
}

// The clauses of a sentence at its joints, where both sides ask.
QStringList clausesOf(const QString &sentence)
{
    static const QRegularExpression joint = pattern(
        "\\s*;\\s*|,?\\s+(?:and|plus|as\\s+well\\s+as|but|then)\\s+(?:also\\s+|then\\s+|please\\s+|"
        "finally\\s+|"
        "secondly\\s+)?(?=\\p{L})|,\\s*(?=(?:also|please|can you|could you|and)\\b)|\\s+-\\s+(?=also\\b)");
    QStringList clauses;
    qsizetype from = 0;
    for (auto it = joint.globalMatch(sentence); it.hasNext();) {
        const auto match = it.next();
        const QString left = sentence.mid(from, match.capturedStart() - from);
        const QString right = sentence.mid(match.capturedEnd());
        const bool bothAsk = asksForSomething(left) && asksForSomething(right);
        if (wordCount(left) < clauseWords || wordCount(right) < clauseWords ||
            (!bothAsk && !areOfTwoTopics(left, right)))
            continue;
        clauses.append(left.trimmed());
        from = match.capturedEnd();
    }
    clauses.append(sentence.mid(from).trimmed());
    return clauses;
}

struct Piece {
    QString text;
    bool isListItem = false;
};

// Where the items of a list in running text begin: "1) this 2) that", "(a) this, (b) that".
QList<qsizetype> listStarts(const QString &text, const QRegularExpression &mark, char16_t first)
{
    QList<qsizetype> starts;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedView(1).front().toLower().unicode() == first + starts.size())
            starts.append(match.capturedStart());
    }
    return starts;
}

// Such a list gets a line for each item.
QString withListLines(const QString &text)
{
    static const QRegularExpression number = pattern("(?:(?<=\\s)|\\A)[(]?([1-9])[.)]\\s+(?=\\S)");
    static const QRegularExpression letter = pattern("(?:(?<=\\s)|\\A)[(]?([a-h])[)]\\s+(?=\\S)");
    QList<qsizetype> starts = listStarts(text, number, u'1');
    if (starts.size() < 2)
        starts = listStarts(text, letter, u'a');
    if (starts.size() < 2)
        return text;
    QString lines = text;
    for (auto start = starts.crbegin(); start != starts.crend(); ++start)
        lines.insert(*start, QLatin1Char('\n'));
    return lines;
}

std::vector<Piece> piecesOf(const QString &said)
{
    const QString text = withListLines(said);
    static const QRegularExpression marker =
        pattern("\\A\\s*(?:[-*\\x{2022}\\x{2013}]|[(]?[0-9]{1,2}[.)]|[(]?[a-h][)])\\s+(?=\\S)");
    static const QRegularExpression joint = pattern("[,;]?(?:\\s+(?:and|or|as well as))?\\s*\\z");
    std::vector<Piece> pieces;
    const QStringList lines = text.split(QLatin1Char('\n'));
    qsizetype items = 0;
    for (const QString &line : lines)
        items += marker.match(line).hasMatch() ? 1 : 0;
    QString running;        // lines that are only wrapped are one text
    bool isInBlock = false; // of short lines below a colon: "our new address:"
    const auto flush = [&] {
        for (const QString &sentence : splitSentences(running)) {
            for (const QString &clause : clausesOf(sentence))
                pieces.push_back({clause});
        }
        running.clear();
    };
    for (const QString &line : lines) {
        const auto match = marker.match(line);
        if (line.trimmed().isEmpty()) { // a paragraph ends, unless its value is still to come
            isInBlock = running.endsWith(QLatin1Char(':'));
            if (!isInBlock)
                flush();
            continue;
        }
        if (items < 2 || !match.hasMatch()) {
            const bool isBlockLine = isInBlock && wordCount(line) <= mostBlockWords &&
                                     !asksForSomething(line) && !running.isEmpty();
            if (isInBlock && !isBlockLine)
                flush();
            const bool isFirst = running.endsWith(QLatin1Char(':')) || running.endsWith(QLatin1Char(','));
            const QString link = isBlockLine && !isFirst ? QStringLiteral(", ") : QStringLiteral(" ");
            running += (running.isEmpty() ? QString() : link) + line.trimmed();
            isInBlock = isBlockLine || line.trimmed().endsWith(QLatin1Char(':'));
            if (line.trimmed().endsWith(QLatin1Char(',')) && wordCount(line) <= 5)
                flush(); // "Dear team,"
            continue;
        }
        flush();
        pieces.push_back({line.mid(match.capturedEnd()).remove(joint).trimmed(), true});
    }
    flush();
    return pieces;
}

} // namespace

std::vector<RequestUnit> splitRequests(const QString &text)
{
    std::vector<RequestUnit> units;
    QString context;
    const std::vector<Piece> pieces = piecesOf(text.left(longest));
    const bool hasList = std::ranges::any_of(pieces, &Piece::isListItem);
    const auto isToldBesides = [&](const Piece &piece) {
        return statesProblem(piece.text) && std::ranges::any_of(pieces, [&](const Piece &other) {
                   return areOfTwoTopics(piece.text, other.text);
               });
    };
    for (const Piece &piece : pieces) {
        // "Please change two things:" says what is to be done with the list below it.
        const bool opensList = !piece.isListItem && hasList && piece.text.endsWith(QLatin1Char(':'));
        if ((piece.isListItem && wordCount(piece.text) >= fewestWords) ||
            ((asksForSomething(piece.text) || isToldBesides(piece)) && !opensList)) {
            if (!units.empty() && !piece.isListItem && refersBack(piece.text)) {
                units.back().text += QLatin1Char(' ') + piece.text;
                continue;
            }
            if (units.size() >= mostUnits)
                return units;
            units.push_back({piece.text, context, piece.isListItem});
            context.clear();
        } else if (!units.empty() && saysWhatIsRight(piece.text)) {
            units.back().text += QLatin1Char(' ') + piece.text;
        } else {
            context += (context.isEmpty() ? QString() : QStringLiteral(" ")) + piece.text;
        }
    }
    if (!units.empty() && !context.isEmpty())
        units.back().context = (units.back().context + QLatin1Char(' ') + context).trimmed();
    return units;
}

namespace
{

// "You are great, thanks for the quick help": thanks in words of one's own, with nothing asked or missed.
bool isPlainThanks(const QString &said)
{
    static const QRegularExpression thanks = pattern("\\b(?:thanks|thank\\s?you|thx|cheers|appreciate)\\b");
    static const QRegularExpression more =
        pattern("[0-9?]|\\b(?:i|we)(?:'d|’d| would| want| need| wish)\\b|\\b(?:needs?|wants?|should|must)\\b|"
                "\\b(?:refund|reimburs|charg)\\p{L}+|n't\\b|n’t\\b|\\b(?:not|no|nothing|never|but|still|"
                "however|wrong|errors?|problems?|"
                "issues?|cancel|"
                "refund|cannot|cant|dont|please|yet|although|unfortunately|why|when|how|where)\\b");
    // What is thanked for may be named; what stands besides may not be a thing that one asks for.
    static const QRegularExpression cause =
        pattern("\\b(?:thanks|thank you|thankyou|thx|cheers|grateful)[^.!,;]{0,8}\\bfor\\b[^.!,;]*");
    static const QRegularExpression thing =
        pattern("\\b(?:name|address|phone|mobile|number|company|language|e-?mail|password|passwords|link|"
                "reset|invoices?|charges?|payments?|"
                "card|plan|subscription|copy|receipt|seats?)\\b");
    constexpr qsizetype mostWords = 14;
    return !thing.match(QString(said).remove(cause)).hasMatch() && wordCount(said) <= mostWords &&
           thanks.match(said).hasMatch() && !more.match(said).hasMatch() && splitRequests(said).empty();
}

} // namespace

Courtesy courtesyOf(const QString &text)
{
    static const QRegularExpression thanks = pattern(
        "\\A(?:(?:ok(?:ay)?|great|perfect|super|brilliant|cool|fine|good|wonderful|awesome|excellent|lovely|"
        "amazing|got it|understood|alright|all right|noted|yes|hi|hello|wow|oh)[\\s,.!]+)*"
        "(?:(?:many |much )?thanks|thank you|thankyou|thx|ty|cheers|much appreciated|appreciated|"
        "(?:i |we )?(?:really )?appreciate (?:it|that|your help|the help)|that (?:helps|helped|solved it|is "
        "all|was all|worked|did it)|that's (?:all|great|perfect|wonderful|it)|all good|got it|"
        "good\\s?bye|bye(?:[\\s-]?bye)?|see (?:you|ya)(?: later| soon| around)?|take care|"
        "have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|week|one)|"
        "(?:great|perfect|wonderful|awesome|excellent|brilliant))"
        "(?:\\s+(?:so|very|a|you|much|lot|lots|again|everyone|team|all|for|your|the|quick|fast|help|reply|"
        "response|answer|that|this|it|support|everything|kindly|indeed|now|then|good|to|know|and|have|great|"
        "nice|day|weekend|thanks))*[\\s.!,:;)(\\x{2600}-\\x{27bf}\\x{fe0f}\\x{1f300}-"
        "\\x{1faff}-]*\\z");
    static const QRegularExpression greeting =
        pattern("\\A(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day)|greetings|dear|yo)"
                "(?:\\s+(?:there|team|all|everyone|support|again|northlight|you))*[\\s.!,?:)-]*\\z");
    // A request for help that does not say yet what with.
    static const QRegularExpression opener = pattern(
        "\\A(?:(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day))(?:\\s+(?:there|team|all|everyone|"
        "support))*[\\s.!,:-]+)?(?:(?:i |we )?(?:need|want|could use|would like|require) (?:some |your |a "
        "bit "
        "of )?(?:help|assistance)|(?:can|could|would) (?:you|someone|anyone|somebody) (?:please )?(?:help|"
        "assist)(?: me| us)?(?: out)?(?: with something)?|(?:please )?help(?: me| us)?|(?:i(?:'ve| "
        "have)?|we(?:'ve| "
        "have)?) (?:got |have )?(?:a|some|a few|another|one|two) (?:quick |short |small )?(?:questions?|"
        "problems?|issues?)|quick question|(?:is )?any(?:one|body) (?:there|here|around)|are you there)"
        "(?:[\\s,]+(?:please|pls|now|today|thanks|thank you))*[\\s.!,?:)-]*\\z");
    const QString said = text.simplified();
    if (said.isEmpty() || said.size() > 160)
        return Courtesy::None;
    if (greeting.match(said).hasMatch() || opener.match(said).hasMatch())
        return Courtesy::Greeting;
    // "Never mind, refund 24,50 of it instead" goes on with something else.
    if (EntityParts::replyIn(said) == Reply::Cancel && splitRequests(said).size() <= 1 &&
        !demandsRefund(said) && !ordersAct(said))
        return Courtesy::Cancel;
    if (thanks.match(said).hasMatch() || isPlainThanks(said))
        return Courtesy::Thanks;
    static const QRegularExpression praise =
        pattern("\\A(?:(?:hi|hello|hey|wow|just (?:wanted|want) to say(?: that)?|btw|by the "
                "way)[\\s,!]+)*(?:(?:your|the|this|you guys|you|it)\\s?"
                "(?:\\p{L}+\\s){0,2}(?:is|are|was|were|have been|'re|’re|'s|’s)\\s(?:really |so |very |just "
                "|absolutely |simply )*(?:great|"
                "awesome|amazing|fantastic|brilliant|excellent|lovely|cool|the "
                "best|perfect|wonderful|superb|incredible)|(?:i|we) (?:really |just "
                "|absolutely )*(?:love|like|enjoy|adore) (?:your|the|this|it)(?: \\p{L}+){0,3})(?: btw| by "
                "the way| so far| guys| everyone| "
                "team)*[\\s.!:)]*\\z");
    if (praise.match(said).hasMatch())
        return Courtesy::Praise;
    static const QRegularExpression consent =
        pattern("\\A(?:(?:yes|yeah|yep|yup|ok(?:ay)?|sure|fine|all\\s?right|alright|right|correct|exactly|"
                "agreed|great|perfect|"
                "good|please|pls|do (?:it|that|so)|go ahead|go for it|proceed|confirmed?|i "
                "(?:confirm|agree)|that(?:'s|’s| is) "
                "(?:right|correct|fine|ok|okay|good|it)|sounds good|works for me|that works|of "
                "course|absolutely|definitely|"
                "certainly|then|so|and|thanks|thank "
                "you|hmm+|well|cool|nice|super|awesome|lovely|amazing|understood|noted|i see|makes sense|"
                "gotcha|aha|ah|oh|interesting|good to know)\\b[\\s,.!]*)+\\z");
    static const QRegularExpression order = pattern("\\b(?:do|go ahead|go for|proceed)\\b");
    if (!consent.match(said).hasMatch())
        return Courtesy::None;
    return order.match(said).hasMatch() ? Courtesy::Order : Courtesy::Consent;
}

} // namespace Helmdesk
