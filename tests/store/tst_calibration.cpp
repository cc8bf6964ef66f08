#include "store/ScaleData.h"
#include "store/SqliteCalibrationRepository.h"
#include "store/SqliteLearningRepository.h"
#include "StoreTestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// What people found of what the engine said, beside the readings that learn from the same.
class CalibrationStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void categoriesAgreeWithThePromisesEvidence();
    void answersAgreeWithTheDrafts();
    void thePeriodIsThatOfTheOutcome();

private:
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqliteCalibrationRepository> m_repository;
};

void CalibrationStoreTest::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_repository = std::make_unique<SqliteCalibrationRepository>(*m_store->database);
    VERIFY_RESULT(addScaleConversations(*m_store->database, 40, at(0)));
    VERIFY_RESULT(addScaleRuns(*m_store->database, 400, at(0)));
    // Every twentieth category was changed or confirmed by a person, every seventh draft sent.
    VERIFY_RESULT(m_store->database->write([](Connection &connection) -> Result<> {
        for (const QString &sql : {u"INSERT INTO verdicts (kind, conversation, message, before, after, "
                                   u"confidence, author, at) SELECT "
                                   "'category_changed', conversation, message, category, CASE message % 40 "
                                   "WHEN 0 THEN category ELSE "
                                   "'account' END, 0.66, 'Robin', at FROM outcomes WHERE message % 20 = 0"_s,
                                   u"INSERT INTO verdicts (kind, conversation, message, author, at) SELECT "
                                   u"'draft_sent', conversation, "
                                   "message, 'Robin', at FROM outcomes WHERE message % 7 = 0"_s}) {
            if (auto done = connection.runOnce(sql); !done)
                return done;
        }
        return {};
    }));
}

void CalibrationStoreTest::categoriesAgreeWithThePromisesEvidence()
{
    const auto sayings = m_repository->sayings(SaidOf::Category, {}, {}, {});
    VERIFY_RESULT(sayings);
    const auto evidence = SqliteLearningRepository(*m_store->database).evidence(at(-60 * 24 * 3650));
    VERIFY_RESULT(evidence);

    std::vector<std::pair<double, bool>> said;
    for (const Saying &saying : *sayings) {
        if (saying.isRight)
            said.emplace_back(saying.said, *saying.isRight);
    }
    std::vector<std::pair<double, bool>> evident;
    for (const RoutingEvidence &each : *evidence)
        evident.emplace_back(each.confidence, each.isRight);
    std::ranges::sort(said);
    std::ranges::sort(evident);
    QVERIFY(evident.size() > 60);
    QVERIFY(said == evident);
    QVERIFY(sayings->size() > said.size()); // the others nobody judged
}

void CalibrationStoreTest::answersAgreeWithTheDrafts()
{
    const auto sayings = m_repository->sayings(SaidOf::Answer, {}, {}, {});
    VERIFY_RESULT(sayings);
    const CalibrationTable table = calibrationOf(*sayings);

    QCOMPARE(table.judged,
             m_store->number(u"SELECT count(*) FROM drafts WHERE state IN ('sent_unchanged', "
                             u"'edited', 'rejected') AND message IN (SELECT message FROM outcomes)"_s));
    QCOMPARE(table.right, m_store->number(u"SELECT count(*) FROM drafts WHERE state = 'sent_unchanged' AND "
                                          u"message IN (SELECT message FROM outcomes)"_s));
    QVERIFY(table.right > 0 && table.right < table.judged);
}

void CalibrationStoreTest::thePeriodIsThatOfTheOutcome()
{
    const auto all = m_repository->sayings(SaidOf::Category, {}, {}, {});
    VERIFY_RESULT(all);
    const QDateTime middle = QDateTime::fromSecsSinceEpoch((*all)[all->size() / 2].at, Qt::UTC);

    const auto before = m_repository->sayings(SaidOf::Category, {}, middle, {});
    const auto after = m_repository->sayings(SaidOf::Category, middle, {}, {});

    VERIFY_RESULT(before);
    VERIFY_RESULT(after);
    QVERIFY(!before->empty() && !after->empty());
    QCOMPARE(before->size() + after->size(), all->size());
    QVERIFY(std::ranges::all_of(*after,
                                [&](const Saying &each) { return each.at >= middle.toSecsSinceEpoch(); }));
}

QTEST_GUILESS_MAIN(CalibrationStoreTest)
#include "tst_calibration.moc"
