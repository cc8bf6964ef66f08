#pragma once

#include "channels/ReadingNote.h"
#include "core/Clock.h"
#include "core/Message.h"
#include "mailbox/Bounce.h"
#include "mailbox/ImapSession.h"
#include "mailbox/MailboxRepository.h"
#include "mailbox/ReplyHead.h"
#include "mailbox/StoringThread.h"

#include <map>

namespace Helmdesk
{

// A mail as the desk takes it in. `aside` empty: `message` holds what was read.
struct ReadMail {
    quint32 uid = 0;
    qint64 bytes = 0;
    IncomingMessage message;
    QString aside;
    ReplyHead head;                       // what a reply will need of it
    std::optional<DeliveryReport> report; // where it is one on a mail that left
};

// Takes mails into the desk. Implemented by app.
class MailIntake
{
public:
    virtual ~MailIntake() = default;
    // Stores the messages, each once, and notes the mails and the folder's state in the same transaction:
    // what dies in between has done all of it or nothing. Failure: that of the store.
    virtual Result<> take(const FolderState &after, std::vector<ReadMail> mails) = 0;
    // Returns when all that was taken survives a power cut.
    virtual Result<> keep() = 0;
};

// Brings the folders of one mailbox up to date: each mail goes into the desk once, whatever dies when.
//
// A folder's state is the UID below which everything is done. It moves with the messages in one transaction,
// so a kill repeats a batch and loses none. Another UIDVALIDITY begins anew; intake knows the messages. What
// cannot be read is put aside with its reason and stops nothing.
//
// While a batch is stored, on a thread of its own, the next one is fetched and read.
//
// Thread: that of the session. Ownership: repository, intake and clock are not owned. Failure: that of the
// session or the store; the next call goes on where this one ended.
class MailboxSync
{
public:
    struct Limits {
        qsizetype largest; // of a larger mail only the beginning is read
        qsizetype beginning = 1 << 20;
        qsizetype batchBytes = 4 << 20;
        size_t batchMails = 250;
        size_t describedAtOnce = 500;
        int tries = 3; // of a mail that ends the session or the program
    };
    static Limits defaultLimits();

    // `noteFolder` is where it says what it reads while it does: see ReadingNote.
    MailboxSync(MailAccount account, MailboxRepository &repository, MailIntake &intake, const Clock &clock,
                const QString &noteFolder, Limits limits = defaultLimits());

    struct Count {
        qint64 onServer = 0;
        qint64 taken = 0; // and put aside
    };
    Result<Count> run(ImapSession &session, const QString &folder, const RunControl &control);

private:
    struct Batch;
    Result<FolderState> begin(ImapSession &session, const QString &folder, const SelectedFolder &selected);
    Result<std::vector<quint32>> pending(ImapSession &session, const FolderState &state) const;
    Result<std::vector<ListedMail>> wanted(ImapSession &session, const FolderState &state,
                                           const std::vector<quint32> &uids) const;
    Result<qint64> takeAll(ImapSession &session, FolderState &state, const std::vector<quint32> &uids,
                           const RunControl &control);
    Batch nextBatch(const QString &folder, const std::vector<ListedMail> &mails, size_t next) const;
    Result<qint64> takeBatch(ImapSession &session, FolderState &state, const Batch &batch);
    Result<qint64> takeOneByOne(ImapSession &session, FolderState &state, const Batch &batch);
    Result<> putAsideWhatEnds(FolderState &state, const Batch &batch, bool *isDone);
    std::vector<ReadMail> readBatch(FolderState &state, const Batch &batch,
                                    std::vector<MailContent> &contents, const Result<> &fetched);
    Result<> store(const FolderState &state, const std::vector<ReadMail> &mails);
    Result<> checkGone(ImapSession &session, const std::vector<quint32> &uids,
                       const std::vector<MailContent> &contents) const;
    ReadMail read(const FolderState &state, const ListedMail &listed, const MailContent &content);
    ReadMail putAside(const ListedMail &listed, const QString &why) const;
    Result<> tellServer(ImapSession &session, const FolderState &state);
    void rememberWhatKilled();

    MailAccount m_account;
    MailboxRepository &m_repository;
    MailIntake &m_intake;
    const Clock &m_clock;
    Limits m_limits;
    ReadingNote m_note;
    std::map<std::pair<QString, quint32>, int> m_ended; // how often a mail ended the session or the program
    StoringThread m_storing;
};

} // namespace Helmdesk
