#include "llm/ModelProbe.h"

#include "llm/ChatHistory.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr int fewTokens = 256;

class Probing
{
public:
    Probing(const ModelProfile &profile,
            const std::function<std::unique_ptr<ChatModel>(const ModelProfile &)> &make,
            const RunControl &control)
        : m_make(make)
        , m_control(control)
    {
        report.profile = profile;
    }

    // The first question, with fewer of the fields that some servers refuse until one takes it.
    bool findFields()
    {
        const ModelCapabilities given = report.profile.can;
        const std::vector<std::function<void(ModelCapabilities &)>> changes{
            [](ModelCapabilities &) {},
            [](ModelCapabilities &can) { can.temperature = false; },
            [](ModelCapabilities &can) { can.tokenLimitField = QStringLiteral("max_completion_tokens"); },
            [](ModelCapabilities &can) {
                can.temperature = false;
                can.tokenLimitField = QStringLiteral("max_completion_tokens");
            },
            [](ModelCapabilities &can) { can.usage = false; },
            [](ModelCapabilities &can) {
                can.usage = false;
                can.streaming = false;
            },
        };
        for (const auto &change : changes) {
            report.profile.can = given;
            change(report.profile.can);
            const ChatResult result = ask(question("Reply with the single word: ready"));
            if (result.reply) {
                noteFirst(result);
                report.profile.lastFault.reset();
                return true;
            }
            if (m_first.isEmpty()) {
                m_first = said(result.failure);
                report.serverSaid = result.failure.serverSaid;
                report.profile.lastFault = result.failure.fault;
            }
            if (result.failure.fault != ChatFault::BadRequest)
                break; // it is not about the fields
        }
        report.profile.can = given;
        report.profile.lastError = m_first;
        return false;
    }

    void findTools()
    {
        for (const ToolsVia via : {ToolsVia::Native, ToolsVia::Structured}) {
            report.profile.can.tools = via;
            ChatRequest request = question("Which plan does order A-17 have? Look it up.");
            request.tools = {{QStringLiteral("look_up_order"),
                              QStringLiteral("Looks an order up by its id."),
                              {{"type", "object"},
                               {"properties", {{"order_id", {{"type", "string"}}}}},
                               {"required", {"order_id"}}}}};
            const ChatResult result = ask(request);
            if (result.reply && !result.reply->calls.empty() &&
                result.reply->calls.front().name == QLatin1String("look_up_order")) {
                report.notes << (via == ToolsVia::Native
                                     ? QStringLiteral("It calls tools in its server's own form.")
                                     : QStringLiteral("It calls tools when its reply is bound to a schema."));
                return;
            }
            if (result.reply && looksLikeCall(result.reply->text, {QStringLiteral("look_up_order")}))
                report.notes << QStringLiteral("It writes calls as text, which are never carried out.");
        }
        report.profile.can.tools = ToolsVia::None;
        report.notes << QStringLiteral("It does not call tools; it words answers from the articles alone.");
    }

    void findSchema()
    {
        ChatRequest request = question("Which colour is the sky on a clear day?");
        request.schema = {{"type", "object"},
                          {"properties", {{"colour", {{"enum", {"red", "blue", "green"}}}}}},
                          {"required", {"colour"}},
                          {"additionalProperties", false}};
        const ChatResult result = ask(request);
        const auto json = result.reply ? parseJson(result.reply->text.toUtf8()) : Result<Json>(Json());
        report.profile.can.jsonSchema = json && stringOr(*json, "colour") == QLatin1String("blue");
        report.notes << (report.profile.can.jsonSchema ? QStringLiteral("It keeps to a schema.")
                                                       : QStringLiteral("It does not keep to a schema."));
    }

    ProbeReport report;

private:
    static ChatRequest question(const char *text)
    {
        ChatRequest request;
        request.system = QStringLiteral("You answer briefly.");
        request.messages = {{ChatRole::User, QString::fromLatin1(text), {}, {}, {}}};
        request.maxTokens = fewTokens;
        request.purpose.stage = QStringLiteral("test");
        return request;
    }

    ChatResult ask(const ChatRequest &request)
    {
        ++report.calls;
        return m_make(report.profile)->complete(request, m_control);
    }

    void noteFirst(const ChatResult &result)
    {
        report.ms = result.ms;
        report.profile.testedMs = result.ms;
        report.firstDeltaMs = result.firstDeltaMs;
        if (result.ms > 0 && !result.usage.isEstimated)
            report.tokensPerSecond =
                1000.0 * static_cast<double>(result.usage.output) / static_cast<double>(result.ms);
        report.profile.tokensPerSecond = report.tokensPerSecond;
        report.profile.can.usage = report.profile.can.usage && !result.usage.isEstimated;
    }

    static QString said(const ChatFailure &failure)
    {
        return failure.serverSaid.isEmpty()
                   ? failure.detail
                   : QStringLiteral("%1 The server says: %2").arg(failure.detail, failure.serverSaid);
    }

    const std::function<std::unique_ptr<ChatModel>(const ModelProfile &)> &m_make;
    const RunControl &m_control;
    QString m_first; // the first failure, which says most
};

} // namespace

ProbeReport probe(const ModelProfile &profile,
                  const std::function<std::unique_ptr<ChatModel>(const ModelProfile &)> &make,
                  const QDateTime &now, const RunControl &control)
{
    Probing probing(profile, make, control);
    probing.report.profile.tested = now;
    probing.report.profile.lastError.clear();
    probing.report.profile.lastFault.reset();
    probing.report.profile.testedMs = 0;
    probing.report.profile.tokensPerSecond = 0.0;
    if (!probing.findFields())
        return probing.report;
    probing.report.isUsable = true;
    probing.findTools();
    probing.findSchema();
    return probing.report;
}

} // namespace Helmdesk
