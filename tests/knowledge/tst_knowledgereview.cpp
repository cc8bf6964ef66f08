#include "KnowledgeFixture.h"

#include "knowledge/KnowledgeReview.h"
#include "knowledge/RetrievalEval.h"
#include "knowledge/StatedValues.h"

#include "support/TestSupport.h"

using namespace Helmdesk;

// Articles that contradict each other, and articles that went stale. The company is invented.
class TestKnowledgeReview : public QObject
{
    Q_OBJECT

    std::vector<ArticleConflict> conflictsOf(const std::vector<Document> &documents) const
    {
        const auto index = indexInMemory(documents, DocumentEncoder(*m_engine.encoder, m_engine.projection),
                                         m_engine.projection);
        if (!index)
            return {};
        return findConflicts(**index, *m_engine.encoder).value_or(std::vector<ArticleConflict>());
    }

    static Document article(const char *id, const char *title, const char *updated, const char *text)
    {
        return {QString::fromLatin1(id),      QString::fromLatin1(title), Category::Billing, QString(),
                QString::fromLatin1(updated), QString::fromUtf8(text)};
    }

    Test::Engine m_engine;

private Q_SLOTS:
    void initTestCase()
    {
        auto engine = Test::openEngine();
        VERIFY_RESULT(engine);
        m_engine = std::move(*engine);
    }

    void valuesAreReadInEveryWriting_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("value");
        QTest::newRow("days") << QStringLiteral("Ask within 14 days.") << QStringLiteral("day")
                              << QStringLiteral("14");
        QTest::newRow("word") << QStringLiteral("It takes two working days.") << QStringLiteral("day")
                              << QStringLiteral("2");
        QTest::newRow("thousands") << QStringLiteral("Up to 2,000 boards fit.") << QStringLiteral("board")
                                   << QStringLiteral("2000");
        QTest::newRow("dollars") << QStringLiteral("The fee is $9.50 now.") << QStringLiteral("usd")
                                 << QStringLiteral("9.5");
        QTest::newRow("decimal comma")
            << QStringLiteral("The fee is 9,50 EUR.") << QStringLiteral("eur") << QStringLiteral("9.5");
        QTest::newRow("share") << QStringLiteral("We take 25 % off.") << QStringLiteral("%")
                               << QStringLiteral("25");
        QTest::newRow("date") << QStringLiteral("It ends on 1 March 2027.") << QStringLiteral("date")
                              << QStringLiteral("2027-03-01");
        QTest::newRow("ISO date") << QStringLiteral("It ends on 2027-03-01.") << QStringLiteral("date")
                                  << QStringLiteral("2027-03-01");
    }
    void valuesAreReadInEveryWriting()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, unit);
        QFETCH(QString, value);

        const SentenceClaim claim = claimOf(sentence);

        QCOMPARE(claim.values.size(), std::size_t(1));
        QCOMPARE(claim.values.front().unit, unit);
        QCOMPARE(claim.values.front().value, value);
    }

    void codesAndTimesAreNoValues_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::newRow("code") << QStringLiteral("The page shows PX-429 then.");
        QTest::newRow("time") << QStringLiteral("We open at 08:00 every day.");
        QTest::newRow("step") << QStringLiteral("2. Open the settings.");
        QTest::newRow("version") << QStringLiteral("It speaks TLS 1.2.3 always.");
    }
    void codesAndTimesAreNoValues()
    {
        QFETCH(QString, sentence);
        QVERIFY(claimOf(sentence).values.empty());
    }

    void twoArticlesThatDisagreeInANumberAreFound()
    {
        const auto conflicts = conflictsOf(
            {article("returns", "Returns", "2025-02-01",
                     "You can return a kettle within 30 days of the delivery. Keep the box."),
             article("refunds", "Sending things back", "2026-05-01",
                     "Kettles can be returned within 14 days after delivery. Postage is free."),
             article("hours", "Opening hours", "2026-01-01", "The shop opens on five days a week.")});

        QCOMPARE(conflicts.size(), std::size_t(1));
        QCOMPARE(conflicts.front().first.documentId, QStringLiteral("refunds")); // changed last
        QCOMPARE(conflicts.front().first.value, QStringLiteral("14 days after"));
        QCOMPARE(conflicts.front().second.documentId, QStringLiteral("returns"));
        QVERIFY(conflicts.front().second.sentence.contains(QStringLiteral("30 days")));
    }

    void twoDatesThatDisagreeAreFound()
    {
        const auto conflicts = conflictsOf(
            {article("a", "The old tariff", "", "The old tariff ends on 1 March 2027 for all customers."),
             article("b", "Tariffs", "", "For all customers the old tariff ends on 2027-06-30.")});

        QCOMPARE(conflicts.size(), std::size_t(1));
    }

    void theSameNumberAndOtherThingsAreNoConflict()
    {
        const auto conflicts = conflictsOf(
            {article("a", "Returns", "", "You can return a kettle within 30 days of the delivery."),
             article("b", "Sending back", "", "Kettles can be returned within thirty or 30 days."),
             article("c", "Plans", "", "With the plan Small, notes are kept for 7 days."),
             article("d", "Plans", "", "With the plan Large, notes are kept for 90 days.")});

        QVERIFY(conflicts.empty());
    }

    void theSampleHelpCentreHasFewFalseAlarms()
    {
        const auto read = readDocuments({resourceFile(QStringLiteral("kb"))});

        const auto conflicts = conflictsOf(read.documents);

        for (const ArticleConflict &conflict : conflicts)
            qInfo("%.2f %s | %s", conflict.similarity, qPrintable(conflict.first.sentence),
                  qPrintable(conflict.second.sentence));
        QVERIFY(conflicts.size() <= 3);
    }

    void articlesThatAreCorrectedAgainAndAgainAreStale()
    {
        const QDate today(2026, 11, 23);
        const std::vector<DocumentSummary> articles = {
            {QStringLiteral("old"),
             QStringLiteral("Old"),
             Category::General,
             {},
             QStringLiteral("2025-01-10"),
             {},
             1},
            {QStringLiteral("new"),
             QStringLiteral("New"),
             Category::General,
             {},
             QStringLiteral("2026-11-01"),
             {},
             1},
            {QStringLiteral("quiet"),
             QStringLiteral("Quiet"),
             Category::General,
             {},
             QStringLiteral("2024-01-10"),
             {},
             1},
            {QStringLiteral("undated"), QStringLiteral("Undated"), Category::General, {}, QString(), {}, 1}};
        const std::vector<ArticleCorrection> corrections = {
            {QStringLiteral("old"), QDate(2026, 10, 1)},     {QStringLiteral("old"), QDate(2026, 11, 2)},
            {QStringLiteral("old"), QDate(2024, 11, 2)}, // before the article was changed
            {QStringLiteral("new"), QDate(2026, 11, 10)},    {QStringLiteral("new"), QDate(2026, 11, 11)},
            {QStringLiteral("quiet"), QDate(2026, 11, 10)},  {QStringLiteral("undated"), QDate(2026, 11, 3)},
            {QStringLiteral("undated"), QDate(2026, 11, 4)}, {QStringLiteral("undated"), QDate(2026, 11, 5)}};

        const std::vector<StaleArticle> stale = findStale(articles, corrections, today);

        QCOMPARE(stale.size(), std::size_t(2));
        QCOMPARE(stale[0].documentId, QStringLiteral("undated"));
        QCOMPARE(stale[0].days, -1);
        QCOMPARE(stale[1].documentId, QStringLiteral("old"));
        QCOMPARE(stale[1].corrections, 2);
        QCOMPARE(stale[1].lastCorrection, QDate(2026, 11, 2));
    }

    void aStoppedSearchForConflictsSaysSo()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto index =
            indexInMemory({article("a", "A", "", "It takes 3 days.")},
                          DocumentEncoder(*m_engine.encoder, m_engine.projection), m_engine.projection);

        const auto found = findConflicts(**index, *m_engine.encoder, RunControl(stop.get_token()));

        QVERIFY(!found);
        QVERIFY(found.error().kind == ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeReview)
#include "tst_knowledgereview.moc"
