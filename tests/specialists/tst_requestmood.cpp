#include "specialists/RequestMood.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestRequestMood : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asks_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Please refund INV-12.", "I was billed two times for May.",
              "could you pay me back the 20 euros", "I forgot my password, how do I get back in?",
              "Reset my password", "my card has changed", "I changed my mind, please refund INV-12",
              "The reset mail did not arrive. Send it once more.", "I can not change my phone number",
              "Is it possible to get the money for INV-12 back?", "I did not order this, I want a refund",
              "refund INV-12 if you can", "I was told that INV-12 would be paid back, please do so"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void asks()
    {
        QFETCH(QString, text);
        QVERIFY(asksForAct(text));
    }

    void onlySpeaks_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Please do not refund INV-12", "Never reset my password again", "I don't want a refund",
              "Has INV-12 been refunded?", "Would you refund INV-12 if I came back?",
              "You already refunded INV-12, many thanks", "My boss asked whether INV-12 will be refunded",
              "I changed my password on Monday, all fine", "Somebody keeps resetting my password",
              "What happens when I reset my password?", "Is my phone number known to you?",
              "Before you refund INV-12 tell me the fee", "I did not request a password reset",
              "We were charged double but please wait until my boss is back"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void onlySpeaks()
    {
        QFETCH(QString, text);
        QVERIFY(!asksForAct(text));
    }

    void unhelped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isUnhelped");
        for (const char *text :
             {"I tried that, still the same error", "we did all of that but it fails again",
              "It didn't help.", "that does not solve it", "Same problem again", "This is not what I asked",
              "The error persists"})
            QTest::newRow(text) << QString::fromUtf8(text) << true;
        for (const char *text : {"That helped, thank you", "I tried to log in and got an error",
                                 "Can you help me with the same thing for INV-12?", "I did not get the mail",
                                 "Is it still the plan to close on Friday?"})
            QTest::newRow(text) << QString::fromUtf8(text) << false;
    }
    void unhelped()
    {
        QFETCH(QString, text);
        QFETCH(bool, isUnhelped);
        QCOMPARE(saysItDidNotHelp(text), isUnhelped);
    }
};

QTEST_GUILESS_MAIN(TestRequestMood)
#include "tst_requestmood.moc"
