#include "mailbox/MailboxSync.h"

#include "channels/MailParser.h"
#include "channels/ReadingStack.h"
#include "mailbox/SenderProof.h"
#include "pipeline/Contained.h"

#include <algorithm>
#include <QDir>
#include <QLoggingCategory>
#include <QUrl>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcMailbox, "helmdesk.mailbox")

constexpr qint64 clockSkewSeconds = 300; // how far the server's clock may be off

// Whether the fault lies in what was to be stored, so that the rest can be stored without it.
bool isOfTheMail(const Error &error)
{
    return error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::Internal ||
           error.kind == ErrorKind::Conflict;
}

QString noteName(const QString &folder, int attempt)
{
    return QStringLiteral("%1#%2").arg(QString::fromLatin1(QUrl::toPercentEncoding(folder))).arg(attempt);
}

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / (1024.0 * 1024.0), 'f', 1);
}

} // namespace

struct MailboxSync::Batch {
    std::vector<ListedMail> mails; // in the order of their UIDs
    qsizetype most = 0;            // bytes of each
    bool isLast = false;           // nothing follows that could be fetched meanwhile
};

MailboxSync::Limits MailboxSync::defaultLimits()
{
    Limits limits;
    limits.largest = largestMail;
    return limits;
}

MailboxSync::MailboxSync(MailAccount account, MailboxRepository &repository, MailIntake &intake,
                         const Clock &clock, const QString &noteFolder, Limits limits)
    : m_account(std::move(account))
    , m_repository(repository)
    , m_intake(intake)
    , m_clock(clock)
    , m_limits(limits)
    , m_note(noteFolder)
{
    QDir().mkpath(noteFolder);
    rememberWhatKilled();
}

// A program that was killed may have been reading any mail; one that ends it each time is put aside.
void MailboxSync::rememberWhatKilled()
{
    const auto left = m_note.left();
    m_note.remove();
    if (!left)
        return;
    const qsizetype mark = left->file.lastIndexOf(u'#');
    const QString folder = QUrl::fromPercentEncoding(left->file.left(mark).toLatin1());
    m_ended[{folder, static_cast<quint32>(left->message)}] = left->file.mid(mark + 1).toInt();
}

Result<MailboxSync::Count> MailboxSync::run(ImapSession &session, const QString &folder,
                                            const RunControl &control)
{
    session.setControl(control);
    const bool tells = m_account.marksSeen || !m_account.folders.done.isEmpty();
    auto selected = session.select(folder, tells ? FolderAccess::ReadWrite : FolderAccess::ReadOnly);
    if (!selected)
        return selected.error();
    auto state = begin(session, folder, *selected);
    if (!state)
        return state.error();
    Count count{selected->exists, 0};
    auto uids = pending(session, *state);
    if (!uids)
        return uids.error();
    auto taken = takeAll(session, *state, *uids, control);
    const auto stored = m_storing.finish();
    if (!taken)
        return taken.error();
    if (!stored)
        return stored.error();
    count.taken = *taken;
    if (tells) {
        if (auto told = tellServer(session, *state); !told)
            return told.error();
    }
    return count;
}

// `state` is ahead of what is stored by the batch that is being stored.
Result<qint64> MailboxSync::takeAll(ImapSession &session, FolderState &state,
                                    const std::vector<quint32> &uids, const RunControl &control)
{
    qint64 count = 0;
    for (size_t done = 0; done < uids.size(); done += m_limits.describedAtOnce) {
        const auto first = uids.begin() + static_cast<std::ptrdiff_t>(done);
        const size_t some = std::min(m_limits.describedAtOnce, uids.size() - done);
        const std::vector<quint32> part(first, first + static_cast<std::ptrdiff_t>(some));
        auto mails = wanted(session, state, part);
        if (!mails)
            return mails.error();
        for (size_t next = 0; next < mails->size();) {
            if (const Result<> checked = control.check(); !checked)
                return checked.error();
            Batch batch = nextBatch(state.folder, *mails, next);
            next += batch.mails.size();
            batch.isLast = next == mails->size() && done + some == uids.size();
            auto taken = takeBatch(session, state, batch);
            if (!taken)
                return taken.error();
            count += *taken;
            control.progress(static_cast<qint64>(done + next), static_cast<qint64>(uids.size()));
        }
        // What was left out or is gone counts as done too.
        if (state.lastUid < part.back()) {
            if (auto stored = m_storing.finish(); !stored)
                return stored.error();
            state.lastUid = part.back();
            if (auto saved = m_repository.saveFolder(state); !saved)
                return saved.error();
        }
    }
    return count;
}

// As many as fit; what is large, or ended a session before, is alone.
MailboxSync::Batch MailboxSync::nextBatch(const QString &folder, const std::vector<ListedMail> &mails,
                                          size_t next) const
{
    Batch batch;
    qint64 bytes = 0;
    batch.most = m_limits.largest;
    while (next < mails.size() && batch.mails.size() < m_limits.batchMails) {
        const ListedMail &mail = mails[next];
        const bool isAlone = mail.bytes > m_limits.largest || m_ended.contains({folder, mail.uid});
        if (!batch.mails.empty() && (isAlone || bytes + mail.bytes > m_limits.batchBytes))
            break;
        batch.mails.push_back(mail);
        bytes += mail.bytes;
        ++next;
        if (isAlone) {
            batch.most = mail.bytes > m_limits.largest ? m_limits.beginning : m_limits.largest;
            break;
        }
    }
    return batch;
}

// The folder's state; at the first connection, and when the server numbers anew, a fresh one.
Result<FolderState> MailboxSync::begin(ImapSession &session, const QString &folder,
                                       const SelectedFolder &selected)
{
    auto known = m_repository.folder(m_account.name, folder);
    if (!known)
        return known.error();
    if (*known && (*known)->uidValidity == selected.uidValidity)
        return **known;
    quint32 newest = selected.uidNext == 0 ? 0 : selected.uidNext - 1;
    if (selected.uidNext == 0 && selected.exists > 0) {
        auto uids = session.search(1, 0);
        if (!uids)
            return uids.error();
        newest = uids->empty() ? 0 : uids->back();
    }
    FolderState state;
    state.mailbox = m_account.name;
    state.folder = folder;
    state.uidValidity = selected.uidValidity;
    state.backlogUntil = newest;
    const QDateTime now = m_clock.now();
    if (*known) {
        qCInfo(lcMailbox).noquote() << m_account.name << folder << "numbers its mails anew";
        state.since = (*known)->since;
    } else if (m_account.lookBackDays > 0) {
        state.since = now.addDays(-m_account.lookBackDays);
    } else {
        state.since = now.addSecs(-clockSkewSeconds);
        state.lastUid = newest;
    }
    if (auto saved = m_repository.saveFolder(state); !saved)
        return saved.error();
    return state;
}

Result<std::vector<quint32>> MailboxSync::pending(ImapSession &session, const FolderState &state) const
{
    std::vector<quint32> uids;
    if (state.lastUid < state.backlogUntil) {
        // The server counts in days of its own zone.
        auto backlog = session.search(state.lastUid + 1, state.backlogUntil, state.since.date().addDays(-1));
        if (!backlog)
            return backlog;
        uids = std::move(*backlog);
    }
    auto fresh = session.search(std::max(state.lastUid, state.backlogUntil) + 1, 0);
    if (!fresh)
        return fresh;
    uids.insert(uids.end(), fresh->begin(), fresh->end());
    return uids;
}

Result<std::vector<ListedMail>> MailboxSync::wanted(ImapSession &session, const FolderState &state,
                                                    const std::vector<quint32> &uids) const
{
    auto mails = session.describe(uids);
    if (mails)
        std::erase_if(*mails, [&](const ListedMail &mail) {
            return mail.uid <= state.backlogUntil && mail.arrived.isValid() && mail.arrived < state.since;
        });
    return mails;
}

// How many were dealt with. What came before a failure is kept.
Result<qint64> MailboxSync::takeBatch(ImapSession &session, FolderState &state, const Batch &batch)
{
    bool isDone = false;
    if (auto aside = putAsideWhatEnds(state, batch, &isDone); !aside || isDone)
        return aside ? Result<qint64>(1) : Result<qint64>(aside.error());
    std::vector<quint32> uids;
    for (const ListedMail &mail : batch.mails)
        uids.push_back(mail.uid);
    std::vector<MailContent> contents;
    Result<> fetched = session.fetch(uids, batch.most, &contents);
    if (fetched && contents.size() < uids.size())
        fetched = checkGone(session, uids, contents);
    std::vector<ReadMail> mails;
    onReadingStack([&] { mails = readBatch(state, batch, contents, fetched); });
    const auto count = static_cast<qint64>(mails.size());
    if (auto before = m_storing.finish(); !before)
        return before.error();
    if (fetched && !batch.isLast) {
        m_storing.begin([this, state, mails = std::move(mails)] { return store(state, mails); });
        return count;
    }
    if (auto stored = store(state, mails); !stored)
        return stored.error();
    if (!fetched && fetched.error().kind != ErrorKind::Io)
        return fetched.error();
    if (fetched || state.lastUid == batch.mails.back().uid)
        return count;
    auto rest = takeOneByOne(session, state, batch);
    return rest ? Result<qint64>(count + *rest) : rest;
}

// One that ended the session or the program too often is not read again.
Result<> MailboxSync::putAsideWhatEnds(FolderState &state, const Batch &batch, bool *isDone)
{
    const ListedMail &first = batch.mails.front();
    const auto ended = m_ended.find({state.folder, first.uid});
    if (batch.mails.size() > 1 || ended == m_ended.end() || ended->second < m_limits.tries)
        return {};
    if (auto before = m_storing.finish(); !before)
        return before;
    state.lastUid = first.uid;
    m_ended.erase(ended);
    *isDone = true;
    return m_intake.take(
        state, {putAside(first, QStringLiteral("the session or the program ended each time it was read"))});
}

// What is left of a batch of which the server refused something.
Result<qint64> MailboxSync::takeOneByOne(ImapSession &session, FolderState &state, const Batch &batch)
{
    qint64 count = 0;
    for (const ListedMail &mail : batch.mails) {
        if (mail.uid <= state.lastUid)
            continue;
        auto one = takeBatch(session, state, {{mail}, batch.most, true});
        if (!one)
            return one;
        count += *one;
    }
    return count;
}

// What came, in order; the state moves with it. A mail that ended the session is remembered.
std::vector<ReadMail> MailboxSync::readBatch(FolderState &state, const Batch &batch,
                                             std::vector<MailContent> &contents, const Result<> &fetched)
{
    std::vector<ReadMail> mails;
    auto content = contents.begin();
    for (const ListedMail &listed : batch.mails) {
        content = std::find_if(content, contents.end(),
                               [&](const MailContent &each) { return each.uid >= listed.uid; });
        const bool isThere = content != contents.end() && content->uid == listed.uid;
        if (!isThere && !fetched) {
            const bool isRefused = fetched.error().kind == ErrorKind::Io;
            if (isRefused && batch.mails.size() == 1)
                mails.push_back(putAside(listed, fetched.error().detail));
            else if (!isRefused && fetched.error().kind != ErrorKind::Cancelled)
                ++m_ended[{state.folder, listed.uid}];
            else if (isRefused)
                m_ended[{state.folder, listed.uid}] = 0; // alone, the next time
            if (!isRefused || batch.mails.size() > 1)
                break;
        }
        if (isThere) {
            mails.push_back(read(state, listed, *content));
            content->bytes.clear();
        }
        // One that is gone meanwhile is passed over.
        state.lastUid = listed.uid;
    }
    m_note.end();
    return mails;
}

// All in one transaction; where that fails for the sake of a mail, one by one, and that one is put aside.
Result<> MailboxSync::store(const FolderState &state, const std::vector<ReadMail> &mails)
{
    auto taken = m_intake.take(state, mails);
    if (taken || !isOfTheMail(taken.error()))
        return taken;
    FolderState after = state;
    for (const ReadMail &mail : mails) {
        after.lastUid = mail.uid;
        auto one = m_intake.take(after, {mail});
        if (!one && !isOfTheMail(one.error()))
            return one;
        if (one)
            continue;
        const QString why = QStringLiteral("it cannot be stored: %1").arg(one.error().detail);
        if (auto aside = m_intake.take(after, {putAside({mail.uid, mail.bytes, {}}, why)}); !aside)
            return aside;
    }
    return {};
}

// What did not come is gone from the server, or the server does not give it, which is a failure.
Result<> MailboxSync::checkGone(ImapSession &session, const std::vector<quint32> &uids,
                                const std::vector<MailContent> &contents) const
{
    auto there = session.search(uids.front(), uids.back());
    if (!there)
        return there.error();
    for (const quint32 uid : uids) {
        const bool isGiven = std::ranges::find(contents, uid, &MailContent::uid) != contents.end();
        if (!isGiven && std::ranges::binary_search(*there, uid))
            return Error{ErrorKind::Unavailable,
                         QStringLiteral("the server has mail %1 and does not give it").arg(uid), true};
    }
    return {};
}

ReadMail MailboxSync::read(const FolderState &state, const ListedMail &listed, const MailContent &content)
{
    const std::pair key{state.folder, listed.uid};
    const auto ended = m_ended.find(key);
    m_note.begin(noteName(state.folder, ended == m_ended.end() ? 1 : ended->second + 1), listed.uid);
    const QString source =
        QStringLiteral("mailbox %1, %2, mail %3").arg(m_account.name, state.folder).arg(listed.uid);
    auto parsed = contained([&] { return Result<IncomingMessage>(parseMail(content.bytes, source)); });
    if (ended != m_ended.end())
        m_ended.erase(ended);
    if (!parsed)
        return putAside(listed, QStringLiteral("it cannot be read: %1").arg(parsed.error().detail));
    ReadMail mail;
    mail.uid = listed.uid;
    mail.bytes = std::max<qint64>(listed.bytes, content.bytes.size());
    mail.message = std::move(*parsed);
    mail.message.isSenderProven =
        isSenderProven(content.bytes, mail.message.senderAddress, m_account.trustedAuthserv);
    mail.head = readReplyHead(content.bytes);
    mail.report = readDeliveryReport(content.bytes);
    if (content.isCut || listed.bytes > m_limits.largest) {
        mail.message.unreadable =
            QStringLiteral("The message has %1 MB: only its beginning was read. The whole of it is in the "
                           "mailbox %2.")
                .arg(megabytes(mail.bytes), m_account.name);
        for (Attachment &attachment : mail.message.attachments) {
            attachment.isKept = false;
            attachment.content.clear();
        }
    }
    return mail;
}

ReadMail MailboxSync::putAside(const ListedMail &listed, const QString &why) const
{
    qCWarning(lcMailbox).noquote() << m_account.name << "puts mail" << listed.uid << "aside:" << why;
    ReadMail mail;
    mail.uid = listed.uid;
    mail.bytes = listed.bytes;
    mail.aside = why;
    return mail;
}

// As the team wishes: seen, or moved to a folder for what is done. Only what survives a power cut.
Result<> MailboxSync::tellServer(ImapSession &session, const FolderState &state)
{
    constexpr int atOnce = 500;
    while (true) {
        auto uids = m_repository.untold(state, atOnce);
        if (!uids)
            return uids.error();
        if (uids->empty())
            return {};
        if (auto kept = m_intake.keep(); !kept)
            return kept;
        if (m_account.marksSeen) {
            if (auto marked = session.markSeen(*uids); !marked)
                return marked;
        }
        if (!m_account.folders.done.isEmpty()) {
            if (auto moved = session.move(*uids, m_account.folders.done); !moved)
                return moved;
        }
        if (auto told = m_repository.setTold(state, *uids); !told)
            return told;
    }
}

} // namespace Helmdesk
