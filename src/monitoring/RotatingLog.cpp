#include "monitoring/RotatingLog.h"

#include "core/Clock.h"

#include <QDir>

namespace Helmdesk
{
namespace
{

QString numbered(const QString &path, int number)
{
    return number == 0 ? path : QStringLiteral("%1.%2").arg(path).arg(number);
}

QString plainField(const Json &value)
{
    return value.is_string() ? value.get<QString>() : QString::fromUtf8(toBytes(value));
}

} // namespace

QByteArray logLine(LogFormat format, const QDateTime &at, const QString &level, const QString &category,
                   const QString &message, const Json &fields)
{
    if (format == LogFormat::JsonLines) {
        Json line = fields;
        line["at"] = toIso(at);
        line["level"] = level;
        line["category"] = category;
        line["message"] = message;
        return toBytes(line);
    }
    QString line = QStringLiteral("%1 %2 %3: %4").arg(toIso(at), level, category, message);
    for (const auto &[name, value] : fields.items())
        line += QStringLiteral(" %1=%2").arg(QString::fromStdString(name), plainField(value));
    return line.replace(u'\n', u' ').replace(u'\r', u' ').toUtf8();
}

RotatingLog::RotatingLog(const QString &path, const Limits &limits)
    : m_limits(limits)
    , m_file(path)
{
}

Result<std::unique_ptr<RotatingLog>> RotatingLog::open(const QString &path, const Limits &limits)
{
    std::unique_ptr<RotatingLog> log(new RotatingLog(path, limits));
    if (!log->m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return Error{ErrorKind::Io, QStringLiteral("the log file %1 cannot be written: %2")
                                        .arg(QDir::toNativeSeparators(path), log->m_file.errorString())};
    log->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    log->m_written = log->m_file.size();
    return log;
}

void RotatingLog::write(const QByteArray &line)
{
    const std::lock_guard lock(m_mutex);
    const qint64 bytes = line.size() + 1;
    if (m_written > 0 && m_written + bytes > m_limits.bytes)
        rotate();
    if (m_file.write(line + '\n') == bytes && m_file.flush())
        m_written += bytes;
}

void RotatingLog::rotate()
{
    const QString path = m_file.fileName();
    m_file.close();
    QFile::remove(numbered(path, m_limits.kept));
    for (int number = m_limits.kept - 1; number >= 0; --number)
        QFile::rename(numbered(path, number), numbered(path, number + 1));
    if (m_limits.kept == 0)
        QFile::remove(path);
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // A file that could not be renamed is tried again after as many bytes, not with every line.
    m_written = m_file.size() < m_limits.bytes / 2 ? m_file.size() : 0;
}

} // namespace Helmdesk
