#include "app/Erasure.h"

#include "channels/MessageFileReader.h"
#include "store/CustomerErasure.h"

#include <algorithm>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace Helmdesk
{
namespace
{

// A mail, or a file of several messages, all from the address.
bool isMailOf(const QString &path, const QString &email)
{
    static const QStringList readable{QStringLiteral("eml"), QStringLiteral("mbox"), QStringLiteral("jsonl")};
    if (email.isEmpty() || !readable.contains(QFileInfo(path).suffix().toLower()))
        return false;
    auto reader = MessageFileReader::open(path);
    if (!reader)
        return false;
    int messages = 0;
    for (auto message = reader->next(); message; message = reader->next()) {
        if (message->senderAddress.compare(email, Qt::CaseInsensitive) != 0)
            return false;
        ++messages;
    }
    return messages > 0;
}

// Whether the file holds one of the words, however long it is.
bool holdsAny(const QString &path, const QList<QByteArray> &words)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true; // better to look at it
    constexpr qint64 piece = 1 << 20;
    const auto longest = std::ranges::max(words, {}, &QByteArray::size).size();
    QByteArray window;
    while (!file.atEnd()) {
        window = window.right(longest - 1) + file.read(piece).toLower();
        if (std::ranges::any_of(words, [&](const QByteArray &word) { return window.contains(word); }))
            return true;
    }
    return false;
}

// Files of the workspace that hold no customer's words, or are dealt with by themselves.
bool isOwnFile(const QString &relative)
{
    static const QStringList names{QStringLiteral("http.key"), QStringLiteral("http.port"),
                                   QStringLiteral("worker.lock"), QStringLiteral("settings.kept"),
                                   QStringLiteral("workspace.made")};
    const bool isDatabase = relative.startsWith(QLatin1String(Workspace::databaseName)) &&
                            !relative.contains(QStringLiteral(".backup-"));
    return isDatabase || names.contains(relative) || relative.startsWith(QStringLiteral("models/")) ||
           relative.startsWith(QStringLiteral("model-servers/"));
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
    report.articles = erased->articles;
    report.otherAddresses = erased->otherAddresses;
    report.conversations = erased->conversations;
    report.leftInFile = erased->leftInFile;

    const QDir folder(workspace.folder());
    const QDir outbox(folder.filePath(QStringLiteral("outbox")));
    for (const qint64 item : erased->outboxItems) {
        for (const QString &name :
             outbox.entryList({QStringLiteral("reply-%1-*.eml").arg(item)}, QDir::Files)) {
            if (auto removed = remove(outbox.filePath(name), report); !removed)
                return removed.error();
        }
    }
    QList<QByteArray> words{'"' + customer.toLower().toUtf8() + '"'};
    for (const QString &word : erased->words())
        words.append(word.toUtf8());
    const QString configured = workspace.settings().inboxFolder();
    const QString inbox =
        QDir::cleanPath(configured.isEmpty() ? folder.filePath(QStringLiteral("inbox")) : configured);
    QStringList places{folder.path()};
    if (!inbox.startsWith(folder.path() + u'/'))
        places.append(inbox);
    for (const QString &place : std::as_const(places)) {
        QDirIterator files(place, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString relative = folder.relativeFilePath(path);
            if (isOwnFile(relative))
                continue;
            if (path.startsWith(inbox + u'/') && isMailOf(path, erased->email)) {
                if (auto removed = remove(path, report); !removed)
                    return removed.error();
            } else if (relative.contains(QStringLiteral(".backup-")) || holdsAny(path, words)) {
                report.filesToLookAt.append(path);
            }
        }
    }
    report.filesToLookAt.sort();
    const auto rows = report.rows.values();
    if (customer.contains(u'@') && report.removedFiles.isEmpty() &&
        std::ranges::all_of(rows, [](qint64 count) { return count == 0; }))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("nothing came from \"%1\" or went to it").arg(customer)};
    if (erased->rows.value(QStringLiteral("training_examples")) > 0) {
        const QDir models(folder.filePath(QStringLiteral("models")));
        for (const QString &name : models.entryList(QDir::Files, QDir::Name))
            report.learntFiles.append(models.filePath(name));
    }
    return report;
}

} // namespace Helmdesk
