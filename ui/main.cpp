// The console: opens the workspace, wires the desk to its window, and ends both in order.

#include "app/EngineDesk.h"
#include "MainWindow.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>

namespace
{

struct Options {
    QString folder;
    QString screenshot; // written after the window has settled, then the program ends
    bool demo = false;
};

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Helmdesk: a desk for support staff and their agent"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("data"), QStringLiteral("The workspace folder."), QStringLiteral("folder")});
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

QString systemUserName()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? QStringLiteral("Operator") : name;
}

void takeScreenshot(Helmdesk::MainWindow &window, const QString &file)
{
    constexpr int settleMs = 4000; // the engine loads and the first conversation is shown
    QTimer::singleShot(settleMs, &window, [&window, file] {
        const bool isSaved = window.grab().save(file);
        QCoreApplication::exit(isSaved ? 0 : 1);
    });
}

} // namespace

int main(int argc, char **argv)
{
    using namespace Helmdesk;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("helmdesk"));
    QApplication::setApplicationDisplayName(QStringLiteral("Helmdesk"));
    QApplication::setApplicationVersion(QStringLiteral(HELMDESK_VERSION));
    const Options options = readOptions(application);

    auto workspace = Workspace::open(options.folder, {.mail = MailDelivery::Folder});
    if (!workspace) {
        // No window can be shown without its workspace; the sentence says what to do.
        QMessageBox::critical(nullptr, QStringLiteral("Helmdesk"), workspace.error().detail);
        return 1;
    }
    if (options.demo) {
        if (auto loaded = (*workspace)->loadDemo({}); !loaded && loaded.error().kind != ErrorKind::Conflict) {
            QMessageBox::critical(nullptr, QStringLiteral("Helmdesk"), loaded.error().detail);
            return 1;
        }
    }
    const Settings settings = (*workspace)->settings();
    QTranslator translator;
    const QLocale locale = settings.language() == QLatin1String("system") || settings.language().isEmpty()
                               ? QLocale()
                               : QLocale(settings.language());
    if (translator.load(locale, QStringLiteral("helmdesk"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(&translator);
        QApplication::setLayoutDirection(locale.textDirection());
    }

    EngineDeskOptions deskOptions;
    deskOptions.operatorName = systemUserName();
    EngineDesk desk(std::move(*workspace), deskOptions);
    MainWindow window(desk);
    window.show();
    desk.start();
    if (!options.screenshot.isEmpty())
        takeScreenshot(window, options.screenshot);
    return QApplication::exec();
}
