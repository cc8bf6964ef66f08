#include "store/DatabaseFile.h"

#include <mutex>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QtEndian>

namespace Helmdesk
{
namespace
{

constexpr qsizetype headerBytes = 100; // https://www.sqlite.org/fileformat2.html
constexpr qsizetype applicationIdAt = 68;

// The database files that this process has open, by their number of connections.
struct OpenFiles {
    std::mutex mutex; // also held while the head of a file is read, so that none is opened in between
    QHash<QString, int> connections;
};

OpenFiles &openFiles()
{
    static OpenFiles files;
    return files;
}

QString keyOf(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
}

QString wayBack(const QString &path)
{
    const QFileInfo file(path);
    const QStringList backups =
        file.dir().entryList({file.fileName() + QStringLiteral(".backup-*")}, QDir::Files, QDir::Time);
    if (backups.isEmpty())
        return QStringLiteral("restore it from your own backup, or move the folder away to begin with an "
                              "empty workspace");
    return QStringLiteral("move it away with its -wal and -shm, and rename the backup %1 beside it to %2")
        .arg(backups.first(), file.fileName());
}

} // namespace

OpenDatabaseFile::OpenDatabaseFile(const QString &path)
    : m_path(keyOf(path))
{
    OpenFiles &files = openFiles();
    const std::lock_guard guard(files.mutex);
    ++files.connections[m_path];
}

OpenDatabaseFile::~OpenDatabaseFile()
{
    OpenFiles &files = openFiles();
    const std::lock_guard guard(files.mutex);
    if (--files.connections[m_path] == 0)
        files.connections.remove(m_path);
}

Error damagedDatabase(const QString &path, const QString &finding)
{
    return {ErrorKind::Corrupt, QStringLiteral("the database %1 is damaged (%2): %3")
                                    .arg(QDir::toNativeSeparators(path), finding, wayBack(path))};
}

Error emptiedDatabase(const QString &path, const QString &trace)
{
    return {ErrorKind::Corrupt,
            QStringLiteral("the database %1 is empty or missing, but %2 beside it tells that this workspace "
                           "was in use: %3")
                .arg(QDir::toNativeSeparators(path), trace, wayBack(path))};
}

QString traceOfUse(const QString &path)
{
    const QFileInfo file(path);
    const QDir folder = file.dir();
    const QStringList names{QString::fromLatin1(workspaceMarkName),
                            QStringLiteral("http.key"),
                            QStringLiteral("settings.kept"),
                            QStringLiteral("models"),
                            QStringLiteral("outbox"),
                            QStringLiteral("inbox/processed"),
                            QStringLiteral("inbox/failed")};
    for (const QString &name : names) {
        if (QFileInfo::exists(folder.filePath(name)))
            return name;
    }
    const QStringList backups =
        folder.entryList({file.fileName() + QStringLiteral(".backup-*")}, QDir::Files);
    if (!backups.isEmpty())
        return backups.first();
    const QString log = file.fileName() + QStringLiteral("-wal");
    return QFileInfo(folder.filePath(log)).size() > 0 ? log : QString();
}

Result<DatabaseFileKind> examineDatabaseFile(const QString &path)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (info.isDir())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1 is a folder where the database should be").arg(shown)};
    if (!info.exists() || info.size() == 0) {
        const QString trace = traceOfUse(path);
        return trace.isEmpty() ? Result<DatabaseFileKind>(DatabaseFileKind::New)
                               : Result<DatabaseFileKind>(emptiedDatabase(path, trace));
    }
    OpenFiles &files = openFiles();
    const std::lock_guard guard(files.mutex);
    if (files.connections.contains(keyOf(path)))
        return DatabaseFileKind::Unmarked;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io,
                     QStringLiteral("the database %1 cannot be read: %2").arg(shown, file.errorString())};
    const QByteArray header = file.read(headerBytes);
    if (header.size() < headerBytes || !header.startsWith(QByteArray("SQLite format 3", 16)))
        return damagedDatabase(path, QStringLiteral("it is not a readable SQLite file"));
    const auto mark = qFromBigEndian<quint32>(header.constData() + applicationIdAt);
    if (mark == databaseApplicationId)
        return DatabaseFileKind::Marked;
    if (mark != 0)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1 is the database of another program").arg(shown)};
    return DatabaseFileKind::Unmarked;
}

} // namespace Helmdesk
