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
    QFile error(m_folder->filePath(QStringLiteral("failed/a.jsonl.error")));
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

QTEST_GUILESS_MAIN(TestInboxFolder)
#include "tst_inboxfolder.moc"
