#pragma once

#include <QImage>
#include <QObject>

class QProcess;

namespace Helmdesk
{

// The first page of a PDF as a picture. Another program draws it, helmdesk-pdf beside this one: what a sender
// made can crash or hold that one, and neither reads nor stops this one. It is ended after ten seconds.
// GUI thread; one document an object.
class PdfPage : public QObject
{
    Q_OBJECT

public:
    static bool canDraw(); // whether that program is there

    explicit PdfPage(const QByteArray &pdf, QObject *parent = nullptr);

Q_SIGNALS:
    // One of them, once.
    void drawn(const QImage &page, int pages);
    void failed();

private:
    void finish();

    QProcess *m_process = nullptr;
    bool m_isDone = false;
};

} // namespace Helmdesk
