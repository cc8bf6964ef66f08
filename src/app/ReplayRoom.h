#pragma once

#include "core/Result.h"
#include "insights/Replay.h"

#include <QFuture>
#include <QList>

namespace Helmdesk
{

// A setting with another value than it has.
struct TriedSetting {
    QString name;
    Json value;
    bool operator==(const TriedSetting &) const = default;
};

// What a proposal would have done to the last days.
struct ReplayEffect {
    int days = 0;
    ReplayTally total;
    qint64 notKept = 0;        // runs of before, which cannot be decided again
    QList<qint64> toAutomatic; // conversations, the newest first; bounded
    QList<qint64> toPerson;
};

// Over the whole range of one number: how many leave without a person, all else as it is today.
struct ReplayCurve {
    QString name;                    // of the setting
    std::vector<ReplayPoint> points; // in the order of the values
};

// What is known before anything is tried.
struct ReplayOutlook {
    int days = 0;
    qint64 runs = 0;    // that can be decided again
    qint64 notKept = 0; // runs of before
    QStringList names;  // of the settings that can be tried
    std::vector<ReplayCurve> curves;
    struct Alternative {
        TriedSetting mode; // auto where it is not, else suggest
        ReplayEffect effect;
    };
    std::vector<Alternative> modes;
};

// What the settings ask of the desk's own history.
//
// Thread: the GUI thread, which never waits: the runs are decided again on another one. Ownership: outlives
// the window. Failure: InvalidInput for a setting that cannot be replayed; that of the store; Cancelled when
// a newer request of the kind took its place.
class ReplayRoom
{
public:
    template <class T>
    using Reply = QFuture<Result<T>>;

    virtual ~ReplayRoom() = default;
    virtual Reply<ReplayEffect> effectOf(const std::vector<TriedSetting> &proposal) = 0;
    virtual Reply<ReplayOutlook> outlook() = 0;
};

} // namespace Helmdesk
