#pragma once

#include "app/ReplyRoom.h"

#include <QFileInfo>

namespace Helmdesk::Test
{

// A reply room in memory: the files and copies of one reply, whatever the conversation.
class FakeReplyRoom final : public ReplyRoom
{
public:
    BegunReply reply;
    std::optional<Error> failure; // when set, every change fails with it
    std::vector<ReplyCopies> wishes;

    Reply<BegunReply> begun(ConversationId) override { return now(); }
    Reply<BegunReply> attach(ConversationId, const QStringList &paths) override
    {
        if (!failure)
            for (const QString &path : paths)
                add(QFileInfo(path).fileName(), QFileInfo(path).size());
        return now();
    }
    Reply<BegunReply> attach(ConversationId, const QString &name, const QByteArray &bytes) override
    {
        if (!failure)
            add(name, bytes.size());
        return now();
    }
    Reply<BegunReply> detach(ConversationId, qint64 file) override
    {
        if (!failure)
            std::erase_if(reply.files, [file](const BegunFile &each) { return each.id == file; });
        return now();
    }
    Reply<QByteArray> bytes(ConversationId, qint64) override
    {
        return QtFuture::makeReadyFuture(Result<QByteArray>(QByteArray("bytes")));
    }
    Reply<BegunReply> setCopies(ConversationId, const ReplyCopies &copies) override
    {
        wishes.push_back(copies);
        if (!failure)
            reply.copies = copies;
        return now();
    }

private:
    void add(const QString &name, qint64 bytes)
    {
        reply.files.push_back({++m_last, name, QStringLiteral("application/octet-stream"), bytes});
    }
    Reply<BegunReply> now() const
    {
        return QtFuture::makeReadyFuture(failure ? Result<BegunReply>(*failure) : Result<BegunReply>(reply));
    }

    qint64 m_last = 0;
};

} // namespace Helmdesk::Test
