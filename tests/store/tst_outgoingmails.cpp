#include "store/StoreTestSupport.h"

#include "store/SqliteOutboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"

#include <atomic>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

OutboxId queuedReply(Database &database, const QString &key)
{
    NewOutboxItem reply;
    reply.key = key;
    reply.channel = ChannelKind::Mail;
    reply.recipient = u"ada@brook.example"_s;
    reply.body = u"Hello"_s;
    reply.createdAt = at(0);
    auto queued = SqliteOutboxRepository(database).enqueue(reply);
    if (!queued)
        qFatal("%s", qPrintable(queued.error().detail));
    return *queued;
}

OutgoingNote noteOf(OutboxId outbox, OutgoingStage stage)
{
    return {outbox, u"support"_s, u"1.a@desk.example"_s, stage, {}, at(1)};
}

} // namespace

// How far mails have come on their way to a server.
class OutgoingMailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The mail's end leaves right after: a power cut must not forget that it may have.
    void aNoteIsOnDiskBeforeTheMailGoesOn()
    {
        QTemporaryDir folder;
        std::atomic<int> syncs = 0;
        std::atomic<bool> isBroken = false;
        auto database =
            Database::open(folder.filePath(u"a.sqlite"_s),
                           {.backgroundCheckpoints = false, .syncLog = [&](const QString &) -> Result<> {
                                ++syncs;
                                return isBroken ? Result<>(Error{ErrorKind::Io, u"ill"_s}) : Result<>();
                            }});
        VERIFY_RESULT(database);
        const OutboxId id = queuedReply(**database, u"r1"_s);
        SqliteOutgoingMailRepository mails(**database);
        const int before = syncs;

        VERIFY_RESULT(mails.keepNote(noteOf(id, OutgoingStage::Ending)));

        QVERIFY(syncs > before);
        isBroken = true;
        QCOMPARE(mails.keepNote(noteOf(id, OutgoingStage::Accepted)).error().kind, ErrorKind::Io);
    }

    // A reply that was queued anew goes out under its mail's name: what is told of the name is of the last.
    void aNameStandsForTheReplyThatBoreItLast()
    {
        const TemporaryStore store;
        SqliteOutgoingMailRepository mails(*store.database);
        const OutboxId first = queuedReply(*store.database, u"r1"_s);
        const OutboxId second = queuedReply(*store.database, u"r2"_s);
        VERIFY_RESULT(mails.keepNote(noteOf(second, OutgoingStage::Begun)));
        VERIFY_RESULT(mails.keepNote(noteOf(first, OutgoingStage::Accepted)));

        const auto found = mails.noteOf(u"1.a@desk.example"_s);

        VERIFY_RESULT(found);
        QCOMPARE((*found)->outbox, second);
    }
};

QTEST_GUILESS_MAIN(OutgoingMailsTest)
#include "tst_outgoingmails.moc"
