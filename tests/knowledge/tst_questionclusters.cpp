#include "knowledge/QuestionClusters.h"
#include "knowledge/VectorBlob.h"
#include "support/TestSupport.h"

#include <cmath>
#include <random>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// Groups of questions by their vectors, and the words that name them.
class QuestionClustersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesKeepTheCosine();
    void groupsAreFoundAndOthersAreInNone();
    void resultIsTheSameEachTime();
    void nothingGivesNothing();
    void wordsTellAGroupFromTheOthers();
    void stopEndsIt();
};

namespace
{

std::vector<float> unit(std::vector<float> vector)
{
    float length = 0.0F;
    for (const float value : vector)
        length += value * value;
    for (float &value : vector)
        value /= std::sqrt(length);
    return vector;
}

std::vector<float> directionOf(std::mt19937 &random)
{
    std::normal_distribution<float> normal;
    std::vector<float> vector(vectorWidth);
    for (float &value : vector)
        value = normal(random);
    return unit(std::move(vector));
}

// Around a middle at a cosine of some 0.8.
std::vector<float> near(const std::vector<float> &middle, std::mt19937 &random)
{
    const std::vector<float> aside = directionOf(random);
    std::vector<float> vector(vectorWidth);
    for (std::size_t i = 0; i < vectorWidth; ++i)
        vector[i] = middle[i] + 0.75F * aside[i];
    return unit(std::move(vector));
}

// 60, 30 and 10 members of three groups in turn, and 20 of none.
ByteVectors sample(std::vector<int> &groups)
{
    std::mt19937 random(7);
    const std::vector<std::vector<float>> middles{directionOf(random), directionOf(random),
                                                  directionOf(random)};
    ByteVectors vectors;
    for (int i = 0; i < 120; ++i) {
        const int group = i >= 100 ? -1 : i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2;
        appendBytes(vectors,
                    group < 0 ? directionOf(random) : near(middles[static_cast<std::size_t>(group)], random));
        groups.push_back(group);
    }
    return vectors;
}

} // namespace

void QuestionClustersTest::bytesKeepTheCosine()
{
    std::mt19937 random(3);
    const std::vector<float> a = directionOf(random);
    const std::vector<float> b = near(a, random);
    ByteVectors bytes;
    appendBytes(bytes, a);
    appendBytes(bytes, b);

    const double found = byteCosine(std::span(bytes).first(vectorWidth), std::span(bytes).last(vectorWidth));

    double exact = 0.0;
    for (std::size_t i = 0; i < vectorWidth; ++i)
        exact += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    QVERIFY(std::abs(found - exact) < 0.01);
    QCOMPARE(byteCosine({}, {}), 0.0);
}

void QuestionClustersTest::groupsAreFoundAndOthersAreInNone()
{
    std::vector<int> groups;
    const ByteVectors vectors = sample(groups);

    const auto clusters = clusterVectors(vectors, {.leastCosine = 0.6, .leastMembers = 3});

    VERIFY_RESULT(clusters);
    QCOMPARE(clusters->size(), 3U);
    constexpr std::size_t sizes[] = {60, 30, 10};
    for (std::size_t c = 0; c < 3; ++c) {
        QCOMPARE((*clusters)[c].members.size(), sizes[c]);
        for (const std::size_t member : (*clusters)[c].members)
            QCOMPARE(groups[member], static_cast<int>(c));
        QVERIFY((*clusters)[c].tightness > 0.7);
    }
}

void QuestionClustersTest::resultIsTheSameEachTime()
{
    std::vector<int> groups;
    const ByteVectors vectors = sample(groups);

    const auto first = clusterVectors(vectors, {});
    const auto second = clusterVectors(vectors, {});

    VERIFY_RESULT(first);
    VERIFY_RESULT(second);
    QCOMPARE(first->size(), second->size());
    for (std::size_t c = 0; c < first->size(); ++c)
        QCOMPARE((*first)[c].members, (*second)[c].members);
}

void QuestionClustersTest::nothingGivesNothing()
{
    const auto clusters = clusterVectors({}, {});

    VERIFY_RESULT(clusters);
    QVERIFY(clusters->empty());
    QVERIFY(clusterWords({}, {}).empty());
}

void QuestionClustersTest::wordsTellAGroupFromTheOthers()
{
    const QStringList texts{u"My printer shows a red light"_s,      u"The printers have a red light"_s,
                            u"Red light on printer, please help"_s, u"Where is my invoice, please help"_s,
                            u"Please help, the invoice is wrong"_s, u"An invoice is missing, please help"_s};
    const std::vector<QuestionCluster> clusters{{{0, 1, 2}, 1.0}, {{3, 4, 5}, 1.0}};

    const std::vector<QStringList> words = clusterWords(clusters, texts);

    QCOMPARE(words.size(), 2U);
    QVERIFY(words[0].contains(u"printer"_s));
    QVERIFY(words[0].contains(u"red"_s));
    QVERIFY(!words[0].contains(u"please"_s));
    QCOMPARE(words[1].front(), u"invoice"_s);
}

void QuestionClustersTest::stopEndsIt()
{
    std::stop_source stop;
    stop.request_stop();
    std::vector<int> groups;

    const auto clusters = clusterVectors(sample(groups), {}, RunControl(stop.get_token()));

    QVERIFY(!clusters);
    QCOMPARE(clusters.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(QuestionClustersTest)
#include "tst_questionclusters.moc"
