#pragma once

#include "core/Message.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace Helmdesk
{

struct OutgoingMail {
    QString fromName;
    QString fromAddress;
    QString to; // may be empty: then there is no To line
    QStringList cc;
    QStringList bcc; // the mail program that sends it takes that line out
    QString subject;
    QString text;
    QString messageId; // ids without brackets
    QString inReplyTo;
    QStringList references;
    QDateTime at;
    bool isAutomatic = false; // no person approved it: marked so that other machines do not answer
    QList<Attachment> files;  // with their bytes
};

// The mail as bytes (RFC 5322, UTF-8, quoted-printable; with its files in multipart/mixed); the same mail
// gives the same bytes. Line breaks in header values become blanks. Pure and thread-safe; never fails.
QByteArray writeMail(const OutgoingMail &mail);

} // namespace Helmdesk
