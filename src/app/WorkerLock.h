#pragma once

#include "core/ProcessLock.h"

#include <QDir>

namespace Helmdesk
{

// Which program answers the messages of a workspace: one at a time, so that none is answered twice. The lock
// is the file worker.lock of the workspace.
class WorkerLock final : public ProcessLock
{
public:
    explicit WorkerLock(const QString &folder)
        : ProcessLock(QDir(folder).filePath(QStringLiteral("worker.lock")))
    {
    }
};

} // namespace Helmdesk
