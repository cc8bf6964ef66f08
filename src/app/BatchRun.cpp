#include "app/BatchRun.h"

#include "app/ReadAhead.h"
#include "app/SharedAnswering.h"
#include "channels/MessageFileReader.h"

#include <cstdio>
#include <deque>
#include <optional>
#include <QFile>

namespace Helmdesk
{
namespace
{

constexpr size_t readBefore = 3; // messages; what they need fits the token cache

std::optional<IncomingMessage> nextOf(MessageFileReader &file, std::deque<IncomingMessage> &upcoming,
                                      ReadAhead &ahead)
{
    while (upcoming.size() <= readBefore) {
        auto message = file.next();
        if (!message)
            break;
        ahead.expect(*message);
        upcoming.push_back(std::move(*message));
    }
    if (upcoming.empty())
        return std::nullopt;
    IncomingMessage first = std::move(upcoming.front());
    upcoming.pop_front();
    return first;
}

} // namespace

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
    ReadAhead ahead([&desk](const QString &text) { desk.assets().reader->read(text); });
    std::deque<IncomingMessage> upcoming;
    while (auto message = nextOf(*reader, upcoming, ahead)) {
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
