#include "app/BatchRun.h"

#include "app/SharedAnswering.h"
#include "channels/MessageFileReader.h"

#include <cstdio>
#include <QFile>

namespace Helmdesk
{

Result<BatchReport> runBatch(Workspace &desk, const QString &input, const QString &output,
                             const RunControl &control)
{
    auto reader = MessageFileReader::open(input);
    if (!reader)
        return reader.error();
    QFile file;
    const bool isOpen = output.isEmpty() ? file.open(stdout, QIODevice::WriteOnly)
                                         : (file.setFileName(output), file.open(QIODevice::WriteOnly));
    if (!isOpen)
        return Error{ErrorKind::Io,
                     QStringLiteral("%1 cannot be written: %2").arg(output, file.errorString())};

    SharedAnswering answering(desk);
    BatchReport report;
    report.ignored = reader->ignored();
    while (auto message = reader->next()) {
        auto processed = answering.process(*message, control);
        if (!processed)
            return processed.error();
        ++report.messages;
        report.alreadyDone += processed->wasThere ? 1 : 0;
        report.unreadable += message->unreadable.isEmpty() ? 0 : 1;
        const std::string decision = nameOf(processed->outcome.decision).toStdString();
        report.decisions[decision] = integerOr(report.decisions, decision.c_str(), 0) + 1;
        if (file.write(toBytes(toJson(processed->outcome)) + '\n') < 0 || !file.flush())
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be written: %2").arg(output, file.errorString())};
        control.progress(report.messages, reader->total());
    }
    if (auto sent = answering.sendDue(); !sent)
        return sent.error();
    return report;
}

} // namespace Helmdesk
