// What a model may see of a customer, and who is asked where one fails; against servers of this machine.

#include "app/DeskReader.h"
#include "app/Workspace.h"
#include "CommandLine.h"
#include "ModelReplies.h"
#include "support/TestSupport.h"

#include <QRegularExpression>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

const QString customer = u"cus_1001"_s;
const QString grounded =
    u"Deleted things stay in the trash for 30 days. Open Trash at the bottom of the sidebar, find the "
    "item and select Restore. [1]"_s;
const QString personal =
    u"Hi, this is Mara Lindqvist of Lindqvist Interiors. I deleted a board by accident. How can I get it "
    "back? Write to mara@lindqvist.example or mara.private@mail.example, or call +46 8 555 0141. I live at "
    "12 Mill Lane, Leeds. Thanks,\nMara"_s;
const QStringList secrets{u"Mara"_s,         u"Lindqvist"_s, u"mara@"_s,     u"mara.private"_s,
                          u"mail.example"_s, u"555 0141"_s,  u"Mill Lane"_s, u"cus_1001"_s};

// The words between quotation marks of a body that are in it.
QStringList seenIn(const std::vector<ReceivedRequest> &requests)
{
    QStringList seen;
    for (const ReceivedRequest &request : requests) {
        const QString body = QString::fromUtf8(request.body);
        for (const QString &secret : secrets) {
            if (body.contains(secret, Qt::CaseInsensitive))
                seen << secret;
        }
    }
    return seen;
}

QString lastWordsOf(const ReceivedRequest &request)
{
    const auto body = parseJson(request.body);
    return body ? stringOr((*body)["messages"].back(), "content") : QString();
}

} // namespace

class ModelChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingOfTheCustomerIsSent();
    void localModelSeesWhatIsWritten();
    void runShowsWhatWasSent();
    void placeholderComesBackAsTheValue();
    void inventedPlaceholderReachesNobody_data();
    void inventedPlaceholderReachesNobody();
    void secondModelIsAskedWhereTheFirstFails();
    void builtinAnswersWhereBothFail();

private:
    bool add(const QString &name, const LoopbackServer &server, const QString &rule)
    {
        const Ended ended = m_line->run({u"model"_s, u"add"_s, name, u"--provider"_s, u"openai"_s, u"--url"_s,
                                         server.url(u"/v1"_s).toString(), u"--model"_s, u"tiny"_s,
                                         u"--free"_s, u"--personal-data"_s, rule});
        if (ended.code != 0)
            qInfo().noquote() << ended.complaint;
        return ended.code == 0;
    }
    Json ask(const QString &text, const QString &engine = u"fast"_s)
    {
        return m_line->ask({u"--engine"_s, engine, u"ask"_s, text, u"--customer"_s, customer});
    }

    std::unique_ptr<CommandLine> m_line;
};

void ModelChoiceTest::init()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    m_line = std::move(*line);
    QCOMPARE(m_line->run({u"set"_s, u"llm.max_tries"_s, u"1"_s}).code, 0); // a test waits for no server
}

void ModelChoiceTest::nothingOfTheCustomerIsSent()
{
    const LoopbackServer server(
        [](const ReceivedRequest &, const ServerSide &side) { answerWith(grounded, side); });
    QVERIFY(add(u"fast"_s, server, u"placeholders"_s));

    const Json outcome = ask(personal);

    QCOMPARE(stringOr(outcome, "engine"), u"fast"_s);
    QVERIFY(!server.received().empty());
    QCOMPARE(seenIn(server.received()), QStringList());
    const QString body = lastWordsOf(server.received().back());
    for (const QString &kind : {u"[NAME_"_s, u"[EMAIL_"_s, u"[PHONE_"_s, u"[ADDRESS_"_s, u"[COMPANY_"_s})
        QVERIFY2(body.contains(kind), qPrintable(kind));
    QVERIFY(body.contains(u"I deleted a board by accident"_s));
}

void ModelChoiceTest::localModelSeesWhatIsWritten()
{
    const LoopbackServer server(
        [](const ReceivedRequest &, const ServerSide &side) { answerWith(grounded, side); });
    QVERIFY(add(u"fast"_s, server, u"by-address"_s));

    QCOMPARE(stringOr(ask(personal), "engine"), u"fast"_s);

    QVERIFY(seenIn(server.received()).contains(u"mara.private"_s));
}

// The same bytes in the record as on the wire.
void ModelChoiceTest::runShowsWhatWasSent()
{
    const LoopbackServer server(
        [](const ReceivedRequest &, const ServerSide &side) { answerWith(grounded, side); });
    QVERIFY(add(u"fast"_s, server, u"placeholders"_s));

    const Json outcome = ask(personal);

    const auto workspace = m_line->bench().look();
    VERIFY_RESULT(workspace);
    const auto view = readConversation(**workspace, ConversationId{integerOr(outcome, "conversation", 0)});
    VERIFY_RESULT(view);
    const QString sent = lastWordsOf(server.received().back());
    QVERIFY(!sent.isEmpty());
    const bool isShown = std::ranges::any_of(view->steps, [&](const RunStepView &step) {
        const Json &told = memberOrNull(memberOrNull(step.result, "draft"), "sent");
        return told.is_array() && stringOr(told.back()["messages"].back(), "text") == sent;
    });
    QVERIFY(isShown);
}

void ModelChoiceTest::placeholderComesBackAsTheValue()
{
    const LoopbackServer server([](const ReceivedRequest &request, const ServerSide &side) {
        static const QRegularExpression email(u"\\[EMAIL_[A-Z]+\\]"_s);
        const QString found =
            email.match(lastWordsOf(request).section(u"The customer writes"_s, 1)).captured();
        side.answer(200, "application/json", content(u"We write to %1. [1]"_s.arg(found)));
    });
    QVERIFY(add(u"fast"_s, server, u"placeholders"_s));

    const Json outcome = ask(personal);

    QCOMPARE(stringOr(outcome, "engine"), u"fast"_s);
    const QString answer = stringOr(outcome, "answer");
    QVERIFY2(answer.contains(u"We write to mara@lindqvist.example."_s), qPrintable(answer));
    QCOMPARE(seenIn(server.received()), QStringList());
}

void ModelChoiceTest::inventedPlaceholderReachesNobody_data()
{
    QTest::addColumn<QString>("invented");
    QTest::newRow("of our form") << u"[EMAIL_ZZZZZ]"_s;
    QTest::newRow("without brackets") << u"NAME_BCDFGH"_s;
    QTest::newRow("in small letters") << u"[name_bcdfgx]"_s;
    QTest::newRow("of its own form") << u"[Customer Name]"_s;
}

void ModelChoiceTest::inventedPlaceholderReachesNobody()
{
    QFETCH(QString, invented);
    for (const char *mode : {"modes.general", "modes.billing", "modes.technical", "modes.account"})
        QCOMPARE(m_line->run({u"set"_s, QString::fromLatin1(mode), u"auto"_s}).code, 0);
    const LoopbackServer server([&](const ReceivedRequest &, const ServerSide &side) {
        answerWith(u"Dear "_s + invented + u", deleted things stay in the trash for 30 days. [1]"_s, side);
    });
    QVERIFY(add(u"fast"_s, server, u"placeholders"_s));

    const Json outcome = ask(personal);

    QVERIFY(!server.received().empty());
    const bool isBuiltin = stringOr(outcome, "engine") == u"builtin"_s;
    QVERIFY2(isBuiltin || stringOr(outcome, "decision") != u"auto_send"_s,
             toIndentedBytes(outcome).constData());
    if (isBuiltin)
        QVERIFY(!stringOr(outcome, "answer").contains(invented, Qt::CaseInsensitive));
}

void ModelChoiceTest::secondModelIsAskedWhereTheFirstFails()
{
    const LoopbackServer ill([](const ReceivedRequest &, const ServerSide &side) {
        side.answer(401, "application/json", R"({"error":{"code":"invalid_api_key"}})");
    });
    const LoopbackServer well(
        [](const ReceivedRequest &, const ServerSide &side) { answerWith(grounded, side); });
    QVERIFY(add(u"fast"_s, ill, u"as-written"_s));
    QVERIFY(add(u"second"_s, well, u"placeholders"_s));
    QCOMPARE(m_line->run({u"set"_s, u"engine.fallback"_s, u"second"_s}).code, 0);

    const Json outcome = ask(personal);

    QVERIFY(!ill.received().empty());
    QCOMPARE(stringOr(outcome, "engine"), u"second"_s);
    QCOMPARE(seenIn(well.received()), QStringList()); // each by its own rule
    QVERIFY(!seenIn(ill.received()).isEmpty());
}

void ModelChoiceTest::builtinAnswersWhereBothFail()
{
    const LoopbackServer ill(
        [](const ReceivedRequest &, const ServerSide &side) { side.answer(500, "text/plain", "no"); });
    QVERIFY(add(u"fast"_s, ill, u"as-written"_s));
    QVERIFY(add(u"second"_s, ill, u"as-written"_s));
    QCOMPARE(m_line->run({u"set"_s, u"engine.fallback"_s, u"second"_s}).code, 0);

    const Json outcome = ask(personal);

    QCOMPARE(stringOr(outcome, "engine"), u"builtin"_s);
    QVERIFY(!stringOr(outcome, "answer").isEmpty());
}

QTEST_GUILESS_MAIN(ModelChoiceTest)
#include "tst_modelchoice.moc"
