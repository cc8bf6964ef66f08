#pragma once

#include "core/Ids.h"
#include "core/Json.h"
#include "llm/ChatTypes.h"

#include <map>
#include <QByteArray>
#include <QRegularExpression>

namespace Helmdesk
{

// Placeholders such as [EMAIL_BCDFG] that stand for what is personal in the texts of one conversation: learn
// all of them first, then hide, then reveal what comes back. A value has the same placeholder throughout the
// conversation and another one in every other; the letters come of a key, so that nobody can tell the value
// by trying. What looks like a placeholder in a text gets one of its own, so that revealing what was hidden
// gives the text again, letter by letter. Thread: one. Cannot fail.
class PersonalPlaceholders
{
public:
    PersonalPlaceholders(QByteArray key, ConversationId conversation);

    void learn(const QString &text, const std::vector<PersonalValue> &known);
    // Every string in it, and what members such as "email" and "address" hold.
    void learn(const Json &json, const std::vector<PersonalValue> &known);

    QString hide(const QString &text) const;
    Json hide(Json json) const; // every string in it; names of members stay
    // Nothing where a placeholder stands there that was not given out: whoever wrote it invented it.
    std::optional<QString> reveal(const QString &text) const;
    std::optional<Json> reveal(Json json) const;

    qsizetype size() const { return static_cast<qsizetype>(m_labels.size()); }

private:
    void keep(PersonalKind kind, const QString &value);
    const QRegularExpression &values() const;

    QByteArray m_key;
    std::map<QString, QString> m_labels;                    // by value, "EMAIL_BCDFG"
    std::map<QString, QString> m_values;                    // by label
    mutable std::optional<QRegularExpression> m_expression; // all values, the longest first
};

} // namespace Helmdesk
