#pragma once

#include <QByteArray>
#include <QString>

// From the bytes of mail to text. Both functions are pure, thread-safe and never fail: what cannot be read
// becomes U+FFFD.
namespace Helmdesk
{

// Decodes by the declared charset, or by what the bytes show where the label is missing, unknown or wrong.
// Latin-1 is read as windows-1252. Line ends become '\n'; control characters but tab and newline are dropped.
// What is no character in the charset becomes U+FFFD and is added to `misfits`.
QString decodeMailBytes(const QByteArray &bytes, const QString &charset, qsizetype *misfits = nullptr);

// Decodes the encoded words of a header (RFC 2047), also where a character is split between two of them.
// Bytes outside are read as UTF-8 or windows-1252.
QString decodeHeaderWords(const QByteArray &raw);

} // namespace Helmdesk
