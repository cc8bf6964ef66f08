#pragma once

#include "app/LanguageModels.h"
#include "app/ModelRoom.h"

#include <QThreadPool>
#include <stop_token>

namespace Helmdesk
{

class Workspace;

// The models' page on a workspace. Works on threads of its own: the keychain and a server may take their
// time. Thread: the GUI thread. Ownership: the workspace is not owned and outlives it.
class EngineModelRoom final : public ModelRoom
{
public:
    EngineModelRoom(Workspace &workspace, QString author);
    ~EngineModelRoom() override;
    void stop(); // ends the tests that run, and waits

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
    struct Removed {
        LanguageModels::Removed model;
        std::vector<ModelStage> stages; // what it was set for
    };
    template <class T, class Work>
    Reply<T> ask(QThreadPool &pool, Work work);
    LanguageModels &languageModels() const;
    Result<> set(ModelStage stage, const QString &engine);
    Result<> removeNow(const QString &name);
    Result<> putBackNow(const QString &name);

    Workspace &m_workspace;
    QString m_author;
    QThreadPool m_requests; // one thread: what was asked first is done first
    QThreadPool m_tests;
    std::map<QString, std::stop_source> m_running; // GUI thread
    std::map<QString, Removed> m_removed;          // on m_requests
};

} // namespace Helmdesk
