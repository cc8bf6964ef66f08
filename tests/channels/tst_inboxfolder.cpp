#include "channels/InboxFolder.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

constexpr InboxFolder::Timing quick{std::chrono::milliseconds(100), std::chrono::milliseconds(30)};

} // namespace

class TestInboxFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileIsDeliveredAndMoved();
    void fileThatWasThereIsDelivered();
    void badFileMovesToFailedWithItsError();
    void failedDeliveryLeavesTheFileForTheNextScan();
    void growingFileWaits();
    void sameNameTwiceKeepsBoth();
    void whatWasBeingReadAtTheLastDeathIsSetAside_data();
    void whatWasBeingReadAtTheLastDeathIsSetAside();
    void theNoteSaysWhatIsBeingRead();
    void aLargeFileIsReadInSlices();
    void equalFilesOfTwoDaysAreOtherMessages();
    void aFaultInOneFileLeavesTheOthers();

private:
    void write(const QString &name, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly);
    bool exists(const QString &relative) const { return QFile::exists(m_folder->filePath(relative)); }
    InboxFolder::Delivery collect();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<IncomingMessage> m_messages;
};

void TestInboxFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_messages.clear();
}

void TestInboxFolder::write(const QString &name, const QByteArray &bytes, QIODevice::OpenMode mode)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(mode));
    QCOMPARE(file.write(bytes), bytes.size());
}

InboxFolder::Delivery TestInboxFolder::collect()
{
    return [this](const IncomingMessage &message) {
        m_messages.push_back(message);
        return Result<>();
    };
}

void TestInboxFolder::newFileIsDeliveredAndMoved()
{
    InboxFolder inbox(m_folder->path(), collect(), quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    inbox.start();

    write(QStringLiteral("a.jsonl"), "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    QVERIFY(taken.wait());

    QCOMPARE(m_messages.size(), size_t{2});
    QCOMPARE(m_messages[1].text, QStringLiteral("two"));
    QVERIFY(exists(QStringLiteral("processed/a.jsonl")));
    QVERIFY(!exists(QStringLiteral("a.jsonl")));
}

void TestInboxFolder::fileThatWasThereIsDelivered()
{
    write(QStringLiteral("a.eml"), "From: a@example.com\nSubject: s\n\nhello\n");
    write(QStringLiteral("b.part"), "not ours");
    InboxFolder inbox(m_folder->path(), collect(), quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    inbox.start();

    QVERIFY(taken.wait());

    QCOMPARE(m_messages.size(), size_t{1});
    QCOMPARE(m_messages[0].text, QStringLiteral("hello"));
    QVERIFY(exists(QStringLiteral("b.part")));
}

void TestInboxFolder::badFileMovesToFailedWithItsError()
{
    write(QStringLiteral("a.jsonl"), "{\"text\":\"fine\"}\nbroken\n");
    InboxFolder inbox(m_folder->path(), collect(), quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    inbox.start();

    QVERIFY(taken.wait());

    QCOMPARE(m_messages.size(), size_t{2});
    QVERIFY(!m_messages[1].unreadable.isEmpty());
    QVERIFY(exists(QStringLiteral("failed/a.jsonl")));
    QFile error(m_folder->filePath(QStringLiteral("failed/a.jsonl.txt")));
    QVERIFY(error.open(QIODevice::ReadOnly));
    QCOMPARE(error.readAll(), QByteArray("a.jsonl:2: The line is not JSON.\n"));
}

void TestInboxFolder::failedDeliveryLeavesTheFileForTheNextScan()
{
    int attempts = 0;
    write(QStringLiteral("a.jsonl"), "{\"text\":\"one\"}\n");
    InboxFolder inbox(
        m_folder->path(),
        [&](const IncomingMessage &) -> Result<> {
            if (++attempts < 3)
                return Error{ErrorKind::Unavailable, QStringLiteral("the store is busy"), true};
            return {};
        },
        quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    QSignalSpy failed(&inbox, &InboxFolder::deliveryFailed);
    inbox.start();

    QVERIFY(taken.wait());

    QCOMPARE(attempts, 3);
    QCOMPARE(failed.size(), 2);
    QVERIFY(exists(QStringLiteral("processed/a.jsonl")));
}

void TestInboxFolder::growingFileWaits()
{
    // A poll that never comes within the test: scans are made by hand.
    constexpr InboxFolder::Timing patient{std::chrono::hours(1), std::chrono::minutes(10)};
    write(QStringLiteral("a.jsonl"), "{\"text\":\"on");
    InboxFolder inbox(m_folder->path(), collect(), patient);
    inbox.scan();
    write(QStringLiteral("a.jsonl"), "e\"}\n", QIODevice::Append);
    inbox.scan();

    QVERIFY(m_messages.empty());
    QVERIFY(exists(QStringLiteral("a.jsonl")));
}

void TestInboxFolder::sameNameTwiceKeepsBoth()
{
    InboxFolder inbox(m_folder->path(), collect(), quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    inbox.start();
    write(QStringLiteral("a.jsonl"), "{\"text\":\"one\"}\n");
    QVERIFY(taken.wait());
    write(QStringLiteral("a.jsonl"), "{\"text\":\"two\"}\n");
    QVERIFY(taken.wait());

    QVERIFY(exists(QStringLiteral("processed/a.jsonl")));
    QVERIFY(exists(QStringLiteral("processed/a-2.jsonl")));
}

void TestInboxFolder::whatWasBeingReadAtTheLastDeathIsSetAside_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("mail") << "a.eml" << QByteArray(R"({"file":"a.eml","message":1})");
    QTest::newRow("second line") << "a.jsonl" << QByteArray(R"({"file":"a.jsonl","message":2})");
    QTest::newRow("while it was opened") << "a.mbox" << QByteArray(R"({"file":"a.mbox","message":0})");
}

void TestInboxFolder::whatWasBeingReadAtTheLastDeathIsSetAside()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, note);
    write(name, "From: a@example.com\n\nhello\n");
    write(QStringLiteral("b.jsonl"), "{\"text\":\"one\"}\n");
    write(ReadingNote::fileName(), note);
    InboxFolder inbox(m_folder->path(), collect(), quick);
    QSignalSpy setAside(&inbox, &InboxFolder::setAside);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);

    inbox.start();
    QVERIFY(taken.wait());

    QCOMPARE(setAside.size(), 1);
    QCOMPARE(setAside.front().at(0).toString(), name);
    QCOMPARE(m_messages.size(), size_t{1}); // of the other file
    QCOMPARE(m_messages[0].text, QStringLiteral("one"));
    QVERIFY(!exists(name));
    QVERIFY(exists(QStringLiteral("failed/") + name));
    QFile reason(m_folder->filePath(QStringLiteral("failed/%1.txt").arg(name)));
    QVERIFY(reason.open(QIODevice::ReadOnly));
    QVERIFY(reason.readAll().startsWith("The program ended while it read "));

    // Put back, it is read like any other: the note is gone.
    QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("failed/") + name), m_folder->filePath(name)));
    QVERIFY(taken.wait());
    QCOMPARE(setAside.size(), name == QLatin1String("a.jsonl") ? 2 : 1); // as lines they are no JSON
}

void TestInboxFolder::theNoteSaysWhatIsBeingRead()
{
    ReadingNote note(m_folder->path());
    QVERIFY(!note.left());

    note.begin(QStringLiteral("a long name of a file.jsonl"), 12345);
    note.begin(QStringLiteral("b.eml"), 1);
    const auto left = ReadingNote(m_folder->path()).left();
    note.end();

    QVERIFY(left.has_value());
    QCOMPARE(left->file, QStringLiteral("b.eml"));
    QCOMPARE(left->message, 1);
    QVERIFY(!ReadingNote(m_folder->path()).left());
}

void TestInboxFolder::aLargeFileIsReadInSlices()
{
    QByteArray lines;
    for (int i = 0; i < 500; ++i)
        lines += "{\"text\":\"line\"}\n";
    write(QStringLiteral("a.jsonl"), lines);
    InboxFolder::Timing slices = quick;
    slices.slice = std::chrono::milliseconds(1);
    InboxFolder inbox(m_folder->path(), collect(), slices);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    size_t readBetween = 0; // as an event that came between two slices saw it
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&] {
        if (!m_messages.empty() && m_messages.size() < 500)
            readBetween = m_messages.size();
    });
    other.start(0);

    inbox.start();
    QVERIFY(taken.wait());

    QVERIFY(readBetween > 0);
    QCOMPARE(m_messages.size(), size_t{500});
}

void TestInboxFolder::equalFilesOfTwoDaysAreOtherMessages()
{
    InboxFolder inbox(m_folder->path(), collect(), quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    inbox.start();
    for (const int day : {1, 2, 3}) {
        write(QStringLiteral("daily.jsonl"), "{\"text\":\"the same\"}\n");
        QFile file(m_folder->filePath(QStringLiteral("daily.jsonl")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 11, day), QTime(8, 0), Qt::UTC),
                                 QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(taken.wait());
    }

    QCOMPARE(m_messages.size(), size_t{3});
    QVERIFY(m_messages[0].externalId != m_messages[1].externalId);
    QVERIFY(m_messages[1].externalId != m_messages[2].externalId);
}

void TestInboxFolder::aFaultInOneFileLeavesTheOthers()
{
    write(QStringLiteral("a.jsonl"), "{\"text\":\"bad\"}\n");
    write(QStringLiteral("b.jsonl"), "{\"text\":\"good\"}\n");
    const auto collected = collect();
    InboxFolder inbox(
        m_folder->path(),
        [&](const IncomingMessage &message) -> Result<> {
            if (message.text == QLatin1String("bad"))
                throw std::runtime_error("a fault of the program");
            return collected(message);
        },
        quick);
    QSignalSpy taken(&inbox, &InboxFolder::fileTaken);
    inbox.start();
    QVERIFY(QTest::qWaitFor([&] { return taken.size() == 2; }));

    QCOMPARE(m_messages.size(), size_t{1});
    QVERIFY(exists(QStringLiteral("failed/a.jsonl")));
    QVERIFY(exists(QStringLiteral("processed/b.jsonl")));
}

QTEST_GUILESS_MAIN(TestInboxFolder)
#include "tst_inboxfolder.moc"
