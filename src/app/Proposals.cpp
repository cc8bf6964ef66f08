#include "app/Proposals.h"

#include "store/SqliteProposalRepository.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestName = 60;
constexpr qsizetype longestReason = 1000;

Error noSuchProposal(const QString &name)
{
    return {ErrorKind::NotFound, QStringLiteral("there is no proposal \"%1\"").arg(name)};
}

Result<> checkText(const QString &text, const QString &what, qsizetype longest)
{
    if (text.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("%1 is missing").arg(what)};
    if (text.size() > longest)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1 is longer than %2 characters").arg(what).arg(longest)};
    return {};
}

Result<> checkWho(const ProposalStep &step)
{
    if (auto name = checkText(step.name, QStringLiteral("the name of the proposal"), longestName); !name)
        return name;
    return checkText(step.author, QStringLiteral("the name of who does it"), longestName);
}

Result<> checkReason(const QString &reason)
{
    return checkText(reason, QStringLiteral("the reason"), longestReason);
}

bool isOf(const ProposalEvent &event, const QString &name)
{
    return event.name.compare(name, Qt::CaseInsensitive) == 0;
}

// The act that holds of those that became of the proposal since it was saved under this name.
const ProposalEvent *lastChange(const std::vector<ProposalEvent> &newestFirst, const QString &name)
{
    for (const ProposalEvent &event : newestFirst) {
        if (!isOf(event, name) || event.act == ProposalAct::Removed)
            continue;
        return event.act == ProposalAct::Applied ? &event : nullptr;
    }
    return nullptr;
}

Json valuesOf(const Settings &today, const Settings &proposed, const std::vector<ProposedSetting> &settings)
{
    Json values = Json::object();
    for (const ProposedSetting &setting : settings) {
        const SettingKey key = findSetting(setting.name)->key;
        if (today.value(key) != proposed.value(key))
            values[setting.name.toStdString()] = proposed.value(key);
    }
    return values;
}

QStringList changedSince(const Settings &settings, const Json &applied)
{
    QStringList names;
    for (const auto &[name, value] : applied.items()) {
        const SettingDefinition *definition = findSetting(QString::fromStdString(name));
        if (definition == nullptr || settings.value(definition->key) != value)
            names << QString::fromStdString(name);
    }
    return names;
}

} // namespace

bool isInForce(const std::vector<ProposalEvent> &newestFirst, const QString &name)
{
    return lastChange(newestFirst, name) != nullptr;
}

Proposals::Proposals(Workspace &workspace)
    : m_workspace(workspace)
    , m_repository(std::make_unique<SqliteProposalRepository>(workspace.database()))
{
}

Result<Proposal> Proposals::save(const NewProposal &given, const ReplayPeriod &period,
                                 const RunControl &control)
{
    if (auto who = checkWho({given.name, given.author, {}}); !who)
        return who.error();
    if (auto reason = checkReason(given.reason); !reason)
        return reason.error();
    const Settings today = m_workspace.settings();
    const auto proposed = withProposal(today, given.settings);
    if (!proposed)
        return proposed.error();
    Proposal proposal{given.name.trimmed(),
                      given.author.trimmed(),
                      given.reason.trimmed(),
                      m_workspace.clock().now(),
                      valuesOf(today, *proposed, given.settings),
                      {}};
    if (proposal.settings.empty())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the proposal changes nothing: each setting has its value already")};
    auto figures = replayProposal(m_workspace, given.settings, period, 0, control);
    if (!figures)
        return figures.error();
    proposal.figures = std::move(*figures);
    if (auto saved = m_repository->save(proposal); !saved)
        return saved.error();
    return proposal;
}

Result<std::vector<Proposal>> Proposals::list() const
{
    return m_repository->proposals();
}

Result<std::vector<ProposalEvent>> Proposals::history() const
{
    return m_repository->events();
}

Result<Proposal> Proposals::find(const QString &name) const
{
    auto found = m_repository->find(name.trimmed());
    if (!found)
        return found.error();
    return *found ? Result<Proposal>(**found) : Result<Proposal>(noSuchProposal(name));
}

Result<ProposalComparison> Proposals::compare(const QStringList &names, const ReplayPeriod &period,
                                              const RunControl &control)
{
    const Settings today = m_workspace.settings();
    const auto promised = promisedThreshold(m_workspace);
    if (!promised)
        return promised.error();
    std::vector<ComparedSettings> compared{{QStringLiteral("today"), tuningOf(today, *promised)}};
    for (const QString &name : names) {
        const auto proposal = find(name);
        if (!proposal)
            return proposal.error();
        const auto proposed = today.with(proposal->settings);
        if (!proposed)
            return proposed.error();
        compared.push_back({proposal->name, tuningOf(*proposed, *promised)});
    }
    const auto history = readReplayHistory(m_workspace, period, control);
    if (!history)
        return history.error();
    auto columns = compareSettings(*history, compared, control);
    if (!columns)
        return columns.error();
    return ProposalComparison{std::move(*columns), *promised, history->notKept()};
}

Result<> Proposals::change(const Json &values, const QString &author)
{
    for (const auto &[name, value] : values.items()) {
        auto saved = m_workspace.settingsRepository().save(QString::fromStdString(name), value, author);
        if (!saved)
            return saved.error();
    }
    return {};
}

Result<ProposalEvent> Proposals::inOneStep(const std::function<Result<ProposalEvent>()> &work)
{
    ProposalEvent event;
    auto done = m_workspace.unitOfWork().run([&]() -> Result<> {
        auto made = work();
        if (!made)
            return made.error();
        event = std::move(*made);
        if (auto changed = change(event.after, event.author); !changed)
            return changed;
        return m_repository->note(event);
    });
    if (!done)
        return done.error();
    if (auto kept = m_workspace.database().awaitDurable(); !kept)
        return kept.error();
    return event;
}

Result<ProposalEvent> Proposals::apply(const ProposalStep &step)
{
    if (auto who = checkWho(step); !who)
        return who.error();
    if (auto reason = checkReason(step.reason); !reason)
        return reason.error();
    return inOneStep([&]() -> Result<ProposalEvent> {
        const auto proposal = find(step.name);
        if (!proposal)
            return proposal.error();
        const auto stored = m_workspace.settingsRepository().load();
        if (!stored)
            return stored.error();
        ProposalEvent event{0,
                            proposal->name,
                            ProposalAct::Applied,
                            step.author.trimmed(),
                            step.reason,
                            m_workspace.clock().now(),
                            Json::object(),
                            Json::object()};
        for (const auto &[name, value] : proposal->settings.items()) {
            const SettingDefinition *definition = findSetting(QString::fromStdString(name));
            if (definition == nullptr)
                return Error{ErrorKind::InvalidInput, QStringLiteral("there is no setting named %1 any more")
                                                          .arg(QString::fromStdString(name))};
            const Json &held = stored->settings.value(definition->key);
            if (held == value)
                continue;
            event.before[name] = held;
            event.after[name] = value;
        }
        if (event.after.empty())
            return Error{ErrorKind::Conflict,
                         QStringLiteral("every setting of \"%1\" has its value already").arg(proposal->name)};
        return event;
    });
}

Result<ProposalEvent> Proposals::rollBack(const ProposalStep &step, ChangedSince changed)
{
    if (auto who = checkWho(step); !who)
        return who.error();
    return inOneStep([&]() -> Result<ProposalEvent> {
        const auto events = history();
        if (!events)
            return events.error();
        const QString name = step.name.trimmed();
        if (std::ranges::none_of(*events, [&](const ProposalEvent &event) { return isOf(event, name); }))
            return noSuchProposal(name);
        const ProposalEvent *applied = lastChange(*events, name);
        if (applied == nullptr)
            return Error{
                ErrorKind::Conflict,
                QStringLiteral("\"%1\" is not in force, so there is nothing to roll back").arg(name)};
        const auto stored = m_workspace.settingsRepository().load();
        if (!stored)
            return stored.error();
        const QStringList since = changedSince(stored->settings, applied->after);
        if (!since.isEmpty() && changed == ChangedSince::Refuse)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("changed since \"%1\" was applied: %2; nothing was rolled back")
                             .arg(applied->name, since.join(QStringLiteral(", ")))};
        Json held = Json::object();
        for (const auto &[setting, value] : applied->after.items()) {
            const SettingDefinition *definition = findSetting(QString::fromStdString(setting));
            held[setting] = definition != nullptr ? stored->settings.value(definition->key) : value;
        }
        return ProposalEvent{0,
                             applied->name,
                             ProposalAct::RolledBack,
                             step.author.trimmed(),
                             step.reason,
                             m_workspace.clock().now(),
                             std::move(held),
                             applied->before};
    });
}

Result<> Proposals::remove(const ProposalStep &step)
{
    if (auto who = checkWho(step); !who)
        return who.error();
    const auto proposal = find(step.name);
    if (!proposal)
        return proposal.error();
    ProposalEvent event;
    event.name = proposal->name;
    event.act = ProposalAct::Removed;
    event.author = step.author.trimmed();
    event.reason = step.reason;
    event.at = m_workspace.clock().now();
    event.before = proposal->settings;
    return m_repository->note(event);
}

} // namespace Helmdesk
