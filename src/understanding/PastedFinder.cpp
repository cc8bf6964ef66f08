#include "understanding/PastedFinder.h"

#include "understanding/TextShape.h"

#include <QHash>

namespace Helmdesk
{
namespace
{

Cut pasted(CutMark mark, double certainty)
{
    Cut cut;
    cut.kind = PartKind::Pasted;
    cut.mark = mark;
    cut.certainty = certainty;
    return cut;
}

bool isFence(const QString &content)
{
    return content.startsWith(QLatin1String("```")) || content.startsWith(QLatin1String("~~~"));
}

void findFences(TextSheet &sheet)
{
    qsizetype open = -1;
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        const QString &content = sheet.line(i).content;
        if (sheet.line(i).isQuoted() || !isFence(content))
            continue;
        const bool closesItself = content.size() > 6 && content.endsWith(content.left(3));
        if (open < 0 && !closesItself) {
            open = i;
            continue;
        }
        sheet.mark(open < 0 ? i : open, i + 1, pasted(CutMark::CodeFence, 0.97));
        open = -1;
    }
    if (open >= 0)
        sheet.mark(open, sheet.size(), pasted(CutMark::CodeFence, 0.6));
}

void findComments(TextSheet &sheet)
{
    const QString &text = sheet.source;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(QLatin1String("<!--")); open >= 0;
         open = text.indexOf(QLatin1String("<!--"), from)) {
        const qsizetype close = text.indexOf(QLatin1String("-->"), open + 4);
        from = close < 0 ? text.size() : close + 3;
        sheet.markInline(open, from, pasted(CutMark::Comment, close < 0 ? 0.85 : 0.99));
    }
}

// "key=value" twice, "\"key\":", "Class::name", "name()", "Main.java:42", "0x7f".
bool holdsSourceText(const QString &content)
{
    int pairs = 0;
    for (qsizetype i = 1; i + 1 < content.size(); ++i) {
        const QChar c = content[i];
        const QChar before = content[i - 1];
        const QChar after = content[i + 1];
        if (c == u'=' && before.isLetterOrNumber() && !after.isSpace() && after != u'=')
            ++pairs;
        const bool isScope = c == u':' && after == u':' && before.isLetterOrNumber();
        const bool isCall = c == u'(' && after == u')' && before.isLetterOrNumber();
        const bool isKey = c == u'"' && after == u':' && before != u' ';
        const bool isHex = c == u'0' && after == u'x' && !before.isLetterOrNumber() &&
                           i + 2 < content.size() && content[i + 2].isLetterOrNumber();
        if (isScope || isCall || isKey || isHex)
            return true;
        if (c == u':' && after.isDigit() && before.isLetter()) { // the line of a file
            qsizetype dot = i - 1;
            while (dot > 0 && i - dot < 5 && content[dot].isLetter())
                --dot;
            if (content[dot] == u'.' && dot > 0 && content[dot - 1].isLetterOrNumber())
                return true;
        }
    }
    return pairs >= 2;
}

// A moment to the second or in brackets with words behind it. A list of times or payments is no log.
bool isLogLine(const QString &text)
{
    constexpr qsizetype head = 36;
    constexpr int leastLetters = 4;
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return beginsWithTimestamp(text) && letters >= leastLetters &&
           (shapeOf(QStringView(text).left(head)).hasSeconds || text.startsWith(u'['));
}

bool isMachineLine(const TextLine &line)
{
    const QString &text = line.content;
    if (line.isBlank)
        return false;
    if (text.size() < 3)
        return QStringView(u"{}[]();,").contains(text.front());
    const bool isTag = text.front() == u'<' && text.back() == u'>' && !text.contains(u'@');
    const bool isBracket = (text.front() == u'{' || text.front() == u'}') ||
                           (text.back() == u'{' && text.size() > 1) || text.back() == u'}';
    const bool isStatement = text.back() == u';' && text.size() > 1 && !text[text.size() - 2].isLetter();
    return isTag || isBracket || isStatement || isLogLine(text) || holdsSourceText(text);
}

// "09:14 Mara: text", "[09:14] Mara: text": the name, or empty.
QString speakerOf(const QString &content)
{
    constexpr qsizetype longestStamp = 24;
    QStringView text = content;
    qsizetype skip = 0;
    while (skip < text.size() && skip < longestStamp && !text[skip].isLetter())
        ++skip;
    const LabelledValue said = labelledValueOf(text.sliced(skip));
    return said.value.isEmpty() ? QString() : said.name;
}

bool hasMoment(const QString &content)
{
    constexpr qsizetype head = 24;
    const QStringView start = QStringView(content).left(head);
    return !start.isEmpty() && !start.front().isLetter() && shapeOf(start).hasTime;
}

class MaterialReader
{
public:
    explicit MaterialReader(TextSheet &sheet)
        : m_sheet(sheet)
    {
    }

    void read()
    {
        markMachineLines();
        markTranscripts();
        markRoleLines();
        markTasks();
    }

private:
    bool isOwnText(qsizetype at) const { return m_sheet.isOpen(at) && !m_sheet.line(at).isBlank; }

    void markMachineLines()
    {
        qsizetype i = 0;
        while (i < m_sheet.size()) {
            if (!isOwnText(i) || !isMachineLine(m_sheet.line(i))) {
                ++i;
                continue;
            }
            qsizetype end = i + 1;
            int count = 1;
            for (qsizetype k = i + 1; k < m_sheet.size() && m_sheet.isOpen(k) && k <= end + 1; ++k) {
                if (isMachineLine(m_sheet.line(k))) {
                    ++count;
                    end = k + 1;
                }
            }
            if (count >= 2)
                m_sheet.mark(i, end, pasted(CutMark::Log, 0.9));
            else if (isLogLine(m_sheet.line(i).content))
                m_sheet.mark(i, end, pasted(CutMark::Log, 0.85));
            i = end;
        }
    }

    // A run of lines of speakers that begins at `at`.
    struct Transcript {
        qsizetype end = 0;
        int turns = 0;
        int moments = 0;   // turns with the time before the name
        int sentences = 0; // turns that end as sentences do
        QHash<QString, int> speakers;

        // Two with the time, or three of whom one speaks twice. A list of values is neither.
        bool isConversation() const
        {
            const bool alternates = turns >= 3 && speakers.size() >= 2 && turns > speakers.size();
            return (moments >= 2 && moments == turns) || (alternates && sentences * 2 >= turns);
        }
    };

    Transcript transcriptAt(qsizetype at) const
    {
        Transcript found;
        found.end = at;
        for (qsizetype k = at; k < m_sheet.size() && m_sheet.isOpen(k); ++k) {
            if (m_sheet.line(k).isBlank)
                continue;
            const QString &content = m_sheet.line(k).content;
            const QString speaker = speakerOf(content);
            if (speaker.isEmpty())
                break;
            ++found.speakers[speaker];
            ++found.turns;
            found.moments += hasMoment(content) ? 1 : 0;
            found.sentences += QStringView(u".!?。！？").contains(content.back()) ? 1 : 0;
            found.end = k + 1;
        }
        return found;
    }

    void markTranscripts()
    {
        qsizetype i = 0;
        while (i < m_sheet.size()) {
            if (!isOwnText(i)) {
                ++i;
                continue;
            }
            const Transcript found = transcriptAt(i);
            if (found.isConversation())
                m_sheet.mark(i, found.end, pasted(CutMark::Transcript, 0.85));
            i = std::max(found.end, i + 1);
        }
    }

    // "system: do this" and "[system] do this" up to the end of the paragraph. "System: Windows 11" is a
    // value.
    void markRoleLines()
    {
        constexpr qsizetype longestValue = 4; // words
        for (qsizetype i = 0; i < m_sheet.size(); ++i) {
            if (!isOwnText(i))
                continue;
            const QString &content = m_sheet.line(i).content;
            if (!beginsRole(content, longestValue))
                continue;
            const qsizetype end = paragraphEnd(i);
            m_sheet.mark(i, end, pasted(CutMark::RoleLine, 0.9));
        }
    }

    bool beginsRole(const QString &content, qsizetype longestValue) const
    {
        const LabelledValue field = labelledValueOf(content);
        if (!field.name.isEmpty())
            return m_sheet.words.roles.holds(field.name) && wordCount(field.value) > longestValue;
        const QChar open = content.front();
        const QChar close = open == u'[' ? u']' : open == u'<' ? u'>' : u'\0';
        qsizetype end = 1;
        while (end < content.size() && end < 40 && content[end] != close)
            ++end;
        if (close == u'\0' || end >= content.size() || content[end] != close)
            return false;
        QString name = content.sliced(1, end - 1).toLower();
        name.removeIf([](QChar c) { return !c.isLetter() && c != u' ' && c != u'_'; });
        return m_sheet.words.roles.holds(name.trimmed()) || m_sheet.words.roles.holds(phraseKey(name));
    }

    qsizetype paragraphEnd(qsizetype at) const
    {
        while (at < m_sheet.size() && isOwnText(at))
            ++at;
        return at;
    }

    // "Please translate into German:" and the paragraph below it.
    void markTasks()
    {
        for (qsizetype i = 0; i < m_sheet.size(); ++i) {
            if (!isOwnText(i))
                continue;
            const QString &content = m_sheet.line(i).content;
            const bool isIntroduction = content.endsWith(u':') || content.endsWith(u'：');
            if (!isIntroduction || m_sheet.words.tasks.countIn(phraseKey(content)) == 0)
                continue;
            const qsizetype from = m_sheet.nextText(i + 1);
            if (from >= m_sheet.size() || !m_sheet.isOpen(from))
                continue;
            m_sheet.mark(from, paragraphEnd(from), pasted(CutMark::Task, 0.85));
        }
    }

    TextSheet &m_sheet;
};

} // namespace

void findEnclosed(TextSheet &sheet)
{
    findFences(sheet);
    findComments(sheet);
}

void findMaterial(TextSheet &sheet)
{
    MaterialReader(sheet).read();
}

} // namespace Helmdesk
