// A model of a file, served by a child of the desk: its file, its life and its memory.

#include "llm/GgufFile.h"
#include "llm/ManagedChatModel.h"
#include "support/TestSupport.h"

#include <csignal>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray number(quint64 value, int bytes)
{
    QByteArray out(8, '\0');
    qToLittleEndian(value, out.data());
    return out.left(bytes);
}

QByteArray text(const QByteArray &value)
{
    return number(static_cast<quint64>(value.size()), 8) + value;
}

// A head as the format has it, with a list of words as long as a tokenizer's in the middle.
QByteArray ggufHead(quint32 version = 3, quint32 words = 2'000)
{
    constexpr int asUInt32 = 4;
    constexpr int asString = 8;
    constexpr int asArray = 9;
    QByteArray list = number(asString, 4) + number(words, 8);
    for (quint32 i = 0; i < words; ++i)
        list += text("word" + QByteArray::number(i));
    return "GGUF" + number(version, 4) + number(0, 8) + number(5, 8) + //
           text("general.architecture") + number(asString, 4) + text("qwen2") + text("general.name") +
           number(asString, 4) + text("Small Talk 1B") + text("tokenizer.ggml.tokens") + number(asArray, 4) +
           list + //
           text("qwen2.context_length") + number(asUInt32, 4) + number(32'768, 4) +
           text("tokenizer.chat_template") + number(asString, 4) + text("{{ messages }}");
}

} // namespace

class ManagedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fileTellsItsModel();
    void fileThatIsNone_data();
    void fileThatIsNone();
    void cutFileIsRefusedWhereverItEnds();
    void modelNeedsItsMemory();
    void oneConversationHearsNothingOfAnother();
    void serverThatCannotForgetStartsAfresh();
    void programsShareOneServer();
    void deadServerComesBack();
    void serverThatCannotLoadSaysWhy();
    void waitingEndsWithTheRun();
    void nothingIsLeftBehind();
    void killedDeskLeavesNoServer();
    void realServerKeepsConversationsApart();

private:
    QString modelFile(const QByteArray &orders = "{}") const
    {
        const QString path = m_folder->filePath(u"model.gguf"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(ggufHead() + '\n' + orders) > 0 ? path
                                                                                             : QString();
    }
    ModelProfile profile(const QByteArray &orders = "{}") const
    {
        ModelProfile made;
        made.name = u"here"_s;
        made.provider = ModelProvider::Managed;
        made.file = modelFile(orders);
        made.program = QStringLiteral(HELMDESK_MODEL_SERVER);
        return made;
    }
    std::shared_ptr<ManagedServer> server(const ModelProfile &profile) const
    {
        return std::make_shared<ManagedServer>(
            ManagedServer::Surroundings{*m_gateway, m_folder->filePath(u"servers"_s), "secret"}, profile);
    }
    ChatResult say(const ModelProfile &profile, const std::shared_ptr<ManagedServer> &server,
                   qint64 conversation, const QString &words, const RunControl &control = {}) const
    {
        ChatRequest request;
        request.purpose.conversation = ConversationId{conversation};
        request.messages = {{ChatRole::User, words, {}, {}, {}}};
        return ManagedChatModel(*m_gateway, profile, server).complete(request, control);
    }
    QList<qint64> processes() const
    {
        QFile file(m_folder->filePath(u"model.gguf.pids"_s));
        QList<qint64> out;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (!line.isEmpty())
                    out.append(line.toLongLong());
            }
        }
        return out;
    }
    void die(const std::shared_ptr<ManagedServer> &server) const
    {
        const auto turn = server->turn({}, RunControl());
        QVERIFY(turn);
        OutgoingRequest request;
        request.url = turn->place().url.resolved(QUrl(u"/die"_s));
        request.headers = {{"Authorization", "Bearer " + turn->place().key.toLatin1()}};
        m_gateway->send(request, RunControl());
    }
    static bool isAlive(qint64 process)
    {
#ifdef Q_OS_WIN
        return false;
#else
        return ::kill(static_cast<pid_t>(process), 0) == 0;
#endif
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpGateway> m_gateway;
};

void ManagedTest::init()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is missing: the stand-in for llama-server cannot run");
    m_folder = std::make_unique<QTemporaryDir>();
    m_gateway = std::make_unique<HttpGateway>();
}

void ManagedTest::cleanup()
{
    m_gateway.reset();
    m_folder.reset();
}

void ManagedTest::fileTellsItsModel()
{
    const auto summary = readGguf(modelFile());

    QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().detail));
    QCOMPARE(summary->version, 3U);
    QCOMPARE(summary->name, u"Small Talk 1B"_s);
    QCOMPARE(summary->architecture, u"qwen2"_s);
    QCOMPARE(summary->contextTokens, 32'768);
    QVERIFY(summary->hasChatTemplate);
}

void ManagedTest::fileThatIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("something else") << QByteArray("PK\x03\x04 zip") << u"is no GGUF file"_s;
    QTest::newRow("empty") << QByteArray() << u"is no GGUF file"_s;
    QTest::newRow("pointer") << QByteArray(
                                    "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
                             << u"fetch the file itself"_s;
    QTest::newRow("first version") << ggufHead(1) << u"first version"_s;
    QTest::newRow("other byte order") << QByteArray("GGUF\0\0\0\3", 8) << u"byte order"_s;
    QTest::newRow("too many pairs") << "GGUF" + number(3, 4) + number(0, 8) + number(1ULL << 40U, 8)
                                    << u"makes no sense"_s;
    QTest::newRow("nameless") << "GGUF" + number(3, 4) + number(0, 8) + number(0, 8) << u"what model"_s;
}

void ManagedTest::fileThatIsNone()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    const QString path = m_folder->filePath(u"other.gguf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();

    const auto summary = readGguf(path);

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(summary.error().detail.contains(says), qPrintable(summary.error().detail));
}

void ManagedTest::cutFileIsRefusedWhereverItEnds()
{
    const QByteArray whole = ggufHead(3, 5);
    const QString path = m_folder->filePath(u"cut.gguf"_s);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.left(length)) == length);
        file.close();
        QVERIFY2(!readGguf(path), qPrintable(QString::number(length)));
    }
}

void ManagedTest::modelNeedsItsMemory()
{
    GgufSummary file;
    file.fileBytes = 8'000'000'000;
    QVERIFY(!fitsMemory(file, 4'000'000'000));
    QVERIFY(!fitsMemory(file, 8'500'000'000)); // with what it needs beside its weights
    QVERIFY(fitsMemory(file, 16'000'000'000));
    QVERIFY(fitsMemory(file, 0));
    QVERIFY(physicalMemoryBytes() > 100'000'000);
}

void ManagedTest::oneConversationHearsNothingOfAnother()
{
    const ModelProfile here = profile();
    const auto serving = server(here);
    for (int round = 0; round < 3; ++round) {
        for (qint64 conversation = 1; conversation <= 5; ++conversation) {
            const QString word = u"word%1"_s.arg(conversation);
            const ChatResult result = say(here, serving, conversation, word);
            QVERIFY2(result.reply, qPrintable(result.failure.detail));
            QCOMPARE(result.reply->text, word);
        }
    }
    // Within a conversation the server may go on from where it was.
    QCOMPARE(say(here, serving, 5, u"again"_s).reply->text, u"word5 again"_s);
    // What belongs to none is like no other either.
    QCOMPARE(say(here, serving, 0, u"test"_s).reply->text, u"test"_s);
    QCOMPARE(say(here, serving, 0, u"test"_s).reply->text, u"test"_s);
    QCOMPARE(processes().size(), 1);
}

void ManagedTest::serverThatCannotForgetStartsAfresh()
{
    const ModelProfile here = profile(R"({"cannot_erase": true})");
    const auto serving = server(here);

    QCOMPARE(say(here, serving, 1, u"one"_s).reply->text, u"one"_s);
    QCOMPARE(say(here, serving, 2, u"two"_s).reply->text, u"two"_s);
    QCOMPARE(processes().size(), 2);
}

void ManagedTest::programsShareOneServer()
{
    const ModelProfile here = profile();
    const auto first = server(here);
    const auto second = server(here);

    QCOMPARE(say(here, first, 1, u"one"_s).reply->text, u"one"_s);
    QCOMPARE(say(here, second, 2, u"two"_s).reply->text, u"two"_s);
    QCOMPARE(say(here, first, 1, u"one"_s).reply->text, u"one"_s);
    QCOMPARE(processes().size(), 1);
}

void ManagedTest::deadServerComesBack()
{
    const ModelProfile here = profile();
    const auto serving = server(here);
    QVERIFY(say(here, serving, 1, u"one"_s).reply);

    die(serving);
    QTRY_VERIFY(!isAlive(processes().first()));
    QTRY_VERIFY(say(here, serving, 1, u"one"_s).reply); // the first time at once
    QCOMPARE(processes().size(), 2);
}

void ManagedTest::serverThatCannotLoadSaysWhy()
{
    const ModelProfile here = profile(R"({"cannot_load": true})");
    const auto serving = server(here);

    const ChatResult first = say(here, serving, 1, u"one"_s);
    QVERIFY(!first.reply);
    QVERIFY2(first.failure.detail.contains(u"the architecture is not known"_s),
             qPrintable(first.failure.detail));
    QVERIFY(!say(here, serving, 1, u"one"_s).reply);
    const ChatResult third = say(here, serving, 1, u"one"_s);
    QVERIFY2(third.failure.detail.contains(u"started again in"_s), qPrintable(third.failure.detail));
    QCOMPARE(processes().size(), 2); // the third time waits
    QCOMPARE(serving->state(), third.failure.detail);
}

void ManagedTest::waitingEndsWithTheRun()
{
    const ModelProfile here = profile(R"({"load_s": 3600})");
    const auto serving = server(here);

    const ChatResult result = say(here, serving, 1, u"one"_s, RunControl().withDeadline(500ms));

    QVERIFY(!result.reply);
    QCOMPARE(result.failure.fault, ChatFault::Timeout);
    QTRY_COMPARE(processes().size(), 1);
    QVERIFY(isAlive(processes().first())); // it goes on loading for the next one
}

void ManagedTest::nothingIsLeftBehind()
{
    const ModelProfile here = profile();
    auto serving = server(here);
    QVERIFY(say(here, serving, 1, u"one"_s).reply);
    const qint64 process = processes().first();
    QVERIFY(isAlive(process));

    serving.reset();

    QVERIFY(!isAlive(process));
    for (const QFileInfo &file : QDir(m_folder->filePath(u"servers"_s)).entryInfoList(QDir::Files)) {
        QFile open(file.filePath());
        QVERIFY(open.open(QIODevice::ReadOnly));
        QVERIFY2(!open.readAll().contains("one"), qPrintable(file.fileName()));
    }
}

void ManagedTest::killedDeskLeavesNoServer()
{
#ifdef Q_OS_LINUX
    profile();
    QProcess desk; // this program again, which serves the model until it is killed
    desk.start(QCoreApplication::applicationFilePath(), {u"serve"_s, m_folder->path()});
    QVERIFY(desk.waitForReadyRead(30'000));
    const qint64 process = processes().first();
    QVERIFY(isAlive(process));

    desk.kill();
    QVERIFY(desk.waitForFinished());

    QTRY_VERIFY(!isAlive(process));
#else
    QSKIP("the system has no such signal");
#endif
}

// The real server and a real model (tests/models/run). A small model repeats what it was told, so a word of
// one conversation in another's answer would be seen.
void ManagedTest::realServerKeepsConversationsApart()
{
    ModelProfile here;
    here.name = u"here"_s;
    here.provider = ModelProvider::Managed;
    here.program = qEnvironmentVariable("HELMDESK_LLAMA_SERVER");
    here.file = qEnvironmentVariable("HELMDESK_GGUF");
    if (here.program.isEmpty() || here.file.isEmpty())
        QSKIP("no real server: see tests/models/run");
    const int given = qEnvironmentVariableIntValue("HELMDESK_CANARY");
    const int conversations = given > 0 ? given : 200;
    const auto serving = server(here);
    const auto wordOf = [](int i) { return u"QX%1Z"_s.arg(7'001 + i * 37); };
    int ownWords = 0;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < conversations; ++i) {
            ChatRequest request;
            request.purpose.conversation = ConversationId{i + 1};
            request.maxTokens = 24;
            const QString asked = round == 0
                                      ? u"My secret code is %1. Repeat my secret code."_s.arg(wordOf(i))
                                      : u"What is the secret code? Tell it."_s;
            request.messages = {{ChatRole::User, asked, {}, {}, {}}};
            const ChatResult result =
                ManagedChatModel(*m_gateway, here, serving).complete(request, RunControl());
            QVERIFY2(result.reply, qPrintable(result.failure.detail));
            ownWords += result.reply->text.contains(wordOf(i)) ? 1 : 0;
            for (int other = 0; other < conversations; ++other) {
                if (other != i)
                    QVERIFY2(!result.reply->text.contains(wordOf(other)), qPrintable(result.reply->text));
            }
        }
    }
    qInfo("%d of %d first answers held the conversation's own word", ownWords, conversations);
    QVERIFY2(ownWords > conversations / 4, "the model repeats too little for this to show anything");
}

// Serves the model of a folder and waits to be killed.
static int serveUntilKilled(const QString &folder)
{
    HttpGateway gateway;
    ModelProfile here;
    here.name = u"here"_s;
    here.provider = ModelProvider::Managed;
    here.file = QDir(folder).filePath(u"model.gguf"_s);
    here.program = QStringLiteral(HELMDESK_MODEL_SERVER);
    ManagedServer server({gateway, QDir(folder).filePath(u"servers"_s), "secret"}, here);
    if (!server.turn(u"1"_s, RunControl()))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    for (;;)
        std::this_thread::sleep_for(1h);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "serve") == 0)
        return serveUntilKilled(QString::fromLocal8Bit(argv[2]));
    ManagedTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_managed.moc"
