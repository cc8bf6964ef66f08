#pragma once

#include <functional>
#include <QDateTime>

class QMenu;

namespace Helmdesk
{

// Adds moments to be reminded at to a menu, and the way to drop the reminder that is set (`due`, invalid:
// none). `chosen` gets a local time, or an invalid one.
void addReminders(QMenu &menu, const QDateTime &due, std::function<void(const QDateTime &)> chosen);

} // namespace Helmdesk
