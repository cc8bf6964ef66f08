#pragma once

#include "app/Desk.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace Helmdesk
{

// Says a new escalation in the notification area of the system while the window is not in front; a click
// brings it there. Does nothing where the system has no such area. GUI thread; owned by the window.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(Desk &desk, QWidget &window);
    // What would be said now; for tests and for systems without an area.
    static QString escalationWords(qint64 ticket);

Q_SIGNALS:
    void notified(const QString &words);
    void conversationChosen(Helmdesk::ConversationId id);

private:
    void notify(qint64 conversation, qint64 ticket);

    QWidget &m_window;
    QSystemTrayIcon *m_icon = nullptr;
    ConversationId m_last;
};

} // namespace Helmdesk
