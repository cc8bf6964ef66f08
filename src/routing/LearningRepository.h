#pragma once

#include "core/Json.h"
#include "core/Result.h"
#include "routing/ContributionLimits.h"
#include "routing/RoutingPromise.h"

namespace Helmdesk
{

enum class VersionState {
    Active,   // the router uses it
    Former,   // it was used
    Declined, // made, but worse than the one in use
};

inline QString nameOf(VersionState value)
{
    switch (value) {
    case VersionState::Active:
        return QStringLiteral("active");
    case VersionState::Former:
        return QStringLiteral("former");
    case VersionState::Declined:
        return QStringLiteral("declined");
    }
    return {};
}

// A version of the router's model. Its bytes lie in `file` inside the workspace's folder "models".
struct ModelVersion {
    qint64 id = 0;
    QDateTime at;
    qint64 parent = 0;      // the version it was compared with
    QString file;           // empty: the model that came with the program
    QString digest;         // SHA-256 of the bytes, hexadecimal
    QString base;           // digest of the program's own model at that time
    qint64 lastExample = 0; // newest contribution it has learnt from
    int examples = 0;       // contributions it has learnt from
    Json report;            // scores beside the parent's, and what changed
    VersionState state = VersionState::Former;
    QString by; // who had it made or rolled back
};

// What the router learns from and what it has become. Thread: any. Ownership: values. Failure: that of the
// store; NotFound for an unknown id.
class LearningRepository
{
public:
    virtual ~LearningRepository() = default;

    // Turns verdicts that have not been looked at yet (draft edited or rejected, false alarm) into examples;
    // gives how many. Where the message had been routed to "escalate" a false alarm does not say where it
    // belongs, so none is made.
    virtual Result<int> collectFromVerdicts() = 0;
    virtual Result<std::vector<Contribution>> contributions() const = 0; // oldest first, limits not applied
    virtual Result<> review(qint64 contribution, ReviewState state, const QString &by,
                            const QDateTime &at) = 0; // audited

    // One entry for each message on whose category a person's act says something: a changed category speaks
    // against it, a draft sent or edited for it. Messages routed to "escalate" are not among them.
    virtual Result<std::vector<RoutingEvidence>> evidence(const QDateTime &since) const = 0;

    virtual Result<qint64> addVersion(const ModelVersion &version) = 0;                    // audited
    virtual Result<> activate(qint64 version, const QString &by, const QDateTime &at) = 0; // audited
    virtual Result<std::vector<ModelVersion>> versions() const = 0;                        // newest first
};

} // namespace Helmdesk
