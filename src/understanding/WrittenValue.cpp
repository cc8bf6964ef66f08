#include "understanding/WrittenValue.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr size_t mostTokens = 48;

struct FieldForm {
    const char *field;
    qsizetype longest; // characters
    qsizetype words;   // at most
    bool isOnLines;    // commas and line ends are part of it
};

constexpr FieldForm forms[] = {{"name", 60, 6, false},     {"firstName", 40, 3, false},
                               {"lastName", 40, 4, false}, {"company", 80, 8, false},
                               {"address", 200, 24, true}, {"phone", 30, 1, false}};

// "Nordhus AB", "Alder SE": two or three capitals behind a name in mixed case belong to it.
bool isLegalForm(const ScannedText &text, size_t i)
{
    constexpr qsizetype longest = 3;
    const auto isAllCapital = [&](size_t k) {
        const QString word = text.written(k, k + 1);
        return word.size() > 1 && word == word.toUpper();
    };
    return i > 0 && text.is(i, TokenKind::Word) && text[i].text.size() <= longest && isAllCapital(i) &&
           !isAllCapital(i - 1);
}

// "We are Alder Ltd. Our ...": behind such a form a dot before a capital ends the sentence, behind "GmbH"
// any.
bool endsBehindLegalForm(const ScannedText &text, size_t dot)
{
    const Phrase *form = text.phrase(dot - 1, WordKind::Abbreviation);
    if (form == nullptr || form->meaning.payload.isEmpty())
        return false;
    return form->meaning.payload == QLatin1String("undotted") ||
           (dot + 1 < text.size() && text[dot + 1].isCapital && !isLegalForm(text, dot + 1));
}

bool isAbbreviation(const ScannedText &text, size_t dot)
{
    constexpr qsizetype initial = 1;
    constexpr qsizetype ending = 3;
    return dot > 0 && text.isGlued(dot) && text.is(dot - 1, TokenKind::Word) &&
           !endsBehindLegalForm(text, dot) &&
           (text[dot - 1].text.size() == initial || text.phrase(dot - 1, WordKind::Abbreviation) ||
            (text.words().areNounsCapital() &&
             text.words().wordOf(text[dot - 1].text.right(ending), WordKind::Abbreviation))); // "Hauptstr."
}

bool hasBlankLineBefore(const ScannedText &text, size_t i)
{
    return i > 0 && text[i].beginsLine &&
           text.text().mid(text[i - 1].end, text[i].begin - text[i - 1].end).count(QLatin1Char('\n')) > 1;
}

bool isQuote(const ScannedText &text, size_t i)
{
    static const QString quotes = QStringLiteral("\"“”„«»‘’'");
    return text.is(i, TokenKind::Sign) && quotes.contains(text[i].text);
}

// The token at which the value ends, unless its words say so earlier.
bool ends(const ScannedText &text, size_t i, size_t from, const FieldForm &form)
{
    if (text.isSignOf(i, "!?;|()<>") || (i > from && hasBlankLineBefore(text, i)) ||
        (i > from && text[i].beginsLine && !form.isOnLines))
        return true;
    // "Phone:" or "New:" below an address
    const bool isHead =
        text.phrase(i, WordKind::Field) ||
        (text.isSign(i + 1, ':') && (text.phrase(i, WordKind::NewMark) || text.phrase(i, WordKind::RoleOld)));
    if (text[i].beginsLine && i > from && isHead)
        return true;
    if (text.isSign(i, '.'))
        return !isAbbreviation(text, i) &&
               !(text.isGlued(i + 1) && text.is(i + 1, TokenKind::Word) && text.isGlued(i));
    if (text.isSign(i, ',') && !form.isOnLines)
        return true;
    if (text.isSign(i, '-') && !text.isGlued(i))
        return true;
    return i > from && text.phrase(i, WordKind::Stop) && !(form.isOnLines && text[i].isCapital) &&
           !isLegalForm(text, i);
}

bool isSmallWord(const ScannedText &text, size_t i)
{
    return text.is(i, TokenKind::Word) && !text[i].isCapital && !text.isGlued(i);
}

// "Lena Ostrow and for tax reasons": what begins with a capital ends before a word without one, but for those
// that belong to names.
size_t endOfName(const ScannedText &text, size_t from, size_t end)
{
    if (!text[from].isCapital && !text.phrase(from, WordKind::NameWord))
        return end;
    size_t k = from + 1;
    while (k < end && (!isSmallWord(text, k) || text.phrase(k, WordKind::NameWord)))
        ++k;
    while (k > from + 1 && isSmallWord(text, k - 1))
        --k;
    return k;
}

bool accepts(const FieldForm &form, const QString &value)
{
    const bool hasLetter = std::ranges::any_of(value, [](QChar c) { return c.isLetter(); });
    const auto digits = std::ranges::count_if(value, [](QChar c) { return c.isDigit(); });
    const QLatin1String field(form.field);
    if (value.size() > form.longest || value.contains(QLatin1Char('@')) ||
        value.count(QLatin1Char(' ')) >= form.words)
        return false;
    constexpr qsizetype shortestAddress = 6;
    if (field == QLatin1String("address"))
        return hasLetter && digits > 0 && value.size() >= shortestAddress;
    return field == QLatin1String("company") ? hasLetter : hasLetter && digits == 0;
}

WrittenValue phoneAt(const ScannedText &text, size_t i, size_t limit)
{
    constexpr qsizetype shortest = 5;
    size_t next = i;
    qsizetype digits = 0;
    for (size_t k = i; k < limit && (text.is(k, TokenKind::Digits) || text.isSignOf(k, "+()-/. ")); ++k) {
        digits += text.is(k, TokenKind::Digits) ? text[k].text.size() : 0;
        next = text.is(k, TokenKind::Digits) ? k + 1 : next;
    }
    if (digits < shortest)
        return {};
    return {text.written(i, next), {}, {text[i].begin, text[next - 1].end}, next, true};
}

} // namespace

bool endsSentence(const ScannedText &text, size_t i)
{
    if (i + 1 < text.size() && text[i + 1].beginsLine)
        return true;
    if (text.isSignOf(i, "!?;"))
        return true;
    if (i > 0 && text.is(i - 1, TokenKind::Digits) && text[i - 1].beginsLine) // "1. Phone: ..."
        return false;
    return text.isSign(i, '.') && !text.isGlued(i + 1) && !isAbbreviation(text, i);
}

WrittenValue writtenValue(const ScannedText &text, size_t i, const QString &field, size_t limit)
{
    const auto *form = std::ranges::find_if(
        forms, [&](const FieldForm &entry) { return field == QLatin1String(entry.field); });
    if (form == std::end(forms))
        return {};
    limit = std::min({limit, text.size(), i + mostTokens});
    while (i < limit && (text.phrase(i, WordKind::FieldLink) || text.phrase(i, WordKind::NewMark)) &&
           !text[i].isCapital)
        ++i;
    if (field == QLatin1String("phone"))
        return phoneAt(text, i, limit);
    WrittenValue value;
    size_t end = i;
    const bool isQuoted = i < limit && isQuote(text, i);
    if (isQuoted) {
        end = ++i;
        while (end < limit && !(isQuote(text, end) && !(text.isSign(end, '\'') && text.isGlued(end + 1) &&
                                                        text.is(end + 1, TokenKind::Word))))
            ++end;
    } else {
        for (; end < limit; ++end) {
            const bool isArrow = text.isSign(end, '-') && text.isSign(end + 1, '>');
            if (isArrow || text[end].text == QStringLiteral("→")) { // "Hartwel -> Hartwell"
                value.replaced = text.written(i, end);
                i = end + (isArrow ? 2 : 1);
                end = i;
            }
            if (end >= limit || ends(text, end, i, *form))
                break;
        }
    }
    if (i >= end ||
        (text.is(i, TokenKind::Word) && text[i].text.size() == 1 && end > i + 1 && isSmallWord(text, i + 1)))
        return {}; // "I only see"
    const size_t whole = end;
    if (!isQuoted && !form->isOnLines)
        end = endOfName(text, i, end);
    while (end > i && text.is(end - 1, TokenKind::Sign) && !text.isSign(end - 1, '.'))
        --end;
    value.text = text.written(i, end);
    value.next = end;
    static const QRegularExpression lineEnd(QStringLiteral("\\s*,?\\s*\\n\\s*"));
    value.text = value.text.replace(lineEnd, QStringLiteral(", ")).simplified();
    if (i >= end || !accepts(*form, value.text))
        return {};
    value.span = {text[i].begin, text[end - 1].end};
    // A lower-case name, or words behind it that were cut off: asked about.
    const bool isName = text[i].isCapital || text.phrase(i, WordKind::NameWord);
    value.isPlain = isQuoted || form->isOnLines ||
                    (isName && (end == whole || text.phrase(end, WordKind::Stop) ||
                                text.phrase(end, WordKind::NumberJoin)));
    return value;
}

} // namespace Helmdesk
