#include "theme/LineDrawing.h"

#include <QPainter>
#include <QXmlStreamReader>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

double number(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    return attributes.value(name).toDouble();
}

QPainterPath polyline(const QXmlStreamAttributes &attributes, bool isClosed)
{
    QPainterPath path;
    QString words = attributes.value("points"_L1).toString();
    const QStringList numbers = words.replace(u',', u' ').simplified().split(u' ');
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2) {
        const QPointF point(numbers[i].toDouble(), numbers[i + 1].toDouble());
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    if (isClosed)
        path.closeSubpath();
    return path;
}

QPainterPath rectangle(const QXmlStreamAttributes &attributes)
{
    const bool hasX = attributes.hasAttribute("rx"_L1);
    const bool hasY = attributes.hasAttribute("ry"_L1);
    const double rx = number(attributes, hasX ? "rx"_L1 : "ry"_L1); // one alone stands for both
    const double ry = number(attributes, hasY ? "ry"_L1 : "rx"_L1);
    QPainterPath path;
    path.addRoundedRect(QRectF(number(attributes, "x"_L1), number(attributes, "y"_L1),
                               number(attributes, "width"_L1), number(attributes, "height"_L1)),
                        rx, ry);
    return path;
}

QPainterPath ellipse(const QXmlStreamAttributes &attributes, double rx, double ry)
{
    QPainterPath path;
    path.addEllipse(QPointF(number(attributes, "cx"_L1), number(attributes, "cy"_L1)), rx, ry);
    return path;
}

std::optional<QPainterPath> shape(QStringView name, const QXmlStreamAttributes &attributes)
{
    for (const char *foreign : {"fill", "stroke", "stroke-width", "style", "transform", "opacity"})
        if (attributes.hasAttribute(QLatin1StringView(foreign)))
            return std::nullopt;
    if (name == "path"_L1)
        return readPathData(attributes.value("d"_L1).toString());
    if (name == "polyline"_L1 || name == "polygon"_L1)
        return polyline(attributes, name == "polygon"_L1);
    if (name == "rect"_L1)
        return rectangle(attributes);
    if (name == "circle"_L1)
        return ellipse(attributes, number(attributes, "r"_L1), number(attributes, "r"_L1));
    if (name == "ellipse"_L1)
        return ellipse(attributes, number(attributes, "rx"_L1), number(attributes, "ry"_L1));
    if (name == "line"_L1) {
        QPainterPath path(QPointF(number(attributes, "x1"_L1), number(attributes, "y1"_L1)));
        path.lineTo(number(attributes, "x2"_L1), number(attributes, "y2"_L1));
        return path;
    }
    return std::nullopt;
}

// False where the drawing has no box or is filled.
bool readFrame(const QXmlStreamAttributes &attributes, LineDrawing &drawing)
{
    const QStringList box = attributes.value("viewBox"_L1).toString().simplified().split(u' ');
    if (box.size() != 4 || attributes.value("fill"_L1) != "none"_L1)
        return false;
    drawing.box = QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
    if (attributes.hasAttribute("stroke-width"_L1))
        drawing.width = number(attributes, "stroke-width"_L1);
    const QString color = attributes.value("stroke"_L1).toString();
    if (color != "currentColor"_L1)
        drawing.color = QColor(color);
    return drawing.box.isValid() && drawing.width > 0;
}

} // namespace

std::optional<LineDrawing> readLineDrawing(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    LineDrawing drawing;
    if (!xml.readNextStartElement() || xml.name() != "svg"_L1 || !readFrame(xml.attributes(), drawing))
        return std::nullopt;
    while (xml.readNextStartElement()) {
        const auto line = shape(xml.name(), xml.attributes());
        if (!line)
            return std::nullopt;
        drawing.lines.append(*line);
        xml.skipCurrentElement();
    }
    return xml.hasError() ? std::nullopt : std::optional(drawing);
}

void LineDrawing::paint(QPainter &painter, const QRectF &rect, const QColor &fallback) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / box.width(), rect.height() / box.height());
    painter.translate(-box.topLeft());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(color.isValid() ? color : fallback, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPainterPath &line : lines)
        painter.drawPath(line);
    painter.restore();
}

} // namespace Helmdesk
