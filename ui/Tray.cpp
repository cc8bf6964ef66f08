#include "Tray.h"

#include "theme/Icons.h"

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
    });
    m_icon->show();
}

QString Tray::escalationWords(qint64 ticket)
{
    return ticket > 0 ? tr("Ticket #%1 needs a person").arg(ticket) : tr("A conversation needs a person");
}

void Tray::notify(qint64 conversation, qint64 ticket)
{
    m_last = ConversationId{conversation};
    if (m_window.isActiveWindow())
        return; // the queue says it
    const QString words = escalationWords(ticket);
    if (m_icon)
        m_icon->showMessage(tr("Helmdesk"), words, icon(u"triangle-alert"_s, Token::Bad), shownMs);
    Q_EMIT notified(words);
}

} // namespace Helmdesk
