#pragma once

#include <QImage>
#include <QScrollArea>

class QLabel;

namespace Helmdesk
{

// A picture, fitted to its room until it is zoomed: with the keys + - 0 and 1, and with the wheel while Ctrl
// is held. It is never fitted to more than its own size. GUI thread.
class PictureView : public QScrollArea
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);
    void setPicture(const QImage &picture);
    double zoom() const { return m_zoom; } // 1: a pixel of the picture is one of the screen
    void setZoom(double zoom);
    void zoomBy(double factor) { setZoom(m_zoom * factor); }
    void fit();

Q_SIGNALS:
    void zoomed(double zoom);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void apply(double zoom);

    QSize m_size;
    QLabel *m_label = nullptr;
    double m_zoom = 1.0;
    bool m_isFitted = true;
};

} // namespace Helmdesk
