#include "channels/HttpInbox.h"

#include "channels/InboxAnswers.h"
#include "channels/PostedMessage.h"
#include "core/ResourcePaths.h"

#include <QScopeGuard>
#include <typeinfo>

namespace Helmdesk
{

namespace
{

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

// The token's place in /chat/sessions/TOKEN/events; empty for another path.
QByteArray tokenOfEvents(const HttpRequest &request)
{
    const QList<QByteArray> path = request.path.split('/');
    const bool isEvents =
        path.size() == 5 && path[1] == "chat" && path[2] == "sessions" && path[4] == "events";
    return isEvents ? path[3] : QByteArray();
}

// Where a file stands; an invalid place where these are no numbers.
struct FilePlace {
    MessageId message;
    int position = -1;
};

FilePlace filePlaceOf(const QByteArray &message, const QByteArray &position)
{
    bool isNumber = false;
    const int place = position.toInt(&isNumber);
    return {MessageId{message.toLongLong()}, isNumber ? place : -1};
}

// Work of another thread: an exception ends nothing but this work, and its answer is dropped, which is a 500.
void runContained(QThreadPool &pool, std::function<void()> work)
{
    pool.start([work = std::move(work)] {
        try {
            work();
        } catch (const std::exception &error) {
            qCWarning(lcHttp) << "a request could not be handled:" << typeid(error).name();
        }
    });
}

HttpResponse tokenNeeded()
{
    HttpResponse response = httpError(401, "unauthorized", "A valid bearer token is needed.");
    response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

// Nobody waits longer for the answer.
constexpr std::chrono::seconds longestWait{15};
const QByteArray bad = "invalid";

} // namespace

HttpInbox::HttpInbox(InboxPort &port, const Options &options)
    : m_port(port)
    , m_options(options)
    , m_tokens(options.sessionSecret)
    , m_callers({})
    , m_messagesPerSession(options.messagesPerSession)
    , m_readsPerSession(options.readsPerSession)
    , m_messagesPerClient(options.messagesPerClient)
    , m_sessionsPerClient(options.sessionsPerClient)
    , m_messageTurns(options.messagesInTotal)
    , m_sessionTurns(options.sessionsInTotal)
    , m_sockets(
          {shareOfDescriptors(options.sockets.total), options.sockets.perChat},
          [this](const QString &key, MessageId after, auto found) { readNews(key, after, std::move(found)); })
    , m_server(*this, options.limits)
{
    for (QThreadPool *pool : {&m_intake, &m_reading}) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1);
    }
}

HttpInbox::~HttpInbox()
{
    stop();
}

Result<> HttpInbox::start()
{
    const std::lock_guard lock(m_starting);
    if (m_isStopped)
        return Error{ErrorKind::Cancelled, QStringLiteral("the program ends")};
    constexpr qsizetype shortestSecret = 32;
    if (m_options.sessionSecret.size() < shortestSecret)
        return Error{ErrorKind::InvalidInput, QStringLiteral("the secret of the chat sessions is too short")};
    const auto front = CallerCheck::readFront(m_options.publicOrigin, m_options.trustedProxy);
    if (!front)
        return front.error();
    m_callers = CallerCheck(*front);
    for (const QByteArray name : {"index.html", "chat.css", "chat.js"}) {
        auto file = readResource(QStringLiteral("webchat/") + QString::fromLatin1(name));
        if (!file)
            return file.error();
        m_files.insert(name, *file);
    }
    if (m_options.port == 0 && m_options.preferredPort != 0 && m_server.listen(m_options.preferredPort))
        return {};
    return m_server.listen(m_options.port);
}

void HttpInbox::stop()
{
    const std::lock_guard lock(m_starting);
    m_isStopped = true;
    m_server.close(); // nothing new begins, and what is under way ends
    for (QThreadPool *pool : {&m_intake, &m_reading}) {
        pool->clear();
        pool->waitForDone();
    }
    m_held->drop();
    m_messageTurns.clear();
    m_sessionTurns.clear();
    m_sockets.clear();
}

QString HttpInbox::chatUrl() const
{
    return QStringLiteral("http://127.0.0.1:%1/chat").arg(port());
}

void HttpInbox::handle(const HttpRequest &request, const Answer &answer)
{
    if (const auto refusal = m_callers.refusal(request, port())) {
        answer(*refusal);
        return;
    }
    const QList<QByteArray> path = request.path.mid(1).split('/');
    if (request.path == "/") {
        answer(request.method == "GET" ? toChatPage() : notAllowed("GET"));
    } else if (request.path.startsWith("/api/v1/")) {
        handleApi(request, answer);
    } else if (path.value(0) == "chat") {
        handleChat(request, path, answer);
    } else if (request.path == "/metrics") {
        handleMetrics(request, answer);
    } else {
        answer(httpError(404));
    }
}

bool HttpInbox::hasToken(const HttpRequest &request) const
{
    const QByteArray authorization = request.header("authorization");
    return !m_options.bearerToken.isEmpty() && authorization.left(7).toLower() == "bearer " &&
           isSameSecret(authorization.mid(7).trimmed(), m_options.bearerToken);
}

// With the token alone: a proxy in front of the chat page passes on what the whole world asks.
void HttpInbox::handleMetrics(const HttpRequest &request, const Answer &answer)
{
    if (!hasToken(request)) {
        answer(tokenNeeded());
        return;
    }
    if (request.method != "GET") {
        answer(notAllowed("GET"));
        return;
    }
    runContained(m_reading, [this, answer] {
        const auto metrics = m_port.metrics();
        if (!metrics) {
            answer(portError(metrics.error()));
            return;
        }
        HttpResponse response;
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        response.body = *metrics;
        answer(response);
    });
}

void HttpInbox::handleApi(const HttpRequest &request, const Answer &answer)
{
    if (!hasToken(request)) {
        answer(tokenNeeded());
        return;
    }
    const QList<QByteArray> path = request.path.mid(8).split('/');
    if (path.size() == 1 && path[0] == "health") {
        answer(request.method == "GET" ? jsonResponse(200, Json{{"status", "ok"}}) : notAllowed("GET"));
    } else if (path.size() == 1 && path[0] == "messages") {
        if (request.method == "POST")
            postApiMessage(request, answer);
        else
            answer(notAllowed("POST"));
    } else if (path.size() == 3 && path[0] == "conversations" && path[2] == "messages") {
        bool ok = false;
        const ConversationId conversation{path[1].toLongLong(&ok)};
        const auto after = afterOf(request);
        if (request.method != "GET")
            answer(notAllowed("GET"));
        else if (!ok || !conversation.isValid() || !after)
            answer(httpError(400, bad, "The conversation and after are positive numbers."));
        else
            read([this, conversation, after = *after] { return m_port.thread(conversation, after); }, answer);
    } else if (path.size() == 6 && path[0] == "conversations" && path[2] == "messages" &&
               path[4] == "files") {
        const FilePlace place = filePlaceOf(path[3], path[5]);
        const ConversationId conversation{path[1].toLongLong()};
        if (request.method != "GET")
            answer(notAllowed("GET"));
        else
            readFile([this, conversation,
                      place] { return m_port.file(conversation, place.message, place.position); },
                     answer);
    } else {
        answer(httpError(404));
    }
}

void HttpInbox::handleChat(const HttpRequest &request, const QList<QByteArray> &path, const Answer &answer)
{
    if (path.size() == 1 || (path.size() == 2 && m_files.contains(path[1]))) {
        answer(staticFile(request, path.size() == 1 ? QByteArray("index.html") : path[1]));
        return;
    }
    if (path.value(1) != "sessions") {
        answer(httpError(404));
        return;
    }
    if (path.size() == 2) {
        if (request.method == "POST")
            createSession(request, answer);
        else
            answer(notAllowed("POST"));
        return;
    }
    const auto key = m_tokens.conversationKey(path[2]);
    const auto after = afterOf(request);
    if (!key)
        answer(httpError(404, "unknown_session", "This chat is not known. Please start a new one."));
    else if (path.size() == 7 && path[3] == "messages" && path[5] == "files")
        getChatFile(request, *key, path, answer);
    else if (path.size() != 4 || path[3] != "messages")
        answer(httpError(404));
    else if (request.method == "POST")
        postChatMessage(request, *key, answer);
    else if (request.method != "GET")
        answer(notAllowed("GET, POST"));
    else if (const auto wait = m_readsPerSession.take(key->toUtf8()))
        answer(httpTooMany(*wait));
    else if (!after)
        answer(httpError(400, bad, "after is a positive number."));
    else
        read([this, key = *key, after = *after] { return m_port.thread(ChannelKind::Chat, key, after); },
             answer);
}

// By the rule of the thread: whoever has the session's token may read what was said in it.
void HttpInbox::getChatFile(const HttpRequest &request, const QString &key, const QList<QByteArray> &path,
                            const Answer &answer)
{
    if (request.method != "GET")
        return answer(notAllowed("GET"));
    if (const auto wait = m_readsPerSession.take(key.toUtf8()))
        return answer(httpTooMany(*wait));
    readFile(
        [this, key, place = filePlaceOf(path[4], path[6])] {
            return m_port.file(ChannelKind::Chat, key, place.message, place.position);
        },
        answer);
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
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' " +
            m_callers.socketSource(request) +
            "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for "
            "'script'");
    response.headers.emplaceBack("X-Frame-Options", "DENY");
    return response;
}

void HttpInbox::createSession(const HttpRequest &request, const Answer &answer)
{
    const QByteArray client = m_callers.client(request);
    if (!client.isEmpty()) {
        if (const auto wait = m_sessionsPerClient.take(client)) {
            answer(httpTooMany(*wait));
            return;
        }
    }
    m_sessionTurns.enter(client, [this, answer](int wait) {
        answer(wait > 0 ? httpTooMany(wait)
                        : jsonResponse(201, Json{{"token", m_tokens.create().toStdString()}}));
    });
    keepTurns(m_sessionTurns, m_areSessionTurnsKept);
}

void HttpInbox::postApiMessage(const HttpRequest &request, const Answer &answer)
{
    PostedMessage fields;
    if (const auto refusal = readPostedMessage(request, m_options.textCharacters, fields)) {
        answer(*refusal);
        return;
    }
    IncomingMessage message;
    message.channel = ChannelKind::Api;
    message.customer = fields.customer;
    message.conversationKey = fields.conversation;
    message.externalId = fields.id.isEmpty() ? QString::fromLatin1(randomToken(18)) : fields.id;
    message.senderAddress = fields.address;
    message.senderName = fields.name;
    message.subject = fields.subject;
    message.text = fields.text;
    takeInTurn("api", message, answer);
}

void HttpInbox::postChatMessage(const HttpRequest &request, const QString &key, const Answer &answer)
{
    PostedMessage fields;
    if (const auto refusal = readPostedMessage(request, m_options.textCharacters, fields)) {
        answer(*refusal);
        return;
    }
    const QByteArray client = m_callers.client(request);
    auto wait = m_messagesPerSession.take(key.toUtf8());
    if (!wait && !client.isEmpty())
        wait = m_messagesPerClient.take(client);
    if (wait) {
        answer(httpTooMany(*wait));
        return;
    }
    IncomingMessage message;
    message.channel = ChannelKind::Chat;
    message.conversationKey = key;
    message.senderAddress = fields.address;
    message.senderName = fields.name;
    message.externalId =
        key + u'/' + (fields.id.isEmpty() ? QString::fromLatin1(randomToken(12)) : fields.id);
    message.text = fields.text;
    // Without addresses each chat is a client.
    takeInTurn(client.isEmpty() ? key.toUtf8() : client, message, answer);
}

void HttpInbox::takeInTurn(const QByteArray &client, const IncomingMessage &message, const Answer &answer)
{
    IncomingMessage whole = message;
    whole.fullText = message.text;
    whole.receivedAt = QDateTime::currentDateTimeUtc();
    m_messageTurns.enter(client, [this, whole, answer](int wait) {
        if (wait > 0) {
            answer(httpTooMany(wait));
            return;
        }
        const auto since = FairQueue::Clock::now();
        runContained(m_intake, [this, whole, answer, since] {
            // Who has waited so long for a busy store would be told the same after as long again.
            if (FairQueue::Clock::now() - since > longestWait)
                answer(portError({ErrorKind::Unavailable, {}}));
            else
                take(whole, answer);
        });
    });
    keepTurns(m_messageTurns, m_areMessageTurnsKept);
}

// On the thread of intake.
void HttpInbox::take(const IncomingMessage &message, const Answer &answer)
{
    const auto taken = m_port.take(message);
    if (!taken) {
        answer(portError(taken.error()));
        return;
    }
    Json body{{"message", taken->message.value}, {"duplicate", taken->wasThere}};
    if (message.channel == ChannelKind::Api)
        body["conversation"] = taken->conversation.value;
    // It is acknowledged when it survives a power cut; this thread goes on meanwhile.
    m_port.whenKept(m_held->hold([answer, body](const Result<> &kept) {
        answer(kept ? jsonResponse(202, body) : portError(kept.error()));
    }));
    if (message.channel == ChannelKind::Chat)
        m_server.post([this, key = message.conversationKey] { m_sockets.announce(key); });
}

void HttpInbox::read(ReadThread thread, const Answer &answer)
{
    runContained(m_reading, [thread = std::move(thread), answer] { answer(threadResponse(thread())); });
}

void HttpInbox::readFile(std::function<Result<Attachment>()> file, const Answer &answer)
{
    runContained(m_reading, [file = std::move(file), answer] { answer(fileResponse(file())); });
}

// While requests wait, the queue is looked at whenever it is somebody's turn.
void HttpInbox::keepTurns(FairQueue &queue, bool &isScheduled)
{
    const auto next = queue.untilNext();
    if (!next || isScheduled)
        return;
    isScheduled = true;
    const auto delay = std::chrono::ceil<std::chrono::milliseconds>(*next);
    m_server.postLater(delay, [this, &queue, &isScheduled] {
        isScheduled = false;
        queue.advance();
        keepTurns(queue, isScheduled);
    });
}

std::optional<HttpResponse> HttpInbox::refuseSocket(const HttpRequest &request)
{
    if (auto refusal = m_callers.refusal(request, port()))
        return refusal;
    const auto key = m_tokens.conversationKey(tokenOfEvents(request));
    if (!key)
        return httpError(404);
    if (const auto wait = m_readsPerSession.take(key->toUtf8()))
        return httpTooMany(*wait);
    if (!afterOf(request))
        return httpError(400, bad, "after is a positive number.");
    return {};
}

void HttpInbox::socketOpened(const std::shared_ptr<HttpSocket> &socket, const HttpRequest &request)
{
    const auto key = m_tokens.conversationKey(tokenOfEvents(request));
    if (!key)
        return; // refuseSocket() has looked
    const QByteArray client = m_callers.client(request);
    m_sockets.add(socket, client.isEmpty() ? key->toUtf8() : client, *key,
                  afterOf(request).value_or(MessageId{}));
}

void HttpInbox::socketClosed(const HttpSocket &socket)
{
    m_sockets.remove(socket);
}

void HttpInbox::announce(ConversationId conversation)
{
    m_server.post([this, conversation] {
        if (m_sockets.isEmpty())
            return;
        if (!conversation.isValid()) {
            m_sockets.announce({});
            return;
        }
        runContained(m_reading, [this, conversation] {
            const auto key = m_port.chatKey(conversation);
            if (key && *key)
                m_server.post([this, key = **key] { m_sockets.announce(key); });
        });
    });
}

void HttpInbox::readNews(const QString &key, MessageId after,
                         std::function<void(const ChatSockets::News &)> found)
{
    runContained(m_reading, [this, key, after, found = std::move(found)] {
        ChatSockets::News news;
        // A failure, and an exception too, is made good by the page's next reading.
        const auto tell = qScopeGuard([&] { m_server.post([found, news] { found(news); }); });
        const auto thread = m_port.thread(ChannelKind::Chat, key, after);
        if (thread && !thread->empty())
            news = {thread->back().id, toBytes(threadJson(*thread))};
    });
}

} // namespace Helmdesk
