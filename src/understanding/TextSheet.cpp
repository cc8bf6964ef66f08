#include "understanding/TextSheet.h"

namespace Helmdesk
{

TextSheet::TextSheet(const QString &text, const UtteranceContext &around, const UtteranceWords &lists)
    : source(text)
    , context(around)
    , words(lists)
    , lines(linesOf(text))
    , cutOf(lines.size(), ownLine)
{
}

QStringView TextSheet::raw(qsizetype at) const
{
    return QStringView(source).sliced(line(at).begin, line(at).length);
}

bool TextSheet::isOpen(qsizetype at) const
{
    const int cut = cutOf[static_cast<size_t>(at)];
    return cut == ownLine || cuts[static_cast<size_t>(cut)].certainty < certainCut;
}

qsizetype TextSheet::nextText(qsizetype at) const
{
    while (at < size() && line(at).isBlank)
        ++at;
    return at;
}

qsizetype TextSheet::previousText(qsizetype at) const
{
    --at;
    while (at >= 0 && line(at).isBlank)
        --at;
    return at;
}

void TextSheet::mark(qsizetype from, qsizetype to, Cut cut)
{
    cuts.push_back(std::move(cut));
    std::fill(cutOf.begin() + from, cutOf.begin() + to, static_cast<int>(cuts.size()) - 1);
}

void TextSheet::markInline(qsizetype begin, qsizetype end, Cut cut)
{
    cuts.push_back(std::move(cut));
    inlineCuts.push_back({begin, end, static_cast<int>(cuts.size()) - 1});
}

} // namespace Helmdesk
