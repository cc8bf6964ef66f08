// Settings that cannot be read hold everything back, and say so.

#include "app/SettingsKeeper.h"
#include "app/Workspace.h"
#include "store/DemoData.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

const QRegularExpression heldBack(QStringLiteral("the settings cannot be read, so nothing is sent"));
const QRegularExpression strict(QStringLiteral("these settings cannot be read"));

} // namespace

class SettingsKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_workspace.reset(); }
    void aZeroedPageHoldsEverythingBack();
    void aReadErrorHoldsEverythingBackUntilItIsGone();
    void oneUnreadableValueIsTheStrictest();
    void anEditedFileOfKeptSettingsIsNotTrusted();

private:
    void open();
    void statement(const char *sql);
    Outcome say(ChannelKind channel, const QString &text);
    QString keptFile() const { return m_folder->filePath(QString::fromLatin1(SettingsKeeper::fileName)); }

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    int m_messages = 0;
};

void SettingsKeeperTest::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

void SettingsKeeperTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
    VERIFY_RESULT(loadDemoData(m_workspace->database()));
    for (const auto &[name, value] : std::initializer_list<std::pair<const char *, Json>>{
             {"mail.sender_name", "Northlight"}, {"modes.billing", "auto"}, {"undo.window_s", 0}})
        VERIFY_RESULT(
            m_workspace->settingsRepository().save(QString::fromLatin1(name), value, QStringLiteral("Noor")));
    QCOMPARE(m_workspace->settings().mailSenderName(), QStringLiteral("Northlight"));
}

void SettingsKeeperTest::open()
{
    auto workspace = Workspace::open(m_folder->path(), {.durability = Durability::None});
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(m_workspace->loadEngine(m_assets));
}

void SettingsKeeperTest::statement(const char *sql)
{
    VERIFY_RESULT(m_workspace->database().read(
        [&](Connection &connection) { return connection.runOnce(QString::fromLatin1(sql)); }));
}

Outcome SettingsKeeperTest::say(ChannelKind channel, const QString &text)
{
    IncomingMessage message;
    message.channel = channel;
    message.externalId = QStringLiteral("m%1").arg(++m_messages);
    message.conversationKey = message.externalId;
    message.customer = QStringLiteral("cus_1001");
    message.senderAddress = QStringLiteral("mara@lindqvist.example");
    message.text = text;
    auto processed = m_workspace->pipeline().process(message, {});
    if (!processed)
        qFatal("%s", qPrintable(processed.error().detail));
    return processed->outcome;
}

void SettingsKeeperTest::aZeroedPageHoldsEverythingBack()
{
    QCOMPARE(say(ChannelKind::Mail, QStringLiteral("Hello there")).decision, Decision::AutoSend);
    auto page = m_workspace->database().read([](Connection &connection) -> Result<qint64> {
        auto rows =
            connection.run(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'"));
        if (!rows)
            return rows.error();
        return rows->next() ? rows->integer(0) : 0;
    });
    VERIFY_RESULT(page);
    m_workspace.reset();
    QFile file(m_folder->filePath(QString::fromLatin1(Workspace::databaseName)));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((*page - 1) * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\0')), qint64(4096));
    file.close();
    QTest::ignoreMessage(QtWarningMsg, heldBack); // told once
    open();

    const Outcome outcome = say(ChannelKind::Chat, QStringLiteral("Hello there"));

    QCOMPARE(outcome.decision, Decision::Escalated);
    QVERIFY(outcome.tools.empty());
    QVERIFY(m_workspace->settings().isHeldBack());
    QCOMPARE(m_workspace->settings().refundApprovalLimitMinor(), 0);
    QCOMPARE(m_workspace->settings().mailSenderName(), QStringLiteral("Northlight")); // the last good one
    QVERIFY(m_workspace->settingsProblem().contains(QStringLiteral("backup")));       // and the way back
    QCOMPARE(*m_workspace->sender().sendDue(), 0); // what was queued before waits too
    QCOMPARE(m_workspace->outbox().withState(OutboxState::Queued, 10)->size(), 1u);
    const auto sent = m_workspace->operatorDesk().send(
        {outcome.conversation, QStringLiteral("Noor"), QStringLiteral("Hello"), true}, {});
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, ErrorKind::Unavailable);
}

void SettingsKeeperTest::aReadErrorHoldsEverythingBackUntilItIsGone()
{
    const Outcome asked =
        say(ChannelKind::Chat, QStringLiteral("Please refund INV-1042, it was charged twice. 249 dollars."));
    statement("ALTER TABLE settings RENAME TO gone");
    QTest::ignoreMessage(QtWarningMsg, heldBack);

    QCOMPARE(say(ChannelKind::Chat, QStringLiteral("Please refund INV-1042.")).decision, Decision::Escalated);
    const auto approvals = m_workspace->approvals().ofConversation(asked.conversation);
    VERIFY_RESULT(approvals);
    for (const Approval &approval : *approvals) {
        const auto acted =
            m_workspace->operatorDesk().approve(approval.id, approval.digest, QStringLiteral("Noor"), {});
        QVERIFY(!acted);
        QCOMPARE(acted.error().kind, ErrorKind::Unavailable);
        QCOMPARE((*m_workspace->approvals().get(approval.id))->state, ApprovalState::Pending);
    }
    QVERIFY(m_workspace->settings().isHeldBack());
    QCOMPARE(m_workspace->settings().mailSenderName(), QStringLiteral("Northlight"));

    statement("ALTER TABLE gone RENAME TO settings");
    QVERIFY(!m_workspace->settings().isHeldBack());
    QCOMPARE(m_workspace->settings().mode(Category::Billing), Mode::Auto);
    QCOMPARE(m_workspace->settingsProblem(), QString());
}

void SettingsKeeperTest::oneUnreadableValueIsTheStrictest()
{
    statement("UPDATE settings SET value = 'no JSON' WHERE name IN ('modes.billing', 'mail.sender_name')");
    QTest::ignoreMessage(QtWarningMsg, strict);

    const Settings settings = m_workspace->settings();

    QCOMPARE(settings.mode(Category::Billing), Mode::Off);
    QCOMPARE(settings.mode(Category::General), Mode::Auto);
    QCOMPARE(settings.mailSenderName(), QStringLiteral("Northlight"));
    QVERIFY(!settings.isHeldBack());
    QVERIFY(m_workspace->settingsProblem().contains(QStringLiteral("modes.billing")));
}

void SettingsKeeperTest::anEditedFileOfKeptSettingsIsNotTrusted()
{
    QFile file(keptFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray text = file.readAll().replace("Northlight", "Southlight");
    QVERIFY(text.contains("Southlight") && file.seek(0));
    QCOMPARE(file.write(text), text.size());
    file.close();
    statement("ALTER TABLE settings RENAME TO gone");
    m_workspace.reset();
    QTest::ignoreMessage(QtWarningMsg, heldBack);
    open();

    QCOMPARE(m_workspace->settings().mailSenderName(), QStringLiteral("Support"));
    QVERIFY(m_workspace->settings().isHeldBack());
}

QTEST_GUILESS_MAIN(SettingsKeeperTest)
#include "tst_settingskeeper.moc"
