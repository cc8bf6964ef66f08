#pragma once

#include "core/Message.h"

#include <QByteArray>
#include <QString>

// Text that stands in formats of mail programs. Both functions are thread-safe and never fail.
namespace Helmdesk
{

// What is inside an opaque signature (S/MIME, application/pkcs7-mime with signed data), with its own header.
// The signature is not checked: it proves nothing without certificates to trust. Empty for what is encrypted
// or damaged.
QByteArray signedContent(const QByteArray &bytes);

// A winmail.dat (TNEF), opened.
struct TnefContent {
    QString text;
    bool isHtml = false;
    QList<Attachment> attachments; // with their bytes
};

// Its plain text, else its HTML, else its rich text. Empty when it is damaged or the build has no libytnef.
TnefContent readTnef(const QByteArray &bytes);

} // namespace Helmdesk
