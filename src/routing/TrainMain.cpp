// Trains the router's model at build time: helmdesk_train_router ENCODER INTENTS_FOLDER OUTPUT

#include "routing/LocalRouter.h"
#include "routing/RouterTrainer.h"

#include <chrono>
#include <cstdio>
#include <QCoreApplication>
#include <QSaveFile>

namespace
{

using namespace Helmdesk;

Result<QByteArray> trainedModel(const QString &encoderFile, const QString &intentsFolder)
{
    auto taxonomy = IntentTaxonomy::load(intentsFolder);
    if (!taxonomy)
        return taxonomy.error();
    auto encoder = SentenceEncoder::open(encoderFile);
    if (!encoder)
        return encoder.error();
    const auto started = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    };
    TextVectors vectors;
    auto set = makeTrainingSet(*taxonomy, **encoder, vectors, {});
    if (!set)
        return set.error();
    const double encoded = seconds();
    auto model = RouterTrainer().train(set->intents, set->groupOfIntent, set->examples, {});
    if (!model)
        return model.error();
    std::printf(
        "Router: %lld intents, %lld utterances, encoded in %.1f s, trained in %.1f s, temperature %.2f\n",
        static_cast<long long>(set->intents.size()), static_cast<long long>(set->examples.size()), encoded,
        seconds() - encoded, model->mix().temperature);
    return model->save();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    if (args.size() != 4) {
        std::fprintf(stderr, "usage: helmdesk_train_router ENCODER INTENTS_FOLDER OUTPUT\n");
        return 2;
    }
    const auto model = trainedModel(args[1], args[2]);
    if (!model) {
        std::fprintf(stderr, "%s\n", qPrintable(model.error().detail));
        return 1;
    }
    QSaveFile file(args[3]);
    if (!file.open(QIODevice::WriteOnly) || file.write(*model) != model->size() || !file.commit()) {
        std::fprintf(stderr, "%s cannot be written: %s\n", qPrintable(args[3]),
                     qPrintable(file.errorString()));
        return 1;
    }
    return 0;
}
