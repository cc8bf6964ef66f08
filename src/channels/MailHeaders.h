#pragma once

#include <QByteArray>
#include <QString>

namespace Helmdesk
{

inline constexpr qsizetype largestHeaderField = qsizetype{16} * 1024; // bytes, with its folded lines

// Why a mail's header fields are not to be read, or empty: one of them, be it the mail's own, of a part or of
// a mail inside it, is longer than any real one. Looked at before a mail library is given the bytes. Linear
// in the size, pure and thread-safe.
QString refusedHeaders(const QByteArray &mail);

} // namespace Helmdesk
