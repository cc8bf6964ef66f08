// The whole way of a message through real programs: a file in the watched folder, the console's window on a
// virtual screen, an operator's keys, and what stands in the outbox afterwards.

#include "support/TestSupport.h"
#include "Workbench.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int slowMs = 40000; // a busy machine takes its time

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mailAndFileAreAnsweredOnce();
    void typedTextIsThereAfterARestart();
    void messageOfTheOpenCustomerSwapsNothing();
    void undoTakesTheRefundBackToo();
    void secondProgramLeavesTheAnsweringToTheFirst();

private:
    std::unique_ptr<VirtualScreen> m_screen;
};

void WindowTest::initTestCase()
{
    const QString missing = missingTools({QStringLiteral("Xvfb"), QStringLiteral("xdotool")});
    if (!missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("not installed: %1 (./test.sh installs them)").arg(missing)));
    auto screen = VirtualScreen::start();
    VERIFY_RESULT(screen);
    m_screen = std::move(*screen);
}

void WindowTest::mailAndFileAreAnsweredOnce()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());

    VERIFY_RESULT((*bench)->dropIntoInbox(
        QStringLiteral("mail.eml"),
        "From: Mara Lindqvist <mara@lindqvist.example>\r\nTo: support@northlight.example\r\n"
        "Subject: Export of boards ZQ4711\r\nMessage-ID: <zq4711@lindqvist.example>\r\n"
        "Date: Mon, 23 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\nHello, how do I export a board as CSV?\r\n"));
    VERIFY_RESULT((*bench)->dropIntoInbox(
        QStringLiteral("file.jsonl"),
        R"({"id":"zq4712","customer":"cus_1001","subject":"Invoice ZQ4712","text":"Please send me a copy of invoice INV-1042."})"
        "\n"));
    auto mail = (*bench)->waitForOutcome(QStringLiteral("ZQ4711"));
    VERIFY_RESULT(mail);
    auto file = (*bench)->waitForOutcome(QStringLiteral("ZQ4712"));
    VERIFY_RESULT(file);
    QVERIFY(file->hasDraft);

    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4712")));
    m_screen->picture(QStringLiteral("window-draft"));
    VERIFY_RESULT(desk.press({QStringLiteral("ctrl+Return")})); // the draft as it is
    auto fileReplies = (*bench)->waitForReply(file->conversation.id);
    VERIFY_RESULT(fileReplies);
    QVERIFY(fileReplies->front().item.body.contains(QStringLiteral("INV-1042")));
    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4711")));
    VERIFY_RESULT(desk.reply(QStringLiteral("Open the board, choose Export and then CSV.")));
    auto mailReplies = (*bench)->waitForReply(mail->conversation.id);
    VERIFY_RESULT(mailReplies);
    m_screen->picture(QStringLiteral("window-sent"));
    VERIFY_RESULT(desk.quit());

    auto store = (*bench)->look();
    VERIFY_RESULT(store);
    for (const ConversationId id : {file->conversation.id, mail->conversation.id}) {
        const auto replies = (*store)->outbox().ofConversation(id);
        VERIFY_RESULT(replies);
        QCOMPARE(replies->size(), size_t{1});
        QCOMPARE(replies->front().state, OutboxState::Sent);
        QCOMPARE(replies->front().item.approvedBy, QStringLiteral("Robin"));
    }
    QCOMPARE(mailReplies->front().item.body, QStringLiteral("Open the board, choose Export and then CSV."));
    QCOMPARE((*bench)->mailsInOutbox().size(), 1); // the reply to the file is read from the thread
}

// The window is closed at once after the last key: nothing waited for what was typed to be stored.
void WindowTest::typedTextIsThereAfterARestart()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    VERIFY_RESULT((*bench)->dropIntoInbox(
        QStringLiteral("file.jsonl"),
        R"({"id":"zq4714","customer":"cus_1001","subject":"Invoice ZQ4714","text":"Please send me a copy of invoice INV-1042."})"
        "\n"));
    const QString words = QStringLiteral("Half of a reply that I finish tomorrow");
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());
    auto outcome = (*bench)->waitForOutcome(QStringLiteral("ZQ4714"));
    VERIFY_RESULT(outcome);
    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4714")));
    VERIFY_RESULT(desk.press({QStringLiteral("e"), QStringLiteral("ctrl+a")}));
    VERIFY_RESULT(desk.type(words));
    VERIFY_RESULT(desk.quit());

    VERIFY_RESULT(desk.start());
    VERIFY_RESULT((*bench)->dropIntoInbox(QStringLiteral("later.jsonl"),
                                          R"({"id":"zq4715","customer":"cus_1002","text":"Hello ZQ4715"})"
                                          "\n"));
    VERIFY_RESULT((*bench)->waitForOutcome(QStringLiteral("ZQ4715"))); // the engine is there again
    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4714")));
    VERIFY_RESULT(desk.press({QStringLiteral("ctrl+Return")}));

    auto replies = (*bench)->waitForReply(outcome->conversation.id);
    VERIFY_RESULT(replies);
    QCOMPARE(replies->front().item.body, words);
    VERIFY_RESULT(desk.quit());
}

// The customer asks for a person while the operator types: the conversation leaves the view, and stays open.
void WindowTest::messageOfTheOpenCustomerSwapsNothing()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());
    const auto drop = [&](const char *id, const char *customer, const char *thread, const char *text) {
        const Json line{{"id", id}, {"customer", customer}, {"conversation", thread}, {"text", text}};
        return (*bench)->dropIntoInbox(QStringLiteral("%1.jsonl").arg(QLatin1String(id)),
                                       QByteArray::fromStdString(line.dump()) + '\n');
    };
    VERIFY_RESULT(drop("zq4721", "cus_1001", "one", "How do I export a board as CSV? ZQ4721"));
    VERIFY_RESULT(drop("zq4722", "cus_1002", "two", "How do I export a board as CSV? ZQ4722"));
    const auto first = (*bench)->waitForOutcome(QStringLiteral("ZQ4721"));
    VERIFY_RESULT(first);
    const auto other = (*bench)->waitForOutcome(QStringLiteral("ZQ4722"));
    VERIFY_RESULT(other);
    VERIFY_RESULT(desk.press({QStringLiteral("alt+1")})); // Review
    const auto isOpen = [&] { return desk.title().contains(QStringLiteral("ZQ4721")); };
    for (int row = 0; row < 3 && !QTest::qWaitFor(isOpen, 10000); ++row)
        VERIFY_RESULT(desk.press({QStringLiteral("j")}));
    QVERIFY(isOpen());
    VERIFY_RESULT(desk.press({QStringLiteral("e"), QStringLiteral("ctrl+a")}));
    VERIFY_RESULT(desk.type(QStringLiteral("Half of a")));

    VERIFY_RESULT(drop("zq4723", "cus_1001", "one", "let me talk to a real person ZQ4723"));
    VERIFY_RESULT((*bench)->waitForOutcome(QStringLiteral("ZQ4723")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.title().contains(QStringLiteral("ZQ4723")),
                             slowMs); // the same, as it is now
    m_screen->picture(QStringLiteral("window-moved"));
    VERIFY_RESULT(desk.type(QStringLiteral(" sentence")));
    VERIFY_RESULT(desk.press({QStringLiteral("ctrl+Return")}));

    const auto replies = (*bench)->waitForReply(first->conversation.id);
    VERIFY_RESULT(replies);
    QCOMPARE(replies->back().item.body, QStringLiteral("Half of a sentence"));
    const auto store = (*bench)->look();
    VERIFY_RESULT(store);
    QVERIFY((*store)->outbox().ofConversation(other->conversation.id)->empty());
    VERIFY_RESULT(desk.quit());
}

void WindowTest::undoTakesTheRefundBackToo()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    VERIFY_RESULT(control((*bench)->folder(),
                          {QStringLiteral("set"), QStringLiteral("undo.window_s"), QStringLiteral("60")}));
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());
    VERIFY_RESULT((*bench)->dropIntoInbox(
        QStringLiteral("file.jsonl"),
        R"({"id":"zq4731","customer":"cus_1001","subject":"Refund ZQ4731","text":"I was charged twice for invoice INV-1042, please refund the second one."})"
        "\n"));
    const auto outcome = (*bench)->waitForOutcome(QStringLiteral("ZQ4731"));
    VERIFY_RESULT(outcome);
    const ConversationId id = outcome->conversation.id;
    const auto store = (*bench)->look();
    VERIFY_RESULT(store);
    const auto asked = (*store)->approvals().ofConversation(id);
    QVERIFY2(asked && !asked->empty(), "the refund is not proposed");
    const auto approval = [&] { return (*store)->approvals().ofConversation(id)->front(); };
    QVERIFY(approval().request.isForMode);
    const auto newest = [&] {
        const auto items = (*store)->outbox().ofConversation(id);
        return items && !items->empty() ? std::optional(items->back().state) : std::nullopt;
    };
    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4731")));
    m_screen->picture(QStringLiteral("window-refund"));

    VERIFY_RESULT(desk.press({QStringLiteral("ctrl+Return")}));
    QTRY_COMPARE_WITH_TIMEOUT(newest(), std::optional(OutboxState::Queued), slowMs);
    QCOMPARE(approval().state, ApprovalState::Pending); // nothing has happened yet
    m_screen->picture(QStringLiteral("window-undo"));
    VERIFY_RESULT(desk.press({QStringLiteral("z")}));
    QTRY_COMPARE_WITH_TIMEOUT(newest(), std::optional(OutboxState::Cancelled), slowMs);
    QCOMPARE(approval().state, ApprovalState::Pending);
    QVERIFY((*store)->drafts().current(id)->has_value());

    // A while later it is sent after all.
    VERIFY_RESULT(control((*bench)->folder(),
                          {QStringLiteral("set"), QStringLiteral("undo.window_s"), QStringLiteral("1")}));
    QVERIFY(QTest::qWaitFor(
        [&] {
            (void)desk.press({QStringLiteral("ctrl+Return")});
            return newest() != OutboxState::Cancelled;
        },
        slowMs));
    const auto replies = (*bench)->waitForReply(id);
    VERIFY_RESULT(replies);
    QCOMPARE(approval().state, ApprovalState::Approved);
    QCOMPARE(approval().decidedBy, QStringLiteral("Robin"));
    VERIFY_RESULT(desk.quit());
}

void WindowTest::secondProgramLeavesTheAnsweringToTheFirst()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    RealDesk desk(*m_screen, (*bench)->folder());
    VERIFY_RESULT(desk.start());

    auto serving = control((*bench)->folder(), {QStringLiteral("serve")});
    QVERIFY(!serving);
    QVERIFY2(serving.error().detail.contains(QStringLiteral("another program answers")),
             qPrintable(serving.error().detail));
    auto asked =
        control((*bench)->folder(), {QStringLiteral("--json"), QStringLiteral("ask"),
                                     QStringLiteral("Please send me a copy of invoice INV-1042. ZQ4713"),
                                     QStringLiteral("--customer"), QStringLiteral("cus_1001")});
    VERIFY_RESULT(asked);
    QCOMPARE(stringOr(Json::parse(asked->toStdString()), "category"), QStringLiteral("billing"));

    VERIFY_RESULT(desk.open(QStringLiteral("ZQ4713"))); // what another program wrote is seen here
    auto store = (*bench)->look();
    VERIFY_RESULT(store);
    const auto runs =
        (*store)->runs().runsOf((*(*bench)->waitForOutcome(QStringLiteral("ZQ4713"))).conversation.id);
    VERIFY_RESULT(runs);
    QCOMPARE(runs->size(), size_t{1});
}

QTEST_GUILESS_MAIN(WindowTest)
#include "tst_window.moc"
