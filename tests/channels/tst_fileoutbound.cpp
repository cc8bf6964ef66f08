#include "channels/FileOutbound.h"
#include "channels/MailParser.h"
#include "core/Instants.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

const Error unused{ErrorKind::Internal, QStringLiteral("not part of this test")};

// One conversation with one message.
class OneConversation final : public ConversationRepository
{
public:
    Conversation conversation;
    Message stored;

    Result<std::optional<Conversation>> get(ConversationId) const override
    {
        return std::optional(conversation);
    }
    Result<std::optional<Message>> message(MessageId) const override { return std::optional(stored); }

    Result<std::optional<Conversation>> findByKey(ChannelKind, const QString &) const override
    {
        return unused;
    }
    Result<Conversation> findOrCreate(const ConversationOpening &) override { return unused; }
    Result<std::optional<MessageId>> delivered(ChannelKind, const QString &, const QString &) const override
    {
        return unused;
    }
    Result<AppendedMessage> append(const Message &) override { return unused; }
    Result<std::vector<Message>> history(ConversationId, int) const override { return unused; }
    Result<std::vector<Message>> publicMessages(ConversationId, MessageId, int) const override
    {
        return unused;
    }
    Result<std::vector<Message>> unansweredMessages() const override { return unused; }
    Result<> takeOver(ConversationId, const QString &, const QDateTime &) override { return unused; }
    Result<> handBack(ConversationId, const QString &, const QDateTime &) override { return unused; }
    Result<> setStatus(ConversationId, ConversationStatus, const QString &, const QDateTime &) override
    {
        return unused;
    }
    Result<> setAssignee(ConversationId, const QString &, const QDateTime &) override { return unused; }
    Result<> setCategory(ConversationId, Category, const QString &, const QDateTime &) override
    {
        return unused;
    }
    Result<> setLanguage(ConversationId, const QString &) override { return unused; }
    Result<ConversationPage> list(const ConversationFilter &, ConversationSort, int,
                                  const std::optional<ConversationCursor> &) const override
    {
        return unused;
    }
    Result<std::optional<ConversationSummary>> summary(ConversationId) const override { return unused; }
    Result<ConversationCounts> counts() const override { return unused; }
    Result<std::vector<ConversationSummary>> search(const QString &, int) const override { return unused; }
    Result<Json> memory(ConversationId) const override { return unused; }
    Result<> setMemory(ConversationId, const Json &) override { return unused; }
};

OutboxItem replyTo(const QString &recipient)
{
    OutboxItem item;
    item.id = OutboxId{42};
    item.item.key = QStringLiteral("run-7");
    item.item.conversation = ConversationId{1};
    item.item.inReplyTo = MessageId{5};
    item.item.channel = ChannelKind::Mail;
    item.item.recipient = recipient;
    item.item.subject = QStringLiteral("Grüße aus Köln");
    item.item.body =
        QStringLiteral("Hello Ada,\n\nFrom today it works. €\n.\nA line of ") + QString(300, u'x');
    item.item.approvedBy = QStringLiteral("Robin");
    item.item.createdAt = QDateTime(QDate(2026, 3, 3), QTime(10, 0), Qt::UTC);
    return item;
}

} // namespace

class TestFileOutbound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replyIsAWholeMailInTheThread();
    void secondDeliveryIsTheSameFile();
    void automaticReplyIsMarked();
    void headersCannotBeInjected();
    void mailWithoutAddressIsRefused();
    void fileChannelNeedsNoAddress();
    void foreignIdsStayOutOfTheHeaders();
    void aKillHandsNothingOverTwice_data();
    void aKillHandsNothingOverTwice();
    void whatCannotBeReadIsUnknown();
    void filesAndCopiesAreInTheMail();
    void aFileThatIsGoneKeepsTheReplyHere();

private:
    QStringList files() const
    {
        return QDir(m_folder->filePath(QStringLiteral("outbox"))).entryList(QDir::Files);
    }
    QByteArray only() const
    {
        QFile file(m_folder->filePath(QStringLiteral("outbox/") + files().value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    OneConversation m_conversations;
    FileOutbound outbound() const
    {
        return FileOutbound(
            m_folder->filePath(QStringLiteral("outbox")),
            [] {
                return FileOutbound::Sender{QStringLiteral("Support"), QStringLiteral("desk@example.com")};
            },
            m_conversations);
    }
};

void TestFileOutbound::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_conversations.stored.externalId = QStringLiteral("second@example.com#0123456789ab");
    m_conversations.conversation.key = QStringLiteral("root@example.com");
}

void TestFileOutbound::replyIsAWholeMailInTheThread()
{
    const OutboxItem item = replyTo(QStringLiteral("ada@example.com"));

    const auto id = outbound().deliver(item);

    VERIFY_RESULT(id);
    QCOMPARE(files().size(), 1);
    const IncomingMessage read = parseMail(only());
    QCOMPARE(read.externalId, *id);
    QCOMPARE(read.fullText, item.item.body);
    QCOMPARE(read.subject, QStringLiteral("Re: Grüße aus Köln"));
    QCOMPARE(read.senderAddress, QStringLiteral("desk@example.com"));
    QCOMPARE(read.inReplyTo, QStringLiteral("second@example.com"));
    QCOMPARE(read.references,
             (QStringList{QStringLiteral("root@example.com"), QStringLiteral("second@example.com")}));
    QCOMPARE(read.conversationKey, QStringLiteral("root@example.com"));
    QCOMPARE(read.receivedAt, item.item.createdAt);
    QVERIFY(only().contains("To: ada@example.com"));
    QVERIFY(!read.isAutomatic);
    for (const QByteArray &line : only().split('\n'))
        QVERIFY(line.size() <= 998);
}

void TestFileOutbound::secondDeliveryIsTheSameFile()
{
    const OutboxItem item = replyTo(QStringLiteral("ada@example.com"));
    VERIFY_RESULT(outbound().deliver(item));
    const QByteArray first = only();

    VERIFY_RESULT(outbound().deliver(item));

    QCOMPARE(files().size(), 1);
    QCOMPARE(only(), first);
}

void TestFileOutbound::automaticReplyIsMarked()
{
    OutboxItem item = replyTo(QStringLiteral("ada@example.com"));
    item.item.approvedBy.clear();
    VERIFY_RESULT(outbound().deliver(item));

    QVERIFY(parseMail(only()).isAutomatic);
}

void TestFileOutbound::headersCannotBeInjected()
{
    OutboxItem item = replyTo(QStringLiteral("ada@example.com\r\nBcc: eve@example.com"));
    const auto refused = outbound().deliver(item);
    QVERIFY(!refused && refused.error().kind == ErrorKind::InvalidInput);

    item.item.recipient = QStringLiteral("ada@example.com");
    item.item.subject = QStringLiteral("Hi\r\nBcc: eve@example.com\r\n\r\nbody");
    VERIFY_RESULT(outbound().deliver(item));
    QVERIFY(!only().contains("\nBcc:"));
}

void TestFileOutbound::mailWithoutAddressIsRefused()
{
    const auto refused = outbound().deliver(replyTo(QString()));

    QVERIFY(!refused && refused.error().kind == ErrorKind::InvalidInput && !refused.error().retryable);
    QVERIFY(files().isEmpty());
}

void TestFileOutbound::fileChannelNeedsNoAddress()
{
    OutboxItem item = replyTo(QString());
    item.item.channel = ChannelKind::File;
    m_conversations.stored.externalId = QStringLiteral("lines.jsonl:3:abc");
    VERIFY_RESULT(outbound().deliver(item));

    QVERIFY(!only().contains("\nTo:"));
    QVERIFY(outbound().serves(ChannelKind::File) && outbound().serves(ChannelKind::Mail));
    QVERIFY(!outbound().serves(ChannelKind::Chat));
}

void TestFileOutbound::foreignIdsStayOutOfTheHeaders()
{
    m_conversations.stored.externalId = QStringLiteral("a@b>\r\nBcc: eve@example.com");
    m_conversations.conversation.key = QStringLiteral("no mail id");
    VERIFY_RESULT(outbound().deliver(replyTo(QStringLiteral("ada@example.com"))));

    QVERIFY(!only().contains("Bcc"));
    QVERIFY(!only().contains("In-Reply-To"));
}

// A mail program takes each file at once; ours dies between two steps, and is started again.
void TestFileOutbound::aKillHandsNothingOverTwice_data()
{
    QTest::addColumn<QString>("instant");
    QTest::addColumn<Trace>("expected");
    QTest::newRow("written") << QStringLiteral("mail_written") << Trace::Nothing;
    QTest::newRow("noted") << QStringLiteral("mail_noted") << Trace::Nothing;
    QTest::newRow("handed over") << QStringLiteral("mail_handed_over") << Trace::Left;
}

void TestFileOutbound::aKillHandsNothingOverTwice()
{
    QFETCH(QString, instant);
    QFETCH(Trace, expected);
    const OutboxItem item = replyTo(QStringLiteral("ada@example.com"));
    int taken = 0;
    const auto takeMail = [&] {
        const QStringList names = files();
        for (const QString &name : names) {
            QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("outbox/") + name)));
            ++taken;
        }
    };

    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(),
                               {QStringLiteral("--deliver"), m_folder->path(), instant}),
             137);
    takeMail();
    const auto traced = outbound().trace(item);
    VERIFY_RESULT(traced);
    QCOMPARE(traced->trace, expected);
    if (traced->trace == Trace::Nothing)
        VERIFY_RESULT(outbound().deliver(item));
    else
        QVERIFY(traced->externalId.endsWith(QStringLiteral("@example.com")));
    takeMail();
    QCOMPARE(taken, 1);

    // Marked sent, nothing is left beside.
    QCOMPARE(outbound().trace(item)->trace, Trace::Left);
    outbound().forget(item);
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("outbox-handing"))).isEmpty());
    QCOMPARE(outbound().trace(item)->trace, Trace::Nothing);
}

void TestFileOutbound::whatCannotBeReadIsUnknown()
{
    const OutboxItem item = replyTo(QStringLiteral("ada@example.com"));
    VERIFY_RESULT(outbound().deliver(item));
    const QDir handing(m_folder->filePath(QStringLiteral("outbox-handing")));
    const QString note = handing.filePath(handing.entryList(QDir::Files).value(0));
    QVERIFY(QFile::remove(note));
    QVERIFY(QDir().mkdir(note)); // something else lies there

    QCOMPARE(outbound().trace(item)->trace, Trace::Unknown);
}

// Run with --deliver, a folder and an instant, this program hands one mail over and dies at the instant.
int deliverAndDie(const QString &folder, const QString &instant)
{
    OneConversation conversations;
    FileOutbound outbound(
        QDir(folder).filePath(QStringLiteral("outbox")),
        [] {
            return FileOutbound::Sender{QStringLiteral("Support"), QStringLiteral("desk@example.com")};
        },
        conversations);
    return dieAt(instant) && outbound.deliver(replyTo(QStringLiteral("ada@example.com"))) ? 0 : 1;
}

void TestFileOutbound::filesAndCopiesAreInTheMail()
{
    FileOutbound outbound = this->outbound();
    QByteArray odd;
    for (int i = 0; i < 5000; ++i)
        odd.append(static_cast<char>(i * 7));
    outbound.setFiles([odd](OutboxId) {
        return QList<Attachment>{{QStringLiteral("Überblick 2026.bin"), QStringLiteral("application/x-odd"),
                                  odd.size(), true, odd}};
    });
    OutboxItem item = replyTo(QStringLiteral("ada@brook.example"));
    item.files = {
        {QStringLiteral("Überblick 2026.bin"), QStringLiteral("application/x-odd"), odd.size(), true, {}}};
    item.copies.cc = QStringList{QStringLiteral("bo@brook.example")};
    item.copies.bcc = {QStringLiteral("boss@desk.example")};

    VERIFY_RESULT(outbound.deliver(item));

    const IncomingMessage read = parseMail(only());
    QCOMPARE(read.attachments.size(), 1);
    QCOMPARE(read.attachments[0].name, QStringLiteral("Überblick 2026.bin"));
    QCOMPARE(read.attachments[0].content, odd);
    QVERIFY(read.text.contains(QStringLiteral("From today it works. €")));
    QVERIFY(read.cc.contains(QStringLiteral("bo@brook.example")));
    QVERIFY(only().contains("Bcc: boss@desk.example\n"));

    item.copies.bcc = {QStringLiteral("boss@desk.example\nX-Evil: 1")};
    QCOMPARE(outbound.deliver(item).error().kind, ErrorKind::InvalidInput);
}

void TestFileOutbound::aFileThatIsGoneKeepsTheReplyHere()
{
    FileOutbound outbound = this->outbound();
    outbound.setFiles([](OutboxId) { return QList<Attachment>(); });
    OutboxItem item = replyTo(QStringLiteral("ada@brook.example"));
    item.files = {{QStringLiteral("a.txt"), QStringLiteral("text/plain"), 3, true, {}}};

    QCOMPARE(outbound.deliver(item).error().kind, ErrorKind::NotFound);
    QVERIFY(files().isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--deliver"))
        return deliverAndDie(arguments.at(2), arguments.at(3));
    TestFileOutbound test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fileoutbound.moc"
