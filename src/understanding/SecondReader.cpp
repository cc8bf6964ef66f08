#include "understanding/SecondReader.h"

#include "understanding/WordFeatures.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{

double SecondReader::probability(const LinearModel &model, const std::vector<SparseFeature> &row)
{
    return 1.0 / (1.0 + std::exp(-static_cast<double>(model.scores(row).front())));
}

double SecondReader::Heard::act(const QString &act) const
{
    const auto found = m_reader->m_ofAct.constFind(act);
    return found == m_reader->m_ofAct.cend() ? 0.0 : probability(*found, m_row);
}

SecondReader::Heard SecondReader::hear(QStringView text) const
{
    Heard heard;
    heard.m_reader = this;
    if (isEmpty())
        return heard;
    heard.m_row = SpelledFeatures::extract(text);
    heard.m_anything = probability(m_ofAnything, heard.m_row);
    return heard;
}

double SecondReader::agrees(const Heard &turn, const Heard &sentence, const QString &act) const
{
    return std::min(std::sqrt(turn.anything() * sentence.anything()),
                    std::sqrt(turn.act(act) * sentence.act(act)));
}

bool SecondReader::isSound() const
{
    const auto fits = [](const LinearModel &model) {
        return model.classCount() == 1 && model.featureCount() == SpelledFeatures::featureCount;
    };
    return isEmpty() || (fits(m_ofAnything) && std::ranges::all_of(m_ofAct, fits));
}

void SecondReader::save(LinearModelWriter &out) const
{
    QStringList acts = m_ofAct.keys();
    acts.sort(); // the same bytes each time
    out.head() << acts;
    if (acts.isEmpty())
        return;
    out.add(m_ofAnything);
    for (const QString &act : acts)
        out.add(m_ofAct[act]);
}

SecondReader SecondReader::restore(LinearModelReader &in)
{
    SecondReader reader;
    QStringList acts;
    in.head() >> acts;
    if (!acts.isEmpty())
        reader.m_ofAnything = in.next();
    for (const QString &act : acts) {
        if (in.head().status() != QDataStream::Ok)
            break;
        reader.m_ofAct[act] = in.next();
    }
    if (reader.isSound())
        return reader;
    in.head().setStatus(QDataStream::ReadCorruptData);
    return {};
}

} // namespace Helmdesk
