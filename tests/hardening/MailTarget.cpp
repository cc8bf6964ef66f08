#include "channels/MailParser.h"
#include "hardening/FuzzTarget.h"
#include "pipeline/MessageMasking.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));

    const IncomingMessage message = parseMail(bytes, QStringLiteral("x.eml"));

    Hardening::require(message.channel == ChannelKind::Mail, "a mail is of the channel mail");
    Hardening::require(!message.externalId.isEmpty(), "a message can be told from others");
    Hardening::require(message.customer.isEmpty(), "no header makes a customer");
    Hardening::require(!message.senderAddress.contains(u'\n') && !message.subject.contains(u'\n'),
                       "one line stays one line");
    for (const Attachment &attachment : message.attachments)
        Hardening::require(!attachment.name.contains(u'/'), "an attachment's name is no path");
    const IncomingMessage masked = withoutSecrets(message);
    Hardening::require(withoutSecrets(masked).fullText == masked.fullText, "masking twice changes nothing");
    return 0;
}
