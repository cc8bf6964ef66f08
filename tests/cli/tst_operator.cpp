// An operator's work without the window: the queue, one conversation, and each act with its refusals.

#include "CommandLine.h"
#include "ServingProgram.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

const QString customer = u"cus_1001"_s;
const QString doubleCharge = u"I was charged twice for invoice INV-1042, please refund the second one"_s;
const QString invoice = u"INV-1042"_s;
constexpr qint64 refundMinor = 4900;

QString lastText(const Json &conversation)
{
    const Json &thread = memberOrNull(conversation, "thread");
    return thread.empty() ? QString() : stringOr(thread.back(), "text");
}

// What was written, without the lines that tell what became of an act.
Json messagesOf(const Json &conversation)
{
    Json messages = Json::array();
    for (const Json &entry : memberOrNull(conversation, "thread"))
        if (memberOrNull(entry, "act").is_null())
            messages.push_back(entry);
    return messages;
}

} // namespace

class OperatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void draftIsFoundShownEditedAndSent();
    void sendingDoesWhatWaitsForItFirst();
    void ownTextGoesOutInstead();
    void filesGoWithTheReply();
    void emptyTextSendsAndDoesNothing();
    void secretInTheTextIsRefused();
    void nothingIsSentTwice();
    void killedSendIsFinishedOnce_data();
    void killedSendIsFinishedOnce();
    void replyThatWaitsIsTakenBack();
    void runningProgramSends();
    void rejectedDraftIsNeverSent();
    void takenConversationIsTheOperators();
    void resolvedConversationIsOpenedAgain();
    void resolvingWithSomethingWaitingIsRefused();
    void queueListsFiltersAndPages();
    void messageIsShownAlone();
    void whatDoesNotExistIsRefused_data();
    void whatDoesNotExistIsRefused();

private:
    QString number() const { return QString::number(m_conversation); }
    Json act(const QString &name, const QStringList &more = {}) const
    {
        return m_line->ask(QStringList{name, number(), u"--as"_s, u"Kim"_s} + more);
    }
    Ended refused(const QString &name, const QStringList &more = {}) const
    {
        return m_line->run(QStringList{name, number(), u"--as"_s, u"Kim"_s} + more);
    }

    std::unique_ptr<CommandLine> m_line;
    qint64 m_conversation = 0;
};

void OperatorTest::init()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    m_line = std::move(*line);
    m_conversation = m_line->write(doubleCharge, customer);
    QVERIFY(m_conversation > 0);
}

void OperatorTest::draftIsFoundShownEditedAndSent()
{
    const Json queue = m_line->ask({u"queue"_s});
    const Json &rows = memberOrNull(queue, "rows");
    QCOMPARE(rows.size(), size_t{1});
    QCOMPARE(integerOr(rows[0], "conversation", 0), m_conversation);
    QVERIFY(boolOr(rows[0], "has_draft", false));
    QCOMPARE(integerOr(memberOrNull(queue, "counts"), "needs_review", 0), 1);

    const Json shown = m_line->show(m_conversation);
    QVERIFY(stringOr(memberOrNull(shown, "draft"), "text").contains(u"49.00 USD"_s));
    QCOMPARE(stringOr(memberOrNull(shown, "customer_record"), "id"), customer);
    const Json edited = act(u"edit"_s, {u"--text"_s, u"Hello Mara, the second charge comes back to you."_s});
    QVERIFY(boolOr(memberOrNull(edited, "draft"), "edited", false));
    QCOMPARE(memberOrNull(edited, "thread").size(), size_t{1});
    VERIFY_RESULT(m_line->refunded(customer, invoice));
    QCOMPARE(*m_line->refunded(customer, invoice), 0);

    const Json sent = act(u"send"_s);
    QCOMPARE(stringOr(memberOrNull(sent, "reply"), "state"), u"sent"_s);
    QCOMPARE(lastText(sent), u"Hello Mara, the second charge comes back to you."_s);
    QCOMPARE(stringOr(memberOrNull(sent, "thread").back(), "name"), u"Kim"_s);
    QVERIFY(memberOrNull(sent, "draft").is_null());
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    QVERIFY(memberOrNull(m_line->ask({u"queue"_s}), "rows").empty());
    QCOMPARE(m_line->run({u"audit"_s, u"verify"_s}).code, 0);
}

void OperatorTest::sendingDoesWhatWaitsForItFirst()
{
    const Ended sent = refused(u"send"_s);

    QCOMPARE(sent.code, 0);
    QVERIFY2(sent.out.contains(u"Done: Refund 49.00 USD"_s), qPrintable(sent.out));
    QVERIFY2(sent.out.contains(u"Sent as Kim."_s), qPrintable(sent.out));
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    const Json act = memberOrNull(memberOrNull(m_line->show(m_conversation), "thread")[1], "act");
    QCOMPARE(stringOr(act, "state"), u"approved"_s);
    QCOMPARE(stringOr(act, "by"), u"Kim"_s);
    QVERIFY(stringOr(act, "effect").startsWith(u"Refund 49.00 USD"_s));
    QVERIFY(m_line->run({u"show"_s, number()}).out.contains(u"  Kim approved: Refund 49.00 USD"_s));
}

void OperatorTest::ownTextGoesOutInstead()
{
    const Json sent = act(u"send"_s, {u"--text"_s, u"Hello Mara, I look into it."_s});

    QCOMPARE(lastText(sent), u"Hello Mara, I look into it."_s);
}

void OperatorTest::filesGoWithTheReply()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"Übersicht.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what you asked for") > 0);
    file.close();
    const QStringList text{u"--text"_s, u"Hello Mara, here it is."_s};

    const Ended gone = refused(
        u"send"_s, text + QStringList{u"--attach"_s, file.fileName(), folder.filePath(u"gone.pdf"_s)});
    QCOMPARE(gone.code, 1);
    QVERIFY2(gone.complaint.contains(u"there is no file \"gone.pdf\" any more"_s),
             qPrintable(gone.complaint));
    const Ended folderSent = refused(u"send"_s, text + QStringList{u"--attach"_s, folder.path()});
    QCOMPARE(folderSent.code, 1);
    const Ended copies = refused(u"send"_s, text + QStringList{u"--attach"_s, file.fileName(), u"--cc"_s,
                                                               u"a@b.example\nBcc: c@d.example"_s});
    QCOMPARE(copies.code, 1);
    QCOMPARE(memberOrNull(m_line->show(m_conversation), "thread").size(), size_t{1}); // nothing left

    const Json sent = act(u"send"_s, text + QStringList{u"--attach"_s, file.fileName()});
    const Json attached = memberOrNull(memberOrNull(sent, "thread").back(), "attachments");
    QCOMPARE(attached.size(), size_t{1}); // not those of the commands that failed
    QCOMPARE(stringOr(attached[0], "name"), u"Übersicht.txt"_s);
    QVERIFY(boolOr(attached[0], "kept", false));
}

void OperatorTest::emptyTextSendsAndDoesNothing()
{
    const Ended ended = refused(u"send"_s, {u"--text"_s, u"  "_s});

    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complaint.contains(u"nothing to send"_s), qPrintable(ended.complaint));
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
}

void OperatorTest::secretInTheTextIsRefused()
{
    const Ended ended = refused(u"send"_s, {u"--text"_s, u"Your password is Tulip-Harbour-77."_s});

    QCOMPARE(ended.code, 1);
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
    QCOMPARE(memberOrNull(m_line->show(m_conversation), "thread").size(), size_t{1});
}

void OperatorTest::nothingIsSentTwice()
{
    QVERIFY(act(u"send"_s).is_object());

    const Ended again = refused(u"send"_s);

    QCOMPARE(again.code, 1);
    QVERIFY2(again.complaint.contains(u"nothing to send"_s), qPrintable(again.complaint));
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    QCOMPARE(messagesOf(m_line->show(m_conversation)).size(), size_t{2});
}

void OperatorTest::killedSendIsFinishedOnce_data()
{
    QTest::addColumn<QString>("instant");
    for (const QString &instant :
         {u"approval_decided"_s, u"effect_begun"_s, u"effect_happened"_s, u"reply_claimed"_s})
        QTest::addRow("%s", qPrintable(instant)) << instant;
}

void OperatorTest::killedSendIsFinishedOnce()
{
    QFETCH(QString, instant);
    QCOMPARE(m_line->run({u"send"_s, number()}, instant).code, killed);

    const Ended second = m_line->run({u"send"_s, number()}); // refused where the reply was queued before

    const Json shown = m_line->show(m_conversation);
    const Json messages = messagesOf(shown);
    QVERIFY2(messages.size() == 2, qPrintable(second.complaint));
    QCOMPARE(stringOr(messages[1], "delivery"), u"sent"_s);
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    QCOMPARE(m_line->run({u"audit"_s, u"verify"_s}).code, 0);
}

void OperatorTest::replyThatWaitsIsTakenBack()
{
    QVERIFY(m_line->ask({u"set"_s, u"undo.window_s"_s, u"600"_s}).is_object());
    const Json queued = act(u"send"_s, {u"--no-wait"_s, u"--text"_s, u"Hello Mara, too early."_s});
    QCOMPARE(stringOr(memberOrNull(queued, "reply"), "state"), u"queued"_s);
    QCOMPARE(stringOr(memberOrNull(queued, "thread").back(), "delivery"), u"queued"_s);

    const Json undone = act(u"undo"_s);

    QCOMPARE(stringOr(memberOrNull(undone, "draft"), "text"), u"Hello Mara, too early."_s);
    QCOMPARE(memberOrNull(undone, "thread").size(), size_t{1});
    const Ended again = refused(u"undo"_s);
    QCOMPARE(again.code, 1);
    QVERIFY2(again.complaint.contains(u"no reply"_s), qPrintable(again.complaint));
}

// While another program answers, the reply is left to it, and the command says so.
void OperatorTest::runningProgramSends()
{
    ServingProgram server(m_line->folder(), {u"--port"_s, u"0"_s});
    QVERIFY2(server.ready().is_object(), qPrintable(server.complaint()));

    const Json sent = act(u"send"_s);

    const Json &reply = memberOrNull(sent, "reply");
    QVERIFY2(stringOr(reply, "sent_by").contains(u"helmdeskctl, process"_s),
             qPrintable(stringOr(reply, "sent_by")));
    auto items = m_line->bench().waitForReply(ConversationId{m_conversation});
    VERIFY_RESULT(items);
    QCOMPARE(items->size(), size_t{1});
    QCOMPARE(items->front().item.approvedBy, u"Kim"_s);
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
}

void OperatorTest::rejectedDraftIsNeverSent()
{
    const Json rejected = act(u"reject"_s, {u"--reason"_s, u"the wrong invoice"_s});

    QVERIFY(memberOrNull(rejected, "draft").is_null());
    QVERIFY(memberOrNull(rejected, "approvals").empty());
    QCOMPARE(refused(u"reject"_s).code, 1);
    QCOMPARE(refused(u"send"_s).code, 1);
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
}

void OperatorTest::takenConversationIsTheOperators()
{
    const Json taken = act(u"take-over"_s, {u"--text"_s, u"Hello Mara, Kim here."_s});
    QCOMPARE(stringOr(taken, "assignee"), u"Kim"_s);
    QCOMPARE(stringOr(taken, "status"), u"taken_over"_s);
    QCOMPARE(stringOr(taken, "begun_reply"), u"Hello Mara, Kim here."_s);
    const Json mine = m_line->ask({u"queue"_s, u"--view"_s, u"mine"_s, u"--as"_s, u"Kim"_s});
    QCOMPARE(memberOrNull(mine, "rows").size(), size_t{1});

    const Ended other = m_line->run({u"take-over"_s, number(), u"--as"_s, u"Robin"_s});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.complaint.contains(u"another operator"_s), qPrintable(other.complaint));

    QCOMPARE(lastText(act(u"send"_s)), u"Hello Mara, Kim here."_s);
    const Json back = act(u"hand-back"_s, {u"--note"_s, u"Mara knows."_s});
    QCOMPARE(stringOr(back, "assignee"), QString());
    QCOMPARE(lastText(back), u"Mara knows."_s);
}

void OperatorTest::resolvedConversationIsOpenedAgain()
{
    QVERIFY(act(u"send"_s).is_object());

    QCOMPARE(stringOr(act(u"resolve"_s), "status"), u"resolved"_s);
    QCOMPARE(stringOr(act(u"resolve"_s, {u"--reopen"_s}), "status"), u"open"_s);
}

void OperatorTest::resolvingWithSomethingWaitingIsRefused()
{
    const Ended ended = refused(u"resolve"_s);

    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complaint.contains(u"Refund 49.00 USD"_s), qPrintable(ended.complaint));
    QCOMPARE(stringOr(m_line->show(m_conversation), "status"), u"open"_s);
    QCOMPARE(stringOr(act(u"resolve"_s, {u"--anyway"_s}), "status"), u"resolved"_s);
}

void OperatorTest::queueListsFiltersAndPages()
{
    const auto rows = [&](const QStringList &more) {
        const Json queue = m_line->ask(QStringList{u"queue"_s, u"--view"_s, u"all"_s} + more);
        return memberOrNull(queue, "rows");
    };
    const Json all = rows({u"--limit"_s, u"1000"_s});
    const Json first = m_line->ask({u"queue"_s, u"--view"_s, u"all"_s, u"--limit"_s, u"7"_s});
    QCOMPARE(memberOrNull(first, "rows").size(), size_t{7});

    const Json rest = rows({u"--limit"_s, u"1000"_s, u"--after"_s, stringOr(first, "next")});

    QCOMPARE(rest.size(), all.size() - 7);
    QCOMPARE(rest[0], all[7]);
    for (const Json &row : rows({u"--category"_s, u"technical"_s}))
        QCOMPARE(stringOr(row, "category"), u"technical"_s);
    for (const Json &row : rows({u"--channel"_s, u"api"_s}))
        QCOMPARE(integerOr(row, "conversation", 0), m_conversation);
    QCOMPARE(
        memberOrNull(m_line->ask({u"queue"_s, u"--search"_s, u"charged twice INV-1042"_s}), "rows").size(),
        size_t{1});
    QVERIFY(m_line->run({u"queue"_s, u"--view"_s, u"all"_s}).out.contains(u"Mara Lindqvist"_s));
}

void OperatorTest::messageIsShownAlone()
{
    const Json thread = memberOrNull(m_line->show(m_conversation), "thread");
    const QString message = QString::number(integerOr(thread[0], "message", 0));

    const Json shown = m_line->ask({u"show"_s, u"--message"_s, message});

    QCOMPARE(stringOr(shown, "text"), doubleCharge);
    QCOMPARE(integerOr(shown, "conversation", 0), m_conversation);
    const Ended original = m_line->run({u"show"_s, message, u"--original"_s});
    QCOMPARE(original.code, 1);
    QVERIFY2(original.complaint.contains(u"not kept as it was written"_s), qPrintable(original.complaint));
}

void OperatorTest::whatDoesNotExistIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const QString none = u"there is no conversation 999999"_s;
    for (const QString &name :
         {u"show"_s, u"send"_s, u"undo"_s, u"reject"_s, u"take-over"_s, u"hand-back"_s, u"resolve"_s})
        QTest::addRow("%s", qPrintable(name)) << QStringList{name, u"999999"_s} << 1 << none;
    QTest::newRow("edit") << QStringList{u"edit"_s, u"999999"_s, u"--text"_s, u"x"_s} << 1 << none;
    QTest::newRow("edit without text") << QStringList{u"edit"_s, u"1"_s} << 2 << u"--text is required"_s;
    QTest::newRow("send what") << QStringList{u"send"_s} << 2 << u"CONVERSATION is required"_s;
    QTest::newRow("show what") << QStringList{u"show"_s} << 2 << u"CONVERSATION or --message"_s;
    QTest::newRow("no number") << QStringList{u"send"_s, u"twelve"_s} << 2 << QString();
    QTest::newRow("nobody") << QStringList{u"send"_s, u"1"_s, u"--as"_s, u" "_s} << 1 << u"--as needs"_s;
    QTest::newRow("view") << QStringList{u"queue"_s, u"--view"_s, u"lost"_s} << 1
                          << u"there are: needs_review"_s;
    QTest::newRow("order") << QStringList{u"queue"_s, u"--sort"_s, u"size"_s} << 1 << u"longest_waiting"_s;
    QTest::newRow("category") << QStringList{u"queue"_s, u"--category"_s, u"love"_s} << 1 << u"no category"_s;
    QTest::newRow("channel") << QStringList{u"queue"_s, u"--channel"_s, u"fax"_s} << 1 << u"no channel"_s;
    QTest::newRow("page") << QStringList{u"queue"_s, u"--after"_s, u"1,2"_s} << 1 << u"--after"_s;
}

void OperatorTest::whatDoesNotExistIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, words);

    const Ended ended = m_line->run(QStringList{u"--json"_s} + arguments);

    QCOMPARE(ended.code, code);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.complaint.contains(words), qPrintable(ended.complaint));
}

QTEST_GUILESS_MAIN(OperatorTest)
#include "tst_operator.moc"
