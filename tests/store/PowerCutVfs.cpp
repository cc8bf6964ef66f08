#include "store/PowerCutVfs.h"

#include <algorithm>
#include <mutex>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace Helmdesk::Test::PowerCut
{
namespace
{

struct Write {
    qsizetype at = 0;
    QByteArray bytes;
    bool isTruncation = false; // to `at`
};

struct Image {
    QByteArray durable;
    std::vector<Write> pending;
};

void apply(QByteArray &content, const Write &write)
{
    if (write.isTruncation) {
        content.resize(std::min(content.size(), write.at));
        return;
    }
    const qsizetype end = write.at + write.bytes.size();
    if (content.size() < end)
        content.append(QByteArray(end - content.size(), '\0'));
    std::ranges::copy(write.bytes, content.begin() + write.at);
}

struct Disk {
    std::recursive_mutex mutex; // the observer may read files itself
    QMap<QString, Image> images;
    QString folder;
    Observer observer;
    quint64 operations = 0;
    quint64 syncs = 0;
    bool isObserving = false;

    void announce()
    {
        const quint64 operation = operations++;
        if (!observer || isObserving)
            return;
        isObserving = true;
        observer(operation);
        isObserving = false;
    }
    void sync(const QString &name)
    {
        announce();
        ++syncs;
        Image &image = images[name];
        for (const Write &write : image.pending)
            apply(image.durable, write);
        image.pending.clear();
    }
};

Disk &disk()
{
    static Disk instance;
    return instance;
}

sqlite3_vfs *systemVfs = nullptr;

// A file of ours in front of one of the system, which follows it in memory.
struct File {
    sqlite3_file base;
    const char *path;
    bool isKept; // a database or a log: part of what remains

    sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    QString name() const { return QString::fromUtf8(path); }
};

File *ours(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

const sqlite3_io_methods *methodsOf(sqlite3_file *file)
{
    return ours(file)->below()->pMethods;
}

int closeFile(sqlite3_file *file)
{
    return methodsOf(file)->xClose(ours(file)->below());
}

int readFile(sqlite3_file *file, void *buffer, int bytes, sqlite3_int64 at)
{
    return methodsOf(file)->xRead(ours(file)->below(), buffer, bytes, at);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    const std::lock_guard lock(disk().mutex);
    if (ours(file)->isKept) {
        disk().announce();
        disk().images[ours(file)->name()].pending.push_back(
            {static_cast<qsizetype>(at), QByteArray(static_cast<const char *>(bytes), count), false});
    }
    return methodsOf(file)->xWrite(ours(file)->below(), bytes, count, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const std::lock_guard lock(disk().mutex);
    if (ours(file)->isKept) {
        disk().announce();
        disk().images[ours(file)->name()].pending.push_back({static_cast<qsizetype>(size), {}, true});
    }
    return methodsOf(file)->xTruncate(ours(file)->below(), size);
}

int syncFileOf(sqlite3_file *file, int)
{
    const std::lock_guard lock(disk().mutex);
    if (ours(file)->isKept)
        disk().sync(ours(file)->name());
    return SQLITE_OK; // what the real disk does is of no interest here
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return methodsOf(file)->xFileSize(ours(file)->below(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return methodsOf(file)->xLock(ours(file)->below(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return methodsOf(file)->xUnlock(ours(file)->below(), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return methodsOf(file)->xCheckReservedLock(ours(file)->below(), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return methodsOf(file)->xFileControl(ours(file)->below(), operation, argument);
}

int sectorSize(sqlite3_file *)
{
    return 512;
}

int deviceCharacteristics(sqlite3_file *)
{
    return 0; // promises nothing: neither atomic nor ordered writes
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **address)
{
    return methodsOf(file)->xShmMap(ours(file)->below(), page, size, extend, address);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return methodsOf(file)->xShmLock(ours(file)->below(), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    methodsOf(file)->xShmBarrier(ours(file)->below());
}

int shmUnmap(sqlite3_file *file, int isDeleting)
{
    return methodsOf(file)->xShmUnmap(ours(file)->below(), isDeleting);
}

const sqlite3_io_methods methods{2,
                                 &closeFile,
                                 &readFile,
                                 &writeFile,
                                 &truncateFile,
                                 &syncFileOf,
                                 &fileSize,
                                 &lockFile,
                                 &unlockFile,
                                 &checkReservedLock,
                                 &fileControl,
                                 &sectorSize,
                                 &deviceCharacteristics,
                                 &shmMap,
                                 &shmLock,
                                 &shmBarrier,
                                 &shmUnmap,
                                 nullptr,
                                 nullptr};

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    const std::lock_guard lock(disk().mutex);
    File *opened = ours(file);
    opened->base.pMethods = nullptr;
    opened->path = path; // SQLite keeps it until the file is closed
    opened->isKept = path != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0 &&
                     opened->name().startsWith(disk().folder);
    const int result = systemVfs->xOpen(systemVfs, path, opened->below(), flags, outFlags);
    if (result != SQLITE_OK)
        return result;
    opened->base.pMethods = &methods;
    if (opened->isKept && !disk().images.contains(opened->name()))
        disk().images.insert(opened->name(), {});
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *path, int isSynced)
{
    const std::lock_guard lock(disk().mutex);
    disk().images.remove(QString::fromUtf8(path));
    return systemVfs->xDelete(systemVfs, path, isSynced);
}

} // namespace

Result<> install(const QString &folder)
{
    disk().folder = folder + QLatin1Char('/');
    static sqlite3_vfs vfs;
    systemVfs = sqlite3_vfs_find(nullptr);
    if (systemVfs == nullptr)
        return Error{ErrorKind::Unavailable, QStringLiteral("SQLite has no file system here")};
    vfs = *systemVfs; // the rest is the system's own, which wants itself as the first argument's data
    vfs.zName = "power-cut";
    vfs.pNext = nullptr;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + systemVfs->szOsFile;
    vfs.xOpen = &openFile;
    vfs.xDelete = &deleteFile;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
        return Error{ErrorKind::Internal, QStringLiteral("SQLite refused the file system")};
    return {};
}

QMap<QString, QByteArray> remains(Loses loses, quint32 seed)
{
    std::mt19937 chance(seed);
    QMap<QString, QByteArray> files;
    for (auto it = disk().images.cbegin(); it != disk().images.cend(); ++it) {
        QByteArray content = it->durable;
        std::vector<Write> kept = it->pending;
        if (loses == Loses::Everything)
            kept.clear();
        std::erase_if(kept, [&](const Write &) { return chance() % 2 == 0; });
        for (const Write &write : kept)
            apply(content, write);
        files.insert(it.key(), content);
    }
    return files;
}

void observe(Observer observer)
{
    const std::lock_guard lock(disk().mutex);
    disk().observer = std::move(observer);
}

Result<> syncFile(const QString &path)
{
    const std::lock_guard lock(disk().mutex);
    disk().sync(path);
    return {};
}

quint64 operations()
{
    const std::lock_guard lock(disk().mutex);
    return disk().operations;
}

quint64 syncs()
{
    const std::lock_guard lock(disk().mutex);
    return disk().syncs;
}

} // namespace Helmdesk::Test::PowerCut
