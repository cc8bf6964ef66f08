#include "CommandLine.h"

#include "store/SqliteBusinessBackend.h"
#include "support/TestSupport.h"

namespace Helmdesk::Test
{

Ended runProgram(const QString &name, const QStringList &arguments, const QString &instant)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(variable));
    environment.insert(QStringLiteral("USER"), QStringLiteral("Robin"));
    if (!instant.isEmpty())
        environment.insert(QStringLiteral("HELMDESK_DIE_AT"), instant);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(builtProgram(name), arguments);
    Ended ended;
    // Waiting also fails for one that has ended by the time of the call.
    const bool hasEnded = program.waitForFinished(60000) || program.state() == QProcess::NotRunning;
    if (hasEnded && program.error() == QProcess::UnknownError)
        ended.code = program.exitCode();
    ended.out = QString::fromUtf8(program.readAllStandardOutput());
    ended.complaint = QString::fromUtf8(program.readAllStandardError());
    if (ended.code == -1)
        ended.complaint += QStringLiteral(" [%1]").arg(program.errorString());
    return ended;
}

Result<std::unique_ptr<CommandLine>> CommandLine::create()
{
    auto bench = Workbench::create();
    if (!bench)
        return bench.error();
    std::unique_ptr<CommandLine> line(new CommandLine);
    line->m_bench = std::move(*bench);
    return line;
}

Ended CommandLine::run(const QStringList &arguments, const QString &instant) const
{
    return runProgram(QStringLiteral("helmdeskctl"),
                      QStringList{QStringLiteral("--data"), folder()} + arguments, instant);
}

Json CommandLine::ask(const QStringList &arguments) const
{
    const Ended ended = run(QStringList{QStringLiteral("--json")} + arguments);
    if (ended.code == 0)
        return ended.json();
    qInfo().noquote() << arguments << ended.complaint;
    return {};
}

qint64 CommandLine::write(const QString &text, const QString &customer) const
{
    return integerOr(ask({QStringLiteral("ask"), text, QStringLiteral("--customer"), customer}),
                     "conversation", 0);
}

Json CommandLine::show(qint64 conversation) const
{
    return ask({QStringLiteral("show"), QString::number(conversation)});
}

Result<qint64> CommandLine::refunded(const QString &customer, const QString &invoice) const
{
    auto found = m_bench->workspace().backend().invoice(customer, invoice);
    if (!found)
        return found.error();
    return *found ? Result<qint64>((*found)->refundedMinor)
                  : Result<qint64>(Error{ErrorKind::NotFound, QStringLiteral("there is no %1").arg(invoice)});
}

} // namespace Helmdesk::Test
