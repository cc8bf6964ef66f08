#pragma once

#include "core/Json.h"
#include "outside/HttpTool.h"
#include "support/LoopbackServer.h"
#include "tools/ToolRegistry.h"

#include <map>
#include <mutex>
#include <QUrlQuery>

namespace Helmdesk::Test
{

// How the shop treats the next requests that change something, one each; then it is well again.
enum class Mishap {
    None,
    CutBefore, // nothing happens, the connection ends
    CutAfter,  // it happens, the connection ends
    Busy,      // 429, come again at once
    Broken,    // 500 before anything happens
};

// An invented shop behind HTTP that counts its effects: POST /orders/ID/cancel, DELETE /orders/ID,
// GET /orders/ID, GET /cancellations?reference=KEY. It knows the header Idempotency-Key.
class Shop
{
public:
    Shop()
        : m_server([this](const ReceivedRequest &request, const ServerSide &side) { serve(request, side); })
    {
    }

    QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }
    QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.port()); }
    std::vector<ReceivedRequest> received() const { return m_server.received(); }
    void next(std::vector<Mishap> mishaps)
    {
        const std::lock_guard lock(m_mutex);
        m_mishaps = std::move(mishaps);
    }
    int cancellations(const QString &order = {}) const
    {
        const std::lock_guard lock(m_mutex);
        int count = 0;
        for (const auto &[id, times] : m_cancelled)
            count += order.isEmpty() || id == order ? times : 0;
        return count;
    }
    int mostOfOneOrder() const
    {
        const std::lock_guard lock(m_mutex);
        int most = 0;
        for (const auto &[id, times] : m_cancelled)
            most = std::max(most, times);
        return most;
    }
    void isForgetful(bool forgetful) { m_isForgetful = forgetful; } // answers no question about the past

    // The definition of a tool that cancels an order; `more` is put into it.
    Json cancelTool(const Json &more = Json::object()) const
    {
        Json tool{
            {"name", "cancel_order"},
            {"description", "Cancels an order of the shop."},
            {"risk", "write"},
            {"hosts", {host()}},
            {"allow_private", true},
            {"arguments",
             {{"type", "object"},
              {"required", {"order_id"}},
              {"properties", {{"order_id", {{"type", "string"}}}, {"reason", {{"type", "string"}}}}}}},
            {"request",
             {{"method", "POST"},
              {"url", origin() + QStringLiteral("/orders/{order_id}/cancel")},
              {"headers", {{"Authorization", "Bearer ${secret:shop}"}}},
              {"body", {{"customer", "{$customer}"}, {"reason", "{reason}"}, {"reference", "{$key}"}}}}},
            {"result", {{"status", "/order/status"}, {"number", "/number"}}},
            {"error_code", "/error/code"},
            {"retry", {{"first_wait_ms", 1}}}};
        tool.update(more);
        return tool;
    }
    Json readBack() const
    {
        return {{"request",
                 {{"method", "GET"},
                  {"url", origin() + QStringLiteral("/cancellations")},
                  {"query", {{"reference", "{$key}"}}}}},
                {"happened", "/found/0"},
                {"result", {{"status", "/found/0/status"}, {"number", "/found/0/number"}}},
                {"settles_after_ms", 1}};
    }

private:
    void serve(const ReceivedRequest &request, const ServerSide &side)
    {
        const std::lock_guard lock(m_mutex);
        const QUrl url = QUrl::fromEncoded(request.path);
        const QStringList steps = url.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (request.method == "GET" && steps.value(0) == QLatin1String("cancellations"))
            return tellOfThePast(url, side);
        if (request.method == "GET")
            return answer(side, 200,
                          {{"order", {{"id", steps.value(1)}, {"status", "pending"}}},
                           {"seen", QString::fromLatin1(request.headers.value("authorization"))}});
        const Mishap mishap = m_mishaps.empty() ? Mishap::None : m_mishaps.front();
        if (!m_mishaps.empty())
            m_mishaps.erase(m_mishaps.begin());
        if (mishap == Mishap::CutBefore)
            return side.cut();
        if (mishap == Mishap::Busy)
            return side.answer(429, "application/json", "{}", "Retry-After: 0\r\n");
        if (mishap == Mishap::Broken)
            return answer(side, 500, Json::object());
        if (steps.value(1) == QLatin1String("none"))
            return answer(side, 404, {{"error", {{"code", "no_such_order"}}}});
        const Json result = cancel(request, steps.value(1));
        if (mishap == Mishap::CutAfter)
            return side.cut();
        answer(side, 200, result);
    }

    Json cancel(const ReceivedRequest &request, const QString &order)
    {
        const QByteArray key = request.headers.value("idempotency-key");
        if (!key.isEmpty() && m_byKey.contains(key))
            return m_byKey.at(key);
        ++m_cancelled[order];
        const Json result{{"order", {{"status", "cancelled"}}}, {"number", ++m_number}};
        if (!key.isEmpty())
            m_byKey[key] = result;
        if (const auto body = parseJson(request.body))
            m_byReference[stringOr(*body, "reference")] = result;
        return result;
    }

    void tellOfThePast(const QUrl &url, const ServerSide &side)
    {
        if (m_isForgetful)
            return answer(side, 503, Json::object());
        const QString reference = QUrlQuery(url).queryItemValue(QStringLiteral("reference"));
        Json found = Json::array();
        if (m_byReference.contains(reference))
            found.push_back({{"status", "cancelled"}, {"number", m_byReference[reference]["number"]}});
        answer(side, 200, {{"found", found}});
    }

    static void answer(const ServerSide &side, int status, const Json &json)
    {
        side.answer(status, "application/json", toBytes(json));
    }

    mutable std::mutex m_mutex;
    std::vector<Mishap> m_mishaps;
    std::map<QString, int> m_cancelled;
    std::map<QByteArray, Json> m_byKey;
    std::map<QString, Json> m_byReference;
    int m_number = 0;
    std::atomic<bool> m_isForgetful = false;
    LoopbackServer m_server; // last: it serves from the first moment on
};

inline const QString shopSecret = QStringLiteral("sk-shop-0123456789");

inline SecretSource shopSecrets()
{
    return [](const QString &name) -> Result<QString> {
        if (name == QLatin1String("shop"))
            return shopSecret;
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such secret")};
    };
}

// Registers the tool, without its need for a person unless it is to keep it.
inline Result<> addHttpTool(ToolRegistry &registry, const Json &definition, bool needsApproval = false)
{
    auto parsed = HttpToolDefinition::parse(definition);
    if (!parsed)
        return parsed.error();
    parsed->spec.needsApproval = needsApproval;
    return registry.add(
        std::make_shared<HttpTool>(std::move(*parsed), std::make_shared<GuardedHttp>(), shopSecrets()));
}

} // namespace Helmdesk::Test
