#include "security/MaskingLog.h"

#include "security/SecretMasker.h"

#include <QtGlobal>

namespace Helmdesk
{

namespace
{

QtMessageHandler nextHandler = nullptr;

void logMasked(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    if (nextHandler != nullptr)
        nextHandler(type, context, maskSecrets(line).text);
}

} // namespace

void maskLoggedSecrets()
{
    const QtMessageHandler before = qInstallMessageHandler(logMasked);
    if (before != logMasked)
        nextHandler = before;
}

} // namespace Helmdesk
