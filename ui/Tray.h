#pragma once

#include "app/Desk.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace Helmdesk
{

// Says a new escalation, or an alarm on the desk itself, in the notification area of the system while the
// window is not in front; a click brings it there. Does nothing where the system has no such area. GUI
// thread; owned by the window.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(Desk &desk, QWidget &window);
    // Who needs a person, and the number of the case.
    static QString escalationWords(const QueueRow &row);
    void notifyAlarm(const QString &key); // of a HealthFinding

Q_SIGNALS:
    void notified(const QString &words);
    void conversationChosen(Helmdesk::ConversationId id);
    void healthChosen();

private:
    void notify(qint64 conversation);
    void tell(const QString &words);

    Desk &m_desk;
    QWidget &m_window;
    QSystemTrayIcon *m_icon = nullptr;
    ConversationId m_last; // that was told; invalid: the last was an alarm, or nothing
    bool m_isAlarm = false;
};

} // namespace Helmdesk
