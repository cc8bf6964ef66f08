#include "core/ResourcePaths.h"
#include "encoder/EigenForwardPass.h"
#include "encoder/InstructionSets.h"
#include "encoder/SentenceEncoder.h"
#include "EncoderTestData.h"
#include "support/TestSupport.h"

#include <bit>
#include <cmath>
#include <thread>

using namespace Helmdesk;

namespace
{

// The texts that every test encodes: the golden sentences, our own.
std::vector<QString> sentences()
{
    std::vector<QString> texts;
    const Json golden = Test::golden();
    for (const Json &row : memberOrNull(golden, "vectors"))
        texts.push_back(stringOr(row, "text"));
    return texts;
}

quint64 fingerprintOf(const std::vector<Vector> &vectors)
{
    quint64 hash = 1469598103934665603U;
    for (const Vector &vector : vectors) {
        for (const float value : vector)
            hash = (hash ^ std::bit_cast<quint32>(value)) * 1099511628211U;
    }
    return hash;
}

} // namespace

class TestSentenceEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vectorsAgreeWithTheReference();
    void vectorsAreTheSameToTheLastBitEverywhere();
    void activationsCostAlmostNothing();
    void vectorsHaveUnitLength();
    void meaningDecidesNotWords();
    void batchGivesTheSameVectors();
    void threadsGiveTheSameVectors();
    void tokenVectorsBelongToTheText();
    void cosineOfDifferentLengthsIsZero();
    void missingWeightsAreAnError();

private:
    std::vector<Vector> encodeAll(const std::vector<QString> &texts) const;

    std::unique_ptr<SentenceEncoder> m_encoder;
    std::vector<QString> m_texts;
};

void TestSentenceEncoder::initTestCase()
{
    auto encoder = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    VERIFY_RESULT(encoder);
    m_encoder = *std::move(encoder);
    m_texts = sentences();
    QVERIFY(m_texts.size() >= 10);
}

std::vector<Vector> TestSentenceEncoder::encodeAll(const std::vector<QString> &texts) const
{
    std::vector<Vector> vectors;
    for (const QString &text : texts)
        vectors.push_back(m_encoder->encode(text));
    return vectors;
}

void TestSentenceEncoder::vectorsAgreeWithTheReference()
{
    const Json golden = Test::golden();
    double sum = 0.0;
    for (const Json &row : golden["vectors"]) {
        const auto expected = row["vector"].get<Vector>();
        const double similarity = cosine(m_encoder->encode(stringOr(row, "text")), expected);
        QVERIFY2(similarity > 0.997, qPrintable(stringOr(row, "text").left(50)));
        sum += similarity;
    }
    const double mean = sum / static_cast<double>(golden["vectors"].size());
    qInfo("mean cosine with the reference: %.5f", mean);
    QVERIFY(mean > 0.999);
}

void TestSentenceEncoder::vectorsAreTheSameToTheLastBitEverywhere()
{
    std::vector<QString> texts = m_texts;
    const std::vector<QString> tuning = Test::tuningMessages();
    texts.insert(texts.end(), tuning.begin(), tuning.begin() + std::min<qsizetype>(8, std::ssize(tuning)));
    const std::vector<Vector> expected = encodeAll(texts);

    for (const InstructionSet &set : instructionSets()) {
        const ForcedInstructionSet forced(set);
        QVERIFY2(encodeAll(texts) == expected, set.name);
    }
    // Taken down on one machine; every other must find the same. A change of the arithmetic or of the weights
    // changes it: then raise arithmeticVersion in SentenceEncoder.cpp, since stored vectors no longer fit.
    QCOMPARE(fingerprintOf(encodeAll(m_texts)), quint64{0xdafd6c4aeb4a3cc5});
}

void TestSentenceEncoder::activationsCostAlmostNothing()
{
    const EigenForwardPass plain(m_encoder->weights());
    for (const QString &text : m_texts) {
        const auto expected = plain.encode(m_encoder->tokenizer().tokenize(text));
        QVERIFY(cosine(m_encoder->encode(text), expected) > 0.99999F);
    }
}

void TestSentenceEncoder::vectorsHaveUnitLength()
{
    for (const QString &text : {QString(), QStringLiteral(" "), QStringLiteral("x"), QString(100'000, u'e'),
                                QStringLiteral("a b ").repeated(30'000), QString(QChar(0xD800))}) {
        const Vector vector = m_encoder->encode(text);
        QCOMPARE(vector.size(), SentenceEncoder::dimensions);
        QVERIFY(std::abs(cosine(vector, vector) - 1.0F) < 1e-5F);
    }
}

void TestSentenceEncoder::meaningDecidesNotWords()
{
    const Vector question = m_encoder->encode(u"I cannot sign in any more");
    const Vector near = m_encoder->encode(u"My login stopped working");
    const Vector far = m_encoder->encode(u"I cannot find the yearly invoice any more");

    QVERIFY(cosine(question, near) > cosine(question, far) + 0.1F);
}

void TestSentenceEncoder::batchGivesTheSameVectors()
{
    std::vector<QString> texts;
    for (int i = 0; i < 3; ++i) {
        texts.insert(texts.end(), m_texts.begin(), m_texts.end());
        texts.push_back(QStringLiteral("order %1 ").arg(i).repeated(i));
    }
    const std::vector<Vector> expected = encodeAll(texts);

    QVERIFY(m_encoder->encodeBatch(texts) == expected);
    QVERIFY(m_encoder->encodeBatch(texts, 1) == expected);
    QVERIFY(m_encoder->encodeBatch(texts, 3) == expected);
    QVERIFY(m_encoder->encodeBatch({}).empty());
}

void TestSentenceEncoder::threadsGiveTheSameVectors()
{
    const std::vector<Vector> expected = encodeAll(m_texts);
    std::atomic<int> different = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (std::size_t i = 0; i < m_texts.size(); ++i)
                    different += m_encoder->encode(m_texts[i]) == expected[i] ? 0 : 1;
            });
        }
    }
    QCOMPARE(different.load(), 0);
}

void TestSentenceEncoder::tokenVectorsBelongToTheText()
{
    const QString text = m_texts[3];
    const TokenVectors tokens = m_encoder->encodeTokens(text);

    QCOMPARE(tokens.tokens, m_encoder->tokenizer().tokenize(text));
    QCOMPARE(tokens.values.size(), tokens.tokens.size() * SentenceEncoder::dimensions);
    QCOMPARE(tokens.mean, m_encoder->encode(text));
    for (std::size_t t = 0; t < tokens.tokens.size(); ++t)
        QVERIFY(std::abs(cosine(tokens.row(t), tokens.row(t)) - 1.0F) < 1e-5F);
}

void TestSentenceEncoder::cosineOfDifferentLengthsIsZero()
{
    QCOMPARE(cosine(m_encoder->encode(u"x"), Vector(16, 0.25F)), 0.0F);
}

void TestSentenceEncoder::missingWeightsAreAnError()
{
    const auto encoder = SentenceEncoder::open(QStringLiteral("no/such/weights.hdenc"));

    QVERIFY(!encoder);
    QCOMPARE(encoder.error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestSentenceEncoder)
#include "tst_sentenceencoder.moc"
