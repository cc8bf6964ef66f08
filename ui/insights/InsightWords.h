#pragma once

#include "app/InsightsRoom.h"
#include "Words.h"

namespace Helmdesk
{

// The words of the insights. A dash stands for what cannot be said.
class InsightWords
{
    Q_DECLARE_TR_FUNCTIONS(InsightWords)

public:
    static QString share(qint64 part, qint64 whole);            // "61 %"
    static QString seconds(const std::optional<qint64> &value); // "45 s", "12.5 min", "3.2 h", "2.1 days"
    static QString hours(double minutes);
    static QString dollars(double value);
    static QString period(const InsightFilter &filter); // "1 Nov 2026 to 30 Nov 2026"
    static QString channel(const QString &name);
    static QString category(const QString &name); // also "none"
    static QString reason(const QString &name);   // also "none"
};

} // namespace Helmdesk
