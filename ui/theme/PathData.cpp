// The data of a path: letters with numbers, relative to the last point where the letter is small.
#include "theme/LineDrawing.h"

#include <cmath>
#include <numbers>
#include <QString>
#include <QTransform>

namespace Helmdesk
{
namespace
{

// What is left to read. Numbers may stand without a space between them ("1-.67-.01").
class PathReader
{
public:
    explicit PathReader(const QString &data)
        : m_data(data)
    {
    }

    bool isAtEnd()
    {
        skip();
        return m_at >= m_data.size();
    }

    std::optional<char> letter()
    {
        skip();
        if (m_at >= m_data.size() || !m_data[m_at].isLetter())
            return std::nullopt;
        return m_data[m_at++].toLatin1();
    }

    double number()
    {
        skip();
        const qsizetype begin = m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        while (std::isdigit(peek()))
            ++m_at;
        if (peek() == '.')
            ++m_at;
        while (std::isdigit(peek()))
            ++m_at;
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            while (std::isdigit(peek()))
                ++m_at;
        }
        bool isNumber = false;
        const double value = m_data.mid(begin, m_at - begin).toDouble(&isNumber);
        m_isBad = m_isBad || !isNumber;
        return value;
    }

    // One digit, which need not be followed by anything.
    bool flag()
    {
        skip();
        const int digit = peek();
        m_isBad = m_isBad || (digit != '0' && digit != '1');
        ++m_at;
        return digit == '1';
    }

    bool isBad() const { return m_isBad; }

private:
    int peek() const
    {
        return m_at < m_data.size() ? static_cast<unsigned char>(m_data[m_at].toLatin1()) : 0;
    }
    void skip()
    {
        while (m_at < m_data.size() && (m_data[m_at].isSpace() || m_data[m_at] == QLatin1Char(',')))
            ++m_at;
    }

    const QString &m_data;
    qsizetype m_at = 0;
    bool m_isBad = false;
};

struct Arc {
    QPointF radii;
    double degrees = 0; // of its first axis
    bool isLarge = false;
    bool isClockwise = false;
    QPointF end;
};

// From end points to a centre and angles: SVG 1.1, appendix F.6.5 and F.6.6.
void addArc(QPainterPath &path, const Arc &arc)
{
    const QPointF start = path.currentPosition();
    double rx = std::abs(arc.radii.x());
    double ry = std::abs(arc.radii.y());
    if (rx == 0 || ry == 0 || start == arc.end) {
        path.lineTo(arc.end);
        return;
    }
    const QTransform turned = QTransform().rotate(arc.degrees);
    const QPointF half = turned.inverted().map((start - arc.end) / 2);
    const double excess = (half.x() * half.x()) / (rx * rx) + (half.y() * half.y()) / (ry * ry);
    if (excess > 1) { // too small to reach
        rx *= std::sqrt(excess);
        ry *= std::sqrt(excess);
    }
    const double across = rx * rx * half.y() * half.y() + ry * ry * half.x() * half.x();
    double distance = std::sqrt(std::max(0.0, (rx * rx * ry * ry - across) / across));
    if (arc.isLarge == arc.isClockwise)
        distance = -distance;
    const QPointF middle(distance * rx * half.y() / ry, -distance * ry * half.x() / rx);
    const QPointF centre = turned.map(middle) + (start + arc.end) / 2;
    const double from = std::atan2((half.y() - middle.y()) / ry, (half.x() - middle.x()) / rx);
    double sweep = std::atan2((-half.y() - middle.y()) / ry, (-half.x() - middle.x()) / rx) - from;
    if (arc.isClockwise && sweep < 0)
        sweep += 2 * std::numbers::pi;
    else if (!arc.isClockwise && sweep > 0)
        sweep -= 2 * std::numbers::pi;

    // A cubic curve for each quarter at most.
    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / (std::numbers::pi / 2 + 1e-9))));
    const double step = sweep / pieces;
    const double reach = 4.0 / 3.0 * std::tan(step / 4);
    const QTransform placed =
        QTransform::fromTranslate(centre.x(), centre.y()).rotate(arc.degrees).scale(rx, ry);
    for (int i = 0; i < pieces; ++i) {
        const double a = from + i * step;
        const double b = a + step;
        const QPointF first(std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a));
        const QPointF second(std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b));
        const QPointF last(std::cos(b), std::sin(b));
        path.cubicTo(placed.map(first), placed.map(second), i + 1 == pieces ? arc.end : placed.map(last));
    }
}

class PathBuilder
{
public:
    explicit PathBuilder(const QString &data)
        : m_reader(data)
    {
    }

    std::optional<QPainterPath> build()
    {
        char command = 0;
        while (!m_reader.isAtEnd()) {
            if (const auto letter = m_reader.letter())
                command = *letter;
            else if (command == 0 || command == 'z' || command == 'Z')
                return std::nullopt;
            if (!draw(command) || m_reader.isBad())
                return std::nullopt;
            if (command == 'm' || command == 'M') // more points of a move are lines
                command = command == 'm' ? 'l' : 'L';
        }
        return m_path;
    }

private:
    bool draw(char command)
    {
        m_isRelative = command >= 'a';
        m_at = m_path.currentPosition();
        const char kind = m_isRelative ? static_cast<char>(command - 'a' + 'A') : command;
        if (m_path.elementCount() == 0 && kind != 'M')
            return false;
        switch (kind) {
        case 'M':
            m_path.moveTo(point());
            break;
        case 'L':
            m_path.lineTo(point());
            break;
        case 'H':
            m_path.lineTo(m_reader.number() + (m_isRelative ? m_at.x() : 0), m_at.y());
            break;
        case 'V':
            m_path.lineTo(m_at.x(), m_reader.number() + (m_isRelative ? m_at.y() : 0));
            break;
        case 'C':
            cubic(point());
            break;
        case 'S':
            cubic(m_last == 'C' ? 2 * m_at - m_control : m_at);
            break;
        case 'Q':
            quadratic(point());
            break;
        case 'T':
            quadratic(m_last == 'Q' ? 2 * m_at - m_control : m_at);
            break;
        case 'A':
            arc();
            break;
        case 'Z':
            m_path.closeSubpath();
            break;
        default:
            return false;
        }
        m_last = kind == 'S' ? 'C' : kind == 'T' ? 'Q' : kind;
        return true;
    }

    QPointF point()
    {
        const double x = m_reader.number();
        const double y = m_reader.number();
        return m_isRelative ? QPointF(x, y) + m_at : QPointF(x, y);
    }

    void cubic(const QPointF &first)
    {
        m_control = point();
        m_path.cubicTo(first, m_control, point());
    }

    void quadratic(const QPointF &control)
    {
        m_control = control;
        m_path.quadTo(m_control, point());
    }

    void arc()
    {
        Arc arc;
        arc.radii.setX(m_reader.number());
        arc.radii.setY(m_reader.number());
        arc.degrees = m_reader.number();
        arc.isLarge = m_reader.flag();
        arc.isClockwise = m_reader.flag();
        arc.end = point();
        if (!m_reader.isBad())
            addArc(m_path, arc);
    }

    PathReader m_reader;
    QPainterPath m_path;
    QPointF m_at;      // before the present command
    QPointF m_control; // of the last curve
    bool m_isRelative = false;
    char m_last = 0;
};

} // namespace

std::optional<QPainterPath> readPathData(const QString &data)
{
    return PathBuilder(data).build();
}

} // namespace Helmdesk
