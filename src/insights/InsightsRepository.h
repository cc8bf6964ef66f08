#pragma once

#include "core/Result.h"
#include "core/RunControl.h"
#include "insights/InsightRecords.h"

#include <functional>

namespace Helmdesk
{

// What is told of a period.
struct InsightVisitor {
    std::function<void(const InsightRecord &)> conversation; // each that began in it, in no order
    std::function<void(const SentByPerson &)> reply;         // each of a person that left in it, whenever its
                                                             // conversation began
};

// Reads what the insights are made of, all of it as it is at one moment. Thread: any. Ownership: hands out
// values. Failure: Unavailable, Corrupt or Io of the store; Cancelled or Timeout of the control.
class InsightsRepository
{
public:
    virtual ~InsightsRepository() = default;
    virtual Result<> read(const InsightFilter &filter, const RunControl &control,
                          const InsightVisitor &visitor) const = 0;
};

} // namespace Helmdesk
