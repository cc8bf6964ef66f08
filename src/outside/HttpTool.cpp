#include "outside/HttpTool.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcOutside, "helmdesk.outside", QtInfoMsg)

namespace
{

constexpr int mostOfPreview = 600;
constexpr int mostCode = 64;
constexpr qint64 mostOfAnswer = 256 * 1024; // to a question, bytes

// False when the run was stopped or its time is over meanwhile.
bool waitFor(std::chrono::milliseconds time, const RunControl &control)
{
    const auto until = std::chrono::steady_clock::now() + time;
    if (until >= control.deadline())
        return false;
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_until(lock, control.stopToken(), until, [] { return false; });
    return !control.isStopped();
}

Json mapped(const Json &whole, const ResultMapping &mapping, int status)
{
    if (mapping.empty())
        return whole.is_object() && !whole.empty() ? whole : Json{{"http_status", status}, {"answer", whole}};
    Json out = Json::object();
    for (const auto &[name, pointer] : mapping)
        out[name.toStdString()] = memberAt(whole, pointer);
    return out;
}

// A system may repeat what it was sent.
QByteArray without(QByteArray body, const QByteArrayList &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() >= 8)
            body.replace(secret, "[secret]");
    }
    return body;
}

// A word such as "card_declined"; nothing else of an answer goes into an error.
QString codeIn(const QByteArray &body, const QString &pointer)
{
    const auto json = pointer.isEmpty() ? Result<Json>(Json()) : parseJson(body);
    const Json code = json ? memberAt(*json, pointer) : Json();
    const QString text = code.is_string() ? code.get<QString>() : QString();
    const bool isWord = !text.isEmpty() && text.size() <= mostCode && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'));
    });
    return isWord ? QStringLiteral(" (%1)").arg(text) : QString();
}

ErrorKind kindOfRefusal(int status)
{
    switch (status) {
    case 401:
    case 402:
    case 403:
    case 429:
        return ErrorKind::Denied;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
    case 412:
        return ErrorKind::Conflict;
    default:
        return ErrorKind::InvalidInput;
    }
}

// Remembers the secrets that a request was made with.
class Remembering
{
public:
    explicit Remembering(const SecretSource &source)
        : m_source(source)
    {
    }
    SecretSource source()
    {
        return [this](const QString &name) {
            auto secret = m_source(name);
            if (secret)
                read << secret->toUtf8();
            return secret;
        };
    }
    QByteArrayList read;

private:
    const SecretSource &m_source;
};

} // namespace

struct HttpTool::Told {
    Result<Json> result;
    bool mayRepeat = false;
    std::optional<std::chrono::milliseconds> asked; // wait before the next try, as the server wants it
};

HttpTool::HttpTool(HttpToolDefinition definition, std::shared_ptr<const GuardedHttp> http,
                   SecretSource secrets)
    : m_definition(std::move(definition))
    , m_http(std::move(http))
    , m_secrets(std::move(secrets))
{
}

Result<Preview> HttpTool::preview(const Json &args, const ToolContext &context) const
{
    const TemplateValues values{args, context.customer, {}};
    const QString host = m_definition.request.hostEntry();
    Preview preview;
    if (!m_definition.preview.isEmpty()) {
        preview.effect = QStringLiteral("%1 at %2").arg(filledText(m_definition.preview, values), host);
    } else {
        QStringList given;
        for (const auto &[name, value] : args.items())
            given << QStringLiteral("%1 = %2").arg(QString::fromStdString(name),
                                                   value.is_string() ? value.get<QString>()
                                                                     : QString::fromUtf8(toBytes(value)));
        preview.effect =
            QStringLiteral("%1 at %2 (%3)").arg(spec().name, host, given.join(QStringLiteral(", ")));
    }
    preview.effect = preview.effect.simplified().left(mostOfPreview);
    if (spec().risk == RiskClass::Money)
        preview.destination =
            m_definition.destination.isEmpty() ? host : filledText(m_definition.destination, values);
    return preview;
}

// An answer that is none of success. Which of them mean that nothing happened is in docs/outside-tools.md.
HttpTool::Told HttpTool::refused(const HttpAnswer &answer) const
{
    const int status = answer.head.status;
    const QString detail = QStringLiteral("%1 answered with HTTP %2%3")
                               .arg(m_definition.request.hostEntry())
                               .arg(status)
                               .arg(codeIn(answer.body, m_definition.errorCode));
    Told told{Error{ErrorKind::Unavailable, detail}, false, {}};
    told.asked = askedWait(answer.head.header("Retry-After"), answer.head.header("Retry-After-Ms"),
                           QDateTime::currentDateTimeUtc());
    const QByteArray should = answer.head.header("Stripe-Should-Retry");
    told.mayRepeat = should.isEmpty() ? m_definition.retryStatuses.contains(status) : should == "true";
    const bool isLimit = status == 429; // turned away at the door
    const bool isRefusal =
        status >= 400 && status < 500 && (isLimit || !m_definition.retryStatuses.contains(status));
    if (isRefusal)
        told.result = Error{kindOfRefusal(status), detail};
    told.mayRepeat = told.mayRepeat && (m_definition.isRepeatable() || isLimit);
    return told;
}

HttpTool::Told HttpTool::exchange(const OutgoingRequest &request, const TemplateValues &values,
                                  const QByteArrayList &secrets, const RunControl &control) const
{
    const ResultMapping &mapping = m_definition.result;
    auto sent = m_http->send(request, m_definition.where, control);
    if (!sent) {
        const bool isUnknownHost = sent.error().kind == ErrorKind::Unavailable;
        return {
            Error{isUnknownHost ? ErrorKind::NotFound : sent.error().kind, sent.error().detail}, false, {}};
    }
    HttpAnswer &answer = *sent;
    if (answer.fault) {
        const HttpFault fault = *answer.fault;
        ErrorKind kind = ErrorKind::Unavailable;
        if (fault == HttpFault::Refused || fault == HttpFault::Unknown)
            kind = ErrorKind::NotFound; // it never left
        else if (fault == HttpFault::Tls)
            kind = ErrorKind::Denied;
        else if (fault == HttpFault::Timeout || fault == HttpFault::Stalled)
            kind = ErrorKind::Timeout;
        else if (fault == HttpFault::Stopped)
            kind = ErrorKind::Cancelled;
        const bool mayHelp = fault == HttpFault::Refused || fault == HttpFault::Cut ||
                             fault == HttpFault::Stalled || fault == HttpFault::Transport;
        return {Error{kind, answer.detail},
                mayHelp && (m_definition.isRepeatable() || fault == HttpFault::Refused),
                {}};
    }
    if (answer.head.status < 200 || answer.head.status >= 300)
        return refused(answer);
    const QByteArray body = without(std::move(answer.body), secrets).trimmed();
    Json whole;
    if (!body.isEmpty()) {
        const auto parsed = parseJson(body);
        if (!parsed && !mapping.empty())
            return {Error{ErrorKind::Corrupt, QStringLiteral("the answer is not JSON")}, false, {}};
        whole = parsed ? *parsed : Json(QString::fromUtf8(body));
    }
    if (!m_definition.must.is_null() && !holds(m_definition.must, whole, values))
        return {Error{ErrorKind::NotFound, QStringLiteral("there is no such thing for this customer")},
                false,
                {}};
    Json result = mapped(whole, mapping, answer.head.status);
    if (m_definition.resultSchema) {
        if (auto valid = m_definition.resultSchema->check(result); !valid)
            return {Error{ErrorKind::Corrupt,
                          QStringLiteral("the result is not as promised: %1").arg(valid.error().detail)},
                    false,
                    {}};
    }
    return {std::move(result), false, {}};
}

HttpTool::Told HttpTool::repeated(const TemplateValues &values, const RunControl &control) const
{
    Remembering secrets(m_secrets);
    auto request = m_definition.request.build(values, secrets.source());
    if (!request) // nothing has left
        return {Error{request.error().kind == ErrorKind::InvalidInput ? ErrorKind::InvalidInput
                                                                      : ErrorKind::Denied,
                      request.error().detail},
                false,
                {}};
    if (m_definition.isEffect() && !m_definition.idempotencyHeader.isEmpty())
        request->headers.push_back({m_definition.idempotencyHeader, values.key.toLatin1()});
    request->mostBytes = m_definition.mostBytes;
    for (int tries = 1;; ++tries) {
        Told told = exchange(*request, values, secrets.read, control);
        if (told.result || !told.mayRepeat)
            return told;
        const auto wait = m_definition.retry.waitAfter(tries, true, told.asked,
                                                       QRandomGenerator::global()->generateDouble());
        if (!wait || !waitFor(*wait, control))
            return told;
        qCInfo(lcOutside) << spec().name << "is tried again:" << told.result.error().detail;
    }
}

Result<Json> HttpTool::run(const Json &args, const ToolContext &context, const EffectKey &key) const
{
    const TemplateValues values{args, context.customer, key.value};
    RunControl control = context.control;
    if (m_definition.readBack) { // a third of the time is kept for the question
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            control.deadline() - std::chrono::steady_clock::now());
        if (control.deadline() != RunControl::SteadyTime::max())
            control = control.withDeadline(left * 2 / 3);
    }
    if (auto may = askBefore(values, control); !may)
        return may.error();
    Told told = repeated(values, control);
    const auto isCertain = [](ErrorKind kind) {
        return kind == ErrorKind::InvalidInput || kind == ErrorKind::NotFound || kind == ErrorKind::Denied ||
               kind == ErrorKind::Conflict;
    };
    if (told.result || !m_definition.readBack || isCertain(told.result.error().kind))
        return told.result;
    // That it is there proves it. That it is not there yet proves nothing: it may be under way.
    const auto found = ask(values, context.control);
    if (found && *found)
        return **found;
    return told.result;
}

// The whole answer to a question; null when there is no such thing.
Result<Json> HttpTool::question(const RequestTemplate &asked, const TemplateValues &values,
                                const RunControl &control) const
{
    Remembering secrets(m_secrets);
    auto request = asked.build(values, secrets.source());
    if (!request)
        return request.error();
    request->mostBytes = std::max<qint64>(m_definition.mostBytes, mostOfAnswer);
    const auto sent = m_http->send(*request, m_definition.where, control);
    if (!sent)
        return sent.error();
    if (sent->fault)
        return Error{ErrorKind::Unavailable, sent->detail};
    if (sent->head.status == 404)
        return Json();
    auto whole = parseJson(without(sent->body, secrets.read));
    if (sent->head.status != 200 || !whole)
        return Error{
            ErrorKind::Unavailable,
            QStringLiteral("a question was answered with HTTP %1 or no JSON").arg(sent->head.status)};
    return whole;
}

// Success: the effect may happen. Whatever else is a certain refusal, since nothing has happened yet.
Result<> HttpTool::askBefore(const TemplateValues &values, const RunControl &control) const
{
    if (!m_definition.before)
        return {};
    const auto answer = question(m_definition.before->request, values, control);
    if (!answer)
        return Error{
            ErrorKind::Denied,
            QStringLiteral("what has to be asked first could not be: %1").arg(answer.error().detail)};
    if (!holds(m_definition.before->must, *answer, values))
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such thing for this customer")};
    return {};
}

// Nothing: it is not there.
Result<std::optional<Json>> HttpTool::ask(const TemplateValues &values, const RunControl &control) const
{
    const ReadBack &back = *m_definition.readBack;
    const auto whole = question(back.request, values, control);
    if (!whole)
        return whole.error();
    const ResultMapping &mapping = back.result.empty() ? m_definition.result : back.result;
    const Json proof = memberAt(*whole, back.happened);
    if (back.where.is_null()) {
        const bool happened = !proof.is_null() && proof != Json(false);
        return happened ? std::optional<Json>(mapped(*whole, mapping, 200)) : std::optional<Json>();
    }
    if (!proof.is_array())
        return Error{ErrorKind::Unavailable, QStringLiteral("the answer to what happened is no list")};
    for (const Json &element : proof) {
        if (holds(back.where, element, values))
            return std::optional<Json>(mapped(element, mapping, 200));
    }
    return std::optional<Json>();
}

Result<std::optional<Json>> HttpTool::lookBack(const Json &args, const ToolContext &context,
                                               const EffectKey &key) const
{
    if (!m_definition.readBack)
        return OutsideTool::lookBack(args, context, key);
    const TemplateValues values{args, context.customer, key.value};
    auto found = ask(values, context.control);
    // The request of a killed program may still be under way; a repeated key makes that harmless.
    if (!found || *found || m_definition.isRepeatable())
        return found;
    if (!waitFor(m_definition.readBack->settlesAfter, context.control))
        return Error{ErrorKind::Timeout, QStringLiteral("there was no time to look again")};
    return ask(values, context.control);
}

} // namespace Helmdesk
