#pragma once

#include "monitoring/HealthFinding.h"
#include "monitoring/PrometheusText.h"

#include <map>
#include <mutex>

namespace Helmdesk
{

// What this program has done since it began. Values of one moment.
struct TurnCounts {
    SecondsHistogram answerSeconds{{0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0}};
    std::map<std::pair<Decision, Category>, qint64> turns;
    qint64 failures = 0;                    // of answering, each try
    std::map<ChannelKind, qint64> messages; // taken in
};

// The counters behind the metrics. Thread: any.
class TurnCounters
{
public:
    void addTurn(Decision decision, Category category);
    void addAnswer(double seconds); // that a run took, from its beginning to its outcome
    void addFailure();
    void addMessage(ChannelKind channel);
    TurnCounts counts() const;

private:
    mutable std::mutex m_mutex;
    TurnCounts m_counts;
};

// All metrics as Prometheus reads them. Labels name categories, channels, tools, models and mailboxes as the
// team called them; nothing in them comes from customers. Pure.
QByteArray metricsText(const HealthReadings &readings, const std::vector<HealthFinding> &findings,
                       const TurnCounts &counts, const QString &version);

} // namespace Helmdesk
