#pragma once

#include "specialists/EntityExtractor.h"
#include "specialists/Specialist.h"

namespace Helmdesk
{

// "Is it saved?", "is that done?" Pure; any thread.
bool asksIfDone(const QString &text);

// What the steps of a playbook see of a turn, as one JSON object with the members customer, entities, says,
// slots, results, text, today and channel. Built anew on every call; not shared.
class TurnState
{
public:
    TurnState(const TurnContext &context, const EntityExtractor &extractor);

    const Json &json() const { return m_state; }
    const Entities &entities() const { return m_entities; }
    const QStringList &offered() const { return m_offered; }
    bool saysTwice() const { return m_saysTwice; }
    // What the customer said that is not part of the arguments that were resolved, in his words.
    const QStringList &leftOver() const { return m_leftOver; }
    void setLeftOver(QStringList words) { m_leftOver = std::move(words); }

    void setSlot(const QString &name, Json value);
    void setResult(const QString &name, const ToolCall &call);
    // Reads the entities again once the customer's own invoice numbers are known.
    void learnInvoiceNumbers(const Json &rows);

    // Everything that may back a sentence of the reply: tool results and the customer's record, written out.
    QStringList sources() const;

private:
    void readEntities(const QStringList &knownNumbers);
    void setEntities();

    const TurnContext &m_context;
    const EntityExtractor &m_extractor;
    Entities m_entities;
    QStringList m_offered;
    QStringList m_ownNumbers; // of the customer's invoices, as far as they are known
    bool m_saysTwice = false;
    QStringList m_leftOver;
    Json m_state;
};

// The rows of a result, whether the tool gave a list, one row or an object with a list in it. Pure.
Json rowsOf(const Json &result);

// All strings, dates and amounts inside a JSON value in the form in which replies write them. Pure.
QString writtenOut(const Json &value);

} // namespace Helmdesk
