#pragma once

#include "core/RunControl.h"
#include "routing/Router.h"

#include <functional>

namespace Helmdesk
{

struct LabelledText {
    QString text;
    Category label = Category::General;
};

// Routing measured on labelled messages; the JSON of `helmdeskctl eval router` in DESIGN.md. The expected
// calibration error uses 15 bins of equal width (Naeini et al. 2015); `selective` gives coverage and error at
// each threshold, and `coverage_at_error` the largest share of messages that can be taken, best first, at an
// error of 1 and 2 %. `us_per_message` is with the encoder, `us_beside_encoder` the same message once more,
// its vector in the cache, both by the clock. `wrong` lists the messages that went elsewhere.
Result<Json> evaluateRouter(const Router &router, const std::vector<LabelledText> &rows,
                            const RunControl &control);

// Out-of-scope texts: the share that is routed at or above the threshold and not escalated. `escalates` says
// whether another rule of the desk (a wish for a person, say) would stop the text. `confident` lists them.
Result<Json> evaluateOutOfScope(const Router &router, const QStringList &texts, double threshold,
                                const std::function<bool(const QString &)> &escalates,
                                const RunControl &control);

} // namespace Helmdesk
