#pragma once

#include "core/Json.h"

#include <optional>
#include <QDateTime>
#include <QString>
#include <vector>

namespace Helmdesk
{

// A tool of an outside system as it is stored.
struct OutsideToolRow {
    QString name;      // as the desk calls it
    QString server;    // the MCP server that offers it; empty: it is a definition for HTTP
    Json definition;   // see HttpToolDefinition; of an MCP server what it lists
    QString digest;    // of the definition: definitionDigest()
    QString consented; // the digest that a person agreed to; empty: none yet
    bool needsApproval = true;
    QString author; // of the last change

    bool isConsented() const { return !digest.isEmpty() && digest == consented; }
};

// SHA-256 in hexadecimal over the canonical JSON (keys sorted, compact). Pure.
QString definitionDigest(const Json &definition);

struct McpServerRow {
    QString name;
    Json definition; // see McpServerDefinition
};

// What came back of a call when nobody waited for it any more.
struct LateResult {
    QString tool;
    QString key;     // of the effect; empty for a read
    QString outcome; // done, failed, refused
    Json result;
    QDateTime at;
};

// Where outside tools are kept; each change is a record of the audit log. Thread: any. Failure: that of the
// store; NotFound for a name that is not there.
class OutsideToolRepository
{
public:
    virtual ~OutsideToolRepository() = default;

    virtual Result<std::vector<OutsideToolRow>> tools() const = 0; // by name
    virtual Result<std::optional<OutsideToolRow>> tool(const QString &name) const = 0;
    // All of it in one transaction.
    virtual Result<> saveTools(const std::vector<OutsideToolRow> &rows, const QString &author) = 0;
    virtual Result<> removeTool(const QString &name, const QString &author) = 0;

    virtual Result<std::vector<McpServerRow>> servers() const = 0; // by name
    virtual Result<> saveServer(const McpServerRow &row, const QString &author) = 0;
    // With its tools.
    virtual Result<> removeServer(const QString &name, const QString &author) = 0;

    virtual Result<> noteLate(const LateResult &late) = 0;
    virtual Result<std::vector<LateResult>> lateResults(const QString &key) const = 0; // oldest first
};

} // namespace Helmdesk
