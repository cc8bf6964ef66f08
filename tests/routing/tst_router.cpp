#include "core/ResourcePaths.h"
#include "routing/LocalRouter.h"
#include "routing/RouterEval.h"
#include "routing/RouterTrainer.h"
#include "support/TestSupport.h"

#include <QFile>

using namespace Helmdesk;

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCategoryHasIntentsWithEnoughUtterances();
    void plainRequestsGoWhereTheyBelong_data();
    void plainRequestsGoWhereTheyBelong();
    void theModelSurvivesSavingAndDamageIsSeen();
    void theEvaluationNamesWhatWentWrong();
    void aRuledOutCategoryLeavesTheOthersTheirShares();
    void theTuningMessagesAreRoutedRight();

private:
    std::unique_ptr<SentenceEncoder> m_encoder;
    std::unique_ptr<LocalRouter> m_router;
};

void TestRouter::initTestCase()
{
    auto encoder = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    VERIFY_RESULT(encoder);
    m_encoder = std::move(*encoder);
    auto model = loadBuiltRouterModel();
    VERIFY_RESULT(model);
    m_router = std::make_unique<LocalRouter>([this](const QString &text) { return m_encoder->encode(text); },
                                             *model);
}

void TestRouter::everyCategoryHasIntentsWithEnoughUtterances()
{
    const auto taxonomy = IntentTaxonomy::load(resourceFile(QStringLiteral("intents")));

    VERIFY_RESULT(taxonomy);
    int fine = 0;
    for (const Intent &intent : taxonomy->intents()) {
        fine += intent.category ? 1 : 0;
        if (intent.category)
            QVERIFY2(intent.utterances.size() >= 30, qPrintable(intent.id));
    }
    QVERIFY(fine >= 60);
}

void TestRouter::plainRequestsGoWhereTheyBelong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("category");
    QTest::newRow("refund") << QStringLiteral("I would like my money back for the last invoice")
                            << QStringLiteral("billing");
    QTest::newRow("password") << QStringLiteral("I forgot my password") << QStringLiteral("account");
    QTest::newRow("crash") << QStringLiteral("The app crashes when I open the settings")
                           << QStringLiteral("technical");
    QTest::newRow("hours") << QStringLiteral("When are you open?") << QStringLiteral("general");
    QTest::newRow("person") << QStringLiteral("Please let me talk to a person") << QStringLiteral("escalate");
}

void TestRouter::plainRequestsGoWhereTheyBelong()
{
    QFETCH(QString, text);
    QFETCH(QString, category);

    const auto route = m_router->route(text);

    VERIFY_RESULT(route);
    QCOMPARE(nameOf(route->category), category);
    QVERIFY(route->confidence > 0.5 && route->confidence <= 1.0);
}

void TestRouter::theModelSurvivesSavingAndDamageIsSeen()
{
    const QByteArray saved = m_router->model()->save();
    const auto restored = RouterModel::restore(saved);
    QByteArray damaged = saved;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);

    VERIFY_RESULT(restored);
    QCOMPARE(restored->save(), saved);
    QCOMPARE(RouterModel::restore(damaged).error().kind, ErrorKind::Corrupt);
}

void TestRouter::theTuningMessagesAreRoutedRight()
{
    std::vector<LabelledText> rows;
    QFile file(Test::tuningData() + QStringLiteral("/router_dev.jsonl"));
    if (Test::tuningData().isEmpty() || !file.open(QIODevice::ReadOnly)) {
        QVERIFY(rows.empty()); // without the data the other tests stand alone
        return;
    }
    while (!file.atEnd()) {
        const auto json = parseJson(file.readLine());
        VERIFY_RESULT(json);
        rows.push_back({stringOr(*json, "text"), *fromName<Category>(stringOr(*json, "label"))});
    }

    const auto report = evaluateRouter(*m_router, rows, {});

    VERIFY_RESULT(report);
    QVERIFY((*report)["accuracy"].get<double>() >= 0.96);
    QVERIFY((*report)["ece"].get<double>() <= 0.03);
}

void TestRouter::theEvaluationNamesWhatWentWrong()
{
    const QString refund = QStringLiteral("I want a refund for my last invoice");
    const QString crash = QStringLiteral("The app crashes when I open it");

    const auto report =
        evaluateRouter(*m_router, {{refund, Category::Billing}, {crash, Category::Account}}, {});

    VERIFY_RESULT(report);
    QCOMPARE((*report)["wrong"].size(), std::size_t(1));
    QCOMPARE(stringOr((*report)["wrong"][0], "text"), crash);
    QCOMPARE(stringOr((*report)["wrong"][0], "label"), QStringLiteral("account"));
    QCOMPARE(stringOr((*report)["wrong"][0], "category"), QStringLiteral("technical"));
    const auto outside = evaluateOutOfScope(*m_router, {refund, crash}, 0.8,
                                            [&](const QString &text) { return text == crash; }, {});
    VERIFY_RESULT(outside);
    QCOMPARE((*outside)["confident_rate"], 0.5);
    QCOMPARE(stringOr((*outside)["confident"][0], "text"), refund);
}

void TestRouter::aRuledOutCategoryLeavesTheOthersTheirShares()
{
    Route route;
    route.category = Category::Escalate;
    route.intent = QStringLiteral("escalate.person");
    route.confidence = 0.6;
    route.outOfScope = 0.2;
    route.categories = {{QStringLiteral("escalate"), 0.6},
                        {QStringLiteral("billing"), 0.3},
                        {QStringLiteral("account"), 0.1}};
    route.intents = {{QStringLiteral("escalate.person"), 0.6}, {QStringLiteral("billing.refund"), 0.3}};

    const Route left = withoutCategory(route, Category::Escalate);
    QCOMPARE(left.category, Category::Billing);
    QCOMPARE(left.runnerUp, Category::Account);
    QCOMPARE(left.confidence, 0.3 / 0.4 * 0.8);
    QCOMPARE(left.runnerUpConfidence, 0.1 / 0.4 * 0.8);
    QCOMPARE(left.intent, QStringLiteral("billing.refund"));
    QCOMPARE(left.intents.size(), std::size_t(1));

    QCOMPARE(withoutCategory(route, Category::General).category, Category::Escalate);
    route.categories = {{QStringLiteral("escalate"), 1.0}};
    QCOMPARE(withoutCategory(route, Category::Escalate).category, Category::Escalate);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
