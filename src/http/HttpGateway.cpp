#include "http/HttpGateway.h"

#include "http/HttpExchange.h"

#include <algorithm>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QPointer>
#include <QThread>
#include <stop_token>

namespace Helmdesk
{
namespace
{

constexpr int streamsOfOneManager = 6; // connections to one server that the library keeps and cannot be told

class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

// A body that can be sent once. The library repeats a request of any method by itself, up to three times,
// when the connection ends before the answer; a call that costs money or has an effect must not be repeated
// unseen.
class OneTimeBody final : public QIODevice
{
public:
    explicit OneTimeBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_at);
        if (count == 0)
            return most == 0 ? 0 : -1;
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

QNetworkRequest requestOf(const OutgoingRequest &request)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setRawHeader("Accept-Encoding", "identity"); // a compressed stream would wait for its blocks
    out.setRawHeader("User-Agent", "Helmdesk");
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    if (!request.body.isEmpty() || (request.method != "GET" && request.method != "HEAD"))
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    for (const HttpHeader &header : request.headers) {
        out.setRawHeader(header.name, header.value);
        if (header.name == "Host") { // the url names an address: the certificate is still the name's
            out.setPeerVerifyName(QUrl::fromAce(header.value.split(':').first()));
            out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // it would say the address
        }
    }
    return out;
}

} // namespace

// Lives on the gateway's thread. More streams to one server than a manager has connections would wait for
// each other without a word, so another manager is made for them.
class HttpGateway::Network final : public QObject
{
public:
    Network()
    {
        m_thread.setObjectName(QStringLiteral("http"));
        moveToThread(&m_thread);
        m_thread.start();
    }
    ~Network() override
    {
        QMetaObject::invokeMethod(
            this, [this] { m_managers.clear(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    void start(const OutgoingRequest &request, std::shared_ptr<HttpMailbox> mailbox,
               std::shared_ptr<QPointer<QNetworkReply>> made)
    {
        QMetaObject::invokeMethod(this, [this, request, mailbox = std::move(mailbox), made] {
            Manager &manager = freeManager();
            ++manager.streams;
            const bool isSafe = request.method == "GET" || request.method == "HEAD";
            QIODevice *body = request.body.isEmpty() && isSafe ? nullptr : new OneTimeBody(request.body);
            QNetworkReply *reply =
                manager.network->sendCustomRequest(requestOf(request), request.method, body);
            if (body != nullptr)
                body->setParent(reply);
            *made = reply;
            new HttpExchange(reply, request.mostBytes, mailbox); // owned by the reply
            connect(reply, &QNetworkReply::finished, this, [&manager] { --manager.streams; });
        });
    }

    void abort(std::shared_ptr<QPointer<QNetworkReply>> made)
    {
        QMetaObject::invokeMethod(this, [made] {
            if (*made)
                (*made)->abort();
        });
    }

private:
    struct Manager {
        std::unique_ptr<QNetworkAccessManager> network;
        int streams = 0;
    };

    Manager &freeManager()
    {
        for (const auto &manager : m_managers) {
            if (manager->streams < streamsOfOneManager)
                return *manager;
        }
        auto manager = std::make_unique<Manager>();
        manager->network = std::make_unique<QNetworkAccessManager>();
        manager->network->setProxyFactory(new SystemProxy); // owned by the manager
        manager->network->setCookieJar(new NoCookies);      // likewise
        manager->network->setAutoDeleteReplies(false);
        m_managers.push_back(std::move(manager));
        return *m_managers.back();
    }

    QThread m_thread;
    std::vector<std::unique_ptr<Manager>> m_managers;
};

HttpGateway::HttpGateway()
    : m_network(std::make_unique<Network>())
{
}

HttpGateway::~HttpGateway() = default;

namespace
{

using SteadyTime = std::chrono::steady_clock::time_point;

// What the waiting thread does with the mailbox until it is finished, a limit passes, or the run stops.
class Waiting
{
public:
    Waiting(const OutgoingRequest &request, const RunControl &control, const HttpSink &sink,
            HttpMailbox &mailbox)
        : m_request(request)
        , m_control(control)
        , m_sink(sink)
        , m_mailbox(mailbox)
        , m_quietUntil(std::chrono::steady_clock::now() + request.firstByteLimit)
    {
    }

    HttpAnswer wait()
    {
        std::unique_lock lock(m_mailbox.mutex);
        while (true) {
            if (!m_mailbox.pieces.empty()) {
                const QByteArray piece = std::move(m_mailbox.pieces.front());
                m_mailbox.pieces.pop_front();
                m_answer.head = m_mailbox.head;
                lock.unlock();
                m_quietUntil = std::chrono::steady_clock::now() + m_request.quietLimit;
                const bool goesOn = take(piece) && !m_control.isStopped();
                lock.lock();
                if (!goesOn)
                    return m_control.isStopped() ? ended(HttpFault::Stopped) : m_answer;
                continue;
            }
            m_answer.head = m_mailbox.head;
            if (m_control.isStopped())
                return ended(HttpFault::Stopped);
            if (m_mailbox.isFinished) {
                m_answer.fault = m_mailbox.fault;
                m_answer.detail = m_mailbox.detail;
                return m_answer;
            }
            const SteadyTime until = std::min(m_quietUntil, m_control.deadline());
            const SteadyTime now = std::chrono::steady_clock::now();
            if (now >= m_control.deadline())
                return ended(HttpFault::Timeout);
            if (now >= m_quietUntil)
                return ended(HttpFault::Stalled);
            m_mailbox.changed.wait_until(lock, until);
        }
    }

private:
    bool take(const QByteArray &piece)
    {
        m_answer.bytes += piece.size();
        if (m_sink)
            return m_sink(m_answer.head, piece);
        m_answer.body += piece;
        return true;
    }

    HttpAnswer ended(HttpFault fault)
    {
        m_answer.fault = fault;
        const QString host = m_request.url.host();
        if (fault == HttpFault::Stopped)
            m_answer.detail = QStringLiteral("the run was stopped");
        else if (fault == HttpFault::Timeout)
            m_answer.detail = QStringLiteral("%1 did not finish before the deadline").arg(host);
        else
            m_answer.detail = m_answer.bytes == 0
                                  ? QStringLiteral("%1 did not begin to answer in time").arg(host)
                                  : QStringLiteral("%1 went silent in the middle of its answer").arg(host);
        return m_answer;
    }

    const OutgoingRequest &m_request;
    const RunControl &m_control;
    const HttpSink &m_sink;
    HttpMailbox &m_mailbox;
    SteadyTime m_quietUntil;
    HttpAnswer m_answer;
};

} // namespace

HttpAnswer HttpGateway::send(const OutgoingRequest &request, const RunControl &control, const HttpSink &sink)
{
    auto mailbox = std::make_shared<HttpMailbox>();
    auto reply = std::make_shared<QPointer<QNetworkReply>>();
    if (!request.url.isValid() || request.url.host().isEmpty()) {
        HttpAnswer answer;
        answer.fault = HttpFault::Unknown;
        answer.detail = QStringLiteral("the address is not one");
        return answer;
    }
    const std::stop_callback onStop(control.stopToken(), [&mailbox] { mailbox->wake(); });
    m_network->start(request, mailbox, reply);
    HttpAnswer answer = Waiting(request, control, sink, *mailbox).wait();
    bool isRunning = false;
    {
        const std::lock_guard lock(mailbox->mutex);
        isRunning = !mailbox->isFinished;
    }
    if (isRunning)
        m_network->abort(reply);
    return answer;
}

} // namespace Helmdesk
