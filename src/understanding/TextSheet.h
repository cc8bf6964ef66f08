#pragma once

#include "understanding/TextLine.h"
#include "understanding/Utterance.h"

namespace Helmdesk
{

// A cut that a finder made.
struct Cut {
    PartKind kind = PartKind::Quoted;
    CutMark mark = CutMark::None;
    double certainty = 0.0; // 0: no cut
    QString senderName;
    QString senderAddress;
    qsizetype header = 0; // lines at its beginning that only introduce it
};

// A piece inside a line that is not the customer's.
struct InlineCut {
    qsizetype begin = 0; // in the text
    qsizetype end = 0;
    int cut = -1;
};

// A message while it is read: its lines, and which cut each belongs to. The finders take turns; each looks at
// the lines that are still own. Used by one reading on one thread.
class TextSheet
{
public:
    static constexpr int ownLine = -1;

    TextSheet(const QString &source, const UtteranceContext &context, const UtteranceWords &words);

    const QString &source;
    const UtteranceContext &context;
    const UtteranceWords &words;
    std::vector<TextLine> lines;
    std::vector<int> cutOf; // by line: index of `cuts`, or ownLine
    std::vector<Cut> cuts;
    std::vector<InlineCut> inlineCuts; // in order, without overlaps

    qsizetype size() const { return static_cast<qsizetype>(lines.size()); }
    const TextLine &line(qsizetype at) const { return lines[static_cast<size_t>(at)]; }
    QStringView raw(qsizetype at) const;
    bool isOwn(qsizetype at) const { return cutOf[static_cast<size_t>(at)] == ownLine; }
    // Own, or below a cut that is uncertain: a finder may still find better.
    bool isOpen(qsizetype at) const;
    // The first line at or after `at` that is not blank, or size().
    qsizetype nextText(qsizetype at) const;
    // The last line before `at` that is not blank, or -1.
    qsizetype previousText(qsizetype at) const;

    // Lines [from, to) belong to the cut; those of earlier cuts too.
    void mark(qsizetype from, qsizetype to, Cut cut);
    void markInline(qsizetype begin, qsizetype end, Cut cut);
};

} // namespace Helmdesk
