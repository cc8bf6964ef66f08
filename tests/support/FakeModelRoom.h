#pragma once

#include "app/ModelRoom.h"

#include <functional>
#include <map>
#include <memory>

namespace Helmdesk::Test
{

// The models' page in memory. Answers at once, but for tests while `holdsTests`; `calls` says what was asked.
class FakeModelRoom final : public ModelRoom
{
public:
    ModelsView view;
    QStringList calls;
    QStringList keys;             // what was handed over for keeping
    std::optional<Error> failure; // when set, every change fails with it
    ModelTest outcome{true, 210, {}, {}};
    bool holdsTests = false; // until finishTests() or stopTest()
    std::function<void()> changed;

    void fill(); // two models, one of which answers
    void finishTests();

    Reply<ModelsView> models() override;
    Reply<AddedModel> add(const NewModel &model) override;
    Reply<AddedModel> changeKey(const QString &name, const QString &key) override;
    Reply<ModelTest> test(const QString &name) override;
    void stopTest(const QString &name) override;
    Reply<> remove(const QString &name) override;
    Reply<> putBack(const QString &name) override;
    Reply<> use(ModelStage stage, const QString &engine) override;
    Reply<> setPersonalData(const QString &name, PersonalDataRule rule) override;
    QString keyVariable(const QString &name) const override;

private:
    Reply<> done(const QString &call, const std::function<void()> &change);
    void followStages();

    std::map<QString, ModelRow> m_removed;
    std::vector<std::shared_ptr<QPromise<Result<ModelTest>>>> m_tests;
};

} // namespace Helmdesk::Test
