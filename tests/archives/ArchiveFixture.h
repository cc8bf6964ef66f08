#pragma once

#include "archives/ArchiveImport.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace Helmdesk::Test
{

// Everything that a file or folder gave.
struct ReadArchive {
    std::vector<ArchiveConversation> conversations;
    ArchiveCounts counts;

    const ArchiveConversation *find(const QString &id) const
    {
        const auto found = std::ranges::find(conversations, id, &ArchiveConversation::id);
        return found == conversations.end() ? nullptr : &*found;
    }
    // Of all conversations.
    qint64 messages() const
    {
        qint64 sum = 0;
        for (const ArchiveConversation &conversation : conversations)
            sum += static_cast<qint64>(conversation.messages.size());
        return sum;
    }
    bool addsUp() const
    {
        return counts.in == counts.out + counts.refused + counts.duplicates && counts.out == messages() &&
               counts.conversations == static_cast<qint64>(conversations.size());
    }
};

class ArchiveFolder
{
public:
    QString put(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return path;
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

inline Result<ReadArchive> readAll(const QString &path, const ArchiveOptions &options = {})
{
    ReadArchive read;
    auto counts = readArchive(path, options, [&](ArchiveConversation conversation) {
        read.conversations.push_back(std::move(conversation));
        return Result<>();
    });
    if (!counts)
        return counts.error();
    read.counts = std::move(*counts);
    return read;
}

} // namespace Helmdesk::Test
