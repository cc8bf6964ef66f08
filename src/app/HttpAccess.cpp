#include "app/HttpAccess.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSaveFile>

namespace Helmdesk
{
namespace
{

constexpr qsizetype secretBytes = 32;

QString portFile(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("http.port"));
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

Result<> writePrivately(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text) != text.size() || !file.commit())
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    return {};
}

} // namespace

QString HttpAccess::keyFile(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("http.key"));
}

Result<HttpAccess> HttpAccess::open(const QString &folder)
{
    const QString path = keyFile(folder);
    QFile file(path);
    if (!file.exists()) {
        auto written = writePrivately(path, randomBytes(secretBytes).toHex() + '\n' +
                                                randomBytes(secretBytes).toHex() + '\n');
        if (!written)
            return written.error();
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    const QList<QByteArray> lines = file.readAll().split('\n');
    if (lines.size() < 2 || lines[0].size() != 2 * secretBytes || lines[1].size() != 2 * secretBytes)
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("%1 is damaged: delete it to have new keys made").arg(path)};
    HttpAccess access;
    access.bearerToken = lines[0];
    access.sessionSecret = QByteArray::fromHex(lines[1]);
    QFile port(portFile(folder));
    if (port.open(QIODevice::ReadOnly))
        access.lastPort = port.readAll().trimmed().toUShort();
    return access;
}

void HttpAccess::rememberPort(const QString &folder, quint16 port)
{
    // Without it the next start has another port, which is no reason to fail.
    if (auto written = writePrivately(portFile(folder), QByteArray::number(port) + '\n'); !written)
        qWarning("%s", qPrintable(written.error().detail));
}

} // namespace Helmdesk
