#pragma once

#include "core/RunControl.h"
#include "mailbox/MailAccount.h"

#include <functional>
#include <memory>
#include <optional>

namespace Helmdesk
{

enum class OutgoingFolder { Sent, Drafts };

// The two folders of a mailbox into which the desk itself puts mails, over one signed-in connection.
// Thread: the one that opened it. Failure: that of the connection; NotFound where the mailbox has no such
// folder.
class OutgoingFolders
{
public:
    virtual ~OutgoingFolders() = default;
    // Whether a mail with exactly this Message-ID (without brackets) lies there.
    virtual Result<bool> holds(OutgoingFolder folder, const QString &messageId) = 0;
    // Seen; in Drafts marked as a draft.
    virtual Result<> put(OutgoingFolder folder, const QByteArray &mail) = 0;
    // The mail there that answers the one with this Message-ID, the latest of several; at most a megabyte.
    virtual Result<std::optional<QByteArray>> answerTo(OutgoingFolder folder, const QString &messageId) = 0;
    // What has the Message-ID; nothing there is no failure.
    virtual Result<> remove(OutgoingFolder folder, const QString &messageId) = 0;
};

using OpenFolders =
    std::function<Result<std::unique_ptr<OutgoingFolders>>(const MailAccount &, const RunControl &)>;

// By IMAP. `secret` is that of the account.
Result<std::unique_ptr<OutgoingFolders>> openFoldersByImap(const MailAccount &account, const QString &secret,
                                                           const RunControl &control);

// Whether the account's own server puts what it sends into the Sent folder (Gmail, Microsoft 365).
bool savesSentItself(const MailAccount &account);

} // namespace Helmdesk
