// Where keys lie: the environment, and a real keyring under a bus of its own.

#include "settings/SecretStore.h"
#include "support/TestSupport.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class SecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentIsReadByName();
    void environmentCannotKeep();
    void memoryKeepsAndRemoves();
    void keyringKeepsAndRemoves();
    void keyringRoundTrip();
};

void SecretStoreTest::environmentIsReadByName()
{
    EnvironmentSecretStore store;
    QCOMPARE(EnvironmentSecretStore::variableFor(u"my-fast.model"_s), u"HELMDESK_KEY_MY_FAST_MODEL"_s);
    qputenv("HELMDESK_KEY_MY_FAST_MODEL", " sesame\n");

    const auto read = store.read(u"my-fast.model"_s);
    qunsetenv("HELMDESK_KEY_MY_FAST_MODEL");

    VERIFY_RESULT(read);
    QCOMPARE(*read, std::optional(u"sesame"_s));
    const auto missing = store.read(u"my-fast.model"_s);
    VERIFY_RESULT(missing);
    QVERIFY(!missing->has_value());
}

void SecretStoreTest::environmentCannotKeep()
{
    EnvironmentSecretStore store;

    const auto kept = store.keep(u"fast"_s, u"sesame"_s);

    QVERIFY(!kept);
    QVERIFY(kept.error().detail.contains(u"HELMDESK_KEY_FAST"_s));
    QVERIFY(!kept.error().detail.contains(u"sesame"_s));
}

void SecretStoreTest::memoryKeepsAndRemoves()
{
    InMemorySecretStore store;
    VERIFY_RESULT(store.keep(u"a"_s, u"one"_s));
    VERIFY_RESULT(store.keep(u"a"_s, u"two"_s));

    QCOMPARE(*store.read(u"a"_s), std::optional(u"two"_s));
    VERIFY_RESULT(store.remove(u"a"_s));
    QVERIFY(!store.read(u"a"_s)->has_value());
}

// This test again, under a bus with a keyring that is unlocked: keyringRoundTrip() then finds one.
void SecretStoreTest::keyringKeepsAndRemoves()
{
    const QString bus = QStandardPaths::findExecutable(u"dbus-run-session"_s);
    if (bus.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("no dbus-run-session or no gnome-keyring-daemon");
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home.path());
    environment.insert(u"HELMDESK_TEST_KEYRING"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(bus, {u"--"_s, u"sh"_s, u"-c"_s,
                        u"printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
                        "exec \"$0\" keyringRoundTrip"_s,
                        QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished(60'000));

    const QByteArray said = process.readAll();
    if (said.contains("no keychain here"))
        QSKIP("this build has no keychain");
    QVERIFY2(process.exitCode() == 0 && said.contains("PASS   : SecretStoreTest::keyringRoundTrip"),
             said.constData());
}

void SecretStoreTest::keyringRoundTrip()
{
    if (!qEnvironmentVariableIsSet("HELMDESK_TEST_KEYRING"))
        QSKIP("runs under a keyring of its own");
    const auto store = systemSecretStore();
    if (!store->canKeep())
        QSKIP("no keychain here");
    const QString secret = u"sesame \u00fc 1234"_s;

    VERIFY_RESULT(store->keep(u"model-a"_s, u"older"_s));
    VERIFY_RESULT(store->keep(u"model-a"_s, secret));
    const auto read = store->read(u"model-a"_s);
    VERIFY_RESULT(read);
    QCOMPARE(*read, std::optional(secret));
    QVERIFY(!store->read(u"model-b"_s)->has_value());

    VERIFY_RESULT(store->remove(u"model-a"_s));
    QVERIFY(!store->read(u"model-a"_s)->has_value());
    VERIFY_RESULT(store->remove(u"model-a"_s));
}

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "tst_secretstore.moc"
