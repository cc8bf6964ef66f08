#include "app/EngineReplyRoom.h"

#include "app/BegunReplies.h"

#include <QtConcurrent>

namespace Helmdesk
{

EngineReplyRoom::EngineReplyRoom(Workspace &workspace)
    : m_workspace(workspace)
{
    m_work.setMaxThreadCount(1);
}

EngineReplyRoom::~EngineReplyRoom()
{
    stop();
}

ReplyRoom::Reply<BegunReply> EngineReplyRoom::begun(ConversationId id)
{
    return QtConcurrent::run(&m_work, [this, id] { return readBegunReply(m_workspace, id); });
}

ReplyRoom::Reply<BegunReply> EngineReplyRoom::attach(ConversationId id, const QStringList &paths)
{
    return QtConcurrent::run(&m_work, [this, id, paths] { return attachFiles(m_workspace, id, paths); });
}

ReplyRoom::Reply<BegunReply> EngineReplyRoom::attach(ConversationId id, const QString &name,
                                                     const QByteArray &bytes)
{
    return QtConcurrent::run(&m_work,
                             [this, id, name, bytes] { return attachBytes(m_workspace, id, name, bytes); });
}

ReplyRoom::Reply<BegunReply> EngineReplyRoom::detach(ConversationId id, qint64 file)
{
    return QtConcurrent::run(&m_work, [this, id, file] { return detachFile(m_workspace, id, file); });
}

ReplyRoom::Reply<QByteArray> EngineReplyRoom::bytes(ConversationId id, qint64 file)
{
    return QtConcurrent::run(&m_work, [this, id, file] { return begunFileBytes(m_workspace, id, file); });
}

ReplyRoom::Reply<BegunReply> EngineReplyRoom::setCopies(ConversationId id, const ReplyCopies &copies)
{
    return QtConcurrent::run(&m_work, [this, id, copies] { return setReplyCopies(m_workspace, id, copies); });
}

} // namespace Helmdesk
