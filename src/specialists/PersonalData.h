#pragma once

#include "core/Message.h"
#include "llm/ChatTypes.h"
#include "memory/CustomerContext.h"

namespace Helmdesk
{

// What in a text tells who somebody is, or what only that person may know, each as it is written there:
// what the record says (`known`, in any case and spacing, names also in parts), and by their form e-mail
// addresses, telephone numbers, postal addresses, cards, accounts and other secrets, and names where somebody
// is greeted, introduced, given a new name, or signs. Rather too much than too little: what is found is put
// back later. What it cannot see: a name in the middle of a sentence that the record does not have. Pure; any
// thread; never fails.
std::vector<PersonalValue> findPersonalData(const QString &text, const std::vector<PersonalValue> &known);

// What the desk knows of the people in a turn: the customer, who writes ("Ada Brook ada@brook.example"), and
// who wrote before.
std::vector<PersonalValue> personalValues(const std::optional<CustomerContext> &customer,
                                          const QString &sender, const std::vector<Message> &history);

} // namespace Helmdesk
