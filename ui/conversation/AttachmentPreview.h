#pragma once

#include "core/Message.h"

#include <QDialog>

namespace Helmdesk
{

// Shows a picture or a text that a customer sent, without another program. Pictures of the formats PNG, JPEG,
// GIF, BMP and WebP alone, and none of more than 50 million pixels; of a text the first 200,000 characters.
class AttachmentPreview : public QDialog
{
    Q_OBJECT

public:
    static bool canShow(const Attachment &attachment);

    AttachmentPreview(const Attachment &attachment, const QByteArray &bytes, QWidget *parent = nullptr);

private:
    QWidget *makePicture(const QByteArray &bytes);
    QWidget *makeText(const QByteArray &bytes);
};

} // namespace Helmdesk
