// What the console is told of a conversation, on a real workspace with the engine.
#include "app/DeskReader.h"
#include "channels/MailParser.h"
#include "store/DemoData.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

QByteArray mail(const QByteArray &id, const QByteArray &body)
{
    return "From: Vera Quint <vera@quint.example>\r\nTo: support@northlight.example\r\n"
           "Date: Mon, 23 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\nSubject: A board\r\nMessage-ID: <" +
           id + "@quint.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body;
}

} // namespace

class ConversationViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachDraftSaysItsLanguage();
    void signatureIsNoQuote();
    void quoteIsOne();
    void caseHasOneNumber();
    void approvalShowsWhatWasAskedFor();
    void sourcesOfOneTitleAreToldApart();

private:
    ConversationView view(const IncomingMessage &message);
    ConversationView viewOfMail(const QByteArray &mail);
    IncomingMessage chat(const QString &customer, const QString &text);

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void ConversationViewTest::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

void ConversationViewTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = Workspace::open(m_folder->path());
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(loadDemoData(m_workspace->database())); // without the help centre, which takes longer
    VERIFY_RESULT(m_workspace->loadEngine(m_assets));
}

IncomingMessage ConversationViewTest::chat(const QString &customer, const QString &text)
{
    IncomingMessage message;
    message.channel = ChannelKind::Chat;
    message.externalId = QStringLiteral("m1");
    message.conversationKey = QStringLiteral("thread");
    message.customer = customer;
    message.text = text;
    return message;
}

ConversationView ConversationViewTest::view(const IncomingMessage &message)
{
    auto taken = takeMessage(*m_workspace, message);
    if (!taken)
        qFatal("%s", qPrintable(taken.error().detail));
    if (auto answered = m_workspace->pipeline().answer(taken->message, {}); !answered)
        qFatal("%s", qPrintable(answered.error().detail));
    auto shown = readConversation(*m_workspace, taken->conversation);
    if (!shown)
        qFatal("%s", qPrintable(shown.error().detail));
    return std::move(*shown);
}

ConversationView ConversationViewTest::viewOfMail(const QByteArray &bytes)
{
    return view(parseMail(bytes));
}

void ConversationViewTest::eachDraftSaysItsLanguage()
{
    const ConversationView german = viewOfMail(mail(
        "1",
        "Guten Tag,\r\n\r\nwie exportiere ich ein Board als CSV? Die Umlaute \xC3\xA4\xC3\xB6 sind kaputt, "
        "und ich h\xC3\xA4tte gern mit einem Menschen gesprochen.\r\n"));
    QVERIFY(german.draft);
    QCOMPARE(german.language, QStringLiteral("de"));

    const ConversationView english = view(chat(
        QStringLiteral("cus_1001"), QStringLiteral("I want to talk to a person about my boards, please.")));
    QCOMPARE(english.language, QStringLiteral("en"));
}

void ConversationViewTest::signatureIsNoQuote()
{
    const ConversationView shown = viewOfMail(
        mail("2", "Hello,\r\n\r\nhow do I export a board as CSV?\r\n\r\nKind regards\r\n-- \r\nVera Quint\r\n"
                  "Head of Operations\r\n+44 20 7946 0000\r\n"));
    const ThreadEntry &entry = shown.thread.front();
    QVERIFY(entry.text != entry.fullText);
    QVERIFY(!entry.hidesQuote);
}

void ConversationViewTest::quoteIsOne()
{
    const ConversationView shown = viewOfMail(
        mail("3", "That did not help.\r\n\r\nOn Mon, 23 Nov 2026 at 08:00, Support "
                  "<support@northlight.example> wrote:\r\n"
                  "> Please open the board and choose Export.\r\n> Best regards\r\n> The support team\r\n"));
    const ThreadEntry &entry = shown.thread.front();
    QVERIFY(entry.text != entry.fullText);
    QVERIFY(entry.hidesQuote);
}

void ConversationViewTest::caseHasOneNumber()
{
    const ConversationView shown = view(chat(
        QStringLiteral("cus_1001"), QStringLiteral("I want to talk to a person about my boards, please.")));
    QVERIFY(shown.outcome && shown.outcome->ticket.isValid());
    QCOMPARE(shown.row.ticket, shown.outcome->ticket);
}

void ConversationViewTest::approvalShowsWhatWasAskedFor()
{
    const QString words = QStringLiteral("Please refund INV-1042 to my card.");
    const ConversationView shown = view(chat(QStringLiteral("cus_1001"), words));
    QCOMPARE(shown.approvals.size(), 1U);
    QCOMPARE(shown.approvals.front().words, words);
}

void ConversationViewTest::sourcesOfOneTitleAreToldApart()
{
    Article article;
    article.title = QStringLiteral("Export your data");
    article.category = Category::Technical;
    article.text = QStringLiteral(
        "## Boards as CSV\n\nTo export a board as CSV open the board, choose Export and then CSV.\n\n"
        "## Boards as PDF\n\nTo export a board as PDF open the board, choose Export and then PDF.\n");
    const auto id = storeArticle(*m_workspace, article);
    VERIFY_RESULT(id);
    const ConversationView before =
        view(chat(QStringLiteral("cus_1001"), QStringLiteral("Which harpsichord would suit my aunt?")));
    auto draft = m_workspace->drafts().current(before.row.id);
    VERIFY_RESULT(draft);
    QVERIFY(*draft);
    NewDraft cited = (*draft)->proposal;
    const QString other = QStringLiteral("Another article");
    cited.citations = {{*id, article.title, 0, QStringLiteral("To export a board as CSV")},
                       {*id, article.title, 1, QStringLiteral("To export a board as PDF")},
                       {QStringLiteral("gone"), article.title, 0, QStringLiteral("What was there")},
                       {QStringLiteral("gone"), other, 0, QStringLiteral("Words")}};
    VERIFY_RESULT(m_workspace->drafts().propose(cited));

    const auto shown = readConversation(*m_workspace, before.row.id);

    VERIFY_RESULT(shown);
    QVERIFY(shown->draft);
    QStringList titles;
    for (const Citation &citation : shown->draft->citations)
        titles.append(citation.title);
    QCOMPARE(titles, QStringList({QStringLiteral("Export your data: Boards as CSV"),
                                  QStringLiteral("Export your data: Boards as PDF"),
                                  QStringLiteral("Export your data: What was there"), other}));
}

QTEST_GUILESS_MAIN(ConversationViewTest)
#include "tst_conversationview.moc"
