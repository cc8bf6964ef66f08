#include "core/OwnerOnly.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <aclapi.h>
#include <windows.h>
#else
#include <sys/stat.h>
#endif

namespace Helmdesk
{
namespace
{

#ifdef Q_OS_WIN

// Not tested: a list that gives the owner everything, inherited by what is made inside, and nothing from
// above.
bool close(const QString &path, bool isFolder)
{
    HANDLE token = nullptr;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &token))
        return false;
    DWORD bytes = 0;
    ::GetTokenInformation(token, TokenUser, nullptr, 0, &bytes);
    QByteArray user(static_cast<qsizetype>(bytes), '\0');
    const bool isKnown = ::GetTokenInformation(token, TokenUser, user.data(), bytes, &bytes) != 0;
    ::CloseHandle(token);
    if (!isKnown)
        return false;
    EXPLICIT_ACCESSW access{};
    access.grfAccessPermissions = GENERIC_ALL;
    access.grfAccessMode = SET_ACCESS;
    access.grfInheritance = isFolder ? SUB_CONTAINERS_AND_OBJECTS_INHERIT : NO_INHERITANCE;
    ::BuildTrusteeWithSidW(&access.Trustee, reinterpret_cast<TOKEN_USER *>(user.data())->User.Sid);
    PACL list = nullptr;
    if (::SetEntriesInAclW(1, &access, nullptr, &list) != ERROR_SUCCESS)
        return false;
    std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    const DWORD result = ::SetNamedSecurityInfoW(
        name.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
        nullptr, list, nullptr);
    ::LocalFree(list);
    return result == ERROR_SUCCESS;
}

#else

bool close(const QString &path, bool isFolder)
{
    QFileDevice::Permissions owners = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (isFolder)
        owners |= QFileDevice::ExeOwner;
    return QFile::setPermissions(path, owners);
}

#endif

void closeInside(const QString &folder, AccessReport &report)
{
    const auto entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        // A subfolder that is closed keeps what it holds from others, however that is marked.
        if (entry.isSymLink() || !(entry.isFile() || entry.isDir()) || !isOpenToOthers(entry.filePath()))
            continue;
        if (entry.isDir())
            closeInside(entry.filePath(), report);
        const bool isDone = close(entry.filePath(), entry.isDir());
        (isDone ? report.mended : report.stillOpen).append(entry.filePath());
    }
}

} // namespace

void makeNewFilesOwnerOnly()
{
#ifndef Q_OS_WIN
    ::umask(S_IRWXG | S_IRWXO);
#endif
}

Result<> createOwnerOnly(const QString &path)
{
    QFile file(path);
    if (file.exists())
        return {};
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                  QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.exists()) // another program was quicker
        return {};
    return Error{
        ErrorKind::Io,
        QStringLiteral("%1 cannot be made: %2").arg(QDir::toNativeSeparators(path), file.errorString())};
}

bool isOpenToOthers(const QString &path)
{
#ifdef Q_OS_WIN
    return !QFileInfo(path).isSymLink() && QFileInfo(path).isDir(); // set anew at each start
#else
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                QFileDevice::WriteOther | QFileDevice::ExeOther;
    return (QFile::permissions(path) & others) != 0;
#endif
}

AccessReport closeToOthers(const QString &folder, Closing closing)
{
    AccessReport report;
    if (closing == Closing::Everything)
        closeInside(folder, report);
    if (isOpenToOthers(folder))
        (close(folder, true) ? report.mended : report.stillOpen).append(folder);
    return report;
}

} // namespace Helmdesk
