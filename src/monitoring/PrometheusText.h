#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>

namespace Helmdesk
{

// How often something took how long: counts by upper bound in seconds, each bound's own (not summed up).
struct SecondsHistogram {
    std::vector<double> bounds; // ascending
    std::vector<qint64> counts; // one more than bounds: what was beyond the last
    double sum = 0.0;

    explicit SecondsHistogram(std::vector<double> upTo);
    void add(double seconds);
    qint64 count() const;
};

// Metrics in the text form of Prometheus, version 0.0.4. Names are the program's own and fit the form.
class PrometheusText
{
public:
    using Labels = std::vector<std::pair<const char *, QString>>;
    enum class Type { Counter, Gauge, Histogram };

    static QByteArray contentType() { return "text/plain; version=0.0.4; charset=utf-8"; }

    // The samples that follow are of this metric.
    void begin(const char *name, Type type, const char *help);
    void add(double value, const Labels &labels = {});
    void add(const SecondsHistogram &histogram, const Labels &labels = {});
    QByteArray text() const { return m_text; }

private:
    void sample(const QByteArray &name, const Labels &labels, const QByteArray &value);

    QByteArray m_name;
    QByteArray m_text;
};

} // namespace Helmdesk
