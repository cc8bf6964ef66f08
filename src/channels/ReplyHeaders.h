#pragma once

#include "pipeline/OutboxRepository.h"

#include <QStringList>

namespace Helmdesk
{

// The Message-ID in an external id of a mail, without the mark that tells apart two mails of one id. Empty
// when it holds none: other things are not repeated in a header.
QString mailIdIn(const QString &externalId);

// Whether it may stand between < and > in a header: printable ASCII with an @, at most 250 characters.
bool isMailId(const QString &id);

// The Message-ID (without brackets) of the mail that an outbox row becomes. The same row gives the same id,
// so that a mail sent again is the same mail. `address` is the sender's; its domain is the id's.
QString ownMailId(const OutboxItem &item, const QString &address);

// Sixteen hex digits that tell outbox rows apart.
QString keyHashOf(const OutboxItem &item);

// The subject with exactly one "Re:" before it, whatever marks of replies it had ("AW: Re[2]: …").
QString replySubjectOf(const QString &subject);

} // namespace Helmdesk
