#pragma once

#include "core/Json.h"

#include <vector>

namespace Helmdesk
{

struct LabelledRow {
    int line = 0; // from 1
    Json json;    // an object
};

// Reads a JSONL file with one object a line; empty lines are passed over. NotFound when the file cannot be
// read, InvalidInput with file and line for anything that is no object with a text.
Result<std::vector<LabelledRow>> readLabelledFile(const QString &path);

} // namespace Helmdesk
