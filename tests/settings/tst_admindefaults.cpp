// What an administrator presets and locks: which file counts, and that none is half understood.

#include "settings/AdminDefaults.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

class AdminDefaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void withoutAFileNothingIsSet();
    void presetsAndLocksAreTold();
    void firstFileCounts();
    void lockedNameIsRefusedWithTheReason();
    void whatCannotBeUnderstoodIsAProblem_data();
    void whatCannotBeUnderstoodIsAProblem();
    void policyOfTheRegistryIsTheSame();
    void dictionariesOfManagedPreferencesAreTheSame();
    void environmentAddsAFolder();

private:
    QString put(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void AdminDefaultsTest::withoutAFileNothingIsSet()
{
    const AdminDefaults defaults = AdminDefaults::fromFiles({m_folder->filePath(u"none.json"_s)});

    QVERIFY(defaults.isEmpty());
    QCOMPARE(defaults.presets(), Settings());
    VERIFY_RESULT(defaults.mayChange(u"engine.answer"_s));
}

void AdminDefaultsTest::presetsAndLocksAreTold()
{
    const auto defaults = AdminDefaults::fromFiles({put(u"defaults.json"_s, R"({
        "preset": {"routing.threshold": 0.9, "engine.answer": "fast"},
        "locked": {"engine.answer": "builtin", "http.port": 8080},
        "contact": "  IT,\n extension 1200 ", "update": {"url": "https://updates.example/helmdesk.json"}})")});

    QVERIFY2(defaults.problem().isEmpty(), qPrintable(defaults.problem()));
    QCOMPARE(defaults.entries().size(), std::size_t{3});
    QVERIFY(defaults.isLocked(u"engine.answer"_s)); // set both ways
    QVERIFY(!defaults.isLocked(u"routing.threshold"_s));
    QCOMPARE(defaults.contact(), u"IT, extension 1200"_s);
    QCOMPARE(defaults.updateAddress(), u"https://updates.example/helmdesk.json"_s);
    QCOMPARE(defaults.presets().routingThreshold(), 0.9);
    QCOMPARE(defaults.presets().engineAnswer(), u"builtin"_s);
    const Settings chosen =
        *Settings().with({{"http.port", 9000}, {"engine.answer", "other"}, {"session.ttl_s", 60}});
    const Settings held = defaults.withLocks(chosen);
    QCOMPARE(held.httpPort(), quint16{8080});
    QCOMPARE(held.engineAnswer(), u"builtin"_s);
    QCOMPARE(held.sessionTtlSeconds(), 60);
}

void AdminDefaultsTest::firstFileCounts()
{
    const QString first =
        put(u"first.json"_s, R"({"preset": {"routing.threshold": 0.9}, "contact": "first"})");
    const QString second =
        put(u"second.json"_s, R"({"locked": {"routing.threshold": 0.5, "answer.threshold": 0.6},
                                                     "contact": "second", "update": {"url": "https://b.example/"}})");

    const auto defaults = AdminDefaults::fromFiles({first, second});

    QVERIFY(!defaults.isLocked(u"routing.threshold"_s));
    QCOMPARE(defaults.presets().routingThreshold(), 0.9);
    QVERIFY(defaults.isLocked(u"answer.threshold"_s));
    QCOMPARE(defaults.find(u"answer.threshold"_s)->source, second);
    QCOMPARE(defaults.contact(), u"first"_s);
    QCOMPARE(defaults.updateAddress(), u"https://b.example/"_s);
}

void AdminDefaultsTest::lockedNameIsRefusedWithTheReason()
{
    const QString path =
        put(u"defaults.json"_s,
            R"({"locked": {"engine.answer": "builtin"}, "contact": "it@northlight.example"})");
    const auto defaults = AdminDefaults::fromFiles({path});

    const auto refused = defaults.mayChange(u"engine.answer"_s);

    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
    for (const QString &part : {u"engine.answer"_s, path, u"it@northlight.example"_s})
        QVERIFY2(refused.error().detail.contains(part), qPrintable(refused.error().detail));
    VERIFY_RESULT(defaults.mayChange(u"engine.route"_s));
}

void AdminDefaultsTest::whatCannotBeUnderstoodIsAProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"locked": {"engine.answer": "builtin")");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("misspelt member") << QByteArray(R"({"lock": {"engine.answer": "builtin"}})");
    QTest::newRow("misspelt setting") << QByteArray(R"({"locked": {"engine.answers": "builtin"}})");
    QTest::newRow("wrong type") << QByteArray(R"({"locked": {"routing.threshold": "0.9"}})");
    QTest::newRow("out of range") << QByteArray(R"({"preset": {"routing.threshold": 7}})");
    QTest::newRow("values in a list") << QByteArray(R"({"preset": ["routing.threshold"]})");
    QTest::newRow("address alone") << QByteArray(R"({"update": "https://updates.example/"})");
    QTest::newRow("too large") << QByteArray("{") + QByteArray(1024 * 1024, ' ') + QByteArray("}");
}

void AdminDefaultsTest::whatCannotBeUnderstoodIsAProblem()
{
    QFETCH(QByteArray, text);
    const QString path = put(u"defaults.json"_s, text);

    const auto defaults = AdminDefaults::fromFiles({path});

    QVERIFY(!defaults.isEmpty());
    QVERIFY2(defaults.problem().contains(path), qPrintable(defaults.problem()));
    const auto refused = defaults.mayChange(u"session.ttl_s"_s); // it might have been locked
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
}

void AdminDefaultsTest::policyOfTheRegistryIsTheSame()
{
    const QString path =
        put(u"policy.ini"_s, "[General]\nContact=IT\nUpdateUrl=https://updates.example/v.json\n"
                             "[Preset]\nrouting.threshold=0.9\n"
                             "[Locked]\nengine.answer=builtin\nhttp.port=8080\nundo.window_s=abc\n"
                             "understanding.confirm_payments=true\n");
    QSettings native(path, QSettings::IniFormat);

    const Json document = AdminDefaults::documentOf(native);

    QCOMPARE(document, (Json{{"contact", "IT"},
                             {"update", {{"url", "https://updates.example/v.json"}}},
                             {"preset", {{"routing.threshold", 0.9}}},
                             {"locked",
                              {{"engine.answer", "builtin"},
                               {"http.port", 8080},
                               {"undo.window_s", "abc"}, // refused by whoever reads the document
                               {"understanding.confirm_payments", true}}}}));
}

void AdminDefaultsTest::dictionariesOfManagedPreferencesAreTheSame()
{
    QSettings native(m_folder->filePath(u"managed.ini"_s), QSettings::IniFormat);
    native.setValue(u"Locked"_s, QVariantMap{{u"engine.answer"_s, u"builtin"_s},
                                             {u"routing.threshold"_s, 0.85},
                                             {u"understanding.confirm_payments"_s, true}});

    QCOMPARE(AdminDefaults::documentOf(native).at("locked"),
             (Json{{"engine.answer", "builtin"},
                   {"routing.threshold", 0.85},
                   {"understanding.confirm_payments", true}}));
}

void AdminDefaultsTest::environmentAddsAFolder()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("the places of this system are others");
#endif
    const QString path = put(u"helmdesk/defaults.json"_s, R"({"locked": {"session.ttl_s": 900}})");
    const QByteArray before = qgetenv("XDG_CONFIG_DIRS");
    qputenv("XDG_CONFIG_DIRS", "relative:" + QFile::encodeName(m_folder->path()));

    const auto defaults = AdminDefaults::ofMachine();

    qputenv("XDG_CONFIG_DIRS", before);
    QVERIFY(defaults.isLocked(u"session.ttl_s"_s));
    if (!QFile::exists(u"/etc/xdg/helmdesk/defaults.json"_s))
        QCOMPARE(defaults.find(u"session.ttl_s"_s)->source, path);
}

QTEST_GUILESS_MAIN(AdminDefaultsTest)
#include "tst_admindefaults.moc"
