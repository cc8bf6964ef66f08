#include "specialists/InvoiceResolver.h"

#include <algorithm>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr int duplicateWindowDays = 3;
constexpr int bookingDays = 5; // between the day of an invoice and the day on a statement

QDate issuedOn(const Json &row)
{
    return QDate::fromString(stringOr(row, "issued").left(10), Qt::ISODate);
}

Json rowsWhere(const Json &rows, const auto &predicate)
{
    Json out = Json::array();
    for (const Json &row : rows) {
        if (predicate(row))
            out.push_back(row);
    }
    return out;
}

Json oldestFirst(Json rows)
{
    std::sort(rows.begin(), rows.end(), [](const Json &a, const Json &b) {
        const auto key = [](const Json &row) {
            return std::pair(stringOr(row, "issued"), stringOr(row, "id"));
        };
        return key(a) < key(b);
    });
    return rows;
}

bool chargesTheSame(const Json &a, const Json &b)
{
    return stringOr(a, "id") != stringOr(b, "id") &&
           integerOr(a, "amount_minor", 0) == integerOr(b, "amount_minor", -1) &&
           stringOr(a, "currency") == stringOr(b, "currency") &&
           stringOr(a, "description") == stringOr(b, "description") &&
           qAbs(issuedOn(a).daysTo(issuedOn(b))) <= duplicateWindowDays;
}

Json twinsOf(const Json &row, const Json &rows)
{
    Json twins = rowsWhere(rows, [&](const Json &other) { return chargesTheSame(row, other); });
    if (!twins.empty())
        twins.push_back(row);
    return oldestFirst(std::move(twins));
}

bool hasTwin(const Json &row, const Json &rows)
{
    return std::ranges::any_of(rows, [&](const Json &other) { return chargesTheSame(row, other); });
}

ResolvedInvoice found(const Json &row, const Json &rows)
{
    return {InvoiceMatch::Found, row, Json::array(), twinsOf(row, rows), hasTwin(row, rows)};
}

ResolvedInvoice ambiguous(Json candidates)
{
    return {InvoiceMatch::Ambiguous, Json(), std::move(candidates), Json::array(), false};
}

Json pick(const Json &rows, int ordinal)
{
    const qsizetype size = static_cast<qsizetype>(rows.size());
    const qsizetype index = ordinal > 0 ? ordinal - 1 : size + ordinal;
    return index >= 0 && index < size ? rows[static_cast<size_t>(index)] : Json();
}

qint64 amountOf(const Json &row)
{
    return integerOr(row, "amount_minor", 0);
}

// The one that is the oldest, newest, cheapest or dearest of the rows; null where two share the place.
Json extremeOf(const Json &rows, Extreme extreme)
{
    if (!rows.is_array() || rows.empty() || extreme == Extreme::None)
        return {};
    const auto goesFirst = [extreme](const Json &a, const Json &b) {
        switch (extreme) {
        case Extreme::Newest: // of the same day the later number
            return std::pair(issuedOn(a), stringOr(a, "id")) > std::pair(issuedOn(b), stringOr(b, "id"));
        case Extreme::Cheapest:
            return amountOf(a) < amountOf(b);
        case Extreme::Dearest:
            return amountOf(a) > amountOf(b);
        case Extreme::Oldest:
        case Extreme::None:
            break;
        }
        return std::pair(issuedOn(a), stringOr(a, "id")) < std::pair(issuedOn(b), stringOr(b, "id"));
    };
    const Json best = *std::min_element(rows.begin(), rows.end(), goesFirst);
    const auto equals = std::count_if(rows.begin(), rows.end(), [&](const Json &row) {
        return !goesFirst(row, best) && !goesFirst(best, row);
    });
    return equals == 1 ? best : Json();
}

// "The second one" of what the last reply listed, or "the other one" than what it spoke of.
Json pickOffered(const Json &rows, const QStringList &offered, const Entities &entities)
{
    Json listed = Json::array();
    for (const QString &id : offered) {
        for (const Json &row : rows) {
            if (stringOr(row, "id") == id)
                listed.push_back(row);
        }
    }
    if (entities.extreme != Extreme::None && listed.size() > 1)
        return extremeOf(listed, entities.extreme);
    if (entities.ordinal != 0 && listed.size() > 1)
        return pick(listed, entities.ordinal);
    if (entities.notOrdinal != 0 && listed.size() == 2) {
        const Json excluded = pick(listed, entities.notOrdinal);
        return listed[0] == excluded ? listed[1] : listed[0];
    }
    if (entities.otherOne && listed.size() == 1) {
        const Json twins = rowsWhere(rows, [&](const Json &row) { return chargesTheSame(row, listed[0]); });
        if (twins.size() == 1)
            return twins[0];
        const Json others = rowsWhere(rows, [&](const Json &row) { return row != listed[0]; });
        return others.size() == 1 ? others[0] : Json();
    }
    // "I meant 20 dollars": a part of the one that was spoken of, where no invoice is of that amount.
    const bool isPart = listed.size() == 1 && entities.amounts.size() == 1 && entities.dates.empty() &&
                        !entities.otherOne && entities.ordinal == 0 &&
                        entities.amounts.front().minor < amountOf(listed[0]) &&
                        std::ranges::none_of(rows, [&](const Json &row) {
                            return amountOf(row) == entities.amounts.front().minor;
                        });
    if (isPart)
        return listed[0];
    const bool isMeant = entities.thatOne || entities.reply == Reply::Yes;
    if (isMeant && listed.size() == 1 && entities.amounts.empty() && entities.dates.empty())
        return listed[0];
    return entities.otherOne && listed.size() == 2 ? listed[1] : Json();
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text + QLatin1Char(' ')) {
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    return words;
}

// The rows whose description shares most of its telling words with the text: those that not every row has.
// All rows where none is named.
Json describedIn(const QString &text, const Json &rows)
{
    constexpr qsizetype shortest = 4;
    const QStringList said = wordsOf(text);
    std::vector<QStringList> descriptions;
    for (const Json &row : rows)
        descriptions.push_back(wordsOf(stringOr(row, "description")));
    std::vector<qsizetype> scores;
    for (const QStringList &description : descriptions) {
        qsizetype score = 0;
        for (const QString &word : description) {
            const bool isEverywhere = std::ranges::all_of(
                descriptions, [&](const QStringList &other) { return other.contains(word); });
            score += word.size() >= shortest && !isEverywhere && said.contains(word) ? 1 : 0;
        }
        scores.push_back(score);
    }
    const qsizetype best = scores.empty() ? 0 : std::ranges::max(scores);
    if (best == 0)
        return rows;
    Json out = Json::array();
    for (size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] == best)
            out.push_back(rows[i]);
    }
    return out;
}

// A receipt is for what was paid.
bool asksForReceipt(const QString &text)
{
    static const QStringList words{QStringLiteral("receipt"), QStringLiteral("receipts"),
                                   QStringLiteral("proof of payment")};
    return std::ranges::any_of(words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

Json narrowed(Json rows, const Entities &entities, const QString &text)
{
    if (asksForReceipt(text)) {
        Json paid =
            rowsWhere(rows, [](const Json &row) { return stringOr(row, "status") == QLatin1String("paid"); });
        if (!paid.empty())
            rows = std::move(paid);
    }
    for (const Money &amount : entities.amounts) {
        Json matching = rowsWhere(rows, [&](const Json &row) {
            return integerOr(row, "amount_minor", 0) == amount.minor &&
                   (amount.currency.isEmpty() || stringOr(row, "currency") == amount.currency);
        });
        if (!matching.empty())
            rows = std::move(matching);
    }
    if (!timesSideBySide(entities.dates, text).isEmpty()) { // "in October and November": of either
        Json matching = rowsWhere(rows, [&](const Json &row) {
            const QDate issued = issuedOn(row);
            return std::ranges::any_of(entities.dates, [&](const DateMention &date) {
                return issued >= date.first && issued <= date.last;
            });
        });
        if (!matching.empty())
            return matching;
    }
    for (const DateMention &date : entities.dates) {
        Json matching = rowsWhere(rows, [&](const Json &row) {
            const QDate issued = issuedOn(row);
            return issued.isValid() && issued >= date.first && issued <= date.last;
        });
        if (!matching.empty())
            rows = std::move(matching);
    }
    QString untimed = text; // a month has told the date already
    for (const DateMention &date : entities.dates)
        untimed.remove(date.text, Qt::CaseInsensitive);
    return rows.size() > 1 ? describedIn(untimed, rows) : rows;
}

// "The September invoice", "and september?", "the charge from last month": the time is that of an invoice,
// not of what happened besides.
bool isTimeOfInvoice(const QString &mention, const QString &text)
{
    static const QString thing = QStringLiteral("(?:invoices?|charges?|charged|payments?|bills?|billed|"
                                                "receipts?|fees?|debits?|ones?|paid|subscription)");
    const QString time = QRegularExpression::escape(mention);
    const QRegularExpression named(QStringLiteral("\\b%1\\b[^.?!,;\\n]{0,8}(?:\\b(?:of|from|for|in|on|dated|"
                                                  "made|issued)\\b\\s*)?%2\\b|\\b%2(?:['’]s)?\\s+"
                                                  "(?:\\w+\\s+)?%1\\b|^\\W*(?:(?:and|or|what about|how "
                                                  "about|the|for|from|in|ok|no|also)\\W+)*%2\\W*$")
                                       .arg(thing, time),
                                   QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ending(QStringLiteral("\\b") + thing + QStringLiteral("$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(mention).hasMatch() || named.match(text).hasMatch();
}

// An invoice is of a time when it was issued then, a few days earlier (as a bank sees it), or names it.
bool isOfTime(const Json &row, const DateMention &date)
{
    const QDate issued = issuedOn(row);
    const QString month = QLocale::c().monthName(date.first.month());
    return (issued <= date.last && issued.addDays(bookingDays) >= date.first) ||
           stringOr(row, "description").contains(month, Qt::CaseInsensitive);
}

bool namesTimeWithoutInvoice(const Json &rows, const Entities &entities, const QString &text)
{
    return std::ranges::any_of(entities.dates, [&](const DateMention &date) {
        return isTimeOfInvoice(date.text, text) &&
               std::ranges::none_of(rows, [&](const Json &row) { return isOfTime(row, date); });
    });
}

} // namespace

ResolvedInvoice resolveInvoice(const Json &rows, const Entities &entities, const QStringList &offered,
                               bool saysTwice, const QString &text)
{
    if (!entities.invoiceNumbers.isEmpty()) {
        Json named = rowsWhere(rows, [&](const Json &row) {
            return entities.invoiceNumbers.contains(stringOr(row, "id"), Qt::CaseInsensitive);
        });
        if (named.empty())
            return {InvoiceMatch::NotFound, Json(), Json::array(), Json::array(), false};
        if (named.size() == 1)
            return found(named[0], rows);
        named = oldestFirst(std::move(named));
        // Two named invoices that charge the same: the customer means the later one, or says which.
        if (named.size() == 2 && chargesTheSame(named[0], named[1]))
            return found(entities.ordinal != 0 ? pick(named, entities.ordinal) : named[1], rows);
        return ambiguous(std::move(named));
    }
    if (!rows.is_array() || rows.empty())
        return {InvoiceMatch::NoInvoices};
    if (const Json row = pickOffered(rows, offered, entities); !row.is_null())
        return found(row, rows);

    if (namesTimeWithoutInvoice(rows, entities, text)) {
        ResolvedInvoice none = ambiguous(oldestFirst(rows));
        none.isOfNoInvoice = true;
        return none;
    }
    // "Yes, refund that": one of those that were listed, whichever it is.
    const Json listed =
        rowsWhere(rows, [&](const Json &row) { return offered.contains(stringOr(row, "id")); });
    const bool meansListed = (entities.thatOne || entities.reply == Reply::Yes) && listed.size() > 1 &&
                             entities.dates.empty() && entities.amounts.empty() && !saysTwice;
    Json candidates = oldestFirst(narrowed(meansListed ? listed : rows, entities, text));
    if (saysTwice) {
        const Json twins = rowsWhere(candidates, [&](const Json &row) {
            return stringOr(row, "status") == QLatin1String("paid") && hasTwin(row, candidates);
        });
        if (twins.size() == 2)
            return found(entities.ordinal == 1 ? twins[0] : twins[1], rows);
        // One of the two went back already.
        const Json refunded = rowsWhere(candidates, [&](const Json &row) {
            return stringOr(row, "status") == QLatin1String("refunded") && hasTwin(row, candidates);
        });
        if (twins.size() == 1 && refunded.size() == 1)
            return found(refunded[0], rows);
    }
    if (candidates.size() == 1)
        return found(candidates[0], rows);
    const bool areTwins = candidates.size() == 2 && chargesTheSame(candidates[0], candidates[1]) &&
                          std::ranges::all_of(candidates, [](const Json &row) {
                              return stringOr(row, "status") == QLatin1String("paid");
                          });
    if (const Json row = saysTwice ? Json() : extremeOf(candidates, entities.extreme); !row.is_null())
        return found(row, rows);
    if (entities.ordinal != 0 && !saysTwice) {
        if (const Json row = pick(candidates, entities.ordinal); !row.is_null() && entities.ordinal < 0)
            return found(row, rows);
    }
    ResolvedInvoice open = ambiguous(std::move(candidates));
    if (areTwins)
        open.twins = open.candidates;
    return open;
}

Json unpaidAmong(const Json &rows)
{
    return oldestFirst(rowsWhere(rows, [](const Json &row) {
        const QString status = stringOr(row, "status");
        return status == QLatin1String("open") || status == QLatin1String("overdue");
    }));
}

} // namespace Helmdesk
