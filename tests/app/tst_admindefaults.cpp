// A workspace on a machine whose administrator presets and locks settings.

#include "app/DeskReader.h"
#include "app/Workspace.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

class WorkspaceDefaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }
    void locksAndPresetsHold();
    void unusableDefaultsHoldEverythingBack();
    void consoleIsToldWhatIsLocked();

private:
    void open(const QByteArray &document);
    Result<Settings> choose(const char *name, const Json &value)
    {
        return m_workspace->settingsRepository().save(QString::fromLatin1(name), value, u"Noor"_s);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void WorkspaceDefaultsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open("{}");
}

// As after a restart.
void WorkspaceDefaultsTest::open(const QByteArray &document)
{
    m_workspace.reset();
    const QString path = m_folder->filePath(u"defaults.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(document) == document.size());
    file.close();
    WorkspaceOptions options;
    options.durability = Durability::None;
    options.defaults = AdminDefaults::fromFiles({path});
    auto workspace = Workspace::open(m_folder->filePath(u"desk"_s), std::move(options));
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
}

void WorkspaceDefaultsTest::locksAndPresetsHold()
{
    open(R"({"locked": {"engine.answer": "builtin"}, "preset": {"routing.threshold": 0.9}})");

    QCOMPARE(m_workspace->settings().engineAnswer(), u"builtin"_s);
    QCOMPARE(m_workspace->settings().routingThreshold(), 0.9);
    QVERIFY2(m_workspace->settingsProblem().isEmpty(), qPrintable(m_workspace->settingsProblem()));
    const auto refused = choose("engine.answer", "other");
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
}

void WorkspaceDefaultsTest::unusableDefaultsHoldEverythingBack()
{
    VERIFY_RESULT(choose("modes.billing", "auto"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"nothing is sent, no tool acts"_s));
    open(R"({"lock": {"modes.billing": "off"}})");

    const Settings settings = m_workspace->settings();

    QVERIFY(settings.isHeldBack());
    QCOMPARE(settings.mode(Category::Billing), Mode::Off);
    QVERIFY2(m_workspace->settingsProblem().contains(u"defaults.json"_s),
             qPrintable(m_workspace->settingsProblem()));
    QVERIFY(!choose("modes.billing", "auto").has_value());
}

void WorkspaceDefaultsTest::consoleIsToldWhatIsLocked()
{
    open(
        R"({"locked": {"engine.answer": "builtin"}, "preset": {"routing.threshold": 0.9}, "contact": "IT"})");

    const auto rows = readSettings(*m_workspace);

    VERIFY_RESULT(rows);
    const auto row = [&rows](const QString &name) {
        return *std::ranges::find(*rows, name, &SettingRow::name);
    };
    QVERIFY(row(u"engine.answer"_s).isLocked);
    QCOMPARE(row(u"engine.answer"_s).contact, u"IT"_s);
    const SettingRow preset = row(u"routing.threshold"_s);
    QVERIFY(preset.isPreset && preset.isDefault && !preset.isLocked);
    QCOMPARE(preset.fallback, Json(0.9));
    const SettingRow free = row(u"answer.threshold"_s);
    QVERIFY(!free.isLocked && !free.isPreset && free.isDefault);
}

QTEST_GUILESS_MAIN(WorkspaceDefaultsTest)
#include "tst_admindefaults.moc"
