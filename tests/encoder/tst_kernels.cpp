#include "encoder/InstructionSets.h"
#include "encoder/Kernels.h"
#include "support/TestSupport.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace Helmdesk;
using namespace Helmdesk::EncoderKernels;

namespace
{

// A layer with the largest numbers that occur, in the packed layout, and its plain sums.
template <class Weight>
struct Layer {
    std::size_t outputs;
    std::size_t inputs;
    std::vector<Weight> plain; // [output][input]
    std::vector<Weight> packed;
    std::vector<float> scales;
    std::vector<float> bias;

    Layer(std::size_t out, std::size_t in, int limit, std::mt19937 &random)
        : outputs(out)
        , inputs(in)
        , plain(out * in)
        , packed(out * in)
        , scales(out)
        , bias(out)
    {
        std::uniform_int_distribution<int> weight(-limit, limit);
        std::uniform_real_distribution<float> number(-1.0F, 1.0F);
        for (auto &w : plain)
            w = static_cast<Weight>(weight(random));
        std::fill_n(plain.begin(), in, static_cast<Weight>(limit)); // the first output at the very limit
        for (std::size_t o = 0; o < out; ++o) {
            for (std::size_t i = 0; i < in; ++i)
                packed[o / 16 * 16 * in + i / 2 * 32 + o % 16 * 2 + i % 2] = plain[o * in + i];
            scales[o] = std::abs(number(random)) * 1e-4F;
            bias[o] = number(random);
        }
    }

    PackedMatrix<Weight> matrix() const
    {
        return {packed.data(), scales.data(), bias.data(), outputs, inputs};
    }

    float expected(const std::int16_t *x, float rowScale, std::size_t o) const
    {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < inputs; ++i)
            sum += std::int64_t{x[i]} * plain[o * inputs + i];
        Q_ASSERT(std::abs(sum) <= INT32_MAX);
        const float scale = rowScale * scales[o];
        const float product = static_cast<float>(static_cast<std::int32_t>(sum)) * scale;
        return product + bias[o];
    }
};

} // namespace

class TestKernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byteProductsAreExact();
    void shortProductsAreExact();
    void geluIsCloseToItsDefinition();
    void softmaxSumsToOneAndIgnoresPadding();
    void rowsOfZerosStayZeros();

private:
    template <class Fn>
    static void onEachSet(const Fn &fn);
};

template <class Fn>
void TestKernels::onEachSet(const Fn &fn)
{
    for (const InstructionSet &set : instructionSets()) {
        const ForcedInstructionSet forced(set);
        fn(set.name);
    }
}

void TestKernels::byteProductsAreExact()
{
    std::mt19937 random(7);
    const Layer<std::int8_t> layer(48, 1536, 127, random);
    for (std::size_t rows : {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15, 70}) {
        std::uniform_int_distribution<int> value(-8191, 8191);
        std::vector<std::int16_t> x(rows * 1536);
        for (auto &v : x)
            v = static_cast<std::int16_t>(value(random));
        std::fill_n(x.begin(), 1536, std::int16_t{8191}); // 8191 x 127 x 1536 is the largest sum
        std::vector<float> rowScales(rows, 0.25F);
        onEachSet([&](const char *name) {
            std::vector<float> out(rows * 50, -7.0F);
            linear({x.data(), rowScales.data(), rows}, layer.matrix(), Activation::None, out.data(), 50);
            for (std::size_t r = 0; r < rows; ++r) {
                for (std::size_t o = 0; o < 48; ++o)
                    QVERIFY2(out[r * 50 + o] == layer.expected(x.data() + r * 1536, rowScales[r], o), name);
                QVERIFY2(out[r * 50 + 48] == -7.0F && out[r * 50 + 49] == -7.0F, name);
            }
        });
    }
}

void TestKernels::shortProductsAreExact()
{
    std::mt19937 random(8);
    for (std::size_t outputs : {16, 32, 80}) {
        const Layer<std::int16_t> layer(outputs, 32, 8191, random);
        std::uniform_int_distribution<int> value(-8191, 8191);
        std::vector<std::int16_t> x(21 * 32);
        for (auto &v : x)
            v = static_cast<std::int16_t>(value(random));
        std::fill_n(x.begin(), 32, std::int16_t{8191});
        const std::vector<float> rowScales(21, 1e-3F);
        onEachSet([&](const char *name) {
            std::vector<float> out(21 * outputs);
            linear({x.data(), rowScales.data(), 21}, layer.matrix(), out.data(), outputs);
            for (std::size_t r = 0; r < 21; ++r) {
                for (std::size_t o = 0; o < outputs; ++o)
                    QVERIFY2(out[r * outputs + o] == layer.expected(x.data() + r * 32, 1e-3F, o), name);
            }
        });
    }
}

void TestKernels::geluIsCloseToItsDefinition()
{
    const std::int16_t one[2] = {1, 0};
    const float scale = 1.0F;
    std::vector<std::int8_t> weights(32, 0);
    const std::vector<float> scales(16, 0.0F);
    onEachSet([&](const char *name) {
        for (int step = -800; step <= 800; ++step) {
            const float x = static_cast<float>(step) / 100.0F;
            const std::vector<float> bias(16, x);
            float out[16];
            linear({one, &scale, 1},
                   PackedMatrix<std::int8_t>{weights.data(), scales.data(), bias.data(), 16, 2},
                   Activation::Gelu, out, 16);
            const double exact = 0.5 * double{x} * (1.0 + std::erf(double{x} / std::sqrt(2.0)));
            QVERIFY2(std::abs(double{out[3]} - exact) < 6e-5, name);
        }
    });
}

void TestKernels::softmaxSumsToOneAndIgnoresPadding()
{
    std::mt19937 random(9);
    std::uniform_real_distribution<float> number(-9.0F, 9.0F);
    for (std::size_t keys : {1, 2, 15, 16, 17, 255, 256}) {
        const std::size_t stride = (keys + 15) / 16 * 16;
        std::vector<float> scores(stride);
        for (auto &score : scores)
            score = number(random);
        double sum = 0.0;
        for (std::size_t k = 0; k < keys; ++k)
            sum += std::exp(double{scores[k]});
        onEachSet([&](const char *name) {
            std::vector<float> work = scores;
            std::vector<std::int16_t> weights(stride);
            float scale = 0.0F;
            softmax(work.data(), 1, keys, stride, weights.data(), &scale);
            for (std::size_t k = 0; k < keys; ++k)
                QVERIFY2(std::abs(weights[k] * double{scale} - std::exp(double{scores[k]}) / sum) < 1e-4,
                         name);
            for (std::size_t k = keys; k < stride; ++k)
                QVERIFY2(weights[k] == 0, name);
            const int total = std::accumulate(weights.begin(), weights.end(), 0);
            QVERIFY2(total * 8191.0 < 2147483648.0, name);
        });
    }
}

void TestKernels::rowsOfZerosStayZeros()
{
    onEachSet([](const char *name) {
        const std::vector<float> zeros(64, 0.0F);
        std::vector<std::int16_t> out(64, 5);
        std::vector<float> scales(2, 5.0F);
        quantiseRows(zeros.data(), 32, 2, 32, out.data(), 32, scales.data());
        QVERIFY2(std::ranges::all_of(out, [](std::int16_t v) { return v == 0; }), name);
        QVERIFY2(scales[0] == 0.0F && scales[1] == 0.0F, name);

        std::vector<float> vector(64, 0.0F);
        makeUnitLength(vector.data(), 64);
        QVERIFY2(vector == zeros, name);
    });
}

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
