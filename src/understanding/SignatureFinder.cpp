#include "understanding/SignatureFinder.h"

#include "understanding/HistoryFinder.h"
#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestSignature = 14; // lines with text
constexpr qsizetype longestLine = 90;
constexpr qsizetype longestLegal = 60; // lines

// What a line could be at the end of a letter.
enum class LineKind {
    Contact,  // telephone, address of mail or web, "Phone: ..."
    Name,     // names and titles: short, mostly capitals or of a script without them
    Sentence, // something that is said
};

bool endsAsSentence(const QString &content)
{
    return QStringView(u".!?…。？！:：").contains(content.back());
}

// A mark of a question at the end of a word, not inside an address of the web.
bool isQuestion(const QString &content)
{
    for (qsizetype i = 0; i < content.size(); ++i) {
        const bool isMark = content[i] == u'?' || content[i] == u'？' || content[i] == QChar(0x061f);
        if (isMark && (i + 1 == content.size() || !content[i + 1].isLetterOrNumber()))
            return true;
    }
    return false;
}

// At least half of its longer words begin with a capital or hold figures.
bool isTitleCase(const QString &content)
{
    int words = 0;
    int high = 0;
    for (const QString &word : content.split(u' ', Qt::SkipEmptyParts)) {
        const QChar first = word.front();
        if (word.size() <= 3 && first.isLower())
            continue; // "of", "and", "van"
        ++words;
        high += first.isLower() ? 0 : 1;
    }
    return words > 0 && high * 3 >= words * 2;
}

bool isWithoutCase(const QString &content)
{
    return std::none_of(content.begin(), content.end(), [](QChar c) { return c.isUpper() || c.isLower(); });
}

bool holdsWebAddress(const QString &content)
{
    return content.contains(QLatin1String("www."), Qt::CaseInsensitive) ||
           content.contains(QLatin1String("://"));
}

class SignatureReader
{
public:
    explicit SignatureReader(TextSheet &sheet)
        : m_sheet(sheet)
    {
    }

    // The own lines [from, to). `isAfterText`: own text stands above them.
    void read(qsizetype from, qsizetype to, bool isAfterText)
    {
        m_from = from;
        m_isAfterText = isAfterText;
        qsizetype end = to;
        for (bool isCut = true; isCut;) {
            end = trimmed(end);
            const qsizetype before = end;
            end = cutFooter(end);
            end = cutLegal(end);
            isCut = end < before;
        }
        if (end <= m_from)
            return;
        const qsizetype letter = trimmed(cutBelowDashes(end));
        if (!cutBelowClosing(letter) && letter == end)
            cutNameBlock(end);
    }

private:
    const QString &content(qsizetype at) const { return m_sheet.line(at).content; }
    bool isBlank(qsizetype at) const { return m_sheet.line(at).isBlank; }

    qsizetype trimmed(qsizetype end) const
    {
        while (end > m_from && isBlank(end - 1))
            --end;
        return end;
    }

    bool hasTextBefore(qsizetype at) const { return m_isAfterText || trimmed(at) > m_from; }

    void cut(qsizetype from, qsizetype to, PartKind kind, CutMark mark, double certainty)
    {
        Cut made;
        made.kind = kind;
        made.mark = mark;
        made.certainty = certainty;
        m_sheet.mark(from, to, std::move(made));
    }

    LineKind kindOf(qsizetype at) const
    {
        const QString &text = content(at);
        const LabelledValue &field = m_sheet.line(at).field;
        if (!field.name.isEmpty() && m_sheet.words.labels.holds(field.name))
            return LineKind::Contact;
        const bool isShort = text.size() <= longestLine;
        if (isShort && wordCount(text) <= 14 &&
            (holdsPhoneNumber(text) || shapeOf(text).hasAddress || holdsWebAddress(text)))
            return isTitleCase(text) || isWithoutCase(text) || startsWithLabel(text) || wordCount(text) <= 5
                       ? LineKind::Contact
                       : LineKind::Sentence;
        if (!isShort || isQuestion(text) || wordCount(text) > 12)
            return LineKind::Sentence;
        if (isWithoutCase(text))
            return text.size() <= 24 && !endsAsSentence(text) ? LineKind::Name : LineKind::Sentence;
        const bool isSaid = endsAsSentence(text) && (text.back() != u'.' || wordCount(text) > 5);
        return isTitleCase(text) && !isSaid ? LineKind::Name : LineKind::Sentence;
    }

    bool startsWithLabel(const QString &text) const
    {
        qsizetype end = 0;
        while (end < text.size() && text[end].isLetter())
            ++end;
        return end > 0 && m_sheet.words.labels.holds(text.left(end).toLower());
    }

    qsizetype cutFooter(qsizetype end)
    {
        constexpr qsizetype longest = 100; // with a link
        constexpr qsizetype mostWords = 7; // of a footer that ends as a sentence does
        if (end <= m_from || content(end - 1).size() > longest || wordCount(content(end - 1)) > 14 ||
            (endsAsSentence(content(end - 1)) && wordCount(content(end - 1)) > mostWords) ||
            !hasTextBefore(end - 1) || !m_sheet.words.footers.begins(phraseKey(content(end - 1))))
            return end;
        // A question behind it is mostly an advertisement, and may be the writer's.
        cut(end - 1, end, PartKind::Signature, CutMark::Footer, isQuestion(content(end - 1)) ? 0.6 : 0.95);
        return end - 1;
    }

    // The last paragraphs that read like legal texts: three phrases of such are proof, two leave a doubt.
    qsizetype cutLegal(const qsizetype from)
    {
        qsizetype end = from;
        if (end <= m_from)
            return from;
        if (ruleLineOf(content(end - 1)).isRule)
            --end; // the frame around the text
        qsizetype begin = end;
        while (begin > m_from && end - begin < longestLegal && !isBlank(begin - 1) &&
               !ruleLineOf(content(begin - 1)).isRule)
            --begin;
        const int phrases = hasTextBefore(begin) ? legalPhrases(begin, end) : 0;
        if (phrases < 2)
            return from;
        if (begin > m_from && ruleLineOf(content(begin - 1)).isRule)
            --begin;
        cut(begin, from, PartKind::Disclaimer, CutMark::Legal, phrases > 2 ? 0.92 : 0.6);
        return begin;
    }

    static bool isDashLine(QStringView raw)
    {
        const QStringView line = raw.trimmed();
        return line == u"--" || line == u"—" || line == u"---" || line == u"–" || line == u"- -" ||
               line == u"__";
    }

    struct DashLines {
        qsizetype last = -1;
        int count = 0;
        bool isLine = false; // drawn across the page: it parts many things
    };

    // Short dashes where there are any, else lines across the page.
    DashLines dashLines(qsizetype end) const
    {
        DashLines dashes;
        DashLines lines;
        lines.isLine = true;
        for (qsizetype i = m_from; i < end; ++i) {
            const RuleLine rule = ruleLineOf(content(i));
            const bool isDashes = isDashLine(m_sheet.raw(i));
            if (!isDashes && !(rule.isRule && rule.text.isEmpty()))
                continue;
            DashLines &found = isDashes ? dashes : lines;
            ++found.count;
            found.last = i;
        }
        return dashes.count > 0 ? dashes : lines;
    }

    // How many phrases of legal texts the lines [from, to) hold, up to 3; none where they are short or ask.
    int legalPhrases(qsizetype from, qsizetype to) const
    {
        constexpr qsizetype fewWords = 12;
        QString text;
        for (qsizetype i = from; i < to; ++i)
            text += content(i) + u' ';
        if (wordCount(text) < fewWords || isQuestion(text))
            return 0;
        return m_sheet.words.legal.countIn(phraseKey(text), 3);
    }

    // "rick" below dashes is a name.
    bool isShortName(qsizetype at) const
    {
        return wordCount(content(at)) <= 2 && !endsAsSentence(content(at)) &&
               shapeOf(content(at)).digits == 0;
    }

    // Below "-- "; returns where the letter ends. As a divider it stands more than once, or above a question
    // or sentences.
    qsizetype cutBelowDashes(qsizetype end)
    {
        const DashLines dashes = dashLines(end);
        if (dashes.last < 0 || !hasTextBefore(dashes.last) || trimmed(end) <= dashes.last + 1)
            return end;
        int texts = 0;
        int sentences = 0;
        int contacts = 0;
        bool asks = false;
        for (qsizetype i = dashes.last + 1; i < end; ++i) {
            if (isBlank(i))
                continue;
            ++texts;
            asks = asks || isQuestion(content(i));
            const LineKind kind = kindOf(i);
            sentences += kind == LineKind::Sentence && !(texts == 1 && isShortName(i)) ? 1 : 0;
            contacts += kind == LineKind::Contact ? 1 : 0;
        }
        const bool isStrict = m_sheet.raw(dashes.last) == u"-- ";
        const bool mayDivide = dashes.count > 1 || dashes.isLine;
        if (!asks && !mayDivide && end - dashes.last <= longestLegal && legalPhrases(dashes.last, end) >= 3) {
            cut(dashes.last, end, PartKind::Disclaimer, CutMark::Legal, 0.9);
            return dashes.last;
        }
        if ((asks && (!isStrict || mayDivide)) || texts > longestSignature || sentences > 2 ||
            (mayDivide && (contacts == 0 || sentences > 0)))
            return end;
        // A slogan may stand below the marks of the standard; below mere dashes it may be a request.
        const double certainty = asks ? 0.6 : sentences == 0 ? 0.97 : isStrict && contacts > 0 ? 0.9 : 0.6;
        cut(dashes.last, end, PartKind::Signature, CutMark::DashLine, certainty);
        return dashes.last;
    }

    bool isClosing(qsizetype at) const
    {
        QString text = phraseKey(content(at));
        while (!text.isEmpty() && QStringView(u",.!;、。，！ ").contains(text.back()))
            text.chop(1);
        if (m_sheet.words.closings.holds(text))
            return true;
        constexpr qsizetype mostWords = 8;
        const bool isShort = wordCount(text) <= mostWords && text.size() <= 60 && !isQuestion(content(at));
        return isShort && m_sheet.words.closings.begins(text) && wordCount(text) <= 3 &&
               content(at).endsWith(u',');
    }

    // A short line that ends with a comma above a name, in a language of which no closing is known.
    bool looksLikeClosing(qsizetype at, qsizetype end) const
    {
        const QString &text = content(at);
        const bool isClosed = text.endsWith(u',') || text.endsWith(u'，') || text.endsWith(u'、');
        const qsizetype next = m_sheet.nextText(at + 1);
        return isClosed && wordCount(text) <= 4 && next < end && kindOf(next) == LineKind::Name &&
               shapeOf(content(next)).digits == 0 && wordCount(content(next)) <= 4;
    }

    bool cutBelowClosing(qsizetype end)
    {
        int texts = 0;
        for (qsizetype i = end - 1; i > m_from && texts <= longestSignature; --i) {
            if (isBlank(i))
                continue;
            const bool isKnown = isClosing(i);
            if ((isKnown || looksLikeClosing(i, end)) && hasTextBefore(i))
                return cutLetterEnd(isKnown ? i : m_sheet.nextText(i + 1), end, isKnown);
            ++texts;
        }
        return false;
    }

    // A line directly below another of the signature: titles need no capitals there.
    bool goesOnAsTitle(qsizetype at) const
    {
        constexpr qsizetype mostWords = 6;
        const QString &text = content(at);
        return !isBlank(at - 1) && !text.front().isLower() && wordCount(text) <= mostWords &&
               !endsAsSentence(text) && !isQuestion(text) && shapeOf(text).digits == 0;
    }

    // From the closing on, as far as names and ways of contact go: "PS: ..." is own again.
    bool cutLetterEnd(qsizetype from, qsizetype end, bool isKnown)
    {
        const qsizetype above = m_sheet.previousText(from);
        if (isKnown && above > m_from && isClosing(above) && hasTextBefore(above))
            from = above; // of two lines
        qsizetype to = isKnown ? from + 1 : from;
        int texts = 0;
        for (qsizetype i = to; i < end; ++i) {
            if (isBlank(i))
                continue;
            const bool isShortName = texts == 0 && wordCount(content(i)) <= 3 && !isQuestion(content(i)) &&
                                     shapeOf(content(i)).digits == 0;
            if (kindOf(i) == LineKind::Sentence && !isShortName && !(texts > 0 && goesOnAsTitle(i)) &&
                !(isKnown && isClosing(i)))
                break;
            ++texts;
            to = i + 1;
        }
        if (to <= from)
            return false;
        cut(from, to, PartKind::Signature, CutMark::Closing, 0.92);
        return true;
    }

    bool isSender(const QString &name) const
    {
        const QString sender = phraseKey(m_sheet.context.senderName);
        const QString folded = phraseKey(name);
        return !sender.isEmpty() && !folded.isEmpty() &&
               (folded == sender || sender.startsWith(folded + u' '));
    }

    // "Ada Brook | Head of Legal | +44 113 496 0000": the name in front of the first mark, else the line.
    static QString nameIn(const QString &line)
    {
        qsizetype end = 0;
        while (end < line.size() && !QStringView(u"|·•").contains(line[end]))
            ++end;
        return line.left(end).trimmed();
    }

    bool isNameLine(qsizetype at) const
    {
        const QString name = nameIn(content(at));
        const bool isTitled = isTitleCase(name) || isWithoutCase(name);
        return !name.isEmpty() && shapeOf(name).digits == 0 && wordCount(name) <= 5 && !isQuestion(name) &&
               !endsAsSentence(name) && m_sheet.line(at).field.name.isEmpty() &&
               (isTitled || wordCount(name) <= 2);
    }

    // A name above ways of contact as the last paragraph, without a closing.
    void cutNameBlock(qsizetype end)
    {
        qsizetype begin = end;
        int contacts = 0;
        while (begin > m_from && !isBlank(begin - 1) && end - begin <= longestSignature) {
            const LineKind kind = kindOf(begin - 1);
            const bool isFirst = begin - 1 == m_from || isBlank(begin - 2);
            if (kind == LineKind::Sentence && !(isFirst && isNameLine(begin - 1)))
                return;
            contacts += kind == LineKind::Contact ? 1 : 0;
            --begin;
        }
        const qsizetype above = trimmed(begin) - 1;
        if (contacts == 0 || begin == end || above < m_from || end - begin > longestSignature ||
            !isNameLine(begin))
            return;
        const QString &text = content(above);
        if (text.endsWith(u':') || text.endsWith(u'：'))
            return;
        const QString name = nameIn(content(begin));
        const bool isTitled = isTitleCase(name) || isWithoutCase(name);
        const bool isFinished = text.endsWith(u'!') || isQuestion(text.right(1));
        const bool isCertain = isTitled && (isFinished || (isSender(name) && endsAsSentence(text)));
        cut(begin, end, PartKind::Signature, CutMark::NameBlock, isCertain ? 0.85 : 0.6);
    }

    TextSheet &m_sheet;
    qsizetype m_from = 0;
    bool m_isAfterText = false;
};

} // namespace

void findSignatures(TextSheet &sheet)
{
    // The own text above the first cut and that at the end: between quotes nobody signs.
    std::vector<std::pair<qsizetype, qsizetype>> segments;
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        if (!sheet.isOwn(i) || sheet.line(i).isBlank)
            continue;
        qsizetype end = i;
        while (end < sheet.size() && sheet.isOwn(end))
            ++end;
        segments.emplace_back(i, end);
        i = end;
    }
    if (segments.empty())
        return;
    SignatureReader(sheet).read(segments.front().first, segments.front().second, false);
    if (segments.size() > 1)
        SignatureReader(sheet).read(segments.back().first, segments.back().second, true);
}

} // namespace Helmdesk
