#pragma once

#include "understanding/ScannedText.h"
#include "understanding/Values.h"

namespace Helmdesk
{

// The words of a scanned text that change what is asked for. `values` are those of the text, in order.
std::vector<Qualifier> findQualifiers(const ScannedText &text, const std::vector<Value> &values,
                                      const QStringList &ownNames);

} // namespace Helmdesk
