// helmdeskctl on a machine whose administrator locks settings and has newer versions looked for.

#include "CommandLine.h"
#include "support/LoopbackServer.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class AdminTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { put("{}"); }
    void lockedSettingIsRefusedWithTheReason();
    void engineOfOneCommandIsLockedToo();
    void doctorTellsOfLocksAndUpdates();
    void unusableDefaultsSendEverythingToAPerson();

private:
    void put(const QByteArray &document) const;
    Json check(const QString &name) const;

    QTemporaryDir m_machine;
    std::unique_ptr<CommandLine> m_line;
};

void AdminTest::initTestCase()
{
    QVERIFY(QDir(m_machine.path()).mkpath(u"helmdesk"_s));
    put("{}");
    qputenv("XDG_CONFIG_DIRS", QFile::encodeName(m_machine.path()));
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    m_line = std::move(*line);
}

void AdminTest::put(const QByteArray &document) const
{
    QFile file(m_machine.filePath(u"helmdesk/defaults.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(document) == document.size());
}

// What doctor says of one matter.
Json AdminTest::check(const QString &name) const
{
    const Json told = m_line->run({u"--json"_s, u"doctor"_s}).json();
    if (!told.is_object())
        return {};
    for (const Json &each : told.value("checks", Json::array())) {
        if (stringOr(each, "check") == name)
            return each;
    }
    return {};
}

void AdminTest::lockedSettingIsRefusedWithTheReason()
{
    put(R"({"locked": {"routing.threshold": 0.9}, "contact": "IT, extension 1200"})");

    const Ended refused = m_line->run({u"set"_s, u"routing.threshold"_s, u"0.5"_s});
    const Ended free = m_line->run({u"set"_s, u"answer.threshold"_s, u"0.75"_s});

    QCOMPARE(refused.code, 1);
    for (const QString &part :
         {u"locked by the administrator"_s, u"defaults.json"_s, u"IT, extension 1200"_s})
        QVERIFY2(refused.complaint.contains(part), qPrintable(refused.complaint));
    QCOMPARE(free.code, 0);
    const Json settings = m_line->ask({u"settings"_s}).value("settings", Json::array());
    QMap<QString, QString> origins;
    for (const Json &row : settings)
        origins.insert(stringOr(row, "name"), stringOr(row, "from"));
    QCOMPARE(origins.value(u"routing.threshold"_s), u"locked"_s);
    QCOMPARE(origins.value(u"answer.threshold"_s), u"chosen"_s);
    QCOMPARE(origins.value(u"session.ttl_s"_s), u"default"_s);
}

void AdminTest::engineOfOneCommandIsLockedToo()
{
    put(R"({"locked": {"engine.answer": "builtin"}})");

    const Ended refused = m_line->run({u"--engine"_s, u"other"_s, u"ask"_s, u"How do I export a board?"_s});
    const Ended same = m_line->run({u"--engine"_s, u"builtin"_s, u"ask"_s, u"How do I export a board?"_s});

    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.complaint.contains(u"engine.answer is locked"_s), qPrintable(refused.complaint));
    QCOMPARE(same.code, 0);
}

void AdminTest::doctorTellsOfLocksAndUpdates()
{
    QVERIFY(check(u"updates"_s).value("ok", false));
    QVERIFY(stringOr(check(u"updates"_s), "detail").contains(u"nobody is asked"_s));
    LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json", R"({"version": "99.0", "page": "https://helmdesk.example/99"})");
    });
    put(toBytes({{"locked", {{"engine.answer", "builtin"}}},
                 {"preset", {{"routing.threshold", 0.9}}},
                 {"update", {{"url", server.url().toString()}}}}));

    const QString locks = stringOr(check(u"administrator"_s), "detail");
    const Json updates = check(u"updates"_s);

    QVERIFY2(locks.contains(u"locks engine.answer = \"builtin\""_s), qPrintable(locks));
    QVERIFY2(locks.contains(u"presets routing.threshold = 0.9"_s), qPrintable(locks));
    QVERIFY(updates.value("ok", false));
    QCOMPARE(stringOr(updates, "detail"), u"version 99.0 is out: https://helmdesk.example/99"_s);
}

void AdminTest::unusableDefaultsSendEverythingToAPerson()
{
    QCOMPARE(m_line->run({u"set"_s, u"modes.general"_s, u"auto"_s}).code, 0);
    const QString question = u"Hello there"_s; // answered alone, as a rule
    const Json before = m_line->ask({u"ask"_s, question, u"--customer"_s, u"cus_1001"_s});
    put(R"({"locked": {"routing.treshold": 0.9}})");

    const Ended doctor = m_line->run({u"doctor"_s});
    const Json held = m_line->ask({u"ask"_s, question, u"--customer"_s, u"cus_1002"_s});

    QCOMPARE(doctor.code, 1);
    QVERIFY2(doctor.out.contains(u"routing.treshold"_s), qPrintable(doctor.out));
    QVERIFY(before.is_object() && held.is_object());
    QCOMPARE(stringOr(before, "decision"), u"auto_send"_s);
    QVERIFY2(stringOr(held, "decision") != u"auto_send"_s, toBytes(held).constData());
}

QTEST_GUILESS_MAIN(AdminTest)
#include "tst_admin.moc"
