#include "conversation/ReminderMenu.h"

#include "Words.h"

#include <QMenu>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct ReminderWords {
    Q_DECLARE_TR_FUNCTIONS(ReminderMenu)
};

constexpr int morningHour = 9;

} // namespace

void addReminders(QMenu &menu, const QDateTime &due, std::function<void(const QDateTime &)> chosen)
{
    const QDateTime now = QDateTime::currentDateTime();
    const auto add = [&](const QString &id, const QString &words, const QDateTime &at) {
        //: A time to be reminded at: words, and the moment
        QAction *action =
            menu.addAction(at.isValid() ? ReminderWords::tr("%1 (%2)").arg(words, Words::moment(at)) : words);
        action->setObjectName(id);
        QObject::connect(action, &QAction::triggered, &menu, [chosen, at] { chosen(at); });
    };
    const QTime morning(morningHour, 0);
    const QDate today = now.date();
    const int toMonday = 8 - today.dayOfWeek();
    add(u"remindInTwoHours"_s, ReminderWords::tr("In two hours"), now.addSecs(2 * 3600));
    add(u"remindTomorrow"_s, ReminderWords::tr("Tomorrow morning"), QDateTime(today.addDays(1), morning));
    add(u"remindMonday"_s, ReminderWords::tr("On Monday"), QDateTime(today.addDays(toMonday), morning));
    if (due.isValid())
        add(u"remindNoMore"_s, ReminderWords::tr("It is done, remind me no more"), {});
}

} // namespace Helmdesk
