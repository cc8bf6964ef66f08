// A conversation as the customer's side reads it.

#include "app/DeskReader.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

class PublicThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void longConversationComesInPages();
    void longMessagesMakeShortPages();
    void chatIsFoundByItsKey();

private:
    MessageId say(Author author, const QString &text);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    ConversationId m_conversation;
};

void PublicThreadTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = Workspace::open(m_folder->path());
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    ConversationOpening opening;
    opening.channel = ChannelKind::Chat;
    opening.key = QStringLiteral("chat-1");
    opening.at = m_workspace->clock().now();
    auto conversation = m_workspace->conversations().findOrCreate(opening);
    VERIFY_RESULT(conversation);
    m_conversation = conversation->id;
}

MessageId PublicThreadTest::say(Author author, const QString &text)
{
    Message message;
    message.conversation = m_conversation;
    message.author = author;
    message.text = text;
    message.at = m_workspace->clock().now();
    return m_workspace->conversations().append(message).value_or(AppendedMessage{}).id;
}

void PublicThreadTest::longConversationComesInPages()
{
    for (int i = 0; i < 450; ++i) {
        say(i % 2 == 0 ? Author::Customer : Author::Agent, QStringLiteral("public %1").arg(i));
        say(Author::Note, QStringLiteral("internal"));
    }

    QList<size_t> sizes;
    MessageId last;
    for (;;) {
        const auto page = publicThread(*m_workspace, m_conversation, last);
        VERIFY_RESULT(page);
        if (page->empty())
            break;
        for (const PublicMessage &message : *page) {
            QVERIFY(message.id > last);
            QVERIFY(message.text.startsWith(QStringLiteral("public")));
            last = message.id;
        }
        sizes << page->size();
    }

    QCOMPARE(sizes, (QList<size_t>{200, 200, 50}));
}

void PublicThreadTest::longMessagesMakeShortPages()
{
    say(Author::Customer, QString(150'000, u'a'));
    for (int i = 0; i < 5; ++i)
        say(Author::Agent, QString(40'000, u'b'));

    const auto first = publicThread(*m_workspace, m_conversation, {});
    VERIFY_RESULT(first);
    QCOMPARE(first->size(), size_t{1}); // alone, but given
    const auto second = publicThread(*m_workspace, m_conversation, first->back().id);
    VERIFY_RESULT(second);
    QCOMPARE(second->size(), size_t{2});
}

void PublicThreadTest::chatIsFoundByItsKey()
{
    const MessageId id = say(Author::Customer, QStringLiteral("hello"));

    const auto thread = publicThread(*m_workspace, ChannelKind::Chat, QStringLiteral("chat-1"), {});
    VERIFY_RESULT(thread);
    QCOMPARE(thread->size(), size_t{1});
    QCOMPARE(thread->front().id, id);
    const auto unknown = publicThread(*m_workspace, ChannelKind::Chat, QStringLiteral("chat-2"), {});
    VERIFY_RESULT(unknown);
    QVERIFY(unknown->empty());
    QVERIFY(!publicThread(*m_workspace, ConversationId{m_conversation.value + 1}, {}));
    const auto key = chatKeyOf(*m_workspace, m_conversation);
    VERIFY_RESULT(key);
    QCOMPARE(*key, std::optional(QStringLiteral("chat-1")));
    const auto none = chatKeyOf(*m_workspace, ConversationId{m_conversation.value + 1});
    VERIFY_RESULT(none);
    QVERIFY(!*none);
}

QTEST_GUILESS_MAIN(PublicThreadTest)
#include "tst_publicthread.moc"
