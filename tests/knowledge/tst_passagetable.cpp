#include "encoder/InstructionSets.h"
#include "knowledge/PassageTable.h"
#include "knowledge/VectorScan.h"

#include "support/TestSupport.h"

#include <cmath>
#include <QRandomGenerator>

using namespace Helmdesk;

class TestPassageTable : public QObject
{
    Q_OBJECT

    static std::vector<float> direction(QRandomGenerator &random)
    {
        std::vector<float> values(vectorWidth);
        float squares = 0.0F;
        for (float &value : values) {
            value = static_cast<float>(random.generateDouble()) - 0.5F;
            squares += value * value;
        }
        for (float &value : values)
            value /= std::sqrt(squares);
        return values;
    }

    static PassageVectors stored(const std::vector<float> &values)
    {
        PassageVectors vectors;
        for (const float value : values)
            vectors.mean.push_back(static_cast<std::int16_t>(std::lrint(value * vectorUnit)));
        return vectors;
    }

private Q_SLOTS:
    void everyInstructionSetGivesTheSameSums()
    {
        QRandomGenerator random(1);
        for (const std::size_t width : {std::size_t(64), std::size_t(384)}) {
            std::vector<std::int8_t> rows(37 * width);
            for (std::int8_t &value : rows)
                value = static_cast<std::int8_t>(random.bounded(-127, 128));
            std::vector<std::int16_t> query(width);
            for (std::int16_t &value : query)
                value = static_cast<std::int16_t>(random.bounded(-8191, 8192));
            std::vector<std::int32_t> expected(37, 0);
            for (std::size_t r = 0; r < expected.size(); ++r)
                for (std::size_t i = 0; i < width; ++i)
                    expected[r] += rows[r * width + i] * query[i];
            for (const InstructionSet &set : instructionSets()) {
                const ForcedInstructionSet forced(set);
                std::vector<std::int32_t> sums(37, -1);

                VectorScan::dotRows(rows.data(), sums.size(), width, query.data(), sums.data());

                QVERIFY2(sums == expected, set.name);
            }
        }
    }

    void everyInstructionSetGivesTheSameExactSum()
    {
        QRandomGenerator random(7);
        const std::vector<std::int16_t> query = queryIntegers(direction(random));
        const PassageVectors row = stored(direction(random));
        std::int32_t expected = 0;
        for (std::size_t i = 0; i < query.size(); ++i)
            expected += row.mean[i] * query[i];
        for (const InstructionSet &set : instructionSets()) {
            const ForcedInstructionSet forced(set);
            QCOMPARE(VectorScan::dot(row.mean.data(), query.data(), query.size()), expected);
        }
    }

    void theScanStaysWithinItsBound()
    {
        QRandomGenerator random(2);
        PassageTable table;
        for (int i = 0; i < 500; ++i) {
            const PassageVectors vectors = stored(direction(random));
            table.append(&vectors);
        }
        table.append(nullptr);
        const std::vector<std::int16_t> query = queryIntegers(direction(random));
        std::vector<float> scanned(table.size());

        table.scan(query, 0, table.size(), scanned);

        for (std::size_t i = 0; i < table.size(); ++i)
            QVERIFY(std::abs(scanned[i] - table.exact(query, i)) <= table.errorBound(query));
        QCOMPARE(scanned.back(), 0.0F);
        QVERIFY(table.errorBound(query) < 0.02F);
    }

    void exactCosinesAgreeWithFloats()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 50; ++i) {
            const std::vector<float> a = direction(random);
            const std::vector<float> b = direction(random);
            PassageTable table;
            const PassageVectors vectors = stored(a);
            table.append(&vectors);
            float expected = 0.0F;
            for (std::size_t d = 0; d < a.size(); ++d)
                expected += a[d] * b[d];

            QVERIFY(std::abs(table.exact(queryIntegers(b), 0) - expected) < 3e-4F);
        }
    }

    void lateInteractionTakesTheBestToken()
    {
        PassageVectors vectors;
        vectors.mean.assign(vectorWidth, 0);
        vectors.tokenIds = {5, 9};
        vectors.tokens.assign(2 * TokenProjection::outputs, 0);
        vectors.tokens[0] = 127;                           // first token points along axis 0
        vectors.tokens[TokenProjection::outputs + 1] = 64; // second half along axis 1
        PassageTable table;
        table.append(&vectors);
        std::vector<std::int16_t> queries(2 * TokenProjection::outputs, 0);
        queries[0] = 127;
        queries[TokenProjection::outputs + 1] = 127;
        std::vector<float> best(2, 0.0F);

        table.lateInteraction(queries, 0, 1, best);

        QCOMPARE(best[0], 1.0F);
        QVERIFY(std::abs(best[1] - 64.0F / 127.0F) < 1e-5F);
    }

    void blobsComeBackAndDamageIsFound()
    {
        QRandomGenerator random(4);
        PassageVectors vectors = stored(direction(random));
        vectors.tokenIds = {1, 30521};
        for (std::size_t i = 0; i < 2 * TokenProjection::outputs; ++i)
            vectors.tokens.push_back(static_cast<std::int8_t>(random.bounded(-127, 128)));
        const QByteArray blob = toBlob(vectors);

        const auto back = fromBlob(blob);

        VERIFY_RESULT(back);
        QVERIFY(back->mean == vectors.mean);
        QVERIFY(back->tokenIds == vectors.tokenIds);
        QVERIFY(back->tokens == vectors.tokens);
        QVERIFY(!fromBlob(blob.chopped(1)));
        QVERIFY(!fromBlob(QByteArray()));
        QVERIFY(fromBlob(QByteArray(blob).replace(0, 1, "\x07")).error().kind == ErrorKind::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestPassageTable)
#include "tst_passagetable.moc"
