#include "understanding/RecordCorrection.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace Helmdesk
{
namespace
{

constexpr qsizetype shortestDigits = 2;
constexpr qsizetype shortestWord = 3; // and code
constexpr qsizetype longestPart = 24;
constexpr qsizetype nearTo = 90;  // characters from the old part to the new one
constexpr qsizetype leadIn = 24;  // before the first of them, in which a word may tell which comes
constexpr size_t mostParts = 400; // of a text; a longer one puts no part of a detail right

// A run of letters and digits between blanks, without the signs around it.
struct Part {
    QString text;
    Span span;
};

std::vector<Part> partsOf(const QString &text)
{
    std::vector<Part> parts;
    for (qsizetype i = 0; i < text.size();) {
        if (!text[i].isLetterOrNumber()) {
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < text.size() && text[end].isLetterOrNumber())
            ++end;
        parts.push_back({text.mid(i, end - i), {i, end}});
        i = end;
    }
    return parts;
}

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

bool isDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

// Levenshtein's distance; parts are short.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0]++;
        for (qsizetype k = 0; k < b.size(); ++k) {
            const auto at = static_cast<size_t>(k);
            const qsizetype changed = diagonal + (a[i].toLower() == b[k].toLower() ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({changed, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row.back();
}

// Two numbers of about the same length, or two codes or words of which most is the same.
bool looksLike(const QString &come, const QString &left)
{
    if (come.size() > longestPart || left.size() > longestPart ||
        come.compare(left, Qt::CaseInsensitive) == 0 || hasDigit(come) != hasDigit(left))
        return false;
    if (isDigits(come) || isDigits(left))
        return isDigits(come) && isDigits(left) && qAbs(come.size() - left.size()) <= 1;
    if (come.size() < shortestWord || left.size() < shortestWord || (!hasDigit(left) && !come[0].isUpper()))
        return false;
    const qsizetype most = hasDigit(left) ? 2 : left.size() / 3; // two that were swapped are two
    return distance(come, left) <= most;
}

QString digitsOf(const QString &text)
{
    QString out;
    std::ranges::copy_if(text, std::back_inserter(out), [](QChar c) { return c.isDigit(); });
    return out;
}

// A detail with one part of it replaced.
struct Correction {
    QString field;
    QString value;
    Span span;
};

void add(std::vector<Correction> &found, Correction correction)
{
    const bool isKnown = std::ranges::any_of(found, [&](const Correction &other) {
        return other.field == correction.field && other.value == correction.value;
    });
    if (!isKnown)
        found.push_back(std::move(correction));
}

Span spanOf(const Part &a, const Part &b)
{
    return {std::min(a.span.begin, b.span.begin), std::max(a.span.end, b.span.end)};
}

// Where `part` stands in a detail, once and as a run of its own; nothing else.
std::optional<Span> placeIn(const std::vector<Part> &record, const QString &part)
{
    const auto is = [&](const Part &own) { return own.text.compare(part, Qt::CaseInsensitive) == 0; };
    if (std::ranges::count_if(record, is) != 1)
        return std::nullopt;
    return std::ranges::find_if(record, is)->span;
}

// The parts of a text and the pairs of them of which one may come instead of the other.
class Said
{
public:
    Said(const ScannedText &text, const TextValues &read)
        : m_text(text)
        , m_parts(partsOf(text.text()))
    {
        std::erase_if(m_parts, [&](const Part &part) { return isOfValue(part, read); });
    }

    bool isTooMuch() const { return m_parts.size() > mostParts; }
    const std::vector<Part> &parts() const { return m_parts; }

    // One of the two is told to be the old one or the new one.
    bool areLinked(const Part &a, const Part &b) const
    {
        const Span whole = spanOf(a, b);
        if (whole.end - whole.begin > nearTo)
            return false;
        for (size_t i = 0; i < m_text.size() && m_text[i].begin < whole.end; ++i) {
            const bool isLink = m_text.phrase(i, WordKind::RoleOld) || m_text.phrase(i, WordKind::ItLink) ||
                                m_text.phrase(i, WordKind::PriceLead) || m_text.phrase(i, WordKind::NewMark);
            if (isLink && m_text[i].begin + leadIn >= whole.begin)
                return true;
        }
        return false;
    }

    // "Not 7XQ": what is told to be the old one comes nowhere.
    bool isToldOld(const Part &part) const
    {
        constexpr qsizetype gap = 8; // "not LN5"
        for (size_t i = 0; i < m_text.size() && m_text[i].begin < part.span.begin; ++i) {
            const Phrase *old = m_text.phrase(i, WordKind::RoleOld);
            const qsizetype end = old ? m_text[i + old->tokens - 1].end : -1;
            if (old && end <= part.span.begin && part.span.begin - end <= gap)
                return true;
        }
        return false;
    }

private:
    // A whole address or number, a sum, a day: none of them is a part of a detail.
    static bool isOfValue(const Part &part, const TextValues &read)
    {
        return std::ranges::any_of(read.values, [&](const Value &value) {
            const bool isWhole = value.kind == ValueKind::Phone || value.kind == ValueKind::Email ||
                                 value.kind == ValueKind::Money || value.kind == ValueKind::Invoice ||
                                 value.kind == ValueKind::Date || value.kind == ValueKind::Share;
            return isWhole && value.span.covers(part.span);
        });
    }

    const ScannedText &m_text;
    std::vector<Part> m_parts;
};

void correctWritten(const QString &field, const QString &present, const Said &said,
                    std::vector<Correction> &found)
{
    const std::vector<Part> record = partsOf(present);
    for (const Part &left : said.parts()) {
        const auto place = placeIn(record, left.text);
        if (!place)
            continue;
        for (const Part &come : said.parts()) {
            if (!looksLike(come.text, left.text) || placeIn(record, come.text) ||
                !said.areLinked(left, come) || said.isToldOld(come))
                continue;
            QString value = present;
            value.replace(place->begin, place->end - place->begin, come.text);
            add(found, {field, value, spanOf(left, come)});
        }
    }
}

// The last digits of a telephone number: those of an extension, or two that were mixed up.
void correctPhone(const QString &present, const Said &said, std::vector<Correction> &found)
{
    const QString digits = digitsOf(present);
    for (const Part &left : said.parts()) {
        if (!isDigits(left.text) || left.text.size() < shortestDigits || left.text.size() >= digits.size() ||
            !digits.endsWith(left.text))
            continue;
        for (const Part &come : said.parts()) {
            if (come.text.size() != left.text.size() || !looksLike(come.text, left.text) ||
                !said.areLinked(left, come) || said.isToldOld(come))
                continue;
            QString value = present;
            for (qsizetype k = left.text.size(), at = value.size(); k > 0;) {
                if (value[--at].isDigit())
                    value[at] = come.text[--k];
            }
            add(found, {QStringLiteral("phone"), value, spanOf(left, come)});
        }
    }
}

} // namespace

std::optional<ProfileChange> correctedRecord(const ScannedText &text, const TextValues &read,
                                             const ProfileRecord &customer, const QStringList &fields)
{
    const Said said(text, read);
    if (said.isTooMuch())
        return std::nullopt;
    std::vector<Correction> found;
    const auto isMeant = [&](const QString &field) { return fields.isEmpty() || fields.contains(field); };
    const std::pair<QString, QString> written[] = {{QStringLiteral("name"), customer.name},
                                                   {QStringLiteral("company"), customer.company},
                                                   {QStringLiteral("address"), customer.address}};
    for (const auto &[field, present] : written) {
        if (isMeant(field))
            correctWritten(field, present, said, found);
    }
    if (isMeant(QStringLiteral("phone")))
        correctPhone(customer.phone, said, found);
    if (found.size() != 1)
        return std::nullopt;
    return ProfileChange{found[0].field, found[0].value, false, false, found[0].span};
}

} // namespace Helmdesk
