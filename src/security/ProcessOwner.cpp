#include "security/ProcessOwner.h"

#include <QSysInfo>
#include <vector>

#ifdef Q_OS_WIN
// windows.h first
#include <windows.h>

#include <sddl.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

namespace Helmdesk
{
namespace
{

#ifdef Q_OS_WIN
QString account()
{
    QString sid = QStringLiteral("unknown");
    HANDLE token = nullptr;
    if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
        DWORD size = 0;
        GetTokenInformation(token, TokenUser, nullptr, 0, &size);
        std::vector<unsigned char> buffer(size);
        LPWSTR text = nullptr;
        if (size > 0 && GetTokenInformation(token, TokenUser, buffer.data(), size, &size) &&
            ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER *>(buffer.data())->User.Sid, &text)) {
            sid = QString::fromWCharArray(text);
            LocalFree(text);
        }
        CloseHandle(token);
    }
    wchar_t name[257] = {};
    DWORD length = 257;
    const QString login = GetUserNameW(name, &length) ? QString::fromWCharArray(name) : QString();
    return QStringLiteral("sid=%1(%2)").arg(sid, login);
}
#else
QString account()
{
    const uid_t user = getuid();
    std::vector<char> buffer(16 * 1024);
    passwd entry{};
    passwd *found = nullptr;
    QString login;
    if (getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        login = QString::fromLocal8Bit(entry.pw_name);
    return QStringLiteral("uid=%1(%2)").arg(user).arg(login);
}
#endif

} // namespace

QString processOrigin()
{
    static const QString origin = account() + QLatin1Char('@') + QSysInfo::machineHostName();
    return origin;
}

} // namespace Helmdesk
