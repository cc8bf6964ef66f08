#include "app/CsvTable.h"

#include <algorithm>
#include <QSaveFile>

namespace Helmdesk
{
namespace
{

QString csvCell(const Json &value)
{
    QString text = value.is_string() ? value.get<QString>()
                   : value.is_null() ? QString()
                                     : QString::fromUtf8(toBytes(value));
    if (value.is_string() && !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    const bool needsQuotes =
        std::ranges::any_of(text, [](QChar letter) { return QStringLiteral("\",\r\n").contains(letter); });
    return needsQuotes ? u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

Error cannotWrite(const QFileDevice &file)
{
    return {ErrorKind::Io,
            QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString())};
}

} // namespace

QStringList csvLines(const QStringList &columns, const Json &records)
{
    QStringList lines{columns.join(u',')};
    for (const Json &record : records) {
        QStringList cells;
        for (const QString &column : columns)
            cells << csvCell(memberOrNull(record, column.toLatin1().constData()));
        lines << cells.join(u',');
    }
    return lines;
}

Result<> writeOwnFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(file);
    return {};
}

Result<> writeCsv(const QString &path, const QStringList &columns, const Json &records)
{
    const QString text =
        QChar(0xFEFF) + csvLines(columns, records).join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
    return writeOwnFile(path, text.toUtf8());
}

} // namespace Helmdesk
