#include "channels/CalendarText.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace Helmdesk
{
namespace
{

// "20261201T090000Z", "20261201T090000" (at the place's own time) or "20261201".
QString readableTime(const QString &value)
{
    const QDateTime at = QDateTime::fromString(value.left(15), QStringLiteral("yyyyMMdd'T'HHmmss"));
    if (at.isValid())
        return at.toString(QStringLiteral("yyyy-MM-dd HH:mm")) +
               (value.endsWith(u'Z') ? QStringLiteral(" UTC") : QString());
    const QDate day = QDate::fromString(value.left(8), QStringLiteral("yyyyMMdd"));
    return day.isValid() ? day.toString(Qt::ISODate) : value;
}

QString unescaped(QString value)
{
    return value.replace(QStringLiteral("\\n"), QStringLiteral("\n"), Qt::CaseInsensitive)
        .replace(QStringLiteral("\\,"), QStringLiteral(","))
        .replace(QStringLiteral("\\;"), QStringLiteral(";"))
        .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

// Property name -> value of the calendar and its first event; parameters are left out.
QHash<QString, QString> propertiesOf(QString calendar)
{
    calendar.remove(QStringLiteral("\n ")).remove(QStringLiteral("\n\t")); // folded lines
    QHash<QString, QString> properties;
    for (const QString &line : calendar.split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(colon).section(u';', 0, 0).trimmed().toUpper();
        if (colon > 0 && !properties.contains(name))
            properties.insert(name, line.mid(colon + 1).trimmed());
        if (line.trimmed().compare(QLatin1String("END:VEVENT"), Qt::CaseInsensitive) == 0)
            break;
    }
    return properties;
}

} // namespace

CalendarText readCalendar(const QString &calendar)
{
    const QHash<QString, QString> properties = propertiesOf(calendar);
    CalendarText read;
    read.isAnswer = properties.value(QStringLiteral("METHOD")).toUpper() == QLatin1String("REPLY");
    QStringList lines{unescaped(properties.value(QStringLiteral("SUMMARY")))};
    if (const QString start = properties.value(QStringLiteral("DTSTART")); !start.isEmpty()) {
        const QString end = properties.value(QStringLiteral("DTEND"));
        lines.append(readableTime(start) +
                     (end.isEmpty() ? QString() : QStringLiteral(" to ") + readableTime(end)));
    }
    lines.append(unescaped(properties.value(QStringLiteral("LOCATION"))));
    lines.append(unescaped(properties.value(QStringLiteral("DESCRIPTION"))));
    lines.removeAll(QString());
    read.text = lines.join(u'\n');
    return read;
}

} // namespace Helmdesk
