#pragma once

#include "core/Json.h"

#include <memory>
#include <QHash>
#include <QSet>
#include <vector>

namespace Helmdesk
{

// What a word of a language says about values. The names in values.json are those of wordKindOf().
enum class WordKind {
    Idiom,      // stands for no value: "on the other hand"
    Number,     // payload: the number
    WeakNumber, // a number only before a unit: "a", "one"
    NumberJoin, // between parts of a number: "and"
    Minus,
    Currency, // payload: ISO 4217 codes that it may mean, the usual one first: "USD|CAD"
    Subunit,  // the same for the hundredth: "cents"
    Percent,
    Share,         // payload: "1/3"
    OfWhole,       // between an amount and what it is a part of: "of the"
    AfterAmount,   // a bare number before it can be an amount: "20 please"
    CurrencyLead,  // "in euros"
    OrdinalSuffix, // "nd" of "2nd"
    Ordinal,       // payload: the place; -1 is the last, 0 the middle one
    Extreme,       // payload: oldest, newest, cheapest, dearest
    Other,         // "the other one"
    All,           // payload: how many, 0 for all
    InvoiceNoun,
    NumberSign,  // "no.", "number" between the noun and the number
    Unit,        // payload: day, seat, ...; those named "any" say nothing about money
    Month,       // payload: 1 to 12
    UnsureMonth, // also a plain word: "may"
    Weekday,     // payload: 1 to 7
    Relative,    // payload: "month -1"
    Ago,         // behind a length of time
    AgoBefore,   // before it: "vor"
    DayLead,     // before a day of the month: "on the"
    MonthLead,   // before an unsure month: "in"
    CardLead,    // before four digits: "ending in"
    Article,     // "the", "my"
    Join,        // between the members of a list: "and", "as well as"
    Language,    // payload: ISO 639-1
    RoleOld,     // before a value that is left: "from"
    RoleNew,     // before the one that comes: "to"
    Range,       // between two numbers: "to"
    RangeLead,   // before them: "between"
    Or,          // between two values
    PartyLead,   // before the name of somebody else: "from"
    Possessive,  // "my" Twitter account
    AccountNoun, // payload "account": what a customer has with any company
    Qualifier,   // payload: a QualifierKind by its name
    PriceLead, // an exception where an amount follows: "should be" 39; payload "any": any value, "not" INV-7
    Field,     // payload: a field of the profile
    FieldLink, // between a field and its new value: "to"
    ItLink,    // later, for the field named before: "it should be"
    Pronoun,   // "that": a value that stands elsewhere
    WeakLink,  // the same where only "new" or "now" tells a change: "is"
    Cue,       // a value of the field follows: "call me"; payload: the field
    NewMark,   // "new", "now"
    AsField,   // between a value and its field: "as my"
    Change,    // "change", "update"
    Removal,   // "delete"
    Forbid,    // a change that is not to be made: "do not"
    Unchanged, // "stays the same"
    Stop,      // ends a written value: "please"
    NameWord,  // a small word inside names: "van"
    Abbreviation,
    Spelled, // a sign of an address in words: "dot"; payload: the sign
};

struct WordMeaning {
    WordKind kind;
    QString payload;
};

// A phrase of the language that stands in a text, as far as `tokens` reach.
struct Phrase {
    WordMeaning meaning;
    size_t tokens = 0;
};

// The words about values of one language or of several at once:
// resources/understanding/<language>/values.json over those of every language (folder "any"), names of
// currencies, languages, months and days from QLocale. A value type; immutable after loading, so any thread
// may read it.
class ValueWords
{
public:
    // `languages` are ISO 639-1 codes, the customer's own first: its forms of numbers and dates hold.
    // NotFound for a language without data; an unreadable file or an unknown name in it is an error too.
    static Result<ValueWords> load(const QStringList &languages);
    // The same words with the forms of that language first ("1.234,50", "Oktoberrechnung"); these where it is
    // none of those that were loaded.
    const ValueWords &in(const QString &language) const;

    // Meanings of phrases that begin with `token` (lower case); null when there are none.
    struct Entry {
        QStringList tokens;
        WordMeaning meaning;
    };
    const std::vector<Entry> *startingWith(const QString &token) const;
    // The meaning of one token, e.g. of a part of a compound word; null when it has none of this kind.
    const WordMeaning *wordOf(const QString &token, WordKind kind) const;

    bool isCurrencyCode(const QString &word) const { return m_currencies.contains(word); }
    QChar groupSign() const { return m_groupSign; } // "," of 1,234
    bool areNounsCapital() const { return m_areNounsCapital; }

private:
    static Result<ValueWords> loadFirst(const QStringList &languages);
    Result<> add(const Json &data);
    void addPhrase(const QString &phrase, const WordMeaning &meaning);
    void addNames(const QString &language);

    QHash<QString, std::vector<Entry>> m_entries;               // the longest first
    std::shared_ptr<const QHash<QString, ValueWords>> m_others; // by the language whose forms come first
    QSet<QString> m_currencies;
    QChar m_groupSign = QLatin1Char(',');
    bool m_areNounsCapital = false;
};

} // namespace Helmdesk
