#include "understanding/RefundArguments.h"

#include "understanding/AmountAccount.h"
#include "understanding/InvoiceNaming.h"
#include "understanding/RefundExplanation.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// What the words say about how much of the chosen invoices goes back, and which values that explains.
class AmountReader
{
public:
    AmountReader(const QString &text, const TextValues &read, const InvoiceRows &chosen,
                 const RefundContext &context, std::vector<bool> &isUsed)
        : m_text(text)
        , m_read(read)
        , m_chosen(chosen)
        , m_context(context)
        , m_isUsed(isUsed)
    {
    }

    // For one invoice; for several only all of each.
    std::optional<qint64> amountOf(const InvoiceRow &row)
    {
        useTotals();
        std::vector<size_t> amounts;
        for (size_t i = 0; i < m_read.values.size(); ++i) {
            if (isOfAmount(m_read.values[i]) && !isDeniedWhole(i))
                addUnlessRepeated(i, amounts);
        }
        if (has(QualifierKind::Comparison))
            return std::nullopt;
        if (!isDifferenceElsewhere()) // "I owe 12. You took 31. Please return the difference"
            keepThoseAskedFor(amounts);
        keepThatOfInvoice(row, amounts);
        if (has(QualifierKind::Difference)) {
            if (const auto named = namedDifference(row, amounts))
                return named;
        }
        if (saysException() || has(QualifierKind::Difference))
            return difference(row, amounts);
        if (const auto rest = restBesidePast(row, amounts))
            return rest;
        std::erase_if(amounts, [&](size_t i) { return m_isUsed[i] && !isWhole(i, row); });
        if (amounts.empty()) {
            const bool isAll = row.leftMinor() > 0 && !has(QualifierKind::Part) && !hasUnexplainedNumber();
            return isAll ? std::optional(row.leftMinor()) : std::nullopt;
        }
        if (m_chosen.size() > 1)
            return std::ranges::all_of(amounts, [&](size_t i) { return m_isUsed[i] || isFull(i); })
                       ? std::optional(row.leftMinor())
                       : std::nullopt;
        if (amounts.size() == 2 && isPartOfWhole(amounts[0], amounts[1], row)) // "20 of the 49 USD"
            amounts.pop_back();
        std::optional<qint64> amount = stated(row, amounts[0]);
        for (const size_t other : amounts) { // "a third, that is 13 euros"
            if (stated(row, other) != amount || !amount) {
                for (const size_t i : amounts)
                    m_isUsed[i] = false;
                return std::nullopt;
            }
        }
        return amount;
    }

    // A sum of money that can be paid says how much, whatever the part it is for.
    bool isMoneyStated() const { return m_isMoneyStated; }

private:
    // Sums in the sentence of the request are those that it is about; the others tell a story, which is left
    // over where nothing explains it.
    void keepThoseAskedFor(std::vector<size_t> &amounts)
    {
        m_isSumAsked = m_context.request && std::ranges::any_of(amounts, [&](size_t i) {
                           return m_context.request->covers(value(i).span);
                       });
        if (m_isSumAsked)
            std::erase_if(amounts, [&](size_t i) { return !m_context.request->covers(value(i).span); });
    }
    // "12 dollars of INV-7, we agreed on 37": of several sums that beside the invoice. A guess only, as the
    // others are left over.
    void keepThatOfInvoice(const InvoiceRow &row, std::vector<size_t> &amounts) const
    {
        constexpr qsizetype gap = 12; // "of invoice"
        const auto isBeside = [&](size_t i) {
            return value(i).kind == ValueKind::Money && !isWhole(i, row) &&
                   std::ranges::any_of(m_read.values, [&](const Value &invoice) {
                       return invoice.kind == ValueKind::Invoice && invoice.isOwn &&
                              invoice.span.begin >= value(i).span.end &&
                              invoice.span.begin - value(i).span.end <= gap;
                   });
        };
        if (amounts.size() > 1 && std::ranges::count_if(amounts, isBeside) == 1 && m_chosen.size() == 1)
            std::erase_if(amounts, [&](size_t i) { return !isBeside(i); });
    }
    // "Not the full invoice", where a sum says how much.
    bool isDeniedWhole(size_t i) const
    {
        constexpr qsizetype gap = 6; // "not the"
        return isFull(i) && std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
                   return qualifier.kind == QualifierKind::Exception &&
                          qualifier.span.begin <= value(i).span.begin &&
                          value(i).span.begin - qualifier.span.end <= gap;
               });
    }
    bool counts(const Qualifier &qualifier) const
    {
        return !(m_isSumAsked || asksForRest()) || m_context.request->covers(qualifier.span);
    }
    bool asksForRest() const
    {
        return m_context.request && std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
                   return qualifier.kind == QualifierKind::Remainder &&
                          m_context.request->covers(qualifier.span);
               });
    }
    bool saysException() const
    {
        return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::Exception && counts(qualifier) &&
                   !excludedBy(qualifier, m_read) && standsBeforeAmount(qualifier);
        });
    }
    // "Keep 10", not "10 back, keep the rest".
    bool standsBeforeAmount(const Qualifier &exception) const
    {
        constexpr qsizetype gap = 24; // "should have been only"
        return std::ranges::any_of(m_read.values, [&](const Value &value) {
            const bool isWhole = value.kind == ValueKind::Share && value.part == value.of;
            return isOfAmount(value) && !isWhole && value.span.begin >= exception.span.end &&
                   value.span.begin - exception.span.end <= gap;
        });
    }
    // The difference is asked for in another sentence than the one taken for the request.
    bool isDifferenceElsewhere() const
    {
        return m_context.request && speaksOf(QualifierKind::Difference) &&
               std::ranges::none_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
                   return qualifier.kind == QualifierKind::Difference &&
                          m_context.request->covers(qualifier.span);
               });
    }
    bool speaksOf(QualifierKind kind) const // anywhere
    {
        return std::ranges::count(m_read.qualifiers, kind, &Qualifier::kind) > 0;
    }
    bool has(QualifierKind kind) const
    {
        return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == kind && counts(qualifier) &&
                   !isMatterOfDouble(qualifier, m_read, m_chosen);
        });
    }
    const Value &value(size_t i) const { return m_read.values[i]; }
    bool isWhole(size_t i, const InvoiceRow &row) const
    {
        return minorOf(value(i), row.currency) == row.totalMinor;
    }
    bool isFull(size_t i) const { return value(i).kind == ValueKind::Share && value(i).part == value(i).of; }

    // An amount equal to the total of a chosen invoice, or to the sum of all, names it.
    void useTotals()
    {
        qint64 sum = 0;
        for (const InvoiceRow &row : m_chosen)
            sum += row.leftMinor();
        for (size_t i = 0; i < m_isUsed.size(); ++i) {
            for (const InvoiceRow &row : m_chosen) {
                const auto minor = minorOf(value(i), row.currency);
                if (minor && *minor > 0 &&
                    (*minor == row.totalMinor || (m_chosen.size() > 1 && *minor == sum)))
                    m_isUsed[i] = true;
            }
        }
    }
    bool isSame(size_t i, size_t k) const
    {
        const Value &a = value(i);
        const Value &b = value(k);
        return a.kind == b.kind && a.isUnderstood && b.isUnderstood &&
               a.number.unscaled == b.number.unscaled && a.number.places == b.number.places &&
               a.currencies == b.currencies && a.part == b.part && a.of == b.of && a.isSubunit == b.isSubunit;
    }
    // Of two that are the same that in the sentence of the request counts.
    void addUnlessRepeated(size_t i, std::vector<size_t> &amounts) const
    {
        const auto same = std::ranges::find_if(amounts, [&](size_t k) { return isSame(i, k); });
        if (same == amounts.end())
            amounts.push_back(i);
        else if (isBesideRequest(value(*same), m_context))
            *same = i;
    }
    bool hasUnexplainedNumber() const
    {
        return std::ranges::any_of(m_read.values, [&](const Value &value) {
            return !isBesideRequest(value, m_context) && !isOfPair(value, m_read) &&
                   ((value.kind == ValueKind::Number && !value.canBeAmount) ||
                    (value.kind == ValueKind::Quantity && value.text != QLatin1String("any") &&
                     value.text != QLatin1String("invoice")));
        });
    }
    // Only little words between the part and the whole.
    bool isPartOfWhole(size_t part, size_t whole, const InvoiceRow &row) const
    {
        constexpr qsizetype longest = 12;
        const qsizetype gap = value(whole).span.begin - value(part).span.end;
        const QString between = m_text.mid(value(part).span.end, std::max<qsizetype>(0, gap));
        return isWhole(whole, row) && gap > 0 && gap <= longest && !between.contains(QLatin1Char(',')) &&
               !between.contains(QLatin1Char('.')) && !isWhole(part, row);
    }
    std::optional<qint64> stated(const InvoiceRow &row, size_t i)
    {
        const bool isBare = value(i).kind == ValueKind::Number; // "2 of 5 seats" are no dollars
        if (isBare && (has(QualifierKind::Part) || hasUnexplainedNumber()))
            return std::nullopt;
        std::optional<qint64> minor;
        if (value(i).kind != ValueKind::Share)
            minor = minorOf(value(i), row.currency);
        else if (isFull(i))
            minor = row.leftMinor();
        else if (row.refundedMinor == 0) // a share of the total or of what is left?
            minor = shareOf(value(i), row.totalMinor);
        if (minor == row.totalMinor && row.refundedMinor > 0)
            return std::nullopt;
        const bool isPayable = minor && *minor > 0 && *minor <= row.leftMinor();
        for (size_t k = 0; k < m_isUsed.size(); ++k) {
            if (k == i || (isOfAmount(value(k)) && isSame(i, k)))
                m_isUsed[k] = isPayable && (isWhole(i, row) || !isBesideRequest(value(i), m_context));
        }
        const bool isSure = value(i).kind == ValueKind::Money ||
                            (value(i).kind == ValueKind::Share && !has(QualifierKind::Part) && !isFull(i));
        m_isMoneyStated = m_isMoneyStated || (m_isUsed[i] && isSure);
        return isPayable ? minor : std::nullopt;
    }
    // "The difference of 30", "10 euros difference".
    bool isDifferenceItself(size_t i) const
    {
        constexpr qsizetype gap = 6;
        return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::Difference &&
                   (qAbs(value(i).span.begin - qualifier.span.end) <= gap ||
                    qAbs(qualifier.span.begin - value(i).span.end) <= gap);
        });
    }
    // "12.50 too much. Refund USD 12.50": one sum alone, named as the difference.
    std::optional<qint64> namedDifference(const InvoiceRow &row, const std::vector<size_t> &amounts)
    {
        std::optional<qint64> sum;
        bool isNamed = false;
        for (size_t i = 0; i < m_read.values.size(); ++i) {
            if ((value(i).kind != ValueKind::Money && value(i).kind != ValueKind::Number) ||
                (m_isSumAsked && !m_context.request->covers(value(i).span)))
                continue;
            Value sumOfMoney = value(i);
            sumOfMoney.canBeAmount = true; // "12.50 too much"
            const auto minor = minorOf(sumOfMoney, row.currency);
            if (!isDifferenceItself(i) && std::ranges::count(amounts, i) == 0 && minor != sum)
                continue;
            if (!minor || (sum && *minor != *sum) || m_chosen.size() > 1)
                return std::nullopt;
            sum = minor;
            isNamed = isNamed || isDifferenceItself(i);
        }
        if (!isNamed || !sum || *sum <= 0 || *sum > row.leftMinor())
            return std::nullopt;
        return sum; // the words of the difference stay left over: asked about
    }
    // "You gave back 30 already, now the remaining 60": a sum of the past beside the rest. A guess only.
    std::optional<qint64> restBesidePast(const InvoiceRow &row, const std::vector<size_t> &amounts) const
    {
        const bool isOfPast = row.refundedMinor > 0 && std::ranges::any_of(amounts, [&](size_t i) {
                                  return minorOf(value(i), row.currency) == row.refundedMinor;
                              });
        const bool isRest =
            isOfPast && speaksOf(QualifierKind::Remainder) && m_chosen.size() == 1 &&
            std::ranges::all_of(amounts, [&](size_t i) {
                const auto minor = minorOf(value(i), row.currency);
                return minor == row.refundedMinor || minor == row.leftMinor() || minor == row.totalMinor;
            });
        return isRest ? std::optional(row.leftMinor()) : std::nullopt;
    }
    // "Keep 10", "except 15": the rest of it. "90 instead of 40": what lies between. A guess only.
    std::optional<qint64> difference(const InvoiceRow &row, const std::vector<size_t> &amounts) const
    {
        std::vector<qint64> minors;
        for (const size_t i : amounts) {
            const auto minor = minorOf(value(i), row.currency);
            if (!minor || *minor <= 0 || m_chosen.size() > 1)
                return std::nullopt;
            minors.push_back(*minor);
        }
        qint64 guess = 0;
        if (minors.size() == 1)
            guess = isDifferenceItself(amounts[0]) ? minors[0] : row.leftMinor() - minors[0];
        else if (minors.size() == 2)
            guess = qAbs(minors[0] - minors[1]);
        return guess > 0 && guess <= row.leftMinor() ? std::optional(guess) : std::nullopt;
    }

    const QString &m_text;
    const TextValues &m_read;
    const InvoiceRows &m_chosen;
    const RefundContext &m_context;
    std::vector<bool> &m_isUsed;
    bool m_isMoneyStated = false;
    bool m_isSumAsked = false; // in the sentence of the request
};

// More is for a person; so the reading stays linear too.
constexpr size_t mostMentions = 200;

RefundReading unreadable(const QString &text, const InvoiceRows &own)
{
    constexpr qsizetype shown = 80;
    RefundReading reading;
    reading.match = own.empty() ? RefundMatch::NoInvoices : RefundMatch::Ambiguous;
    for (const InvoiceRow &row : own)
        reading.candidates.append(row.id);
    reading.leftOver.push_back({{0, text.size()}, text.left(shown), QStringLiteral("all")});
    return reading;
}

// Of two that charge the same on the same day, both paid and nothing of them given back, either is right.
bool isEitherOfTwins(const InvoiceChoice &choice, const InvoiceRows &own)
{
    const InvoiceRow &one = choice.rows.front();
    const auto isWhole = [](const InvoiceRow &row) { return row.isRefundable() && row.refundedMinor == 0; };
    return isWhole(one) && std::ranges::any_of(own, [&](const InvoiceRow &other) {
               return areTwins(one, other) && one.issued == other.issued && isWhole(other);
           });
}

bool isOwnNaming(const InvoiceChoice &choice, const InvoiceRows &own)
{
    if (choice.by == ChosenBy::Twin)
        return isEitherOfTwins(choice, own);
    return choice.by != ChosenBy::OnlyOne && choice.by != ChosenBy::Context;
}

// Where all that is said of money agrees to one sum, that one.
void useAccount(const QString &text, const TextValues &read, const InvoiceRow &row,
                const RefundContext &context, ChosenInvoice &chosen, std::vector<bool> &isUsed,
                AmountSaid &said)
{
    if (const auto account = accountOf(text, read, row, context)) {
        chosen.amountMinor = account->minor;
        said.isMoneyStated = true;
        for (size_t i = 0; i < isUsed.size(); ++i)
            isUsed[i] = isUsed[i] || account->isExplained[i];
    }
    said.minor = chosen.amountMinor;
}

} // namespace

QString nameOf(ChosenBy by)
{
    static const QStringList names{QStringLiteral("number"),  QStringLiteral("date"),
                                   QStringLiteral("amount"),  QStringLiteral("ordinal"),
                                   QStringLiteral("extreme"), QStringLiteral("description"),
                                   QStringLiteral("all"),     QStringLiteral("onlyOne"),
                                   QStringLiteral("context"), QStringLiteral("twin")};
    return names.value(static_cast<qsizetype>(by));
}

RefundReading readRefund(const QString &text, const TextValues &read, const Json &rows,
                         const RefundContext &context)
{
    const InvoiceRows own = invoiceRows(rows);
    if (read.values.size() > mostMentions || read.qualifiers.size() > mostMentions)
        return unreadable(text, own);
    const InvoiceNaming naming(read, context);
    const InvoiceChoice choice = chooseInvoices(text, naming.read(), own, context);
    RefundReading reading;
    reading.match = choice.match;
    std::vector<bool> isUsed = naming.spread(choice.isUsed, read.values.size());
    AmountSaid said;
    if (choice.match != RefundMatch::Found) {
        for (const InvoiceRow &row : choice.rows)
            reading.candidates.append(row.id);
    } else {
        AmountReader amounts(text, read, choice.rows, context, isUsed);
        for (const InvoiceRow &row : choice.rows)
            reading.invoices.push_back(
                {row.id, amounts.amountOf(row), row.currency, row.leftMinor(), choice.by});
        said.isMoneyStated = amounts.isMoneyStated();
        if (reading.invoices.size() == 1)
            useAccount(text, read, choice.rows.front(), context, reading.invoices.front(), isUsed, said);
    }
    reading.leftOver = leftOverOf(read, own, choice, context, said, isUsed);
    reading.isExact =
        choice.match == RefundMatch::Found && isOwnNaming(choice, own) && reading.leftOver.empty() &&
        std::ranges::all_of(reading.invoices,
                            [](const ChosenInvoice &invoice) { return invoice.amountMinor.has_value(); });
    return reading;
}

} // namespace Helmdesk
