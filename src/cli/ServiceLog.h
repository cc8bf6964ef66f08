#pragma once

#include "monitoring/RotatingLog.h"

namespace Helmdesk
{

// Where a program that runs for long writes what happens: a file that rotates, or standard error. While it
// lives, all that the program logs goes there too, masked as ever. One at a time; main thread, write() any.
class ServiceLog
{
public:
    struct Options {
        QString file; // empty: standard error
        LogFormat format = LogFormat::Text;
        RotatingLog::Limits limits;
    };

    // Io where the file cannot be written.
    static Result<std::unique_ptr<ServiceLog>> open(const Options &options);
    ~ServiceLog();

    void write(const QString &level, const QString &category, const QString &message,
               const Json &fields = Json::object());

private:
    explicit ServiceLog(const Options &options);

    Options m_options;
    std::unique_ptr<RotatingLog> m_file; // null: standard error
};

} // namespace Helmdesk
