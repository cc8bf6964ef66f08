#include "monitoring/PrometheusText.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <QLocale>

namespace Helmdesk
{
namespace
{

QByteArray numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray escapedHelp(QByteArray help)
{
    return help.replace('\\', "\\\\").replace('\n', "\\n");
}

QByteArray escapedValue(const QString &value)
{
    return value.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

SecondsHistogram::SecondsHistogram(std::vector<double> upTo)
    : bounds(std::move(upTo))
    , counts(bounds.size() + 1)
{
}

void SecondsHistogram::add(double seconds)
{
    const auto bound = std::ranges::lower_bound(bounds, seconds);
    ++counts[static_cast<size_t>(bound - bounds.begin())];
    sum += seconds;
}

qint64 SecondsHistogram::count() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0});
}

void PrometheusText::begin(const char *name, Type type, const char *help)
{
    m_name = name;
    const QByteArray typeName = type == Type::Counter ? "counter"
                                : type == Type::Gauge ? "gauge"
                                                      : "histogram";
    m_text += "# HELP " + m_name + ' ' + escapedHelp(help) + '\n';
    m_text += "# TYPE " + m_name + ' ' + typeName + '\n';
}

void PrometheusText::sample(const QByteArray &name, const Labels &labels, const QByteArray &value)
{
    m_text += name;
    for (size_t i = 0; i < labels.size(); ++i) {
        m_text += i == 0 ? '{' : ',';
        m_text += QByteArray(labels[i].first) + "=\"" + escapedValue(labels[i].second) + '"';
    }
    if (!labels.empty())
        m_text += '}';
    m_text += ' ' + value + '\n';
}

void PrometheusText::add(double value, const Labels &labels)
{
    sample(m_name, labels, numberText(value));
}

void PrometheusText::add(const SecondsHistogram &histogram, const Labels &labels)
{
    qint64 upTo = 0;
    for (size_t i = 0; i < histogram.counts.size(); ++i) {
        upTo += histogram.counts[i];
        Labels bound = labels;
        bound.emplace_back("le", i < histogram.bounds.size()
                                     ? QString::fromLatin1(numberText(histogram.bounds[i]))
                                     : QStringLiteral("+Inf"));
        sample(m_name + "_bucket", bound, QByteArray::number(upTo));
    }
    sample(m_name + "_sum", labels, numberText(histogram.sum));
    sample(m_name + "_count", labels, QByteArray::number(upTo));
}

} // namespace Helmdesk
