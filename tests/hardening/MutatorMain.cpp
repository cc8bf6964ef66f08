// Runs a driver without libFuzzer: all seeds, then so many mutations of them.
//
//   hardening_NAME CORPUS_FOLDER [--rounds N] [--seed N] [--longest BYTES] [--keep FILE]
//
// With --keep each input is written to FILE before it is tried, so that the one that ends the program is
// there. CORPUS_FOLDER.words holds what is put in whole, one a line.

#include "hardening/FuzzTarget.h"
#include "hardening/Mutator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void exercise(const QByteArray &input, const QString &keptIn)
{
    if (!keptIn.isEmpty()) {
        QFile file(keptIn);
        if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
            qFatal("the input cannot be kept");
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()),
                           static_cast<size_t>(input.size()));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // What a reader warns about is not what is looked for here.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &line) {
        if (type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qPrintable(line));
    });
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("corpus"), QStringLiteral("folder of seeds"));
    for (const auto &[name, fallback] :
         {std::pair("rounds", "1000"), {"seed", "1"}, {"longest", "8192"}, {"keep", ""}})
        options.addOption(
            {QString::fromLatin1(name), {}, QString::fromLatin1(name), QString::fromLatin1(fallback)});
    options.process(application);
    const QDir corpus(options.positionalArguments().value(0));
    QByteArrayList seeds;
    for (const QString &name : corpus.entryList(QDir::Files, QDir::Name))
        seeds.append(contentOf(corpus.filePath(name)));
    if (seeds.isEmpty()) {
        std::fprintf(stderr, "no seeds in %s\n", qPrintable(corpus.path()));
        return 2;
    }
    QByteArrayList words = contentOf(corpus.path() + QStringLiteral(".words")).split('\n');
    words.removeAll(QByteArray());
    const QString keptIn = options.value(QStringLiteral("keep"));
    for (const QByteArray &seed : std::as_const(seeds))
        exercise(seed, keptIn);
    const int rounds = options.value(QStringLiteral("rounds")).toInt();
    Helmdesk::Hardening::Mutator mutator(seeds, words, options.value(QStringLiteral("seed")).toULongLong(),
                                         options.value(QStringLiteral("longest")).toInt());
    for (int round = 0; round < rounds; ++round)
        exercise(mutator.next(), keptIn);
    std::printf("%lld seeds and %d mutations: everything held\n", static_cast<long long>(seeds.size()),
                rounds);
    return 0;
}
