// The console: opens the workspace, wires the desk to its window, and ends both in order.

#include "app/EngineDesk.h"
#include "Console.h"
#include "core/OwnerOnly.h"
#include "core/RunningMark.h"
#include "MainWindow.h"
#include "security/MaskingLog.h"
#include "theme/ApplicationLook.h"
#include "theme/Theme.h"
#include "WorkspaceProblem.h"

#include <algorithm>
#include <array>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

namespace
{
using namespace Helmdesk;

constexpr int latestStartMs = 1500;

struct Options {
    QString folder;
    QString screenshot; // written after the window has settled, then the program ends
    bool demo = false;
};

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("helmdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELMDESK_VERSION));
}

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Helmdesk: a desk for support staff and their agent"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({{QStringLiteral("data"), QStringLiteral("workspace")},
                      QStringLiteral("The workspace folder."),
                      QStringLiteral("folder")});
    parser.addOption(
        {QStringLiteral("demo"), QStringLiteral("Load the sample company into an empty workspace.")});
    parser.addOption({QStringLiteral("screenshot"), QStringLiteral("Write a picture of the window and end."),
                      QStringLiteral("file")});
    parser.process(application);
    Options options;
    options.folder = parser.value(QStringLiteral("data"));
    if (options.folder.isEmpty())
        options.folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                         QStringLiteral("/helmdesk/default");
    options.folder = QDir::cleanPath(QDir::current().absoluteFilePath(options.folder));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.demo = parser.isSet(QStringLiteral("demo"));
    return options;
}

// Help and version are printed where there is no display too; ends the program.
void answerWithoutDisplay(int argc, char **argv)
{
    constexpr std::array asked{"-h", "--help", "--help-all", "-?", "-v", "--version"};
    const bool isAsked = std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return std::ranges::any_of(asked, [&](const char *word) { return qstrcmp(argument, word) == 0; });
    });
    if (!isAsked)
        return;
    const QCoreApplication application(argc, argv);
    nameApplication();
    (void)readOptions(application);
}

QString systemUserName()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? QStringLiteral("Operator") : name;
}

// One run of the program on its workspace. While that cannot be opened, a page says why and what to do.
class Program
{
public:
    explicit Program(Options options)
        : m_options(std::move(options))
    {
    }

    void open()
    {
        auto workspace = openWorkspace();
        if (!workspace) {
            showProblem(workspace.error());
            return;
        }
        const Settings settings = (*workspace)->settings();
        Language::instance().apply(settings.language());
        const QString theme = settings.theme();
        Theme::instance().apply(*qApp, theme == QLatin1String("light")  ? Scheme::Light
                                       : theme == QLatin1String("dark") ? Scheme::Dark
                                                                        : Scheme::System);
        EngineDeskOptions options;
        options.operatorName = systemUserName();
        m_desk = std::make_unique<EngineDesk>(std::move(*workspace), options);
        m_console = std::make_unique<Console>(*m_desk, &m_desk->insights());
        m_console->setReplay(m_desk->replay());
        m_console->setBacktest(m_desk->backtest());
        m_console->setHealth(m_desk->health());
        m_console->setProposals(m_desk->proposals());
        m_console->setCalibration(m_desk->calibration());
        // The engine takes a processor of its own for a while: the window comes first, where there is one to
        // see.
        QObject::connect(m_console.get(), &Console::painted, m_desk.get(), &EngineDesk::start);
        QTimer::singleShot(latestStartMs, m_desk.get(), &EngineDesk::start);
        m_console->show();
        m_problem.reset();
        takeScreenshot();
    }

private:
    Result<std::unique_ptr<Workspace>> openWorkspace() const
    {
        auto workspace = Workspace::open(m_options.folder, {.mail = MailDelivery::Folder});
        if (!workspace || !m_options.demo)
            return workspace;
        auto loaded = (*workspace)->loadDemo({});
        if (!loaded && loaded.error().kind != ErrorKind::Conflict)
            return loaded.error();
        return workspace;
    }

    void showProblem(const Error &error)
    {
        Language::instance().apply({});
        Theme::instance().apply(*qApp, Scheme::System);
        auto page = std::make_unique<WorkspaceProblem>(m_options.folder, error);
        QObject::connect(
            page.get(), &WorkspaceProblem::retryRequested, qApp, [this] { open(); }, Qt::QueuedConnection);
        QObject::connect(
            page.get(), &WorkspaceProblem::folderChosen, qApp,
            [this](const QString &folder) {
                m_options.folder = folder;
                open();
            },
            Qt::QueuedConnection);
        QObject::connect(page.get(), &WorkspaceProblem::quitRequested, qApp, &QCoreApplication::quit);
        page->show();
        m_problem = std::move(page);
        takeScreenshot();
    }

    void takeScreenshot()
    {
        constexpr int settleMs = 4000; // the engine loads and the first conversation is shown
        if (!m_options.screenshot.isEmpty())
            QTimer::singleShot(settleMs, qApp, [this] {
                QWidget &window = m_problem ? *m_problem : m_console->window();
                QCoreApplication::exit(window.grab().save(m_options.screenshot) ? 0 : 1);
            });
    }

    Options m_options;
    std::unique_ptr<EngineDesk> m_desk;
    std::unique_ptr<Console> m_console; // goes before the desk
    std::unique_ptr<QWidget> m_problem;
};

} // namespace

int main(int argc, char **argv)
{
    makeNewFilesOwnerOnly();
    maskLoggedSecrets();
    answerWithoutDisplay(argc, argv);
    const RunningMark mark;
    QApplication application(argc, argv);
    nameApplication();
    QApplication::setApplicationDisplayName(QStringLiteral("Helmdesk"));
    useOwnIcon();
    useOwnFont();
    Program program(readOptions(application));
    program.open();
    return QApplication::exec();
}
