#pragma once

#include "core/Message.h"

#include <QByteArray>

namespace Helmdesk
{

// One JSONL line as a message. Pure and thread-safe. Never fails: what cannot be read sets `unreadable`.
// A line without an id is known by the file's name and time, its place and its bytes, so the same line in
// another file is another message.
struct JsonPlace {
    QString fileName;
    qint64 line = 0;     // counted from one
    QDateTime writtenAt; // of the file
};
IncomingMessage readJsonMessage(const QByteArray &line, const JsonPlace &place);

inline constexpr qsizetype largestJsonLine = qsizetype{1024} * 1024; // bytes

} // namespace Helmdesk
