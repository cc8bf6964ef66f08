#pragma once

#include <QColor>
#include <QList>
#include <QPainterPath>
#include <QRectF>

#include <optional>

class QByteArray;
class QPainter;
class QString;

namespace Helmdesk
{

// A drawing of lines, as the icons are: outlines of one width and one colour on a square of units. It is read
// from an SVG file with the elements path, line, polyline, polygon, rect, circle and ellipse and nothing that
// fills, transforms or styles them one by one.
struct LineDrawing {
    QRectF box;         // the units that the drawing is made in
    double width = 1.0; // of a line, in those units
    QColor color;       // invalid: the colour that it is painted with
    QList<QPainterPath> lines;

    // Paints it into the rectangle, with `fallback` where the drawing has no colour of its own.
    void paint(QPainter &painter, const QRectF &rect, const QColor &fallback) const;
};

// Nothing where the text is no such drawing: an element or a shape that would be painted otherwise is not
// passed over.
std::optional<LineDrawing> readLineDrawing(const QByteArray &svg);

// The data of a path element, as in SVG 1.1; nothing where they are not in order.
std::optional<QPainterPath> readPathData(const QString &data);

} // namespace Helmdesk
