#pragma once

#include "core/Message.h"
#include "core/Outcome.h"
#include "core/RunControl.h"
#include "memory/CustomerContext.h"
#include "tools/ToolRequest.h"
#include "understanding/Reading.h"

#include <QDateTime>
#include <variant>
#include <vector>

namespace Helmdesk
{

// How sure the reading must be; from the settings understanding.*.
struct ActLimits {
    double act = 0.5;              // at least so probably asked for: it happens at once
    double ask = 0.5;              // where only the heads hear a request: the desk asks whether it shall
    double mostContrary = 0.5;     // more probably refused, conditional or another party's: it asks as well
    bool confirmsPayments = false; // it asks before every refund
};

// One of several requests of a turn, with its own route.
struct RequestPart {
    QString text; // the request with the sentences that belong to it
    Category category = Category::General;
    QString intent;
    double confidence = 0.0;              // calibrated probability of the category, 0 to 1
    std::vector<NamedValue> intentScores; // best first
    bool isListItem = false;
    Reading reading; // what this request alone says
};

// Everything a specialist may know about the turn it answers. The customer is the one that the channel
// established.
struct TurnContext {
    ConversationId conversation;
    MessageId message;
    RunId run;
    ChannelKind channel = ChannelKind::Api;
    QString text;                 // the customer's turn, quick messages joined, quoted history removed
    std::vector<Message> history; // earlier messages of the session, oldest first
    std::optional<CustomerContext> customer;
    QString sender; // name and address of who writes, as claimed
    Category category = Category::General;
    QString intent;                       // e.g. "billing.refund_request"
    double routeConfidence = 0.0;         // calibrated probability of the category, 0 to 1
    std::vector<NamedValue> intentScores; // the likeliest intents with their probabilities, best first
    std::vector<RequestPart> requests;    // the single requests, when the turn holds more than one
    QString language = QStringLiteral("en");
    Json memory = Json::object(); // what the last reply of this conversation left open (awaited slots)
    QDateTime now;
    bool asksIfBot = false;      // only whether a machine answers
    bool isForKnowledge = false; // an article answers the turn, whatever its intent
    bool followsUp = false;      // the turn answers or points at the last reply
    QString focusField;          // of several profile values that the turn names only this field's is meant
    QString focusInvoice;        // of several invoices that the turn names only this one is meant; empty: any
    QString focusDate; // of several times that the turn names only this one is meant, as it is written
    double answerThreshold = 0.0; // an answer with less confidence goes to a person
    Reading reading;              // what the turn says of each act
    ActLimits actLimits;          // from which probability an act happens, or is offered
    Json proposals =
        Json::array(); // what the last reply offered to do, where this turn clearly says yes to it
    Json engineState;  // what the specialist gave with its last CallTools of this turn; null at first
};

// The calls that the specialist wants next. Reads of one round are independent of each other.
struct CallTools {
    std::vector<ToolRequest> requests;
    Json state; // handed back with the next call of next(); null: none
};

// A finished proposal. Every sentence of it comes from a template, a tool result or a cited passage.
struct DraftReply {
    QString text;
    std::vector<Citation> citations;
    std::vector<NamedValue> confidenceParts; // retrieval, grounding, tools; each 0 to 1
    double confidence = 0.0;                 // probability that a person would send it unchanged, 0 to 1
    Json memory = Json::object();            // carried into the next turn
    bool asksCustomer = false;               // the reply asks for something that is missing
    std::optional<Category> category;        // of the article that the reply rests on
    QString engine;                          // who worded it; empty: the built-in engine
    Json sent; // what language models were sent for it: see ChatResult::sent; null: nothing
};

// The specialist cannot answer; a draft for the person may be there all the same.
struct GiveUp {
    std::vector<ReasonDetail> reasons;
    DraftReply draft; // empty text: none
};

using NextStep = std::variant<CallTools, DraftReply, GiveUp>;

// Answers the turns of one or more categories.
//
// next() is a function of its arguments: called again with the same context and calls it decides the same,
// which is what lets a run resume after a crash. `calls` are all calls of the turn so far in order, with
// their results; a call that waits for a person (PendingApproval) or failed is among them, and the specialist
// words its reply accordingly. Thread-safe. Fails with Cancelled, Timeout, Unavailable or Internal.
class Specialist
{
public:
    virtual ~Specialist() = default;
    virtual Result<NextStep> next(const TurnContext &context, const std::vector<ToolCall> &calls,
                                  const RunControl &control) const = 0;

    // Level two of the failure ladder: an answer from the knowledge base alone, without tools.
    virtual Result<DraftReply> answerFromKnowledge(const TurnContext &context,
                                                   const RunControl &control) const = 0;

    // Whether asking costs nothing but time, so that it may be asked what it would have said.
    virtual bool isFree() const { return true; }
};

} // namespace Helmdesk
