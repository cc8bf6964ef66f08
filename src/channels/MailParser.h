#pragma once

#include "core/Message.h"

#include <QByteArray>

namespace Helmdesk
{

// Reads one mail (RFC 5322, MIME) as its raw bytes, with or without a leading mbox "From " line.
//
// Thread: any; the reading is done on a thread of its own with a stack of known size. Never fails: a mail
// that cannot be read has `unreadable` set and keeps what was found. Limits: 25 MiB, header fields of 16 kB,
// 20 levels of nesting, 200 parts, 4 MiB of encoded text and 250,000 characters of it; a larger mail or field
// is unreadable, parts and text beyond are left out, which the text says. Attachments of up to 10 MiB, of one
// mail 20 MiB, come with their bytes. Within these limits at most 84 MB are taken. The Message-ID is the
// external id, or a hash of the bytes where there is none; the root of the thread (the first of References,
// else In-Reply-To, else the own id) is the conversation key.
IncomingMessage parseMail(const QByteArray &bytes, const QString &source = {});

inline constexpr qsizetype largestMail = qsizetype{25} * 1024 * 1024; // bytes
inline constexpr qsizetype longestMailText = 250'000;                 // characters

} // namespace Helmdesk
