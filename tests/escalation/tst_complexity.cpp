#include "escalation/ComplexityAnalyzer.h"
#include "support/TestSupport.h"

#include <algorithm>

using namespace Helmdesk;

namespace
{

Complexity complexityOf(const QString &text)
{
    return analyzeComplexity(text, tokenize(text));
}

QString concernsOf(const QString &text)
{
    QStringList names;
    for (const ConcernMatch &match : complexityOf(text).concerns)
        names.append(nameOf(match.concern));
    names.sort();
    return names.join(u' ');
}

} // namespace

class TestComplexity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWordsAndQuestions();
    void concerns_data();
    void concerns();
    void matchIsTheTextItself();
};

void TestComplexity::countsWordsAndQuestions()
{
    const Complexity complexity =
        complexityOf(QStringLiteral("Where is it?? And when?\nIs INV-1042 paid?  Really?!?"));

    QCOMPARE(complexity.words, 9);
    QCOMPARE(complexity.questions, 5);
    QCOMPARE(complexityOf(QString()).words, 0);
    QCOMPARE(complexityOf(QStringLiteral("one two  three ")).words, 3);
}

void TestComplexity::concerns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("concerns");
    const auto row = [](const char *text, const char *concerns) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(concerns);
    };
    row("My lawyer will write to you", "legal");
    row("I'll sue you for damages", "legal");
    row("We are considering legal action", "legal");
    row("see you in court", "legal");
    row("I will start a lawsuit", "legal");
    row("I want to change my legal name", "");
    row("legally binding signature", "");
    row("where is the tennis court booking page", "");
    row("Sue from accounting needs an invoice", "");
    row("I hold a power of attorney", "");
    row("this is delegated to the paralegals", "");
    row("You just lost a customer", "churn_threat");
    row("We are moving to a competitor", "churn_threat");
    row("If this happens again I'm gone", "churn_threat");
    row("I will never buy from you again", "churn_threat");
    row("I'm taking my business elsewhere", "churn_threat");
    row("Please cancel my subscription at the end of the month", "");
    row("cancel my order if it has not been shipped", "");
    row("can I switch to another plan", "");
    row("my subscription won't renew", "");
    row("I want to kill myself", "safety");
    row("The charger caught fire", "safety");
    row("I got an electric shock from the power supply", "safety");
    row("my daughter was injured", "safety");
    row("somebody sends me death threats", "safety");
    row("how do I kill a process", "");
    row("the app does not start on Fire TV", "");
    row("does it run on a Fire tablet", "");
    row("I wish I was notified by mail", "");
    row("I'm reporting you to the ombudsman", "press_or_authority");
    row("this will go to the press", "press_or_authority");
    row("how do I post on facebook with your tool", "");
    row("I will do a chargeback", "fraud");
    row("your driver was rude to me", "staff_conduct");
    row("I was discriminated against", "staff_conduct");
    row("My lawyer says your charger caught fire", "legal safety");
}

void TestComplexity::concerns()
{
    QFETCH(QString, text);
    QFETCH(QString, concerns);

    QCOMPARE(concernsOf(text), concerns);
}

void TestComplexity::matchIsTheTextItself()
{
    const QString text = QStringLiteral("Refund me, or my Lawyer calls.");

    const Complexity complexity = complexityOf(text);

    QCOMPARE(complexity.concerns.size(), size_t(1));
    QCOMPARE(complexity.concerns.front().matched, QStringLiteral("Lawyer"));
    QCOMPARE(text.mid(complexity.concerns.front().start, complexity.concerns.front().length),
             QStringLiteral("Lawyer"));
}

QTEST_GUILESS_MAIN(TestComplexity)
#include "tst_complexity.moc"
