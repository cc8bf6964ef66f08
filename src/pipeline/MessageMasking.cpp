#include "pipeline/MessageMasking.h"

#include "security/SecretMasker.h"

namespace Helmdesk
{

IncomingMessage withoutSecrets(const IncomingMessage &message)
{
    IncomingMessage masked = message;
    for (QString *text : {&masked.subject, &masked.text, &masked.senderName})
        *text = maskSecrets(*text).text;
    masked.fullText = message.fullText == message.text ? masked.text : maskSecrets(message.fullText).text;
    for (Attachment &attachment : masked.attachments)
        attachment.name = maskSecrets(attachment.name).text;
    return masked;
}

Result<> checkReply(const QString &text)
{
    const std::vector<FoundSecret> found = findSecrets(text, SecretUse::Replied);
    if (found.empty())
        return {};
    return Error{ErrorKind::InvalidInput, QStringLiteral("the reply holds %1; take it out before you send it")
                                              .arg(describe(found.front().kind))};
}

} // namespace Helmdesk
