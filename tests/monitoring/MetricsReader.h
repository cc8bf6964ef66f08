#pragma once

#include <optional>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>
#include <vector>

namespace Helmdesk::Test
{

// Reads the text form of Prometheus, version 0.0.4, strictly: what it does not know is a fault.
struct MetricsReader {
    struct Sample {
        QString name;
        QMap<QString, QString> labels;
        double value = 0.0;
    };
    QMap<QString, QString> help;
    QMap<QString, QString> types;
    std::vector<Sample> samples;
    QStringList faults;

    explicit MetricsReader(const QByteArray &bytes)
    {
        const QString text = QString::fromUtf8(bytes);
        if (!text.endsWith(u'\n'))
            faults << QStringLiteral("the last line has no end");
        QStringList lines = text.split(u'\n');
        lines.removeLast();
        for (const QString &line : std::as_const(lines))
            readLine(line);
    }

    std::optional<double> value(const QString &name, const QMap<QString, QString> &labels = {}) const
    {
        for (const Sample &sample : samples)
            if (sample.name == name && sample.labels == labels)
                return sample.value;
        return {};
    }

private:
    void readLine(const QString &line)
    {
        static const QRegularExpression comment(
            QStringLiteral("^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$"));
        if (const auto match = comment.match(line); match.hasMatch()) {
            auto &into = match.captured(1) == QLatin1String("HELP") ? help : types;
            if (into.contains(match.captured(2)))
                faults << QStringLiteral("said twice: ") + line;
            into.insert(match.captured(2), match.captured(3));
            return;
        }
        static const QRegularExpression sample(
            QStringLiteral("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (NaN|[+-]Inf|[-+0-9.e]+)$"));
        const auto match = sample.match(line);
        if (!match.hasMatch()) {
            faults << QStringLiteral("not understood: ") + line;
            return;
        }
        Sample read;
        read.name = match.captured(1);
        readLabels(match.captured(2), read.labels);
        read.value = match.captured(3) == QLatin1String("+Inf") ? qInf() : match.captured(3).toDouble();
        QString family = read.name;
        family.remove(QRegularExpression(QStringLiteral("_(bucket|sum|count)$")));
        if (!types.contains(read.name) && types.value(family) != QLatin1String("histogram"))
            faults << QStringLiteral("no TYPE before: ") + line;
        samples.push_back(read);
    }
    void readLabels(const QString &text, QMap<QString, QString> &labels)
    {
        static const QRegularExpression label(
            QStringLiteral("\\G([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)"));
        qsizetype at = 0;
        while (at < text.size()) {
            const auto match = label.match(text, at);
            if (!match.hasMatch()) {
                faults << QStringLiteral("labels: ") + text;
                return;
            }
            QString value = match.captured(2);
            QString plain;
            for (qsizetype i = 0; i < value.size(); ++i) {
                const bool isEscaped = value.at(i) == u'\\' && i + 1 < value.size();
                if (isEscaped)
                    ++i;
                plain += isEscaped && value.at(i) == u'n' ? QChar(u'\n') : value.at(i);
            }
            labels.insert(match.captured(1), plain);
            at = match.capturedEnd();
        }
    }
};

} // namespace Helmdesk::Test
