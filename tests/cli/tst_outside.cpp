// Outside tools from the command line: added, agreed to, and the desk's own lent to another agent.

#include "CommandLine.h"
#include "support/TestSupport.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

// An agent at the other end of "tools serve-mcp".
class Agent
{
public:
    Agent(const QString &folder, const QString &customer)
    {
        m_desk.start(builtProgram(u"helmdeskctl"_s),
                     {u"--data"_s, folder, u"tools"_s, u"serve-mcp"_s, u"--customer"_s, customer});
    }
    ~Agent()
    {
        m_desk.closeWriteChannel();
        m_desk.waitForFinished();
    }
    Json ask(const char *method, const Json &params = Json::object())
    {
        m_desk.write(toBytes({{"jsonrpc", "2.0"}, {"id", ++m_id}, {"method", method}, {"params", params}}) +
                     '\n');
        while (!m_desk.canReadLine() && m_desk.waitForReadyRead()) {
        }
        return parseJson(m_desk.readLine()).value_or(Json());
    }
    Json call(const char *tool, const Json &args)
    {
        return memberOrNull(ask("tools/call", {{"name", tool}, {"arguments", args}}), "result");
    }

private:
    QProcess m_desk;
    int m_id = 0;
};

} // namespace

class OutsideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void toolIsAddedFromAFile();
    void serverIsAddedAndAgreedTo();
    void deskLendsItsTools();

private:
    QString write(const QString &name, const Json &json) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(toBytes(json)) > 0 ? path : QString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CommandLine> m_line;
};

void OutsideTest::init()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    m_line = std::move(*line);
}

void OutsideTest::toolIsAddedFromAFile()
{
    Json tool{{"name", "find_order"},
              {"description", "Finds an order."},
              {"risk", "read"},
              {"hosts", {"shop.example"}},
              {"arguments", {{"type", "object"}, {"properties", {{"order_id", {{"type", "string"}}}}}}},
              {"request",
               {{"method", "GET"},
                {"url", "https://shop.example/orders/{order_id}"},
                {"headers", {{"Authorization", "Bearer ${secret:shop}"}}}}}};
    const Json added = m_line->ask({u"tools"_s, u"add-http"_s, write(u"good.json"_s, tool)});
    QCOMPARE(stringOr(added, "tool"), u"find_order"_s);
    QCOMPARE(memberOrNull(added, "missing_secrets").size(), size_t{1});
    QVERIFY(QString::fromUtf8(toBytes(added["abilities"])).contains(u"sends the secret shop there"_s));

    tool["request"]["url"] = "https://elsewhere.example/";
    const Ended refused = m_line->run({u"tools"_s, u"add-http"_s, write(u"bad.json"_s, tool)});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.complaint.contains(u"not among the tool's hosts"_s), qPrintable(refused.complaint));
    QCOMPARE(m_line->run({u"tools"_s, u"approval"_s, u"find_order"_s, u"off"_s}).code, 0);
    QCOMPARE(m_line->run({u"tools"_s, u"remove"_s, u"find_order"_s}).code, 0);
    QCOMPARE(m_line->run({u"tools"_s, u"remove"_s, u"find_order"_s}).code, 1);
}

void OutsideTest::serverIsAddedAndAgreedTo()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("python3 is not installed");

    const Json added = m_line->ask({u"mcp"_s, u"add"_s, u"shop"_s, u"--"_s, u"python3"_s,
                                    QStringLiteral(HELMDESK_OUTSIDE_TESTS "/mcp_double.py"), u"legacy"_s,
                                    m_folder.filePath(u"effects"_s)});
    QCOMPARE(memberOrNull(added, "tools").size(), size_t{15});
    const Ended shown = m_line->run({u"mcp"_s, u"list"_s});
    QVERIFY2(shown.out.contains(u"shop__echo (write): new, off"_s), qPrintable(shown.out));
    QVERIFY2(shown.out.contains(u"claims to read only"_s), qPrintable(shown.out));
    QVERIFY2(shown.out.contains(python), qPrintable(shown.out)); // the whole path
    QCOMPARE(m_line->run({u"mcp"_s, u"consent"_s, u"shop"_s, u"--tool"_s, u"echo"_s, u"--reads"_s}).code, 0);
    const Ended agreed = m_line->run({u"mcp"_s, u"list"_s});
    QVERIFY2(agreed.out.contains(u"shop__echo (read): on, waits for a person"_s), qPrintable(agreed.out));
    QCOMPARE(m_line->run({u"mcp"_s, u"remove"_s, u"shop"_s}).code, 0);
}

void OutsideTest::deskLendsItsTools()
{
    const Json refund{
        {"invoice_id", "INV-1050"}, {"amount_minor", 24900}, {"currency", "USD"}, {"reason", "asked for"}};
    Agent agent(m_line->folder(), u"cus_1002"_s);
    const Json hello = agent.ask("initialize", {{"protocolVersion", "2025-11-25"}});
    QCOMPARE(stringOr(memberOrNull(hello, "result"), "protocolVersion"), u"2025-11-25"_s);
    QVERIFY(memberOrNull(agent.ask("tools/list"), "result")["tools"].size() >= 7);

    const Json waiting = agent.call("process_refund", refund);
    QVERIFY(boolOr(waiting, "isError", false));
    const qint64 approval = integerOr(memberOrNull(waiting, "structuredContent"), "approval", 0);
    QVERIFY(approval > 0);
    QCOMPARE(*m_line->refunded(u"cus_1002"_s, u"INV-1050"_s), 0);
    QCOMPARE(agent.call("process_refund", refund), waiting); // still
    const Json waitingOnes = m_line->ask({u"approvals"_s});
    const Json &shown = memberOrNull(waitingOnes, "approvals").at(0);
    QCOMPARE(integerOr(shown, "approval", 0), approval);
    const Ended approved =
        m_line->run({u"approve"_s, QString::number(approval), u"--digest"_s, stringOr(shown, "digest")});
    QVERIFY2(approved.code == 0, qPrintable(approved.complaint));
    QVERIFY(!boolOr(agent.call("process_refund", refund), "isError", true));
    QVERIFY(!boolOr(agent.call("process_refund", refund), "isError", true));

    QCOMPARE(*m_line->refunded(u"cus_1002"_s, u"INV-1050"_s), 24900);
    const Json foreign = agent.call("check_invoice", {{"invoice_id", "INV-1042"}});
    QVERIFY(memberOrNull(memberOrNull(foreign, "structuredContent"), "invoices").empty());
    const Json other = agent.call("check_invoice", {{"customer", "cus_1001"}});
    QVERIFY(boolOr(other, "isError", false)); // no argument names a customer
    QCOMPARE(integerOr(memberOrNull(agent.ask("resources/list"), "error"), "code", 0), -32601);
    QCOMPARE(integerOr(memberOrNull(agent.ask("tools/call", {{"name", "none"}}), "error"), "code", 0),
             -32602);
    QCOMPARE(m_line->run({u"tools"_s, u"serve-mcp"_s, u"--customer"_s, u"cus_none"_s}).code, 1);
}

QTEST_GUILESS_MAIN(OutsideTest)
#include "tst_outside.moc"
