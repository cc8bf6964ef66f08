#include "RealDesk.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtTest>

namespace Helmdesk::Test
{
namespace
{

constexpr int startMs = 60000; // a busy machine takes its time
constexpr int openMs = 45000;

Error failed(const QString &what)
{
    return {ErrorKind::Io, what};
}

} // namespace

QString missingTools(const QStringList &names)
{
    QStringList missing;
    for (const QString &name : names) {
        if (QStandardPaths::findExecutable(name).isEmpty())
            missing << name;
    }
    return missing.join(QStringLiteral(", "));
}

QString builtProgram(const QString &name)
{
    return QDir(qEnvironmentVariable("HELMDESK_BIN_DIR")).filePath(name);
}

Result<QByteArray> control(const QString &workspace, const QStringList &arguments)
{
    QProcess program;
    program.start(builtProgram(QStringLiteral("helmdeskctl")),
                  QStringList{QStringLiteral("--data"), workspace} + arguments);
    if (!program.waitForFinished(60000) || program.exitCode() != 0)
        return failed(QStringLiteral("helmdeskctl %1: %2")
                          .arg(arguments.join(u' '), QString::fromUtf8(program.readAllStandardError())));
    return program.readAllStandardOutput();
}

Result<std::unique_ptr<VirtualScreen>> VirtualScreen::start()
{
    std::unique_ptr<VirtualScreen> screen(new VirtualScreen);
    // The server chooses a free number itself and writes it to its standard output.
    screen->m_server.setStandardErrorFile(QProcess::nullDevice());
    screen->m_server.start(QStringLiteral("Xvfb"),
                           {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                            QStringLiteral("0"), QStringLiteral("1440x900x24"), QStringLiteral("-nolisten"),
                            QStringLiteral("tcp"), QStringLiteral("-noreset")});
    const QDeadlineTimer deadline(startMs);
    while (!screen->m_server.canReadLine() && !deadline.hasExpired())
        screen->m_server.waitForReadyRead(100);
    const QByteArray number = screen->m_server.readLine().trimmed();
    if (number.isEmpty())
        return failed(QStringLiteral("Xvfb did not start"));
    screen->m_name = u':' + QString::fromLatin1(number);
    return screen;
}

VirtualScreen::~VirtualScreen()
{
    m_server.terminate();
    if (!m_server.waitForFinished(5000))
        m_server.kill();
}

void VirtualScreen::picture(const QString &title) const
{
    const QString folder = qEnvironmentVariable("HELMDESK_E2E_PICTURES");
    if (folder.isEmpty() || !missingTools({QStringLiteral("import")}).isEmpty())
        return;
    QTest::qWait(500); // for the eyes of a person only: what was shown last is painted
    QProcess::execute(QStringLiteral("import"),
                      {QStringLiteral("-display"), m_name, QStringLiteral("-window"), QStringLiteral("root"),
                       QDir(folder).filePath(title + QStringLiteral(".png"))});
}

RealDesk::RealDesk(const VirtualScreen &screen, const QString &workspace)
    : m_screen(screen)
    , m_workspace(workspace)
{
}

RealDesk::~RealDesk()
{
    kill();
}

QProcessEnvironment RealDesk::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_screen.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("USER"), QStringLiteral("Robin"));
    return environment;
}

Result<> RealDesk::start()
{
    m_program.setProcessEnvironment(environment());
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(builtProgram(QStringLiteral("helmdesk")), {QStringLiteral("--data"), m_workspace});
    if (!m_program.waitForStarted(startMs))
        return failed(QStringLiteral("helmdesk did not start: %1").arg(m_program.errorString()));
    auto found = tool({QStringLiteral("search"), QStringLiteral("--sync"), QStringLiteral("--onlyvisible"),
                       QStringLiteral("--pid"), QString::number(m_program.processId()),
                       QStringLiteral("--name"), QStringLiteral("Helmdesk")},
                      startMs);
    if (!found)
        return found.error();
    m_window = found->section(u'\n', 0, 0);
    // There is no window manager that would give the window the keyboard.
    auto focused = tool({QStringLiteral("windowfocus"), QStringLiteral("--sync"), m_window}, startMs);
    return focused ? Result<>() : Result<>(focused.error());
}

void RealDesk::kill()
{
    if (m_program.state() == QProcess::NotRunning)
        return;
    m_program.kill();
    m_program.waitForFinished();
}

Result<> RealDesk::quit()
{
    if (auto pressed = press({QStringLiteral("ctrl+q")}); !pressed)
        return pressed;
    if (!m_program.waitForFinished(startMs))
        return failed(QStringLiteral("helmdesk did not end"));
    if (m_program.exitStatus() != QProcess::NormalExit || m_program.exitCode() != 0)
        return failed(QStringLiteral("helmdesk ended with code %1").arg(m_program.exitCode()));
    return {};
}

Result<QString> RealDesk::tool(const QStringList &arguments, int waitMs) const
{
    QProcess xdotool;
    xdotool.setProcessEnvironment(environment());
    xdotool.start(QStringLiteral("xdotool"), arguments);
    if (!xdotool.waitForFinished(waitMs) || xdotool.exitCode() != 0) {
        xdotool.kill();
        xdotool.waitForFinished();
        return failed(QStringLiteral("xdotool %1: %2")
                          .arg(arguments.join(u' '), QString::fromUtf8(xdotool.readAllStandardError())));
    }
    return QString::fromUtf8(xdotool.readAllStandardOutput()).trimmed();
}

Result<> RealDesk::press(const QStringList &keys)
{
    auto done =
        tool(QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("20")} + keys);
    return done ? Result<>() : Result<>(done.error());
}

Result<> RealDesk::type(const QString &text)
{
    auto done = tool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("2"), text}, openMs);
    return done ? Result<>() : Result<>(done.error());
}

QString RealDesk::title()
{
    return tool({QStringLiteral("getwindowname"), m_window}).value_or(QString());
}

Result<> RealDesk::open(const QString &words)
{
    if (title().contains(words)) // found by itself: what is looked for again could open late, below the keys
        return press({QStringLiteral("Escape")});
    if (auto pressed = press({QStringLiteral("Escape"), QStringLiteral("ctrl+f"), QStringLiteral("ctrl+a")});
        !pressed)
        return pressed;
    if (auto typed = type(words); !typed)
        return typed;
    if (auto pressed = press({QStringLiteral("Return")}); !pressed)
        return pressed;
    const QDeadlineTimer deadline(openMs);
    while (!deadline.hasExpired()) {
        if (title().contains(words))
            return {};
        QTest::qWait(30);
    }
    return failed(QStringLiteral("the window shows \"%1\", not \"%2\"").arg(title(), words));
}

Result<> RealDesk::reply(const QString &text)
{
    if (auto pressed = press({QStringLiteral("e"), QStringLiteral("ctrl+a")}); !pressed)
        return pressed;
    if (auto typed = type(text); !typed)
        return typed;
    return press({QStringLiteral("ctrl+Return")});
}

} // namespace Helmdesk::Test
