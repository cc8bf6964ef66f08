#pragma once

#include "theme/Theme.h"

#include <QIcon>
#include <QString>

class QPainter;

namespace Helmdesk
{

// An icon of the Lucide family drawn in a colour of the theme. It reads the theme when it is painted, so it
// follows a change of scheme by itself. An unknown name gives an empty icon.
QIcon icon(const QString &name, Token token = Token::Secondary);

// Paints the icon into the rectangle, for delegates.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace Helmdesk
