#include "support/RealReader.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

// What the trained heads read in whole turns.
class TestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainRequestsAreRead_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *act, const char *text) {
            QTest::newRow(text) << QString::fromLatin1(act) << QString::fromUtf8(text);
        };
        row("billing.refund", "Please refund INV-7001.");
        row("billing.refund", "I was charged twice in October, please send one of the payments back.");
        row("billing.refund", "Bitte erstatten Sie mir die Rechnung INV-7001.");
        row("account.password_reset", "Please send me a link to reset my password.");
        row("account.email_change", "Please change my e-mail address to ada@brook.example.");
        row("account.profile_change", "Please change my phone number to +44 113 496 0288.");
        row("person", "I want to talk to a human being, please.");
        row("person", "Kann ich bitte mit einem Menschen sprechen?");
    }

    void plainRequestsAreRead()
    {
        QFETCH(QString, act);
        QFETCH(QString, text);
        const Reading reading = Test::realReader().read(text);

        QVERIFY(reading.of(act) != nullptr);
        QVERIFY2(reading.asks(act) >= 0.5, qPrintable(QString::number(reading.asks(act))));
        QCOMPARE(reading.of(act)->mood, Mood::Asks);
    }

    void whatOnlySpeaksOfAnActAsksForNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"How long does a refund take?", "Please do not refund INV-7001.",
                                 "What is your refund policy?", "Thanks, the refund arrived yesterday.",
                                 "How do I export a board?", "My neighbour wants a refund for his hotel.",
                                 "Wie lange dauert eine Erstattung?", "When are you open?"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatOnlySpeaksOfAnActAsksForNothing()
    {
        QFETCH(QString, text);
        const Reading reading = Test::realReader().read(text);
        QVERIFY2(reading.mostAsked(0.5) == nullptr, qPrintable(QString::fromUtf8(toBytes(toJson(reading)))));
    }

    // The money and the account change at once only where it agrees, in every language that has examples.
    void theSecondReaderAgreesWithPlainRequests_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("agrees");
        const auto row = [](const char *act, const char *text, bool agrees) {
            QTest::newRow(text) << QString::fromLatin1(act) << QString::fromUtf8(text) << agrees;
        };
        row("billing.refund", "Please refund INV-7001.", true);
        row("billing.refund", "Bitte erstatten Sie mir die Rechnung INV-7001.", true);
        row("account.password_reset", "Bitte schickt mir einen Link, ich habe mein Passwort vergessen.",
            true);
        row("account.email_change", "Please change my e-mail address to ada@brook.example.", true);
        row("billing.refund", "My colleague may ask you tomorrow to refund INV-7001.", false);
        row("account.password_reset", "I have already reset my password with your link, it worked.", false);
    }

    void theSecondReaderAgreesWithPlainRequests()
    {
        QFETCH(QString, act);
        QFETCH(QString, text);
        QFETCH(bool, agrees);
        const SecondReader &second = Test::realReader().model().second();
        const auto heard = second.hear(text);
        const double agreement = second.agrees(heard, heard, act);
        QVERIFY2((agreement >= leastAgreement) == agrees, qPrintable(QString::number(agreement)));
    }

    void theSentenceThatAsksIsKept()
    {
        const Reading reading = Test::realReader().read(
            QStringLiteral("Good morning. I have used the product for a year. Please refund INV-7001."));

        QCOMPARE(reading.of(QStringLiteral("billing.refund"))->words,
                 QStringLiteral("Please refund INV-7001."));
    }

    void onlyActsOfAPlaybookAreMostAsked()
    {
        const Reading reading =
            Test::realReader().read(QStringLiteral("I want to talk to a human being, please."));

        QVERIFY(reading.asks(QStringLiteral("person")) >= 0.5);
        QVERIFY(reading.mostAsked(0.5) == nullptr);
    }

    void aVeryLongTurnAsksForNothingWithCertainty()
    {
        QString text = QStringLiteral("Please refund INV-7001. ");
        const QString filler = QStringLiteral("Please refund it. ");
        for (qsizetype i = 0; i < LearnedReader::mostSentences; ++i)
            text += filler;

        const Reading reading = Test::realReader().read(text);

        for (const ActReading &act : reading.acts)
            QVERIFY(act.asks <= LearnedReader::mostOfLong);
    }

    void anUnknownActIsNeverAsked()
    {
        const Reading reading = Test::realReader().read(QStringLiteral("Please refund INV-7001."));

        QVERIFY(reading.of(QStringLiteral("parcel.pickup")) == nullptr);
        QCOMPARE(reading.asks(QStringLiteral("parcel.pickup")), 0.0);
    }

    void aReadingIsStoredWhole()
    {
        const Reading reading = Test::realReader().read(QStringLiteral("Please refund INV-7001."));

        const Reading stored = readingFromJson(toJson(reading));

        QCOMPARE(stored.acts.size(), reading.acts.size());
        for (size_t i = 0; i < reading.acts.size(); ++i) {
            QCOMPARE(stored.acts[i].act, reading.acts[i].act);
            QCOMPARE(stored.acts[i].intent, reading.acts[i].intent);
            QCOMPARE(stored.acts[i].mood, reading.acts[i].mood);
            QCOMPARE(stored.acts[i].words, reading.acts[i].words);
            QVERIFY(std::abs(stored.acts[i].asks - reading.acts[i].asks) < 1e-3);
            QVERIFY(std::abs(stored.acts[i].second - reading.acts[i].second) < 1e-3);
            QVERIFY(std::abs(stored.acts[i].contrary - reading.acts[i].contrary) < 1e-3);
        }
    }

    void sentencesAreTrimmedAndNeverEmpty()
    {
        QCOMPARE(sentencesIn(QStringLiteral("Hello.  Please refund it!\n\n  Thanks \n")),
                 QStringList({QStringLiteral("Hello."), QStringLiteral("Please refund it!"),
                              QStringLiteral("Thanks")}));
        QVERIFY(sentencesIn(QStringLiteral(" \n\n ")).isEmpty());
    }

    void anEmptyTurnAsksForNothing()
    {
        QVERIFY(Test::realReader().read(QString()).mostAsked(0.5) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
