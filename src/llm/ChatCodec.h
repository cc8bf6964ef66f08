#pragma once

#include "http/HttpTypes.h"
#include "http/ServerSentEvents.h"
#include "llm/ModelProfile.h"

namespace Helmdesk
{

// A reply that grows from the pieces of a stream, or comes whole. Used on one thread.
class ReplyBuilder
{
public:
    struct Call {
        qint64 index = 0;
        QString id;
        QString name;
        QByteArray arguments;
        Json whole; // where they come as an object
    };

    explicit ReplyBuilder(const DeltaSink &sink)
        : m_sink(sink)
    {
    }

    void addText(const QString &piece);
    // The call with the index, made when it is not there.
    Call &callAt(qint64 index);
    void fail(ChatFault fault, const QString &detail = {}, const QString &serverSaid = {});
    bool hasFailed() const { return m_failure.has_value(); }
    bool hasText() const { return !text.isEmpty(); }

    // What it came to. `isWhole`: the connection ended in order.
    ChatResult finish(bool isWhole);

    QString text;
    std::vector<Call> calls;
    std::optional<StopReason> stop; // empty: it has not been said
    bool hasEnded = false;          // the dialect's mark of the end was seen
    bool hasUsage = false;
    TokenUsage usage;
    Json opaque;
    Json scratch = Json::object(); // of the codec: blocks under way

private:
    const DeltaSink &m_sink;
    std::optional<ChatFailure> m_failure;
};

// One dialect. Stateless, so any thread may use one at once; never throws.
class ChatCodec
{
public:
    virtual ~ChatCodec() = default;
    virtual OutgoingRequest request(const ModelProfile &profile, const ChatRequest &request,
                                    const QString &key) const = 0;
    virtual void take(const ServerSentEvent &event, ReplyBuilder &builder) const = 0;
    virtual void takeWhole(const Json &reply, ReplyBuilder &builder) const = 0;
};

const ChatCodec &codecOf(ModelProvider provider);

// What an answer with a status of 400 and above means, whichever dialect: the code decides before the status.
ChatFailure failureOf(const HttpHead &head, const QByteArray &body, const QDateTime &now);
// The same for an error that comes inside a stream or a body.
void failWith(const Json &error, ReplyBuilder &builder);

// `base` with the dialect's path behind it, "/v1" neither doubled nor forgotten.
QUrl endpoint(const QUrl &base, const QString &path);

// What every dialect sends: JSON as the body, with its type.
OutgoingRequest jsonRequest(const QUrl &url, const Json &body, std::vector<HttpHeader> headers);

} // namespace Helmdesk
