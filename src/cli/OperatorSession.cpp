#include "cli/OperatorSession.h"

#include <algorithm>
#include <QDir>
#include <QFile>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr qint64 longestWaitMs = 60'000;
constexpr qsizetype longestName = 100;
constexpr std::chrono::seconds turnPatience{60};

} // namespace

QString systemUserName()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? QStringLiteral("helmdeskctl") : name;
}

Result<QDate> givenDay(const std::string &argument)
{
    if (argument.empty())
        return QDate();
    const QString text = QString::fromStdString(argument);
    const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!day.isValid())
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no day like 2026-11-30").arg(text)};
    return day;
}

QString givenText(const std::string &argument)
{
    if (argument != "-")
        return QString::fromStdString(argument);
    QFile in;
    return in.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
}

OperatorSession::OperatorSession(std::unique_ptr<Workspace> workspace, const QString &operatorName)
    : m_workspace(*workspace)
    , m_desk(std::move(workspace), {.operatorName = operatorName})
    , m_answering(m_workspace)
    , m_turn(QDir(m_workspace.folder()).filePath(QStringLiteral("operator.lock")))
{
}

Result<std::unique_ptr<OperatorSession>>
OperatorSession::open(const CommandContext &context, const QString &operatorName, SessionFor purpose)
{
    const QString name = operatorName.simplified();
    if (name.isEmpty() || name.size() > longestName)
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("--as needs the name of the operator, of at most %1 characters").arg(longestName)};
    auto workspace = purpose == SessionFor::Acting ? context.openDesk() : context.openWorkspace();
    if (!workspace)
        return workspace.error();
    std::unique_ptr<OperatorSession> session(new OperatorSession(std::move(*workspace), name));
    if (purpose == SessionFor::Acting) {
        if (!session->m_turn.tryLock(turnPatience))
            return Error{ErrorKind::Timeout,
                         QStringLiteral("another command is still at work (%1): try again")
                             .arg(session->m_turn.holder()),
                         true};
        if (auto isOurs = session->m_answering.lock({}); !isOurs)
            return isOurs.error();
    }
    return session;
}

Result<> OperatorSession::deliver(ConversationId id)
{
    m_turn.release(); // the act is done, and waiting may take long
    while (m_answering.isOurs()) {
        if (auto sent = m_answering.sendDue(); !sent)
            return sent;
        auto items = m_workspace.outbox().ofConversation(id);
        if (!items)
            return items.error();
        // One whose delivery failed is tried again by a later start.
        const auto next = std::ranges::find_if(*items, [](const OutboxItem &item) {
            return item.state == OutboxState::Queued && item.attempts == 0;
        });
        if (next == items->end())
            return {};
        const qint64 left = m_workspace.clock().now().msecsTo(next->item.dueAt);
        if (left > longestWaitMs || m_workspace.settings().isHeldBack())
            return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(std::max<qint64>(left, 1)));
    }
    return {};
}

} // namespace Helmdesk
