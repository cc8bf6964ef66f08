#pragma once

#include <QString>

namespace Helmdesk
{

// How much of a text a person changed, in thousandths: words inserted, removed or replaced, of the words of
// the longer text. 0 for the same words, 1000 for none in common. Pure; words times words at most, of the
// first 2000 words of each.
int changedPermille(const QString &before, const QString &after);

} // namespace Helmdesk
