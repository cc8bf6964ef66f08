#include "outside/McpStdioTransport.h"

#include "core/ChildGuard.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <QDir>
#include <QLoggingCategory>
#include <QProcess>
#include <QThread>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcMcp, "helmdesk.mcp", QtInfoMsg)

namespace
{

constexpr qsizetype longestMessage = 16 * 1024 * 1024;
constexpr qsizetype longestTail = 2000;    // of standard error, kept for who asks why
constexpr qsizetype mostOfLog = 64 * 1024; // of standard error, in the log
constexpr int patienceMs = 1000;           // with each way of ending it

} // namespace

Json JsonRpc::request(qint64 id, const char *method, Json params)
{
    return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}};
}

Json JsonRpc::notification(const char *method, Json params)
{
    return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

std::optional<Json> JsonRpc::answerTo(const Json &message)
{
    if (!message.contains("id") || !message.contains("method"))
        return std::nullopt;
    if (stringOr(message, "method") == QLatin1String("ping"))
        return Json{{"jsonrpc", "2.0"}, {"id", message["id"]}, {"result", Json::object()}};
    return Json{{"jsonrpc", "2.0"},
                {"id", message["id"]},
                {"error", {{"code", methodNotFound}, {"message", "this client offers nothing of the kind"}}}};
}

// What the child's thread and those that wait share.
struct McpStdioTransport::Shared {
    struct Waiting {
        std::optional<Json> response;
        Late late;
        bool isAbandoned = false;
    };

    void take(const Json &response)
    {
        Late late;
        {
            const std::lock_guard lock(mutex);
            const auto found = waiting.find(toInteger(memberOrNull(response, "id"), -1));
            if (found == waiting.end())
                return;
            if (!found->second.isAbandoned) {
                found->second.response = response;
                changed.notify_all();
                return;
            }
            late = std::move(found->second.late);
            waiting.erase(found);
        }
        if (late)
            late(response);
    }
    void close()
    {
        const std::lock_guard lock(mutex);
        isClosed = true;
        changed.notify_all();
    }
    void takeWords(const QByteArray &words)
    {
        const std::lock_guard lock(mutex);
        tail = (tail + words).right(longestTail);
    }

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::map<qint64, Waiting> waiting;
    bool isClosed = false;
    QByteArray tail;
    qint64 processId = 0;
};

// The process, on a thread of its own: its signals need one, and on Linux it lives as long as that thread.
class McpStdioTransport::Child final : public QObject
{
public:
    Child(std::shared_ptr<Shared> shared, Incoming incoming, QString name)
        : m_shared(std::move(shared))
        , m_incoming(std::move(incoming))
        , m_name(std::move(name))
    {
        m_thread.setObjectName(QStringLiteral("mcp"));
        moveToThread(&m_thread);
        m_thread.start();
    }
    ~Child() override
    {
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    bool start(const McpCommand &command)
    {
        bool isStarted = false;
        QMetaObject::invokeMethod(
            this, [&] { isStarted = startHere(command); }, Qt::BlockingQueuedConnection);
        return isStarted;
    }
    void write(const Json &message)
    {
        QMetaObject::invokeMethod(this, [this, line = toBytes(message) + '\n'] {
            if (m_process)
                m_process->write(line);
        });
    }

private:
    bool startHere(const McpCommand &command)
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(command.environment);
        m_process->setWorkingDirectory(command.folder.isEmpty() ? QDir::homePath() : command.folder);
        dieWithUs(*m_process, ProcessGroup::Own);
        connect(m_process.get(), &QProcess::readyReadStandardOutput, this, [this] { readOutput(); });
        connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] { readWords(); });
        connect(m_process.get(), &QProcess::finished, this, [this] { finished(); });
        m_process->start(command.program, command.arguments);
        const bool isStarted = m_process->waitForStarted();
        if (isStarted)
            keepInJob(*m_process);
        const std::lock_guard lock(m_shared->mutex);
        m_shared->processId = isStarted ? m_process->processId() : 0;
        m_shared->isClosed = !isStarted;
        return isStarted;
    }

    void readOutput()
    {
        m_line += m_process->readAllStandardOutput();
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            const QByteArray line = m_line.left(end).trimmed();
            m_line.remove(0, end + 1);
            if (!line.isEmpty())
                takeLine(line);
        }
        if (m_line.size() > longestMessage) {
            qCWarning(lcMcp) << m_name << "writes a message that is too long, and is ended";
            m_line.clear();
            kill(true);
        }
    }

    void takeLine(const QByteArray &line)
    {
        const auto message = parseJson(line);
        if (!message || !message->is_object()) {
            qCInfo(lcMcp) << m_name << "writes what is no message";
            return;
        }
        if (!message->contains("method"))
            return m_shared->take(*message);
        if (const auto answer = m_incoming(*message))
            m_process->write(toBytes(*answer) + '\n');
    }

    void readWords()
    {
        const QByteArray words = m_process->readAllStandardError();
        m_shared->takeWords(words);
        const QByteArray logged = words.left(mostOfLog - m_logged);
        m_logged += logged.size();
        if (!logged.isEmpty())
            qCInfo(lcMcp).noquote() << m_name << "says:" << QString::fromUtf8(logged).trimmed();
    }

    void finished()
    {
        readOutput();
        readWords();
        qCInfo(lcMcp) << m_name << "has ended";
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->processId = 0;
        }
        m_shared->close();
    }

    void kill([[maybe_unused]] bool isForced)
    {
#ifdef Q_OS_UNIX
        if (const qint64 id = m_process->processId(); id > 0)
            ::kill(-static_cast<pid_t>(id), isForced ? SIGKILL : SIGTERM);
#else
        m_process->kill();
#endif
    }

    void end()
    {
        if (!m_process)
            return;
        if (m_process->state() != QProcess::NotRunning) {
            m_process->closeWriteChannel();
            if (!m_process->waitForFinished(patienceMs)) {
                kill(false);
                if (!m_process->waitForFinished(patienceMs)) {
                    kill(true);
                    m_process->waitForFinished(patienceMs);
                }
            }
        }
        m_process->disconnect(this);
        m_process.reset();
        m_shared->close();
    }

    std::shared_ptr<Shared> m_shared;
    Incoming m_incoming;
    QString m_name;
    QThread m_thread;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_line;
    qsizetype m_logged = 0;
};

McpStdioTransport::McpStdioTransport()
    : m_shared(std::make_shared<Shared>())
{
}

McpStdioTransport::~McpStdioTransport() = default;

Result<std::unique_ptr<McpStdioTransport>> McpStdioTransport::start(const McpCommand &command,
                                                                    Incoming incoming, const QString &name)
{
    std::unique_ptr<McpStdioTransport> transport(new McpStdioTransport);
    transport->m_child = std::make_unique<Child>(transport->m_shared, std::move(incoming), name);
    if (!transport->m_child->start(command))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the program %1 cannot be started").arg(command.program)};
    return transport;
}

Result<Json> McpStdioTransport::exchange(const Json &request, const RunControl &control, const Late &late)
{
    const qint64 id = toInteger(request["id"]);
    std::unique_lock lock(m_shared->mutex);
    if (m_shared->isClosed)
        return Error{ErrorKind::NotFound, QStringLiteral("the server has ended")};
    m_shared->waiting[id].late = late;
    m_child->write(request);
    const auto isOver = [&] { return m_shared->waiting[id].response.has_value() || m_shared->isClosed; };
    const auto until =
        std::min(control.deadline(), std::chrono::steady_clock::now() + std::chrono::hours(24));
    m_shared->changed.wait_until(lock, control.stopToken(), until, isOver);
    Shared::Waiting &waiting = m_shared->waiting[id];
    if (waiting.response) {
        Json response = std::move(*waiting.response);
        m_shared->waiting.erase(id);
        return response;
    }
    if (m_shared->isClosed) {
        m_shared->waiting.erase(id);
        return Error{ErrorKind::Unavailable, QStringLiteral("the server ended before it answered")};
    }
    waiting.isAbandoned = true;
    lock.unlock();
    if (stringOr(request, "method") != QLatin1String("initialize"))
        m_child->write(JsonRpc::notification("notifications/cancelled",
                                             {{"requestId", id}, {"reason", "nobody waits any more"}}));
    auto over = control.check();
    return over ? Error{ErrorKind::Timeout, QStringLiteral("the server did not answer in time")}
                : over.error();
}

Result<> McpStdioTransport::notify(const Json &notification)
{
    if (!isOpen())
        return Error{ErrorKind::Unavailable, QStringLiteral("the server has ended")};
    m_child->write(notification);
    return {};
}

bool McpStdioTransport::isOpen() const
{
    const std::lock_guard lock(m_shared->mutex);
    return !m_shared->isClosed;
}

QString McpStdioTransport::lastWords() const
{
    const std::lock_guard lock(m_shared->mutex);
    return QString::fromUtf8(m_shared->tail).trimmed();
}

qint64 McpStdioTransport::processId() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->processId;
}

} // namespace Helmdesk
