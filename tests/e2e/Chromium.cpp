#include "Chromium.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QtTest>

namespace Helmdesk::Test
{
namespace
{

constexpr int startMs = 60000;
constexpr int answerMs = 45000;

Error failed(const QString &what)
{
    return {ErrorKind::Io, what};
}

} // namespace

QString Chromium::program()
{
    for (const QString &name : {QStringLiteral("chromium"), QStringLiteral("chromium-browser"),
                                QStringLiteral("google-chrome"), QStringLiteral("google-chrome-stable")}) {
        if (const QString found = QStandardPaths::findExecutable(name); !found.isEmpty())
            return found;
    }
    return {};
}

Result<std::unique_ptr<Chromium>> Chromium::start(const QStringList &more)
{
    std::unique_ptr<Chromium> browser(new Chromium);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), browser->m_profile.path());
    browser->m_process.setProcessEnvironment(environment);
    browser->m_process.setStandardErrorFile(QProcess::nullDevice());
    browser->m_process.start(
        program(),
        more + QStringList{QStringLiteral("--headless=new"), QStringLiteral("--no-sandbox"),
                           QStringLiteral("--disable-gpu"), QStringLiteral("--disable-dev-shm-usage"),
                           QStringLiteral("--no-first-run"),
                           QStringLiteral("--disable-background-networking"),
                           QStringLiteral("--disable-component-update"),
                           QStringLiteral("--disable-background-timer-throttling"),
                           QStringLiteral("--disable-renderer-backgrounding"),
                           QStringLiteral("--process-per-site"), QStringLiteral("--remote-debugging-port=0"),
                           QStringLiteral("--user-data-dir=") + browser->m_profile.path(),
                           QStringLiteral("about:blank")});
    // Its port stands in a file of the profile as soon as it listens.
    const QDeadlineTimer deadline(startMs);
    while (!deadline.hasExpired() && browser->m_process.state() != QProcess::NotRunning) {
        QFile file(browser->m_profile.filePath(QStringLiteral("DevToolsActivePort")));
        if (file.open(QIODevice::ReadOnly)) {
            browser->m_port = file.readLine().trimmed().toInt();
            if (browser->m_port > 0)
                return browser;
        }
        QTest::qWait(30);
    }
    return failed(QStringLiteral("Chromium did not start"));
}

Chromium::~Chromium()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Result<std::unique_ptr<ChromiumTab>> Chromium::newTab()
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.put(
        QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/json/new?about:blank").arg(m_port))),
        QByteArray()));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(answerMs))
        return failed(QStringLiteral("Chromium opens no tab"));
    const Json tab = Json::parse(reply->readAll().toStdString(), nullptr, false);
    return ChromiumTab::open(QUrl(stringOr(tab, "webSocketDebuggerUrl")));
}

Result<std::unique_ptr<ChromiumTab>> ChromiumTab::open(const QUrl &url)
{
    auto socket = WebSocketClient::open(url);
    if (!socket)
        return socket.error();
    std::unique_ptr<ChromiumTab> tab(new ChromiumTab);
    tab->m_socket = std::move(*socket);
    return tab;
}

Result<Json> ChromiumTab::call(const QString &method, const Json &parameters)
{
    const int id = ++m_lastId;
    if (auto sent = m_socket->send(toBytes(Json{{"id", id}, {"method", method}, {"params", parameters}}));
        !sent)
        return sent.error();
    const QDeadlineTimer deadline(answerMs);
    while (!deadline.hasExpired()) {
        auto received = m_socket->receive(std::chrono::milliseconds(deadline.remainingTime()));
        if (!received)
            return received.error();
        if (!*received)
            break;
        const Json answer = Json::parse((*received)->toStdString(), nullptr, false);
        if (integerOr(answer, "id", 0) != id)
            continue; // an event
        if (answer.contains("error"))
            return failed(method + QStringLiteral(": ") + QString::fromUtf8(toBytes(answer["error"])));
        return memberOrNull(answer, "result");
    }
    return failed(QStringLiteral("%1 was not answered").arg(method));
}

Result<Json> ChromiumTab::evaluate(const QString &script)
{
    auto result = call(QStringLiteral("Runtime.evaluate"),
                       {{"expression", script}, {"returnByValue", true}, {"awaitPromise", true}});
    if (!result)
        return result;
    if (result->contains("exceptionDetails"))
        return failed(script + QStringLiteral(": ") + QString::fromUtf8(toBytes(*result)));
    return memberOrNull(memberOrNull(*result, "result"), "value");
}

Result<> ChromiumTab::navigate(const QString &url)
{
    auto done = call(QStringLiteral("Page.navigate"), {{"url", url}});
    if (!done)
        return done.error();
    return waitFor(QStringLiteral("document.readyState === 'complete' && location.href !== 'about:blank'"));
}

Result<> ChromiumTab::waitFor(const QString &condition, int waitMs)
{
    const QDeadlineTimer deadline(waitMs);
    while (!deadline.hasExpired()) {
        const auto value = evaluate(condition);
        if (value && value->is_boolean() && value->get<bool>())
            return {};
        QTest::qWait(25);
    }
    const auto page = evaluate(QStringLiteral("document.body.innerText"));
    return failed(QStringLiteral("not in time: %1; the page reads: %2")
                      .arg(condition, page ? QString::fromUtf8(toBytes(*page)) : QString()));
}

Result<> ChromiumTab::type(const QString &text)
{
    auto done = call(QStringLiteral("Input.insertText"), {{"text", text}});
    return done ? Result<>() : Result<>(done.error());
}

Result<> ChromiumTab::pressEnter()
{
    for (const char *kind : {"keyDown", "keyUp"}) {
        auto done = call(QStringLiteral("Input.dispatchKeyEvent"), {{"type", kind},
                                                                    {"key", "Enter"},
                                                                    {"code", "Enter"},
                                                                    {"windowsVirtualKeyCode", 13},
                                                                    {"text", "\r"}});
        if (!done)
            return done.error();
    }
    return {};
}

Result<> ChromiumTab::emulate(int width, int height, bool isDark)
{
    auto sized = call(QStringLiteral("Emulation.setDeviceMetricsOverride"),
                      {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}});
    if (!sized)
        return sized.error();
    auto coloured =
        call(QStringLiteral("Emulation.setEmulatedMedia"),
             {{"features",
               Json::array({{{"name", "prefers-color-scheme"}, {"value", isDark ? "dark" : "light"}}})}});
    return coloured ? Result<>() : Result<>(coloured.error());
}

Result<QByteArray> ChromiumTab::picture()
{
    auto shot = call(QStringLiteral("Page.captureScreenshot"), {{"format", "png"}});
    if (!shot)
        return shot.error();
    return QByteArray::fromBase64(stringOr(*shot, "data").toLatin1());
}

} // namespace Helmdesk::Test
