#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"
#include "llm/ModelProfile.h"

#include <QFuture>

namespace Helmdesk
{

// What a language model can be set for.
enum class ModelStage {
    Answer,   // it words answers
    Route,    // it is asked where the router is unsure
    Fallback, // it is asked where the one that answers fails
};

struct ModelRow {
    ModelProfile profile;
    ModelState state;
    bool hasKey = false;     // kept here, or in the environment
    QString keyVariable;     // of the environment
    bool isLocal = false;    // its server is this machine
    bool canKeepKey = false; // there is a keychain for another one
    bool isAnswering = false;
    bool isRouting = false;
    bool isFallback = false;
};

struct ModelsView {
    std::vector<ModelRow> models; // by name
    // As set: "builtin", a model's name; the empty route is the model that answers, the empty fallback none.
    QString answer;
    QString route;
    QString fallback;
    bool canKeepKeys = false; // there is a keychain
    double spentToday = 0.0;  // dollars that count against the budget
    double budgetToday = 0.0;
    qint64 unpricedToday = 0; // calls among them whose price is not known
};

struct NewModel {
    ModelProfile profile; // name, provider, address, model, prices, rule; an empty address is the provider's
    QString key;          // goes to the keychain and nowhere else
};

struct AddedModel {
    bool isKeyKept = false;
    bool isKeyLost = false; // one was given, and there is no place for it
    QString keyVariable;    // where it can stand then
};

struct ModelTest {
    bool isUsable = false;
    qint64 ms = 0; // of the first answer
    std::optional<ChatFault> fault;
    QString serverSaid; // with the failure: the server's own words, untrusted
};

// The use cases of the models' page. Thread: the GUI thread, which never waits; see Desk. Changes are told by
// Desk::settingsChanged(). Failure: the error's kind; no error holds a key.
class ModelRoom
{
public:
    template <class T = Unit>
    using Reply = QFuture<Result<T>>;

    virtual ~ModelRoom() = default;

    virtual Reply<ModelsView> models() = 0;
    // Conflict when the name is taken, InvalidInput when the profile cannot work.
    virtual Reply<AddedModel> add(const NewModel &model) = 0;
    // Another key in place of the one before. Nothing changes where it is lost.
    virtual Reply<AddedModel> changeKey(const QString &name, const QString &key) = 0;
    // Asks it some small questions, none with a customer's words; takes seconds.
    virtual Reply<ModelTest> test(const QString &name) = 0;
    virtual void stopTest(const QString &name) = 0;
    // With its key; the built-in engine takes over what it served.
    virtual Reply<> remove(const QString &name) = 0;
    // Brings the removed one back as it was, its key and what it served too, as long as the program runs.
    virtual Reply<> putBack(const QString &name) = 0;
    // "builtin", a model's name or, for the stages that know it, empty; see ModelsView.
    virtual Reply<> use(ModelStage stage, const QString &engine) = 0;
    virtual Reply<> setPersonalData(const QString &name, PersonalDataRule rule) = 0;
    // The variable that a key can stand in: HELMDESK_KEY_FAST.
    virtual QString keyVariable(const QString &name) const = 0;
};

} // namespace Helmdesk
