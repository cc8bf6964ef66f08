#pragma once

#include "core/Message.h"

#include <QDialog>

class QHBoxLayout;

namespace Helmdesk
{

class PictureView;

// Shows a picture, a text or the first page of a PDF that a customer sent. Pictures of the formats PNG, JPEG,
// GIF, BMP and WebP alone, and none of more than 50 million pixels; of a text the first 200,000 characters.
class AttachmentPreview : public QDialog
{
    Q_OBJECT

public:
    static bool canShow(const Attachment &attachment);

    AttachmentPreview(const Attachment &attachment, const QByteArray &bytes, QWidget *parent = nullptr);

private:
    QWidget *makePicture(const QByteArray &bytes);
    QWidget *makePage(const QByteArray &bytes);
    void addZoom(PictureView &view);
    QWidget *makeText(const QByteArray &bytes);

    QHBoxLayout *m_foot = nullptr;
};

} // namespace Helmdesk
