#pragma once

#include "core/Result.h"
#include "mailbox/MailboxRepository.h"
#include "mailbox/MailDiscovery.h"
#include "mailbox/MailTest.h"
#include "mailbox/OutgoingMail.h"

#include <QFuture>

namespace Helmdesk
{

struct MailboxRow {
    MailAccount account;
    MailboxState state;
    OutgoingCounts outgoing;
    std::vector<AsideMail> aside; // the latest ones
    bool hasPassword = false;     // kept, or in the environment
    bool isPasswordGiven = false; // in the environment, which goes first
    QString passwordVariable;     // of the environment
};

struct MailboxesView {
    std::vector<MailboxRow> mailboxes; // by name
    bool canKeepPasswords = false;     // there is a keychain
};

struct NewMailbox {
    MailAccount account;
    QString secret; // goes to the keychain and nowhere else; empty: that of the environment
};

struct KeptPassword {
    bool isLost = false; // one was given, and there is no place for it
    QString variable;    // where it can stand then
};

// The use cases of the mailboxes' page; what `helmdeskctl channel` does, by the same functions. Thread: the
// GUI thread, which never waits; see Desk. Changes are told by Desk::settingsChanged(). Failure: the error's
// kind and sentence; no error holds a password.
class MailRoom
{
public:
    template <class T = Unit>
    using Reply = QFuture<Result<T>>;

    virtual ~MailRoom() = default;

    virtual Reply<MailboxesView> mailboxes() = 0;
    // NotFound when nothing tells; may take seconds.
    virtual Reply<FoundServers> findServers(const QString &address) = 0;
    // Connects, signs in and opens the folders; changes nothing. `tell` is called on the GUI thread for each
    // step; one at a time, a second one ends the first.
    virtual Reply<MailTest> tryOut(const NewMailbox &mailbox, MailStepSink tell) = 0;
    virtual Reply<std::vector<LookBackCount>> lookBack(const NewMailbox &mailbox,
                                                       const std::vector<int> &days) = 0;
    // Ends what findServers(), tryOut() and lookBack() are at.
    virtual void stopTrying() = 0;
    virtual Reply<MailTest> test(const QString &name, MailStepSink tell) = 0;
    virtual void stopTest(const QString &name) = 0;

    // Conflict when the name is taken, InvalidInput when the account cannot work.
    virtual Reply<KeptPassword> add(const NewMailbox &mailbox) = 0;
    // Another password in place of the one before. Nothing changes where it is lost.
    virtual Reply<KeptPassword> changePassword(const QString &name, const QString &password) = 0;
    virtual Reply<> setPaused(const QString &name, bool paused) = 0;
    virtual Reply<> setMode(const QString &name, MailMode mode) = 0;
    // The name by which its own server signs what it found out about senders; empty: no such word is
    // believed.
    virtual Reply<> setTrustedAuthserv(const QString &name, const QString &authserv) = 0;
    // Whoever watches it asks the server at once.
    virtual Reply<> syncNow(const QString &name) = 0;
    // With its password; its conversations stay, and all that lies on the server.
    virtual Reply<> remove(const QString &name) = 0;
    // The variable that a password can stand in: HELMDESK_KEY_SUPPORT.
    virtual QString passwordVariable(const QString &name) const = 0;
};

} // namespace Helmdesk
