#pragma once

#include "channels/CallerCheck.h"
#include "channels/ChatSockets.h"
#include "channels/ChatTokens.h"
#include "channels/FairQueue.h"
#include "channels/HeldAnswers.h"
#include "channels/HttpServer.h"
#include "channels/InboxPort.h"
#include "core/Json.h"

#include <mutex>
#include <QHash>
#include <QThreadPool>

namespace Helmdesk
{

// The way in over HTTP on the loopback address: the REST interface under /api/v1 for programs with the bearer
// token, and the chat page at /chat with its sessions. docs/http-api.md is the reference.
//
// Thread: start() and stop() from one thread at a time, announce() from any. Requests are looked at on the
// server's thread; what the port is asked for is done on one thread that takes messages in, in their order,
// and one that reads, so that nobody waits for another one's writing but who writes. Ownership: the port is
// not owned and outlives this. Failure: start() reports a port that is taken, a chat page that is missing or
// a setting that cannot be read.
class HttpInbox final : private HttpHandler
{
public:
    struct Options {
        quint16 port = 0;          // 0: any free one
        quint16 preferredPort = 0; // tried first where port is 0
        QByteArray bearerToken;    // of the workspace; empty: the REST interface refuses everybody
        QByteArray sessionSecret;  // at least 32 random bytes, of the workspace
        QString publicOrigin;      // as in the settings http.public_origin and http.trusted_proxy
        QString trustedProxy;
        HttpServer::Limits limits;
        qsizetype textCharacters = 8000;
        RateLimiter::Rate messagesPerSession{10, 0.5};
        RateLimiter::Rate readsPerSession{60, 10};
        RateLimiter::Rate messagesPerClient{60, 3}; // where clients' addresses can be told apart
        RateLimiter::Rate sessionsPerClient{30, 1};
        FairQueue::Limits messagesInTotal{{1000, 200}};
        FairQueue::Limits sessionsInTotal{{500, 100}};
        ChatSockets::Limits sockets;
    };

    HttpInbox(InboxPort &port, const Options &options);
    ~HttpInbox() override;

    Result<> start();
    void stop(); // for good
    quint16 port() const { return m_server.port(); }
    QString chatUrl() const;

    // A conversation has a new message: pushed to the browsers that have its chat open. An invalid id stands
    // for any conversation.
    void announce(ConversationId conversation);

private:
    using ReadThread = std::function<Result<std::vector<PublicMessage>>()>;

    void handle(const HttpRequest &request, const Answer &answer) override;
    std::optional<HttpResponse> refuseSocket(const HttpRequest &request) override;
    void socketOpened(const std::shared_ptr<HttpSocket> &socket, const HttpRequest &request) override;
    void socketClosed(const HttpSocket &socket) override;

    bool hasToken(const HttpRequest &request) const;
    void handleApi(const HttpRequest &request, const Answer &answer);
    void handleMetrics(const HttpRequest &request, const Answer &answer);
    void handleChat(const HttpRequest &request, const QList<QByteArray> &path, const Answer &answer);
    HttpResponse staticFile(const HttpRequest &request, const QByteArray &name) const;
    void createSession(const HttpRequest &request, const Answer &answer);
    void postApiMessage(const HttpRequest &request, const Answer &answer);
    void postChatMessage(const HttpRequest &request, const QString &key, const Answer &answer);
    void takeInTurn(const QByteArray &client, const IncomingMessage &message, const Answer &answer);
    void take(const IncomingMessage &message, const Answer &answer);
    void read(ReadThread thread, const Answer &answer);
    void getChatFile(const HttpRequest &request, const QString &key, const QList<QByteArray> &path,
                     const Answer &answer);
    void readFile(std::function<Result<Attachment>()> file, const Answer &answer);
    void readNews(const QString &key, MessageId after, std::function<void(const ChatSockets::News &)> found);
    void keepTurns(FairQueue &queue, bool &isScheduled);

    InboxPort &m_port;
    Options m_options;
    ChatTokens m_tokens;
    CallerCheck m_callers;
    QHash<QByteArray, QByteArray> m_files; // of the chat page, by name
    std::mutex m_starting;
    bool m_isStopped = false;

    // On the server's thread.
    RateLimiter m_messagesPerSession;
    RateLimiter m_readsPerSession;
    RateLimiter m_messagesPerClient;
    RateLimiter m_sessionsPerClient;
    FairQueue m_messageTurns;
    FairQueue m_sessionTurns;
    bool m_areMessageTurnsKept = false;
    bool m_areSessionTurnsKept = false;
    ChatSockets m_sockets;

    const std::shared_ptr<HeldAnswers> m_held = std::make_shared<HeldAnswers>(); // until their disk is done
    HttpServer m_server;
    QThreadPool m_intake; // one thread each
    QThreadPool m_reading;
};

} // namespace Helmdesk
