#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Json.h"

#include <QList>
#include <QString>
#include <vector>

namespace Helmdesk
{

struct Citation {
    QString document;
    QString title;
    int chunk = 0; // position of the passage inside the document, from 0
    QString snippet;
    bool operator==(const Citation &) const = default;
};

struct ToolCall {
    QString name;
    Json args = Json::object();
    ToolStatus status = ToolStatus::Done;
    Json result;     // null while nothing has come back
    QString preview; // the exact effect in words, for a call that waits or wrote
    QString key;     // idempotency key; empty for reads
    QString failure; // why it failed, one sentence
    QString rule;    // the rule of the policy gate that denied it or made it wait; empty otherwise
    qint64 micros = 0;
    ApprovalId approval; // set while it waits for a person
};

// A reason for escalation with the value that fired it and the limit that it passed.
struct ReasonDetail {
    EscalationReason reason = EscalationReason::LowConfidence;
    QString detail; // e.g. "route", "words", "legal", a matched phrase, a language
    double value = 0.0;
    double threshold = 0.0;
};

struct NamedValue {
    QString name;
    double value = 0.0;
};

// What one run of the pipeline came to. Its JSON form is the contract in DESIGN.md.
struct Outcome {
    QString id; // the message's external id where it has one, else its row id
    ConversationId conversation;
    RunId run;
    QString customer;
    Category category = Category::Escalate;
    QString intent;
    double confidence = 0.0;
    std::vector<NamedValue> confidenceParts;
    Decision decision = Decision::Escalated;
    bool shadow = false; // drafted in shadow mode: never sent
    QString answer;
    std::vector<Citation> citations;
    std::vector<ToolCall> tools;
    std::vector<ReasonDetail> reasons;
    Priority priority = Priority::Normal;
    QString engine = QStringLiteral("builtin");
    Degraded degraded = Degraded::None;
    TicketId ticket;                      // invalid: none was made
    std::vector<NamedValue> milliseconds; // per step, "total" first
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    double costUsd = 0.0;
    QString error; // what could not be read; empty normally
    Json message;  // subject, text, sender and attachments as read by the channel

    bool hasReason(EscalationReason reason) const;
};

Json toJson(const Citation &citation);
Json toJson(const ToolCall &call); // name, args, status, result; failure where there is one
Json toJson(const Outcome &outcome);
ToolCall toolCallFromJson(const Json &json);
Result<Outcome> outcomeFromJson(const Json &json);

} // namespace Helmdesk
