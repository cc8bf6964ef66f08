#pragma once

#include "specialists/KnowledgeSource.h"

namespace Helmdesk
{

struct WrittenAnswer {
    QString text; // whole sentences and list items of the passages, in their own order
    std::vector<Citation> citations;
};

// Writes an answer out of passages alone: the best passage, shortened to the sentences that the question asks
// about when it is long, with the opening of its article where that belongs to it, and the steps of the
// article where the question asks for them. Every sentence is taken from a cited passage. Pure.
WrittenAnswer writeFromPassages(const QString &question, const std::vector<Evidence> &passages);

} // namespace Helmdesk
