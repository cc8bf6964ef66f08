#include "support/FakeModelRoom.h"

#include <algorithm>
#include <QPromise>

namespace Helmdesk::Test
{
using namespace Qt::StringLiterals;
namespace
{

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

} // namespace

void FakeModelRoom::fill()
{
    ModelRow fast;
    fast.profile.name = u"fast"_s;
    fast.profile.url = QUrl(u"http://127.0.0.1:8080/v1"_s);
    fast.profile.model = u"qwen"_s;
    fast.profile.prices.isFree = true;
    fast.profile.tested = QDateTime::currentDateTimeUtc().addSecs(-600);
    fast.profile.testedMs = 210;
    fast.profile.tokensPerSecond = 34.0;
    fast.state = {u"fast"_s, ModelHealth::Working, {}};
    fast.isLocal = true;
    fast.keyVariable = keyVariable(u"fast"_s);
    ModelRow strong;
    strong.profile.name = u"strong"_s;
    strong.profile.provider = ModelProvider::Anthropic;
    strong.profile.url = QUrl(u"https://models.example.org"_s);
    strong.profile.model = u"large-2"_s;
    strong.profile.keyName = u"model strong"_s;
    strong.profile.prices.input = 3.0;
    strong.profile.prices.output = 15.0;
    strong.profile.tested = fast.profile.tested;
    strong.profile.lastFault = ChatFault::KeyWrong;
    strong.state = {u"strong"_s, ModelHealth::Failing, ChatFault::KeyWrong};
    strong.hasKey = true;
    strong.keyVariable = keyVariable(u"strong"_s);
    view.models = {fast, strong};
    view.answer = u"fast"_s;
    view.canKeepKeys = true;
    view.spentToday = 1.25;
    view.budgetToday = 10.0;
    view.unpricedToday = 2;
    followStages();
}

void FakeModelRoom::followStages()
{
    const QString router = view.route.isEmpty() ? view.answer : view.route;
    for (ModelRow &row : view.models) {
        row.isAnswering = row.profile.name == view.answer;
        row.isRouting = row.profile.name == router;
        row.isFallback = row.profile.name == view.fallback;
        row.canKeepKey = view.canKeepKeys;
    }
}

ModelRoom::Reply<> FakeModelRoom::done(const QString &call, const std::function<void()> &change)
{
    calls << call;
    if (failure)
        return ready<Unit>(*failure);
    change();
    followStages();
    if (changed)
        changed();
    return ready<Unit>({});
}

ModelRoom::Reply<ModelsView> FakeModelRoom::models()
{
    return ready<ModelsView>(view);
}

ModelRoom::Reply<AddedModel> FakeModelRoom::add(const NewModel &model)
{
    const auto isTaken = std::ranges::any_of(
        view.models, [&](const ModelRow &row) { return row.profile.name == model.profile.name; });
    if (isTaken)
        return ready<AddedModel>(Error{ErrorKind::Conflict, u"taken"_s});
    if (!model.key.isEmpty())
        keys << model.key;
    (void)done(u"add "_s + model.profile.name, [&] {
        ModelRow row;
        row.profile = model.profile;
        row.state.name = model.profile.name;
        row.hasKey = !model.key.isEmpty() && view.canKeepKeys;
        row.profile.keyName = row.hasKey ? u"kept"_s : QString();
        row.keyVariable = keyVariable(model.profile.name);
        view.models.push_back(row);
    });
    return ready<AddedModel>(AddedModel{view.canKeepKeys && !model.key.isEmpty(),
                                        !view.canKeepKeys && !model.key.isEmpty(),
                                        keyVariable(model.profile.name)});
}

ModelRoom::Reply<AddedModel> FakeModelRoom::changeKey(const QString &name, const QString &key)
{
    if (failure)
        return ready<AddedModel>(*failure);
    keys << key;
    (void)done(u"changeKey "_s + name, [] {});
    return ready<AddedModel>(AddedModel{view.canKeepKeys, !view.canKeepKeys, keyVariable(name)});
}

ModelRoom::Reply<ModelTest> FakeModelRoom::test(const QString &name)
{
    calls << u"test "_s + name;
    auto promise = std::make_shared<QPromise<Result<ModelTest>>>();
    promise->start();
    m_tests.push_back(promise);
    if (!holdsTests)
        finishTests();
    return promise->future();
}

void FakeModelRoom::finishTests()
{
    for (const auto &test : std::exchange(m_tests, {})) {
        test->addResult(Result<ModelTest>(outcome));
        test->finish();
    }
}

void FakeModelRoom::stopTest(const QString &name)
{
    calls << u"stop "_s + name;
    for (const auto &test : std::exchange(m_tests, {})) {
        test->addResult(Result<ModelTest>(Error{ErrorKind::Cancelled, u"stopped"_s}));
        test->finish();
    }
}

ModelRoom::Reply<> FakeModelRoom::remove(const QString &name)
{
    return done(u"remove "_s + name, [&] {
        const auto row = std::ranges::find_if(
            view.models, [&](const ModelRow &each) { return each.profile.name == name; });
        m_removed[name] = *row;
        view.models.erase(row);
        if (view.answer == name)
            view.answer = u"builtin"_s;
    });
}

ModelRoom::Reply<> FakeModelRoom::putBack(const QString &name)
{
    return done(u"putBack "_s + name, [&] {
        view.models.push_back(m_removed.at(name));
        if (m_removed.at(name).isAnswering)
            view.answer = name;
    });
}

ModelRoom::Reply<> FakeModelRoom::use(ModelStage stage, const QString &engine)
{
    return done(u"use %1 %2"_s.arg(static_cast<int>(stage)).arg(engine), [&] {
        (stage == ModelStage::Answer  ? view.answer
         : stage == ModelStage::Route ? view.route
                                      : view.fallback) = engine;
    });
}

ModelRoom::Reply<> FakeModelRoom::setPersonalData(const QString &name, PersonalDataRule rule)
{
    return done(u"personalData %1 %2"_s.arg(name).arg(static_cast<int>(rule)), [&] {
        for (ModelRow &row : view.models) {
            if (row.profile.name == name)
                row.profile.personalData = rule;
        }
    });
}

QString FakeModelRoom::keyVariable(const QString &name) const
{
    return u"HELMDESK_KEY_"_s + name.toUpper();
}

} // namespace Helmdesk::Test
