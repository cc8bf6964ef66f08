#pragma once

#include "core/Json.h"
#include "Workbench.h"

namespace Helmdesk::Test
{

// What a program came to.
struct Ended {
    int code = -1; // -1: it did not end in order
    QString out;
    QString complaint; // standard error
    Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
};

constexpr int killed = 137; // the code of a program that was told to die

// Runs a program of the build where no display is; it dies at `instant` (core/Instants.h), unless that is
// empty.
Ended runProgram(const QString &name, const QStringList &arguments, const QString &instant = {});

// A demo workspace, and helmdeskctl on it.
class CommandLine
{
public:
    static Result<std::unique_ptr<CommandLine>> create();

    Workbench &bench() { return *m_bench; }
    QString folder() const { return m_bench->folder(); }
    Ended run(const QStringList &arguments, const QString &instant = {}) const;
    // With --json; the document is null when the command failed.
    Json ask(const QStringList &arguments) const;

    // A message of a customer, answered; the number of its conversation.
    qint64 write(const QString &text, const QString &customer) const;
    Json show(qint64 conversation) const;
    // What was refunded of an invoice, in minor units.
    Result<qint64> refunded(const QString &customer, const QString &invoice) const;

private:
    CommandLine() = default;
    std::unique_ptr<Workbench> m_bench;
};

} // namespace Helmdesk::Test
