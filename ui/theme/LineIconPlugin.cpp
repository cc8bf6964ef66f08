#include "theme/LineIconPlugin.h"

#include "theme/LineDrawing.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace Helmdesk
{
namespace
{

class LineFileEngine : public QIconEngine
{
public:
    void addFile(const QString &fileName, const QSize &, QIcon::Mode, QIcon::State) override
    {
        QFile file(fileName);
        if (file.open(QIODevice::ReadOnly))
            m_drawing = readLineDrawing(file.readAll());
    }

    bool isNull() override { return !m_drawing; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        constexpr double fadedOpacity = 0.45;
        if (!m_drawing)
            return;
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        const double opacity = painter->opacity();
        painter->setOpacity(mode == QIcon::Disabled ? opacity * fadedOpacity : opacity);
        m_drawing->paint(*painter, square, Qt::black);
        painter->setOpacity(opacity);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineFileEngine(*this); }

private:
    std::optional<LineDrawing> m_drawing;
};

} // namespace

// QIcon adds the file itself.
QIconEngine *LineIconPlugin::create(const QString &)
{
    return new LineFileEngine;
}

} // namespace Helmdesk
