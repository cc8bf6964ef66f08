#include "store/SqliteAuditLog.h"
#include "store/SqliteDraftRepository.h"
#include "store/SqliteLearningRepository.h"
#include "store/SqliteTrainingRepository.h"
#include "StoreTestSupport.h"

using namespace Helmdesk;
using Test::at;

class TestLearningRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void correctionsCarryTheirCustomerAndOrigin();
    void aFalseAlarmBecomesAnExampleOnce();
    void aReviewIsKeptAndAudited();
    void verdictsBecomeEvidence();
    void oneVersionIsActiveAndEarlierOnesComeBack();

private:
    // A routed message.
    Test::Opened routed(const QString &customer, const QString &text, const char *category,
                        double confidence);
    qint64 say(const Test::Opened &opened, VerdictKind kind, const char *before = "", const char *after = "",
               double confidence = 0.0);
    std::unique_ptr<Test::TemporaryStore> m_store;
    std::unique_ptr<SqliteLearningRepository> m_learning;
};

void TestLearningRepository::init()
{
    m_store = std::make_unique<Test::TemporaryStore>();
    m_learning = std::make_unique<SqliteLearningRepository>(*m_store->database);
}

Test::Opened TestLearningRepository::routed(const QString &customer, const QString &text,
                                            const char *category, double confidence)
{
    const Test::Opened opened = Test::openConversation(*m_store->database, customer, text);
    SqliteRunRepository runs(*m_store->database);
    auto run = runs.begin(opened.conversation.id, opened.message, at(0));
    if (!run)
        qFatal("%s", qPrintable(run.error().detail));
    Outcome outcome;
    outcome.conversation = opened.conversation.id;
    outcome.run = run->id;
    outcome.category = *fromName<Category>(QString::fromLatin1(category));
    outcome.confidence = confidence;
    if (auto kept = runs.saveOutcome(run->id, opened.message, outcome, RunState::Finished,
                                     OutcomeWrite::First, at(0));
        !kept)
        qFatal("%s", qPrintable(kept.error().detail));
    return opened;
}

qint64 TestLearningRepository::say(const Test::Opened &opened, VerdictKind kind, const char *before,
                                   const char *after, double confidence)
{
    OperatorVerdict verdict;
    verdict.kind = kind;
    verdict.conversation = opened.conversation.id;
    verdict.message = opened.message;
    verdict.before = QString::fromLatin1(before);
    verdict.after = QString::fromLatin1(after);
    verdict.confidence = confidence;
    verdict.by = QStringLiteral("iris");
    verdict.at = at(1);
    return SqliteTrainingRepository(*m_store->database).addVerdict(verdict).value_or(0);
}

void TestLearningRepository::correctionsCarryTheirCustomerAndOrigin()
{
    const auto opened = routed(QStringLiteral("cus_7"), QStringLiteral("where is it"), "billing", 0.9);
    TrainingExample example;
    example.text = QStringLiteral("where is it");
    example.category = Category::General;
    example.origin = QStringLiteral("operator");
    example.message = opened.message;
    example.by = QStringLiteral("iris");
    example.at = at(2);
    VERIFY_RESULT(SqliteTrainingRepository(*m_store->database).addExample(example));

    const auto all = m_learning->contributions();

    VERIFY_RESULT(all);
    QCOMPARE(all->size(), size_t{1});
    QCOMPARE(all->front().customer, QStringLiteral("cus_7"));
    QCOMPARE(all->front().category, Category::General);
    QCOMPARE(all->front().origin, QStringLiteral("operator"));
    QCOMPARE(all->front().at, at(2));
}

void TestLearningRepository::aFalseAlarmBecomesAnExampleOnce()
{
    say(routed(QStringLiteral("a"), QStringLiteral("text of a"), "technical", 0.7),
        VerdictKind::EscalationFalseAlarm);
    say(routed(QStringLiteral("b"), QStringLiteral("text of b"), "escalate", 0.9),
        VerdictKind::EscalationFalseAlarm);
    say(routed(QStringLiteral("c"), QStringLiteral("text of c"), "billing", 0.9), VerdictKind::DraftEdited);

    const auto first = m_learning->collectFromVerdicts();
    const auto second = m_learning->collectFromVerdicts();
    const auto all = m_learning->contributions();

    VERIFY_RESULT(first);
    QCOMPARE(*first, 2);
    QCOMPARE(second.value_or(-1), 0);
    VERIFY_RESULT(all);
    QCOMPARE(all->at(0).origin, QStringLiteral("false_alarm"));
    QCOMPARE(all->at(0).category, Category::Technical);
    QCOMPARE(all->at(1).origin, QStringLiteral("draft_edited"));
}

void TestLearningRepository::aReviewIsKeptAndAudited()
{
    say(routed(QStringLiteral("a"), QStringLiteral("text"), "technical", 0.7), VerdictKind::DraftEdited);
    VERIFY_RESULT(m_learning->collectFromVerdicts());
    const qint64 id = m_learning->contributions()->front().id;

    VERIFY_RESULT(m_learning->review(id, ReviewState::Excluded, QStringLiteral("iris"), at(3)));

    QCOMPARE(m_learning->contributions()->front().review, ReviewState::Excluded);
    QCOMPARE(m_learning->review(99, ReviewState::Accepted, QStringLiteral("iris"), at(3)).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(
        m_store->number(QStringLiteral("SELECT count(*) FROM audit_log WHERE action = 'training.reviewed'")),
        1);
}

void TestLearningRepository::verdictsBecomeEvidence()
{
    say(routed(QStringLiteral("a"), QStringLiteral("sent"), "billing", 0.95), VerdictKind::DraftSent);
    const auto corrected = routed(QStringLiteral("b"), QStringLiteral("corrected"), "general", 1.0);
    say(corrected, VerdictKind::CategoryChanged, "billing", "general", 0.85);
    say(corrected, VerdictKind::DraftSent); // after the second run: says nothing of the first routing
    say(routed(QStringLiteral("c"), QStringLiteral("rejected"), "billing", 0.9), VerdictKind::DraftRejected);
    say(routed(QStringLiteral("d"), QStringLiteral("person"), "escalate", 0.9), VerdictKind::DraftSent);

    const auto evidence = m_learning->evidence(at(0));
    const auto later = m_learning->evidence(at(60));

    VERIFY_RESULT(evidence);
    QCOMPARE(evidence->size(), size_t{2});
    QCOMPARE(std::ranges::count(*evidence, true, &RoutingEvidence::isRight), 1);
    const auto wrong = std::ranges::find(*evidence, false, &RoutingEvidence::isRight);
    QCOMPARE(wrong->confidence, 0.85);
    VERIFY_RESULT(later);
    QVERIFY(later->empty());
}

void TestLearningRepository::oneVersionIsActiveAndEarlierOnesComeBack()
{
    ModelVersion version;
    version.at = at(0);
    version.digest = QStringLiteral("d1");
    version.state = VersionState::Active;
    version.report = {{"verdict", "came with the program"}};
    const auto first = m_learning->addVersion(version);
    VERIFY_RESULT(first);
    version.parent = *first;
    const auto second = m_learning->addVersion(version);
    VERIFY_RESULT(second);

    VERIFY_RESULT(m_learning->activate(*first, QStringLiteral("iris"), at(9)));
    const auto all = m_learning->versions();

    VERIFY_RESULT(all);
    QCOMPARE(all->at(0).id, *second);
    QCOMPARE(all->at(0).state, VersionState::Former);
    QCOMPARE(all->at(1).state, VersionState::Active);
    QCOMPARE(m_learning->activate(77, QStringLiteral("iris"), at(9)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_learning->versions()->at(1).state, VersionState::Active); // nothing was left half done
    QVERIFY(SqliteAuditLog(*m_store->database).verify()->isIntact());
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM audit_log WHERE action IN "
                                            "('router.activated', 'router.version_made')")),
             3);
}

QTEST_GUILESS_MAIN(TestLearningRepository)
#include "tst_learningrepository.moc"
