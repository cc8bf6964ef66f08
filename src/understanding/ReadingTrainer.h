#pragma once

#include "core/RunControl.h"
#include "encoder/SentenceEncoder.h"
#include "understanding/ReadingExamples.h"
#include "understanding/ReadingModel.h"

#include <vector>

namespace Helmdesk
{

// An example with what the heads see of it. One without an act speaks of none, but for those in `mayBe`, of
// which it says nothing.
struct EncodedExample {
    ReadingExample example;
    QStringList mayBe;
    bool isOfPlaybook = false; // its act is one that a playbook performs
    Vector vector;
    std::vector<SparseFeature> features;
};

// The written examples, and the router's utterances as texts that speak of no act (but for those near to it,
// by acts.json), encoded on all cores. Failure: that of the files.
Result<std::vector<EncodedExample>> encodedExamples(const QString &understandingFolder,
                                                    const QString &intentsFolder,
                                                    const SentenceEncoder &encoder);

// A held-back example as the heads that had not seen it read it.
struct HeldBackReading {
    size_t example = 0;     // index into the examples
    Mood mood = Mood::None; // as written
    MoodProbabilities moods;
    double second = 0.0; // of the second reader; 0 for an act that no playbook performs
};

// Trains the heads. Deterministic for the same examples. Thread: any, one training at a time; takes about a
// second an act and thousand examples. Failure: Cancelled on stop, InvalidInput where an act has fewer than
// `leastExamples` that ask for it.
class ReadingTrainer
{
public:
    static constexpr int leastExamples = 8;
    static constexpr int folds = 4; // one is held back to fit the temperatures; all, for the figures

    // `cost` is the cost of an error of the logistic regression; the larger, the closer it follows the
    // examples.
    explicit ReadingTrainer(double cost = 30.0)
        : m_cost(cost)
    {
    }

    Result<ReadingModel> train(const std::vector<EncodedExample> &examples, const RunControl &control) const;

    // Every example of the act read by a head trained without it and its look-alikes: the held-out figure of
    // docs/understanding.md. Index by act, in the order of actsOf().
    Result<std::vector<std::vector<HeldBackReading>>> heldBack(const std::vector<EncodedExample> &examples,
                                                               const RunControl &control) const;

private:
    struct Rows;
    LinearModel fit(const Rows &rows, const std::vector<size_t> &chosen) const;
    std::vector<std::vector<double>> heldBackLogits(const Rows &rows) const;
    double heldBackTemperature(const Rows &rows) const;
    std::vector<double> heldBackSecond(const Rows &rows) const;

    double m_cost;
};

} // namespace Helmdesk
