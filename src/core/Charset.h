#pragma once

#include <QByteArray>
#include <QString>

namespace Helmdesk
{

struct DecodedText {
    QString text;
    qsizetype misfits = 0; // sequences of bytes that are no character there, each shown as U+FFFD
    bool isKnown = false;  // false: there is no such charset, and nothing was decoded
};

// Decodes bytes of a charset by its name, as the International Components for Unicode know it. Nothing is
// dropped. Pure and thread-safe. Linear in the size.
DecodedText decodeCharset(const QByteArray &bytes, const QByteArray &charset);

// Windows-1252 as the web reads it: its five unused codes are the control characters of Latin-1. Never fails.
QString decodeWindows1252(const QByteArray &bytes);

} // namespace Helmdesk
