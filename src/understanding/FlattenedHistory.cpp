#include "understanding/FlattenedHistory.h"

#include "understanding/TextShape.h"

#include <optional>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr qsizetype shortestLine = 60;   // characters; shorter lines are lines of their own
constexpr qsizetype longestHeader = 400; // from its first field to its last

struct Field {
    qsizetype begin = 0;
    HeaderField field = HeaderField::From;
};

bool isColon(QChar c)
{
    return c == u':' || c == u'：';
}

// The names of header fields before colons, in order: of up to three words, which begin behind a blank.
std::vector<Field> fieldsIn(const QString &text, const UtteranceWords &words)
{
    constexpr qsizetype longestName = 32;
    constexpr int mostWords = 3;
    std::vector<Field> fields;
    for (qsizetype colon = 1; colon < text.size(); ++colon) {
        if (!isColon(text[colon]))
            continue;
        qsizetype begin = colon;
        for (int count = 0; count < mostWords && begin > 0 && colon - begin < longestName; ++count) {
            --begin;
            while (begin > 0 && !text[begin - 1].isSpace())
                --begin;
            const QString name = phraseKey(QStringView(text).sliced(begin, colon - begin));
            if (const auto field = words.headerNamed(name)) {
                fields.push_back({begin, *field});
                break;
            }
            while (begin > 0 && text[begin - 1].isSpace())
                --begin;
        }
    }
    return fields;
}

// Where a header begins: the sender or the day, and within reach two other fields, with an address or a
// moment.
std::optional<qsizetype> headerIn(const QString &text, const UtteranceWords &words)
{
    const std::vector<Field> fields = fieldsIn(text, words);
    for (size_t i = 0; i + 2 < fields.size(); ++i) {
        if (fields[i].field != HeaderField::From && fields[i].field != HeaderField::Sent)
            continue;
        QSet<int> kinds;
        size_t last = i;
        for (size_t k = i; k < fields.size() && fields[k].begin - fields[i].begin <= longestHeader; ++k) {
            kinds.insert(static_cast<int>(fields[k].field));
            last = k;
            if (kinds.size() >= 4)
                break;
        }
        const TextShape shape =
            shapeOf(QStringView(text).sliced(fields[i].begin, fields[last].begin - fields[i].begin));
        if (kinds.size() >= 3 && (shape.hasAddress || (shape.hasDate && shape.hasTime)))
            return fields[i].begin;
    }
    return {};
}

// Where "-----Original Message-----" begins.
std::optional<qsizetype> ruleIn(const QString &text, const UtteranceWords &words)
{
    constexpr qsizetype longestPhrase = 60;
    const QString dashes = QStringLiteral("----");
    for (qsizetype open = text.indexOf(dashes); open >= 0;) {
        qsizetype from = open;
        while (from < text.size() && text[from] == u'-')
            ++from;
        const qsizetype close = text.indexOf(dashes, from);
        if (close < 0)
            return {};
        const QString phrase =
            phraseKey(QStringView(text).sliced(from, std::min(close - from, longestPhrase)));
        if (words.originals.countIn(phrase) > 0 || words.forwards.countIn(phrase) > 0)
            return open;
        open = close;
    }
    return {};
}

// Where the sentence begins that ends with an address in brackets and soon a colon, and holds day and time.
std::optional<qsizetype> attributionIn(const QString &text)
{
    constexpr qsizetype reach = 160;
    constexpr qsizetype verb = 40; // characters between the address and the colon
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        const qsizetype length = QStringView(text).sliced(at).left(reach).indexOf(u'>');
        if (length < 0)
            continue;
        const qsizetype close = at + length;
        qsizetype colon = close + 1;
        while (colon < text.size() && colon - close <= verb && !isColon(text[colon]) && text[colon] != u'<')
            ++colon;
        if (colon >= text.size() || !isColon(text[colon]))
            continue;
        qsizetype begin = at;
        while (begin > 0 && at - begin < reach &&
               !(text[begin - 1].isSpace() && begin > 1 && QStringView(u".!?…。").contains(text[begin - 2]) &&
                 text[begin].isUpper()))
            --begin;
        const TextShape shape = shapeOf(QStringView(text).sliced(begin, close + 1 - begin));
        if (shape.hasBracketedAddress && shape.hasDate && shape.hasTime)
            return begin;
    }
    return {};
}

} // namespace

void findFlattenedHistory(TextSheet &sheet)
{
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        if (!sheet.isOwn(i) || sheet.line(i).length < shortestLine)
            continue;
        const QString text = sheet.raw(i).toString();
        std::optional<qsizetype> begin = ruleIn(text, sheet.words);
        for (const auto &found : {headerIn(text, sheet.words), attributionIn(text)}) {
            if (found && (!begin || *found < *begin))
                begin = found;
        }
        if (!begin)
            continue;
        Cut cut;
        cut.kind = ruleIn(text, sheet.words) && sheet.words.forwards.countIn(phraseKey(text)) > 0
                       ? PartKind::Forwarded
                       : PartKind::Quoted;
        cut.mark = CutMark::HeaderBlock;
        cut.certainty = 0.88;
        const QString below = text.sliced(*begin);
        cut.senderAddress = firstAddress(below);
        if (*begin == 0) {
            sheet.mark(i, sheet.size(), std::move(cut));
            return;
        }
        if (i + 1 < sheet.size())
            sheet.mark(i + 1, sheet.size(), cut);
        sheet.markInline(sheet.line(i).begin + *begin, sheet.line(i).end(), std::move(cut));
        return;
    }
}

} // namespace Helmdesk
