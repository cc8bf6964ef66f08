#pragma once

#include "core/Result.h"
#include "understanding/Mood.h"

#include <QStringList>
#include <vector>

namespace Helmdesk
{

// One written example: the text speaks of the act in this mood. Of other acts it says nothing, unless another
// line has the same text.
struct ReadingExample {
    QString text;
    QString act; // "billing.refund"
    Mood mood = Mood::None;
    QString language; // name of the folder: "en"
};

// What the reading heads learn from: every <language>/*.jsonl below the folder, one object a line with text,
// act and mood; docs/understanding.md says how to write them. The error names file and line. A new act is a
// new name in such a file.
Result<std::vector<ReadingExample>> loadReadingExamples(const QString &folder);

// The acts of the examples in alphabetical order.
QStringList actsOf(const std::vector<ReadingExample> &examples);

} // namespace Helmdesk
