#include "conversation/PictureView.h"

#include "widgets/Parts.h"

#include <algorithm>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr double least = 0.1;
constexpr double most = 8.0;
constexpr double step = 1.25;

} // namespace

PictureView::PictureView(QWidget *parent)
    : QScrollArea(parent)
{
    setAlignment(Qt::AlignCenter);
    setFocusPolicy(Qt::StrongFocus);
    m_label = makeLabel({});
    m_label->setObjectName(u"attachmentPicture"_s);
    m_label->setScaledContents(true);
    setWidget(m_label);
}

void PictureView::setPicture(const QImage &picture)
{
    m_size = picture.size();
    m_label->setPixmap(QPixmap::fromImage(picture));
    m_label->setAccessibleName(tr("The picture, %1 by %2 pixels")
                                   .arg(Words::number(m_size.width()), Words::number(m_size.height())));
    fit();
}

void PictureView::fit()
{
    m_isFitted = true;
    if (m_size.isEmpty())
        return;
    const QSize room = maximumViewportSize();
    const double across = static_cast<double>(room.width()) / m_size.width();
    const double down = static_cast<double>(room.height()) / m_size.height();
    apply(std::min({1.0, across, down}));
}

void PictureView::setZoom(double zoom)
{
    m_isFitted = false;
    apply(std::clamp(zoom, least, most));
}

// What is in the middle stays there.
void PictureView::apply(double zoom)
{
    const auto middleOf = [](const QScrollBar &bar) {
        return bar.maximum() > 0 ? static_cast<double>(bar.value()) / bar.maximum() : 0.5;
    };
    const double across = middleOf(*horizontalScrollBar());
    const double down = middleOf(*verticalScrollBar());
    m_zoom = zoom;
    m_label->resize((QSizeF(m_size) * zoom).toSize().expandedTo({1, 1}));
    horizontalScrollBar()->setValue(qRound(across * horizontalScrollBar()->maximum()));
    verticalScrollBar()->setValue(qRound(down * verticalScrollBar()->maximum()));
    Q_EMIT zoomed(zoom);
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (m_isFitted)
        fit();
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(step);
        break;
    case Qt::Key_Minus:
        zoomBy(1.0 / step);
        break;
    case Qt::Key_0:
        fit();
        break;
    case Qt::Key_1:
        setZoom(1.0);
        break;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier) || event->angleDelta().y() == 0) {
        QScrollArea::wheelEvent(event);
        return;
    }
    zoomBy(event->angleDelta().y() > 0 ? step : 1.0 / step);
    event->accept();
}

} // namespace Helmdesk
