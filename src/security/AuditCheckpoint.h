#pragma once

#include "core/Result.h"
#include "security/AuditSeal.h"

#include <memory>
#include <optional>
#include <QDateTime>
#include <QString>

namespace Helmdesk
{

// How far the audit log had come at a moment: what is kept outside of the database, so that a log whose end
// was cut off, or that was made anew, is found.
struct AuditCheckpoint {
    qint64 records = 0;
    QString hash; // of the last of them; genesisHash() when there was none
    QDateTime at;
    bool operator==(const AuditCheckpoint &) const = default;
};

// One place in which checkpoints are kept. Thread: any. Failure of read(): Corrupt when what lies there was
// not sealed with the log's key, else Io; an absent one is no failure.
class AuditAnchor
{
public:
    virtual ~AuditAnchor() = default;
    virtual Result<std::optional<AuditCheckpoint>> read() const = 0;
    virtual Result<> write(const AuditCheckpoint &checkpoint) = 0;
    virtual QString place() const = 0; // for the operator
};

// A small JSON file, replaced as a whole. It may lie on another machine's disk or on a medium that is written
// once a day: only reading it is needed to verify.
class FileAuditAnchor final : public AuditAnchor
{
public:
    FileAuditAnchor(QString path, std::shared_ptr<const AuditSeal> seal)
        : m_path(std::move(path))
        , m_seal(std::move(seal))
    {
    }
    Result<std::optional<AuditCheckpoint>> read() const override;
    Result<> write(const AuditCheckpoint &checkpoint) override;
    QString place() const override { return m_path; }

private:
    QString m_path;
    std::shared_ptr<const AuditSeal> m_seal;
};

} // namespace Helmdesk
