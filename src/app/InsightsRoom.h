#pragma once

#include "core/Result.h"
#include "insights/InsightsReport.h"

#include <QFuture>

namespace Helmdesk
{

// A period and, where it has both ends, the one of the same length before it.
struct InsightsView {
    Insights now;
    std::optional<Insights> before;
};

// What the room of insights asks for.
//
// Thread: the GUI thread, which never waits: the figures are computed on another one. Ownership: outlives the
// window. Failure: that of the store; Cancelled when a newer request took its place.
class InsightsRoom
{
public:
    template <class T>
    using Reply = QFuture<Result<T>>;

    virtual ~InsightsRoom() = default;
    virtual Reply<InsightsView> insights(const InsightFilter &filter) = 0;
    // One table of the period as CSV; its rows. Io where the file cannot be written.
    virtual Reply<int> exportTable(const InsightFilter &filter, InsightsBy by, const QString &path) = 0;
};

} // namespace Helmdesk
