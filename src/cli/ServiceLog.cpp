#include "cli/ServiceLog.h"

#include "security/MaskingLog.h"

#include <atomic>
#include <cstdio>

namespace Helmdesk
{
namespace
{

std::atomic<ServiceLog *> current{nullptr};
QtMessageHandler lastHandler = nullptr;

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("error");
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("fatal");
}

void logHere(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    ServiceLog *log = current.load();
    if (log != nullptr)
        log->write(levelOf(type), QString::fromLatin1(context.category), line);
    if ((log == nullptr || type == QtFatalMsg) && lastHandler != nullptr)
        lastHandler(type, context, line);
}

} // namespace

ServiceLog::ServiceLog(const Options &options)
    : m_options(options)
{
}

Result<std::unique_ptr<ServiceLog>> ServiceLog::open(const Options &options)
{
    std::unique_ptr<ServiceLog> log(new ServiceLog(options));
    if (!options.file.isEmpty()) {
        auto file = RotatingLog::open(options.file, options.limits);
        if (!file)
            return file.error();
        log->m_file = std::move(*file);
    }
    // Behind the masking of secrets, which is put before it anew.
    qInstallMessageHandler(nullptr);
    const QtMessageHandler systems = qInstallMessageHandler(logHere);
    if (lastHandler == nullptr)
        lastHandler = systems;
    maskLoggedSecrets();
    current.store(log.get());
    return log;
}

ServiceLog::~ServiceLog()
{
    current.store(nullptr);
}

void ServiceLog::write(const QString &level, const QString &category, const QString &message,
                       const Json &fields)
{
    const QByteArray line =
        logLine(m_options.format, QDateTime::currentDateTimeUtc(), level, category, message, fields);
    if (m_file)
        m_file->write(line);
    else
        std::fputs((line + '\n').constData(), stderr);
}

} // namespace Helmdesk
