// Every place where JSON from outside comes in reads any text or refuses it; nothing of it ends the program.

#include "channels/JsonMessage.h"
#include "channels/MessageFileReader.h"
#include "channels/PostedMessage.h"
#include "channels/ReadingNote.h"
#include "core/Outcome.h"
#include "core/ResourcePaths.h"
#include "insights/LabelledFile.h"
#include "knowledge/DocumentReader.h"
#include "settings/Settings.h"
#include "specialists/Playbook.h"
#include "store/Database.h"
#include "store/SqliteBusinessBackend.h"
#include "support/RandomJson.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;
using Helmdesk::Test::RandomJson;

namespace
{

constexpr int rounds = 3000;
constexpr std::initializer_list<const char *> messageNames = {
    "id",   "external_id", "customer", "customer_id", "conversation", "channel", "from",
    "name", "email",       "subject",  "received_at", "text",         "body"};

} // namespace

class TestJsonEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineOfTheInbox();
    void fileOfMessages();
    void postedMessage();
    void articleLine();
    void settings();
    void playbook();
    void sampleRows();
    void storedOutcome();
    void labelledRow();
    void readingNote();

private:
    void write(const QString &path, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

void TestJsonEntries::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestJsonEntries::lineOfTheInbox()
{
    RandomJson random(1);
    int read = 0;
    for (int i = 0; i < rounds; ++i) {
        const QByteArray line = i % 2 == 0 ? random.object(messageNames) : random.value();
        const IncomingMessage message = readJsonMessage(line, {QStringLiteral("x.jsonl"), i, {}});
        QVERIFY(!message.externalId.isEmpty());
        read += message.unreadable.isEmpty() ? 1 : 0;
    }
    QVERIFY(read > 50);
    QVERIFY(!readJsonMessage(R"({"text":"hi","x":1e999})", {QStringLiteral("x.jsonl"), 1, {}})
                 .unreadable.isEmpty());
}

void TestJsonEntries::fileOfMessages()
{
    RandomJson random(2);
    QByteArray bytes;
    for (int i = 0; i < rounds; ++i)
        bytes += random.object(messageNames).replace('\n', ' ') + '\n';
    const QString path = m_folder.filePath(QStringLiteral("messages.jsonl"));
    write(path, bytes);

    auto reader = MessageFileReader::open(path);
    VERIFY_RESULT(reader);
    int count = 0;
    while (reader->next())
        ++count;

    QCOMPARE(count, rounds);
}

void TestJsonEntries::postedMessage()
{
    RandomJson random(3);
    int taken = 0;
    for (int i = 0; i < rounds; ++i) {
        HttpRequest request;
        request.headers.insert("content-type", "application/json");
        request.body = i % 3 == 0
                           ? random.value()
                           : random.object({"text", "id", "customer", "conversation", "email", "name"});
        PostedMessage fields;
        taken += readPostedMessage(request, 8000, fields) ? 0 : 1;
    }
    QVERIFY(taken > 50);
}

void TestJsonEntries::articleLine()
{
    RandomJson random(4);
    QByteArray bytes;
    for (int i = 0; i < rounds; ++i)
        bytes +=
            random.object({"id", "title", "category", "text", "url", "updated"}).replace('\n', ' ') + '\n';

    const ReadDocuments read = readDocumentText(QStringLiteral("kb.jsonl"), bytes);

    QVERIFY(!read.documents.empty());
    QVERIFY(!read.problems.empty());
}

void TestJsonEntries::settings()
{
    RandomJson random(5);
    int taken = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto value = parseJson(random.value(2));
        if (!value)
            continue;
        (void)Settings().with(*value);
        for (const char *name : {"refund.approval_limit_minor", "http.port", "session.join_ms",
                                 "modes.billing", "inbox.folder", "routing.threshold", "ui.theme"}) {
            const auto changed = Settings().with(QString::fromLatin1(name), *value);
            if (!changed)
                continue;
            ++taken;
            (void)changed->refundApprovalLimitMinor();
            (void)changed->httpPort();
            (void)changed->joinMilliseconds();
            (void)changed->mode(Category::Billing);
            (void)changed->inboxFolder();
        }
    }
    QVERIFY(taken > 100);
}

void TestJsonEntries::playbook()
{
    const auto text = readResource(QStringLiteral("playbooks/refund.json"));
    VERIFY_RESULT(text);
    RandomJson random(6);
    int refused = 0;
    for (int i = 0; i < rounds / 10; ++i)
        refused += PlaybookLibrary::parse(random.mutated(*text), QStringLiteral("refund")) ? 0 : 1;
    QVERIFY(refused > 10);
}

void TestJsonEntries::sampleRows()
{
    auto database = Database::open(m_folder.filePath(QStringLiteral("rows.db")));
    VERIFY_RESULT(database);
    SqliteBusinessBackend backend(**database);
    RandomJson random(7);
    int refused = 0;
    for (int i = 0; i < rounds / 10; ++i) {
        const auto rows = parseJson("{\"customers\":[" + random.object({"id", "name", "email", "plan"}) +
                                    "],\"invoices\":" + random.value() + "}");
        if (rows)
            refused += backend.loadRows(*rows) ? 0 : 1;
    }
    QVERIFY(refused > 10);
}

void TestJsonEntries::storedOutcome()
{
    RandomJson random(8);
    for (int i = 0; i < rounds; ++i) {
        const auto json = parseJson(random.object({"id", "category", "decision", "confidence", "reasons",
                                                   "tools", "citations", "confidence_parts", "ms"}));
        if (json)
            (void)outcomeFromJson(*json);
    }
    QVERIFY(!outcomeFromJson(Json(5)));
}

void TestJsonEntries::labelledRow()
{
    RandomJson random(9);
    const QString path = m_folder.filePath(QStringLiteral("rows.jsonl"));
    int refused = 0;
    for (int i = 0; i < rounds / 10; ++i) {
        write(path, random.object({"text", "escalate", "reasons"}));
        refused += readLabelledFile(path) ? 0 : 1;
    }
    QVERIFY(refused > 10);
}

void TestJsonEntries::readingNote()
{
    RandomJson random(10);
    const ReadingNote note(m_folder.path());
    for (int i = 0; i < rounds / 10; ++i) {
        write(m_folder.filePath(ReadingNote::fileName()), random.object({"file", "message"}));
        if (const auto left = note.left())
            QVERIFY(!left->file.isEmpty() && !left->file.contains(u'/'));
    }
    write(m_folder.filePath(ReadingNote::fileName()), R"({"file":"../../elsewhere","message":1})");
    QVERIFY(!note.left());
}

QTEST_GUILESS_MAIN(TestJsonEntries)
#include "tst_jsonentries.moc"
