#pragma once

#include <cstddef>
#include <vector>

namespace Helmdesk
{

// What became known about one routed message: how sure the router was, and whether a person found the
// category right.
struct RoutingEvidence {
    double confidence = 0.0; // as calibrated when the message was routed, 0 to 1
    bool isRight = false;
};

struct PromiseReport {
    bool isKept = false;    // a threshold was found; false: too little or too bad evidence
    double threshold = 1.0; // route without a person at or above this confidence
    std::size_t evidence = 0;
    std::size_t routed = 0;      // of the evidence, at or above the threshold
    std::size_t wrong = 0;       // of those
    double coverage = 0.0;       // routed / evidence
    double errorLow = 0.0;       // Clopper-Pearson interval of the share of wrong ones among the routed
    double errorHigh = 1.0;      // ones, at the level below
    std::size_t leastNeeded = 0; // messages that must have been found right before any promise can be made
};

// "At most `error` of the automatically routed messages wrong": the lowest threshold for which the operators'
// verdicts carry the promise.
//
// Method: conformal risk control (Angelopoulos, Bates, Fisch, Lei, Schuster, "Conformal Risk Control", ICLR
// 2024, arXiv:2208.02814, eq. 4) with the loss L = [routed](wrong - error) and its bound B = 1 - error: the
// condition n/(n+1) mean(L) + B/(n+1) <= 0 is (wrong + 1) / (routed + 1) <= error. That loss does not fall
// steadily with the threshold, so the monotone theorem alone does not cover it. The threshold is therefore
// chosen as a stopping time, the first from below that meets the condition, which is the rule whose expected
// share of wrong ones is bounded by `error` (Barber, Candes, "Controlling the false discovery rate via
// knockoffs", Annals of Statistics 2015, theorem 2); the tests simulate it.
// Assumes that the evidence is a fair sample of the messages to come; messages that nobody judged say
// nothing. Uncertainty: the exact binomial interval (Clopper, Pearson 1934) with `level` of probability. It
// describes the evidence at hand; the choice of the threshold by the same evidence is not in it. Pure.
// `error` and `level` lie between 0 and 1.
PromiseReport thresholdForPromise(std::vector<RoutingEvidence> evidence, double error, double level = 0.9);

} // namespace Helmdesk
