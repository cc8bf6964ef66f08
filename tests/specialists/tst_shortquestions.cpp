#include "specialists/Ellipsis.h"
#include "specialists/OwnDetail.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestShortQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ellipsis_data();
    void ellipsis();
    void ownDetail_data();
    void ownDetail();
};

void TestShortQuestions::ellipsis_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    for (const char *text : {"And with yearly payment?", "or per month?", "what about guests?",
                             "ok, and on the phone?", "And how about outside Europe?"})
        QTest::newRow(text) << QString::fromUtf8(text) << true;
    for (const char *text :
         {"And can I cancel?", "what about my refund?", "", "and for that I want my money back",
          "What about the people in the other office who also joined in May?", "Thanks, bye"})
        QTest::newRow(*text != 0 ? text : "empty") << QString::fromUtf8(text) << false;
}

void TestShortQuestions::ellipsis()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(isElliptic(text), expected);
}

void TestShortQuestions::ownDetail_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *text, const char *detail) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(detail);
    };
    row("Which plan are we on?", "plan");
    row("What's my plan?", "plan");
    row("hi, what tier do I have", "plan");
    row("Since when have I been a customer?", "joined");
    row("When did we sign up?", "joined");
    row("Which e-mail address do you have for me?", "email");
    row("what phone number is on file", "phone");
    row("What card do you have on file for us?", "card");
    row("which bank account do you debit", "card");
    row("When does my card expire?", "card");
    row("When is the next bill, and how much will it be?", "next_bill");
    row("when will i be charged next", "next_bill");
    row("How much is my next invoice?", "next_bill");
    row("When does our plan renew?", "next_bill");
    row("Which card do you accept?", "");
    row("What card do I need for the trial?", "");
    row("When is the next release?", "");
    row("Which plan do I need for 20 guests?", "");
    row("Which plan do I have to buy for exports?", "");
    row("Change my e-mail address to a@b.example", "");
    row("When did the outage start?", "");
}

void TestShortQuestions::ownDetail()
{
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QCOMPARE(ownDetailAskedIn(text), detail);
}

QTEST_GUILESS_MAIN(TestShortQuestions)
#include "tst_shortquestions.moc"
