#pragma once

#include <QString>

namespace Helmdesk
{

// The HTML of a mail as text in which what mail programs mark as quoted bears "> " before each line, and what
// they mark as a signature stands below "-- ": the same marks as in plain mails, so that one reading serves
// both. `toText` converts a piece of HTML that holds no such element. An element that is never closed reaches
// to the end. Pure as far as `toText` is; linear.
QString markMailContainers(const QString &html, QString (*toText)(const QString &));

} // namespace Helmdesk
