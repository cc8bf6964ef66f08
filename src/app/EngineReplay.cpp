#include "app/EngineReplay.h"

#include "app/ReplayReading.h"

#include <QElapsedTimer>
#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr qint64 freshMs = 60'000; // so long the columns in memory are taken for those of the store
constexpr int curvePoints = 41;
constexpr qsizetype mostListed = 200;

QList<qint64> conversationsOf(const ReplayHistory &history, const std::vector<quint32> &moved)
{
    QList<qint64> ids;
    for (auto run = moved.rbegin(); run != moved.rend() && ids.size() < mostListed; ++run) {
        const qint64 id = history.runs()[*run].conversation;
        if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

Result<Settings> with(Settings settings, const std::vector<TriedSetting> &proposal)
{
    for (const TriedSetting &tried : proposal) {
        if (!TuningSettings::has(tried.name))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("the setting %1 cannot be replayed").arg(tried.name)};
        auto next = settings.with(tried.name, tried.value);
        if (!next)
            return next.error();
        settings = std::move(*next);
    }
    return settings;
}

// Over the whole range of the setting.
Result<std::vector<ReplayPoint>> curveOf(const ReplayHistory &runs, const SettingDefinition &definition,
                                         const Settings &today, double promised, const RunControl &control)
{
    std::vector<double> values;
    for (int point = 0; point < curvePoints; ++point)
        values.push_back(definition.minimum +
                         (definition.maximum - definition.minimum) * point / (curvePoints - 1));
    const auto at = [&](double value) {
        const auto proposed = today.with(QString::fromLatin1(definition.name), value);
        return tuningOf(proposed ? *proposed : today, promised);
    };
    return replayCurve(runs, values, at, control);
}

} // namespace

struct EngineReplay::Read {
    ReplayHistory history;
    double promised = 0.0; // routing threshold
    QElapsedTimer age;
};

EngineReplay::EngineReplay(Workspace &workspace)
    : m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

EngineReplay::~EngineReplay()
{
    m_newestEffect.request_stop();
    m_newestOutlook.request_stop();
    m_pool.waitForDone();
}

Result<const EngineReplay::Read *> EngineReplay::history(const RunControl &control)
{
    if (m_read && m_read->age.elapsed() < freshMs)
        return m_read.get();
    const QDate today = m_workspace.clock().now().toLocalTime().date();
    auto read = readReplayHistory(m_workspace, {today.addDays(1 - days), {}}, control);
    if (!read)
        return read.error();
    auto promised = promisedThreshold(m_workspace);
    if (!promised)
        return promised.error();
    m_read = std::make_unique<Read>(Read{std::move(*read), *promised, {}});
    m_read->age.start();
    return m_read.get();
}

Result<ReplayEffect> EngineReplay::effect(const std::vector<TriedSetting> &proposal,
                                          const RunControl &control)
{
    const auto read = history(control);
    if (!read)
        return read.error();
    const Settings today = m_workspace.settings();
    const auto proposed = with(today, proposal);
    if (!proposed)
        return proposed.error();
    const ReplayHistory &runs = (*read)->history;
    const double promised = (*read)->promised;
    const auto result = replay(runs, tuningOf(today, promised), tuningOf(*proposed, promised), control);
    if (!result)
        return result.error();
    return ReplayEffect{days, result->total(), runs.notKept(), conversationsOf(runs, result->toAutomatic),
                        conversationsOf(runs, result->toPerson)};
}

Result<ReplayOutlook> EngineReplay::outlookOf(const RunControl &control)
{
    const auto read = history(control);
    if (!read)
        return read.error();
    const ReplayHistory &runs = (*read)->history;
    ReplayOutlook outlook{
        days, static_cast<qint64>(runs.runs().size()), runs.notKept(), TuningSettings::names(), {}, {}};
    if (outlook.runs == 0)
        return outlook;
    const Settings today = m_workspace.settings();
    for (const QString &name : TuningSettings::names()) {
        const SettingDefinition &definition = *findSetting(name);
        if (definition.type == SettingType::Number) {
            auto points = curveOf(runs, definition, today, (*read)->promised, control);
            if (!points)
                return points.error();
            outlook.curves.push_back({name, std::move(*points)});
        } else if (definition.type == SettingType::Choice) {
            const bool isAuto = today.value(definition.key) == Json("auto");
            const TriedSetting other{name, isAuto ? "suggest" : "auto"};
            auto effect = this->effect({other}, control);
            if (!effect)
                return effect.error();
            outlook.modes.push_back({other, std::move(*effect)});
        }
    }
    return outlook;
}

ReplayRoom::Reply<ReplayEffect> EngineReplay::effectOf(const std::vector<TriedSetting> &proposal)
{
    m_newestEffect.request_stop();
    m_newestEffect = std::stop_source();
    return QtConcurrent::run(
        &m_pool,
        [this, proposal, control = RunControl(m_newestEffect.get_token())]() -> Result<ReplayEffect> {
            if (auto wanted = control.check(); !wanted)
                return wanted.error(); // overtaken while it waited
            return effect(proposal, control);
        });
}

ReplayRoom::Reply<ReplayOutlook> EngineReplay::outlook()
{
    m_newestOutlook.request_stop();
    m_newestOutlook = std::stop_source();
    return QtConcurrent::run(
        &m_pool, [this, control = RunControl(m_newestOutlook.get_token())]() -> Result<ReplayOutlook> {
            if (auto wanted = control.check(); !wanted)
                return wanted.error();
            return outlookOf(control);
        });
}

} // namespace Helmdesk
