#pragma once

#include "channels/ChatTokens.h"
#include "channels/HttpListener.h"
#include "channels/InboxPort.h"
#include "channels/RateLimiter.h"
#include "core/Json.h"

#include <QHash>
#include <QPointer>
#include <QWebSocketServer>

class QWebSocket;

namespace Helmdesk
{

// The way in over HTTP on the loopback address: the REST interface under /api/v1 for programs with the bearer
// token, and the chat page at /chat with its sessions. docs/http-api.md is the reference.
//
// Thread: that of the object, which needs an event loop; start(), stop() and announce() are called there.
// Ownership: the port is not owned and outlives this. Failure: start() reports a port that is taken or a chat
// page that is missing.
class HttpInbox : public QObject
{
    Q_OBJECT

public:
    struct Options {
        quint16 port = 0;          // 0: any free one
        quint16 preferredPort = 0; // tried first where port is 0
        QByteArray bearerToken;    // of the workspace; empty: the REST interface refuses everybody
        QByteArray sessionSecret;  // at least 32 random bytes, of the workspace
        HttpListener::Limits limits;
        qsizetype textCharacters = 8000;
        RateLimiter::Rate messagesPerSession{10, 0.5};
        RateLimiter::Rate readsPerSession{60, 10};
        RateLimiter::Rate messagesInTotal{300, 50};
        RateLimiter::Rate sessionsInTotal{100, 5};
        int webSockets = 200;
    };

    HttpInbox(InboxPort &port, const Options &options, QObject *parent = nullptr);
    ~HttpInbox() override;

    Result<> start();
    void stop();
    quint16 port() const { return m_listener.port(); }
    QString chatUrl() const;

public Q_SLOTS:
    // A conversation of the chat has a new message: pushed to the browsers that have it open. An empty key
    // stands for any of them.
    void announce(const QString &conversationKey);

private:
    struct Subscriber {
        QString key;
        qint64 lastMessage = 0;
    };

    HttpResponse handle(const HttpRequest &request);
    std::optional<HttpResponse> checkOrigin(const HttpRequest &request) const;
    HttpResponse handleApi(const HttpRequest &request);
    HttpResponse handleChat(const HttpRequest &request, const QList<QByteArray> &path);
    HttpResponse staticFile(const HttpRequest &request, const QByteArray &name) const;
    HttpResponse createSession();
    HttpResponse postApiMessage(const HttpRequest &request);
    HttpResponse postChatMessage(const HttpRequest &request, const QString &key);
    HttpResponse take(const IncomingMessage &message);

    std::optional<HttpResponse> checkWebSocket(const HttpRequest &request);
    void takeWebSocket(QTcpSocket *socket);
    void openWebSocket(QWebSocket *socket);
    void push(QWebSocket *socket);

    InboxPort &m_port;
    Options m_options;
    ChatTokens m_tokens;
    QHash<QByteArray, QByteArray> m_files; // of the chat page, by name
    RateLimiter m_messagesPerSession;
    RateLimiter m_readsPerSession;
    RateLimiter m_messagesInTotal;
    RateLimiter m_sessionsInTotal;
    QWebSocketServer m_webSocketServer;
    QHash<QWebSocket *, Subscriber> m_subscribers;
    HttpListener m_listener;
};

} // namespace Helmdesk
