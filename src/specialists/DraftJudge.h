#pragma once

#include "core/Json.h"

#include <QStringList>
#include <vector>

namespace Helmdesk
{

// What a draft of a language model may rest on.
struct DraftSources {
    QStringList texts;         // passages, and what the built-in engine says to the same turn
    std::vector<Json> results; // of tools
    QString conversation; // the customer's words: their codes and addresses may be repeated, nothing else
};

struct JudgedDraft {
    double share = 1.0;   // of its sentences that are backed
    QStringList problems; // one sentence each, for the model that writes anew and for the person who reads
    bool isFine() const { return problems.isEmpty(); }
};

// Every figure traced to its source, every statement backed, no promise that the desk cannot keep, nothing
// claimed to be done: a turn that does something is worded by the built-in engine. The words for promises and
// claims are those of English; a draft in another language is for a person to read. Pure.
JudgedDraft judgeDraft(const QString &draft, const DraftSources &sources);

} // namespace Helmdesk
