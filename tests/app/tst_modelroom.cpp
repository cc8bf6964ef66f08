// The models of a workspace as the console asks for them: how they do, their keys, and what is taken back.

#include "app/EngineModelRoom.h"
#include "app/Workspace.h"
#include "support/LoopbackServer.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

class MemoryModels final : public ModelRepository
{
public:
    std::map<QString, ModelProfile> kept;

    Result<std::vector<ModelProfile>> models() const override
    {
        std::vector<ModelProfile> all;
        for (const auto &[name, profile] : kept)
            all.push_back(profile);
        return all;
    }
    Result<std::optional<ModelProfile>> model(const QString &name) const override
    {
        const auto found = kept.find(name);
        return found == kept.end() ? std::optional<ModelProfile>() : std::optional(found->second);
    }
    Result<> save(const ModelProfile &profile, const QString &) override
    {
        kept[profile.name] = profile;
        return {};
    }
    Result<> remove(const QString &name, const QString &) override
    {
        kept.erase(name);
        return {};
    }
};

// One keychain that outlives the stores that look into it.
class SharedSecrets final : public SecretStore
{
public:
    explicit SharedSecrets(InMemorySecretStore &inner)
        : m_inner(inner)
    {
    }
    bool canKeep() const override { return true; }
    QString place() const override { return m_inner.place(); }
    Result<std::optional<QString>> read(const QString &name) const override { return m_inner.read(name); }
    Result<> keep(const QString &name, const QString &secret) override { return m_inner.keep(name, secret); }
    Result<> remove(const QString &name) override { return m_inner.remove(name); }

private:
    InMemorySecretStore &m_inner;
};

ModelProfile profileAt(const QUrl &url, const QString &name = u"fast"_s)
{
    ModelProfile profile;
    profile.name = name;
    profile.url = url;
    profile.model = u"tiny"_s;
    profile.prices.isFree = true;
    return profile;
}

void answer(const ServerSide &side)
{
    side.answer(200, "application/json",
                R"({"choices":[{"message":{"role":"assistant","content":"ready"},"finish_reason":"stop"}],)"
                R"("usage":{"prompt_tokens":9,"completion_tokens":1}})");
}

template <class T>
T waited(const QFuture<T> &reply)
{
    return QFuture<T>(reply).result();
}

} // namespace

class ModelRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stateFollowsTheLastCalls_data();
    void stateFollowsTheLastCalls();
    void stateBeforeAnyCallIsThatOfTheTest();
    void nearlySpentBudgetIsSaid();
    void removedModelComesBackWithItsKey();
    void keyIsChangedAndTheOldOneForgotten();
    void testOfARemovedModelKeepsNothing();
    void stoppedTestKeepsNothing();
    void roomServesTheConsole();

private:
    LanguageModels make()
    {
        return LanguageModels({m_repository,
                               m_ledger,
                               [this] { return m_settings; },
                               {},
                               [this] { return std::make_unique<SharedSecrets>(m_secrets); }});
    }

    MemoryModels m_repository;
    MemoryLedger m_ledger;
    InMemorySecretStore m_secrets;
    Settings m_settings;
};

void ModelRoomTest::init()
{
    m_repository.kept.clear();
    m_ledger.settled.clear();
}

void ModelRoomTest::stateFollowsTheLastCalls_data()
{
    QTest::addColumn<QStringList>("faults"); // oldest first; empty: a reply
    QTest::addColumn<ModelHealth>("health");
    QTest::newRow("answers") << QStringList{u"server"_s, u""_s} << ModelHealth::Working;
    QTest::newRow("failed once") << QStringList{u""_s, u"timeout"_s} << ModelHealth::Limited;
    QTest::newRow("failed again and again") << QStringList(5, u"refused"_s) << ModelHealth::Failing;
    QTest::newRow("wrong key") << QStringList{u""_s, u"key_wrong"_s} << ModelHealth::Failing;
    QTest::newRow("no credit") << QStringList{u""_s, u"money_spent"_s} << ModelHealth::Failing;
}

void ModelRoomTest::stateFollowsTheLastCalls()
{
    QFETCH(QStringList, faults);
    QFETCH(ModelHealth, health);
    for (const QString &fault : faults) {
        SettledCall call;
        call.fault = fault;
        m_ledger.settled.push_back(call);
    }

    const auto state = make().stateOf(profileAt(QUrl(u"http://127.0.0.1:1"_s)));

    VERIFY_RESULT(state);
    QCOMPARE(state->health, health);
    QCOMPARE(state->fault, chatFaultNamed(faults.last()));
}

void ModelRoomTest::stateBeforeAnyCallIsThatOfTheTest()
{
    ModelProfile profile = profileAt(QUrl(u"http://127.0.0.1:1"_s));
    const LanguageModels models = make();
    QCOMPARE(models.stateOf(profile)->health, ModelHealth::Untested);

    profile.tested = QDateTime::currentDateTimeUtc();
    QCOMPARE(models.stateOf(profile)->health, ModelHealth::Working);
    profile.lastError = u"no such model"_s;
    profile.lastFault = ChatFault::NoSuchModel;
    QCOMPARE(models.stateOf(profile)->health, ModelHealth::Failing);
    QCOMPARE(models.stateOf(profile)->fault, std::optional(ChatFault::NoSuchModel));
    SettledCall call; // that of the test itself
    call.fault = nameOf(ChatFault::NoSuchModel);
    m_ledger.settled.push_back(call);
    QCOMPARE(models.stateOf(profile)->health, ModelHealth::Failing);
    m_ledger.settled.push_back(SettledCall());
    QCOMPARE(models.stateOf(profile)->health, ModelHealth::Working);
}

void ModelRoomTest::nearlySpentBudgetIsSaid()
{
    m_settings = *m_settings.with(u"budget.day_usd"_s, 2.0);
    SettledCall call;
    call.budgetUsd = 1.95;
    m_ledger.settled.push_back(call);

    const auto state = make().stateOf(profileAt(QUrl(u"http://127.0.0.1:1"_s)));

    QCOMPARE(state->health, ModelHealth::Limited);
    QCOMPARE(state->fault, std::optional(ChatFault::Budget));
}

void ModelRoomTest::removedModelComesBackWithItsKey()
{
    LanguageModels models = make();
    VERIFY_RESULT(models.add(profileAt(QUrl(u"http://127.0.0.1:1"_s)), u"sk-1"_s, u"iris"_s));
    const QString place = m_repository.kept.at(u"fast"_s).keyName;
    QCOMPARE(*m_secrets.read(place), std::optional(u"sk-1"_s));

    auto removed = models.remove(u"fast"_s, u"iris"_s);

    VERIFY_RESULT(removed);
    QVERIFY(m_repository.kept.empty());
    QVERIFY(!*m_secrets.read(place));
    VERIFY_RESULT(models.restore(*removed, u"iris"_s));
    QCOMPARE(*m_secrets.read(m_repository.kept.at(u"fast"_s).keyName), std::optional(u"sk-1"_s));
    QCOMPARE(models.restore(*removed, u"iris"_s).error().kind, ErrorKind::Conflict);
}

void ModelRoomTest::keyIsChangedAndTheOldOneForgotten()
{
    LanguageModels models = make();
    VERIFY_RESULT(models.add(profileAt(QUrl(u"http://127.0.0.1:1"_s)), u"sk-1"_s, u"iris"_s));
    const QString before = m_repository.kept.at(u"fast"_s).keyName;

    const auto changed = models.changeKey(u"fast"_s, u"sk-2"_s, u"iris"_s);

    VERIFY_RESULT(changed);
    QVERIFY(changed->isKeyKept);
    QVERIFY(!*m_secrets.read(before));
    QCOMPARE(*m_secrets.read(m_repository.kept.at(u"fast"_s).keyName), std::optional(u"sk-2"_s));
    QVERIFY(!models.changeKey(u"fast"_s, u"two\nlines"_s, u"iris"_s));
    QCOMPARE(models.changeKey(u"nobody"_s, u"sk-3"_s, u"iris"_s).error().kind, ErrorKind::NotFound);
}

void ModelRoomTest::testOfARemovedModelKeepsNothing()
{
    std::function<void()> meanwhile;
    const LoopbackServer server([&](const ReceivedRequest &, const ServerSide &side) {
        if (meanwhile)
            meanwhile();
        answer(side);
    });
    LanguageModels models = make();
    VERIFY_RESULT(models.add(profileAt(server.url(u"/v1"_s)), {}, u"iris"_s));
    meanwhile = [&] { m_repository.kept.clear(); };

    const auto report = models.test(u"fast"_s, u"iris"_s, RunControl());

    QCOMPARE(report.error().kind, ErrorKind::NotFound);
    QVERIFY(m_repository.kept.empty());
}

void ModelRoomTest::stoppedTestKeepsNothing()
{
    std::stop_source stop;
    const LoopbackServer server([&](const ReceivedRequest &, const ServerSide &) { stop.request_stop(); });
    LanguageModels models = make();
    VERIFY_RESULT(models.add(profileAt(server.url(u"/v1"_s)), {}, u"iris"_s));

    const auto report = models.test(u"fast"_s, u"iris"_s, RunControl(stop.get_token()));

    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QVERIFY(!m_repository.kept.at(u"fast"_s).tested.isValid());
}

// On a workspace of its own: added, tested, set, removed and brought back to what it served.
void ModelRoomTest::roomServesTheConsole()
{
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) { answer(side); });
    const QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    VERIFY_RESULT(workspace);
    EngineModelRoom room(**workspace, u"iris"_s);
    QVERIFY(waited(room.models())->models.empty());

    VERIFY_RESULT(waited(room.add({profileAt(server.url(u"/v1"_s)), {}})));
    const auto tested = waited(room.test(u"fast"_s));
    VERIFY_RESULT(tested);
    QVERIFY(tested->isUsable && !tested->fault);
    QVERIFY(!waited(room.use(ModelStage::Answer, u"nobody"_s)));
    VERIFY_RESULT(waited(room.use(ModelStage::Answer, u"fast"_s)));
    VERIFY_RESULT(waited(room.use(ModelStage::Fallback, u"fast"_s)));
    VERIFY_RESULT(waited(room.setPersonalData(u"fast"_s, PersonalDataRule::Placeholders)));
    auto view = waited(room.models());
    VERIFY_RESULT(view);
    const ModelRow row = view->models.front();
    QVERIFY(row.isAnswering && row.isRouting && row.isFallback && row.isLocal && !row.hasKey);
    QCOMPARE(row.state.health, ModelHealth::Working);
    QCOMPARE(row.profile.personalData, PersonalDataRule::Placeholders);
    QCOMPARE((*workspace)->languageModels().inUse(), std::optional(row.state));

    VERIFY_RESULT(waited(room.remove(u"fast"_s)));
    view = waited(room.models());
    QVERIFY(view->models.empty());
    QCOMPARE(view->answer, u"builtin"_s);
    QVERIFY(view->fallback.isEmpty());
    QVERIFY(!(*workspace)->languageModels().inUse());
    VERIFY_RESULT(waited(room.putBack(u"fast"_s)));
    view = waited(room.models());
    QVERIFY(view->models.front().isAnswering && view->models.front().isFallback);
    QCOMPARE(waited(room.putBack(u"fast"_s)).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(ModelRoomTest)
#include "tst_modelroom.moc"
