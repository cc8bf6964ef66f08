#include "channels/HttpInbox.h"

#include "channels/PostedMessage.h"
#include "core/ResourcePaths.h"

#include <QTcpSocket>
#include <QWebSocket>

namespace Helmdesk
{

namespace
{

HttpResponse jsonResponse(int status, const Json &body)
{
    HttpResponse response;
    response.status = status;
    response.body = toBytes(body);
    return response;
}

HttpResponse tooMany(int seconds)
{
    HttpResponse response =
        httpError(429, "too_many_requests", "Too many requests. Please wait a moment and try again.");
    response.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return response;
}

HttpResponse notAllowed(const QByteArray &methods)
{
    HttpResponse response = httpError(405);
    response.headers.emplaceBack("Allow", methods);
    return response;
}

HttpResponse portError(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return httpError(404, "not_found", "There is no such conversation.");
    case ErrorKind::InvalidInput:
        return httpError(400, "invalid", "The message was not accepted.");
    case ErrorKind::Denied:
        return httpError(403);
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
    case ErrorKind::StorageFull: {
        HttpResponse response =
            httpError(503, "unavailable", "The desk cannot take messages right now. Please try again soon.");
        response.headers.emplaceBack("Retry-After", "5");
        return response;
    }
    default:
        return httpError(500, "internal", "Something went wrong on the desk.");
    }
}

Json threadJson(const std::vector<PublicMessage> &messages)
{
    Json list = Json::array();
    for (const PublicMessage &message : messages) {
        if (message.author == Author::Note || message.author == Author::System)
            continue;
        list.push_back({{"id", message.id.value},
                        {"author", nameOf(message.author)},
                        {"name", message.name},
                        {"text", message.text},
                        {"at", message.at.toUTC().toString(Qt::ISODateWithMs)}});
    }
    return Json{{"messages", std::move(list)}};
}

HttpResponse threadResponse(const Result<std::vector<PublicMessage>> &thread)
{
    return thread ? jsonResponse(200, threadJson(*thread)) : portError(thread.error());
}

// The ?after= of a request; nothing when it is no number.
std::optional<MessageId> afterOf(const HttpRequest &request)
{
    const QString text = request.query.queryItemValue(QStringLiteral("after"));
    bool ok = true;
    const qint64 value = text.isEmpty() ? 0 : text.toLongLong(&ok);
    if (!ok || value < 0)
        return {};
    return MessageId{value};
}

const QByteArray bad = "invalid";

} // namespace

HttpInbox::HttpInbox(InboxPort &port, const Options &options, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_options(options)
    , m_tokens(options.sessionSecret)
    , m_messagesPerSession(options.messagesPerSession)
    , m_readsPerSession(options.readsPerSession)
    , m_messagesInTotal(options.messagesInTotal)
    , m_sessionsInTotal(options.sessionsInTotal)
    , m_webSocketServer(QStringLiteral("Helmdesk"), QWebSocketServer::NonSecureMode, this)
    , m_listener({[this](const HttpRequest &request) { return handle(request); },
                  [this](const HttpRequest &request) { return checkWebSocket(request); },
                  [this](QTcpSocket *socket, const HttpRequest &) { takeWebSocket(socket); }},
                 options.limits, this)
{
    connect(&m_webSocketServer, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_webSocketServer.nextPendingConnection())
            openWebSocket(socket);
    });
}

HttpInbox::~HttpInbox()
{
    stop();
}

Result<> HttpInbox::start()
{
    constexpr qsizetype shortestSecret = 32;
    if (m_options.sessionSecret.size() < shortestSecret)
        return Error{ErrorKind::InvalidInput, QStringLiteral("the secret of the chat sessions is too short")};
    for (const QByteArray name : {"index.html", "chat.css", "chat.js"}) {
        auto file = readResource(QStringLiteral("webchat/") + QString::fromLatin1(name));
        if (!file)
            return file.error();
        m_files.insert(name, *file);
    }
    if (m_options.port == 0 && m_options.preferredPort != 0 && m_listener.listen(m_options.preferredPort))
        return {};
    return m_listener.listen(m_options.port);
}

void HttpInbox::stop()
{
    m_listener.close();
    const QList<QWebSocket *> sockets = m_subscribers.keys();
    m_subscribers.clear();
    for (QWebSocket *socket : sockets) {
        socket->disconnect(this);
        delete socket;
    }
}

QString HttpInbox::chatUrl() const
{
    return QStringLiteral("http://127.0.0.1:%1/chat").arg(port());
}

// Only the own page may call from a browser, and only under a name of this machine: a page elsewhere cannot
// write or read, nor can a foreign name that resolves to the loopback address.
std::optional<HttpResponse> HttpInbox::checkOrigin(const HttpRequest &request) const
{
    const QByteArray host = request.header("host").toLower();
    const QByteArray end = ':' + QByteArray::number(port());
    const bool isLocal = host == "127.0.0.1" + end || host == "localhost" + end;
    if (!isLocal)
        return httpError(403, "wrong_host", "Call this address as 127.0.0.1 or localhost.");
    if (request.headers.contains("origin") && request.header("origin").toLower() != "http://" + host)
        return httpError(403, "wrong_origin", "Other pages may not call this address.");
    if (request.header("sec-fetch-site") == "cross-site" && request.method != "GET")
        return httpError(403, "wrong_origin", "Other pages may not call this address.");
    return {};
}

HttpResponse HttpInbox::handle(const HttpRequest &request)
{
    if (const auto refusal = checkOrigin(request))
        return *refusal;
    const QList<QByteArray> path = request.path.mid(1).split('/');
    if (request.path.startsWith("/api/v1/"))
        return handleApi(request);
    if (path.value(0) == "chat")
        return handleChat(request, path);
    return httpError(404);
}

HttpResponse HttpInbox::handleApi(const HttpRequest &request)
{
    const QByteArray authorization = request.header("authorization");
    const bool isKnown = !m_options.bearerToken.isEmpty() && authorization.left(7).toLower() == "bearer " &&
                         isSameSecret(authorization.mid(7).trimmed(), m_options.bearerToken);
    if (!isKnown) {
        HttpResponse response = httpError(401, "unauthorized", "A valid bearer token is needed.");
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return response;
    }
    const QList<QByteArray> path = request.path.mid(8).split('/');
    if (path.size() == 1 && path[0] == "health")
        return request.method == "GET" ? jsonResponse(200, Json{{"status", "ok"}}) : notAllowed("GET");
    if (path.size() == 1 && path[0] == "messages")
        return request.method == "POST" ? postApiMessage(request) : notAllowed("POST");
    if (path.size() == 3 && path[0] == "conversations" && path[2] == "messages") {
        if (request.method != "GET")
            return notAllowed("GET");
        bool ok = false;
        const ConversationId conversation{path[1].toLongLong(&ok)};
        const auto after = afterOf(request);
        if (!ok || !conversation.isValid() || !after)
            return httpError(400, bad, "The conversation and after are positive numbers.");
        return threadResponse(m_port.thread(conversation, *after));
    }
    return httpError(404);
}

HttpResponse HttpInbox::handleChat(const HttpRequest &request, const QList<QByteArray> &path)
{
    if (path.size() == 1)
        return staticFile(request, "index.html");
    if (path.size() == 2 && m_files.contains(path[1]))
        return staticFile(request, path[1]);
    if (path.value(1) != "sessions")
        return httpError(404);
    if (path.size() == 2)
        return request.method == "POST" ? createSession() : notAllowed("POST");
    const auto key = m_tokens.conversationKey(path[2]);
    if (!key)
        return httpError(404, "unknown_session", "This chat is not known. Please start a new one.");
    if (path.size() != 4 || path[3] != "messages")
        return httpError(404);
    if (request.method == "POST")
        return postChatMessage(request, *key);
    if (request.method != "GET")
        return notAllowed("GET, POST");
    if (const auto wait = m_readsPerSession.take(key->toUtf8()))
        return tooMany(*wait);
    const auto after = afterOf(request);
    if (!after)
        return httpError(400, bad, "after is a positive number.");
    return threadResponse(m_port.thread(ChannelKind::Chat, *key, *after));
}

HttpResponse HttpInbox::staticFile(const HttpRequest &request, const QByteArray &name) const
{
    if (request.method != "GET")
        return notAllowed("GET");
    HttpResponse response;
    response.body = m_files.value(name);
    response.contentType = name.endsWith(".css")  ? "text/css; charset=utf-8"
                           : name.endsWith(".js") ? "text/javascript; charset=utf-8"
                                                  : "text/html; charset=utf-8";
    response.headers.emplaceBack(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://" +
            request.header("host").toLower() +
            "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for "
            "'script'");
    response.headers.emplaceBack("X-Frame-Options", "DENY");
    return response;
}

HttpResponse HttpInbox::createSession()
{
    if (const auto wait = m_sessionsInTotal.take("all"))
        return tooMany(*wait);
    return jsonResponse(201, Json{{"token", m_tokens.create().toStdString()}});
}

HttpResponse HttpInbox::postApiMessage(const HttpRequest &request)
{
    PostedMessage fields;
    if (const auto refusal = readPostedMessage(request, m_options.textCharacters, fields))
        return *refusal;
    IncomingMessage message;
    message.channel = ChannelKind::Api;
    message.customer = fields.customer;
    message.conversationKey = fields.conversation;
    message.externalId = fields.id.isEmpty() ? QString::fromLatin1(randomToken(18)) : fields.id;
    message.senderAddress = fields.address;
    message.senderName = fields.name;
    message.subject = fields.subject;
    message.text = fields.text;
    return take(message);
}

HttpResponse HttpInbox::postChatMessage(const HttpRequest &request, const QString &key)
{
    PostedMessage fields;
    if (const auto refusal = readPostedMessage(request, m_options.textCharacters, fields))
        return *refusal;
    if (const auto wait = m_messagesPerSession.take(key.toUtf8()))
        return tooMany(*wait);
    IncomingMessage message;
    message.channel = ChannelKind::Chat;
    message.conversationKey = key;
    // What a browser says about the person is a claim: it never sets the customer.
    message.senderAddress = fields.address;
    message.senderName = fields.name;
    message.externalId =
        key + u'/' + (fields.id.isEmpty() ? QString::fromLatin1(randomToken(12)) : fields.id);
    message.text = fields.text;
    return take(message);
}

HttpResponse HttpInbox::take(const IncomingMessage &message)
{
    if (const auto wait = m_messagesInTotal.take("all"))
        return tooMany(*wait);
    IncomingMessage whole = message;
    whole.fullText = message.text;
    whole.receivedAt = QDateTime::currentDateTimeUtc();
    const auto taken = m_port.take(whole);
    if (!taken)
        return portError(taken.error());
    if (const auto kept = m_port.keep(); !kept)
        return portError(kept.error());
    if (message.channel == ChannelKind::Chat)
        QMetaObject::invokeMethod(
            this, [this, key = message.conversationKey] { announce(key); }, Qt::QueuedConnection);
    Json body{{"message", taken->message.value}, {"duplicate", taken->wasThere}};
    if (message.channel == ChannelKind::Api)
        body["conversation"] = taken->conversation.value;
    return jsonResponse(202, body);
}

std::optional<HttpResponse> HttpInbox::checkWebSocket(const HttpRequest &request)
{
    if (auto refusal = checkOrigin(request))
        return refusal;
    const QList<QByteArray> path = request.path.split('/');
    const bool isEvents =
        path.size() == 5 && path[1] == "chat" && path[2] == "sessions" && path[4] == "events";
    const auto key = isEvents ? m_tokens.conversationKey(path[3]) : std::nullopt;
    if (!key)
        return httpError(404);
    if (const auto wait = m_readsPerSession.take(key->toUtf8()))
        return tooMany(*wait);
    if (m_subscribers.size() >= m_options.webSockets)
        return httpError(503);
    return {};
}

void HttpInbox::takeWebSocket(QTcpSocket *socket)
{
    m_webSocketServer.handleConnection(socket);
    Q_EMIT socket->readyRead(); // the request is still unread
}

void HttpInbox::openWebSocket(QWebSocket *socket)
{
    constexpr quint64 largestFrame = 4096; // the browser has nothing to say on this way
    socket->setParent(this);
    socket->setMaxAllowedIncomingFrameSize(largestFrame);
    socket->setMaxAllowedIncomingMessageSize(largestFrame);
    const QList<QByteArray> path = socket->requestUrl().path().toLatin1().split('/');
    const auto key = m_tokens.conversationKey(path.value(3));
    if (!key) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    const QUrlQuery query(socket->requestUrl());
    m_subscribers.insert(socket, {*key, query.queryItemValue(QStringLiteral("after")).toLongLong()});
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_subscribers.remove(socket);
        socket->deleteLater();
    });
    push(socket);
}

void HttpInbox::announce(const QString &conversationKey)
{
    for (QWebSocket *socket : m_subscribers.keys())
        if (conversationKey.isEmpty() || m_subscribers.value(socket).key == conversationKey)
            push(socket);
}

void HttpInbox::push(QWebSocket *socket)
{
    const auto found = m_subscribers.find(socket);
    if (found == m_subscribers.end())
        return;
    const auto thread = m_port.thread(ChannelKind::Chat, found->key, MessageId{found->lastMessage});
    if (!thread || thread->empty()) // a failure is made good by the page's next reading
        return;
    found->lastMessage = thread->back().id.value;
    socket->sendTextMessage(QString::fromUtf8(toBytes(threadJson(*thread))));
}

} // namespace Helmdesk
