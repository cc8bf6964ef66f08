// Exporting a workspace, and erasing a customer from it.

#include "app/Erasure.h"
#include "store/DemoData.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteBusinessBackend.h"
#include "store/WorkspaceExport.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

// The whole of a folder's files, as bytes.
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    const QDir files(folder);
    for (const QString &name : files.entryList(QDir::Files)) {
        QFile file(files.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.insert(name, file.readAll());
    }
    return all;
}

} // namespace

class CustomerDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void exportHoldsEveryRow();
    void exportRefusesAUsedFolder();
    void erasedCustomerIsNowhere();
    void earlierTextsAreInNoFreePage();
    void whatMayBeLeftIsToldByName();
    void linksThatLetInAreNotKeptOnceSent();
    void namelessPartsStayWithoutWords();
    void otherCustomersStay();
    void whoOnlyWroteMailsIsErasedByAddress();
    void addressOfACustomerErasesTheCustomer();
    void unknownCustomerChangesNothing();

private:
    void say(const QString &customer, ChannelKind channel, const QString &address, const QString &text);
    void putFile(const QString &path, const QByteArray &content);

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    int m_messages = 0;
};

void CustomerDataTest::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

void CustomerDataTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    WorkspaceOptions options;
    options.mail = MailDelivery::Folder;
    auto settings =
        Settings().with({{"modes.billing", "auto"}, {"modes.account", "auto"}, {"undo.window_s", 0}});
    VERIFY_RESULT(settings);
    options.settings = *settings;
    auto workspace = Workspace::open(m_folder->path(), std::move(options));
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(loadDemoData(m_workspace->database())); // without the help centre, which takes longer
    VERIFY_RESULT(m_workspace->loadEngine(m_assets));
}

void CustomerDataTest::say(const QString &customer, ChannelKind channel, const QString &address,
                           const QString &text)
{
    IncomingMessage message;
    message.channel = channel;
    message.externalId = QStringLiteral("m%1").arg(++m_messages);
    message.conversationKey = message.externalId;
    message.customer = customer;
    message.senderAddress = address;
    message.text = text;
    VERIFY_RESULT(m_workspace->pipeline().process(message, {}));
    VERIFY_RESULT(m_workspace->sender().sendDue());
}

void CustomerDataTest::putFile(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void CustomerDataTest::exportHoldsEveryRow()
{
    const QString target = m_folder->filePath(QStringLiteral("export"));

    const auto tables = exportWorkspace(m_workspace->database(), target, QDateTime::currentDateTimeUtc());

    VERIFY_RESULT(tables);
    const auto files = contents(target);
    const Json manifest = Json::parse(files.value(QStringLiteral("manifest.json")).toStdString());
    QCOMPARE(files.size(), tables->size() + 1);
    for (const auto &[table, rows] : *tables) {
        const QByteArray content = files.value(table + QStringLiteral(".jsonl"));
        QCOMPARE(content.count('\n'), rows);
        QCOMPARE(manifest["tables"][table.toStdString()].get<qint64>(), rows);
        for (const QByteArray &line : content.split('\n'))
            QVERIFY2(line.isEmpty() || Json::accept(line.toStdString()), line.constData());
    }
    QVERIFY(files.value(QStringLiteral("customers.jsonl")).contains("\"cus_1001\""));
    QVERIFY(manifest["tables"]["messages"].get<int>() > 0);
}

void CustomerDataTest::exportRefusesAUsedFolder()
{
    const auto refused =
        exportWorkspace(m_workspace->database(), m_folder->path(), QDateTime::currentDateTimeUtc());

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
}

void CustomerDataTest::erasedCustomerIsNowhere()
{
    const QString mara = QStringLiteral("cus_1001");
    const QString address = QStringLiteral("mara@lindqvist.example");
    say(mara, ChannelKind::Chat, address, QStringLiteral("Xquzmark: has INV-1042 been paid?"));
    say(mara, ChannelKind::Mail, address, QStringLiteral("Xquzmark: please refund INV-1042 to my account."));
    say(mara, ChannelKind::Mail, address, QStringLiteral("Xquzmark: I forgot my password, please reset it."));
    say(mara, ChannelKind::Chat, address,
        QStringLiteral("Xquzmark: I will sue you. Let me talk to a person."));
    say({}, ChannelKind::Mail, address, QStringLiteral("Xquzmark: how do I export a board as CSV?"));
    const QString processed = m_folder->filePath(QStringLiteral("inbox/processed/"));
    putFile(processed + QStringLiteral("one.eml"),
            "From: mara@lindqvist.example\r\nSubject: x\r\n\r\nxquzmark\r\n");
    putFile(processed + QStringLiteral("many.jsonl"), "{\"customer\":\"cus_1001\",\"text\":\"hello\"}\n");
    QVERIFY(!QDir(m_folder->filePath(QStringLiteral("outbox"))).isEmpty());

    const auto report = eraseCustomerData(*m_workspace, mara, QStringLiteral("Robin"));

    VERIFY_RESULT(report);
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("outbox"))).isEmpty());
    QVERIFY(!QFile::exists(processed + QStringLiteral("one.eml")));
    QVERIFY(report->filesToLookAt.contains(processed + QStringLiteral("many.jsonl")));
    QVERIFY(m_workspace->conversations().search(QStringLiteral("xquzmark"), 10)->empty());
    const QString target = m_folder->filePath(QStringLiteral("export"));
    VERIFY_RESULT(exportWorkspace(m_workspace->database(), target, QDateTime::currentDateTimeUtc()));
    const QList<QByteArray> personal{"xquzmark", "lindqvist", "cus_1001"};
    const auto exported = contents(target);
    for (auto file = exported.cbegin(); file != exported.cend(); ++file) {
        for (const QByteArray &word : personal)
            QVERIFY2(!file->toLower().contains(word),
                     qPrintable(file.key() + QStringLiteral(" holds ") + QString::fromLatin1(word)));
    }
    const auto audit = m_workspace->audit().page(0, 1);
    VERIFY_RESULT(audit);
    QCOMPARE(audit->front().entry.action, QStringLiteral("customer.erased"));
    QCOMPARE(audit->front().entry.actor, QStringLiteral("Robin"));
    QVERIFY(m_workspace->audit().verify()->isIntact());

    // Not in the pages of the files either.
    m_workspace.reset();
    const auto raw = contents(m_folder->path());
    for (auto file = raw.cbegin(); file != raw.cend(); ++file) {
        for (const QByteArray &word : personal)
            QVERIFY2(!file->toLower().contains(word),
                     qPrintable(file.key() + QStringLiteral(" holds ") + QString::fromLatin1(word)));
    }
}

// Where SQLite does not overwrite what it deletes, an edited text stays in free pages until the file is
// written anew.
void CustomerDataTest::earlierTextsAreInNoFreePage()
{
    const QString text = QStringLiteral("Vorwiggle ").repeated(2000);
    say(QStringLiteral("cus_1001"), ChannelKind::Chat, {}, text);
    VERIFY_RESULT(m_workspace->database().read([](Connection &connection) -> Result<> {
        for (const char *sql :
             {"PRAGMA secure_delete=OFF", "UPDATE messages SET text = 'short', full_text = NULL",
              "UPDATE conversations SET snippet = ''", "PRAGMA secure_delete=ON"}) {
            if (auto done = connection.runOnce(QString::fromLatin1(sql)); !done)
                return done;
        }
        return {};
    }));
    VERIFY_RESULT(m_workspace->database().checkpoint());
    const auto everything = [this] {
        const auto raw = contents(m_folder->path());
        return raw.value(QStringLiteral("helmdesk.db")) + raw.value(QStringLiteral("helmdesk.db-wal"));
    };
    QVERIFY(everything().contains("Vorwiggle"));

    const auto report = eraseCustomerData(*m_workspace, QStringLiteral("cus_1001"), QStringLiteral("Robin"));

    VERIFY_RESULT(report);
    QCOMPARE(report->leftInFile, QString());
    QCOMPARE(everything().count("Vorwiggle"), 0);
    VERIFY_RESULT(m_workspace->database().check());
}

void CustomerDataTest::whatMayBeLeftIsToldByName()
{
    const QString mara = QStringLiteral("cus_1001");
    say(mara, ChannelKind::Mail, QStringLiteral("mara.private@elsewhere.example"),
        QStringLiteral("Is INV-1042 paid? I write from home."));
    say({}, ChannelKind::Mail, QStringLiteral("MARA.private@elsewhere.example"),
        QStringLiteral("How do I export a board?"));
    VERIFY_RESULT(m_workspace->database().write([&](Connection &connection) -> Result<> {
        auto done = connection.run(
            QStringLiteral("INSERT INTO documents (id, title, category, text, content_hash, vectors) "
                           "VALUES ('thanks', 'Thanks', 'general', ?, x'', x'')"),
            QStringLiteral("We thank MARA LINDQVIST for the idea."));
        if (!done)
            return done.error();
        auto learnt = connection.run(
            QStringLiteral("INSERT INTO training_examples (text, category, origin, message, author, at) "
                           "SELECT 'Is it paid?', 'billing', 'operator', id, 'Noor', '2026-11-01' FROM "
                           "messages WHERE conversation "
                           "IN (SELECT id FROM conversations WHERE customer = 'cus_1001') LIMIT 1"));
        return learnt ? Result<>() : Result<>(learnt.error());
    }));
    const QString inside = m_folder->filePath(QStringLiteral("old/export"));
    VERIFY_RESULT(exportWorkspace(m_workspace->database(), inside, QDateTime::currentDateTimeUtc()));
    const QString model = m_folder->filePath(QStringLiteral("models/router-1.bin"));
    const QString failed = m_folder->filePath(QStringLiteral("inbox/failed/two.eml"));
    putFile(model, "x");
    putFile(failed, "From: mara.private@elsewhere.example\r\nSubject: x\r\n\r\nhello\r\n");

    const auto report = eraseCustomerData(*m_workspace, mara, QStringLiteral("Robin"));

    VERIFY_RESULT(report);
    QCOMPARE(report->articles, QStringList{QStringLiteral("thanks")});
    QCOMPARE(report->otherAddresses, QStringList{QStringLiteral("mara.private@elsewhere.example")});
    QCOMPARE(report->conversations.size(), 1);
    QVERIFY(report->conversations.first().endsWith(QStringLiteral("MARA.private@elsewhere.example")));
    QCOMPARE(report->learntFiles, QStringList{model});
    QVERIFY(report->filesToLookAt.contains(failed));
    QVERIFY(report->filesToLookAt.contains(inside + QStringLiteral("/customers.jsonl")));
    QVERIFY(!report->filesToLookAt.contains(inside + QStringLiteral("/saved_views.jsonl")));
}

void CustomerDataTest::linksThatLetInAreNotKeptOnceSent()
{
    say(QStringLiteral("cus_1001"), ChannelKind::Mail, QStringLiteral("mara@lindqvist.example"),
        QStringLiteral("I forgot my password, please reset it."));

    const auto items = m_workspace->outbox().withState(OutboxState::Sent, 50);
    VERIFY_RESULT(items);
    const auto isReset = [](const OutboxItem &item) {
        return item.item.body.contains(QStringLiteral("/password/reset/"));
    };
    QCOMPARE(std::ranges::count_if(*items, isReset), 1);
    const OutboxItem reset = *std::ranges::find_if(*items, isReset);
    QVERIFY(reset.item.body.contains(QStringLiteral("/password/reset/[removed]\n")));
    const QDir outbox(m_folder->filePath(QStringLiteral("outbox")));
    QByteArray mails;
    for (const QByteArray &mail : contents(outbox.path()))
        mails += mail;
    QVERIFY(mails.contains("/password/reset/")); // what left is whole
    QVERIFY(!mails.contains("[removed]"));
    const QString target = m_folder->filePath(QStringLiteral("export"));
    VERIFY_RESULT(exportWorkspace(m_workspace->database(), target, QDateTime::currentDateTimeUtc()));
    static const QRegularExpression link(QStringLiteral("/password/reset/[A-Za-z0-9_-]{20,}"));
    const QByteArray exported = contents(target).value(QStringLiteral("outbox.jsonl"));
    QVERIFY(exported.contains("set a new password on this page"));
    QVERIFY(!link.match(QString::fromUtf8(exported)).hasMatch());
}

// What stays for the books, and what hangs on nothing else: each holds the word before, and none does
// afterwards.
void CustomerDataTest::namelessPartsStayWithoutWords()
{
    say(QStringLiteral("cus_1001"), ChannelKind::Chat, {}, QStringLiteral("Has INV-1042 been paid?"));
    VERIFY_RESULT(m_workspace->database().write([](Connection &connection) -> Result<> {
        for (const char *sql :
             {"INSERT INTO training_examples (text, category, origin, message, author, at) "
              "SELECT 'Zibbelword', 'billing', 'operator', id, 'Noor', '2026-11-01' FROM messages WHERE "
              "conversation IN (SELECT id FROM conversations WHERE customer = 'cus_1001') LIMIT 1",
              "INSERT INTO outbox (key, channel, recipient, body, created, due) VALUES ('zib', 'mail', "
              "'MARA@lindqvist.example', 'Zibbelword', '2026-11-01', '2026-11-01')",
              "INSERT INTO refunds (id, invoice, amount_minor, currency, reason) "
              "SELECT 'ref_zib', id, 1, currency, 'Zibbelword' FROM invoices WHERE customer = 'cus_1001' "
              "LIMIT 1",
              "UPDATE invoices SET description = 'Zibbelword' WHERE customer = 'cus_1001'"}) {
            if (auto done = connection.runOnce(QString::fromLatin1(sql)); !done)
                return done;
        }
        return {};
    }));
    const auto holders = [this](const QString &name) {
        QTemporaryDir target;
        QStringList holding;
        if (!exportWorkspace(m_workspace->database(), target.filePath(name), QDateTime::currentDateTimeUtc()))
            return QStringList{QStringLiteral("no export")};
        const auto files = contents(target.filePath(name));
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            if (file->contains("Zibbelword"))
                holding.append(file.key());
        }
        return holding;
    };
    QCOMPARE(holders(QStringLiteral("before")),
             (QStringList{QStringLiteral("invoices.jsonl"), QStringLiteral("outbox.jsonl"),
                          QStringLiteral("refunds.jsonl"), QStringLiteral("training_examples.jsonl")}));

    VERIFY_RESULT(eraseCustomerData(*m_workspace, QStringLiteral("cus_1001"), QStringLiteral("Robin")));

    QCOMPARE(holders(QStringLiteral("after")), QStringList());
}

void CustomerDataTest::otherCustomersStay()
{
    say(QStringLiteral("cus_1002"), ChannelKind::Chat, QStringLiteral("theo@okafor.example"),
        QStringLiteral("Yumdrak: my colleague is mara@lindqvist.example, has INV-1050 been paid?"));
    const auto invoices = m_workspace->backend().latestInvoices(QStringLiteral("cus_1002"), 50);
    VERIFY_RESULT(invoices);

    const auto report = eraseCustomerData(*m_workspace, QStringLiteral("cus_1001"), QStringLiteral("Robin"));

    VERIFY_RESULT(report);
    QCOMPARE(report->mentions, 1);
    QCOMPARE(m_workspace->conversations().search(QStringLiteral("yumdrak"), 10)->size(), size_t{1});
    QVERIFY(m_workspace->customers().findById(QStringLiteral("cus_1002"))->has_value());
    QVERIFY(!m_workspace->customers().findById(QStringLiteral("cus_1001"))->has_value());
    QCOMPARE(m_workspace->backend().latestInvoices(QStringLiteral("cus_1002"), 50)->size(), invoices->size());
    QVERIFY(m_workspace->audit().verify()->isIntact());
}

void CustomerDataTest::whoOnlyWroteMailsIsErasedByAddress()
{
    const QString ada = QStringLiteral("Ada@brook.example");
    say({}, ChannelKind::Mail, ada, QStringLiteral("Wigglesome: how do I export a board?"));
    say({}, ChannelKind::Mail, QStringLiteral("bo@reed.example"), QStringLiteral("How do I invite people?"));
    const auto before = m_workspace->conversations().counts();
    const QString mailWithFile = m_folder->filePath(QStringLiteral("inbox/processed/one.eml"));
    const QString box = m_folder->filePath(QStringLiteral("inbox/processed/box.mbox"));
    const QString lines = m_folder->filePath(QStringLiteral("inbox/failed/lines.jsonl"));
    const QString mixed = m_folder->filePath(QStringLiteral("inbox/processed/mixed.jsonl"));
    const QByteArray mail = "From: Ada <ada@brook.example>\nSubject: x\nMIME-Version: 1.0\n"
                            "Content-Type: multipart/mixed; boundary=e\n\n--e\n\nhello\n--e\n"
                            "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
                            "V2lnZ2xlc29tZQ==\n--e--\n";
    putFile(mailWithFile, mail);
    putFile(box, "From ada Mon Nov 30 10:00:00 2026\n" + mail);
    putFile(lines, "{\"text\":\"hi\",\"email\":\"ADA@brook.example\"}\n");
    putFile(mixed, "{\"text\":\"hi\",\"email\":\"ada@brook.example\"}\n"
                   "{\"text\":\"ho\",\"email\":\"bo@reed.example\"}\n");

    const auto report =
        eraseCustomerData(*m_workspace, QStringLiteral(" ada@BROOK.example"), QStringLiteral("Robin"));

    VERIFY_RESULT(report);
    QCOMPARE(report->rows.value(QStringLiteral("conversations")), 1);
    QCOMPARE(m_workspace->conversations().counts()->total, before->total - 1);
    for (const QString &file : {mailWithFile, box, lines})
        QVERIFY2(report->removedFiles.contains(file) && !QFile::exists(file), qPrintable(file));
    QVERIFY(QFile::exists(mixed));
    QVERIFY(report->filesToLookAt.contains(mixed));
    VERIFY_RESULT(m_workspace->database().checkpoint());
    const auto raw = contents(m_folder->path());
    QVERIFY(!raw.value(QStringLiteral("helmdesk.db")).contains("Wigglesome"));

    const auto again =
        eraseCustomerData(*m_workspace, QStringLiteral("ada@brook.example"), QStringLiteral("Robin"));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
}

void CustomerDataTest::addressOfACustomerErasesTheCustomer()
{
    VERIFY_RESULT(
        eraseCustomerData(*m_workspace, QStringLiteral("MARA@lindqvist.example"), QStringLiteral("Robin")));

    const auto again = eraseCustomerData(*m_workspace, QStringLiteral("cus_1001"), QStringLiteral("Robin"));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
}

void CustomerDataTest::unknownCustomerChangesNothing()
{
    const auto before = m_workspace->conversations().counts();
    VERIFY_RESULT(before);

    const auto report = eraseCustomerData(*m_workspace, QStringLiteral("cus_9999"), QStringLiteral("Robin"));

    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::NotFound);
    QCOMPARE(m_workspace->conversations().counts()->total, before->total);
}

QTEST_GUILESS_MAIN(CustomerDataTest)
#include "tst_customerdata.moc"
