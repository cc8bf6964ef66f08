#include "Dovecot.h"
#include "MailboxDesk.h"

#include <QRandomGenerator>

using namespace Helmdesk;
using namespace Helmdesk::Test;

// The program is killed at random instants of a sync; between the kills the server is restarted, numbers its
// mails anew and changes its password. HELMDESK_KILLS=50 asks for more of them.
class TestMailboxKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (Dovecot::program().isEmpty())
            QSKIP("dovecot is not installed");
    }

    void nothingIsLostAndNothingDoubled()
    {
        constexpr int mails = 300;
        const int kills = qEnvironmentVariableIntValue("HELMDESK_KILLS") > 0
                              ? qEnvironmentVariableIntValue("HELMDESK_KILLS")
                              : 10;
        auto server = Dovecot::start();
        VERIFY_RESULT(server);
        QList<QByteArray> delivered;
        for (int i = 0; i < mails; ++i)
            delivered << plainMail(i);
        VERIFY_RESULT((*server)->deliver(delivered));
        m_password = (*server)->password();
        QVERIFY(addMailbox((*server)->account()));

        int killed = 0;
        for (int round = 0; killed < kills; ++round) {
            QVERIFY2(round < 20 * kills, "the program ends before it can be killed");
            if (round == kills / 3)
                VERIFY_RESULT((*server)->renumber());
            if (round == kills / 2) {
                VERIFY_RESULT((*server)->setPassword(QStringLiteral("another one, and longer")));
                // The password of before is refused as soon as Dovecot looks, which is once a second.
                QTRY_VERIFY_WITH_TIMEOUT(!sync(), 30000);
                m_password = (*server)->password();
            }
            if (round % 4 == 3) // something is left to do
                VERIFY_RESULT((*server)->renumber());
            killed += syncKilledAfter(QRandomGenerator::global()->bounded(600)) ? 1 : 0;
        }
        QVERIFY(sync());

        TemporaryStore store(m_workspace.filePath(QStringLiteral("helmdesk.db")));
        QCOMPARE(
            store.number(QStringLiteral("SELECT COUNT(DISTINCT external_id) FROM messages WHERE author = "
                                        "'customer'")),
            mails);
        QCOMPARE(store.number(QStringLiteral("SELECT COUNT(*) FROM messages WHERE author = 'customer'")),
                 mails);
        QCOMPARE(store.number(QStringLiteral("SELECT COUNT(*) FROM mailbox_mails WHERE aside <> ''")), 0);
    }

private:
    std::unique_ptr<QProcess> begin(const QStringList &arguments)
    {
        auto program = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HELMDESK_KEY_SUPPORT"), m_password);
        program->setProcessEnvironment(environment);
        program->start(qEnvironmentVariable("HELMDESK_BIN_DIR") + QStringLiteral("/helmdeskctl"),
                       QStringList{QStringLiteral("--data"), m_workspace.path()} + arguments);
        program->waitForStarted();
        return program;
    }
    bool finish(QProcess &program)
    {
        program.waitForFinished(120000);
        if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
            qInfo("%s", program.readAllStandardError().constData());
        return program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
    }
    bool addMailbox(const MailAccount &account)
    {
        if (!finish(*begin({QStringLiteral("init")})))
            return false;
        return finish(
            *begin({QStringLiteral("channel"), QStringLiteral("add"), QStringLiteral("mail"),
                    QStringLiteral("support"), QStringLiteral("--address"), account.address,
                    QStringLiteral("--imap"), nameOf(account.imap), QStringLiteral("--imap-tls"),
                    QStringLiteral("none"), QStringLiteral("--user"), account.user,
                    QStringLiteral("--drafts-only"), QStringLiteral("--look-back"), QStringLiteral("7")}));
    }
    bool sync()
    {
        return finish(*begin({QStringLiteral("channel"), QStringLiteral("sync"), QStringLiteral("support")}));
    }
    bool syncKilledAfter(int milliseconds)
    {
        const auto program =
            begin({QStringLiteral("channel"), QStringLiteral("sync"), QStringLiteral("support")});
        if (program->waitForFinished(milliseconds))
            return false;
        program->kill();
        program->waitForFinished();
        return true;
    }

    QTemporaryDir m_workspace;
    QString m_password;
};

QTEST_GUILESS_MAIN(TestMailboxKills)
#include "tst_mailboxkills.moc"
