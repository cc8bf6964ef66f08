#include "routing/DenseSvm.h"
#include "routing/RouterLearner.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>
#include <random>
#include <set>

using namespace Helmdesk;

namespace
{

constexpr int width = 24;

// A text of a made-up language: each group has words and a direction of its own.
RoutingExample example(std::mt19937 &random, int direction, int group, int intent)
{
    std::normal_distribution<float> noise(0.0F, 0.15F);
    RoutingExample made;
    made.text = QStringLiteral("word%1%1 filler%2").arg(direction).arg(random() % 50);
    made.vector.resize(width);
    for (float &value : made.vector)
        value = noise(random);
    made.vector[static_cast<size_t>(direction)] += 1.0F;
    float length = 0.0F;
    for (const float value : made.vector)
        length += value * value;
    for (float &value : made.vector)
        value /= std::sqrt(length);
    made.group = group;
    made.intent = intent;
    return made;
}

struct World {
    TrainingSet written;
    std::vector<RoutingExample> validation;
    RouterModel model;
};

} // namespace

class TestRouterLearner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theMachineSeparatesAndIsDeterministic();
    void similarExamplesShareAFold();
    void correctionsOfANewKindAreLearnt();
    void aModelThatForgetsIsDeclined();
    void nothingNewChangesNothingForTheWorse();
    void aDamagedVectorFileIsEmpty();

private:
    std::vector<LearntText> corrections(int count, int direction, int group);
    std::unique_ptr<World> m_world;
    std::mt19937 m_random{5};
};

void TestRouterLearner::initTestCase()
{
    m_world = std::make_unique<World>();
    TrainingSet &written = m_world->written;
    for (int group = 0; group < groupCount; ++group) {
        written.intents << QStringLiteral("intent.%1").arg(group);
        written.groupOfIntent.push_back(group);
        for (int i = 0; i < 30; ++i)
            written.examples.push_back(example(m_random, group, group, group));
        for (int i = 0; i < 10; ++i)
            m_world->validation.push_back(example(m_random, group, group, -1));
    }
    auto model = RouterTrainer().train(written.intents, written.groupOfIntent, written.examples, {});
    VERIFY_RESULT(model);
    m_world->model = std::move(*model);
}

std::vector<LearntText> TestRouterLearner::corrections(int count, int direction, int group)
{
    std::vector<LearntText> texts;
    for (int i = 0; i < count; ++i)
        texts.push_back({example(m_random, direction, group, -1), QStringLiteral("cus_%1").arg(i), true});
    return texts;
}

void TestRouterLearner::theMachineSeparatesAndIsDeterministic()
{
    std::vector<float> values;
    std::vector<char> labels;
    for (int i = 0; i < 60; ++i) {
        const RoutingExample made = example(m_random, i % 2, 0, 0);
        values.insert(values.end(), made.vector.begin(), made.vector.end());
        labels.push_back(i % 2 == 0 ? 1 : 0);
    }
    const DenseRows rows{values.data(), 60, width};

    const SvmWeights first = trainDenseSvm(rows, labels, 1.0, 3);
    const SvmWeights second = trainDenseSvm(rows, labels, 1.0, 3);

    QCOMPARE(first.weights, second.weights);
    QCOMPARE(first.bias, second.bias);
    for (size_t i = 0; i < rows.count; ++i) {
        double score = first.bias;
        for (size_t f = 0; f < rows.width; ++f)
            score += static_cast<double>(first.weights[f]) * rows.row(i)[f];
        QCOMPARE(score > 0.0, labels[i] == 1);
    }
}

void TestRouterLearner::similarExamplesShareAFold()
{
    std::vector<RoutingExample> examples;
    for (int direction = 0; direction < 8; ++direction) {
        for (int i = 0; i < 5; ++i)
            examples.push_back(example(m_random, direction, 0, 0)); // one intent of eight kinds of phrase
    }

    const std::vector<int> folds = similarityFolds(examples, 4);

    for (int direction = 0; direction < 8; ++direction) {
        for (int i = 1; i < 5; ++i)
            QCOMPARE(folds[static_cast<size_t>(direction * 5 + i)],
                     folds[static_cast<size_t>(direction * 5)]);
    }
    QCOMPARE(std::set<int>(folds.begin(), folds.end()).size(), size_t{4});
}

void TestRouterLearner::correctionsOfANewKindAreLearnt()
{
    const RouterLearner learner(m_world->written, m_world->validation, 0.8);
    const auto texts = corrections(30, 10, static_cast<int>(Category::Technical)); // a direction of its own

    const auto learned = learner.learn(texts, m_world->model, {});

    VERIFY_RESULT(learned);
    QVERIFY2(learned->isNotWorse, qPrintable(stringOr(learned->report, "verdict")));
    QVERIFY(learned->report["held_back"]["after"].get<double>() > 0.9);
    QVERIFY(learned->report["held_back"]["after"].get<double>() >
            learned->report["held_back"]["before"].get<double>());
    const RoutingExample fresh = example(m_random, 10, 1, -1);
    QCOMPARE(learned->model.predict(fresh.vector, fresh.text).category, Category::Technical);
}

void TestRouterLearner::aModelThatForgetsIsDeclined()
{
    const RouterLearner learner(m_world->written, m_world->validation, 0.8);
    const auto texts =
        corrections(400, 0, static_cast<int>(Category::General)); // what is billing, as general

    const auto learned = learner.learn(texts, m_world->model, {});

    VERIFY_RESULT(learned);
    QVERIFY(!learned->isNotWorse);
    QVERIFY(learned->report["validation"]["broken"].size() >= 5);
}

void TestRouterLearner::nothingNewChangesNothingForTheWorse()
{
    const RouterLearner learner(m_world->written, m_world->validation, 0.8);

    const auto learned = learner.learn({}, m_world->model, {});

    VERIFY_RESULT(learned);
    QVERIFY(learned->isNotWorse);
    QCOMPARE(learned->report["held_back"]["n"].get<int>(), 0);
    QCOMPARE(learned->model.save(), m_world->model.save());
}

void TestRouterLearner::aDamagedVectorFileIsEmpty()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("v"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no vectors at all, but long enough to hold a digest");
    file.close();

    QCOMPARE(TextVectors::load(path, "f").size(), 0);
    QCOMPARE(TextVectors::load(folder.filePath(QStringLiteral("missing")), "f").size(), 0);
    VERIFY_RESULT(TextVectors::load(path, "f").save(path));
    QCOMPARE(TextVectors::load(path, "f").size(), 0);
}

QTEST_GUILESS_MAIN(TestRouterLearner)
#include "tst_routerlearner.moc"
