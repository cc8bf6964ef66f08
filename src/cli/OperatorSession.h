#pragma once

#include "app/EngineDesk.h"
#include "app/SharedAnswering.h"
#include "cli/Commands.h"

namespace Helmdesk
{

enum class SessionFor {
    Reading, // no engine is loaded
    Acting,  // with the engine; what an earlier start had left is done first, as when the console starts
};

// The console's use cases for one command, in the name of an operator. While another program answers this
// workspace's messages, replies are left to it; otherwise they leave from here.
//
// Thread: main; every call blocks. Failure: that of the workspace and its engine; InvalidInput for no name.
class OperatorSession
{
public:
    static Result<std::unique_ptr<OperatorSession>> open(const CommandContext &context,
                                                         const QString &operatorName, SessionFor purpose);

    Workspace &workspace() { return m_workspace; }
    Desk &desk() { return m_desk; }
    QString operatorName() const { return m_desk.operatorName(); }
    // The program that sends, in words; empty: this one.
    QString otherProgram() const { return m_answering.isOurs() ? QString() : m_answering.otherProgram(); }

    Result<ConversationView> view(ConversationId id) { return await(m_desk.conversation(id)); }

    // Waits for a use case of the desk.
    template <class T>
    static Result<T> await(QFuture<Result<T>> reply)
    {
        return reply.result();
    }

    // What is due leaves now, also what an earlier start had left; nothing while another program sends.
    Result<> sendDue() { return m_answering.sendDue(); }
    // Sends the conversation's queued replies here, after the time in which they can be taken back. Returns
    // at once when another program sends, and when that time is longer than a minute: they leave later then.
    Result<> deliver(ConversationId id);

private:
    OperatorSession(std::unique_ptr<Workspace> workspace, const QString &operatorName);

    Workspace &m_workspace; // the desk's
    EngineDesk m_desk;      // never started: it answers nothing by itself
    SharedAnswering m_answering;
    // Commands act one after the other: what one has decided and not finished is no left-over for the next.
    ProcessLock m_turn;
};

} // namespace Helmdesk
