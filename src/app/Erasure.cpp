#include "app/Erasure.h"

#include "channels/MessageFileReader.h"
#include "store/CustomerErasure.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace Helmdesk
{
namespace
{

// One mail, from the address.
bool isMailOf(const QString &path, const QString &email)
{
    if (email.isEmpty() || !path.endsWith(QStringLiteral(".eml"), Qt::CaseInsensitive))
        return false;
    auto reader = MessageFileReader::open(path);
    if (!reader)
        return false;
    const auto message = reader->next();
    return message && message->senderAddress.compare(email, Qt::CaseInsensitive) == 0;
}

bool mentions(const QString &path, const QString &email, const QString &customer)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true; // better to look at it
    const QByteArray content = file.readAll();
    return content.contains('"' + customer.toUtf8() + '"') ||
           (!email.isEmpty() && content.toLower().contains(email.toUtf8().toLower()));
}

Result<> remove(const QString &path, ErasureReport &report)
{
    QFile file(path);
    if (!file.remove())
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be removed: %2").arg(path, file.errorString())};
    report.removedFiles.append(path);
    return {};
}

} // namespace

Result<ErasureReport> eraseCustomerData(Workspace &workspace, const QString &customer, const QString &by)
{
    auto erased = eraseCustomer(workspace.database(), customer, by, workspace.clock().now());
    if (!erased)
        return erased.error();
    ErasureReport report;
    report.rows = erased->rows;
    report.mentions = erased->mentions;

    const QDir folder(workspace.folder());
    const QDir outbox(folder.filePath(QStringLiteral("outbox")));
    for (const qint64 item : erased->outboxItems) {
        for (const QString &name :
             outbox.entryList({QStringLiteral("reply-%1-*.eml").arg(item)}, QDir::Files)) {
            if (auto removed = remove(outbox.filePath(name), report); !removed)
                return removed.error();
        }
    }
    const QString configured = workspace.settings().inboxFolder();
    const QString inbox = configured.isEmpty() ? folder.filePath(QStringLiteral("inbox")) : configured;
    QDirIterator files(inbox, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (isMailOf(path, erased->email)) {
            if (auto removed = remove(path, report); !removed)
                return removed.error();
        } else if (mentions(path, erased->email, customer)) {
            report.filesToLookAt.append(path);
        }
    }
    for (const QString &name : folder.entryList({QStringLiteral("*.backup-*")}, QDir::Files))
        report.filesToLookAt.append(folder.filePath(name));
    return report;
}

} // namespace Helmdesk
