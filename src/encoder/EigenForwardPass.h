#pragma once

#include "encoder/WeightFile.h"
#include "encoder/WordPieceTokenizer.h"

#include <memory>
#include <vector>

namespace Helmdesk
{

// The same network in 32-bit floats with Eigen, written plainly: the yardstick of the benchmark and a second
// opinion in the tests. It uses the dequantised weights, so it shows what the 16-bit activations cost, not
// the int8 weights. Thread: const after construction.
class EigenForwardPass
{
public:
    explicit EigenForwardPass(const WeightFile &weights);
    ~EigenForwardPass();

    std::vector<float> encode(const std::vector<TokenId> &tokens) const;
    static const char *instructionSets(); // what Eigen was compiled for

private:
    struct Model;
    std::unique_ptr<Model> m_model;
};

} // namespace Helmdesk
