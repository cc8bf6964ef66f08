#pragma once

#include <QByteArray>
#include <QString>

// Text that stands in formats of mail programs. Both functions are thread-safe and never fail.
namespace Helmdesk
{

// What is inside an opaque signature (S/MIME, application/pkcs7-mime with signed data), with its own header.
// The signature is not checked: it proves nothing without certificates to trust. Empty for what is encrypted
// or damaged.
QByteArray signedContent(const QByteArray &bytes);

// The text of a winmail.dat (TNEF). Empty when it has none, it is damaged, or the build has no libytnef.
QString textOfTnef(const QByteArray &bytes);

} // namespace Helmdesk
