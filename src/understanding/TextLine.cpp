#include "understanding/TextLine.h"

#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

bool isAngle(QChar c)
{
    return c == u'>' || c == u'＞' || c == u'›';
}

bool isBar(QChar c)
{
    return c == u'|' || c == u'│' || c == u'┃' || c == u'¦' || c == u'▏' || c == u'｜';
}

// ">:(" and ">.<" are faces, no quotes.
bool isFace(QStringView rest)
{
    return rest.size() >= 3 && QStringView(u":;.=_").contains(rest[1]) &&
           (QStringView(u"()[]<>|/\\-").contains(rest[2]) || rest[2] == u'D' || rest[2] == u'P');
}

// A row of a table has bars between its cells too.
bool isTableRow(QStringView rest)
{
    const QStringView cells = rest.sliced(1);
    return std::any_of(cells.begin(), cells.end(), isBar);
}

// "MK> text", as old programs quote; returns the length of the initials.
qsizetype initialsBefore(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && length < 4 && text[length].isUpper())
        ++length;
    const bool isMark = length > 0 && length < text.size() && text[length] == u'>' &&
                        (length + 1 == text.size() || text[length + 1] == u' ');
    return isMark ? length : 0;
}

// Takes the marks of quoting off the front; returns how many there were.
int takeQuoteMarks(QStringView &text)
{
    int depth = 0;
    text = text.trimmed();
    text = text.sliced(initialsBefore(text));
    while (!text.isEmpty() && ((isAngle(text.front()) && !isFace(text)) ||
                               (isBar(text.front()) && (depth > 0 || !isTableRow(text))))) {
        ++depth;
        text = text.sliced(1).trimmed();
    }
    return depth;
}

QStringView withoutBoldMarks(QStringView text)
{
    const auto isMark = [](QChar c) { return c == u'*' || c == u'_' || c == u'|'; };
    text = text.trimmed();
    while (!text.isEmpty() && isMark(text.front()))
        text = text.sliced(1).trimmed();
    while (!text.isEmpty() && isMark(text.back()))
        text = text.chopped(1).trimmed();
    return text;
}

bool mayStandInName(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSpace() || QStringView(u"-'’./()").contains(c);
}

} // namespace

std::vector<TextLine> linesOf(const QString &text)
{
    std::vector<TextLine> lines;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        TextLine line;
        line.begin = begin;
        line.length = end - begin;
        const QString visible = visibleText(QStringView(text).sliced(begin, line.length));
        QStringView content = visible;
        line.depth = takeQuoteMarks(content);
        line.content = content.trimmed().toString();
        line.isBlank = line.content.isEmpty();
        line.field = labelledValueOf(line.content);
        lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

LabelledValue labelledValueOf(QStringView content)
{
    constexpr qsizetype longestName = 32;
    const QStringView text = withoutBoldMarks(content);
    qsizetype colon = 0;
    while (colon < text.size() && colon <= longestName + 4 && text[colon] != u':' && text[colon] != u'：' &&
           text[colon] != u'﹕')
        ++colon;
    if (colon == 0 || colon >= text.size() || colon > longestName + 4)
        return {};
    const QStringView name = withoutBoldMarks(text.first(colon));
    const bool isName = !name.isEmpty() && name.size() <= longestName && wordCount(name) <= 10 &&
                        name.count(u' ') <= 3 && std::all_of(name.begin(), name.end(), mayStandInName) &&
                        std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
    const QStringView value = withoutBoldMarks(text.sliced(colon + 1));
    if (!isName || value.startsWith(u"//"))
        return {};
    return {phraseKey(name), value.toString()};
}

} // namespace Helmdesk
