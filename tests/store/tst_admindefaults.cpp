// Stored settings under what an administrator presets and locks.

#include "store/SqliteSettingsRepository.h"
#include "store/StoreTestSupport.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class StoredDefaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<TemporaryStore>(); }
    void lockHoldsWhateverWasChosen();
    void presetHoldsUntilAPersonChooses();
    void damagedValueUnderALockIsNoTrouble();
    void unusableDefaultsRefuseEveryChange();

private:
    // The repository on a machine with those defaults.
    SqliteSettingsRepository on(const QByteArray &document)
    {
        const QString path = m_folder.filePath(u"defaults.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(document) != document.size())
            qFatal("the defaults cannot be written");
        file.close();
        return {*m_store->database, m_clock, AdminDefaults::fromFiles({path})};
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<TemporaryStore> m_store;
};

void StoredDefaultsTest::lockHoldsWhateverWasChosen()
{
    VERIFY_RESULT(on("{}").save(u"engine.answer"_s, "fast", u"Noor"_s));
    auto locked = on(R"({"locked": {"engine.answer": "builtin", "modes.billing": "suggest"}})");

    const auto stored = locked.load();
    VERIFY_RESULT(stored);
    QCOMPARE(stored->settings.engineAnswer(), u"builtin"_s);
    QVERIFY(stored->unreadable.isEmpty());
    for (const auto &refused :
         {locked.save(u"engine.answer"_s, "other", u"Noor"_s),
          locked.save(u"modes.billing"_s, "auto", u"Noor"_s), locked.reset(u"engine.answer"_s, u"Noor"_s)}) {
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
    }
    const auto other = locked.save(u"modes.account"_s, "off", u"Noor"_s);
    VERIFY_RESULT(other);
    QCOMPARE(other->engineAnswer(), u"builtin"_s);

    const auto without = on("{}").load(); // the lock is gone, and what was chosen before is still there
    VERIFY_RESULT(without);
    QCOMPARE(without->settings.engineAnswer(), u"fast"_s);
    QCOMPARE(without->settings.mode(Category::Account), Mode::Off);
}

void StoredDefaultsTest::presetHoldsUntilAPersonChooses()
{
    auto preset = on(R"({"preset": {"routing.threshold": 0.9}})");
    QCOMPARE(preset.load()->settings.routingThreshold(), 0.9);

    const auto chosen = preset.save(u"routing.threshold"_s, 0.8, u"Noor"_s); // the program's own default
    VERIFY_RESULT(chosen);
    QCOMPARE(chosen->routingThreshold(), 0.8);
    QCOMPARE(preset.load()->settings.routingThreshold(), 0.8);

    const auto back = preset.reset(u"routing.threshold"_s, u"Noor"_s);
    VERIFY_RESULT(back);
    QCOMPARE(back->routingThreshold(), 0.9);
    QCOMPARE(preset.load()->settings.routingThreshold(), 0.9);
    QCOMPARE(on("{}").load()->settings.routingThreshold(), 0.8); // no row was left
}

void StoredDefaultsTest::damagedValueUnderALockIsNoTrouble()
{
    VERIFY_RESULT(on("{}").save(u"modes.billing"_s, "auto", u"Noor"_s));
    VERIFY_RESULT(m_store->database->write([](Connection &connection) {
        return connection.runOnce(
            u"UPDATE settings SET value = '\"sometimes\"' WHERE name = 'modes.billing'"_s);
    }));
    QCOMPARE(on("{}").load()->unreadable, QStringList{u"modes.billing"_s});

    const auto stored = on(R"({"locked": {"modes.billing": "suggest"}})").load();

    VERIFY_RESULT(stored);
    QVERIFY(stored->unreadable.isEmpty());
    QCOMPARE(stored->settings.mode(Category::Billing), Mode::Suggest);
}

void StoredDefaultsTest::unusableDefaultsRefuseEveryChange()
{
    auto broken = on(R"({"lock": {"modes.billing": "off"}})");

    const auto refused = broken.save(u"session.ttl_s"_s, 900, u"Noor"_s);

    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
    QVERIFY2(refused.error().detail.contains(u"\"lock\""_s), qPrintable(refused.error().detail));
}

QTEST_GUILESS_MAIN(StoredDefaultsTest)
#include "tst_admindefaults.moc"
