#include "mailbox/MailAccounts.h"
#include "support/SharedSecrets.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using Test::SharedSecrets;

namespace
{

MailAccount sample()
{
    MailAccount account;
    account.name = QStringLiteral("support");
    account.address = QStringLiteral("support@desk.example");
    account.user = QStringLiteral("support@desk.example");
    account.imap = {QStringLiteral("imap.desk.example"), 993, MailTls::Implicit};
    return account;
}

// One account, in memory.
class OneAccount final : public MailboxRepository
{
public:
    std::optional<MailAccount> kept;

    Result<std::vector<MailAccount>> accounts() const override
    {
        return kept ? std::vector<MailAccount>{*kept} : std::vector<MailAccount>();
    }
    Result<std::optional<MailAccount>> account(const QString &name) const override
    {
        return kept && kept->name == name ? kept : std::nullopt;
    }
    Result<> save(const MailAccount &account, const QString &) override
    {
        kept = account;
        return {};
    }
    Result<> remove(const QString &, const QString &) override
    {
        kept.reset();
        return {};
    }
    Result<qint64> revision() const override { return qint64{0}; }
    Result<std::optional<FolderState>> folder(const QString &, const QString &) const override
    {
        return std::optional<FolderState>();
    }
    Result<> saveFolder(const FolderState &) override { return {}; }
    Result<> note(const FolderState &, const std::vector<NotedMail> &) override { return {}; }
    Result<std::vector<quint32>> untold(const FolderState &, int) const override
    {
        return std::vector<quint32>();
    }
    Result<> setTold(const FolderState &, const std::vector<quint32> &) override { return {}; }
    Result<std::vector<AsideMail>> aside(const QString &, int) const override
    {
        return std::vector<AsideMail>();
    }
    Result<MailboxState> state(const QString &) const override { return MailboxState(); }
    Result<> saveState(const MailboxState &) override { return {}; }
    Result<> askForSync(const QString &) override { return {}; }
    Result<QString> mailboxOf(ConversationId) const override { return QString(); }
};

} // namespace

class TestMailAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        MailAccount account = sample();
        account.smtp = {QStringLiteral("smtp.desk.example"), 587, MailTls::StartTls};
        account.mode = MailMode::Sending;
        account.auth = MailAuth::OAuth;
        account.folders.watched = {QStringLiteral("INBOX"), QStringLiteral("B\u00fcro")};
        account.folders.done = QStringLiteral("Done");
        account.lookBackDays = 7;
        account.marksSeen = true;

        const MailAccount again = mailAccountFromJson(toJson(account));

        QVERIFY(toJson(again) == toJson(account));
        QCOMPARE(again.folders.watched, account.folders.watched);
        QCOMPARE(again.smtp, account.smtp);
    }

    void whatIsNotUnderstoodSendsNothing()
    {
        Json json = toJson(sample());
        json["mode"] = "something newer";

        QCOMPARE(mailAccountFromJson(json).mode, MailMode::DraftsOnly);
    }

    void anAccountIsChecked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("as it is") << "name"
                                  << "support" << true;
        QTest::newRow("name with a slash") << "name"
                                           << "a/b" << false;
        QTest::newRow("name of a parent folder") << "name"
                                                 << ".." << false;
        QTest::newRow("no address") << "address"
                                    << "support" << false;
        QTest::newRow("line break in the user") << "user"
                                                << "a\nb" << false;
        QTest::newRow("no user") << "user"
                                 << "" << false;
        QTest::newRow("no certificate") << "certificate"
                                        << "abc" << false;
        QTest::newRow("sending without a server") << "mode"
                                                  << "sending" << false;
    }
    void anAccountIsChecked()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(bool, isFine);
        Json json = toJson(sample());
        json[field.toStdString()] = value;

        QCOMPARE(checkAccount(mailAccountFromJson(json)).has_value(), isFine);
    }

    void thePasswordLiesInTheKeychainAlone()
    {
        InMemorySecretStore store;
        OneAccount repository;
        MailAccounts accounts(repository, [&] { return std::make_unique<SharedSecrets>(store); });

        const auto added = accounts.add(sample(), QStringLiteral("open sesame"), QStringLiteral("test"));

        VERIFY_RESULT(added);
        QVERIFY(added->isSecretKept);
        QVERIFY(!QString::fromUtf8(toBytes(toJson(*repository.kept))).contains(QStringLiteral("sesame")));
        const auto secret = accounts.secretOf(*repository.kept);
        VERIFY_RESULT(secret);
        QCOMPARE(*secret, QStringLiteral("open sesame"));

        const QString before = repository.kept->secretName;
        VERIFY_RESULT(accounts.changeSecret(QStringLiteral("support"), QStringLiteral("another"),
                                            QStringLiteral("test")));
        QCOMPARE(*accounts.secretOf(*repository.kept), QStringLiteral("another"));
        QVERIFY(!*store.read(before));

        const QString last = repository.kept->secretName;
        VERIFY_RESULT(accounts.remove(QStringLiteral("support"), QStringLiteral("test")));
        QVERIFY(!*store.read(last));
    }

    void twoOfOneNameAreNotAdded()
    {
        OneAccount repository;
        MailAccounts accounts(repository, [] { return std::make_unique<InMemorySecretStore>(); });
        VERIFY_RESULT(accounts.add(sample(), {}, QStringLiteral("test")));

        const auto again = accounts.add(sample(), {}, QStringLiteral("test"));

        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
    }

    void nothingIsSentWithoutAServerForIt()
    {
        OneAccount repository;
        MailAccounts accounts(repository, [] { return std::make_unique<InMemorySecretStore>(); });
        VERIFY_RESULT(accounts.add(sample(), {}, QStringLiteral("test")));

        const auto refused =
            accounts.setMode(QStringLiteral("support"), MailMode::Sending, QStringLiteral("test"));

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(repository.kept->mode, MailMode::DraftsOnly);
        repository.kept->smtp = {QStringLiteral("smtp.desk.example"), 465, MailTls::Implicit};
        VERIFY_RESULT(accounts.setMode(QStringLiteral("support"), MailMode::Sending, QStringLiteral("test")));
        QCOMPARE(repository.kept->mode, MailMode::Sending);
    }

    void withoutAPasswordNobodyIsAskedForOne()
    {
        OneAccount repository;
        MailAccounts accounts(repository, [] { return std::make_unique<InMemorySecretStore>(); });

        const auto secret = accounts.secretOf(sample());

        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, ErrorKind::Denied);
        QVERIFY(secret.error().detail.contains(QStringLiteral("HELMDESK_KEY_SUPPORT")));
    }
};

QTEST_GUILESS_MAIN(TestMailAccount)
#include "tst_account.moc"
