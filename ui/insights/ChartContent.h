#pragma once

#include "theme/Theme.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

enum class ChartBars { Across, Upright };

struct ChartSeries {
    QString name;
    Tone tone = Tone::Accent;
};

struct ChartRow {
    QString label;              // in full, for the table
    QString tick;               // at the axis; empty: the label
    QString key;                // what opening it gives; empty: it does not open
    std::vector<qint64> values; // one for each series
};

// A table of counts, and how they are drawn.
struct ChartContent {
    QString summary; // one sentence on what it shows; empty: none
    QString rowTitle;
    std::vector<ChartSeries> series;
    std::vector<ChartRow> rows;
};

} // namespace Helmdesk
