#include "understanding/Utterance.h"

#include "understanding/FlattenedHistory.h"
#include "understanding/HistoryFinder.h"
#include "understanding/InlineQuotations.h"
#include "understanding/PastedFinder.h"
#include "understanding/RepeatedText.h"
#include "understanding/SentenceSplitter.h"
#include "understanding/SignatureFinder.h"
#include "understanding/TextShape.h"
#include "understanding/TextSheet.h"

#include <array>

namespace Helmdesk
{
namespace
{

// A stretch of the message that belongs to one cut, or to none.
struct Piece {
    qsizetype begin = 0;
    qsizetype end = 0;
    int cut = TextSheet::ownLine;
    qsizetype firstLine = 0;
    bool isInline = false;
};

void addPiece(std::vector<Piece> &pieces, const Piece &piece)
{
    if (piece.end <= piece.begin)
        return;
    if (!pieces.empty() && pieces.back().cut == piece.cut && pieces.back().isInline == piece.isInline)
        pieces.back().end = piece.end;
    else
        pieces.push_back(piece);
}

// The whole message in order: each line with its break belongs to a cut, own lines without what is cut inside
// them.
std::vector<Piece> piecesOf(const TextSheet &sheet)
{
    std::vector<Piece> pieces;
    size_t next = 0; // of the cuts inside lines
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        qsizetype begin = sheet.line(i).begin;
        const qsizetype end = std::min(sheet.line(i).end() + 1, sheet.source.size());
        const int cut = sheet.cutOf[static_cast<size_t>(i)];
        while (next < sheet.inlineCuts.size() && sheet.inlineCuts[next].end <= begin)
            ++next;
        for (size_t k = next; cut == TextSheet::ownLine && k < sheet.inlineCuts.size(); ++k) {
            const InlineCut &inside = sheet.inlineCuts[k];
            if (inside.begin >= end)
                break;
            addPiece(pieces, {begin, std::max(begin, inside.begin), TextSheet::ownLine, i, false});
            begin = std::max(begin, inside.begin);
            addPiece(pieces, {begin, std::min(end, inside.end), inside.cut, i, true});
            begin = std::min(end, inside.end);
        }
        addPiece(pieces, {begin, end, cut, i, false});
    }
    return pieces;
}

// Puts the own words together and remembers where they came from.
class OwnWriter
{
public:
    explicit OwnWriter(Utterance &utterance)
        : m_out(utterance)
    {
    }

    void add(qsizetype begin, qsizetype end, OwnRun::Kind kind)
    {
        for (qsizetype i = begin; i < end; ++i) {
            const QChar c = m_out.source[i];
            const bool isSurplus = c == u'\r' || (m_out.own.isEmpty() && c.isSpace()) ||
                                   (c == u'\n' && m_out.own.endsWith(QLatin1String("\n\n")));
            if (isSurplus)
                continue;
            if (m_out.runs.empty() || !continues(m_out.runs.back(), i, kind))
                m_out.runs.push_back({kind, m_out.own.size(), 0, i, 0});
            ++m_out.runs.back().ownLength;
            ++m_out.runs.back().sourceLength;
            m_out.own += c;
        }
    }

    void addQuotation(qsizetype begin, qsizetype end)
    {
        m_out.runs.push_back({OwnRun::Kind::Quotation, m_out.own.size(), 1, begin, end - begin});
        m_out.own += u'…';
    }

    // What stood before and after a block that is not own are two paragraphs.
    void endParagraph()
    {
        if (m_out.own.isEmpty())
            return;
        while (!m_out.own.endsWith(QLatin1String("\n\n")))
            m_out.own += u'\n';
    }

    void finish()
    {
        qsizetype end = m_out.own.size();
        while (end > 0 && m_out.own[end - 1].isSpace())
            --end;
        m_out.own.truncate(end);
        while (!m_out.runs.empty() && m_out.runs.back().ownBegin >= end)
            m_out.runs.pop_back();
        if (m_out.runs.empty() || m_out.runs.back().kind == OwnRun::Kind::Quotation)
            return;
        OwnRun &last = m_out.runs.back();
        last.ownLength = std::min(last.ownLength, end - last.ownBegin);
        last.sourceLength = last.ownLength;
    }

private:
    bool continues(const OwnRun &run, qsizetype source, OwnRun::Kind kind) const
    {
        return run.kind == kind && run.sourceBegin + run.sourceLength == source &&
               run.ownBegin + run.ownLength == m_out.own.size();
    }

    Utterance &m_out;
};

// The text of a block without its heading and without marks of quoting.
QString blockText(const TextSheet &sheet, const Piece &piece, const Cut &cut)
{
    QStringList texts;
    for (qsizetype i = piece.firstLine; i < sheet.size() && sheet.line(i).begin < piece.end; ++i) {
        if (i - piece.firstLine < cut.header)
            continue;
        const bool isQuote = cut.kind == PartKind::Quoted || cut.kind == PartKind::Forwarded;
        texts.append(isQuote ? sheet.line(i).content : sheet.raw(i).toString());
    }
    return texts.join(u'\n').trimmed();
}

UtterancePart partOf(const TextSheet &sheet, const Piece &piece)
{
    UtterancePart part;
    part.begin = piece.begin;
    part.length = piece.end - piece.begin;
    if (piece.cut == TextSheet::ownLine) {
        part.text = sheet.source.sliced(piece.begin, part.length).trimmed();
        return part;
    }
    const Cut &cut = sheet.cuts[static_cast<size_t>(piece.cut)];
    part.kind = cut.kind;
    part.mark = cut.mark;
    part.certainty = cut.certainty;
    part.senderName = cut.senderName;
    part.senderAddress = cut.senderAddress;
    part.text = piece.isInline ? sheet.source.sliced(piece.begin, part.length).trimmed()
                               : blockText(sheet, piece, cut);
    return part;
}

void writeOwn(const TextSheet &sheet, const std::vector<Piece> &pieces, Utterance &out)
{
    OwnWriter writer(out);
    for (const Piece &piece : pieces) {
        if (piece.cut == TextSheet::ownLine) {
            writer.add(piece.begin, piece.end, OwnRun::Kind::Certain);
            continue;
        }
        const Cut &cut = sheet.cuts[static_cast<size_t>(piece.cut)];
        if (cut.certainty < certainCut)
            writer.add(piece.begin, piece.end, OwnRun::Kind::Uncertain);
        else if (cut.mark == CutMark::Quotation)
            writer.addQuotation(piece.begin, piece.end);
        else if (!piece.isInline)
            writer.endParagraph();
    }
    writer.finish();
}

UtteranceSpan spanOf(const Utterance &out, const SpokenRange &range, int sentence)
{
    UtteranceSpan span{range.begin, range.length, sentence, false, false};
    const auto first = std::partition_point(out.runs.begin(), out.runs.end(), [&](const OwnRun &run) {
        return run.ownBegin + run.ownLength <= range.begin;
    });
    for (auto run = first; run != out.runs.end() && run->ownBegin < range.begin + range.length; ++run) {
        span.isUncertain = span.isUncertain || run->kind == OwnRun::Kind::Uncertain;
        span.holdsQuotation = span.holdsQuotation || run->kind == OwnRun::Kind::Quotation;
    }
    return span;
}

void writeSpans(const UtteranceWords &words, Utterance &out)
{
    for (const SpokenRange &sentence : sentencesOf(out.own, words)) {
        const int index = static_cast<int>(out.sentences.size());
        out.sentences.push_back(spanOf(out, sentence, index));
        for (const SpokenRange &clause : clausesOf(out.own, sentence, words))
            out.clauses.push_back(spanOf(out, clause, index));
    }
}

bool pointsBeyond(const Utterance &out, const UtteranceWords &words)
{
    constexpr qsizetype fewWords = 3;
    const bool hasMore = std::any_of(out.parts.begin(), out.parts.end(), [](const UtterancePart &part) {
        return part.kind == PartKind::Quoted || part.kind == PartKind::Forwarded ||
               part.kind == PartKind::Pasted;
    });
    if (!hasMore)
        return false;
    const QString own = out.certainOwn();
    return wordCount(own) <= fewWords || words.pointers.countIn(phraseKey(own)) > 0;
}

void appendParagraph(QString &text, const QString &paragraph)
{
    if (paragraph.isEmpty())
        return;
    if (!text.isEmpty())
        text += QLatin1String("\n\n");
    text += paragraph;
}

// Trimmed, with one blank line between paragraphs.
QString tidied(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c != u'\n' || !out.endsWith(QLatin1String("\n\n")))
            out += c;
    }
    return out.trimmed();
}

bool isHistory(const UtterancePart &part)
{
    return part.kind == PartKind::Quoted && part.isCertain();
}

bool isBelowLetter(const UtterancePart &part)
{
    return (part.kind == PartKind::Signature || part.kind == PartKind::Disclaimer) && part.isCertain();
}

} // namespace

QString nameOf(PartKind kind)
{
    static constexpr std::array names = {"own", "quoted", "forwarded", "pasted", "signature", "disclaimer"};
    return QString::fromLatin1(names.at(static_cast<size_t>(kind)));
}

QString nameOf(CutMark mark)
{
    static constexpr std::array names = {
        "none",       "quote_marks", "header_block", "rule_line",  "attribution", "repeats",
        "code_fence", "log",         "transcript",   "comment",    "role_line",   "quotation",
        "task",       "dash_line",   "closing",      "name_block", "footer",      "legal"};
    return QString::fromLatin1(names.at(static_cast<size_t>(mark)));
}

qsizetype Utterance::sourceOf(qsizetype ownOffset) const
{
    const auto next = std::partition_point(runs.begin(), runs.end(),
                                           [&](const OwnRun &run) { return run.ownBegin <= ownOffset; });
    if (next == runs.begin())
        return 0;
    const OwnRun &run = *std::prev(next);
    return run.sourceBegin + std::min(ownOffset - run.ownBegin, run.sourceLength);
}

bool Utterance::hasUncertain() const
{
    return std::any_of(runs.begin(), runs.end(),
                       [](const OwnRun &run) { return run.kind == OwnRun::Kind::Uncertain; });
}

QString Utterance::certainOwn() const
{
    QString text;
    qsizetype from = 0;
    for (const OwnRun &run : runs) {
        if (run.kind != OwnRun::Kind::Uncertain)
            continue;
        text += QStringView(own).sliced(from, run.ownBegin - from);
        from = run.ownBegin + run.ownLength;
    }
    text += QStringView(own).sliced(from);
    return tidied(text);
}

QString Utterance::ownWithQuotations() const
{
    QString text;
    qsizetype from = 0;
    for (const OwnRun &run : runs) {
        if (run.kind != OwnRun::Kind::Quotation)
            continue;
        text += QStringView(own).sliced(from, run.ownBegin - from);
        text += QStringView(source).sliced(run.sourceBegin, run.sourceLength);
        from = run.ownBegin + run.ownLength;
    }
    text += QStringView(own).sliced(from);
    return text;
}

QString Utterance::textOf(PartKind kind) const
{
    QString text;
    for (const UtterancePart &part : parts)
        if (part.kind == kind && part.isCertain())
            appendParagraph(text, part.text);
    return text;
}

QString Utterance::withoutHistory() const
{
    // Answers between quotes need them; quotes at either end are the history.
    int groups = 0;
    bool isInside = false;
    for (const UtterancePart &part : parts) {
        if (isHistory(part)) {
            isInside = false;
        } else if (!isBelowLetter(part) && !part.text.isEmpty()) {
            groups += isInside ? 0 : 1;
            isInside = true;
        }
    }
    const auto says = [](const UtterancePart &part) {
        return !isHistory(part) && !isBelowLetter(part) && !part.text.isEmpty();
    };
    const auto last = std::find_if(parts.rbegin(), parts.rend(), says).base();
    QString text;
    for (auto part = parts.begin(); part != last; ++part) {
        if (isBelowLetter(*part) || (isHistory(*part) && groups < 2))
            continue;
        text += QStringView(source).sliced(part->begin, part->length);
    }
    text = tidied(text);
    return text.isEmpty() ? source.trimmed() : text;
}

Utterance readUtterance(const QString &text, const UtteranceContext &context, const UtteranceWords &words)
{
    Utterance out;
    out.source = text;
    TextSheet sheet(out.source, context, words);
    findEnclosed(sheet);
    findHistory(sheet);
    findFlattenedHistory(sheet);
    findRepeated(sheet);
    findMaterial(sheet);
    findSignatures(sheet);
    findQuotations(sheet);
    const std::vector<Piece> pieces = piecesOf(sheet);
    for (const Piece &piece : pieces)
        out.parts.push_back(partOf(sheet, piece));
    writeOwn(sheet, pieces, out);
    writeSpans(words, out);
    out.pointsBeyond = pointsBeyond(out, words);
    return out;
}

Json toJson(const Utterance &utterance)
{
    Json parts = Json::array();
    for (const UtterancePart &part : utterance.parts) {
        Json json{{"kind", nameOf(part.kind)}, {"begin", part.begin}, {"length", part.length}};
        if (part.kind != PartKind::Own) {
            json["mark"] = nameOf(part.mark);
            json["certainty"] = part.certainty;
            json["text"] = part.text;
        }
        if (!part.senderName.isEmpty())
            json["sender"] = part.senderName;
        if (!part.senderAddress.isEmpty())
            json["address"] = part.senderAddress;
        parts.push_back(std::move(json));
    }
    const auto spans = [](const std::vector<UtteranceSpan> &list) {
        Json out = Json::array();
        for (const UtteranceSpan &span : list)
            out.push_back(Json::array({span.begin, span.length, span.isUncertain}));
        return out;
    };
    Json json{{"own", utterance.own},
              {"parts", std::move(parts)},
              {"sentences", spans(utterance.sentences)},
              {"clauses", spans(utterance.clauses)}};
    if (utterance.pointsBeyond)
        json["points_beyond"] = true;
    return json;
}

} // namespace Helmdesk
