#pragma once

#include <QString>
#include <QStringView>

namespace Helmdesk
{

// The text with the characters that its HTML entities stand for ("&uuml;", "&#8364;"); what is no known
// entity stays as it is. A space that does not break becomes a space. Pure, thread-safe and linear.
QString decodedEntities(QStringView text);

} // namespace Helmdesk
