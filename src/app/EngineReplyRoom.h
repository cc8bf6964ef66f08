#pragma once

#include "app/ReplyRoom.h"

#include <QThreadPool>

namespace Helmdesk
{

class Workspace;

// The reply room on a workspace. Thread: the GUI thread; the work runs on one of its own, in order.
// Ownership: the workspace outlives it.
class EngineReplyRoom final : public ReplyRoom
{
public:
    explicit EngineReplyRoom(Workspace &workspace);
    ~EngineReplyRoom() override;

    void stop() { m_work.waitForDone(); }

    Reply<BegunReply> begun(ConversationId id) override;
    Reply<BegunReply> attach(ConversationId id, const QStringList &paths) override;
    Reply<BegunReply> attach(ConversationId id, const QString &name, const QByteArray &bytes) override;
    Reply<BegunReply> detach(ConversationId id, qint64 file) override;
    Reply<QByteArray> bytes(ConversationId id, qint64 file) override;
    Reply<BegunReply> setCopies(ConversationId id, const ReplyCopies &copies) override;

private:
    Workspace &m_workspace;
    QThreadPool m_work;
};

} // namespace Helmdesk
