#pragma once

#include "core/RunControl.h"
#include "understanding/Reading.h"

namespace Helmdesk
{

// The reading of acts measured on labelled messages, one {"text", "acts": [...]} a line: an act counts as
// read where it is asked for with at least half a probability.
// {"n","per_act":{act:{"precision","recall","n"}},"ece","wrong"}: n of an act are the messages that ask for
// it; ece is the expected calibration error over all pairs of a known act and a message; wrong lists the
// messages read otherwise. An act that the reader does not know is never read. Failure: that of the file,
// InvalidInput for a line without "acts", Cancelled.
Result<Json> evaluateReading(const Reader &reader, const QString &input, const RunControl &control);

} // namespace Helmdesk
