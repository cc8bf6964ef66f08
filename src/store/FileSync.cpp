#include "store/FileSync.h"

#include <cerrno>
#include <cstring>
#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Helmdesk
{
namespace
{

Error notOnDisk(const QString &path, const QString &why, bool isFull)
{
    return {isFull ? ErrorKind::StorageFull : ErrorKind::Io,
            QStringLiteral("what was written to %1 did not reach the disk: %2")
                .arg(QDir::toNativeSeparators(path), why)};
}

#ifndef Q_OS_WIN
Result<> sync(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        if (errno == ENOENT)
            return {};
        return notOnDisk(path, QString::fromLocal8Bit(std::strerror(errno)), false);
    }
#ifdef Q_OS_MACOS
    int failed = ::fcntl(file, F_FULLFSYNC);
    if (failed != 0 && errno != EIO && errno != ENOSPC) // a file system that does not know it
        failed = ::fsync(file);
#elif defined(Q_OS_LINUX)
    const int failed = (flags & O_DIRECTORY) != 0 ? ::fsync(file) : ::fdatasync(file);
#else
    const int failed = ::fsync(file);
#endif
    const int reason = failed != 0 ? errno : 0;
    ::close(file);
    if (reason != 0)
        return notOnDisk(path, QString::fromLocal8Bit(std::strerror(reason)), reason == ENOSPC);
    return {};
}
#endif

} // namespace

#ifdef Q_OS_WIN

Result<> syncFile(const QString &path)
{
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    const HANDLE file =
        ::CreateFileW(name.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE) {
        const DWORD reason = ::GetLastError();
        if (reason == ERROR_FILE_NOT_FOUND)
            return {};
        return notOnDisk(path, qt_error_string(static_cast<int>(reason)), false);
    }
    const bool isDone = ::FlushFileBuffers(file) != 0;
    const DWORD reason = isDone ? 0 : ::GetLastError();
    ::CloseHandle(file);
    if (!isDone)
        return notOnDisk(path, qt_error_string(static_cast<int>(reason)), reason == ERROR_DISK_FULL);
    return {};
}

Result<> syncFolder(const QString &)
{
    return {};
}

#else

Result<> syncFile(const QString &path)
{
    return sync(path, 0);
}

Result<> syncFolder(const QString &path)
{
    return sync(path, O_DIRECTORY);
}

#endif

} // namespace Helmdesk
