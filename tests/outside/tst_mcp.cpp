// MCP servers against a double that misbehaves on request, over both transports and in both versions.

#include "../tools/ToolWorld.h"
#include "outside/McpListing.h"
#include "outside/McpStdioTransport.h"
#include "outside/McpTool.h"
#include "outside/OutsideTools.h"
#include "store/SqliteOutsideToolRepository.h"

#include <cstdio>
#include <QProcess>
#include <QStandardPaths>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const QString doubleScript = QStringLiteral(HELMDESK_OUTSIDE_TESTS "/mcp_double.py");

QString python()
{
    return QStandardPaths::findExecutable(QStringLiteral("python3"));
}

const Json words{{"text", "hello"}};

#ifdef Q_OS_LINUX
// Not when it has ended and nobody has asked for its end yet.
bool isAlive(qint64 process)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    return stat.open(QIODevice::ReadOnly) &&
           !QString::fromLatin1(stat.readAll()).section(u')', -1).trimmed().startsWith(u'Z');
}
#endif

} // namespace

class McpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void serverIsListedAndCalled_data();
    void serverIsListedAndCalled();
    void outcomes_data();
    void outcomes();
    void nothingActsBeforeConsentAndApproval();
    void changedToolIsOffUntilConsent();
    void lateResultIsKept();
    void childSeesListedVariablesAlone();
    void deadServerIsStartedAgain();
    void serverDiesWithTheDesk();
    void answersAreCutAndNeverEmpty();
    void badServersAreNamed();

private:
    McpServerDefinition stdio(const QString &era = QStringLiteral("legacy"))
    {
        McpServerDefinition server;
        server.name = QStringLiteral("shop");
        server.command = {python(), doubleScript, era, m_log};
        return server;
    }
    // Starts the double over HTTP; it ends with its standard input.
    McpServerDefinition http(const QString &era)
    {
        m_http.start(python(), {doubleScript, era, m_log, QStringLiteral("--http")});
        McpServerDefinition server;
        server.name = QStringLiteral("shop");
        if (m_http.waitForReadyRead())
            server.url = QUrl(QStringLiteral("http://127.0.0.1:%1/mcp")
                                  .arg(QString::fromLatin1(m_http.readLine()).trimmed()));
        server.isPrivateAllowed = true;
        return server;
    }
    // Adds the server, agrees to its tools and lets them act without a person.
    bool addTrusted(const McpServerDefinition &server)
    {
        auto added = m_outside->addServer(server, QStringLiteral("olga"), RunControl());
        if (!added) {
            qWarning().noquote() << added.error().detail;
            return false;
        }
        auto agreed = m_outside->consent(server.name, {}, {}, QStringLiteral("olga"));
        for (const OutsideToolRow &row : *added) {
            if (!agreed || !m_outside->setNeedsApproval(row.name, false, QStringLiteral("olga")))
                return false;
        }
        return registerTools();
    }
    // As at a desk's next start.
    bool registerTools()
    {
        auto tools = makeBuiltinTools(m_world->backend, nullptr);
        if (!tools)
            return false;
        m_world->registry = *tools;
        const QStringList problems = m_outside->addTo(*m_world->registry);
        if (!problems.isEmpty())
            qWarning().noquote() << problems;
        m_world->rebuild();
        return problems.isEmpty();
    }
    ToolCall call(const char *tool, const Json &args = words)
    {
        return m_world->runInNewTurn(QByteArray("shop__").append(tool).constData(), args);
    }
    EffectState stateOf(const ToolCall &made) const
    {
        const auto record = m_world->ledger->find({made.key});
        return record ? record->state : EffectState::New;
    }
    QStringList effects() const
    {
        QFile log(m_log);
        return log.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(log.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                   : QStringList();
    }

    QTemporaryDir m_folder;
    QString m_log;
    int m_number = 0;
    std::unique_ptr<ToolWorld> m_world;
    std::unique_ptr<SystemClock> m_clock;
    std::unique_ptr<SqliteOutsideToolRepository> m_rows;
    std::unique_ptr<OutsideTools> m_outside;
    QProcess m_http;
};

void McpTest::initTestCase()
{
    if (python().isEmpty())
        QSKIP("python3 is not installed");
}

void McpTest::init()
{
    m_log = m_folder.filePath(QStringLiteral("effects-%1").arg(++m_number));
    m_outside.reset();
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
    m_clock = std::make_unique<SystemClock>();
    m_rows = std::make_unique<SqliteOutsideToolRepository>(*m_world->database, *m_clock);
    m_outside =
        std::make_unique<OutsideTools>(*m_rows, [] { return std::make_unique<InMemorySecretStore>(); });
}

void McpTest::cleanup()
{
    m_outside.reset();
    m_world.reset();
    m_http.closeWriteChannel();
    m_http.waitForFinished();
}

void McpTest::serverIsListedAndCalled_data()
{
    QTest::addColumn<QString>("era");
    QTest::addColumn<bool>("isHttp");
    QTest::newRow("program, 2025-11-25") << "legacy" << false;
    QTest::newRow("program, 2026-07-28") << "modern" << false;
    QTest::newRow("address, 2025-11-25") << "legacy" << true;
    QTest::newRow("address, 2026-07-28") << "modern" << true;
}

void McpTest::serverIsListedAndCalled()
{
    QFETCH(QString, era);
    QFETCH(bool, isHttp);
    QVERIFY(addTrusted(isHttp ? http(era) : stdio(era)));

    const auto rows = m_rows->tools();
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), size_t{15}); // of four pages
    const ToolCall echo = call("echo");
    QCOMPARE(echo.status, ToolStatus::Done);
    QCOMPARE(stringOr(echo.result, "text"), QStringLiteral("hello"));
    QCOMPARE(call("note").status, ToolStatus::Done);
    const ToolCall structured = call("structured");
    QCOMPARE(toInteger(structured.result["structured"]["sum"]), 3);
    QVERIFY(!structured.result.contains("text")); // the same once more
    const ToolCall died = call("die");
    QCOMPARE(stateOf(died), EffectState::Unknown);
    QCOMPARE(effects().filter(QStringLiteral("die")).size(), 1);
    QCOMPARE(effects().filter(QStringLiteral("note")).size(), 1);
}

void McpTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<EffectState>("state");
    QTest::newRow("done") << QByteArray("note") << EffectState::Done;
    QTest::newRow("says that it failed") << QByteArray("fails") << EffectState::Unknown;
    QTest::newRow("internal error") << QByteArray("internal") << EffectState::Unknown;
    QTest::newRow("error 0") << QByteArray("zero") << EffectState::Unknown;
    QTest::newRow("other output than promised") << QByteArray("broken") << EffectState::Unknown;
    QTest::newRow("died") << QByteArray("die") << EffectState::Unknown;
}

void McpTest::outcomes()
{
    QFETCH(QByteArray, tool);
    QFETCH(EffectState, state);
    QVERIFY(addTrusted(stdio()));

    const ToolCall made = call(tool.constData());

    QCOMPARE(stateOf(made), state);
    m_world->calls.clear(); // resumed
    const ToolCall again = m_world->run(QByteArray("shop__").append(tool).constData(), words);
    QCOMPARE(again.status, state == EffectState::Done ? ToolStatus::Done : ToolStatus::Failed);
    QCOMPARE(effects().size(), 1);
}

void McpTest::nothingActsBeforeConsentAndApproval()
{
    VERIFY_RESULT(m_outside->addServer(stdio(), QStringLiteral("olga"), RunControl()));
    QVERIFY(registerTools());
    QVERIFY(m_world->registry->find(QStringLiteral("shop__note")) == nullptr);

    VERIFY_RESULT(
        m_outside->consent(QStringLiteral("shop"), QStringLiteral("note"), {}, QStringLiteral("olga")));
    QVERIFY(registerTools());

    QVERIFY(m_world->registry->find(QStringLiteral("shop__echo")) == nullptr);
    const ToolCall waiting = call("note");
    QCOMPARE(waiting.status, ToolStatus::PendingApproval);
    QVERIFY2(waiting.preview.contains(QLatin1String("hello")), qPrintable(waiting.preview));
    QCOMPARE(effects().size(), 0);
    QCOMPARE(m_world->runApproved(waiting).status, ToolStatus::Done);
    QCOMPARE(effects().size(), 1);
}

void McpTest::changedToolIsOffUntilConsent()
{
    QVERIFY(addTrusted(stdio()));
    QCOMPARE(call("echo").status, ToolStatus::Done);
    QCOMPARE(call("change").status, ToolStatus::Done);

    const ToolCall refused = call("echo");

    QCOMPARE(refused.status, ToolStatus::Failed);
    QCOMPARE(stateOf(refused), EffectState::Abandoned);
    const auto row = m_rows->tool(QStringLiteral("shop__echo"));
    VERIFY_RESULT(row);
    QVERIFY(*row && !(*row)->isConsented());
    QCOMPARE(call("note").status, ToolStatus::Done); // the others go on
    VERIFY_RESULT(m_outside->consent(QStringLiteral("shop"), {}, {}, QStringLiteral("olga")));
    const auto agreed = m_rows->tool(QStringLiteral("shop__echo"));
    QVERIFY(agreed && *agreed && (*agreed)->isConsented() && (*agreed)->needsApproval);
}

void McpTest::lateResultIsKept()
{
    QVERIFY(addTrusted(stdio()));
    QCOMPARE(call("note").status, ToolStatus::Done); // it is started
    m_world->context.limits.timeout = std::chrono::milliseconds(1500);

    const ToolCall late = call("late");

    QCOMPARE(late.status, ToolStatus::Failed);
    QCOMPARE(stateOf(late), EffectState::Unknown);
    QTRY_COMPARE(m_rows->lateResults(late.key)->size(),
                 size_t{1}); // the double answers when it is told to stop
    m_world->calls.clear();
    const ToolCall again = m_world->run("shop__late", words);
    QCOMPARE(again.status, ToolStatus::Done);
    QCOMPARE(stringOr(again.result, "text"), QStringLiteral("noted late"));
    QCOMPARE(effects().filter(QStringLiteral("late")).size(), 1);
    QCOMPARE(stateOf(again), EffectState::Done);
}

void McpTest::childSeesListedVariablesAlone()
{
    qputenv("SHOP_LISTED", "1");
    qputenv("SHOP_HIDDEN", "1");
    VERIFY_RESULT(m_outside->keepSecret(QStringLiteral("shop"), QStringLiteral("s3cret")));
    McpServerDefinition server = stdio();
    server.environment = {QStringLiteral("SHOP_LISTED")};
    server.secretVariables[QStringLiteral("SHOP_TOKEN")] = QStringLiteral("shop");
    QVERIFY(addTrusted(server));

    const QStringList seen = stringOr(call("environment").result, "text").split(QLatin1Char(' '));

    QVERIFY(seen.contains(QLatin1String("SHOP_LISTED")));
    QVERIFY(seen.contains(QLatin1String("SHOP_TOKEN")));
    QVERIFY(seen.contains(QLatin1String("PATH")));
    QVERIFY(!seen.contains(QLatin1String("SHOP_HIDDEN")));
    const auto stored = m_rows->servers();
    VERIFY_RESULT(stored);
    QVERIFY(!toBytes(stored->front().definition).contains("s3cret"));
}

void McpTest::deadServerIsStartedAgain()
{
    QVERIFY(addTrusted(stdio()));
    QCOMPARE(stateOf(call("die")), EffectState::Unknown);

    QCOMPARE(call("note").status, ToolStatus::Done);
    McpServerDefinition gone = stdio();
    gone.command[1] = m_folder.filePath(QStringLiteral("not-there.py"));
    McpServer server(gone, nullptr, {}, {});
    QVERIFY(!server.tools(RunControl()));
    const auto second = server.tools(RunControl());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::NotFound); // nothing ran
    QVERIFY2(second.error().detail.contains(QLatin1String("tried again")), qPrintable(second.error().detail));
}

void McpTest::serverDiesWithTheDesk()
{
#ifdef Q_OS_LINUX
    QProcess desk;
    desk.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--desk"), doubleScript, m_log});
    QVERIFY(desk.waitForReadyRead());
    const qint64 server = desk.readLine().trimmed().toLongLong();
    QVERIFY(server > 0);
    QVERIFY(isAlive(server));

    desk.kill();
    desk.waitForFinished();

    QTRY_VERIFY(!isAlive(server));
#else
    QSKIP("the system ends no children with their parent");
#endif
}

void McpTest::answersAreCutAndNeverEmpty()
{
    QVERIFY(addTrusted(stdio()));

    QVERIFY(!stringOr(call("empty").result, "text").isEmpty());
    const ToolCall big = call("big");
    QVERIFY(boolOr(big.result, "cut", false));
    QVERIFY(toBytes(big.result).size() < 70'000);
    const ToolCall links = call("links");
    QCOMPARE(links.result["links"].size(), size_t{1});
    QCOMPARE(links.result["media"].size(), size_t{1});
    const QString odd = McpListing::deskName(QStringLiteral("shop"), QStringLiteral("strange name/1"));
    QVERIFY(odd.startsWith(QLatin1String("shop__strange_name_1_")));
    QCOMPARE(m_world->runInNewTurn(odd.toLatin1().constData(), words).status, ToolStatus::Done);
}

void McpTest::badServersAreNamed()
{
    const auto parse = [](const char *name, const char *json) {
        return McpServerDefinition::parse(QString::fromLatin1(name), *parseJson(json)).has_value();
    };
    QVERIFY(parse("shop", "{\"command\": [\"/bin/true\"]}"));
    QVERIFY(!parse("shop", "{}"));
    QVERIFY(!parse("shop__x", "{\"command\": [\"/bin/true\"]}"));
    QVERIFY(!parse("shop", "{\"command\": [\"true\"]}"));
    QVERIFY(!parse("shop", "{\"command\": [\"/bin/true\"], \"url\": \"https://shop.example\"}"));
    QVERIFY(!parse("shop", "{\"command\": [\"/bin/true\"], \"environment\": [\"HELMDESK_KEY_TOOL_SHOP\"]}"));
    QVERIFY(!parse("shop", "{\"url\": \"https://user@shop.example\"}"));
    QVERIFY(!parse("shop", "{\"url\": \"ftp://shop.example\"}"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--desk")) {
        McpCommand command{python(),
                           {arguments.at(2), QStringLiteral("legacy"), arguments.at(3)},
                           QProcessEnvironment::systemEnvironment(),
                           {}};
        const auto server = McpStdioTransport::start(command, JsonRpc::answerTo, QStringLiteral("shop"));
        if (!server)
            return 1;
        std::printf("%lld\n", static_cast<long long>((*server)->processId()));
        std::fflush(stdout);
        return application.exec();
    }
    McpTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mcp.moc"
