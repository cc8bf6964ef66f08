#include "understanding/RepeatedText.h"

#include "understanding/TextShape.h"

#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr size_t shingleWords = 8;
constexpr double mostlyRepeated = 0.75; // share of a line's words

struct Word {
    size_t hash = 0;
    qsizetype line = 0;
};

// The words of one line as hashes; case and punctuation do not count.
void appendWords(QStringView content, qsizetype line, std::vector<Word> &words)
{
    const QString folded = phraseKey(content);
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= folded.size(); ++i) {
        const bool belongs = i < folded.size() && (folded[i].isLetterOrNumber() || folded[i].isMark());
        const auto script = belongs ? folded[i].script() : QChar::Script_Common;
        const bool isIdeograph = script == QChar::Script_Han || script == QChar::Script_Hiragana ||
                                 script == QChar::Script_Katakana;
        if (begin >= 0 && (!belongs || isIdeograph)) {
            words.push_back({qHash(QStringView(folded).sliced(begin, i - begin)), line});
            begin = -1;
        }
        if (isIdeograph)
            words.push_back({qHash(folded[i]), line});
        else if (belongs && begin < 0)
            begin = i;
    }
}

size_t shingleAt(const std::vector<Word> &words, size_t at)
{
    size_t hash = 0;
    for (size_t i = at; i < at + shingleWords; ++i)
        hash = hash * 1099511628211ULL + words[i].hash;
    return hash;
}

QSet<size_t> shinglesOf(const QStringList &texts)
{
    QSet<size_t> shingles;
    for (const QString &text : texts) {
        std::vector<Word> words;
        for (const TextLine &line : linesOf(text))
            appendWords(line.content, 0, words);
        for (size_t i = 0; i + shingleWords <= words.size(); ++i)
            shingles.insert(shingleAt(words, i));
    }
    return shingles;
}

// By line of the sheet: how many words it has and how many of them are repeated.
struct LineWords {
    int words = 0;
    int repeated = 0;

    bool isRepeated() const { return words > 0 && repeated >= words * mostlyRepeated; }
};

std::vector<LineWords> countRepeated(const TextSheet &sheet, const QSet<size_t> &known)
{
    std::vector<Word> words;
    for (qsizetype i = 0; i < sheet.size(); ++i)
        if (sheet.isOpen(i))
            appendWords(sheet.line(i).content, i, words);
    std::vector<LineWords> lines(static_cast<size_t>(sheet.size()));
    size_t repeatedTo = 0;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i + shingleWords <= words.size() && known.contains(shingleAt(words, i)))
            repeatedTo = i + shingleWords;
        LineWords &line = lines[static_cast<size_t>(words[i].line)];
        ++line.words;
        line.repeated += i < repeatedTo ? 1 : 0;
    }
    return lines;
}

} // namespace

void findRepeated(TextSheet &sheet)
{
    if (sheet.context.earlier.isEmpty())
        return;
    const QSet<size_t> known = shinglesOf(sheet.context.earlier);
    if (known.isEmpty())
        return;
    const std::vector<LineWords> lines = countRepeated(sheet, known);
    const bool saysMore = std::any_of(lines.begin(), lines.end(), [](const LineWords &line) {
        return line.words >= 2 && !line.isRepeated();
    });
    if (!saysMore)
        return;
    Cut cut;
    cut.kind = PartKind::Quoted;
    cut.mark = CutMark::Repeats;
    cut.certainty = 0.95;
    qsizetype i = 0;
    while (i < sheet.size()) {
        if (!lines[static_cast<size_t>(i)].isRepeated()) {
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        for (qsizetype k = i + 1; k < sheet.size() && sheet.isOpen(k); ++k) {
            if (lines[static_cast<size_t>(k)].isRepeated())
                end = k + 1;
            else if (!sheet.line(k).isBlank)
                break;
        }
        sheet.mark(i, end, cut);
        i = end;
    }
}

} // namespace Helmdesk
