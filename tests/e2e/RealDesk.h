#pragma once

#include "core/Result.h"

#include <memory>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

namespace Helmdesk::Test
{

// A virtual screen of its own, on which real programs run. Ends with the object.
class VirtualScreen
{
public:
    static Result<std::unique_ptr<VirtualScreen>> start();
    ~VirtualScreen();
    QString name() const { return m_name; } // ":7"
    // Writes a picture of the screen into the folder named by HELMDESK_E2E_PICTURES, if there is one.
    void picture(const QString &title) const;

private:
    VirtualScreen() = default;
    QProcess m_server;
    QString m_name;
};

// The real console in its own process on a virtual screen, and an operator in front of it who has nothing but
// the keyboard and eyes: keys go through the X server, and what is open is read from the window's title.
class RealDesk
{
public:
    RealDesk(const VirtualScreen &screen, const QString &workspace);
    ~RealDesk();

    Result<> start(); // returns when the window is there
    void kill();      // SIGKILL
    Result<> quit();  // by Ctrl+Q, waits for the end

    // Keys by their X names: "ctrl+Return".
    Result<> press(const QStringList &keys);
    Result<> type(const QString &text);
    QString title();
    // Searches for the words and waits until a conversation whose title holds them is open.
    Result<> open(const QString &words);
    // Replaces what stands in the composer and sends it.
    Result<> reply(const QString &text);

private:
    Result<QString> tool(const QStringList &arguments, int waitMs = 20000) const;
    QProcessEnvironment environment() const;

    const VirtualScreen &m_screen;
    QString m_workspace;
    QTemporaryDir m_home;
    QProcess m_program;
    QString m_window;
};

// Programs that the tests cannot do without and that are missing; empty: all are there.
QString missingTools(const QStringList &names);
// A program of the build.
QString builtProgram(const QString &name);
// helmdeskctl on the workspace; its standard output.
Result<QByteArray> control(const QString &workspace, const QStringList &arguments);

} // namespace Helmdesk::Test
