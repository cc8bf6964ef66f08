// Secrets that somebody wrote are nowhere: not in the store, its index, an export, a file or a log.

#include "app/EngineDesk.h"
#include "app/Erasure.h"
#include "security/MaskingLog.h"
#include "store/DemoData.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteDeskRepository.h"
#include "store/SqliteTrainingRepository.h"
#include "store/StoredTextMasking.h"
#include "store/WorkspaceExport.h"
#include "support/TestSupport.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

class SetClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time{QDate(2026, 11, 22), QTime(10, 0), Qt::UTC};
};

struct Canary {
    const char *said;
    QByteArrayList gone; // what must be nowhere
};

const std::vector<Canary> canaries{
    {"My card 4242 4242 4242 4242 was charged twice for INV-1042, cvv 917.", {"4242 4242 4242", "cvv 917"}},
    {"Please refund to DE89 3704 0044 0532 0130 00.", {"3704 0044"}},
    {"I cannot log in, my password is Tulip!7789", {"Tulip!7789"}},
    {"The API answers 401 with api key: q9f8e7d6c5b4a392817zz", {"q9f8e7d6c5b4"}},
    {"Our webhook sends eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MjQyIn0.c2lnbmF0dXJl", {"eyJzdWIiOiI0MjQyIn0"}},
    {"I will sue you! Call me, my ssn is 219-09-9998", {"219-09-9998"}},
};

} // namespace

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void secretsOfMessagesAreNowhere();
    void operatorsTextsAreMaskedOrRefused();
    void originalsAreKeptAsLongAsAllowed();
    void originalsGoWithTheirCustomer();
    void olderTextsAreMaskedOnRequest();
    void settingsHoldNoSecret();
    void logLinesAreMasked();

private:
    void open();
    Outcome say(const QString &text, const QString &subject = {});
    void verifyNowhere(const QByteArray &secret);

    std::shared_ptr<EngineAssets> m_assets;
    SetClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    Settings m_settings;
    int m_messages = 0;
};

void TestMasking::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

void TestMasking::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = {};
    auto settings =
        Settings().with({{"modes.billing", "auto"}, {"modes.account", "auto"}, {"undo.window_s", 0}});
    VERIFY_RESULT(settings);
    m_settings = *settings;
    open();
    VERIFY_RESULT(loadDemoData(m_workspace->database()));
}

void TestMasking::open()
{
    m_workspace.reset();
    WorkspaceOptions options;
    options.mail = MailDelivery::Folder;
    options.settings = m_settings;
    options.clock = &m_clock;
    auto workspace = Workspace::open(m_folder->path(), std::move(options));
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(m_workspace->loadEngine(m_assets));
}

Outcome TestMasking::say(const QString &text, const QString &subject)
{
    IncomingMessage message;
    message.channel = ChannelKind::Mail;
    message.externalId = QStringLiteral("masking-%1").arg(++m_messages);
    message.conversationKey = message.externalId;
    message.customer = QStringLiteral("cus_1001");
    message.senderAddress = QStringLiteral("mara@lindqvist.example");
    message.subject = subject;
    message.text = text;
    message.fullText = text + QStringLiteral("\n\n> quoted: ") + text;
    const auto processed = m_workspace->pipeline().process(message, {});
    return processed ? processed->outcome : Outcome();
}

void TestMasking::verifyNowhere(const QByteArray &secret)
{
    VERIFY_RESULT(m_workspace->database().checkpoint());
    QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret),
                 qPrintable(file.fileName() + u' ' + QString::fromUtf8(secret)));
    }
}

void TestMasking::secretsOfMessagesAreNowhere()
{
    for (const Canary &canary : canaries) {
        const Outcome outcome = say(QString::fromUtf8(canary.said), QString::fromUtf8(canary.said));

        QVERIFY(outcome.conversation.isValid());
        for (const QByteArray &secret : canary.gone)
            QVERIFY2(!toBytes(toJson(outcome)).contains(secret), secret.constData());
    }
    VERIFY_RESULT(m_workspace->sender().sendDue());
    const auto target = m_folder->filePath(QStringLiteral("export"));
    VERIFY_RESULT(exportWorkspace(m_workspace->database(), target, m_clock.now()));

    for (const Canary &canary : canaries) {
        for (const QByteArray &secret : canary.gone)
            verifyNowhere(secret);
    }
    QVERIFY(m_workspace->conversations().search(QStringLiteral("4242424242424242"), 5)->empty());
    QCOMPARE(m_workspace->conversations().search(QStringLiteral("ending 4242"), 5)->size(), size_t{1});
}

void TestMasking::operatorsTextsAreMaskedOrRefused()
{
    const Outcome outcome = say(QStringLiteral("What does the Pro plan cost?"));
    OperatorDesk &desk = m_workspace->operatorDesk();
    const QString robin = QStringLiteral("Robin");
    SqliteDeskRepository texts(m_workspace->database());

    VERIFY_RESULT(
        desk.addNote(outcome.conversation, robin, QStringLiteral("card 5555 5555 5555 4444 by phone")));
    VERIFY_RESULT(texts.keepBegunText(BegunText::Note, outcome.conversation,
                                      QStringLiteral("his password: Kite_774"), m_clock.now()));
    VERIFY_RESULT(texts.keepBegunText(BegunText::Reply, outcome.conversation,
                                      QStringLiteral("Your card 5555555555554444"), m_clock.now()));
    const auto refused =
        desk.send({outcome.conversation, robin, QStringLiteral("Use 5555 5555 5555 4444.")}, {});
    const auto account = desk.send(
        {outcome.conversation, robin, QStringLiteral("Please pay to DE89 3704 0044 0532 0130 00.")}, {});

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(refused.error().detail.contains(QStringLiteral("a card number")));
    VERIFY_RESULT(account);
    QVERIFY(account->item.body.contains(QStringLiteral("DE89 3704")));
    for (const char *secret : {"5555 5555 5555", "555555555555", "Kite_774"})
        verifyNowhere(secret);
    const auto history = m_workspace->conversations().history(outcome.conversation);
    VERIFY_RESULT(history);
    QVERIFY(std::ranges::any_of(*history, [](const Message &message) {
        return message.text == QStringLiteral("card [card ending 4444] by phone");
    }));
}

void TestMasking::originalsAreKeptAsLongAsAllowed()
{
    const QString text = QString::fromUtf8(canaries[1].said);
    say(text);
    auto settings = m_settings.with(QStringLiteral("privacy.keep_originals_hours"), 2);
    VERIFY_RESULT(settings);
    m_settings = *settings;
    open();
    const MessageId unkept{m_workspace->conversations().history(say(text).conversation)->front().id};
    const MessageId kept{unkept};
    OriginalRepository &originals = m_workspace->originals();

    const auto shown = originals.show(kept, QStringLiteral("Robin"), m_clock.now());
    const auto earlier = originals.show(MessageId{kept.value - 1}, QStringLiteral("Robin"), m_clock.now());

    VERIFY_RESULT(shown);
    QVERIFY(shown->has_value());
    QVERIFY((*shown)->text.startsWith(text));
    QVERIFY(!earlier->has_value());
    const auto audit = m_workspace->audit().page(0, 1);
    VERIFY_RESULT(audit);
    QCOMPARE(audit->front().entry.action, QStringLiteral("original.shown"));
    QCOMPARE(audit->front().entry.subject, QStringLiteral("message:%1").arg(kept.value));
    const auto target = m_folder->filePath(QStringLiteral("export"));
    const auto exported = exportWorkspace(m_workspace->database(), target, m_clock.now());
    VERIFY_RESULT(exported);
    for (const auto &[table, rows] : *exported)
        QVERIFY(table != QStringLiteral("message_originals"));

    m_clock.time = m_clock.time.addSecs(2 * 3600);
    QVERIFY(!originals.show(kept, QStringLiteral("Robin"), m_clock.now())->has_value());
    m_workspace->purgeOriginals();
    QCOMPARE(*originals.purge(m_clock.now(), 2), 0); // gone already
    say(text);
    QCOMPARE(*originals.purge(m_clock.now().addSecs(60), 0), 1); // no longer allowed
}

void TestMasking::originalsGoWithTheirCustomer()
{
    auto settings = m_settings.with(QStringLiteral("privacy.keep_originals_hours"), 24);
    VERIFY_RESULT(settings);
    m_settings = *settings;
    open();
    const Outcome outcome = say(QString::fromUtf8(canaries[2].said));
    const MessageId message = m_workspace->conversations().history(outcome.conversation)->front().id;
    QVERIFY(m_workspace->originals().show(message, QStringLiteral("Robin"), m_clock.now())->has_value());

    VERIFY_RESULT(eraseCustomerData(*m_workspace, QStringLiteral("cus_1001"), QStringLiteral("Robin")));

    QCOMPARE(*m_workspace->originals().purge(m_clock.now().addDays(2), 24), 0);
    verifyNowhere(canaries[2].gone.front());
}

void TestMasking::olderTextsAreMaskedOnRequest()
{
    const Outcome outcome = say(QStringLiteral("Hello"));
    Message old; // as an earlier version stored it
    old.conversation = outcome.conversation;
    old.text = QStringLiteral("My card 4242 4242 4242 4242 expired");
    old.at = m_clock.now();
    VERIFY_RESULT(m_workspace->conversations().append(old));
    const auto target = m_folder->filePath(QStringLiteral("export"));
    VERIFY_RESULT(exportWorkspace(m_workspace->database(), target, m_clock.now()));
    QFile exported(target + QStringLiteral("/messages.jsonl"));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QVERIFY(!exported.readAll().contains("4242 4242"));

    const auto changed = maskStoredText(m_workspace->database(), QStringLiteral("Robin"), m_clock.now());

    VERIFY_RESULT(changed);
    QCOMPARE(changed->value(QStringLiteral("messages")), 1);
    QCOMPARE(changed->value(QStringLiteral("conversations")), 1); // the snippet
    QCOMPARE(m_workspace->conversations().history(outcome.conversation)->back().text,
             QStringLiteral("My card [card ending 4242] expired"));
    QVERIFY(m_workspace->conversations().search(QStringLiteral("4242 expired"), 5)->size() == 1);
    QVERIFY(maskStoredText(m_workspace->database(), QStringLiteral("Robin"), m_clock.now())->isEmpty());
    QVERIFY(m_workspace->audit().verify()->isIntact());
}

void TestMasking::settingsHoldNoSecret()
{
    const auto refused = m_workspace->settingsRepository().save(
        QStringLiteral("mail.sender_name"), "Desk 4242424242424242", QStringLiteral("Robin"));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void TestMasking::logLinesAreMasked()
{
    static QString logged;
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { logged = line; });
    maskLoggedSecrets();

    qWarning("card 4242424242424242");

    qInstallMessageHandler(before);
    QCOMPARE(logged, QStringLiteral("card [card ending 4242]"));
}

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
