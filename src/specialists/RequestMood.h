#pragma once

#include <QString>

namespace Helmdesk
{

// Whether a message asks for something to be done, in its own name and now. False for what only speaks of the
// act: "please don't refund it", "is it refundable?", "would you refund it if I came back?", "you already
// refunded it", "my accountant asked whether it will be refunded". A plain statement of a trouble ("I was
// charged twice") asks. Playbooks that write run only where this is true. Pure; any thread.
bool asksForAct(const QString &text);

// The same for money: only what asks for it in so many words, or claims it ("it should be refunded", "you
// charged me twice"). What merely speaks of a refund ("the word refund appears on it") does not. Pure; any
// thread.
bool asksForMoney(const QString &text);

// The clauses that ask for it, without what is told or denied beside them ("keep October, but refund
// November"); empty where none does.
QString clausesForMoney(const QString &text);

// A plain demand for money already paid: asked for in so many words, and named as a refund, or as a charge or
// an amount to be given back or undone. Pure; any thread.
bool demandsRefund(const QString &text);

// A plain demand for a link to set one's own password anew: forgotten, or the link named. Pure; any thread.
bool demandsReset(const QString &text);

// An order to do something with the customer's own things: "change my language", "please send me a new link".
// Not "how do I change it". Pure; any thread.
bool ordersAct(const QString &text);

// "Refund please", of what was spoken of before. Pure; any thread.
bool isBareRefundRequest(const QString &text);

// "It did not arrive", "another one please": what was sent is to be sent once more. Pure; any thread.
bool asksAgain(const QString &text);

bool saysPlease(const QString &text);

// "You refunded the wrong one": what was done is not what was asked. Pure; any thread.
bool saysItWentWrong(const QString &text);

// "I tried that, still the same error": what was answered before did not help. For a turn after a reply.
// Pure; any thread.
bool saysItDidNotHelp(const QString &text);

} // namespace Helmdesk
