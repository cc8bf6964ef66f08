#include "understanding/RefundExplanation.h"

#include <algorithm>
#include <iterator>

namespace Helmdesk
{

bool isOfAmount(const Value &value)
{
    return value.kind == ValueKind::Money || value.kind == ValueKind::Share ||
           (value.kind == ValueKind::Number && value.canBeAmount);
}

bool isBesideRequest(const Value &value, const RefundContext &context)
{
    return context.request && !context.request->covers(value.span);
}

// "Two identical charges", where two are the same.
bool isOfPair(const Value &value, const TextValues &read)
{
    return value.kind == ValueKind::Number && value.number.unscaled == 2 && value.number.places == 0 &&
           std::ranges::count(read.qualifiers, QualifierKind::Duplicate, &Qualifier::kind) > 0;
}

bool isMatterOfDouble(const Qualifier &part, const TextValues &read, const InvoiceRows &chosen)
{
    const bool isDouble = std::ranges::count(read.qualifiers, QualifierKind::Duplicate, &Qualifier::kind) > 0;
    return part.kind == QualifierKind::Part && isDouble && !chosen.empty() &&
           std::ranges::all_of(chosen, [&](const InvoiceRow &row) {
               return row.description.contains(part.words, Qt::CaseInsensitive);
           });
}

// The value that is named not to be meant: "keep INV-7".
const Value *excludedBy(const Qualifier &exception, const TextValues &read)
{
    const auto found = std::ranges::find_if(read.values, [&](const Value &value) {
        const bool isName =
            (value.kind == ValueKind::Invoice && value.isOwn) || value.kind == ValueKind::Date;
        TextValues alone;
        alone.qualifiers.push_back(exception);
        return isName && isExcluded(value, alone);
    });
    return found == read.values.end() ? nullptr : &*found;
}

namespace
{

// Whether the resolved arguments account for a value, or it cannot change them.
class Explanation
{
public:
    Explanation(const TextValues &read, const InvoiceRows &rows, const InvoiceChoice &choice,
                const RefundContext &context, const AmountSaid &amount)
        : m_isMoneyStated(amount.isMoneyStated)
        , m_minor(amount.minor)
        , m_read(read)
        , m_rows(rows)
        , m_choice(choice)
        , m_context(context)
    {
    }

    std::vector<LeftOver> leftOver(const std::vector<bool> &isUsed) const
    {
        std::vector<LeftOver> out;
        for (size_t i = 0; i < m_read.values.size(); ++i) {
            const Value &value = m_read.values[i];
            if (!isUsed[i] && !explains(value) && !isKept(value))
                out.push_back({value.span, value.words, nameOf(value.kind)});
        }
        for (const Qualifier &qualifier : m_read.qualifiers) {
            if (!explains(qualifier))
                out.push_back({qualifier.span, qualifier.words, nameOf(qualifier.kind)});
        }
        std::ranges::stable_sort(out, {}, [](const LeftOver &item) { return item.span.begin; });
        return out;
    }

private:
    bool isFound() const { return m_choice.match == RefundMatch::Found; }
    bool isOne() const { return isFound() && m_choice.rows.size() == 1; }
    static bool isLength(const Value &quantity)
    {
        return quantity.text == QLatin1String("day") || quantity.text == QLatin1String("week") ||
               quantity.text == QLatin1String("month") || quantity.text == QLatin1String("year");
    }
    bool isCountOfInvoices(const Value &quantity) const
    {
        const auto count = static_cast<size_t>(std::max<qint64>(0, quantity.number.unscaled));
        const auto twins = std::ranges::count(m_read.qualifiers, QualifierKind::Duplicate, &Qualifier::kind);
        return quantity.text == QLatin1String("invoice") && quantity.number.places == 0 &&
               (count == m_rows.size() || count == m_choice.rows.size() || (twins > 0 && count == 2));
    }
    // A day of something else, where the invoice is named by its number: "INV-7: we cancelled on 3 May".
    bool isStory(const Value &date) const
    {
        constexpr qsizetype gap = 12; // "INV-7 from October" is a contradiction
        const bool isInRequest = m_context.request && m_context.request->covers(date.span);
        return isFound() && m_choice.by == ChosenBy::Number && !isInRequest &&
               std::ranges::none_of(m_read.values, [&](const Value &value) {
                   return value.kind == ValueKind::Invoice &&
                          ((value.span.end <= date.span.begin && value.span.end + gap >= date.span.begin) ||
                           (date.span.end <= value.span.begin && date.span.end + gap >= value.span.begin));
               });
    }
    // "Thanks for the 30 that you returned": outside of the request, and so on record.
    bool isRefundOnRecord(const Value &value) const
    {
        return isFound() && isBesideRequest(value, m_context) &&
               std::ranges::any_of(m_choice.rows, [&](const InvoiceRow &row) {
                   return row.refundedMinor > 0 && minorOf(value, row.currency) == row.refundedMinor;
               });
    }
    // "The remaining 60", where just that is left.
    bool isRestOnRecord(const Qualifier &rest) const
    {
        constexpr qsizetype gap = 6; // "of USD"
        const InvoiceRow &one = m_choice.rows[0];
        return std::ranges::any_of(m_read.values, [&](const Value &value) {
            return value.span.begin >= rest.span.end && value.span.begin - rest.span.end <= gap &&
                   minorOf(value, one.currency) == one.leftMinor();
        });
    }
    // Two that charge the same on the same day: which of them goes back is all one.
    bool isOneOfTwins() const { return isOne() && m_choice.by == ChosenBy::Twin; }
    // A part of one invoice goes back, so that something of it is kept.
    bool isPart() const { return isOne() && m_minor && *m_minor < m_choice.rows[0].leftMinor(); }
    // The half of "keep the other half".
    bool isKept(const Value &value) const
    {
        return isPart() && std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
                   return qualifier.kind == QualifierKind::Kept && qualifier.span.covers(value.span);
               });
    }
    // "Leave the other as it is", "keep the first" where the second goes back.
    bool leavesTwin(const Qualifier &exception) const
    {
        constexpr qsizetype gap = 6;
        return isOneOfTwins() && std::ranges::any_of(m_read.values, [&](const Value &value) {
                   return (value.kind == ValueKind::Other || value.kind == ValueKind::Ordinal) &&
                          value.span.begin >= exception.span.end &&
                          value.span.begin - exception.span.end <= gap;
               });
    }
    // "35.50, NOT the full invoice".
    bool deniesWhole(const Qualifier &exception) const
    {
        constexpr qsizetype gap = 6; // "not the"
        return m_isMoneyStated && std::ranges::any_of(m_read.values, [&](const Value &value) {
                   return value.kind == ValueKind::Share && value.part == value.of &&
                          exception.span.begin <= value.span.begin &&
                          value.span.begin - exception.span.end <= gap;
               });
    }
    // "You gave me 30 already, now the rest": a sum before the rest may be one that was paid before.
    bool isOfPast() const
    {
        return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::Remainder &&
                   std::ranges::any_of(m_read.values, [&](const Value &value) {
                       return isOfAmount(value) && value.span.end <= qualifier.span.begin;
                   });
        });
    }
    // "Charged twice for INV-8, refund the second one" where INV-8 is the second of the two.
    bool isPlaceInDouble(qint64 place) const
    {
        if (!isOne() ||
            std::ranges::count(m_read.qualifiers, QualifierKind::Duplicate, &Qualifier::kind) == 0)
            return false;
        const InvoiceRow &one = m_choice.rows[0];
        InvoiceRows pair;
        std::ranges::copy_if(m_rows, std::back_inserter(pair),
                             [&](const InvoiceRow &row) { return row.id == one.id || areTwins(row, one); });
        const auto at = std::ranges::find(pair, one.id, &InvoiceRow::id) - pair.begin() + 1;
        return pair.size() == 2 && (place == at || (place == -1 && at == 2));
    }
    // Both of a double charge: one of them was owed.
    bool areOneDouble() const
    {
        return isFound() && m_choice.rows.size() == 2 && areTwins(m_choice.rows[0], m_choice.rows[1]);
    }
    bool isLeftAside(const Value &value) const
    {
        return isFound() && isExcluded(value, m_read) && (value.kind == ValueKind::Date || value.isOwn);
    }

    bool explains(const Value &value) const
    {
        const InvoiceRows &chosen = m_choice.rows;
        if (isFound() && isNaming(value) && isAccepted(value, m_read))
            return true;
        switch (value.kind) {
        case ValueKind::Language:
        case ValueKind::Phone:
        case ValueKind::Code:
            return true;
        case ValueKind::Email:
            return m_context.customerEmail.isEmpty() ||
                   value.text.compare(m_context.customerEmail, Qt::CaseInsensitive) == 0;
        case ValueKind::CardEnding:
            return value.text == m_context.cardEnding;
        case ValueKind::Currency:
            return isFound() && std::ranges::all_of(chosen, [&](const InvoiceRow &row) {
                       return value.currencies.contains(row.currency);
                   });
        case ValueKind::Date: {
            const bool isToday = value.first == m_context.today && value.last == value.first;
            return isToday || isBesideRequest(value, m_context) || isStory(value) || isLeftAside(value) ||
                   (isFound() && value.isUnderstood && !value.otherFirst.isValid() &&
                    std::ranges::any_of(chosen, [&](const InvoiceRow &row) { return isOfTime(row, value); }));
        }
        case ValueKind::Quantity:
            return value.text == QLatin1String("any") || isCountOfInvoices(value) ||
                   isBesideRequest(value, m_context) || (m_isMoneyStated && isLength(value));
        case ValueKind::Number:
            return isOfPair(value, m_read) || (isBesideRequest(value, m_context) && !value.canBeAmount) ||
                   isRefundOnRecord(value);
        case ValueKind::Ordinal: // "my last invoice INV-7" when it is
            return (isOne() && value.number.unscaled == -1 && chosen[0].id == m_rows.back().id) ||
                   isPlaceInDouble(value.number.unscaled);
        case ValueKind::Extreme:
            return isOne() && ((value.text == QLatin1String("newest") && chosen[0].id == m_rows.back().id) ||
                               (value.text == QLatin1String("oldest") && chosen[0].id == m_rows.front().id));
        case ValueKind::All:
            return isFound() && value.number.unscaled ==
                                    static_cast<qint64>(value.isUnderstood ? chosen.size() : m_rows.size());
        case ValueKind::Share:
            return value.isUnderstood && value.part == value.of; // "in full"
        case ValueKind::Invoice: // named a second time, outside of the request
            return isLeftAside(value) ||
                   (isFound() && std::ranges::any_of(chosen, [&](const InvoiceRow &row) {
                        return row.id.compare(value.text, Qt::CaseInsensitive) == 0;
                    }));
        case ValueKind::Money:
            return isRefundOnRecord(value);
        case ValueKind::Other:
            return isOneOfTwins();
        }
        return false;
    }

    bool explains(const Qualifier &qualifier) const
    {
        if (qualifier.kind == QualifierKind::Remainder && !m_isMoneyStated)
            return isOne() && m_choice.rows[0].refundedMinor > 0 && m_choice.rows[0].leftMinor() > 0;
        if (qualifier.kind == QualifierKind::Remainder)
            return isOne() && (m_choice.rows[0].refundedMinor == 0 ? !isOfPast() : isRestOnRecord(qualifier));
        if (qualifier.kind == QualifierKind::Part)
            return m_isMoneyStated || (isFound() && isMatterOfDouble(qualifier, m_read, m_choice.rows));
        if (qualifier.kind == QualifierKind::Accepted)
            return true; // what it accepts is left aside, and else it says nothing
        if (qualifier.kind == QualifierKind::Kept)
            return isPart();
        if (qualifier.kind == QualifierKind::Condition || qualifier.kind == QualifierKind::OtherParty)
            return m_context.isUncontradicted && m_context.request &&
                   !m_context.request->covers(qualifier.span);
        if (qualifier.kind == QualifierKind::Exception && (leavesTwin(qualifier) || deniesWhole(qualifier)))
            return true;
        if (qualifier.kind == QualifierKind::Exception) {
            const Value *excluded = excludedBy(qualifier, m_read);
            return isFound() && excluded && std::ranges::none_of(m_choice.rows, [&](const InvoiceRow &row) {
                       return row.id == excluded->text;
                   });
        }
        if (qualifier.kind != QualifierKind::Duplicate || areOneDouble())
            return false;
        return isFound() && std::ranges::all_of(m_choice.rows, [&](const InvoiceRow &row) {
                   return std::ranges::any_of(m_rows,
                                              [&](const InvoiceRow &other) { return areTwins(row, other); });
               });
    }

    bool m_isMoneyStated;
    std::optional<qint64> m_minor;
    const TextValues &m_read;
    const InvoiceRows &m_rows;
    const InvoiceChoice &m_choice;
    const RefundContext &m_context;
};

} // namespace

std::vector<LeftOver> leftOverOf(const TextValues &read, const InvoiceRows &rows, const InvoiceChoice &choice,
                                 const RefundContext &context, const AmountSaid &amount,
                                 const std::vector<bool> &isUsed)
{
    return Explanation(read, rows, choice, context, amount).leftOver(isUsed);
}

} // namespace Helmdesk
