#pragma once

#include "core/Json.h"

#include <QProcess>

namespace Helmdesk::Test
{

// "helmdeskctl --json serve" in its own process. Ends with the object.
class ServingProgram
{
public:
    explicit ServingProgram(const QString &folder, const QStringList &more = {});
    ~ServingProgram();

    Json ready();        // the document that it prints when it is ready; null when it ends before
    int end(int signal); // the exit code; -1 when it does not end in order
    int waitForFailure();
    QString complaint(); // what stands on standard error

private:
    QProcess m_process;
};

} // namespace Helmdesk::Test
