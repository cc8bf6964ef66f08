#pragma once

#include "core/Message.h"

#include <QByteArray>

namespace Helmdesk
{

// Reads one mail (RFC 5322, MIME) as its raw bytes, with or without a leading mbox "From " line.
//
// Thread: any. Never fails: a mail that cannot be read has `unreadable` set and keeps what was found. Limits:
// 25 MiB, 20 levels of nesting, 200 parts; parts beyond these are left out. The Message-ID is the external
// id, or a hash of the bytes where there is none; the root of the thread (the first of References, else
// In-Reply-To, else the own id) is the conversation key.
IncomingMessage parseMail(const QByteArray &bytes, const QString &source = {});

inline constexpr qsizetype largestMail = qsizetype{25} * 1024 * 1024;

} // namespace Helmdesk
