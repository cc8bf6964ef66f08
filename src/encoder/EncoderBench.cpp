#include "encoder/EncoderBench.h"

#include "encoder/EigenForwardPass.h"
#include "encoder/InstructionSets.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <QFile>
#include <thread>

namespace Helmdesk
{
namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::array<std::size_t, 5> lengths{12, 15, 25, 64, 256}; // tokens with [CLS] and [SEP]
constexpr std::array<const char *, 6> writtenMessages{
    "Where do I find last month's receipt?",
    "The app has been asking me to sign in again every few minutes since yesterday's update.",
    "Please move our team to the yearly plan and tell me what we would pay.",
    "I was promised a call this morning. It is now three in the afternoon, nobody has rung, and our shop is "
    "still "
    "offline. Put me through to someone who can decide.",
    "how do i add a second phone number",
    "Thanks, that solved it!",
};

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The shortest of as many runs as fit into about a third of a second, at least three.
template <class Fn>
double bestOf(const Fn &fn)
{
    double best = 1e9;
    const auto start = Clock::now();
    for (int run = 0; run < 3 || (run < 200 && millisecondsSince(start) < 350.0); ++run) {
        const auto begin = Clock::now();
        fn();
        best = std::min(best, millisecondsSince(begin));
    }
    return best;
}

double rounded(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

// A text of exactly `tokens` tokens: each of its words is one piece.
QString textOf(std::size_t tokens)
{
    static const QStringList words =
        QStringLiteral("please check the second payment of this month for our office").split(u' ');
    QStringList text;
    for (std::size_t i = 0; i + 2 < tokens; ++i)
        text.append(words[static_cast<qsizetype>(i) % words.size()]);
    return text.join(u' ');
}

// Megabytes of memory that this process holds; 0 where the system does not say.
double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0.0;
    const QList<QByteArray> fields = status.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toDouble() * 4096.0 / 1e6 : 0.0;
}

struct Timing {
    Json byLength = Json::object();
    double message = 0.0;
};

template <class Encode>
Timing timeAll(const std::vector<QString> &messages, const Encode &encode)
{
    Timing timing;
    encode(textOf(lengths.back())); // buffers and pages
    for (const std::size_t length : lengths) {
        const QString text = textOf(length);
        timing.byLength[std::to_string(length)] = rounded(bestOf([&] { encode(text); }));
    }
    for (const QString &message : messages) {
        double best = 1e9;
        for (int run = 0; run < 3; ++run) {
            const auto start = Clock::now();
            encode(message);
            best = std::min(best, millisecondsSince(start));
        }
        timing.message += best / static_cast<double>(messages.size());
    }
    return timing;
}

Json benchEigen(const SentenceEncoder &encoder, const std::vector<QString> &messages,
                const std::vector<Vector> &expected)
{
    const double before = residentMegabytes();
    const EigenForwardPass eigen(encoder.weights());
    const auto encode = [&](const QString &text) { return eigen.encode(encoder.tokenizer().tokenize(text)); };
    const Timing timing = timeAll(messages, encode);
    double smallest = 1.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const double similarity = cosine(encode(messages[i]), expected[i]);
        smallest = std::min(smallest, similarity);
        sum += similarity;
    }
    return {{"simd", EigenForwardPass::instructionSets()},
            {"ms", timing.byLength},
            {"ms_per_message", rounded(timing.message)},
            {"mb", rounded(residentMegabytes() - before)},
            {"cosine", {{"min", smallest}, {"mean", sum / static_cast<double>(messages.size())}}}};
}

Json benchBatch(const SentenceEncoder &encoder, const std::vector<QString> &messages)
{
    std::vector<QString> texts;
    while (texts.size() < 1000)
        texts.insert(texts.end(), messages.begin(), messages.end());
    double best = 1e9;
    for (int run = 0; run < 2; ++run) {
        const auto start = Clock::now();
        [[maybe_unused]] const auto vectors = encoder.encodeBatch(texts);
        best = std::min(best, millisecondsSince(start));
    }
    return {{"texts", texts.size()},
            {"threads", std::max(1U, std::thread::hardware_concurrency())},
            {"texts_per_second", rounded(static_cast<double>(texts.size()) / best * 1000.0)}};
}

} // namespace

Result<Json> benchEncoder(const QString &weights, const std::vector<QString> &given)
{
    std::vector<QString> messages = given;
    if (messages.empty()) {
        for (const char *text : writtenMessages)
            messages.push_back(QString::fromUtf8(text));
    }

    const double before = residentMegabytes();
    auto start = Clock::now();
    auto opened = SentenceEncoder::open(weights);
    if (!opened)
        return std::move(opened).error();
    const SentenceEncoder &encoder = **opened;
    const double openTime = millisecondsSince(start);
    start = Clock::now();
    (void)encoder.encode(messages.front());
    const double firstTime = millisecondsSince(start);
    (void)encoder.encode(textOf(lengths.back()));
    const double resident = residentMegabytes() - before;

    Json report{{"open_ms", rounded(openTime)},
                {"first_vector_ms", rounded(firstTime)},
                {"resident_mb", rounded(resident)},
                {"messages", messages.size()},
                {"fingerprint", QString::fromLatin1(encoder.fingerprint())}};
    std::size_t tokens = 0;
    std::vector<Vector> vectors;
    for (const QString &message : messages) {
        tokens += encoder.tokenizer().tokenize(message).size();
        vectors.push_back(encoder.encode(message));
    }
    report["tokens_per_message"] =
        rounded(static_cast<double>(tokens) / static_cast<double>(messages.size()));

    Json sets = Json::array();
    for (const InstructionSet &set : instructionSets()) {
        const ForcedInstructionSet forced(set);
        const Timing timing = timeAll(messages, [&](const QString &text) { return encoder.encode(text); });
        bool same = true;
        for (std::size_t i = 0; i < messages.size(); ++i)
            same = same && encoder.encode(messages[i]) == vectors[i];
        sets.push_back({{"name", set.name},
                        {"ms", timing.byLength},
                        {"ms_per_message", rounded(timing.message)},
                        {"same_vectors", same}});
    }
    report["batch"] = benchBatch(encoder, messages);
    report["eigen"] = benchEigen(encoder, messages, vectors);
    const Json &best = sets.front();
    Json speedup = Json::object();
    for (const auto &[length, time] : report["eigen"]["ms"].items())
        speedup[length] = rounded(time.get<double>() / best["ms"][length].get<double>());
    speedup["message"] =
        rounded(report["eigen"]["ms_per_message"].get<double>() / best["ms_per_message"].get<double>());
    report["speedup"] = std::move(speedup);
    report["instruction_sets"] = std::move(sets);
    return report;
}

} // namespace Helmdesk
