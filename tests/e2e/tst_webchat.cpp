// The web chat with real programs at both ends: a headless Chromium on the chat page and an operator's keys
// in the console's window.

#include "app/HttpAccess.h"
#include "Chromium.h"
#include "support/TestSupport.h"
#include "Workbench.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class WebChatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replyReachesTheBrowser();
    void chatSurvivesAKilledDesk();
    void tenChatsAtOnce();

private:
    Result<QString> chatPage(const Workbench &bench) const;
    static Result<> write(ChromiumTab &tab, const QString &text);

    std::unique_ptr<VirtualScreen> m_screen;
    std::unique_ptr<Chromium> m_browser;
};

void WebChatTest::initTestCase()
{
    QString missing = missingTools({QStringLiteral("Xvfb"), QStringLiteral("xdotool")});
    if (Chromium::program().isEmpty())
        missing += QStringLiteral(" chromium");
    if (!missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("not installed: %1 (./test.sh installs them)").arg(missing)));
    auto screen = VirtualScreen::start();
    VERIFY_RESULT(screen);
    m_screen = std::move(*screen);
    auto browser = Chromium::start();
    VERIFY_RESULT(browser);
    m_browser = std::move(*browser);
}

// The desk writes its port down as soon as it listens.
Result<QString> WebChatTest::chatPage(const Workbench &bench) const
{
    quint16 port = 0;
    const bool isOpen = QTest::qWaitFor(
        [&] {
            if (!QFile::exists(HttpAccess::keyFile(bench.folder())))
                return false;
            const auto access = HttpAccess::open(bench.folder());
            port = access ? access->lastPort : quint16{0};
            return port != 0;
        },
        15000);
    if (!isOpen)
        return Error{ErrorKind::Timeout, QStringLiteral("the desk opened no port")};
    return QStringLiteral("http://127.0.0.1:%1/chat").arg(port);
}

Result<> WebChatTest::write(ChromiumTab &tab, const QString &text)
{
    auto focused = tab.evaluate(QStringLiteral("document.getElementById('text').focus()"));
    if (!focused)
        return focused.error();
    if (auto typed = tab.type(text); !typed)
        return typed;
    if (auto sent = tab.pressEnter(); !sent)
        return sent;
    return tab.waitFor(QStringLiteral("document.querySelectorAll('.message.own').length > 0"));
}

void WebChatTest::replyReachesTheBrowser()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());
    auto page = chatPage(**bench);
    VERIFY_RESULT(page);
    auto tab = m_browser->newTab();
    VERIFY_RESULT(tab);
    VERIFY_RESULT((*tab)->navigate(*page));

    const QString markup = QStringLiteral("<img src=x onerror=document.title='run'><b>bold</b>");
    VERIFY_RESULT(write(**tab, QStringLiteral("ZQ4721: where do I change my card? ") + markup));
    auto conversation = (*bench)->waitForOutcome(QStringLiteral("ZQ4721"));
    VERIFY_RESULT(conversation);
    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4721")));
    m_screen->picture(QStringLiteral("webchat-desk"));
    VERIFY_RESULT(desk.reply(QStringLiteral("Under Billing, ") + markup));

    VERIFY_RESULT((*tab)->waitFor(
        QStringLiteral("document.getElementById('messages').innerText.includes('Under Billing')")));
    const auto elements = (*tab)->evaluate(
        QStringLiteral("document.querySelectorAll('#messages img, #messages b, #messages script').length"));
    VERIFY_RESULT(elements);
    QCOMPARE(elements->get<int>(), 0); // shown as text, at both ends of the chat
    QCOMPARE(stringOr(Json{{"title", *(*tab)->evaluate(QStringLiteral("document.title"))}}, "title"),
             QStringLiteral("Support chat"));
    const auto replies = (*bench)->waitForReply(conversation->conversation.id);
    VERIFY_RESULT(replies);
    QCOMPARE(replies->size(), size_t{1});
}

void WebChatTest::chatSurvivesAKilledDesk()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    auto tab = m_browser->newTab();
    VERIFY_RESULT(tab);
    {
        RealDesk desk(*m_screen, (*bench)->folder());
        VERIFY_RESULT(desk.start());
        auto page = chatPage(**bench);
        VERIFY_RESULT(page);
        VERIFY_RESULT((*tab)->navigate(*page));
        VERIFY_RESULT(write(**tab, QStringLiteral("ZQ4731: where do I change my card?")));
        desk.kill();
    }
    VERIFY_RESULT((*tab)->waitFor(
        QStringLiteral("document.getElementById('state').textContent.startsWith('Connection lost')")));

    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());
    auto conversation = (*bench)->waitForOutcome(QStringLiteral("ZQ4731"));
    VERIFY_RESULT(conversation);
    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4731")));
    VERIFY_RESULT(desk.reply(QStringLiteral("Under Billing, Payment methods.")));

    VERIFY_RESULT((*tab)->waitFor(
        QStringLiteral("document.getElementById('messages').innerText.includes('Payment methods')")));
    const auto own = (*tab)->evaluate(QStringLiteral("document.querySelectorAll('.message.own').length"));
    VERIFY_RESULT(own);
    QCOMPARE(own->get<int>(), 1); // the page shows nothing twice
    const auto replies = (*bench)->waitForReply(conversation->conversation.id);
    VERIFY_RESULT(replies);
    QCOMPARE(replies->size(), size_t{1});
}

void WebChatTest::tenChatsAtOnce()
{
    constexpr int chats = 10;
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());
    auto page = chatPage(**bench);
    VERIFY_RESULT(page);
    std::vector<std::unique_ptr<ChromiumTab>> tabs;
    for (int i = 0; i < chats; ++i) {
        auto tab = m_browser->newTab();
        VERIFY_RESULT(tab);
        VERIFY_RESULT((*tab)->navigate(*page));
        tabs.push_back(std::move(*tab));
    }
    const auto mark = [](int i) { return QStringLiteral("ZQ47%1").arg(40 + i); };

    for (int i = 0; i < chats; ++i)
        VERIFY_RESULT(write(*tabs[size_t(i)], mark(i) + QStringLiteral(": where do I change my card?")));
    for (int i = 0; i < chats; ++i) {
        VERIFY_RESULT((*bench)->waitForOutcome(mark(i)));
        VERIFY_RESULT(desk.open(mark(i)));
        VERIFY_RESULT(desk.reply(QStringLiteral("Reply to ") + mark(i)));
        VERIFY_RESULT(tabs[size_t(i)]->waitFor(
            QStringLiteral("document.getElementById('messages').innerText.includes('Reply to %1')")
                .arg(mark(i))));
    }
    m_screen->picture(QStringLiteral("webchat-ten"));

    for (int i = 0; i < chats; ++i) { // each has its own reply and no other one's
        const auto shown = tabs[size_t(i)]->evaluate(QStringLiteral(
            "Array.from(document.querySelectorAll('.message:not(.own) .bubble')).map(e => e.textContent)"));
        VERIFY_RESULT(shown);
        QCOMPARE(*shown, Json::array({(QStringLiteral("Reply to ") + mark(i)).toStdString()}));
    }
}

QTEST_GUILESS_MAIN(WebChatTest)
#include "tst_webchat.moc"
