#include "specialists/PersonalPlaceholders.h"

#include "specialists/PersonalData.h"

#include <algorithm>
#include <array>
#include <QMessageAuthenticationCode>

namespace Helmdesk
{
namespace
{

constexpr std::array kinds{"NAME", "EMAIL", "PHONE", "ADDRESS", "COMPANY", "ACCOUNT", "SECRET", "DATA"};
constexpr std::string_view letters = "BCDFGHJKLMNPQRST"; // no vowels: no words; no digits: no figures
constexpr int shortest = 5;

// As given out, and as models write it when they forget the brackets or the capitals. Any kind and any
// letters and digits behind it: what was not given out is to be noticed, not to be overlooked.
const QRegularExpression &shape()
{
    static const QRegularExpression expression = [] {
        const QString label =
            QStringLiteral("(?:NAME|EMAIL|PHONE|ADDRESS|COMPANY|ACCOUNT|SECRET|DATA)_[A-Z0-9]{1,24}");
        QRegularExpression both(
            QStringLiteral("\\[(%1)\\]|(?<![\\p{L}\\p{N}_\\[])(%1)(?![\\p{L}\\p{N}_])").arg(label),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        both.optimize();
        return both;
    }();
    return expression;
}

// Members of results that hold a person's data whatever it looks like.
std::optional<PersonalKind> kindOfMember(const QString &name)
{
    static const std::map<QString, PersonalKind> members{
        {QStringLiteral("name"), PersonalKind::Name},
        {QStringLiteral("customer_name"), PersonalKind::Name},
        {QStringLiteral("holder"), PersonalKind::Name},
        {QStringLiteral("email"), PersonalKind::Email},
        {QStringLiteral("phone"), PersonalKind::Phone},
        {QStringLiteral("address"), PersonalKind::Address},
        {QStringLiteral("company"), PersonalKind::Company},
        {QStringLiteral("iban"), PersonalKind::Account},
        {QStringLiteral("customer"), PersonalKind::Other},
        {QStringLiteral("customer_id"), PersonalKind::Other},
    };
    const auto found = members.find(name.toLower());
    return found == members.end() ? std::nullopt : std::optional(found->second);
}

template <class Change>
void eachString(Json &json, const Change &change)
{
    if (json.is_string())
        change(json);
    else if (json.is_structured())
        for (Json &member : json)
            eachString(member, change);
}

} // namespace

PersonalPlaceholders::PersonalPlaceholders(QByteArray key, ConversationId conversation)
    : m_key(std::move(key) + ':' + QByteArray::number(conversation.value))
{
}

void PersonalPlaceholders::learn(const QString &text, const std::vector<PersonalValue> &known)
{
    for (auto shapes = shape().globalMatch(text); shapes.hasNext();)
        keep(PersonalKind::Other, shapes.next().captured());
    for (const PersonalValue &value : findPersonalData(text, known))
        keep(value.kind, value.text);
}

void PersonalPlaceholders::learn(const Json &json, const std::vector<PersonalValue> &known)
{
    if (json.is_string()) {
        learn(json.get<QString>(), known);
    } else if (json.is_object()) {
        for (const auto &[name, member] : json.items()) {
            const auto kind = kindOfMember(QString::fromStdString(name));
            if (kind && member.is_string())
                keep(*kind, member.get<QString>());
            learn(member, known);
        }
    } else if (json.is_array()) {
        for (const Json &member : json)
            learn(member, known);
    }
}

// The letters of a value in this conversation; more of them where two values would share theirs.
void PersonalPlaceholders::keep(PersonalKind kind, const QString &value)
{
    if (value.trimmed().isEmpty() || m_labels.contains(value))
        return;
    const QByteArray code =
        QMessageAuthenticationCode::hash(value.toUtf8(), m_key, QCryptographicHash::Sha256);
    QString label = QString::fromLatin1(kinds[static_cast<size_t>(kind)]) + u'_';
    for (int i = 0; i < code.size() && (i < shortest || m_values.contains(label)); ++i)
        label += QLatin1Char(letters[static_cast<unsigned char>(code[i]) % letters.size()]);
    m_labels.emplace(value, label);
    m_values.emplace(label, value);
    m_expression.reset();
}

const QRegularExpression &PersonalPlaceholders::values() const
{
    if (m_expression)
        return *m_expression;
    QStringList all;
    for (const auto &[value, label] : m_labels)
        all << value;
    std::ranges::stable_sort(all, [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (QString &value : all) { // as a word of its own, where it begins and ends like one
        const bool beginsWord = value.front().isLetterOrNumber() || value.front().isSurrogate();
        const bool endsWord = value.back().isLetterOrNumber() || value.back().isSurrogate();
        value = (beginsWord ? QStringLiteral("(?<![\\p{L}\\p{N}])") : QString()) +
                QRegularExpression::escape(value) +
                (endsWord ? QStringLiteral("(?![\\p{L}\\p{N}])") : QString());
    }
    m_expression = QRegularExpression(all.join(u'|'), QRegularExpression::UseUnicodePropertiesOption);
    return *m_expression;
}

QString PersonalPlaceholders::hide(const QString &text) const
{
    if (m_labels.empty())
        return text;
    QString hidden;
    qsizetype done = 0;
    for (auto found = values().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        hidden += text.sliced(done, match.capturedStart() - done);
        hidden += u'[' + m_labels.at(match.captured()) + u']';
        done = match.capturedEnd();
    }
    return hidden + text.sliced(done);
}

Json PersonalPlaceholders::hide(Json json) const
{
    eachString(json, [this](Json &text) { text = hide(text.get<QString>()); });
    return json;
}

std::optional<QString> PersonalPlaceholders::reveal(const QString &text) const
{
    QString revealed;
    qsizetype done = 0;
    for (auto found = shape().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const QString label = match.captured(match.lastCapturedIndex()).toUpper();
        const auto value = m_values.find(label);
        if (value == m_values.end())
            return {};
        revealed += text.sliced(done, match.capturedStart() - done) + value->second;
        done = match.capturedEnd();
    }
    return revealed + text.sliced(done);
}

std::optional<Json> PersonalPlaceholders::reveal(Json json) const
{
    bool isKnown = true;
    eachString(json, [&](Json &text) {
        if (const auto revealed = reveal(text.get<QString>()))
            text = *revealed;
        else
            isKnown = false;
    });
    return isKnown ? std::optional(std::move(json)) : std::nullopt;
}

} // namespace Helmdesk
