// Which rules hold in a workspace, and what becomes of a file that cannot be used.

#include "app/PolicyKeeper.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

const QRegularExpression unusable(QStringLiteral("the rules in policy.json cannot be used"));

QByteArray rules(const char *title)
{
    return QByteArrayLiteral(R"({"policy": 1, "title": ")") + title +
           R"(", "tools": {}, "others": {"read": {"who": "none"}, "write": {"who": "none"},
                                         "money": {"who": "none"}}})";
}

} // namespace

class PolicyKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutAFileTheShippedRulesHold();
    void aChangedFileHoldsAtOnce();
    void aBrokenFileKeepsTheLastGoodRules();
    void theLastGoodRulesOutliveAStart();
    void keptRulesThatWereEditedAreNotTrusted();

private:
    void write(const char *name, const QByteArray &text)
    {
        QFile file(QDir(m_folder->path()).filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QString title() { return m_keeper->current().policy->title; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PolicyKeeper> m_keeper;
};

void PolicyKeeperTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keeper = std::make_unique<PolicyKeeper>(m_folder->path());
}

void PolicyKeeperTest::withoutAFileTheShippedRulesHold()
{
    const PolicyInForce inForce = m_keeper->current();
    QVERIFY(inForce.policy && inForce.policy->names(QStringLiteral("process_refund")));
    QCOMPARE(inForce.problem, QString());
}

void PolicyKeeperTest::aChangedFileHoldsAtOnce()
{
    write(PolicyKeeper::fileName, rules("First"));
    QCOMPARE(title(), QStringLiteral("First"));
    write(PolicyKeeper::fileName, rules("The second"));
    QCOMPARE(title(), QStringLiteral("The second"));
    QVERIFY(QFile::remove(m_folder->filePath(QString::fromLatin1(PolicyKeeper::fileName))));
    QVERIFY(m_keeper->current().policy->names(QStringLiteral("process_refund")));
}

void PolicyKeeperTest::aBrokenFileKeepsTheLastGoodRules()
{
    write(PolicyKeeper::fileName, rules("Good"));
    QCOMPARE(title(), QStringLiteral("Good"));
    QTest::ignoreMessage(QtWarningMsg, unusable);
    write(PolicyKeeper::fileName, "{");
    QCOMPARE(title(), QStringLiteral("Good"));
    QVERIFY(!m_keeper->current().problem.isEmpty());

    write(PolicyKeeper::fileName, rules("Mended"));
    QCOMPARE(title(), QStringLiteral("Mended"));
    QCOMPARE(m_keeper->current().problem, QString());
}

void PolicyKeeperTest::theLastGoodRulesOutliveAStart()
{
    write(PolicyKeeper::fileName, rules("Good"));
    QCOMPARE(title(), QStringLiteral("Good"));
    write(PolicyKeeper::fileName, R"({"policy": 2})");

    QTest::ignoreMessage(QtWarningMsg, unusable);
    m_keeper = std::make_unique<PolicyKeeper>(m_folder->path());
    QCOMPARE(title(), QStringLiteral("Good"));
    QVERIFY(m_keeper->current().problem.contains(QStringLiteral("/policy")));
}

void PolicyKeeperTest::keptRulesThatWereEditedAreNotTrusted()
{
    write(PolicyKeeper::fileName, rules("Good"));
    QCOMPARE(title(), QStringLiteral("Good"));
    QFile kept(m_folder->filePath(QString::fromLatin1(PolicyKeeper::keptName)));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray edited = kept.readAll().replace("Good", "Evil");
    write(PolicyKeeper::keptName, edited);
    write(PolicyKeeper::fileName, "[]");

    QTest::ignoreMessage(QtWarningMsg, unusable);
    m_keeper = std::make_unique<PolicyKeeper>(m_folder->path());
    QVERIFY(m_keeper->current().policy->names(QStringLiteral("process_refund")));
}

QTEST_GUILESS_MAIN(PolicyKeeperTest)
#include "tst_policykeeper.moc"
