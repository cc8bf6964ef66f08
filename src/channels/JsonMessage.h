#pragma once

#include "core/Message.h"

#include <QByteArray>

namespace Helmdesk
{

// One JSONL line as a message. Pure and thread-safe. Never fails: what cannot be read sets `unreadable`.
// `position` is its line, counted from one; `fileName` is for the id and the source.
IncomingMessage readJsonMessage(const QByteArray &line, const QString &fileName, qint64 position);

} // namespace Helmdesk
