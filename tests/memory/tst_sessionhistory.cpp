#include "memory/SessionHistory.h"

#include "support/TestSupport.h"

#include <QtTest>

using namespace Helmdesk;

namespace
{

const QDateTime noon{QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};

Message said(int minutesBefore, const QString &text, Author author = Author::Customer)
{
    Message message;
    message.author = author;
    message.text = text;
    message.at = noon.addSecs(-60 * minutesBefore);
    return message;
}

QStringList textsOf(const std::vector<Message> &messages)
{
    QStringList texts;
    for (const Message &message : messages)
        texts.append(message.text);
    return texts;
}

} // namespace

class SessionHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceEndsTheSession();
    void eachMessageExtendsTheSession();
    void theNewestTurnsAreKept();
    void notesAreNoTurns();
};

void SessionHistoryTest::silenceEndsTheSession()
{
    const std::vector<Message> messages{said(200, QStringLiteral("old")), said(50, QStringLiteral("new"))};

    QCOMPARE(textsOf(sessionHistory(messages, noon, {})), QStringList{QStringLiteral("new")});
    QVERIFY(sessionHistory(messages, noon.addSecs(3600), {}).empty());
    QCOMPARE(sessionHistory(messages, noon.addSecs(600), {}).size(), 1u); // exactly the TTL
}

void SessionHistoryTest::eachMessageExtendsTheSession()
{
    const std::vector<Message> messages{said(150, QStringLiteral("a")), said(100, QStringLiteral("b")),
                                        said(50, QStringLiteral("c"))};

    QCOMPARE(textsOf(sessionHistory(messages, noon, {})),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void SessionHistoryTest::theNewestTurnsAreKept()
{
    std::vector<Message> messages;
    for (int i = 0; i < 15; ++i)
        messages.push_back(said(15 - i, QString::number(i)));

    const auto kept = textsOf(sessionHistory(messages, noon, {.ttlSeconds = 3600, .maxTurns = 10}));

    QCOMPARE(kept.size(), 10);
    QCOMPARE(kept.first(), QStringLiteral("5"));
    QCOMPARE(kept.last(), QStringLiteral("14"));
}

void SessionHistoryTest::notesAreNoTurns()
{
    const std::vector<Message> messages{said(3, QStringLiteral("a")),
                                        said(2, QStringLiteral("note"), Author::Note),
                                        said(1, QStringLiteral("b"), Author::Agent)};

    QCOMPARE(textsOf(sessionHistory(messages, noon, {})),
             (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

QTEST_GUILESS_MAIN(SessionHistoryTest)
#include "tst_sessionhistory.moc"
