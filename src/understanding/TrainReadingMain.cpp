// Trains the reading heads at build time, or measures them on held-back examples:
//   helmdesk_train_reading ENCODER UNDERSTANDING_FOLDER INTENTS_FOLDER OUTPUT
//   helmdesk_train_reading ENCODER UNDERSTANDING_FOLDER INTENTS_FOLDER --held-back [COST]

#include "understanding/ReadingTrainer.h"

#include <chrono>
#include <cstdio>
#include <QCoreApplication>
#include <QSaveFile>

namespace
{

using namespace Helmdesk;

constexpr double askedFrom = 0.9; // as the engine acts at once

// Of each act: how many that ask are read so at 0.9 and 0.5, how many others are, and the worst of them.
void printHeldBack(const std::vector<EncodedExample> &examples,
                   const std::vector<std::vector<HeldBackReading>> &byAct, const QStringList &acts)
{
    for (size_t a = 0; a < byAct.size(); ++a) {
        int asking = 0;
        int found = 0;
        int half = 0;
        int others = 0;
        int wrong = 0;
        int wrongHalf = 0;
        for (const HeldBackReading &reading : byAct[a]) {
            const double p = reading.moods.of(Mood::Asks);
            const bool asks = reading.mood == Mood::Asks;
            (asks ? asking : others) += 1;
            (asks ? found : wrong) += p >= askedFrom ? 1 : 0;
            (asks ? half : wrongHalf) += p >= 0.5 ? 1 : 0;
        }
        std::printf("%-24s asks %4d: at 0.9 %4d, at 0.5 %4d   others %5d: at 0.9 %3d, at 0.5 %3d\n",
                    qPrintable(acts[static_cast<qsizetype>(a)]), asking, found, half, others, wrong,
                    wrongHalf);
        for (const HeldBackReading &reading : byAct[a]) {
            const double p = reading.moods.of(Mood::Asks);
            const bool isWrong = reading.mood != Mood::Asks && p >= askedFrom;
            const bool isMissed = reading.mood == Mood::Asks && p < 0.2;
            if (isWrong || isMissed)
                std::printf("    %.2f %-9s %s\n", p, qPrintable(nameOf(reading.mood)),
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
