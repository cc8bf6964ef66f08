#pragma once

#include "app/Desk.h"

#include <memory>
#include <QObject>

class QTemporaryDir;

namespace Helmdesk
{

class InlineBar;

// What an operator does with a customer's attachments: shows, saves and, after a question, opens them with
// the program of the system. Programs and scripts are never opened. Files that were opened are removed when
// the window goes. GUI thread; desk and bar are not owned.
class AttachmentActions : public QObject
{
    Q_OBJECT

public:
    AttachmentActions(Desk &desk, InlineBar &bar, QWidget &window);
    ~AttachmentActions() override;

    void preview(MessageId message, int position, const Attachment &attachment);
    void save(MessageId message, int position, const Attachment &attachment);
    void saveTo(MessageId message, int position, const QString &path);
    void open(MessageId message, int position, const Attachment &attachment);

    static bool isProgram(const QString &name);

private:
    void openNow(MessageId message, int position, const QString &name);
    void say(const Error &error);

    Desk &m_desk;
    InlineBar &m_bar;
    QWidget &m_window;
    std::unique_ptr<QTemporaryDir> m_opened;
    int m_count = 0; // of files opened: names may repeat
};

} // namespace Helmdesk
