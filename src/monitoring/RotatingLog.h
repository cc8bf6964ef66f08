#pragma once

#include "core/Json.h"
#include "core/Result.h"

#include <memory>
#include <mutex>
#include <QDateTime>
#include <QFile>

namespace Helmdesk
{

enum class LogFormat { Text, JsonLines };

// One line of a log, without its end: as JSON {"at","level","category","message",...} or as words. Line
// breaks of the message stay inside. Pure.
QByteArray logLine(LogFormat format, const QDateTime &at, const QString &level, const QString &category,
                   const QString &message, const Json &fields = Json::object());

// A log file that keeps within a size: when a line would pass it, the file becomes FILE.1, that one FILE.2
// and so on, and the last one goes. Readable by its owner alone.
//
// Thread: any. Failure: open() says why the file cannot be written; where it cannot be renamed later, lines
// go on in the same file, and what the disk does not take is lost.
class RotatingLog
{
public:
    struct Limits {
        qint64 bytes = qint64{10} * 1024 * 1024; // of one file
        int kept = 5;                            // beside the one that is written
    };

    static Result<std::unique_ptr<RotatingLog>> open(const QString &path, const Limits &limits);
    void write(const QByteArray &line); // and its end

private:
    RotatingLog(const QString &path, const Limits &limits);
    void rotate();

    std::mutex m_mutex;
    Limits m_limits;
    QFile m_file;
    qint64 m_written = 0; // bytes of the file
};

} // namespace Helmdesk
