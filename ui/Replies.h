#pragma once

#include "app/Desk.h"

#include <QFutureWatcher>

namespace Helmdesk
{

// Calls `done` with the result on the thread of `context`, unless context is gone by then.
template <class T, class Fn>
void whenDone(const Desk::Reply<T> &reply, QObject *context, Fn done)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done] {
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            done(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(reply);
}

} // namespace Helmdesk
