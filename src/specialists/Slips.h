#pragma once

#include <QString>

namespace Helmdesk
{

// The text with slips in the few words corrected on which the choice of a playbook rests: "refnd" for
// "refund", "invoce" for "invoice". One slip a word; every other word stays as it is. Pure; linear.
QString withoutSlips(const QString &text);

} // namespace Helmdesk
