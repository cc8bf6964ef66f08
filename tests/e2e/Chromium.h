#pragma once

#include "core/Json.h"
#include "core/Result.h"
#include "support/WebSocketClient.h"

#include <memory>
#include <QProcess>
#include <QTemporaryDir>

namespace Helmdesk::Test
{

// One tab of a headless Chromium, driven through its remote-debugging protocol by real key events.
class ChromiumTab
{
public:
    static Result<std::unique_ptr<ChromiumTab>> open(const QUrl &socket);

    Result<> navigate(const QString &url); // returns when the page is complete
    Result<Json> evaluate(const QString &script);
    Result<> type(const QString &text);
    Result<> pressEnter();
    Result<> waitFor(const QString &condition, int waitMs = 45000); // an expression that becomes true
    Result<> emulate(int width, int height, bool isDark);
    Result<QByteArray> picture(); // PNG
    Result<Json> call(const QString &method, const Json &parameters = Json::object());

private:
    ChromiumTab() = default;
    std::unique_ptr<WebSocketClient> m_socket;
    int m_lastId = 0;
};

class Chromium
{
public:
    static QString program();                                                     // empty: none is installed
    static Result<std::unique_ptr<Chromium>> start(const QStringList &more = {}); // options of its own
    ~Chromium();
    Result<std::unique_ptr<ChromiumTab>> newTab();

private:
    Chromium() = default;
    QTemporaryDir m_profile;
    QProcess m_process;
    int m_port = 0;
};

} // namespace Helmdesk::Test
