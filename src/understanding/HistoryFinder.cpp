#include "understanding/HistoryFinder.h"

#include "understanding/Attribution.h"
#include "understanding/HeaderBlock.h"
#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

constexpr double leastDoubt = 0.4; // below it nothing is cut, not even in doubt

bool isRuleChar(QChar c)
{
    return QStringView(u"-_=*~#—–―━─＿－").contains(c);
}

// Where a heading of history was found and what it says.
struct Heading {
    qsizetype begin = 0;
    qsizetype end = 0;   // the line behind it
    bool isBare = false; // only the first paragraph below it is certain not to be own
    Cut cut;
};

class HistoryReader
{
public:
    explicit HistoryReader(TextSheet &sheet)
        : m_sheet(sheet)
    {
    }

    void read()
    {
        qsizetype i = 0;
        while (i < m_sheet.size()) {
            const TextLine &line = m_sheet.line(i);
            if ((line.isBlank && !line.isQuoted()) || !m_sheet.isOpen(i))
                ++i;
            else if (line.isQuoted())
                i = markQuoted(i);
            else if (const Heading heading = headingAt(i);
                     heading.cut.certainty >= (m_sheet.isOwn(i) ? leastDoubt : certainCut))
                i = markBelow(heading);
            else
                ++i;
        }
    }

private:
    // Marks the quoted lines from `at` on; returns the line behind them.
    qsizetype markQuoted(qsizetype at)
    {
        qsizetype end = at + 1;
        for (qsizetype i = at + 1; i < m_sheet.size(); ++i) {
            const TextLine &line = m_sheet.line(i);
            if (line.isQuoted() || isWrappedRest(i))
                end = i + 1;
            else if (!line.isBlank)
                break;
        }
        Cut cut = cutInside(at, end);
        cut.mark = CutMark::QuoteMarks;
        cut.certainty = isComparison(at, end) ? 0.5 : 0.97;
        m_sheet.mark(at, end, std::move(cut));
        return end;
    }

    // The end of a quoted line that a mail program wrapped into a line of its own.
    bool isWrappedRest(qsizetype at) const
    {
        constexpr qsizetype nearlyFull = 64;
        constexpr qsizetype shortRest = 60;
        const TextLine &line = m_sheet.line(at);
        return at + 1 < m_sheet.size() && !line.isBlank && line.length <= shortRest &&
               m_sheet.line(at - 1).isQuoted() && m_sheet.line(at - 1).length >= nearlyFull &&
               m_sheet.line(at + 1).isQuoted() && line.content.front().isLower();
    }

    // "> 50 seats" alone is an amount rather than a quote.
    bool isComparison(qsizetype at, qsizetype end) const
    {
        return end == at + 1 && !m_sheet.line(at).isBlank && m_sheet.line(at).content.front().isDigit() &&
               wordCount(m_sheet.raw(at)) <= 8;
    }

    // What the quoted lines themselves say of whose they are.
    Cut cutInside(qsizetype at, qsizetype end) const
    {
        Cut cut;
        if (m_sheet.line(at).isBlank)
            return cut;
        const RuleLine rule = ruleLineOf(m_sheet.line(at).content);
        qsizetype first = at;
        if (rule.isRule && !rule.text.isEmpty()) {
            if (m_sheet.words.forwards.countIn(phraseKey(rule.text)) > 0)
                cut.kind = PartKind::Forwarded;
            first = m_sheet.nextText(at + 1);
        }
        if (first < end && !m_sheet.line(first).isBlank) {
            const HeaderBlock header = readHeaderBlock(m_sheet, first, first > at);
            if (header.certainty >= certainCut) {
                cut.senderName = header.senderName;
                cut.senderAddress = header.senderAddress;
                cut.header = header.end - at;
                if (isForwardedBySubject())
                    cut.kind = PartKind::Forwarded;
            }
        }
        return cut;
    }

    bool isForwardedBySubject() const
    {
        const LabelledValue subject = labelledValueOf(m_sheet.context.subject);
        return !subject.name.isEmpty() && m_sheet.words.forwardSubject.holds(subject.name);
    }

    Heading headingAt(qsizetype at) const
    {
        const RuleLine rule = ruleLineOf(m_sheet.line(at).content);
        if (rule.isRule)
            return headingBelowRule(at, rule);
        if (const Heading header = headerAt(at); header.cut.certainty > 0.0)
            return header;
        if (const Heading announced = announcedAt(at); announced.cut.certainty > 0.0)
            return announced;
        return attributionAt(at);
    }

    // "----- Original Message -----", "---- On Monday Mara <...> wrote ----", or a bare rule with a header.
    Heading headingBelowRule(qsizetype at, const RuleLine &rule) const
    {
        Heading heading{at, at + 1, false, {}};
        heading.cut.mark = CutMark::RuleLine;
        const qsizetype next = m_sheet.nextText(at + 1);
        const HeaderBlock header =
            next < m_sheet.size() && next <= at + 3 ? readHeaderBlock(m_sheet, next, true) : HeaderBlock();
        if (header.certainty > 0.0) {
            heading.end = header.end;
            heading.cut.senderName = header.senderName;
            heading.cut.senderAddress = header.senderAddress;
        } else if (!rule.text.isEmpty()) {
            takeAttributionBelow(heading);
        }
        if (rule.text.isEmpty()) {
            heading.cut.mark = CutMark::HeaderBlock;
            heading.cut.certainty = header.certainty;
            return withKind(heading, {});
        }
        const QString folded = phraseKey(rule.text);
        const bool isNamed =
            m_sheet.words.originals.countIn(folded) > 0 || m_sheet.words.forwards.countIn(folded) > 0;
        const Attribution inside = readAttributionText(rule.text, m_sheet.words, false);
        if (inside.certainty >= certainCut && heading.cut.senderAddress.isEmpty()) {
            heading.cut.senderName = inside.senderName;
            heading.cut.senderAddress = inside.senderAddress;
        }
        heading.cut.certainty = isNamed ? 0.97 : std::max(header.certainty, inside.certainty);
        return withKind(heading, folded);
    }

    // "----- Original Message -----" and below it "On Monday Mara <...> wrote:".
    void takeAttributionBelow(Heading &heading) const
    {
        const qsizetype first = m_sheet.nextText(heading.end);
        for (qsizetype i = first; i < std::min(first + 3, m_sheet.size()); ++i) {
            const Attribution attribution = readAttribution(m_sheet, i);
            if (attribution.certainty < certainCut || attribution.begin != first)
                continue;
            heading.end = i + 1;
            heading.cut.senderName = attribution.senderName;
            heading.cut.senderAddress = attribution.senderAddress;
            return;
        }
    }

    Heading headerAt(qsizetype at) const
    {
        const HeaderBlock header = readHeaderBlock(m_sheet, at, false);
        Heading heading{at, header.end, false, {}};
        const bool isEnd = m_sheet.nextText(header.end) >= m_sheet.size();
        if (isEnd && header.certainty < certainCut)
            return {}; // a list of values: nothing is below it
        heading.cut.mark = CutMark::HeaderBlock;
        heading.cut.certainty = header.certainty;
        heading.cut.senderName = header.senderName;
        heading.cut.senderAddress = header.senderAddress;
        return withKind(heading, {});
    }

    // "Begin forwarded message:" without dashes.
    Heading announcedAt(qsizetype at) const
    {
        constexpr qsizetype longest = 60;
        const QString &content = m_sheet.line(at).content;
        const bool isShort = content.size() <= longest && m_sheet.nextText(at + 1) < m_sheet.size();
        if (!isShort || !(content.endsWith(u':') || content.endsWith(u'：')))
            return {};
        const QString folded = phraseKey(content.chopped(1));
        if (!m_sheet.words.forwards.holds(folded) && !m_sheet.words.originals.holds(folded))
            return {};
        Heading heading{at, at + 1, false, {}};
        heading.cut.mark = CutMark::RuleLine;
        heading.cut.certainty = 0.93;
        const HeaderBlock header = readHeaderBlock(m_sheet, m_sheet.nextText(at + 1), true);
        if (header.certainty > 0.0) {
            heading.end = header.end;
            heading.cut.senderName = header.senderName;
            heading.cut.senderAddress = header.senderAddress;
        }
        return withKind(heading, folded);
    }

    Heading attributionAt(qsizetype at) const
    {
        const Attribution attribution = readAttribution(m_sheet, at);
        Heading heading{attribution.begin, at + 1, attribution.isBare, {}};
        heading.cut.mark = CutMark::Attribution;
        heading.cut.certainty = attribution.certainty;
        heading.cut.senderName = attribution.senderName;
        heading.cut.senderAddress = attribution.senderAddress;
        return withKind(heading, {});
    }

    Heading withKind(Heading heading, const QString &announcement) const
    {
        const bool isForwarded =
            (!announcement.isEmpty() && m_sheet.words.forwards.countIn(announcement) > 0) ||
            (heading.cut.mark != CutMark::Attribution && isForwardedBySubject());
        heading.cut.kind = isForwarded ? PartKind::Forwarded : PartKind::Quoted;
        return heading;
    }

    // What a heading introduces: the quoted lines below it, or everything to the end of the message.
    qsizetype markBelow(const Heading &heading)
    {
        Cut cut = heading.cut;
        cut.header = heading.end - heading.begin;
        const qsizetype next = m_sheet.nextText(heading.end);
        if (next >= m_sheet.size() || !m_sheet.line(next).isQuoted()) {
            const bool isCertain = cut.certainty >= certainCut;
            if (!isCertain || !heading.isBare) {
                m_sheet.mark(heading.begin, m_sheet.size(), std::move(cut));
                return isCertain ? m_sheet.size() : heading.end;
            }
            const qsizetype end = paragraphEnd(next);
            m_sheet.mark(heading.begin, end, cut);
            if (end < m_sheet.size() && m_sheet.isOwn(end)) {
                cut.certainty = 0.6;
                cut.header = 0;
                m_sheet.mark(end, m_sheet.size(), std::move(cut));
            }
            return end;
        }
        const qsizetype end = markQuoted(next);
        cut.certainty = std::max(cut.certainty, m_sheet.cuts.back().certainty);
        if (cut.kind == PartKind::Quoted)
            cut.kind = m_sheet.cuts.back().kind;
        m_sheet.mark(heading.begin, end, std::move(cut));
        return end;
    }

    qsizetype paragraphEnd(qsizetype at) const
    {
        while (at < m_sheet.size() && !m_sheet.line(at).isBlank)
            ++at;
        return at;
    }

    TextSheet &m_sheet;
};

} // namespace

RuleLine ruleLineOf(const QString &content)
{
    constexpr qsizetype shortest = 2;
    constexpr qsizetype longest = 160;
    if (content.size() > longest + 80)
        return {};
    qsizetype begin = 0;
    while (begin < content.size() && isRuleChar(content[begin]))
        ++begin;
    qsizetype end = content.size();
    while (end > begin && isRuleChar(content[end - 1]))
        --end;
    const QString text = content.sliced(begin, end - begin).trimmed();
    if (text.isEmpty())
        return {content.size() >= 5, {}};
    const bool isRule = begin >= shortest && content.size() - end >= shortest && text.size() <= longest;
    return {isRule, isRule ? text : QString()};
}

void findHistory(TextSheet &sheet)
{
    HistoryReader(sheet).read();
}

} // namespace Helmdesk
