#include "widgets/RoundedCorners.h"

#include <QEvent>
#include <QPainterPath>
#include <QWidget>

namespace Helmdesk
{
namespace
{

class CornerMask : public QObject
{
public:
    CornerMask(QWidget &window, int radius)
        : QObject(&window)
        , m_window(window)
        , m_radius(radius)
    {
        window.installEventFilter(this);
        cut();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_window && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
            cut();
        return false;
    }

private:
    void cut()
    {
        QPainterPath path;
        path.addRoundedRect(m_window.rect(), m_radius, m_radius);
        m_window.setMask(QRegion(path.toFillPolygon().toPolygon()));
    }

    QWidget &m_window;
    int m_radius;
};

} // namespace

void roundCorners(QWidget &window, int radius)
{
    new CornerMask(window, radius);
}

} // namespace Helmdesk
