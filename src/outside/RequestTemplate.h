#pragma once

#include "core/Json.h"
#include "http/HttpTypes.h"

#include <functional>
#include <utility>
#include <vector>

namespace Helmdesk
{

// What fills the places of a template. `customer` and `key` are written {$customer} and {$key}: they come
// from the channel and from the ledger, never from who asks for the call.
struct TemplateValues {
    Json args = Json::object();
    QString customer;
    QString key;
};

enum class BodyForm {
    AsJson,
    AsForm, // application/x-www-form-urlencoded, objects and lists in brackets: metadata[case]=42
};

using SecretSource = std::function<Result<QString>(const QString &name)>;

// One HTTP request with places for values, {name}: each value is written as its position wants it, so that it
// stays a value. In the path it is percent-encoded and may be no step of its own ("..") and hold no slash; in
// the query and a form it is encoded; a body is built as JSON. Scheme, host and port have no places. Headers
// hold constants, {$key} and secrets, ${secret:NAME}, which are read when the request is made.
//
// An optional argument that is not given leaves its query parameter or its member of the body out.
// Values: checked ones come from parse() alone.
class RequestTemplate
{
public:
    // `arguments` are the names that places may have. InvalidInput with one sentence.
    static Result<RequestTemplate> parse(const Json &json, const QStringList &arguments);

    // InvalidInput names the argument that does not fit its place, Denied: the customer is not known;
    // and the failure of `secrets`.
    Result<OutgoingRequest> build(const TemplateValues &values, const SecretSource &secrets) const;

    const QByteArray &method() const { return m_method; }
    QString hostEntry() const; // as in HttpReach::hosts
    QString shownUrl() const { return m_url; }
    QStringList secrets() const; // names
    bool usesKey() const { return m_usesKey; }

private:
    Result<QUrl> buildUrl(const TemplateValues &values) const;

    QByteArray m_method;
    QString m_url;
    Json m_query = Json::object();
    std::vector<std::pair<QByteArray, QString>> m_headers;
    Json m_body; // null: none
    BodyForm m_form = BodyForm::AsJson;
    bool m_usesKey = false;
};

// Whether all of it stands in an answer: JSON pointers, and values with places as in a body. False also for a
// place without a value.
bool holds(const Json &conditions, const Json &answer, const TemplateValues &values);
// InvalidInput for a pointer that is none or a place that has no such argument.
Result<> checkConditions(const Json &conditions, const QStringList &arguments);
// What stands there; null where nothing does or the pointer is none.
Json memberAt(const Json &whole, const QString &pointer);

// A text with places, filled: for what a person reads. Arguments that are missing are left empty.
QString filledText(const QString &text, const TemplateValues &values);

} // namespace Helmdesk
