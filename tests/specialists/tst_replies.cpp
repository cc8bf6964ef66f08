#include "core/ResourcePaths.h"
#include "specialists/KnowledgeWriter.h"
#include "specialists/Playbook.h"
#include "specialists/PlaybookExpression.h"
#include "specialists/ReplyStyle.h"
#include "specialists/ReplyWords.h"
#include "specialists/Slips.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Helmdesk;

namespace
{

Evidence passage(const char *document, const QString &text, double score)
{
    return {{QString::fromLatin1(document), QStringLiteral("Title"), 0, text}, {}, text, score};
}

Json wholePlaybook()
{
    return {{"id", "x"},
            {"title", "X"},
            {"category", "billing"},
            {"intents", Json::array()},
            {"tools", Json::array()},
            {"steps", Json::array({{{"reply", "ok"}}})},
            {"replies", {{"ok", {{"en", "Fine."}}}}}};
}

Message said(Author author)
{
    Message message;
    message.author = author;
    message.text = QStringLiteral("text");
    return message;
}

} // namespace

// How replies are framed and written, and what a playbook must be to be loaded.
class TestReplies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNameIsSaidOncePerConversationInChat()
    {
        TurnContext context;
        context.channel = ChannelKind::Chat;
        context.customer = CustomerContext();
        context.customer->name = QStringLiteral("Ada Brook");

        QCOMPARE(frameReply(QStringLiteral("It is paid."), context),
                 QStringLiteral("Hello Ada,\n\nIt is paid."));
        context.history = {said(Author::Customer), said(Author::Agent)};
        QCOMPARE(frameReply(QStringLiteral("It is paid."), context), QStringLiteral("It is paid."));
    }

    void mailIsALetterEveryTime()
    {
        TurnContext context;
        context.channel = ChannelKind::Mail;
        context.history = {said(Author::Agent)};

        const QString reply = frameReply(QStringLiteral("It is paid."), context);

        QVERIFY(reply.startsWith(QStringLiteral("Hello,\n\n")));
        QVERIFY(reply.contains(QStringLiteral("Best regards")));
    }

    void valuesStandInTheWordsOfTheReply_data()
    {
        QTest::addColumn<QString>("template_");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("an invoice")
            << QStringLiteral("{{slots.rows|invoices}}")
            << QStringLiteral("- INV-7: 49.00 USD, issued 3 March 2026, partially refunded (Pro)")
            << QStringLiteral("- INV-7: 49.00 USD, Rechnungsdatum 3. März 2026, teilweise erstattet (Pro)");
        QTest::newRow("a field") << QStringLiteral("{{slots.field|field}}") << QStringLiteral("language")
                                 << QStringLiteral("Sprache");
        QTest::newRow("a language as the value") << QStringLiteral("{{slots.value|value}}")
                                                 << QStringLiteral("Danish") << QStringLiteral("Dänisch");
        QTest::newRow("a language") << QStringLiteral("{{slots.value|language}}") << QStringLiteral("Danish")
                                    << QStringLiteral("Dänisch");
        QTest::newRow("a status") << QStringLiteral("{{slots.status|status}}") << QStringLiteral("overdue")
                                  << QStringLiteral("überfällig");
        QTest::newRow("a status that nobody translated")
            << QStringLiteral("{{slots.odd|status}}") << QStringLiteral("in review")
            << QStringLiteral("in review");
        QTest::newRow("a month") << QStringLiteral("{{slots.month|month}}") << QStringLiteral("December 2027")
                                 << QStringLiteral("Dezember 2027");
        QTest::newRow("nothing kept") << QStringLiteral("{{slots.phone|known}}") << QStringLiteral("none")
                                      << QStringLiteral("nicht hinterlegt");
    }

    void valuesStandInTheWordsOfTheReply()
    {
        QFETCH(QString, template_);
        const Json invoice = {{"id", "INV-7"},        {"amount_minor", 4900},
                              {"currency", "USD"},    {"issued", "2026-03-03"},
                              {"description", "Pro"}, {"status", "partially_refunded"}};
        const Json state = {{"slots",
                             {{"rows", Json::array({invoice})},
                              {"field", "language"},
                              {"value", "da"},
                              {"status", "overdue"},
                              {"odd", "in_review"},
                              {"month", "2027-12"}}}};

        QVERIFY(checkReplyWords());
        QTEST(renderTemplate(template_, state, replyWords(QStringLiteral("en"))), "english");
        QTEST(renderTemplate(template_, state, replyWords(QStringLiteral("de"))), "german");
    }

    void aLanguageHasTheWordsOfEnglishWhereItHasNone()
    {
        const ReplyWords &french = replyWords(QStringLiteral("fr"));

        QCOMPARE(french.hello, QStringLiteral("Bonjour"));
        QCOMPARE(french.codeMail, replyWords(QStringLiteral("en")).codeMail);
        QCOMPARE(replyWords(QStringLiteral("xx")).language, QStringLiteral("en"));
    }

    void firstNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        QTest::newRow("two names") << QStringLiteral("Ada Brook") << QStringLiteral("Ada");
        QTest::newRow("a hyphen") << QStringLiteral("Jean-Luc Picot") << QStringLiteral("Jean-Luc");
        QTest::newRow("an address") << QStringLiteral("ada@brook.example") << QString();
        QTest::newRow("a number") << QStringLiteral("4you GmbH") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void firstNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, first);

        QCOMPARE(firstName(name), first);
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("two") << QStringLiteral("It is paid. Thank you!") << 2;
        QTest::newRow("a decimal") << QStringLiteral("It costs 4.50 a month.") << 1;
        QTest::newRow("an abbreviation") << QStringLiteral("Use a browser, e.g. the newest one.") << 1;
        QTest::newRow("a list") << QStringLiteral("1. Open it.\n2. Close it.") << 2;
    }

    void sentences()
    {
        QFETCH(QString, text);
        QFETCH(int, count);

        QCOMPARE(splitSentences(text).size(), count);
    }

    void replySubjectsHaveOnePrefix()
    {
        QCOMPARE(replySubject(QStringLiteral("AW: Re: Refund")), QStringLiteral("Re: Refund"));
    }

    void aShortPassageIsGivenWholeAndLetterByLetter()
    {
        const QString text =
            QStringLiteral("Open the board menu and set __init__ = 2**10 for **/*.csv.\n# needs version 3");

        const WrittenAnswer answer = writeFromPassages(QStringLiteral("export"), {passage("a", text, 1.0)});

        QCOMPARE(answer.text, text); // passages have no marks any more, and code stays letter by letter
        QCOMPARE(answer.citations.size(), size_t(1));
    }

    void aLongPassageIsShortenedToWhatIsAsked()
    {
        QString text;
        for (int i = 0; i < 30; ++i)
            text += QStringLiteral("Sentence number %1 tells about something else entirely. ").arg(i);
        text += QStringLiteral("The export of invoices is under Billing.");

        const WrittenAnswer answer =
            writeFromPassages(QStringLiteral("Where is the export of invoices?"), {passage("a", text, 1.0)});

        QVERIFY(answer.text.contains(QStringLiteral("under Billing")));
        QVERIFY(answer.text.size() < text.size() / 2);
    }

    void ofAListByNameTheNamedItemsAreGiven()
    {
        const QString prices =
            QStringLiteral("Prices:\n- Starter: 19 USD\n- Pro: 49 USD\n- Business: 249 USD\nDone.");

        QCOMPARE(writeFromPassages(QStringLiteral("how much is pro?"), {passage("a", prices, 1.0)}).text,
                 QStringLiteral("Prices:\n- Pro: 49 USD\nDone."));
        QCOMPARE(writeFromPassages(QStringLiteral("what are the prices?"), {passage("a", prices, 1.0)}).text,
                 prices);
    }

    void theOpeningGoesBeforeItsSection()
    {
        Evidence section = passage("a", QStringLiteral("Guests are free."), 1.0);
        section.lead = QStringLiteral("Select Invite and enter the addresses.");
        section.leadCitation = {QStringLiteral("a"), QStringLiteral("a"), 0, section.lead};

        const WrittenAnswer answer = writeFromPassages(QStringLiteral("invite"), {section});

        QCOMPARE(answer.text, QStringLiteral("Select Invite and enter the addresses.\n\nGuests are free."));
        QCOMPARE(answer.citations.size(), size_t(2));
    }

    void withoutPassagesThereIsNoAnswer()
    {
        QVERIFY(writeFromPassages(QStringLiteral("anything"), {}).text.isEmpty());
    }

    void slipsInTheTellingWordsAreCorrected()
    {
        QCOMPARE(withoutSlips(QStringLiteral("plese refnd my invioce INV-1, Reufnd it")),
                 QStringLiteral("plese refund my invoice INV-1, refund it"));
        QCOMPARE(withoutSlips(QStringLiteral("Invoices, refunding, found, involve")),
                 QStringLiteral("Invoices, refunding, found, involve"));
    }

    void theShippedPlaybooksLoad()
    {
        const auto library = PlaybookLibrary::load(resourceFile(QStringLiteral("playbooks")));

        VERIFY_RESULT(library);
        QVERIFY((*library)->all().size() >= 10);
        QVERIFY((*library)->byId(QStringLiteral("refund")) != nullptr);
    }

    void anIntentThatNobodyKnowsIsAnError()
    {
        const auto library = PlaybookLibrary::load(resourceFile(QStringLiteral("playbooks")));
        VERIFY_RESULT(library);
        QStringList known;
        for (const Playbook &playbook : (*library)->all())
            known += playbook.intents + playbook.covers;

        VERIFY_RESULT((*library)->checkIntents(known));
        known.removeAll(QStringLiteral("billing.refund_request"));
        const auto checked = (*library)->checkIntents(known);
        QVERIFY(!checked);
        QVERIFY(checked.error().detail.contains(QStringLiteral("billing.refund_request")));
    }

    void aWholePlaybookLoads()
    {
        VERIFY_RESULT(PlaybookLibrary::parse(toBytes(wholePlaybook()), QStringLiteral("x.json")));
    }

    void aPlaybookThatWritesNamesItsActAndItsQuestion()
    {
        Json playbook = wholePlaybook();
        playbook["tools"] = Json::array({"process_refund"});
        playbook["steps"] = Json::array({{{"call", "process_refund"}}, {{"reply", "ok"}}});
        QVERIFY(!PlaybookLibrary::parse(toBytes(playbook), QStringLiteral("x.json")));
        playbook["asks"] = "billing.refund";
        QVERIFY(
            !PlaybookLibrary::parse(toBytes(playbook), QStringLiteral("x.json"))); // nothing to ask back with
        playbook["steps"][0]["confirm"] = "gone";
        QVERIFY(!PlaybookLibrary::parse(toBytes(playbook), QStringLiteral("x.json")));
        playbook["steps"][0]["confirm"] = "ok";
        VERIFY_RESULT(PlaybookLibrary::parse(toBytes(playbook), QStringLiteral("x.json")));
        playbook.erase("asks");
        QVERIFY(!PlaybookLibrary::parse(toBytes(playbook), QStringLiteral("x.json")));
    }

    void aReplyOfAnotherLanguageIsAFileMore()
    {
        QTemporaryDir replies;
        const auto write = [&](const char *language, const QByteArray &bytes) {
            QDir(replies.path()).mkpath(QLatin1String(language));
            QFile file(replies.filePath(QStringLiteral("%1/x.json").arg(QLatin1String(language))));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write("en", R"({"ok": "Fine."})"));
        QVERIFY(write("de", R"({"ok": "Gut."})"));
        Json text = wholePlaybook();
        text.erase("replies");

        const auto playbook = PlaybookLibrary::parse(toBytes(text), QStringLiteral("x.json"), replies.path());

        VERIFY_RESULT(playbook);
        QCOMPARE(playbook->reply(QStringLiteral("ok"), QStringLiteral("de")), QStringLiteral("Gut."));
        QCOMPARE(playbook->reply(QStringLiteral("ok"), QStringLiteral("fr")), QStringLiteral("Fine."));
        QVERIFY(write("de", R"({"ok": 1})"));
        QVERIFY(!PlaybookLibrary::parse(toBytes(text), QStringLiteral("x.json"), replies.path()));
    }

    void aBrokenPlaybookIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *member, const Json &value) {
            Json playbook = wholePlaybook();
            playbook[member] = value;
            QTest::newRow(name) << toBytes(playbook);
        };
        QTest::newRow("no JSON") << QByteArray("{");
        row("no steps", "steps", Json::array());
        row("an unknown reply", "steps", Json::array({{{"reply", "gone"}}}));
        row("a tool of its own", "steps", Json::array({{{"call", "process_refund"}}}));
        row("a bad pattern", "requires", "(");
        row("an unknown member", "surprise", true);
    }

    void aBrokenPlaybookIsNamed()
    {
        QFETCH(QByteArray, text);

        const auto playbook = PlaybookLibrary::parse(text, QStringLiteral("x.json"));

        QVERIFY(!playbook);
        QCOMPARE(playbook.error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"
