#include "understanding/InlineQuotations.h"

#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestQuotation = 800;
constexpr qsizetype leastMaterial = 3; // words; less is a name or a label
constexpr qsizetype leastSentence = 5; // words of a quotation that is marked without a word beside it

struct Quotation {
    qsizetype begin = 0; // behind the opening mark
    qsizetype end = 0;   // of the closing mark
};

QChar closingOf(QChar open)
{
    static constexpr std::pair<char16_t, char16_t> pairs[] = {
        {u'"', u'"'},   {u'“', u'”'}, {u'„', u'“'}, {u'«', u'»'},   {u'»', u'«'}, {u'「', u'」'},
        {u'『', u'』'}, {u'‘', u'’'}, {u'‚', u'‘'}, {u'\'', u'\''}, {u'`', u'`'}, {u'＂', u'＂'}};
    for (const auto &[from, to] : pairs)
        if (open == from)
            return to;
    return {};
}

// An apostrophe inside a word opens and closes nothing.
bool isApostrophe(QStringView text, qsizetype at)
{
    return at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber() &&
           text[at + 1].isLetterOrNumber();
}

bool mayOpen(QStringView text, qsizetype at)
{
    const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
    const bool isTight = at + 1 < text.size() && (!text[at + 1].isSpace() || text[at] == u'«');
    return isTight && !before.isLetterOrNumber();
}

// Where the quotation that opens at `at` closes, or -1. A blank line ends the search.
qsizetype closeOf(QStringView text, qsizetype at)
{
    const QChar close = closingOf(text[at]);
    const qsizetype limit = std::min(text.size(), at + longestQuotation);
    for (qsizetype i = at + 1; i < limit; ++i) {
        if (text[i] == u'\n' && i + 1 < limit && text[i + 1] == u'\n')
            return -1;
        const bool isClose =
            text[i] == close || (close == u'”' && text[i] == u'"') || (text[at] == u'„' && text[i] == u'”');
        if (isClose && !isApostrophe(text, i) && i > at + 1)
            return i;
    }
    return -1;
}

bool isSentenceEnd(QChar c)
{
    return QStringView(u".!?。！？…").contains(c);
}

void sortByPlace(std::vector<InlineCut> &cuts)
{
    std::sort(cuts.begin(), cuts.end(),
              [](const InlineCut &a, const InlineCut &b) { return a.begin < b.begin; });
}

class QuotationReader
{
public:
    explicit QuotationReader(TextSheet &sheet)
        : m_sheet(sheet)
        , m_text(sheet.source)
        , m_comments(sheet.inlineCuts)
    {
        sortByPlace(m_comments);
    }

    void read()
    {
        for (qsizetype line = 0; line < m_sheet.size(); ++line) {
            if (!m_sheet.isOwn(line))
                continue;
            const std::size_t before = m_found.size();
            qsizetype at = std::max(m_sheet.line(line).begin, m_readTo);
            for (; at < m_sheet.line(line).end(); ++at) {
                if (closingOf(m_text[at]).isNull() || isApostrophe(m_text, at) || !mayOpen(m_text, at))
                    continue;
                const qsizetype close = closeOf(m_text, at);
                if (close < 0)
                    continue;
                m_found.push_back({at + 1, close});
                at = close;
                m_readTo = close + 1;
            }
            if (m_found.size() == before)
                readTask(m_sheet.line(line).begin, m_sheet.line(line).end());
        }
        for (const Quotation &quotation : m_found)
            judge(quotation);
    }

private:
    // "Translate into German: my password has expired": what follows on the line is the material.
    void readTask(qsizetype begin, qsizetype end)
    {
        constexpr qsizetype longestHead = 8; // words
        const QStringView line = m_text.sliced(begin, end - begin);
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1 || colon + 1 >= line.size() || !line[colon + 1].isSpace())
            return;
        qsizetype from = colon;
        while (from > 0 && !(isSentenceEnd(line[from - 1]) && line[from].isSpace()))
            --from;
        const QStringView head = line.sliced(from, colon - from);
        const QStringView material = line.sliced(colon + 1).trimmed();
        if (wordCount(head) > longestHead || wordCount(material) < leastMaterial ||
            m_sheet.words.tasks.countIn(phraseKey(head)) == 0)
            return;
        Cut cut;
        cut.kind = PartKind::Pasted;
        cut.mark = CutMark::Task;
        cut.certainty = 0.9;
        const qsizetype at = material.data() - m_text.data();
        if (!isCovered({at, at + material.size()}))
            m_sheet.markInline(at, at + material.size(), std::move(cut));
    }

    // The words of the same sentence around the quotation, on its lines.
    QString carrierOf(const Quotation &quotation) const
    {
        constexpr qsizetype reach = 160;
        qsizetype begin = quotation.begin - 1;
        while (begin > 0 && quotation.begin - begin < reach && m_text[begin - 1] != u'\n' &&
               !(isSentenceEnd(m_text[begin - 1]) && m_text[begin].isSpace()))
            --begin;
        qsizetype end = quotation.end + 1;
        while (end < m_text.size() && end - quotation.end < reach && m_text[end] != u'\n' &&
               !(isSentenceEnd(m_text[end - 1]) && m_text[end].isSpace()))
            ++end;
        return phraseKey(m_text.sliced(begin, quotation.begin - 1 - begin)) + u' ' +
               phraseKey(m_text.sliced(quotation.end + 1, std::max<qsizetype>(0, end - quotation.end - 1)));
    }

    // The three words directly before the opening mark.
    QString leadOf(const Quotation &quotation) const
    {
        qsizetype begin = quotation.begin - 1;
        int blanks = 0;
        while (begin > 0 && m_text[begin - 1] != u'\n' && blanks < 4) {
            --begin;
            blanks += m_text[begin].isSpace() ? 1 : 0;
        }
        return phraseKey(m_text.sliced(begin, quotation.begin - 1 - begin));
    }

    void judge(const Quotation &quotation)
    {
        const QStringView inside = m_text.sliced(quotation.begin, quotation.end - quotation.begin);
        const qsizetype words = wordCount(inside);
        if (words < leastMaterial || isCovered(quotation))
            return;
        const bool isTask = m_sheet.words.tasks.countIn(carrierOf(quotation)) > 0;
        const bool isSaid = m_sheet.words.attributions.countIn(leadOf(quotation)) > 0;
        const bool isSentence = words >= leastSentence && isSentenceEnd(inside.trimmed().back());
        Cut cut;
        cut.kind = PartKind::Pasted;
        cut.mark = CutMark::Quotation;
        cut.certainty = isTask || isSaid ? 0.9 : isSentence ? 0.6 : 0.0;
        const QStringView material = inside.trimmed();
        const qsizetype begin = quotation.begin + (material.data() - inside.data());
        if (cut.certainty > 0.0)
            m_sheet.markInline(begin, begin + material.size(), std::move(cut));
    }

    // Whether it stands in a comment, or a comment in it.
    bool isCovered(const Quotation &quotation) const
    {
        const auto next = std::partition_point(m_comments.begin(), m_comments.end(),
                                               [&](const InlineCut &c) { return c.end <= quotation.begin; });
        return next != m_comments.end() && next->begin < quotation.end;
    }

    TextSheet &m_sheet;
    QStringView m_text;
    std::vector<InlineCut> m_comments; // in order
    qsizetype m_readTo = 0;
    std::vector<Quotation> m_found;
};

} // namespace

void findQuotations(TextSheet &sheet)
{
    QuotationReader(sheet).read();
    sortByPlace(sheet.inlineCuts);
}

} // namespace Helmdesk
