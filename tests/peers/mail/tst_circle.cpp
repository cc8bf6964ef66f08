// The whole circle at a real postfix and dovecot: a customer's mail by SMTP, the queue of the real window, an
// answer typed there, and the reply in the customer's own mailbox. Prints how long a new mail takes; asserts
// nothing on time.

#include "channels/MailParser.h"
#include "conversation/ReplyFiles.h"
#include "DeskWindow.h"
#include "mailbox/ImapSession.h"
#include "support/TestSupport.h"

#include <algorithm>
#include <mutex>
#include <QThread>
#include <stop_token>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int slowMs = 60000; // a busy machine takes its time
constexpr int mails = 20;

using Moment = std::chrono::steady_clock::time_point;

double millisecondsBetween(Moment begin, Moment end)
{
    return std::chrono::duration<double, std::milli>(end - begin).count();
}

// Another client that listens beside the desk: when the server announces a mail.
class Listener final : public QThread
{
public:
    explicit Listener(const MailAccount &account)
        : m_account(account)
    {
        start();
    }
    ~Listener() override
    {
        m_stop.request_stop();
        wait();
    }
    bool isListening() const { return m_isListening.load(); }
    std::vector<Moment> announced() const
    {
        const std::lock_guard lock(m_mutex);
        return m_announced;
    }

protected:
    void run() override
    {
        auto session = ImapSession::open(m_account, u"secret"_s, RunControl(m_stop.get_token()));
        if (!session || !(*session)->select(u"INBOX"_s, FolderAccess::ReadOnly))
            return;
        m_isListening.store(true);
        while (!m_stop.stop_requested()) {
            const auto woken = (*session)->idle(std::chrono::minutes(5));
            const std::lock_guard lock(m_mutex);
            if (woken && *woken == ImapSession::Woken::News)
                m_announced.push_back(std::chrono::steady_clock::now());
        }
    }

private:
    MailAccount m_account;
    std::stop_source m_stop;
    std::atomic<bool> m_isListening{false};
    mutable std::mutex m_mutex;
    std::vector<Moment> m_announced;
};

void print(const char *what, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    if (milliseconds.empty())
        return;
    const auto at = [&](double share) {
        return milliseconds[static_cast<size_t>(share * double(milliseconds.size() - 1) + 0.5)];
    };
    qInfo("%s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms, of %zu", what, at(0.5), at(0.95), at(1.0),
          milliseconds.size());
}

} // namespace

class TestCircle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void mailsAreAnsweredInTheWindowAndReachTheCustomer();
    void automaticAnswerIsMarkedAsOne();

private:
    Result<std::unique_ptr<DeskWindow>> connectedDesk();
    std::unique_ptr<MailServer> m_server;
};

void TestCircle::initTestCase()
{
    if (const QString missing = MailServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    auto server = MailServer::start();
    VERIFY_RESULT(server);
    m_server = std::move(*server);
}

// Its mailbox is listened to, and the engine is there.
Result<std::unique_ptr<DeskWindow>> TestCircle::connectedDesk()
{
    for (const char *person : {"pat", "support"})
        m_server->removeMails(QString::fromLatin1(person));
    auto opened = DeskWindow::open();
    if (!opened)
        return opened;
    DeskWindow &desk = **opened;
    auto added = desk.wait(desk.desk->mailRoom().add({m_server->account(), u"secret"_s}));
    if (!added)
        return added.error();
    const bool isUp = QTest::qWaitFor(
        [&] {
            return desk.state(u"support"_s).condition == MailboxCondition::Listening &&
                   desk.desk->status().engine == PartState::Ready;
        },
        slowMs);
    if (!isUp)
        return Error{ErrorKind::Timeout,
                     u"the mailbox is not listened to: "_s + desk.state(u"support"_s).lastError};
    return opened;
}

void TestCircle::mailsAreAnsweredInTheWindowAndReachTheCustomer()
{
    auto connected = connectedDesk();
    VERIFY_RESULT(connected);
    DeskWindow &desk = **connected;
    desk.window->showQueue({QueueView::All});
    Listener listener(m_server->account());
    QTRY_VERIFY_WITH_TIMEOUT(listener.isListening(), slowMs);

    std::vector<double> sinceAccepted;
    std::vector<double> sinceAnnounced;
    for (int i = 1; i <= mails; ++i) {
        const QString subject = u"Question %1"_s.arg(i);
        const size_t before = listener.announced().size();
        QCOMPARE(sendFromPat(*m_server, u"q%1"_s.arg(i), subject, u"Where is my parcel %1?"_s.arg(i)).fate,
                 SmtpFate::Accepted);
        const Moment accepted = std::chrono::steady_clock::now();
        QTRY_VERIFY_WITH_TIMEOUT(desk.rowWith(subject), slowMs);
        const Moment queued = std::chrono::steady_clock::now();
        sinceAccepted.push_back(millisecondsBetween(accepted, queued));
        QTRY_VERIFY_WITH_TIMEOUT(listener.announced().size() > before, slowMs);
        sinceAnnounced.push_back(std::max(0.0, millisecondsBetween(listener.announced()[before], queued)));
    }
    print("from the server's 250 until it stands in the queue", sinceAccepted);
    print("of that, from the server's announcement on", sinceAnnounced);

    // Each once, in a conversation of its own.
    for (int i = 1; i <= mails; ++i) {
        const auto found =
            desk.workspace->conversations().findByExternalId(ChannelKind::Mail, u"q%1@virt.example"_s.arg(i));
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), size_t{1});
    }

    // The answer, by the keys of an operator.
    const ConversationId id = desk.rowWith(u"Question 7"_s)->id;
    desk.window->activateWindow();
    desk.window->openConversation(id);
    ConversationPane &pane = desk.window->inbox().conversation();
    QTRY_VERIFY_WITH_TIMEOUT(pane.current() == id && !pane.isLoading(), slowMs);
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : desk.window.get();
        QTest::keyClick(target, key, modifiers);
    };
    press(Qt::Key_E);
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"It left us this morning."_s);
    QTemporaryDir files;
    QFile list(files.filePath(u"Preisliste März.csv"_s));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write("a;b\n1;2\n") > 0);
    list.close();
    pane.findChild<ReplyFiles *>()->add({list.fileName()});
    QTRY_COMPARE_WITH_TIMEOUT(pane.findChild<ReplyFiles *>()->files().size(), size_t{1}, slowMs);
    press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_COMPARE_WITH_TIMEOUT(m_server->mails(u"pat"_s).size(), 1, slowMs);
    const QByteArray raw = m_server->mails(u"pat"_s).first();
    const IncomingMessage reply = parseMail(raw);
    QCOMPARE(reply.senderAddress, u"support@virt.example"_s);
    QCOMPARE(reply.senderName, u"Support"_s);
    QCOMPARE(reply.subject, u"Re: Question 7"_s);
    QCOMPARE(reply.inReplyTo, u"q7@virt.example"_s);
    QCOMPARE(reply.references, QStringList{u"q7@virt.example"_s});
    QVERIFY2(reply.externalId.endsWith("@virt.example"_L1), qPrintable(reply.externalId));
    QVERIFY(reply.text.contains("It left us this morning."_L1));
    QVERIFY(!reply.isAutomatic && !raw.contains("Auto-Submitted:")); // a person sent it
    QCOMPARE(reply.attachments.size(), 1);
    QCOMPARE(reply.attachments.first().name, u"Preisliste März.csv"_s);
    QCOMPARE(reply.attachments.first().content, QByteArray("a;b\n1;2\n"));
    const auto sent = desk.workspace->outbox().ofConversation(id);
    VERIFY_RESULT(sent);
    QTRY_COMPARE_WITH_TIMEOUT(desk.workspace->outbox().ofConversation(id)->front().state, OutboxState::Sent,
                              slowMs);
    QCOMPARE(desk.workspace->outbox().ofConversation(id)->front().externalId, reply.externalId);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->mails(u"support"_s, u"Sent"_s).size(), 1, slowMs);

    // The customer answers, and his mail joins the conversation.
    QCOMPARE(sendFromPat(*m_server, u"q7b"_s, u"Re: Question 7\r\nIn-Reply-To: <%1>"_s.arg(reply.externalId),
                         u"Thank you."_s)
                 .fate,
             SmtpFate::Accepted);
    QTRY_VERIFY_WITH_TIMEOUT(
        !desk.workspace->conversations().findByExternalId(ChannelKind::Mail, u"q7b@virt.example"_s)->empty(),
        slowMs);
    QCOMPARE(desk.workspace->conversations()
                 .findByExternalId(ChannelKind::Mail, u"q7b@virt.example"_s)
                 ->front()
                 .id,
             id);
}

// What leaves without a person says so, so that no other machine answers it.
void TestCircle::automaticAnswerIsMarkedAsOne()
{
    auto connected = connectedDesk();
    VERIFY_RESULT(connected);
    DeskWindow &desk = **connected;
    Article article;
    article.title = u"Opening hours"_s;
    article.text = u"Our support is open from Monday to Friday, 9 to 17 o'clock.\n"_s;
    VERIFY_RESULT(desk.wait(desk.desk->saveArticle(article)));
    VERIFY_RESULT(desk.wait(desk.desk->setSetting(u"modes.general"_s, Json("auto"))));

    QCOMPARE(sendFromPat(*m_server, u"hours"_s, u"Opening hours"_s, u"What are your opening hours?"_s).fate,
             SmtpFate::Accepted);

    QTRY_COMPARE_WITH_TIMEOUT(m_server->mails(u"pat"_s).size(), 1, slowMs);
    const QByteArray raw = m_server->mails(u"pat"_s).first();
    QVERIFY2(raw.contains("\nAuto-Submitted: auto-replied"), raw.constData());
    const IncomingMessage reply = parseMail(raw);
    QCOMPARE(reply.inReplyTo, u"hours@virt.example"_s);
    QVERIFY(reply.isAutomatic);
}

QTEST_MAIN(TestCircle)
#include "tst_circle.moc"
