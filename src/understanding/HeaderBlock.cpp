#include "understanding/HeaderBlock.h"

#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostLines = 24;

// What the lines of a block have shown.
struct Evidence {
    int fields = 0; // lines "Name: value"
    bool hasFrom = false;
    bool hasSent = false;
    bool hasTo = false;
    bool hasSubject = false;
    bool hasAddress = false;
    bool hasBracketedAddress = false;
    bool hasDate = false;         // in any line
    bool hasDateWithTime = false; // in one line
    bool sentHoldsDate = false;
    bool fromHoldsFigures = false; // "From: 3 March": no sender
    QString sender;

    int known() const { return int(hasFrom) + int(hasSent) + int(hasTo) + int(hasSubject); }
};

void takeField(const LabelledValue &field, const UtteranceWords &words, Evidence &seen)
{
    ++seen.fields;
    const TextShape shape = shapeOf(field.value);
    seen.hasAddress = seen.hasAddress || shape.hasAddress;
    seen.hasBracketedAddress = seen.hasBracketedAddress || shape.hasBracketedAddress;
    const bool isDate = shape.hasDate && !shape.hasAddress;
    seen.hasDate = seen.hasDate || isDate;
    seen.hasDateWithTime = seen.hasDateWithTime || (isDate && shape.hasTime);
    if (seen.sender.isEmpty() && shape.hasAddress)
        seen.sender = field.value;
    const auto known = words.headerNamed(field.name);
    if (!known)
        return;
    switch (*known) {
    case HeaderField::From:
        seen.fromHoldsFigures = seen.fromHoldsFigures || (shape.digits > 0 && !shape.hasAddress);
        if (!seen.hasFrom)
            seen.sender = field.value;
        seen.hasFrom = true;
        break;
    case HeaderField::Sent:
        seen.hasSent = true;
        seen.sentHoldsDate = seen.sentHoldsDate || shape.hasDate || shape.hasTime;
        break;
    case HeaderField::To:
    case HeaderField::Copy:
        seen.hasTo = true;
        break;
    case HeaderField::Subject:
        seen.hasSubject = true;
        break;
    }
}

// By the names of its fields, where these are known.
double certaintyByNames(const Evidence &seen, bool isBelowRule)
{
    const bool hasPartner = seen.hasSent || seen.hasTo || seen.hasSubject;
    if (!seen.hasFrom || !hasPartner || seen.fromHoldsFigures)
        return seen.hasSent && seen.hasTo && seen.hasSubject && seen.sentHoldsDate ? 0.9 : 0.0;
    if (seen.hasSubject && (seen.hasSent || seen.hasTo))
        return 0.97;
    if (seen.hasAddress && (seen.hasSent || isBelowRule))
        return 0.96;
    if (seen.hasSent && (seen.hasDateWithTime || isBelowRule))
        return 0.92;
    if (seen.hasSent && seen.sentHoldsDate)
        return seen.hasTo ? 0.6 : 0.82; // a journey has a beginning, an end and a day too
    return seen.hasAddress || seen.hasSubject ? 0.7 : 0.0;
}

// In a language of which no word is known: an address as mail programs write it and a moment.
double certaintyByShape(const Evidence &seen, bool isBelowRule)
{
    if (isBelowRule && seen.fields >= 2 && (seen.hasAddress || seen.hasDateWithTime))
        return 0.92;
    if (seen.hasBracketedAddress && seen.hasDateWithTime)
        return 0.92;
    if (seen.hasBracketedAddress && seen.hasDate)
        return seen.fields >= 3 ? 0.85 : 0.7;
    return seen.hasAddress && seen.hasDateWithTime && seen.fields >= 2 ? 0.65 : 0.0;
}

// "Mara Lind <mara@lind.example>", "\"Lind, Mara\" [mailto:...]", "Mara Lind".
void readSender(const QString &value, HeaderBlock &block)
{
    block.senderAddress = firstAddress(value);
    QString name = value;
    const qsizetype bracket =
        name.indexOf(QLatin1Char('<')) >= 0 ? name.indexOf(QLatin1Char('<')) : name.indexOf(QLatin1Char('['));
    if (bracket >= 0)
        name.truncate(bracket);
    name.remove(QLatin1Char('"'));
    name = name.simplified();
    if (name != block.senderAddress)
        block.senderName = name;
}

// A long list of receivers goes on in the next line.
bool goesOn(const TextSheet &sheet, qsizetype at, const TextLine &line)
{
    const TextLine &before = sheet.line(at - 1);
    const bool isOpen = before.content.endsWith(u',') || before.content.endsWith(u';');
    const QStringView raw = sheet.raw(at);
    return !line.isBlank && (isOpen || raw.startsWith(u"  ") || raw.startsWith(u'\t') ||
                             (line.content.contains(u'@') && wordCount(line.content) <= 12));
}

// "To" alone in a line and the receiver in the next, as tables of headers become.
bool isFieldAlone(const TextSheet &sheet, const TextLine &line)
{
    return line.content.size() <= 24 && sheet.words.headerNamed(phraseKey(line.content)).has_value();
}

} // namespace

HeaderBlock readHeaderBlock(const TextSheet &sheet, qsizetype at, bool isBelowRule)
{
    HeaderBlock block;
    Evidence seen;
    const int depth = sheet.line(at).depth;
    qsizetype i = at;
    qsizetype end = at;
    for (; i < sheet.size() && i < at + mostLines; ++i) {
        const TextLine &line = sheet.line(i);
        if (line.depth != depth && !line.isBlank)
            break;
        if (line.isBlank) {
            const qsizetype next = i + 1;
            const bool isPartOfBlock = next < sheet.size() && seen.fields > 0 &&
                                       sheet.words.headerNamed(sheet.line(next).field.name).has_value();
            if (!isPartOfBlock)
                break;
            continue;
        }
        LabelledValue field = line.field;
        if (!field.name.isEmpty()) {
            if (field.value.isEmpty() && i + 1 < sheet.size() && sheet.line(i + 1).field.name.isEmpty() &&
                !sheet.line(i + 1).isBlank)
                field.value = sheet.line(++i).content;
        } else if (seen.fields > 0 && goesOn(sheet, i, line)) {
            end = i + 1;
            continue;
        } else if (seen.fields > 0 && isFieldAlone(sheet, line) && i + 1 < sheet.size()) {
            field = {phraseKey(line.content), sheet.line(++i).content};
        } else {
            break;
        }
        takeField(field, sheet.words, seen);
        end = i + 1;
    }
    if (seen.fields == 0 || (seen.fields < 2 && !isBelowRule))
        return block;
    block.end = std::min(end, sheet.size());
    block.certainty = std::max(certaintyByNames(seen, isBelowRule), certaintyByShape(seen, isBelowRule));
    if (block.certainty > 0.0)
        readSender(seen.sender, block);
    return block;
}

} // namespace Helmdesk
