#include "llm/ManagedServer.h"

#include "core/OwnerOnly.h"

#include <algorithm>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QThread>

namespace Helmdesk
{
namespace
{

using namespace std::chrono_literals;

constexpr auto pollEvery = 100ms;
constexpr auto longestPause = 60s;
constexpr int helpMs = 10'000;
constexpr int defaultContext = 8'192; // tokens, where the profile and the file ask for more or say nothing

Error unavailable(const QString &sentence)
{
    return {ErrorKind::Unavailable, sentence};
}

// What the installed build can be told, from its own help: builds differ.
QString helpOf(const QString &program)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, {QStringLiteral("--help")});
    process.waitForFinished(helpMs);
    const QString help = QString::fromUtf8(process.readAll());
    process.kill();
    process.waitForFinished(helpMs);
    return help;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : 0;
}

bool writeNote(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

QByteArray readNote(const QString &path)
{
    constexpr qint64 most = 4'096;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

} // namespace

ManagedServer::ManagedServer(Surroundings surroundings, ModelProfile profile)
    : m_surroundings(std::move(surroundings))
    , m_profile(std::move(profile))
    , m_owner(pathOf("lock"))
{
    QDir().mkpath(m_surroundings.folder);
    closeToOthers(m_surroundings.folder, Closing::FolderAlone);
}

ManagedServer::~ManagedServer()
{
    m_child.reset(); // before the lock goes: another program may start its own then
}

QString ManagedServer::pathOf(const char *ending) const
{
    return QDir(m_surroundings.folder)
        .filePath(m_profile.name + QLatin1Char('.') + QString::fromLatin1(ending));
}

QString ManagedServer::state() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_state;
}

void ManagedServer::setState(const QString &state)
{
    const std::lock_guard lock(m_stateMutex);
    m_state = state;
}

Result<QString> ManagedServer::program(const QString &given)
{
    if (!given.isEmpty()) {
        const QFileInfo file(given);
        return file.isFile() && file.isExecutable()
                   ? Result<QString>(file.absoluteFilePath())
                   : Result<QString>(unavailable(QStringLiteral("%1 is no program").arg(given)));
    }
    const QString found = QStandardPaths::findExecutable(QStringLiteral("llama-server"));
    if (found.isEmpty())
        return unavailable(
            QStringLiteral("there is no llama-server on this machine: install llama.cpp, or name "
                           "the program with --server"));
    return found;
}

ManagedServer::Place ManagedServer::placeAt(quint16 port) const
{
    const QByteArray name = m_profile.name.toUtf8() + ':' + QByteArray::number(port);
    const QByteArray key = QMessageAuthenticationCode::hash("model server " + name, m_surroundings.secret,
                                                            QCryptographicHash::Sha256);
    return {QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port)), QString::fromLatin1(key.toHex())};
}

std::optional<quint16> ManagedServer::notedPort() const
{
    bool isNumber = false;
    const uint port = readNote(pathOf("port")).trimmed().toUInt(&isNumber);
    return isNumber && port > 0 && port <= 65'535 ? std::optional(static_cast<quint16>(port)) : std::nullopt;
}

HttpAnswer ManagedServer::ask(const QByteArray &method, const QByteArray &path,
                              const RunControl &control) const
{
    OutgoingRequest request;
    request.method = method;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QString::fromLatin1(path)));
    request.headers = {{"Authorization", "Bearer " + m_place.key.toLatin1()},
                       {"Content-Type", "application/json"}};
    if (method == "POST")
        request.body = "{}";
    request.firstByteLimit = 5s;
    request.mostBytes = 1024 * 1024;
    return m_surroundings.gateway.send(request, control);
}

bool ManagedServer::answers(const QByteArray &path, const RunControl &control, int wanted) const
{
    const HttpAnswer answer = ask("GET", path, control);
    return !answer.fault && answer.head.status == wanted;
}

Result<ManagedServer::Turn> ManagedServer::turn(const QString &conversation, const RunControl &control)
{
    std::unique_lock here(m_turn, std::defer_lock);
    while (!here.try_lock_for(pollEvery)) {
        if (auto go = control.check(); !go)
            return go.error();
    }
    auto elsewhere = std::make_unique<ProcessLock>(pathOf("turn"));
    while (!elsewhere->tryLock(pollEvery)) {
        if (auto go = control.check(); !go)
            return go.error();
    }
    if (auto runs = ready(control); !runs) {
        if (runs.error().kind == ErrorKind::Unavailable)
            setState(runs.error().detail);
        return runs.error();
    }
    if (auto clean = forget(conversation, control); !clean)
        return clean.error();
    setState(QStringLiteral("ready"));
    return Turn(std::move(here), std::move(elsewhere), m_place);
}

Result<> ManagedServer::ready(const RunControl &control)
{
    if (!m_owner.isHeld() && !m_owner.tryLock()) { // another program's child
        const auto port = notedPort();
        if (!port)
            return unavailable(QStringLiteral("the server of the model %1 is being started by %2")
                                   .arg(m_profile.name, m_owner.holder()));
        m_port = *port;
        m_place = placeAt(*port);
        if (!answers("/props", control)) {
            if (auto go = control.check(); !go)
                return go.error();
            return unavailable(QStringLiteral("the server of the model %1, started by %2, does not answer")
                                   .arg(m_profile.name, m_owner.holder()));
        }
        return {};
    }
    if (auto settled = settleChild(); !settled)
        return settled.error();
    if (!m_child) {
        if (auto started = start(); !started)
            return started.error();
    }
    if (auto loaded = waitUntilLoaded(control); !loaded)
        return loaded.error();
    m_failures = 0;
    return {};
}

// A child that ended by itself is noted; the next one waits a little longer each time.
Result<> ManagedServer::settleChild()
{
    if (m_child && m_child->hasEnded()) {
        m_child.reset();
        const auto pause = std::min<std::chrono::seconds>(1s * (1 << std::min(m_failures, 6)), longestPause);
        ++m_failures;
        m_notBefore = std::chrono::steady_clock::now() + (m_failures > 1 ? pause : 0s);
    }
    const auto left = m_notBefore - std::chrono::steady_clock::now();
    if (!m_child && left > 0s)
        return unavailable(
            QStringLiteral("the server of the model %1 has ended %2 times; it is started again in "
                           "%3 s")
                .arg(m_profile.name)
                .arg(m_failures)
                .arg(std::chrono::ceil<std::chrono::seconds>(left).count()));
    return {};
}

Result<> ManagedServer::start()
{
    const auto found = program(m_profile.program);
    if (!found)
        return found.error();
    m_port = freePort();
    if (m_port == 0)
        return unavailable(
            QStringLiteral("there is no free port for the server of the model %1").arg(m_profile.name));
    m_place = placeAt(m_port);
    const QString slotFolder = pathOf("slots");
    QDir().mkpath(slotFolder);
    const int context = m_profile.can.contextTokens > 0
                            ? std::min(m_profile.can.contextTokens, defaultContext)
                            : defaultContext;
    QStringList arguments{QStringLiteral("-m"),        m_profile.file,           QStringLiteral("--host"),
                          QStringLiteral("127.0.0.1"), QStringLiteral("--port"), QString::number(m_port),
                          QStringLiteral("-c"),        QString::number(context), QStringLiteral("-np"),
                          QStringLiteral("1")};
    const QString help = helpOf(*found);
    const auto addWhere = [&](const char *flag, const QStringList &values = {}) {
        if (help.contains(QLatin1String(flag)))
            arguments << QString::fromLatin1(flag) << values;
    };
    addWhere("--slot-save-path", {slotFolder}); // without it no slot can be wiped
    addWhere("--cache-ram", {QStringLiteral("0")});
    addWhere("--offline");
    addWhere("--no-ui");
    addWhere("--cors-origins", {QStringLiteral("localhost")});
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) { // other keys are none of its business
        if (name.startsWith(QLatin1String("HELMDESK_")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("LLAMA_API_KEY"), m_place.key);
    setState(QStringLiteral("starting"));
    m_child = std::make_unique<ServerChild>(ServerChild::Command{*found, arguments, environment});
    QFile::remove(pathOf("last"));
    if (!writeNote(pathOf("port"), QByteArray::number(m_port))) {
        m_child.reset();
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(pathOf("port"))};
    }
    return {};
}

// Loading takes as long as it takes: only the control and the child's end stop the waiting.
Result<> ManagedServer::waitUntilLoaded(const RunControl &control)
{
    while (!answers("/health", control)) {
        if (auto go = control.check(); !go)
            return go;
        if (m_child->hasEnded()) {
            const QString words = m_child->lastWords();
            (void)settleChild();
            return unavailable(QStringLiteral("the server of the model %1 ended at once: %2")
                                   .arg(m_profile.name, words.section(QLatin1Char('\n'), -3)));
        }
        QThread::msleep(pollEvery.count());
    }
    return {};
}

// What the server remembers belongs to one conversation. Where it cannot be wiped the server starts afresh.
Result<> ManagedServer::forget(const QString &conversation, const RunControl &control)
{
    const QByteArray wanted = QByteArray::number(m_port) + ' ' + conversation.toUtf8();
    const QByteArray last = readNote(pathOf("last"));
    if (last == wanted && !conversation.isEmpty())
        return {};
    const bool isFresh = !last.startsWith(QByteArray::number(m_port) + ' ');
    if (!isFresh) {
        const HttpAnswer wiped = ask("POST", "/slots/0?action=erase", control);
        if (wiped.fault || wiped.head.status != 200) {
            if (auto go = control.check(); !go)
                return go;
            if (!m_child)
                return unavailable(
                    QStringLiteral("the server of the model %1 does not forget one conversation "
                                   "before the next")
                        .arg(m_profile.name));
            m_child.reset();
            if (auto started = start(); !started)
                return started;
            if (auto loaded = waitUntilLoaded(control); !loaded)
                return loaded;
            return forget(conversation, control);
        }
    }
    return writeNote(pathOf("last"), wanted)
               ? Result<>()
               : Result<>(Error{ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(pathOf("last"))});
}

} // namespace Helmdesk
