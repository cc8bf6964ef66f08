#include "Tray.h"

#include "insights/HealthWords.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "Words.h"

#include <QSystemTrayIcon>
#include <QWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int shownMs = 8000;

} // namespace

Tray::Tray(Desk &desk, QWidget &window)
    : QObject(&window)
    , m_desk(desk)
    , m_window(window)
{
    connect(&desk, &Desk::escalationArrived, this, &Tray::notify);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(icon(u"life-buoy"_s, Token::Accent), this);
    m_icon->setToolTip(tr("Helmdesk"));
    const auto bring = [this] {
        m_window.showNormal();
        m_window.raise();
        m_window.activateWindow();
    };
    connect(m_icon, &QSystemTrayIcon::activated, this, bring);
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this, bring] {
        bring();
        if (m_last.isValid())
            Q_EMIT conversationChosen(m_last);
        else if (m_isAlarm)
            Q_EMIT healthChosen();
    });
    m_icon->show();
}

QString Tray::escalationWords(const QueueRow &row)
{
    const QString person = Words::foreign(Words::person(row));
    return row.ticket.isValid() ? tr("%1 needs a person (%2)").arg(person, Words::ticket(row.ticket))
                                : tr("%1 needs a person").arg(person);
}

void Tray::notify(qint64 conversation)
{
    m_last = ConversationId{conversation};
    if (m_window.isActiveWindow())
        return; // the queue says it
    whenDone(m_desk.conversation(m_last), this, [this](const Result<ConversationView> &view) {
        tell(view ? escalationWords(view->row) : tr("A conversation needs a person"));
    });
}

void Tray::notifyAlarm(const QString &key)
{
    if (m_window.isActiveWindow())
        return; // its banner says it
    m_last = {};
    m_isAlarm = true;
    tell(tr("Alarm: %1").arg(HealthWords::titleOfKey(key)));
}

void Tray::tell(const QString &words)
{
    if (m_icon)
        m_icon->showMessage(tr("Helmdesk"), words, icon(u"triangle-alert"_s, Token::Bad), shownMs);
    Q_EMIT notified(words);
}

} // namespace Helmdesk
