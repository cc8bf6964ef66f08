#include "app/EngineModelRoom.h"

#include "app/Workspace.h"

#include <array>
#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int testsAtOnce = 2;
const QString builtin = QStringLiteral("builtin");

QString settingOf(ModelStage stage)
{
    switch (stage) {
    case ModelStage::Answer:
        return QStringLiteral("engine.answer");
    case ModelStage::Route:
        return QStringLiteral("engine.route");
    case ModelStage::Fallback:
        break;
    }
    return QStringLiteral("engine.fallback");
}

QString engineOf(ModelStage stage, const Settings &settings)
{
    switch (stage) {
    case ModelStage::Answer:
        return settings.engineAnswer();
    case ModelStage::Route:
        return settings.engineRoute();
    case ModelStage::Fallback:
        break;
    }
    return settings.engineFallback();
}

constexpr std::array stages{ModelStage::Answer, ModelStage::Route, ModelStage::Fallback};

} // namespace

EngineModelRoom::EngineModelRoom(Workspace &workspace, QString author)
    : m_workspace(workspace)
    , m_author(std::move(author))
{
    m_requests.setMaxThreadCount(1);
    m_tests.setMaxThreadCount(testsAtOnce);
}

EngineModelRoom::~EngineModelRoom()
{
    stop();
}

void EngineModelRoom::stop()
{
    for (auto &[name, source] : m_running)
        source.request_stop();
    m_tests.waitForDone();
    m_requests.waitForDone();
}

template <class T, class Work>
ModelRoom::Reply<T> EngineModelRoom::ask(QThreadPool &pool, Work work)
{
    return QtConcurrent::run(&pool, [work = std::move(work)]() -> Result<T> { return work(); });
}

LanguageModels &EngineModelRoom::languageModels() const
{
    return m_workspace.languageModels();
}

QString EngineModelRoom::keyVariable(const QString &name) const
{
    return EnvironmentSecretStore::variableFor(name);
}

ModelRoom::Reply<ModelsView> EngineModelRoom::models()
{
    return ask<ModelsView>(m_requests, [this]() -> Result<ModelsView> {
        const Settings settings = m_workspace.settings();
        ModelsView view;
        view.answer = settings.engineAnswer();
        view.route = settings.engineRoute();
        view.fallback = settings.engineFallback();
        view.canKeepKeys = languageModels().canKeepKeys();
        view.budgetToday = settings.budgetDayUsd();
        auto profiles = languageModels().repository().models();
        if (!profiles)
            return profiles.error();
        const QString router = view.route.isEmpty() ? view.answer : view.route;
        for (ModelProfile &profile : *profiles) {
            auto state = languageModels().stateOf(profile);
            if (!state)
                return state.error();
            ModelRow row;
            row.state = *state;
            row.hasKey = LanguageModels::hasKey(profile);
            row.keyVariable = keyVariable(profile.name);
            row.isLocal = Helmdesk::isLocal(profile);
            row.canKeepKey = view.canKeepKeys;
            row.isAnswering = profile.name == view.answer;
            row.isRouting = profile.name == router;
            row.isFallback = profile.name == view.fallback;
            row.profile = std::move(profile);
            view.models.push_back(std::move(row));
        }
        const QDate today = QDateTime::currentDateTimeUtc().date();
        auto spent = languageModels().ledger().report(CostBy::Day, today, today);
        if (!spent)
            return spent.error();
        for (const CostRow &row : *spent) {
            view.spentToday += row.budgetUsd;
            view.unpricedToday += row.unpriced;
        }
        return view;
    });
}

ModelRoom::Reply<AddedModel> EngineModelRoom::add(const NewModel &model)
{
    return ask<AddedModel>(m_requests, [this, model]() -> Result<AddedModel> {
        auto kept = languageModels().add(model.profile, model.key, m_author);
        if (!kept)
            return kept.error();
        return AddedModel{kept->isKeyKept, !model.key.isEmpty() && !kept->isKeyKept,
                          keyVariable(model.profile.name)};
    });
}

ModelRoom::Reply<AddedModel> EngineModelRoom::changeKey(const QString &name, const QString &key)
{
    return ask<AddedModel>(m_requests, [this, name, key]() -> Result<AddedModel> {
        auto kept = languageModels().changeKey(name, key, m_author);
        if (!kept)
            return kept.error();
        return AddedModel{kept->isKeyKept, !kept->isKeyKept, keyVariable(name)};
    });
}

ModelRoom::Reply<ModelTest> EngineModelRoom::test(const QString &name)
{
    std::stop_source &source = m_running[name];
    source = std::stop_source();
    return ask<ModelTest>(m_tests, [this, name, token = source.get_token()]() -> Result<ModelTest> {
        auto report = languageModels().test(name, m_author, RunControl(token));
        if (!report)
            return report.error();
        return ModelTest{report->isUsable, report->ms, report->profile.lastFault, report->serverSaid};
    });
}

void EngineModelRoom::stopTest(const QString &name)
{
    if (const auto running = m_running.find(name); running != m_running.end())
        running->second.request_stop();
}

ModelRoom::Reply<> EngineModelRoom::remove(const QString &name)
{
    stopTest(name);
    return ask<Unit>(m_requests, [this, name] { return removeNow(name); });
}

Result<> EngineModelRoom::removeNow(const QString &name)
{
    const Settings before = m_workspace.settings();
    auto model = languageModels().remove(name, m_author);
    if (!model)
        return model.error();
    Removed removed{std::move(*model), {}};
    for (const ModelStage stage : stages) {
        if (engineOf(stage, before) != name)
            continue;
        removed.stages.push_back(stage);
        if (auto left = set(stage, stage == ModelStage::Answer ? builtin : QString()); !left)
            return left;
    }
    m_removed.insert_or_assign(name, std::move(removed));
    return {};
}

ModelRoom::Reply<> EngineModelRoom::putBack(const QString &name)
{
    return ask<Unit>(m_requests, [this, name] { return putBackNow(name); });
}

Result<> EngineModelRoom::putBackNow(const QString &name)
{
    const auto removed = m_removed.find(name);
    if (removed == m_removed.end())
        return Error{ErrorKind::NotFound, QStringLiteral("no model of that name was removed here")};
    auto restored = languageModels().restore(removed->second.model, m_author);
    if (!restored)
        return restored.error();
    for (const ModelStage stage : removed->second.stages) {
        if (auto given = set(stage, name); !given)
            return given;
    }
    m_removed.erase(removed);
    return {};
}

ModelRoom::Reply<> EngineModelRoom::use(ModelStage stage, const QString &engine)
{
    return ask<Unit>(m_requests, [this, stage, engine]() -> Result<> {
        auto known = languageModels().check(engine);
        return known ? set(stage, engine) : known;
    });
}

Result<> EngineModelRoom::set(ModelStage stage, const QString &engine)
{
    auto saved = m_workspace.settingsRepository().save(settingOf(stage), Json(engine), m_author);
    return saved ? Result<>() : Result<>(saved.error());
}

ModelRoom::Reply<> EngineModelRoom::setPersonalData(const QString &name, PersonalDataRule rule)
{
    return ask<Unit>(m_requests, [this, name, rule]() -> Result<> {
        ModelRepository &repository = languageModels().repository();
        auto profile = repository.model(name);
        if (!profile)
            return profile.error();
        if (!*profile)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no model \"%1\"").arg(name)};
        (*profile)->personalData = rule;
        return repository.save(**profile, m_author);
    });
}

} // namespace Helmdesk
