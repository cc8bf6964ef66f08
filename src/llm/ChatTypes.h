#pragma once

#include "core/Ids.h"
#include "core/Json.h"

#include <chrono>
#include <functional>
#include <optional>
#include <QString>
#include <vector>

namespace Helmdesk
{

enum class ChatRole { User, Assistant, Tool };

// A call that a model asks for; untrusted.
struct ModelCall {
    QString id;
    QString name;
    Json args = Json::object();
    QString raw; // the arguments as written, where they are no JSON object; `args` is empty then
};

struct ChatMessage {
    ChatRole role = ChatRole::User;
    QString text;
    std::vector<ModelCall> calls; // of the assistant
    QString callId;               // of a tool: which call it answers
    Json opaque;                  // of the assistant: what its server wants back unchanged; null: nothing
};

struct ToolOffer {
    QString name;
    QString description;
    Json schema = Json::object();
};

// Something that tells who a person is, or that only that person may know.
enum class PersonalKind { Name, Email, Phone, Address, Company, Account, Secret, Other };

struct PersonalValue {
    PersonalKind kind = PersonalKind::Other;
    QString text; // as written
};

// What a call is made for: its place in the record of costs.
struct CallPurpose {
    QString stage; // route, answer, test
    QString category;
    ConversationId conversation;
    RunId run;
};

struct ChatRequest {
    QString system;
    std::vector<ChatMessage> messages;
    std::vector<ToolOffer> tools;
    Json schema; // the reply is one JSON value of this schema; null: free text. Never together with tools
    double temperature = 0.0;
    int maxTokens = 1024; // of the reply, reasoning included
    CallPurpose purpose;
    std::vector<PersonalValue> personal; // what is known of the customer; no part of what is sent
};

// Counted alike for every server: `input` holds the cached and the newly cached part, `output` the reasoning.
struct TokenUsage {
    qint64 input = 0;
    qint64 cachedInput = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;
    qint64 reasoning = 0;
    bool isEstimated = false; // the server did not say
};

enum class StopReason { Finished, Tools, Length, Refused, Filtered, Unknown };

struct ChatReply {
    QString text;
    std::vector<ModelCall> calls;
    StopReason stop = StopReason::Finished;
    Json opaque; // goes into the next request's ChatMessage
};

// Why there is no reply that can be used.
enum class ChatFault {
    NoKey,       // none is kept, or its place is locked
    KeyWrong,    // 401, 403
    MoneySpent,  // the account's credit or limit is used up
    Budget,      // the desk's own budget is
    RateLimited, // 429
    Overloaded,  // 503, 529
    Server,      // other 5xx
    Refused,     // nobody listens
    Unreachable, // no such host, or the connection fails otherwise
    Timeout,
    Stalled,
    Cut,
    TooLarge,
    WrongType, // not what this kind of server answers with
    Redirect,
    Tls,
    Garbled, // not JSON where it must be, or another shape
    Empty,
    Truncated, // the limit of tokens came before any words
    Refusal,
    Filtered,
    BadRequest,
    ContextFull,
    NoSuchModel,
    CircuitOpen, // it failed again and again: it is left alone for a while
    Stopped,
};
QString nameOf(ChatFault fault); // "key_wrong"
std::optional<ChatFault> chatFaultNamed(const QString &name);
QString sentenceOf(ChatFault fault); // what an operator reads: what happened and what can be done

struct ChatFailure {
    ChatFault fault = ChatFault::Server;
    QString detail; // one sentence for the log, without words of a customer and without keys
    QString
        serverSaid; // its own message, untrusted; may repeat what was sent: shown by the test of a model only
    bool isRetryable = false;
    std::optional<std::chrono::milliseconds> retryAfter;
};

struct ChatResult {
    std::optional<ChatReply> reply;
    ChatFailure failure; // where there is no reply
    TokenUsage usage;    // of both
    Json sent;     // the messages as they went out, where they are not those of the request; null otherwise
    QString model; // who answered, where it is not the one that was asked
    qint64 firstDeltaMs = -1;
    qint64 ms = 0;

    static ChatResult failed(ChatFault fault, QString detail = {});
};

// Text as it comes.
using DeltaSink = std::function<void(const QString &text)>;

} // namespace Helmdesk
