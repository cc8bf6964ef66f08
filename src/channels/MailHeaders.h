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

// The mail with one Content-Type field in its own header where a broken program wrote several: the one whose
// boundary parts the body, else the first that names a type. The same bytes where there is at most one.
// Linear in the size, pure and thread-safe.
QByteArray withOneContentType(const QByteArray &mail);

} // namespace Helmdesk
