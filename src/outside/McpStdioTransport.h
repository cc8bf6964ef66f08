#pragma once

#include "outside/McpTransport.h"

#include <memory>
#include <QProcessEnvironment>

namespace Helmdesk
{

struct McpCommand {
    QString program; // an absolute path
    QStringList arguments;
    QProcessEnvironment environment; // all of it: nothing else passes
    QString folder;                  // it is started in; empty: the home folder
};

// An MCP server that is a program of this machine, over its standard input and output. It is ended with this
// object (its input is closed, then it is asked and then forced to end, with all that it started), and it
// ends with the desk: on Linux at once even when the desk is killed, elsewhere when it finds its input
// closed. Messages of more than 16 MiB end it. What it writes to standard error goes into the log, up to 64
// KiB.
class McpStdioTransport final : public McpTransport
{
public:
    // NotFound when the program cannot be started.
    static Result<std::unique_ptr<McpStdioTransport>> start(const McpCommand &command, Incoming incoming,
                                                            const QString &name);
    ~McpStdioTransport() override;

    Result<Json> exchange(const Json &request, const RunControl &control, const Late &late) override;
    Result<> notify(const Json &notification) override;
    bool isOpen() const override;
    QString lastWords() const override;
    void setVersion(const QString &, bool) override {}
    bool isHttp() const override { return false; }
    qint64 processId() const; // 0: it has ended

private:
    class Child;
    struct Shared;
    McpStdioTransport();

    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Child> m_child;
};

} // namespace Helmdesk
