// Trains the reading heads at build time, or measures them on held-back examples:
//   helmdesk_train_reading ENCODER UNDERSTANDING_FOLDER INTENTS_FOLDER OUTPUT
//   helmdesk_train_reading ENCODER UNDERSTANDING_FOLDER INTENTS_FOLDER --held-back [COST]

#include "understanding/Reading.h"
#include "understanding/ReadingTrainer.h"

#include <chrono>
#include <cstdio>
#include <QCoreApplication>
#include <QSaveFile>

namespace
{

using namespace Helmdesk;

constexpr double askedFrom = 0.9; // of the heads alone
constexpr double half = 0.5;      // of the heads, where the second reader agrees

struct Counts {
    int all = 0;
    int half = 0;   // heads at 0.5
    int sure = 0;   // heads at 0.9
    int agreed = 0; // heads at 0.5, and the second reader agrees
};

Counts countsOf(const std::vector<HeldBackReading> &readings, bool ofAsking)
{
    Counts counts;
    for (const HeldBackReading &reading : readings) {
        if ((reading.mood == Mood::Asks) != ofAsking)
            continue;
        const double p = reading.moods.of(Mood::Asks);
        ++counts.all;
        counts.half += p >= half ? 1 : 0;
        counts.sure += p >= askedFrom ? 1 : 0;
        counts.agreed += p >= half && reading.second >= leastAgreement ? 1 : 0;
    }
    return counts;
}

// Of each act: how many that ask are read so by the heads at 0.9, at 0.5, and by both readers, how many
// others are, and the worst of them.
void printHeldBack(const std::vector<EncodedExample> &examples,
                   const std::vector<std::vector<HeldBackReading>> &byAct, const QStringList &acts)
{
    for (size_t a = 0; a < byAct.size(); ++a) {
        const Counts asking = countsOf(byAct[a], true);
        const Counts others = countsOf(byAct[a], false);
        std::printf("%-24s asks %4d: at 0.9 %4d, at 0.5 %4d, both %4d   others %5d: at 0.9 %3d, at 0.5 %3d, "
                    "both %3d\n",
                    qPrintable(acts[static_cast<qsizetype>(a)]), asking.all, asking.sure, asking.half,
                    asking.agreed, others.all, others.sure, others.half, others.agreed);
        for (const HeldBackReading &reading : byAct[a]) {
            const double p = reading.moods.of(Mood::Asks);
            const bool isWrong = reading.mood != Mood::Asks && p >= half &&
                                 (p >= askedFrom || reading.second >= leastAgreement);
            const bool isMissed = reading.mood == Mood::Asks && p < 0.2;
            if (isWrong || isMissed)
                std::printf("    %.2f %.2f %-9s %s\n", p, reading.second, qPrintable(nameOf(reading.mood)),
                            qPrintable(examples[reading.example].example.text.left(150)));
        }
    }
}

Result<QByteArray> trainedModel(const std::vector<EncodedExample> &examples)
{
    const auto started = std::chrono::steady_clock::now();
    auto model = ReadingTrainer().train(examples, {});
    if (!model)
        return model.error();
    std::printf("Reading: %lld acts, %zu examples, trained in %.1f s\n",
                static_cast<long long>(model->acts().size()), examples.size(),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    return model->save();
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    if (args.size() < 5) {
        std::fprintf(stderr, "usage: helmdesk_train_reading ENCODER UNDERSTANDING_FOLDER INTENTS_FOLDER "
                             "OUTPUT|--held-back [COST]\n");
        return 2;
    }
    auto encoder = SentenceEncoder::open(args[1]);
    if (!encoder)
        return fail(encoder.error());
    auto examples = encodedExamples(args[2], args[3], **encoder);
    if (!examples)
        return fail(examples.error());
    if (args[4] == QLatin1String("--held-back")) {
        const ReadingTrainer trainer =
            args.size() > 5 ? ReadingTrainer(args[5].toDouble()) : ReadingTrainer();
        auto readings = trainer.heldBack(*examples, {});
        if (!readings)
            return fail(readings.error());
        auto written = loadReadingExamples(args[2]);
        if (!written)
            return fail(written.error());
        printHeldBack(*examples, *readings, actsOf(*written));
        return 0;
    }
    const auto model = trainedModel(*examples);
    if (!model)
        return fail(model.error());
    QSaveFile file(args[4]);
    if (!file.open(QIODevice::WriteOnly) || file.write(*model) != model->size() || !file.commit()) {
        std::fprintf(stderr, "%s cannot be written: %s\n", qPrintable(args[4]),
                     qPrintable(file.errorString()));
        return 1;
    }
    return 0;
}
