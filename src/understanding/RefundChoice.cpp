#include "understanding/RefundChoice.h"

#include "understanding/ScannedText.h"

#include <algorithm>
#include <iterator>

namespace Helmdesk
{
namespace
{

constexpr size_t mostInvoices = 5;

InvoiceRows where(const InvoiceRows &rows, const auto &predicate)
{
    InvoiceRows out;
    std::ranges::copy_if(rows, std::back_inserter(out), predicate);
    return out;
}

InvoiceRows refundable(const InvoiceRows &rows)
{
    return where(rows, [](const InvoiceRow &row) { return row.isRefundable(); });
}

InvoiceRows byIds(const InvoiceRows &rows, const QStringList &ids)
{
    InvoiceRows out;
    for (const QString &id : ids) {
        const auto found = std::ranges::find(rows, id, &InvoiceRow::id);
        if (found != rows.end())
            out.push_back(*found);
    }
    return out;
}

bool isIssuedWithin(const InvoiceRow &row, const QDate &first, const QDate &last)
{
    return row.issued >= first && row.issued <= last;
}

// The chooser of one turn. Each step either decides or leaves the matter to the next.
class Chooser
{
public:
    Chooser(const QString &text, const TextValues &read, const InvoiceRows &rows,
            const RefundContext &context)
        : m_text(text)
        , m_read(read)
        , m_rows(rows)
        , m_context(context)
        , m_isUsed(read.values.size(), false)
    {
    }

    InvoiceChoice choose()
    {
        if (auto choice = byNumber())
            return *choice;
        if (m_rows.empty())
            return made(RefundMatch::NoInvoices, {}, ChosenBy::Number);
        if (auto choice = byPlace())
            return *choice;
        return byNarrowing();
    }

private:
    InvoiceChoice made(RefundMatch match, InvoiceRows rows, ChosenBy by) const
    {
        if (match == RefundMatch::Found && rows.size() > mostInvoices)
            match = RefundMatch::Ambiguous;
        return {match, std::move(rows), by, m_isUsed};
    }
    InvoiceChoice oneOf(InvoiceRows rows, ChosenBy by) const
    {
        const bool isOne = rows.size() == 1;
        return made(isOne ? RefundMatch::Found : RefundMatch::Ambiguous, std::move(rows), by);
    }
    bool has(QualifierKind kind) const
    {
        return std::ranges::any_of(m_read.qualifiers,
                                   [&](const Qualifier &qualifier) { return qualifier.kind == kind; });
    }
    void use(ValueKind kind)
    {
        for (size_t i = 0; i < m_isUsed.size(); ++i)
            m_isUsed[i] = m_isUsed[i] || m_read.values[i].kind == kind;
    }
    const Value *only(ValueKind kind) const
    {
        const Value *found = nullptr;
        for (const Value &value : m_read.values) {
            if (value.kind != kind || isAccepted(value, m_read))
                continue;
            if (found)
                return nullptr;
            found = &value;
        }
        return found;
    }

    std::optional<InvoiceChoice> byNumber();
    bool isOneList() const;
    bool isPlainList() const;
    bool isNamedInRequest(const InvoiceRow &row) const;
    bool speaksOfFewer() const;
    std::optional<InvoiceChoice> byPlace();
    std::optional<InvoiceChoice> allOf(const Value &all);
    std::optional<InvoiceChoice> otherThan();
    std::vector<const Value *> datesSideBySide() const;
    std::optional<InvoiceChoice> ofEachDate();
    std::optional<InvoiceChoice> twinsAmong(const InvoiceRows &pool, qint64 place = -1) const;
    InvoiceRows narrowedByDates(const InvoiceRows &pool, bool &isMissed);
    InvoiceRows narrowedByAmounts(const InvoiceRows &pool);
    bool isTotalSaid(const InvoiceRow &row) const;
    bool isOfAccepted(const Span &word) const;
    InvoiceRows describedAmong(const InvoiceRows &pool) const;
    InvoiceChoice byNarrowing();
    InvoiceChoice byContext(bool isDateMissed);

    const QString &m_text;
    const TextValues &m_read;
    const InvoiceRows &m_rows;
    const RefundContext &m_context;
    std::vector<bool> m_isUsed;
};

std::optional<InvoiceChoice> Chooser::byNumber()
{
    QStringList ids;
    bool isNamed = false;
    for (size_t i = 0; i < m_read.values.size(); ++i) {
        const Value &value = m_read.values[i];
        if (value.kind != ValueKind::Invoice || (isExcluded(value, m_read) && m_read.values.size() > 1))
            continue;
        isNamed = true;
        const auto row = std::ranges::find_if(m_rows, [&](const InvoiceRow &candidate) {
            return candidate.id.compare(value.text, Qt::CaseInsensitive) == 0;
        });
        if (row == m_rows.end())
            continue;
        m_isUsed[i] = true;
        if (!ids.contains(row->id))
            ids.append(row->id);
    }
    if (!isNamed)
        return std::nullopt;
    InvoiceRows named = byIds(m_rows, ids);
    if (named.empty())
        return made(RefundMatch::NotFound, refundable(m_rows), ChosenBy::Number);
    if (has(QualifierKind::Duplicate) && named.size() > 1) {
        // "Pay back INV-1, it is the same charge as INV-2": the other one is only what it is compared with.
        if (!isPlainList() && isNamedInRequest(named.front()))
            return made(RefundMatch::Found, {named.front()}, ChosenBy::Context);
        if (auto twin = twinsAmong(named))
            return twin;
    }
    if (named.size() > 1 && (!isOneList() || speaksOfFewer()))
        return made(RefundMatch::Ambiguous, std::move(named), ChosenBy::Number);
    const bool isPlain = named.size() == 1 || isPlainList();
    return made(RefundMatch::Found, std::move(named), isPlain ? ChosenBy::Number : ChosenBy::Context);
}

// "INV-1, and INV-2 of October": nothing but the words of a list between them.
bool Chooser::isPlainList() const
{
    QStringList seen;
    return std::ranges::all_of(m_read.values, [&](const Value &value) {
        if (value.kind != ValueKind::Invoice || isExcluded(value, m_read))
            return true;
        const bool isKnown = seen.contains(value.text);
        seen.append(value.text);
        return value.isListed || isKnown || seen.size() == 1;
    });
}

bool Chooser::isNamedInRequest(const InvoiceRow &row) const
{
    return m_context.request && std::ranges::any_of(m_read.values, [&](const Value &value) {
               return value.kind == ValueKind::Invoice && m_context.request->covers(value.span) &&
                      row.id.compare(value.text, Qt::CaseInsensitive) == 0;
           });
}

// "INV-1 and INV-2 are the same. Keep the first": of those named not all are meant.
bool Chooser::speaksOfFewer() const
{
    if (isPlainList() && !only(ValueKind::Ordinal))
        return false;
    return has(QualifierKind::Exception) || only(ValueKind::Other) ||
           std::ranges::any_of(m_read.values, [](const Value &value) {
               return value.kind == ValueKind::Ordinal || value.kind == ValueKind::Extreme;
           });
}

// "INV-1 (October) and INV-2", not "INV-1 is in our books. Refund INV-2": who tells of one and asks for the
// other means one of them.
bool Chooser::isOneList() const
{
    constexpr qsizetype longest = 40; // "INV-1 of 49 USD from October, and also INV-2"
    const Value *before = nullptr;
    for (const Value &value : m_read.values) {
        if (value.kind != ValueKind::Invoice || isExcluded(value, m_read))
            continue;
        const qsizetype from = before ? before->span.end : value.span.begin;
        const QString between = m_text.mid(from, value.span.begin - from);
        if (between.size() > longest || between.contains(QLatin1String(". ")) ||
            between.contains(QLatin1Char('!')) || between.contains(QLatin1Char('?')))
            return false;
        before = &value;
    }
    return true;
}

// "Both", "the second one", "the cheaper one", "the other one".
std::optional<InvoiceChoice> Chooser::byPlace()
{
    const Value *all = only(ValueKind::All);
    if (all && all->isUnderstood) {
        if (auto choice = allOf(*all))
            return choice;
    }
    const InvoiceRows listed = byIds(m_rows, m_context.offered);
    if (const Value *ordinal = only(ValueKind::Ordinal)) {
        bool isMissed = false;
        const InvoiceRows pool = listed.size() > 1 ? listed : narrowedByDates(m_rows, isMissed);
        const auto size = static_cast<qint64>(pool.size());
        const qint64 place = ordinal->number.unscaled;
        const qint64 middle = size % 2 == 0 ? -1 : size / 2;
        const qint64 index = place > 0 ? place - 1 : place == 0 ? middle : size + place;
        if (isExcluded(*ordinal, m_read)) { // "not the first one"
            use(ValueKind::Ordinal);
            return oneOf(where(pool,
                               [&](const InvoiceRow &row) {
                                   return index < 0 || index >= size ||
                                          row.id != pool[static_cast<size_t>(index)].id;
                               }),
                         ChosenBy::Ordinal);
        }
        if (has(QualifierKind::Duplicate)) { // "charged twice, refund the second one"
            use(ValueKind::Ordinal);
            if (auto twin = twinsAmong(m_rows, place))
                return twin;
        }
        const bool isOfStory = m_context.request && !m_context.request->covers(ordinal->span);
        if ((index < 0 || index >= size) && isOfStory) // "the fourth week was lost"
            return std::nullopt;
        use(ValueKind::Ordinal);
        if (index < 0 || index >= size)
            return made(RefundMatch::NotFound, pool, ChosenBy::Ordinal);
        if (place <= 0 || listed.size() > 1) // counted from the newest, or in the list that was shown
            return made(RefundMatch::Found, {pool[static_cast<size_t>(index)]}, ChosenBy::Ordinal);
        return oneOf(pool, ChosenBy::Ordinal);
    }
    if (const Value *extreme = only(ValueKind::Extreme)) {
        bool isMissed = false;
        const InvoiceRows pool = listed.size() > 1 ? listed : narrowedByDates(refundable(m_rows), isMissed);
        if (pool.empty())
            return std::nullopt;
        const bool byDay =
            extreme->text == QLatin1String("oldest") || extreme->text == QLatin1String("newest");
        const bool isLeast =
            extreme->text == QLatin1String("oldest") || extreme->text == QLatin1String("cheapest");
        const auto key = [byDay](const InvoiceRow &row) {
            return byDay ? row.issued.toJulianDay() : row.totalMinor;
        };
        const auto [least, most] = std::ranges::minmax_element(pool, {}, key);
        const qint64 wanted = key(isLeast ? *least : *most);
        use(ValueKind::Extreme);
        return oneOf(where(pool, [&](const InvoiceRow &row) { return key(row) == wanted; }),
                     ChosenBy::Extreme);
    }
    if (const Value *number = only(ValueKind::Number); number && m_read.values.size() == 1) {
        // "Number 2", where a list was shown; it may be meant otherwise, so it is no naming of its own.
        const qint64 place = number->number.places == 0 ? number->number.unscaled : 0;
        if (listed.size() > 1 && place >= 1 && place <= static_cast<qint64>(listed.size())) {
            use(ValueKind::Number);
            return made(RefundMatch::Found, {listed[static_cast<size_t>(place - 1)]}, ChosenBy::Context);
        }
    }
    return only(ValueKind::Other) ? otherThan() : std::nullopt;
}

std::optional<InvoiceChoice> Chooser::allOf(const Value &all)
{
    if (auto dates = ofEachDate()) {
        use(ValueKind::All);
        return dates;
    }
    bool isMissed = false;
    const InvoiceRows listed = refundable(byIds(m_rows, m_context.offered));
    const InvoiceRows pool =
        listed.size() > 1 ? listed : narrowedByAmounts(narrowedByDates(refundable(m_rows), isMissed));
    const qint64 count = all.number.unscaled;
    use(ValueKind::All);
    if (pool.empty() || (count > 0 && static_cast<qint64>(pool.size()) != count))
        return made(RefundMatch::Ambiguous, pool, ChosenBy::All);
    return made(RefundMatch::Found, pool, ChosenBy::All);
}

std::optional<InvoiceChoice> Chooser::otherThan()
{
    InvoiceRows listed = byIds(m_rows, m_context.offered);
    QString about = m_context.about;
    if (about.isEmpty() && listed.size() == 1)
        about = listed[0].id;
    if (about.isEmpty())
        return std::nullopt;
    use(ValueKind::Other);
    const InvoiceRows spoken = byIds(m_rows, {about});
    InvoiceRows others =
        where(m_rows, [&](const InvoiceRow &row) { return !spoken.empty() && areTwins(row, spoken[0]); });
    if (others.size() != 1) {
        others = where(listed.size() > 1 ? listed : refundable(m_rows),
                       [&](const InvoiceRow &row) { return row.id != about; });
    }
    return oneOf(std::move(others), ChosenBy::Ordinal);
}

// The longest run of times side by side: "Aug + Sept" of "I left in July, Aug + Sept were charged". Empty
// where two runs are as long.
std::vector<const Value *> Chooser::datesSideBySide() const
{
    constexpr qsizetype gap = 10; // "and the"
    std::vector<const Value *> longest;
    std::vector<const Value *> run;
    bool isOnly = true;
    const auto end = [&] {
        if (run.size() > longest.size())
            longest = run;
        else if (run.size() == longest.size() && run.size() > 1)
            isOnly = false;
        run.clear();
    };
    for (const Value &value : m_read.values) {
        if (value.kind != ValueKind::Date || isExcluded(value, m_read))
            continue;
        if (!run.empty() && value.span.begin - run.back()->span.end > gap)
            end();
        run.push_back(&value);
    }
    end();
    return isOnly ? longest : std::vector<const Value *>();
}

// "September and October": one of each.
std::optional<InvoiceChoice> Chooser::ofEachDate()
{
    const std::vector<const Value *> dates = datesSideBySide();
    if (dates.size() < 2 || has(QualifierKind::Comparison))
        return std::nullopt;
    InvoiceRows out;
    for (const Value *date : dates) {
        const InvoiceRows hits =
            refundable(where(m_rows, [&](const InvoiceRow &row) { return isOfTime(row, *date); }));
        if (hits.size() != 1 || date->otherFirst.isValid() ||
            std::ranges::count(out, hits[0].id, &InvoiceRow::id) > 0)
            return std::nullopt;
        out.push_back(hits[0]);
    }
    for (size_t i = 0; i < m_isUsed.size(); ++i)
        m_isUsed[i] = m_isUsed[i] || std::ranges::count(dates, &m_read.values[i]) > 0;
    const auto isOther = [&](const Value &value) {
        return value.kind == ValueKind::Date && std::ranges::count(dates, &value) == 0;
    };
    const bool areAll = std::ranges::none_of(m_read.values, isOther);
    return made(RefundMatch::Found, std::move(out), areAll ? ChosenBy::Date : ChosenBy::Context);
}

// Of exactly two that charge the same the later one, or the first where that is said.
std::optional<InvoiceChoice> Chooser::twinsAmong(const InvoiceRows &pool, qint64 place) const
{
    const InvoiceRows twins = where(pool, [&](const InvoiceRow &row) {
        return std::ranges::any_of(pool, [&](const InvoiceRow &other) { return areTwins(row, other); });
    });
    if (twins.size() != 2)
        return std::nullopt;
    return made(RefundMatch::Found, {place == 1 ? twins.front() : twins.back()}, ChosenBy::Twin);
}

InvoiceRows Chooser::narrowedByDates(const InvoiceRows &pool, bool &isMissed)
{
    InvoiceRows out = pool;
    for (size_t i = 0; i < m_read.values.size(); ++i) {
        const Value &value = m_read.values[i];
        if (value.kind != ValueKind::Date || !value.isUnderstood || isExcluded(value, m_read))
            continue;
        InvoiceRows hits = where(out, [&](const InvoiceRow &row) {
            return isIssuedWithin(row, value.first, value.last) ||
                   (value.otherFirst.isValid() && isIssuedWithin(row, value.otherFirst, value.otherLast));
        });
        if (hits.empty())
            hits = where(out, [&](const InvoiceRow &row) { return isOfTime(row, value); });
        if (hits.empty()) {
            isMissed = isMissed || value.first != m_context.today || value.last != m_context.today;
            continue;
        }
        m_isUsed[i] = true;
        out = std::move(hits);
    }
    return out;
}

InvoiceRows Chooser::narrowedByAmounts(const InvoiceRows &pool)
{
    InvoiceRows out = pool;
    for (const Value &value : m_read.values) {
        InvoiceRows hits =
            where(out, [&](const InvoiceRow &row) { return minorOf(value, row.currency) == row.totalMinor; });
        if (!hits.empty())
            out = std::move(hits);
    }
    return out;
}

bool Chooser::isTotalSaid(const InvoiceRow &row) const
{
    return std::ranges::any_of(m_read.values, [&](const Value &value) {
        return value.kind == ValueKind::Money && minorOf(value, row.currency) == row.totalMinor;
    });
}

// In the sentence of what is fine: "the one for the plan is right".
bool Chooser::isOfAccepted(const Span &word) const
{
    return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
        if (qualifier.kind != QualifierKind::Accepted || word.begin >= qualifier.span.begin)
            return false;
        const QString between = m_text.mid(word.end, qualifier.span.begin - word.end);
        return std::ranges::none_of(between, [](QChar c) { return QLatin1String(".,;:!?\n").contains(c); });
    });
}

// Those whose description shares most of its telling words with the text: those that not every row has. None
// where none is named.
InvoiceRows Chooser::describedAmong(const InvoiceRows &pool) const
{
    constexpr qsizetype shortest = 4;
    QSet<QString> said;
    for (const ScanToken &token : tokensOf(m_text)) {
        const Span span{token.begin, token.end};
        const bool isInValue =
            std::ranges::any_of(m_read.values, [&](const Value &value) { return value.span.covers(span); });
        if (!isInValue && token.text.size() >= shortest && !isOfAccepted(span))
            said.insert(token.text);
    }
    std::vector<QSet<QString>> described;
    for (const InvoiceRow &row : pool) {
        QSet<QString> words;
        for (const ScanToken &token : tokensOf(row.description))
            words.insert(token.text);
        described.push_back(std::move(words));
    }
    std::vector<size_t> scores(pool.size(), 0);
    for (size_t i = 0; i < pool.size(); ++i) {
        for (const QString &word : described[i]) {
            const bool isEverywhere = std::ranges::all_of(
                described, [&](const QSet<QString> &other) { return other.contains(word); });
            scores[i] += !isEverywhere && said.contains(word) ? 1 : 0;
        }
    }
    const size_t best = scores.empty() ? 0 : std::ranges::max(scores);
    InvoiceRows out;
    for (size_t i = 0; i < pool.size(); ++i) {
        if (best > 0 && scores[i] == best)
            out.push_back(pool[i]);
    }
    return out;
}

InvoiceChoice Chooser::byNarrowing()
{
    if (auto choice = ofEachDate())
        return *choice;
    ChosenBy by = ChosenBy::OnlyOne;
    bool isDateMissed = false;
    InvoiceRows pool = narrowedByDates(m_rows, isDateMissed);
    if (std::ranges::find(m_isUsed, true) != m_isUsed.end())
        by = ChosenBy::Date;
    const InvoiceRows priced = narrowedByAmounts(pool);
    if (priced.size() < pool.size()) {
        // "Refund 20 of it" with another invoice of 20: which of the two?
        const bool mayBePart =
            std::ranges::any_of(byIds(pool, {m_context.about}), [&](const InvoiceRow &row) {
                return std::ranges::find(priced, row.id, &InvoiceRow::id) == priced.end();
            });
        if (mayBePart) {
            pool = priced;
            pool.push_back(byIds(m_rows, {m_context.about})[0]);
            return made(RefundMatch::Ambiguous, std::move(pool), ChosenBy::Amount);
        }
        pool = priced;
        by = by == ChosenBy::Date ? by : ChosenBy::Amount;
    }
    if (pool.size() == 1 && by == ChosenBy::OnlyOne && isTotalSaid(pool.front()))
        by = ChosenBy::Amount;
    if (InvoiceRows described = describedAmong(pool); pool.size() > 1 && !described.empty()) {
        pool = std::move(described);
        by = by == ChosenBy::OnlyOne ? ChosenBy::Description : by;
    }
    if (pool.size() > 1) {
        if (InvoiceRows open = refundable(pool); !open.empty())
            pool = std::move(open);
    }
    if (has(QualifierKind::Duplicate) && pool.size() > 1) {
        if (auto twin = twinsAmong(pool))
            return *twin;
    }
    return by == ChosenBy::OnlyOne ? byContext(isDateMissed) : oneOf(std::move(pool), by);
}

InvoiceChoice Chooser::byContext(bool isDateMissed)
{
    InvoiceRows open = refundable(m_rows);
    if (isDateMissed)
        return made(RefundMatch::NotFound, std::move(open), ChosenBy::Date);
    if (const InvoiceRows about = byIds(m_rows, {m_context.about}); !about.empty())
        return made(RefundMatch::Found, about, ChosenBy::Context);
    if (const InvoiceRows listed = byIds(m_rows, m_context.offered); !listed.empty())
        return oneOf(listed, ChosenBy::Context);
    if (open.empty()) // nothing can be refunded: the policy says so of the one there is
        return oneOf(m_rows, ChosenBy::OnlyOne);
    return oneOf(std::move(open), ChosenBy::OnlyOne);
}

} // namespace

InvoiceChoice chooseInvoices(const QString &text, const TextValues &read, const InvoiceRows &rows,
                             const RefundContext &context)
{
    return Chooser(text, read, rows, context).choose();
}

} // namespace Helmdesk
