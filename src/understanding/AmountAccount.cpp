#include "understanding/AmountAccount.h"

#include "understanding/RefundExplanation.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr qsizetype beside = 3; // characters between "the other" and "60"

struct Mention {
    size_t at = 0; // in the values
    qint64 minor = 0;
    bool isKept = false; // "the other sixty-four is fine"
};

class Account
{
public:
    Account(const QString &text, const TextValues &read, const InvoiceRow &row, const RefundContext &context)
        : m_text(text)
        , m_read(read)
        , m_row(row)
        , m_context(context)
    {
    }

    std::optional<AmountAccount> make()
    {
        if (hasTurningWords() || !readMentions())
            return std::nullopt;
        std::vector<qint64> sums;
        for (const Mention &mention : m_mentions) {
            if (isCandidate(mention) && std::ranges::find(sums, mention.minor) == sums.end())
                sums.push_back(mention.minor);
        }
        // Of "30 came back, now the other 60" the one on record is past; so it is of "all 90, beside the 30".
        std::erase_if(sums, [&](qint64 minor) { return minor == m_row.refundedMinor && isSaidOnce(minor); });
        if (sums.size() != 1)
            return std::nullopt;
        AmountAccount account{sums.front(), std::vector<bool>(m_read.values.size(), false)};
        for (const Mention &mention : m_mentions)
            account.isExplained[mention.at] = true;
        explainOthers(account);
        return account;
    }

private:
    bool hasTurningWords() const
    {
        return std::ranges::any_of(m_read.qualifiers, [](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::Exception ||
                   qualifier.kind == QualifierKind::Difference ||
                   qualifier.kind == QualifierKind::Comparison || qualifier.kind == QualifierKind::Correction;
        });
    }
    bool isInRequest(const Value &value) const
    {
        return !m_context.request || m_context.request->covers(value.span);
    }
    // "The other 60", "the remaining 60": a sum without its currency.
    bool followsRest(const Value &value) const
    {
        const auto precedes = [&](const Span &span) {
            return value.span.begin >= span.end && value.span.begin - span.end <= beside;
        };
        return std::ranges::any_of(m_read.values,
                                   [&](const Value &other) {
                                       return other.kind == ValueKind::Other && precedes(other.span);
                                   }) ||
               std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
                   return qualifier.kind == QualifierKind::Remainder && precedes(qualifier.span);
               });
    }
    bool isKept(const Value &value) const
    {
        return std::ranges::any_of(m_read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::Kept && qualifier.span.covers(value.span);
        });
    }

    // False where one is not understood.
    bool readMentions()
    {
        for (size_t i = 0; i < m_read.values.size(); ++i) {
            const Value &value = m_read.values[i];
            const bool isRest = value.kind == ValueKind::Number && followsRest(value);
            if (!isOfAmount(value) && !isRest)
                continue;
            std::optional<qint64> minor;
            if (value.kind == ValueKind::Share) {
                // A share of the total or of what is left? And "in full" is no sum.
                if (m_row.refundedMinor != 0 || value.part == value.of || !value.isUnderstood)
                    return false;
                minor = shareOf(value, m_row.totalMinor);
            } else {
                Value sum = value;
                sum.canBeAmount = true;
                minor = minorOf(sum, m_row.currency);
            }
            if (!minor || *minor <= 0)
                return false;
            m_mentions.push_back({i, *minor, isKept(value)});
        }
        return m_mentions.size() > 1; // one alone needs no account
    }

    bool fits(qint64 other, qint64 sum) const
    {
        return other == sum || other == m_row.totalMinor || other == m_row.leftMinor() ||
               (m_row.refundedMinor > 0 && other == m_row.refundedMinor) ||
               other == m_row.leftMinor() - sum || other == m_row.totalMinor - sum ||
               isPriceOfSeveral(other, sum);
    }
    // "8 dollars a head for two people, so 16".
    bool isPriceOfSeveral(qint64 price, qint64 sum) const
    {
        return price > 0 && sum % price == 0 && std::ranges::any_of(m_read.values, [&](const Value &value) {
                   return isCount(value) && value.number.unscaled == sum / price;
               });
    }
    static bool isCount(const Value &value)
    {
        return (value.kind == ValueKind::Number || value.kind == ValueKind::Quantity) &&
               value.number.places == 0 && value.number.unscaled > 1;
    }
    bool isSaidOnce(qint64 minor) const
    {
        return std::ranges::count(m_mentions, minor, &Mention::minor) == 1;
    }
    // "Refund the 49, I used half of it": the total is what is asked for, not what the sum is taken of.
    bool isWholeAskedFor(const Mention &mention) const
    {
        return mention.minor == m_row.totalMinor && isInRequest(m_read.values[mention.at]) &&
               std::ranges::none_of(m_mentions, [&](const Mention &part) {
                   constexpr qsizetype longest = 12; // "back from the"
                   const qsizetype end = m_read.values[part.at].span.end;
                   const qsizetype gap = m_read.values[mention.at].span.begin - end;
                   const QString between = m_text.mid(end, std::max<qsizetype>(0, gap));
                   return gap > 0 && gap <= longest && !between.contains(QLatin1Char(',')) &&
                          !between.contains(QLatin1Char('.'));
               });
    }
    bool isCandidate(const Mention &mention) const
    {
        const qint64 sum = mention.minor;
        const auto isExplained = [&](const Mention &other) {
            return other.minor == sum || (fits(other.minor, sum) && !isWholeAskedFor(other));
        };
        if (mention.isKept || sum > m_row.leftMinor() || !std::ranges::all_of(m_mentions, isExplained))
            return false;
        // In the sentence of the request, or both as a share and as a sum.
        const auto isIt = [&](const Mention &other) { return other.minor == sum; };
        const bool isAsked = std::ranges::any_of(m_mentions, [&](const Mention &other) {
            return isIt(other) && isInRequest(m_read.values[other.at]);
        });
        const auto saysAs = [&](bool isShare) {
            return std::ranges::any_of(m_mentions, [&](const Mention &other) {
                return isIt(other) && (m_read.values[other.at].kind == ValueKind::Share) == isShare;
            });
        };
        return isAsked || (saysAs(true) && saysAs(false));
    }
    // "The other" of "the other 60", and the two people of "8 dollars a head".
    void explainOthers(AmountAccount &account) const
    {
        for (size_t i = 0; i < m_read.values.size(); ++i) {
            const Value &value = m_read.values[i];
            const bool isLead =
                value.kind == ValueKind::Other &&
                std::ranges::any_of(m_mentions, [&](const Mention &mention) {
                    const Span span = m_read.values[mention.at].span;
                    return span.begin >= value.span.end && span.begin - value.span.end <= beside;
                });
            const bool isCounted =
                isCount(value) && std::ranges::any_of(m_mentions, [&](const Mention &mention) {
                    return mention.at != i && mention.minor * value.number.unscaled == account.minor;
                });
            if (isLead || isCounted)
                account.isExplained[i] = true;
        }
    }

    const QString &m_text;
    const TextValues &m_read;
    const InvoiceRow &m_row;
    const RefundContext &m_context;
    std::vector<Mention> m_mentions;
};

} // namespace

std::optional<AmountAccount> accountOf(const QString &text, const TextValues &read, const InvoiceRow &row,
                                       const RefundContext &context)
{
    return Account(text, read, row, context).make();
}

} // namespace Helmdesk
