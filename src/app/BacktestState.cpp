#include "app/BacktestState.h"

#include <QDir>

namespace Helmdesk
{

Result<> BacktestState::open(const QString &folder, const QString &fingerprint)
{
    if (folder.isEmpty())
        return {};
    const auto failed = [this] {
        return Error{ErrorKind::Io,
                     QStringLiteral("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString())};
    };
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be made").arg(folder)};
    m_file.setFileName(QDir(folder).filePath(QString::fromLatin1(fileName)));
    if (!m_file.open(QIODevice::ReadWrite))
        return failed();
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto head = parseJson(m_file.readLine());
    qint64 whole = m_file.pos();
    const bool isSame = head && stringOr(*head, "fingerprint") == fingerprint;
    while (isSame && !m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        if (!line.endsWith('\n'))
            break;
        if (const auto json = parseJson(line); json && backtestRecordFromJson(*json))
            m_lines.insert(stringOr(*json, "id"), line);
        whole = m_file.pos();
    }
    m_found = m_lines.size();
    if (!isSame) {
        const QByteArray line = toBytes({{"fingerprint", fingerprint}}) + '\n';
        if (!m_file.resize(0) || !m_file.seek(0) || m_file.write(line) != line.size() || !m_file.flush())
            return failed();
        return {};
    }
    return m_file.resize(whole) && m_file.seek(whole) ? Result<>() : Result<>(failed());
}

std::optional<BacktestRecord> BacktestState::take(const QString &id)
{
    const QByteArray line = m_lines.take(id);
    if (line.isEmpty())
        return {};
    const auto json = parseJson(line);
    auto record = json ? backtestRecordFromJson(*json) : Result<BacktestRecord>(json.error());
    return record ? std::optional(std::move(*record)) : std::nullopt;
}

Result<> BacktestState::keep(const std::vector<BacktestRecord> &records)
{
    if (!m_file.isOpen())
        return {};
    QByteArray lines;
    for (const BacktestRecord &record : records)
        lines += toBytes(toJson(record)) + '\n';
    if (m_file.write(lines) != lines.size() || !m_file.flush())
        return Error{ErrorKind::Io,
                     QStringLiteral("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString())};
    return {};
}

} // namespace Helmdesk
