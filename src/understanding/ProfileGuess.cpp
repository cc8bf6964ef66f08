#include "understanding/ProfileGuess.h"

#include "understanding/WrittenValue.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// What speaks for a group of words being the new value, and what against it. Chosen by hand; a value is asked
// about from `least` on, so that one strong sign or two weak ones are needed.
constexpr int least = 3;
constexpr int leastUnnamed = 5;     // where the field is not named
constexpr int surely = 6;           // two strong signs, where the field is named: exact
constexpr int behindLink = 3;       // "says ...", "should read ...", "I am now ..."
constexpr int likePresent = 3;      // shares a word with what is on record
constexpr int behindNew = 2;        // "new: ..."
constexpr int behindColon = 2;      // "please adapt: ..."
constexpr int ofItsForm = 2;        // an address with a comma, or with two numbers
constexpr int withLegalForm = 1;    // "... Ltd"
constexpr int behindOld = -4;       // "we were ...", "not ..."
constexpr int firstOfSentence = -2; // a capital that says nothing
constexpr size_t reach = 3;         // tokens before the value in which such a word counts

struct Candidate {
    QString text;
    Span span;
    int score = 0;
    bool isPlain = false; // it ends where a value ends
};

bool isWritten(const QString &field)
{
    return field == QLatin1String("name") || field == QLatin1String("company") ||
           field == QLatin1String("address");
}

QString presentOf(const ProfileRecord &customer, const QString &field)
{
    return field == QLatin1String("name")      ? customer.name
           : field == QLatin1String("company") ? customer.company
                                               : customer.address;
}

class Guess
{
public:
    Guess(const ScannedText &text, const TextValues &read, const ProfileRecord &customer, QString field)
        : m_text(text)
        , m_read(read)
        , m_field(std::move(field))
        , m_present(presentOf(customer, m_field))
        , m_name(customer.name)
    {
    }

    std::optional<Candidate> best() const
    {
        std::vector<Candidate> found;
        for (size_t i = 0; i < m_text.size();) {
            const auto [candidate, next] = at(i);
            if (candidate && candidate->score >= least)
                found.push_back(*candidate);
            i = next;
        }
        if (found.empty())
            return std::nullopt;
        const auto first = std::ranges::max_element(found, {}, &Candidate::score);
        const bool isPlain = std::ranges::none_of(found, [&](const Candidate &other) {
            return other.score == first->score && other.text.compare(first->text, Qt::CaseInsensitive) != 0;
        });
        return isPlain ? std::optional(*first) : std::nullopt;
    }

private:
    // The value that begins at a token, and the token to go on with.
    std::pair<std::optional<Candidate>, size_t> at(size_t i) const
    {
        if (!canBegin(i))
            return {std::nullopt, i + 1};
        const WrittenValue written = writtenValue(m_text, i, m_field, m_text.size());
        if (written.text.isEmpty() || written.next <= i)
            return {std::nullopt, i + 1};
        const bool isKnown = written.text.compare(m_present, Qt::CaseInsensitive) == 0 ||
                             m_name.split(u' ').contains(written.text, Qt::CaseInsensitive);
        const bool isOther = std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::OtherParty && qualifier.span.end <= written.span.begin &&
                   written.span.begin - qualifier.span.end <= nearTo;
        });
        // "I am Lina Voss now" tells no company, and "Ltd" alone names none.
        const QString first = m_name.section(u' ', 0, 0);
        const bool isPerson = m_field == QLatin1String("company") && !first.isEmpty() &&
                              written.text.startsWith(first + u' ', Qt::CaseInsensitive);
        const bool isFormAlone = !written.text.contains(u' ') && hasLegalForm(written);
        if (isKnown || isOther || isPerson || isFormAlone)
            return {std::nullopt, written.next};
        return {Candidate{written.text, written.span, scoreOf(i, written), written.isPlain}, written.next};
    }

    bool canBegin(size_t i) const
    {
        const bool isCut =
            i > 1 && m_text.isSign(i - 1, '.') && m_text[i - 2].isCapital && m_text.isGlued(i - 1);
        if (m_text.isSign(i + 1, ':') || isCut) // "Old: ...", the number of "Hauptstr. 5"
            return false;
        if (m_field == QLatin1String("address"))
            return m_text.is(i, TokenKind::Digits) || (m_text.is(i, TokenKind::Word) && m_text[i].isCapital);
        constexpr qsizetype shortest = 2;
        return m_text.is(i, TokenKind::Word) && m_text[i].isCapital && m_text[i].text.size() >= shortest &&
               !isOf(i, {WordKind::Field, WordKind::Change, WordKind::Pronoun, WordKind::Month,
                         WordKind::Weekday, WordKind::Cue, WordKind::NewMark, WordKind::FieldLink,
                         WordKind::WeakLink, WordKind::Possessive, WordKind::Article});
    }

    bool isOf(size_t i, std::initializer_list<WordKind> kinds) const
    {
        return std::ranges::any_of(kinds, [&](WordKind kind) { return m_text.phrase(i, kind) != nullptr; });
    }

    bool standsBefore(size_t i, std::initializer_list<WordKind> kinds, size_t within) const
    {
        for (size_t back = 0; back < within && back < i; ++back) {
            if (back > 0 && endsSentence(m_text, i - back))
                return false;
            if (std::ranges::any_of(
                    kinds, [&](WordKind kind) { return m_text.phraseBefore(i - back, kind) != nullptr; }))
                return true;
        }
        return false;
    }

    int scoreOf(size_t i, const WrittenValue &written) const
    {
        const bool isQuoted = i > 0 && m_text.isSignOf(i - 1, "\"'");
        const size_t begin = isQuoted ? i - 1 : i;
        const bool isColon = begin > 0 && m_text.isSign(begin - 1, ':');
        int score = 0;
        const bool isLinked = standsBefore(
            begin,
            {WordKind::FieldLink, WordKind::WeakLink, WordKind::ItLink, WordKind::Cue, WordKind::RoleNew}, 1);
        if (isLinked && !isColon && isOfChange(i))
            score += behindLink;
        if (isColon)
            score += behindColon;
        if (standsBefore(begin, {WordKind::NewMark}, reach))
            score += behindNew;
        if (standsBefore(begin, {WordKind::RoleOld}, isColon ? reach : 2))
            score += behindOld;
        if (isLikePresent(written.text))
            score += likePresent;
        if (m_field == QLatin1String("address"))
            score += (written.text.contains(QLatin1Char(',')) ? ofItsForm : 0) +
                     (hasTwoNumbers(written.text) ? ofItsForm : 0);
        if (m_field == QLatin1String("company") && hasLegalForm(written))
            score += withLegalForm;
        if (i == 0 || (endsSentence(m_text, i - 1) && m_field != QLatin1String("address")))
            score += firstOfSentence;
        return score;
    }

    // "I spoke to Lena": a link counts where its sentence speaks of a field or a change.
    bool isOfChange(size_t i) const
    {
        size_t from = i;
        while (from > 0 && !endsSentence(m_text, from - 1))
            --from;
        for (; from < m_text.size() && (from <= i || !endsSentence(m_text, from - 1)); ++from) {
            if (isOf(from, {WordKind::Field, WordKind::Change, WordKind::NewMark, WordKind::Cue}))
                return true;
        }
        return false;
    }

    bool hasLegalForm(const WrittenValue &written) const
    {
        return written.next > 0 && m_text.phrase(written.next - 1, WordKind::Abbreviation) != nullptr;
    }

    static bool hasTwoNumbers(const QString &value)
    {
        int numbers = 0;
        for (qsizetype i = 0; i < value.size(); ++i)
            numbers += value[i].isDigit() && (i == 0 || !value[i - 1].isDigit()) ? 1 : 0;
        return numbers > 1;
    }

    // "Brook Studios" beside "Brook Studio", "Ada Lind" beside "Ada Brook".
    bool isLikePresent(const QString &value) const
    {
        constexpr qsizetype shortest = 3;
        const QStringList words = m_present.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const QString lower = value.toLower();
        return std::ranges::any_of(
            words, [&](const QString &word) { return word.size() >= shortest && lower.contains(word); });
    }

    static constexpr qsizetype nearTo = 40; // characters between another party and its value
    const ScannedText &m_text;
    const TextValues &m_read;
    QString m_field;
    QString m_present;
    QString m_name;
};

// "ada dot lind at brook dot example".
std::optional<ProfileChange> spelledEmail(const ScannedText &text)
{
    for (size_t i = 0; i + 4 < text.size(); ++i) {
        QString address;
        size_t k = i;
        bool hasAt = false;
        int dotsBehindAt = 0;
        while (k < text.size() && (text.is(k, TokenKind::Word) || text.is(k, TokenKind::Digits))) {
            address += text.written(k, k + 1);
            const Phrase *sign = k + 1 < text.size() ? text.phrase(k + 1, WordKind::Spelled) : nullptr;
            if (sign == nullptr || k + 2 >= text.size() ||
                (sign->meaning.payload == QLatin1String("@") && hasAt))
                break;
            dotsBehindAt += hasAt ? 1 : 0;
            hasAt = hasAt || sign->meaning.payload == QLatin1String("@");
            address += sign->meaning.payload;
            k += 2;
        }
        if (hasAt && dotsBehindAt > 0)
            return ProfileChange{
                QStringLiteral("email"), address.toLower(), false, false, {text[i].begin, text[k].end}};
    }
    return std::nullopt;
}

// Letters and digits alone.
QString bareOf(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

// The only value of a kind that is not on record; null where there are several, or none.
const Value *onlyNew(const TextValues &read, ValueKind kind, const QString &present)
{
    const Value *only = nullptr;
    for (const Value &value : read.values) {
        if (value.kind != kind || value.role == ValueRole::Old || bareOf(value.text) == bareOf(present))
            continue;
        if (only != nullptr && bareOf(only->text) != bareOf(value.text))
            return nullptr;
        only = &value;
    }
    return only;
}

// Whether words of a kind stand in the sentence of a place of the text.
bool isSaidBeside(const ScannedText &text, const Span &place, std::initializer_list<WordKind> kinds)
{
    bool isSaid = false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && endsSentence(text, i - 1)) {
            if (text[i].begin > place.begin)
                return isSaid;
            isSaid = false;
        }
        isSaid = isSaid ||
                 std::ranges::any_of(kinds, [&](WordKind kind) { return text.phrase(i, kind) != nullptr; });
    }
    return isSaid;
}

// "Why is all of it in German? English, please", "that one is dead, use 07700 900 631 instead": the only
// language or number of the text that is not on record.
std::optional<ProfileChange> onlyNewDetail(const TextValues &read, const ProfileRecord &customer,
                                           bool namesPhone)
{
    const bool isUnsure = std::ranges::any_of(read.qualifiers, [](const Qualifier &qualifier) {
        return qualifier.kind == QualifierKind::OtherParty || qualifier.kind == QualifierKind::Correction;
    });
    const Value *phone = namesPhone ? onlyNew(read, ValueKind::Phone, customer.phone) : nullptr;
    const Value *language = onlyNew(read, ValueKind::Language, customer.language);
    if (isUnsure || (phone == nullptr) == (language == nullptr))
        return std::nullopt;
    const Value &value = phone != nullptr ? *phone : *language;
    if (!value.isUnderstood)
        return std::nullopt;
    return ProfileChange{phone != nullptr ? QStringLiteral("phone") : QStringLiteral("language"), value.text,
                         false, false, value.span};
}

bool speaksOfChange(const ScannedText &text)
{
    for (size_t i = 0; i < text.size(); ++i) {
        if (text.phrase(i, WordKind::Change) || text.phrase(i, WordKind::NewMark))
            return true;
    }
    return false;
}

} // namespace

// "The address stays as it is", in the sentence that begins at `i`.
static bool saysUnchanged(const ScannedText &text, size_t i)
{
    for (; i < text.size(); ++i) {
        if (text.phrase(i, WordKind::Unchanged))
            return true;
        if (endsSentence(text, i))
            return false;
    }
    return false;
}

QStringList fieldsNamedIn(const ScannedText &text)
{
    QStringList fields;
    bool isForbidden = false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (i == 0 || endsSentence(text, i - 1))
            isForbidden = saysUnchanged(text, i);
        isForbidden = isForbidden || text.phrase(i, WordKind::Forbid) != nullptr;
        const Phrase *field = text.phrase(i, WordKind::Field);
        if (field == nullptr || isForbidden)
            continue;
        const QString name = field->meaning.payload.endsWith(QLatin1String("Name")) ? QStringLiteral("name")
                                                                                    : field->meaning.payload;
        if (!fields.contains(name))
            fields.append(name);
        i += field->tokens - 1;
    }
    return fields;
}

std::optional<ProfileChange> guessProfileChange(const ScannedText &text, const TextValues &read,
                                                const ProfileRecord &customer, const QStringList &known)
{
    QStringList fields = fieldsNamedIn(text);
    erase_if(fields, [&](const QString &field) { return known.contains(field); });
    const bool isNamed = !fields.isEmpty();
    if (!isNamed && !known.isEmpty())
        return std::nullopt;
    if (!isNamed) // "it's Ada Lind now, please fix my profile"
        fields = {QStringLiteral("name"), QStringLiteral("company"), QStringLiteral("address")};
    std::optional<ProfileChange> best;
    int most = isNamed && known.isEmpty() ? least - 1 : leastUnnamed - 1;
    for (const QString &field : speaksOfChange(text) ? fields : QStringList()) {
        const auto found = isWritten(field) ? Guess(text, read, customer, field).best() : std::nullopt;
        if (!found || found->score <= most)
            continue;
        most = found->score;
        const bool isSure = isNamed && found->isPlain && found->score >= surely;
        best = ProfileChange{field, found->text, false, isSure, found->span};
    }
    if (!best && fields.contains(QStringLiteral("email")) && speaksOfChange(text))
        best = spelledEmail(text);
    return best || !known.isEmpty()
               ? best
               : onlyNewDetail(read, customer, isNamed && fields.contains(QStringLiteral("phone")));
}

std::optional<ProfileChange> onlyNewContact(const ScannedText &text, const TextValues &read,
                                            const ProfileRecord &customer)
{
    const Value *email = onlyNew(read, ValueKind::Email, customer.email);
    const Value *phone = onlyNew(read, ValueKind::Phone, customer.phone);
    const Value *value = email != nullptr ? email : phone;
    const bool isUnsure = std::ranges::any_of(read.qualifiers, [](const Qualifier &qualifier) {
        return qualifier.kind == QualifierKind::OtherParty || qualifier.kind == QualifierKind::Correction;
    });
    if (value == nullptr || (email != nullptr && phone != nullptr) || isUnsure || !value->isUnderstood)
        return std::nullopt;
    const QString field = email != nullptr ? QStringLiteral("email") : QStringLiteral("phone");
    const QStringList named = fieldsNamedIn(text);
    const bool isNamed = named == QStringList{field};
    const bool isOfAccount = named.isEmpty() && isSaidBeside(text, value->span, {WordKind::AccountNoun});
    if ((!isNamed && !isOfAccount) ||
        !isSaidBeside(text, value->span, {WordKind::Change, WordKind::NewMark, WordKind::FieldLink}) ||
        isSaidBeside(text, value->span, {WordKind::Forbid, WordKind::Removal}))
        return std::nullopt;
    return ProfileChange{field, value->text, false, true, value->span};
}

} // namespace Helmdesk
