#pragma once

#include "app/HealthReport.h"
#include "core/Result.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

namespace Helmdesk
{

// What the page Health asks for, and the alarms that the window tells.
//
// Thread: the GUI thread, which never waits. Ownership: outlives the window. Failure: that of the store.
class HealthRoom : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Reply = QFuture<Result<T>>;

    using QObject::QObject;

    virtual Reply<HealthReport> health() = 0;
    virtual QStringList alarms() const = 0; // keys of those that stand

Q_SIGNALS:
    void changed();                      // perhaps
    void alarmBegan(const QString &key); // once
};

} // namespace Helmdesk
