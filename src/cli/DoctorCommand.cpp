#include "app/UpdateCheck.h"
#include "app/WorkerLock.h"
#include "cli/Commands.h"
#include "core/ResourcePaths.h"
#include "http/HttpGateway.h"
#include "settings/AdminDefaults.h"
#include "store/LeftOvers.h"
#include "store/SqliteAuditLog.h"

#include <algorithm>
#include <filesystem>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Helmdesk
{
namespace
{

constexpr qint64 leastFreeBytes = 100LL * 1024 * 1024;
constexpr int unfinishedAfterSeconds = 600; // what is older is not just under way

// Says each check as it is made, and keeps all for the JSON document.
class Checks
{
public:
    explicit Checks(const Output &out)
        : m_out(out)
    {
    }
    void add(const QString &name, const Result<QString> &result)
    {
        const bool isFine = result.has_value();
        const QString detail = isFine ? *result : result.error().detail;
        m_allFine = m_allFine && isFine;
        m_list.push_back({{"check", name}, {"ok", isFine}, {"detail", detail}});
        if (!m_out.isJson())
            m_out.line(QStringLiteral("%1  %2: %3")
                           .arg(isFine ? QStringLiteral("ok  ") : QStringLiteral("FAIL"), name, detail));
    }
    int end() const
    {
        if (m_out.isJson())
            m_out.result({{"ok", m_allFine}, {"checks", m_list}}, {});
        return m_allFine ? 0 : 1;
    }

private:
    const Output &m_out;
    Json m_list = Json::array();
    bool m_allFine = true;
};

Error wrong(const QString &detail)
{
    return {ErrorKind::Corrupt, detail};
}

Result<QString> checkSettings(const Workspace &workspace)
{
    (void)workspace.settings();
    const QString problem = workspace.settingsProblem();
    return problem.isEmpty() ? Result<QString>(QStringLiteral("all can be read"))
                             : Result<QString>(wrong(problem));
}

// What holds on this machine whatever a workspace says.
Result<QString> checkAdminDefaults(const AdminDefaults &defaults)
{
    if (!defaults.problem().isEmpty())
        return wrong(defaults.problem());
    if (defaults.entries().empty())
        return QStringLiteral("presets and locks no setting on this machine");
    QStringList lines;
    for (const auto &[name, entry] : defaults.entries())
        lines.append(QStringLiteral("%1 %2 = %3 (%4)")
                         .arg(entry.hold == AdminDefaults::Hold::Locked ? QStringLiteral("locks")
                                                                        : QStringLiteral("presets"),
                              name, QString::fromUtf8(toBytes(entry.value)), entry.source));
    return lines.join(QStringLiteral("; "));
}

Result<QString> checkUpdates(const AdminDefaults &defaults)
{
    if (defaults.updateAddress().isEmpty())
        return QStringLiteral("nobody is asked: the administrator of this machine set no address");
    HttpGateway gateway;
    const auto published =
        askForUpdate(gateway, defaults.updateAddress(), QCoreApplication::applicationVersion(), {});
    if (!published)
        return published.error();
    return published->isNewer
               ? QStringLiteral("version %1 is out: %2").arg(published->version, published->page.toString())
               : QStringLiteral("%1 is the newest version").arg(published->version);
}

Result<QString> checkAccess(const Workspace &workspace)
{
    const AccessReport &access = workspace.access();
    if (!access.stillOpen.isEmpty())
        return wrong(QStringLiteral("other users of this machine can read %1, which belongs to somebody else")
                         .arg(access.stillOpen.join(QStringLiteral(", "))));
    if (!access.mended.isEmpty())
        return QStringLiteral("%1 files and folders were open to other users and are closed now")
            .arg(access.mended.size());
    return QStringLiteral("only the owner can read the workspace");
}

Result<QString> checkSpace(Workspace &workspace)
{
    // Asked of the file system itself: a list of mounted disks, as QStorageInfo reads it, lacks the root of a
    // chroot.
    std::error_code failure;
    const auto space = std::filesystem::space(workspace.folder().toStdU16String(), failure);
    if (failure)
        return QStringLiteral("the free space is not told here");
    const auto free = static_cast<qint64>(space.available);
    const qint64 needed = std::max(leastFreeBytes, QFileInfo(workspace.database().path()).size());
    constexpr qint64 megabyte = 1024 * 1024;
    const QString told = QStringLiteral("%1 MB are free").arg(free / megabyte);
    if (free < needed) // a migration and an erasure write the whole file a second time
        return Error{ErrorKind::StorageFull,
                     QStringLiteral("%1, at least %2 MB are needed").arg(told).arg(needed / megabyte)};
    return told;
}

Result<QString> checkLeftOvers(Workspace &workspace)
{
    const auto left =
        leftOvers(workspace.database(), workspace.clock().now().addSecs(-unfinishedAfterSeconds));
    if (!left)
        return left.error();
    QStringList found;
    const auto tell = [&found](qint64 count, const char *sentence) {
        if (count > 0)
            found.append(QString::fromLatin1(sentence).arg(count));
    };
    tell(left->effectsBegun,
         "%1 effects began and are not known to have ended: start the desk, which takes them up");
    tell(left->effectsUnknown, "%1 effects may have happened: a person must find out");
    tell(left->mailsUnknown, "%1 replies may have left: a person must decide");
    tell(left->mailsFailed, "%1 replies could not be sent");
    tell(left->unanswered, "%1 messages are half answered: start the desk, which takes them up");
    if (WorkerLock lock(workspace.folder()); lock.tryLock()) // nobody is at it
        tell(left->mailsLeaving,
             "%1 replies were being sent when a program ended: start the desk, which decides");
    if (!found.isEmpty())
        return wrong(found.join(QStringLiteral("; ")));
    return QStringLiteral("nothing is half done");
}

Result<QString> checkDatabase(Workspace &workspace)
{
    if (auto pages = workspace.database().check(); !pages)
        return pages.error();
    if (auto kept = workspace.database().awaitDurable(); !kept)
        return kept.error();
    return QStringLiteral("every page, index and reference is right, and the disk takes what is written");
}

} // namespace

int runDoctor(const CommandContext &context)
{
    const Output out = context.output();
    Checks checks(out);
    checks.add(QStringLiteral("resources"),
               QFileInfo::exists(resourceFolder())
                   ? Result<QString>(resourceFolder())
                   : Result<QString>(Error{ErrorKind::NotFound, resourceFolder()}));
    const auto assets = EngineAssets::load();
    checks.add(QStringLiteral("engine"),
               assets ? Result<QString>(QStringLiteral("encoder, router and playbooks load"))
                      : Result<QString>(assets.error()));
    const AdminDefaults defaults = AdminDefaults::ofMachine();
    checks.add(QStringLiteral("administrator"), checkAdminDefaults(defaults));
    checks.add(QStringLiteral("updates"), checkUpdates(defaults));
    const auto opened = context.openWorkspace();
    checks.add(QStringLiteral("workspace"),
               opened ? Result<QString>((*opened)->folder()) : Result<QString>(opened.error()));
    if (opened) {
        Workspace &workspace = **opened;
        checks.add(QStringLiteral("database"), checkDatabase(workspace));
        checks.add(QStringLiteral("audit log"), auditFinding(workspace));
        checks.add(QStringLiteral("settings"), checkSettings(workspace));
        checks.add(QStringLiteral("access"), checkAccess(workspace));
        checks.add(QStringLiteral("disk space"), checkSpace(workspace));
        checks.add(QStringLiteral("unfinished"), checkLeftOvers(workspace));
    }
    return checks.end();
}

} // namespace Helmdesk
