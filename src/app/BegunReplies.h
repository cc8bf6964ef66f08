#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"

namespace Helmdesk
{

class Workspace;

// What goes with the reply that is being written; see ReplyRoom. Thread: any but the GUI thread. Failure:
// that of the room, or of the store.
Result<BegunReply> readBegunReply(Workspace &workspace, ConversationId id);
Result<BegunReply> attachFiles(Workspace &workspace, ConversationId id, const QStringList &paths);
Result<BegunReply> attachBytes(Workspace &workspace, ConversationId id, const QString &name,
                               const QByteArray &bytes);
Result<BegunReply> detachFile(Workspace &workspace, ConversationId id, qint64 file);
Result<QByteArray> begunFileBytes(Workspace &workspace, ConversationId id, qint64 file);
// Each address once, without those of the team.
Result<BegunReply> setReplyCopies(Workspace &workspace, ConversationId id, const ReplyCopies &copies);

// The addresses of a line that somebody typed, with names or without, between commas, semicolons or lines.
// Pure. InvalidInput with one sentence that names what is none.
Result<QStringList> addressesIn(const QString &line);

} // namespace Helmdesk
