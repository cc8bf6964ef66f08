#pragma once

#include <QString>

namespace Helmdesk
{

// 256 random bits from the system's generator, and their hash, which alone may be stored.
struct SecretToken {
    QString text;      // base64url without padding, for a link
    QString sha256Hex; // of the text
    static SecretToken make();
};

QString hashOfToken(const QString &text);

} // namespace Helmdesk
