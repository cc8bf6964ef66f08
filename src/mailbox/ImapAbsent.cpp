// Instead of ImapSession.cpp and SocketStream.cpp where libetpan is missing: nothing can be opened.
#include "mailbox/ImapSession.h"

namespace Helmdesk
{
namespace
{

Error absent()
{
    return {ErrorKind::Unavailable,
            QStringLiteral("this build of Helmdesk reads no mailboxes: it was made without libetpan")};
}

} // namespace

struct SocketStream::State {
};

SocketStream::SocketStream(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
SocketStream::~SocketStream() = default;
void SocketStream::setControl(const RunControl &)
{
}

void ImapSession::Freer::operator()(mailimap *) const
{
}
ImapSession::ImapSession(std::unique_ptr<SocketStream> stream)
    : m_stream(std::move(stream))
{
}
ImapSession::~ImapSession() = default;

Result<std::unique_ptr<ImapSession>> ImapSession::open(const MailAccount &, const QString &,
                                                       const RunControl &, const StepSink &)
{
    return absent();
}
bool ImapSession::hasIdle() const
{
    return false;
}
bool ImapSession::canMove() const
{
    return false;
}
Result<std::vector<ServerFolder>> ImapSession::folders()
{
    return absent();
}
Result<SelectedFolder> ImapSession::select(const QString &, FolderAccess)
{
    return absent();
}
Result<std::vector<quint32>> ImapSession::search(quint32, quint32, const std::optional<QDate> &)
{
    return absent();
}
Result<std::vector<quint32>> ImapSession::searchMessageId(const QString &)
{
    return absent();
}
Result<std::vector<quint32>> ImapSession::searchHeader(const char *, const QString &)
{
    return absent();
}
Result<std::vector<ListedMail>> ImapSession::describe(const std::vector<quint32> &)
{
    return absent();
}
Result<> ImapSession::fetch(const std::vector<quint32> &, qsizetype, std::vector<MailContent> *)
{
    return absent();
}
Result<> ImapSession::markSeen(const std::vector<quint32> &)
{
    return absent();
}
Result<> ImapSession::move(const std::vector<quint32> &, const QString &)
{
    return absent();
}
Result<> ImapSession::remove(const std::vector<quint32> &)
{
    return absent();
}
Result<> ImapSession::append(const QString &, const QByteArray &, Appended)
{
    return absent();
}
Result<ImapSession::Woken> ImapSession::idle(std::chrono::milliseconds, const std::function<bool()> &)
{
    return absent();
}
Result<> ImapSession::noop()
{
    return absent();
}

} // namespace Helmdesk
