#pragma once

#include "core/Domain.h"
#include "specialists/EntityExtractor.h"

#include <optional>

namespace Helmdesk
{

// What the turn names tells what it is about, more surely than its words do.
struct NamedMatter {
    Category category;
    const char *intent;
    bool isExact = false; // also among the intents of its category
};

// By an invoice, a new value of the account, a means of payment, a demand for money back, or words on having
// had no answer about an invoice; none else. Pure;
// any thread.
std::optional<NamedMatter> namedMatter(const QString &text, const Entities &found);

} // namespace Helmdesk
