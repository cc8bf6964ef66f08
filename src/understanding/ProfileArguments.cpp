#include "understanding/ProfileArguments.h"

#include "understanding/ProfileGuess.h"
#include "understanding/RecordCorrection.h"
#include "understanding/ScannedText.h"
#include "understanding/WrittenValue.h"

#include <algorithm>
#include <span>

namespace Helmdesk
{
namespace
{

constexpr size_t longestSentence = 200; // tokens; what goes on longer is cut, so that all stays linear
constexpr size_t fillers = 8;           // tokens between a field and its link: "on my account"
constexpr size_t longestOld = 30;       // tokens of the value that is left: "from ... to"

bool isWritten(const QString &field)
{
    return field != QLatin1String("email") && field != QLatin1String("phone") &&
           field != QLatin1String("language");
}

QString presentOf(const ProfileRecord &customer, const QString &field)
{
    if (field == QLatin1String("email"))
        return customer.email;
    if (field == QLatin1String("phone"))
        return customer.phone;
    if (field == QLatin1String("company"))
        return customer.company;
    if (field == QLatin1String("address"))
        return customer.address;
    return field == QLatin1String("language") ? customer.language : customer.name;
}

// Letters and digits alone, so that "+46 8 555" and "+468555" are the same.
QString bareOf(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

bool endsInLegalForm(const QString &value, const ValueWords &words)
{
    const QString last = value.section(QLatin1Char(' '), -1).remove(QLatin1Char('.')).toLower();
    return value.contains(QLatin1Char(' ')) && words.wordOf(last, WordKind::Abbreviation) != nullptr;
}

bool isNameLine(const QString &line)
{
    constexpr qsizetype longestName = 40; // characters
    const QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return !words.isEmpty() && words.size() <= 4 && line.size() <= longestName &&
           std::ranges::all_of(
               words, [](const QString &word) { return word.front().isUpper() && word.back().isLetter(); });
}

// Whether a value stands in the lines below a name, as in a signature: "Eva Lind / NEW NUMBER: ...".
bool standsBelowName(const QString &text, const Span &span)
{
    const qsizetype blank = text.lastIndexOf(QLatin1String("\n\n"), span.begin);
    if (blank < 0)
        return false;
    const QStringList lines = text.mid(blank + 2, span.begin - blank - 2).split(QLatin1Char('\n'));
    return std::any_of(lines.begin(), lines.end() - 1,
                       [](const QString &line) { return isNameLine(line.trimmed()); });
}

class ProfileReader
{
public:
    ProfileReader(const ScannedText &text, const TextValues &read, const ProfileRecord &customer)
        : m_text(text)
        , m_read(read)
        , m_customer(customer)
    {
        markSentences();
    }

    std::vector<ProfileChange> changes()
    {
        for (size_t i = 0; i < m_text.size();) {
            const Phrase *field = m_text.phrase(i, WordKind::Field);
            const Phrase *cue = m_text.phrase(i, WordKind::Cue);
            if (cue && readCue(i, *cue)) {
                i += cue->tokens;
            } else if (field && !valueAt(i)) {
                readField(i, i + field->tokens, field->meaning.payload);
                i += field->tokens;
            } else {
                ++i;
            }
        }
        for (const auto &[kind, field] : {std::pair(ValueKind::Email, QStringLiteral("email")),
                                          std::pair(ValueKind::Phone, QStringLiteral("phone")),
                                          std::pair(ValueKind::Language, QStringLiteral("language"))}) {
            if (!has(field))
                readPlain(kind, field);
        }
        if (isCorrected())
            takeCorrected();
        for (ProfileChange &change : m_changes)
            change.isExact = change.isExact && isOnlyOne(change);
        return std::move(m_changes);
    }

private:
    enum class Link { Strong, Weak, Sign };
    struct Sentence {
        size_t begin = 0;
        size_t end = 0;
        bool isChange = false; // says change, or new
        bool isNew = false;
    };

    void markSentences();
    const Sentence &sentenceOf(size_t i) const { return m_sentences[m_sentenceOf[i]]; }
    bool isChangeBefore(size_t i) const; // in this sentence or right before it
    bool stands(WordKind kind, size_t from, size_t to) const;
    bool namesField(const Sentence &sentence, const QString &field) const;
    const Value *valueAt(size_t i) const;
    bool has(const QString &field) const
    {
        return std::ranges::count(m_changes, field, &ProfileChange::field) > 0;
    }

    bool readCue(size_t i, const Phrase &cue);
    void readField(size_t begin, size_t end, const QString &field);
    bool readAsField(size_t begin, size_t end, const QString &field);
    bool readRemoval(size_t begin, size_t end, const QString &field);
    size_t afterLink(size_t &k, size_t end, Link &link) const;
    bool takeLater(size_t begin, size_t end, const QString &field);
    bool isOfOthers(const Sentence &sentence, size_t before) const;
    bool isOnlyOne(const ProfileChange &change) const;
    void readPlain(ValueKind kind, const QString &field);
    void takeCorrected();
    bool endsInPart() const;
    bool isCorrected() const
    {
        return std::ranges::count(m_read.qualifiers, QualifierKind::Correction, &Qualifier::kind) > 0;
    }
    bool take(const QString &field, size_t at, size_t begin, bool isExact);
    void add(const QString &field, const QString &value, const Span &span, bool isExact,
             bool isRemoval = false);
    QString wholeName(const QString &field, const QString &part) const;

    const ScannedText &m_text;
    const TextValues &m_read;
    const ProfileRecord &m_customer;
    std::vector<Sentence> m_sentences;
    std::vector<size_t> m_sentenceOf;
    std::vector<ProfileChange> m_changes;
    bool m_hasCapitals = false; // inside a line: who writes them at all writes names with them
};

void ProfileReader::markSentences()
{
    for (size_t i = 0; i < m_text.size(); ++i) {
        if (i == 0 || endsSentence(m_text, i - 1) || i - m_sentences.back().begin >= longestSentence)
            m_sentences.push_back({i, i});
        Sentence &sentence = m_sentences.back();
        sentence.end = i + 1;
        sentence.isNew = sentence.isNew || m_text.phrase(i, WordKind::NewMark);
        sentence.isChange = sentence.isChange || sentence.isNew || m_text.phrase(i, WordKind::Change);
        m_sentenceOf.push_back(m_sentences.size() - 1);
        m_hasCapitals = m_hasCapitals || (m_text[i].isCapital && i > 0);
    }
}

bool ProfileReader::isChangeBefore(size_t i) const
{
    constexpr size_t lines = 6; // "Please update my details:" and a line for each
    const size_t own = m_sentenceOf[i];
    for (size_t back = 0; back <= std::min(own, lines); ++back) {
        const Sentence &sentence = m_sentences[own - back];
        if (sentence.isChange)
            return true;
        if (back > 0 && !m_text[sentence.end].beginsLine)
            return false;
    }
    return false;
}

bool ProfileReader::stands(WordKind kind, size_t from, size_t to) const
{
    for (size_t i = from; i < to; ++i) {
        if (m_text.phrase(i, kind))
            return true;
    }
    return false;
}

bool ProfileReader::namesField(const Sentence &sentence, const QString &field) const
{
    for (size_t i = sentence.begin; i < sentence.end; ++i) {
        const Phrase *named = m_text.phrase(i, WordKind::Field);
        if (named && named->meaning.payload == field)
            return true;
    }
    return false;
}

const Value *ProfileReader::valueAt(size_t i) const
{
    const qsizetype begin = m_text[i].begin;
    const auto found = std::ranges::upper_bound(m_read.values, begin, {},
                                                [](const Value &value) { return value.span.begin; });
    if (found == m_read.values.begin())
        return nullptr;
    const Value &value = *std::prev(found);
    return value.span.end > begin && (value.kind == ValueKind::Email || value.kind == ValueKind::Code)
               ? &value
               : nullptr;
}

// The token behind "to", "is now" or ":" from `k` on; 0 where the field has no link. `k` becomes the link.
size_t ProfileReader::afterLink(size_t &k, size_t end, Link &link) const
{
    const size_t last = end < m_text.size() ? sentenceOf(end).end : end;
    for (; k < std::min(last, end + fillers); ++k) {
        const Phrase *strong = m_text.phrase(k, WordKind::FieldLink);
        const Phrase *weak = m_text.phrase(k, WordKind::WeakLink);
        if (weak && (!strong || weak->tokens > strong->tokens)) {
            link = Link::Weak;
            return k + weak->tokens;
        }
        if (strong) {
            link = m_text.is(k, TokenKind::Sign) && strong->tokens == 1 ? Link::Sign : Link::Strong;
            return k + strong->tokens;
        }
        const Phrase *old = m_text.phrase(k, WordKind::RoleOld);
        for (size_t to = k + 1;
             old && !m_text.phrase(k, WordKind::Field) && to < std::min(last, k + longestOld); ++to) {
            const Phrase *next = m_text.phrase(to, WordKind::FieldLink);
            link = Link::Strong;
            if (next && !valueAt(to))
                return to + next->tokens;
        }
        if (m_text.phrase(k, WordKind::Field) || m_text.isSign(k, ','))
            break;
    }
    return 0;
}

// "My name is misspelled. It should be ...": in this sentence or one of the next two.
bool ProfileReader::takeLater(size_t begin, size_t end, const QString &field)
{
    constexpr size_t further = 2;
    const size_t lastSentence = std::min(m_sentenceOf[begin] + further, m_sentences.size() - 1);
    for (size_t k = end; k < m_sentences[lastSentence].end; ++k) {
        if (m_text.phrase(k, WordKind::Field))
            return false;
        const Phrase *link = m_text.phrase(k, WordKind::ItLink);
        if (link && k + link->tokens < m_text.size() && take(field, k + link->tokens, begin, true))
            return true;
    }
    return false;
}

bool ProfileReader::isOfOthers(const Sentence &sentence, size_t before) const
{
    const Span span{m_text[sentence.begin].begin, m_text[before].begin};
    return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
        return qualifier.kind == QualifierKind::OtherParty && span.covers(qualifier.span);
    });
}

void ProfileReader::readField(size_t begin, size_t end, const QString &field)
{
    const Sentence &sentence = sentenceOf(begin);
    if (isOfOthers(sentence, begin) || stands(WordKind::Forbid, sentence.begin, begin) ||
        readAsField(begin, end, field))
        return;
    Link link = Link::Strong;
    bool hasLink = false;
    for (size_t k = end; const size_t at = afterLink(k, end, link); ++k) {
        hasLink = true;
        const bool isText = isWritten(field) && at < m_text.size() && m_text.is(at, TokenKind::Word);
        if (at >= m_text.size() ||
            (link == Link::Sign && isText && !m_text[at].isCapital)) // "my name: it is wrong"
            break;
        const bool isNamed = link == Link::Weak ? sentence.isNew || m_text.isSign(at, ':')
                                                : link == Link::Strong || isChangeBefore(begin);
        if (isNamed && take(field, at, begin, true))
            return;
    }
    if (sentence.isChange && takeLater(begin, end, field))
        return;
    if (readRemoval(begin, end, field))
        return;
    // "my new phone number 555 0123", "phone +49 30 1234567, company Nordhus"
    const bool isPlain = end < sentence.end &&
                         (!isWritten(field) || m_text[end].isCapital || m_text.is(end, TokenKind::Digits));
    if (!hasLink && isPlain && isChangeBefore(begin))
        take(field, end, begin, !isWritten(field));
}

// "Put Brook Ltd as my company", "use a@b.example as my email".
bool ProfileReader::readAsField(size_t begin, size_t end, const QString &field)
{
    const Phrase *as = m_text.phraseBefore(begin, WordKind::AsField);
    size_t before = begin - (as ? as->tokens : 0);
    if (!as && begin > 0 && m_text.phrase(begin - 1, WordKind::NewMark)) { // "as my new email"
        as = m_text.phraseBefore(begin - 1, WordKind::AsField);
        before = begin - 1 - (as ? as->tokens : 0);
    }
    const Sentence &sentence = sentenceOf(begin);
    if (!as || before <= sentence.begin)
        return false;
    size_t from = before;
    while (from > sentence.begin && before - from < longestOld && !m_text.phrase(from - 1, WordKind::Change))
        --from;
    if (from == sentence.begin || from >= before)
        return false;
    const size_t to = before;
    if (!isWritten(field))
        return take(field, from, begin, true);
    const WrittenValue written = writtenValue(m_text, from, field, to);
    if (written.text.isEmpty())
        return false;
    add(field, wholeName(field, written.text), {written.span.begin, m_text[end - 1].end}, written.isPlain);
    return true;
}

bool ProfileReader::readRemoval(size_t begin, size_t end, const QString &field)
{
    const bool canBeEmpty = field == QLatin1String("phone") || field == QLatin1String("company") ||
                            field == QLatin1String("address");
    const Sentence &sentence = sentenceOf(begin);
    const bool isBefore = stands(WordKind::Removal, begin - std::min(begin - sentence.begin, fillers), begin);
    const size_t reach =
        m_text.words().areNounsCapital() ? sentence.end : std::min(sentence.end, end + fillers);
    const bool isBehind = stands(WordKind::Removal, end, reach);
    if (!canBeEmpty || has(field) || (!isBefore && !isBehind) ||
        stands(WordKind::Forbid, sentence.begin, begin))
        return false;
    constexpr size_t closing = 3; // "please", a point
    const bool isOwn =
        sentence.end - end <= closing || stands(WordKind::AccountNoun, end, sentence.end) || isBehind;
    add(field, {}, {m_text[begin].begin, m_text[end - 1].end}, isOwn, true);
    return true;
}

// "Call me X", "we moved to ...", "make it spanish"; "name now": only with "now" behind the value.
bool ProfileReader::readCue(size_t i, const Phrase &cue)
{
    const QString field = cue.meaning.payload.section(QLatin1Char(' '), 0, 0);
    const size_t at = i + cue.tokens;
    const Sentence &sentence = sentenceOf(i);
    if (at >= m_text.size() || stands(WordKind::Forbid, sentence.begin, i) || isOfOthers(sentence, i))
        return false;
    if (isWritten(field) && field != QLatin1String("address") && !m_text[at].isCapital &&
        !m_text.isSignOf(at, "\"'"))
        return false;
    if (cue.meaning.payload.endsWith(QLatin1String(" now"))) {
        const WrittenValue written = writtenValue(m_text, at, field, m_text.size());
        const bool isNow = m_text.phrase(written.next, WordKind::NewMark) != nullptr ||
                           m_text.phraseBefore(i, WordKind::NewMark) != nullptr; // "from now on I'm ..."
        if (written.text.isEmpty() || !isNow)
            return false;
    }
    const bool isReach = field == QLatin1String("phone") || field == QLatin1String("email"); // "call me at"
    return take(field, at, i, !isReach || sentence.isNew);
}

// Reads the value of the field at or right behind a token.
bool ProfileReader::take(const QString &field, size_t at, size_t begin, bool isExact)
{
    const size_t last = sentenceOf(at).end;
    if (isWritten(field)) {
        const WrittenValue written = writtenValue(m_text, at, field, m_text.size());
        const bool isLower = m_text.is(at, TokenKind::Word) && !m_text[at].isCapital;
        if (isLower && m_hasCapitals && field != QLatin1String("address") &&
            !m_text.phrase(at, WordKind::NameWord) && !m_text.phrase(at, WordKind::NewMark) &&
            !m_text.phrase(at, WordKind::FieldLink))
            return false; // "is spelled wrong"
        if (isLower && field != QLatin1String("company") && m_text.phrase(at, WordKind::Change))
            return false;
        const bool isOfName = field == QLatin1String("name") || field.endsWith(QLatin1String("Name"));
        if (isLower && isOfName &&
            (m_text.phrase(at, WordKind::WeakNumber) || m_text.phrase(at, WordKind::Number)))
            return false; // "my name went in with one R"
        if (isLower && (m_text.phrase(at, WordKind::Stop) || m_text.phrase(at, WordKind::Pronoun)))
            return false; // "company name is wrong", "can it be changed to that"
        const bool isOfSomebody =
            m_text.phrase(at, WordKind::Article) || m_text.phrase(at, WordKind::Possessive);
        if (isLower && isOfSomebody && field != QLatin1String("address"))
            return false; // "fix my name in your system"
        const bool isWithin = !written.replaced.isEmpty() && m_customer.name.contains(written.replaced);
        const QString whole = isWithin && field == QLatin1String("name")
                                  ? QString(m_customer.name).replace(written.replaced, written.text)
                                  : wholeName(field, written.text);
        if (!written.text.isEmpty())
            add(field, whole, {m_text[begin].begin, written.span.end}, isExact && written.isPlain);
        return !written.text.isEmpty();
    }
    const Span rest{m_text[at].begin, m_text[last - 1].end};
    const Value *best = nullptr;
    const auto from = std::ranges::lower_bound(m_read.values, rest.begin, {},
                                               [](const Value &value) { return value.span.begin; });
    for (const Value &value : std::span(from, m_read.values.end())) {
        if (!rest.covers(value.span))
            break;
        const bool isKind = (field == QLatin1String("email") && value.kind == ValueKind::Email) ||
                            (field == QLatin1String("phone") && value.kind == ValueKind::Phone) ||
                            (field == QLatin1String("language") && value.kind == ValueKind::Language);
        const bool isSame = best && bareOf(best->text) == bareOf(value.text);
        isExact = isExact && (!isKind || !best || isSame || best->role != value.role);
        if (isKind && (!best || (best->role == ValueRole::Old && value.role == ValueRole::New)))
            best = &value;
    }
    if (best) {
        constexpr qsizetype near = 24;
        add(field, best->text, {m_text[begin].begin, best->span.end},
            isExact && best->span.begin - rest.begin <= near);
        return true;
    }
    if (field != QLatin1String("phone"))
        return false;
    const WrittenValue written = writtenValue(m_text, at, field, last);
    if (!written.text.isEmpty())
        add(field, written.text, {m_text[begin].begin, written.span.end}, isExact && written.isPlain);
    return !written.text.isEmpty();
}

// "Please change ada@a.example to ada@b.example", "switch my account to French": without the word for the
// field.
void ProfileReader::readPlain(ValueKind kind, const QString &field)
{
    const Value *left = nullptr;
    const Value *come = nullptr;
    for (const Value &value : m_read.values) {
        if (value.kind != kind)
            continue;
        const bool isPresent = bareOf(value.text) == bareOf(presentOf(m_customer, field));
        if (value.role == ValueRole::Old || isPresent)
            left = &value;
        else if (value.role == ValueRole::New || kind != ValueKind::Email)
            come = &value;
    }
    if (!come)
        return;
    const auto sentence = std::ranges::find_if(m_sentences, [&](const Sentence &candidate) {
        return m_text[candidate.end - 1].end >= come->span.end;
    });
    const bool isAsked =
        sentence->isChange && !isOfOthers(*sentence, sentence->end - 1) &&
        !stands(WordKind::Forbid, sentence->begin, sentence->end) &&
        (kind != ValueKind::Language || stands(WordKind::AccountNoun, sentence->begin, sentence->end) ||
         stands(WordKind::Field, sentence->begin, sentence->end));
    // "You have no phone number of mine. Please add ...": the field stands in the sentence before.
    const Sentence &before = sentence == m_sentences.begin() ? *sentence : *std::prev(sentence);
    const bool isNumberOfAccount =
        kind == ValueKind::Phone &&
        (stands(WordKind::AccountNoun, sentence->begin, sentence->end) || namesField(before, field));
    const bool isPlain =
        kind == ValueKind::Language || come->role == ValueRole::New || left != nullptr || isNumberOfAccount;
    if (isAsked)
        add(field, come->text, come->span, isPlain);
}

// "My number is X. Scrap that, it is Y": what stands instead of it, as a guess.
void ProfileReader::takeCorrected()
{
    for (ProfileChange &change : m_changes) {
        const ValueKind kind = change.field == QLatin1String("email") ? ValueKind::Email : ValueKind::Phone;
        if (kind == ValueKind::Phone && change.field != QLatin1String("phone"))
            continue;
        const auto come = std::ranges::find(m_read.values, kind, &Value::kind);
        if (come != m_read.values.end())
            change.value = come->text;
    }
    // "... 0188, no wait, 0189 at the end": a part of a number is none; the whole is asked for.
    if (endsInPart())
        std::erase_if(m_changes,
                      [](const ProfileChange &change) { return change.field == QLatin1String("phone"); });
}

// Whether digits that are no value of their own follow a correction.
bool ProfileReader::endsInPart() const
{
    const auto correction = std::ranges::find(m_read.qualifiers, QualifierKind::Correction, &Qualifier::kind);
    for (size_t i = 0; i < m_text.size(); ++i) {
        const qsizetype begin = m_text[i].begin;
        const bool isInPhone = std::ranges::any_of(m_read.values, [&](const Value &value) {
            return value.kind == ValueKind::Phone && value.span.begin <= begin && begin < value.span.end;
        });
        if (begin >= correction->span.end && m_text.is(i, TokenKind::Digits) && !isInPhone)
            return true;
    }
    return false;
}

// "... to +1 555 0101. No, +1 555 0102 is right": of two new ones neither is sure.
bool ProfileReader::isOnlyOne(const ProfileChange &change) const
{
    if (isCorrected())
        return false;
    const ValueKind kind = change.field == QLatin1String("email") ? ValueKind::Email : ValueKind::Phone;
    if ((kind == ValueKind::Phone && change.field != QLatin1String("phone")) || change.isRemoval)
        return true;
    const QString present = bareOf(presentOf(m_customer, change.field));
    return std::ranges::none_of(m_read.values, [&](const Value &value) {
        const QString bare = bareOf(value.text);
        return value.kind == kind && value.role != ValueRole::Old && bare != present &&
               bare != bareOf(change.value);
    });
}

// A new surname keeps the first name on record.
QString ProfileReader::wholeName(const QString &field, const QString &part) const
{
    const QStringList words = m_customer.name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (part.contains(QLatin1Char(' ')) && !words.isEmpty() && part.startsWith(words.front()))
        return part;
    if (field == QLatin1String("firstName") && words.size() > 1)
        return (QStringList{part} + words.mid(1)).join(QLatin1Char(' '));
    if (field == QLatin1String("lastName") && !words.isEmpty())
        return words.front() + QLatin1Char(' ') + part;
    return part;
}

void ProfileReader::add(const QString &field, const QString &value, const Span &span, bool isExact,
                        bool isRemoval)
{
    if (isWritten(field) && m_text.words().wordOf(value.toLower(), WordKind::Pronoun))
        return; // "can it be changed to that"
    const bool isPart = field == QLatin1String("firstName") || field == QLatin1String("lastName");
    const QString whole = isPart ? QStringLiteral("name") : field;
    if (isPart && m_customer.name.isEmpty())
        isExact = false;
    if (!isRemoval && bareOf(value) == bareOf(presentOf(m_customer, whole)))
        return;
    const auto same = std::ranges::find(m_changes, whole, &ProfileChange::field);
    if (same == m_changes.end()) {
        m_changes.push_back({whole, value, isRemoval, isExact, span});
        return;
    }
    const bool isContradiction = !same->isRemoval && bareOf(same->value) != bareOf(value);
    *same = {whole, value, isRemoval,
             isContradiction ? false : isExact || (!same->isRemoval && same->isExact), span};
}

} // namespace

std::vector<ProfileChange> readProfileChanges(const QString &text, const TextValues &read,
                                              const ValueWords &words, const ProfileRecord &customer)
{
    const ScannedText scanned(text, words);
    constexpr size_t mostValues = 200; // more is no change of a profile
    if (scanned.size() == 0 || read.values.size() > mostValues)
        return {};
    std::vector<ProfileChange> changes = ProfileReader(scanned, read, customer).changes();
    if (const auto only = onlyNewContact(scanned, read, customer)) {
        if (changes.empty())
            changes.push_back(*only);
        else if (changes.size() == 1 && changes[0].field == only->field &&
                 bareOf(changes[0].value) == bareOf(only->value))
            changes[0].isExact = true;
    }
    for (ProfileChange &change : changes)
        change.isExact = change.isExact && !standsBelowName(text, change.span);
    for (ProfileChange &change : changes) { // "our new name is Alder Goods Ltd"
        const bool isFirm = change.field == QLatin1String("name") && endsInLegalForm(change.value, words);
        if (isFirm && std::ranges::count(changes, QStringLiteral("company"), &ProfileChange::field) == 0) {
            change.field = QStringLiteral("company");
            change.isExact = false;
        }
    }
    QStringList known;
    for (const ProfileChange &change : changes)
        known.append(change.field);
    auto guess = guessProfileChange(scanned, read, customer, known);
    if (changes.empty() && !(guess && guess->isExact)) {
        if (auto corrected = correctedRecord(scanned, read, customer, fieldsNamedIn(scanned)))
            guess = std::move(corrected);
    }
    const auto isThere = [&](const ProfileChange &change) {
        return bareOf(change.value) == bareOf(guess->value);
    };
    if (guess && !standsBelowName(text, guess->span) && std::ranges::none_of(changes, isThere))
        changes.push_back(*guess);
    return changes;
}

} // namespace Helmdesk
