#include "specialists/KnowledgeWriter.h"

#include "core/ListText.h"
#include "specialists/ReplyStyle.h"

#include <algorithm>
#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr int wholePassageWords = 110; // a passage up to this length is given whole
constexpr int withLeadWords = 90;      // the opening of the article goes before a passage up to this length
constexpr int openingWords = 45;       // a passage up to this length may only introduce what follows

QSet<QString> contentWords(const QString &text)
{
    static const QSet<QString> stop{
        QStringLiteral("the"),    QStringLiteral("and"),   QStringLiteral("for"),  QStringLiteral("you"),
        QStringLiteral("your"),   QStringLiteral("can"),   QStringLiteral("how"),  QStringLiteral("what"),
        QStringLiteral("with"),   QStringLiteral("that"),  QStringLiteral("this"), QStringLiteral("from"),
        QStringLiteral("are"),    QStringLiteral("does"),  QStringLiteral("have"), QStringLiteral("where"),
        QStringLiteral("when"),   QStringLiteral("there"), QStringLiteral("want"), QStringLiteral("need"),
        QStringLiteral("please"), QStringLiteral("would"), QStringLiteral("could")};
    QSet<QString> words;
    QString word;
    const auto flush = [&] {
        if (word.size() > 2 && !stop.contains(word))
            words.insert(word.left(6)); // a light stem: "invoices" and "invoice" meet
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            word += c.toLower();
        else
            flush();
    }
    flush();
    return words;
}

qsizetype wordCount(const QString &text)
{
    return text.simplified().count(QLatin1Char(' ')) + 1;
}

// The lines of a long passage that share most words with the question, in order, up to the limit; a list is
// kept whole.
QString shortened(const QString &text, const QSet<QString> &wanted)
{
    struct Block {
        QString text;
        int order = 0;
        qsizetype shared = 0;
    };
    std::vector<Block> blocks;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (isListItem(line) && !blocks.empty() &&
            (isListItem(blocks.back().text) || blocks.back().text.endsWith(QLatin1Char(':')))) {
            blocks.back().text += QLatin1Char('\n') + line;
            continue;
        }
        if (isListItem(line)) {
            blocks.push_back({line, static_cast<int>(blocks.size())});
            continue;
        }
        for (const QString &sentence : splitSentences(line))
            blocks.push_back({sentence, static_cast<int>(blocks.size())});
    }
    for (Block &block : blocks)
        block.shared = contentWords(block.text).intersect(wanted).size();

    std::ranges::stable_sort(blocks, std::ranges::greater{}, &Block::shared);
    qsizetype words = 0;
    std::vector<Block> kept;
    for (const Block &block : blocks) {
        if (!kept.empty() && words + wordCount(block.text) > wholePassageWords)
            continue;
        words += wordCount(block.text);
        kept.push_back(block);
    }
    std::ranges::sort(kept, {}, &Block::order);
    QString out;
    for (const Block &block : kept) {
        const bool isList = block.text.contains(QLatin1Char('\n')) || isListItem(block.text);
        out += (out.isEmpty() ? QString() : isList ? QStringLiteral("\n") : QStringLiteral(" ")) + block.text;
    }
    return out;
}

// Sentences at the beginning of a passage that share nothing with the question, when a later one shares much
// and can be read without them.
QString fromTheAnswerOn(const QString &text, const QSet<QString> &wanted)
{
    constexpr qsizetype sharesMuch = 2;
    static const QRegularExpression leansBack(
        QStringLiteral(
            "^(?:it|its|this|that|these|those|they|their|he|she|then|there|otherwise|instead|also|but|and|or|"
            "so|"
            "however|both|such|after that|if (?:it|that|this|they|not)|when (?:it|that|this|they))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    const QString first = end < 0 ? text : text.left(end);
    if (isListItem(first))
        return text;
    const QStringList sentences = splitSentences(first);
    for (const QString &sentence : sentences) {
        const qsizetype shared = contentWords(sentence).intersect(wanted).size();
        if (shared >= sharesMuch && !leansBack.match(sentence).hasMatch())
            return text.mid(text.indexOf(sentence));
        if (shared > 0)
            break;
    }
    return text;
}

// A row of a table that stands alone is a sentence.
QString asSentence(const QString &item)
{
    if (!item.startsWith(QLatin1String("- ")) || item.contains(QLatin1Char('\n')))
        return item;
    QString sentence = item.mid(2).trimmed();
    if (sentence.isEmpty())
        return item;
    sentence[0] = sentence.at(0).toUpper();
    return QStringLiteral(".!?:").contains(sentence.back()) ? sentence : sentence + QLatin1Char('.');
}

// Of a list of things by name ("- Pro: 49 USD a month") those that the question names; all when it names
// none.
QString namedItems(const QString &text, const QString &question)
{
    static const QRegularExpression item(QStringLiteral("^- ([^:]{1,40}): "));
    const QStringList lines = text.split(QLatin1Char('\n'));
    QList<qsizetype> others;
    qsizetype named = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = item.match(lines.at(i));
        if (!match.hasMatch())
            continue;
        const QRegularExpression name(
            QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(match.captured(1))),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        if (name.match(question).hasMatch())
            ++named;
        else
            others.append(i);
    }
    if (named == 0)
        return text;
    QStringList kept;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!others.contains(i))
            kept.append(lines.at(i));
    }
    return kept.join(QLatin1Char('\n'));
}

// "How do I …" is answered by steps.
bool asksForSteps(const QString &question)
{
    static const QRegularExpression how(
        QStringLiteral(
            "\\b(?:how|where) (?:do|does|can|could|may|should|would|to)\\b|\\bsteps\\b|\\bguide me\\b|"
            "\\bwhat (?:can|could|should|must|do|shall) (?:i|we) do\\b|"
            "\\b(?:fix|solve|repair|get rid of|set ?up|switch on|turn on|enable|activate)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return how.match(question).hasMatch();
}

// Whether what follows belongs to the answer: the steps, after a passage that only says what they are for.
bool needsNext(const QString &question, const QString &given, const QString &next)
{
    return !hasNumberedSteps(given) && hasNumberedSteps(next) &&
           (asksForSteps(question) || wordCount(given) <= openingWords) &&
           wordCount(given) + wordCount(next) <= wholePassageWords + wholePassageWords / 2;
}

// What a list without an opening sentence is a list of.
QString headingLine(const Evidence &evidence)
{
    const QString heading = evidence.heading.trimmed();
    return heading.isEmpty() || heading.endsWith(QLatin1Char('?')) ? QString()
                                                                   : heading + QStringLiteral(":\n\n");
}

} // namespace

WrittenAnswer writeFromPassages(const QString &question, const std::vector<Evidence> &passages)
{
    WrittenAnswer answer;
    if (passages.empty())
        return answer;
    const QSet<QString> wanted = contentWords(question);
    const auto take = [&](const Evidence &evidence) {
        const QString text = asSentence(namedItems(evidence.text.trimmed(), question));
        const QString part = wordCount(text) > wholePassageWords ? shortened(text, wanted)
                             : evidence.heading.isEmpty()        ? text
                                                                 : fromTheAnswerOn(text, wanted);
        const bool needsHeading = answer.text.isEmpty() && isListItem(part.section(QLatin1Char('\n'), 0, 0));
        const QString heading = needsHeading ? headingLine(evidence) : QString();
        answer.text += (answer.text.isEmpty() ? heading : QStringLiteral("\n\n")) + part;
        answer.citations.push_back(evidence.citation);
    };
    const Evidence &best = passages.front();
    const QString lead = asSentence(namedItems(best.lead.trimmed(), question));
    if (!lead.isEmpty() && wordCount(lead) + wordCount(best.text) <= withLeadWords) {
        answer.text = lead;
        answer.citations.push_back(best.leadCitation);
    }
    if (!best.steps.isEmpty() && asksForSteps(question)) {
        answer.text += (answer.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + best.steps.trimmed();
        answer.citations.push_back(best.stepsCitation);
    }
    take(best);
    if (const QString next = best.next.trimmed(); needsNext(question, answer.text, next)) {
        answer.text += QStringLiteral("\n\n") + next;
        answer.citations.push_back(best.nextCitation);
    }
    return answer;
}

} // namespace Helmdesk
