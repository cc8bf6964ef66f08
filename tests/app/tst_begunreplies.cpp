// What goes with a reply beside its words, and who may read it afterwards.

#include "app/BegunReplies.h"
#include "app/DeskReader.h"
#include "app/Workspace.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;

class BegunRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesAreAttachedAllOrNone();
    void whatIsNoFileIsSaidInWords_data();
    void whatIsNoFileIsSaidInWords();
    void namesAreCleaned();
    void copiesAreCheckedAndOwnAddressesLeftOut();
    void peopleComeFromTheCustomersMail();
    void chatHasFilesAndNoCopies();
    void fileIsForItsConversationAlone();
    void addressesAreReadFromALine();

private:
    ConversationId open(ChannelKind channel, const QString &cc = {});
    QString write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void BegunRepliesTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = Workspace::open(m_folder->filePath(QStringLiteral("workspace")));
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
}

ConversationId BegunRepliesTest::open(ChannelKind channel, const QString &cc)
{
    ConversationOpening opening;
    opening.channel = channel;
    opening.key = QStringLiteral("key-") + nameOf(channel);
    opening.senderAddress = QStringLiteral("ada@brook.example");
    opening.at = m_workspace->clock().now();
    const auto conversation = m_workspace->conversations().findOrCreate(opening);
    Message message;
    message.conversation = conversation->id;
    message.text = QStringLiteral("hello");
    message.cc = cc;
    message.at = opening.at;
    (void)m_workspace->conversations().append(message);
    return conversation->id;
}

QString BegunRepliesTest::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void BegunRepliesTest::filesAreAttachedAllOrNone()
{
    const ConversationId id = open(ChannelKind::Mail);
    const QString one = write(QStringLiteral("one.txt"), "1");
    const QString two = write(QStringLiteral("two.png"), "\x89PNG\r\n\x1a\nrest");

    const auto begun = attachFiles(*m_workspace, id, {one, two});

    VERIFY_RESULT(begun);
    QCOMPARE(begun->files.size(), size_t{2});
    QCOMPARE(begun->files[0].mediaType, QStringLiteral("text/plain"));
    QCOMPARE(begun->files[1].mediaType, QStringLiteral("image/png"));
    QVERIFY(!attachFiles(*m_workspace, id, {one, m_folder->filePath(QStringLiteral("gone.txt"))}));
    QCOMPARE(readBegunReply(*m_workspace, id)->files, begun->files);
    QFile::remove(one); // it is stored already
    QCOMPARE(*begunFileBytes(*m_workspace, id, begun->files[0].id), QByteArray("1"));
    const auto left = detachFile(*m_workspace, id, begun->files[0].id);
    VERIFY_RESULT(left);
    QCOMPARE(left->files.size(), size_t{1});
}

void BegunRepliesTest::whatIsNoFileIsSaidInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("gone") << QStringLiteral("gone.pdf")
                          << QStringLiteral("there is no file \"gone.pdf\" any more");
    QTest::newRow("a folder") << QStringLiteral("folder")
                              << QStringLiteral("\"folder\" is a folder: a mail takes files");
    QTest::newRow("empty") << QStringLiteral("empty.txt") << QStringLiteral("\"empty.txt\" is empty");
    QTest::newRow("too large") << QStringLiteral("large.bin")
                               << QStringLiteral(
                                      "\"large.bin\" has 18.0 MB: the files of a reply may have 18 MB "
                                      "together");
}

void BegunRepliesTest::whatIsNoFileIsSaidInWords()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    const ConversationId id = open(ChannelKind::Mail);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    write(QStringLiteral("empty.txt"), {});
    QFile large(write(QStringLiteral("large.bin"), "x"));
    QVERIFY(large.resize(largestReplyFiles + 1));

    const auto begun = attachFiles(*m_workspace, id, {m_folder->filePath(name)});

    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(begun.error().detail, words);
    QVERIFY(readBegunReply(*m_workspace, id)->files.empty());
}

void BegunRepliesTest::namesAreCleaned()
{
    const ConversationId id = open(ChannelKind::Mail);
    const QString odd = QStringLiteral("../a\\b\n") + QChar(0x202e) + QStringLiteral("gpj.exe");

    const auto begun = attachBytes(*m_workspace, id, odd, "x");

    VERIFY_RESULT(begun);
    QCOMPARE(begun->files[0].name, QStringLiteral("bgpj.exe"));
    QVERIFY(!attachBytes(*m_workspace, id, QStringLiteral("none"), {}));
}

void BegunRepliesTest::copiesAreCheckedAndOwnAddressesLeftOut()
{
    VERIFY_RESULT(m_workspace->settingsRepository().save(
        QStringLiteral("mail.sender_address"), Json("support@desk.example"), QStringLiteral("robin")));
    const ConversationId id = open(ChannelKind::Mail);
    const auto set = setReplyCopies(
        *m_workspace, id,
        {QStringList{QStringLiteral("bo@brook.example"), QStringLiteral("ADA@brook.example"),
                     QStringLiteral("Support@desk.example"), QStringLiteral("BO@brook.example")},
         {QStringLiteral("boss@desk.example")}});
    VERIFY_RESULT(set);
    QCOMPARE(set->copies.cc, std::optional(QStringList{QStringLiteral("bo@brook.example")}));
    QCOMPARE(set->copies.bcc, QStringList{QStringLiteral("boss@desk.example")});

    for (const char *bad : {"no address", "a@b.example\r\nBcc: c@d.example", "<a@b.example>", "@b.example",
                            "a@", "a\n@b.example"}) {
        const auto refused = setReplyCopies(*m_workspace, id, {QStringList{QString::fromLatin1(bad)}, {}});
        QVERIFY2(!refused && refused.error().kind == ErrorKind::InvalidInput, bad);
    }
    QCOMPARE(readBegunReply(*m_workspace, id)->copies, set->copies); // as they were
}

void BegunRepliesTest::peopleComeFromTheCustomersMail()
{
    const ConversationId id =
        open(ChannelKind::Mail, QStringLiteral("Bo Brook <bo@brook.example>, "
                                               "carl@brook.example, ada@brook.example"));

    const auto begun = readBegunReply(*m_workspace, id);

    VERIFY_RESULT(begun);
    QVERIFY(begun->isMail && !begun->copiesByDefault);
    QCOMPARE(begun->to, QStringLiteral("ada@brook.example"));
    QCOMPARE(begun->others,
             (QStringList{QStringLiteral("bo@brook.example"), QStringLiteral("carl@brook.example")}));
}

void BegunRepliesTest::chatHasFilesAndNoCopies()
{
    const ConversationId id = open(ChannelKind::Chat);
    VERIFY_RESULT(attachBytes(*m_workspace, id, QStringLiteral("a.txt"), "x"));
    QVERIFY(!readBegunReply(*m_workspace, id)->isMail);
    QVERIFY(!setReplyCopies(*m_workspace, id, {QStringList{QStringLiteral("bo@brook.example")}, {}}));
    VERIFY_RESULT(setReplyCopies(*m_workspace, id, {}));
}

// By the rule of the thread: a visitor reads what was sent to him, and no other's file, whatever he asks for.
void BegunRepliesTest::fileIsForItsConversationAlone()
{
    const ConversationId chat = open(ChannelKind::Chat);
    const ConversationId other = open(ChannelKind::Api);
    VERIFY_RESULT(attachBytes(*m_workspace, chat, QStringLiteral("a.txt"), "for the visitor"));
    NewOutboxItem item;
    item.key = QStringLiteral("r1");
    item.conversation = chat;
    item.channel = ChannelKind::Chat;
    item.body = QStringLiteral("Here it is");
    item.approvedBy = QStringLiteral("robin");
    item.createdAt = m_workspace->clock().now();
    item.dueAt = item.createdAt;
    item.takesBegun = true;
    item.inReplyTo = m_workspace->conversations().history(chat)->front().id;
    VERIFY_RESULT(m_workspace->outbox().enqueue(item));
    OutboxSender sender(m_workspace->outbox(), m_workspace->conversations(), m_workspace->unitOfWork(),
                        m_workspace->clock(), {});
    const auto sent = sender.sendDue();
    VERIFY_RESULT(sent);
    QCOMPARE(*sent, 1);

    const auto thread = publicThread(*m_workspace, ChannelKind::Chat, QStringLiteral("key-chat"), {});
    VERIFY_RESULT(thread);
    const PublicMessage &reply = thread->back();
    QCOMPARE(reply.files.size(), 1);
    QCOMPARE(reply.files[0].name, QStringLiteral("a.txt"));
    const auto file = publicFile(*m_workspace, ChannelKind::Chat, QStringLiteral("key-chat"), reply.id, 0);
    VERIFY_RESULT(file);
    QCOMPARE(file->content, QByteArray("for the visitor"));
    for (const auto &refused :
         {publicFile(*m_workspace, other, reply.id, 0), publicFile(*m_workspace, chat, reply.id, 1),
          publicFile(*m_workspace, chat, reply.id, -1), publicFile(*m_workspace, chat, item.inReplyTo, 0),
          publicFile(*m_workspace, ChannelKind::Chat, QStringLiteral("another"), reply.id, 0),
          publicFile(*m_workspace, ChannelKind::Api, QStringLiteral("key-api"), reply.id, 0)})
        QVERIFY(!refused && refused.error().kind == ErrorKind::NotFound);
}

void BegunRepliesTest::addressesAreReadFromALine()
{
    const auto read = addressesIn(QStringLiteral("Bo <bo@b.example>; carl@b.example,\n , dee@b.example"));
    VERIFY_RESULT(read);
    QCOMPARE(*read, (QStringList{QStringLiteral("bo@b.example"), QStringLiteral("carl@b.example"),
                                 QStringLiteral("dee@b.example")}));
    QVERIFY(addressesIn({})->isEmpty());
    const auto bad = addressesIn(QStringLiteral("bo@b.example, nobody"));
    QVERIFY(!bad);
    QCOMPARE(bad.error().detail, QStringLiteral("\"nobody\" is no e-mail address"));
}

QTEST_GUILESS_MAIN(BegunRepliesTest)

#include "tst_begunreplies.moc"
