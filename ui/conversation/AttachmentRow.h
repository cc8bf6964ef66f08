#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

namespace Helmdesk
{

// One attachment of a message: name, kind and size, and what can be done with it.
class AttachmentRow : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentRow(const Attachment &attachment, QWidget *parent = nullptr);

    // "PDF, 120 kB"; of one whose bytes are not there, why.
    static QString about(const Attachment &attachment);

Q_SIGNALS:
    void previewRequested();
    void saveRequested();
    void openRequested();
};

} // namespace Helmdesk
