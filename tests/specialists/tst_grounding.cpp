#include "specialists/Grounding.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestGrounding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheSourcesSayIsBacked()
    {
        const GroundingReport report =
            checkGrounding(QStringLiteral("Hello Ada,\n\nWe refunded 49.00 USD for INV-1 on 3 November."),
                           {QStringLiteral("refund 49.00 USD INV-1 refunded 3 November 2026")});

        QCOMPARE(report.share, 1.0);
        QVERIFY(report.unsupported.isEmpty());
    }

    void anotherNumberIsNot_data()
    {
        QTest::addColumn<QString>("draft");
        QTest::newRow("amount") << QStringLiteral("We refunded 59.00 USD for the invoice INV-1.");
        QTest::newRow("number") << QStringLiteral("We refunded 49.00 USD for the invoice INV-2.");
        QTest::newRow("date") << QStringLiteral("We refunded 49.00 USD for the invoice on 5 November.");
    }

    void anotherNumberIsNot()
    {
        QFETCH(QString, draft);

        const GroundingReport report = checkGrounding(
            draft, {QStringLiteral("We refunded 49.00 USD for the invoice INV-1 on 3 November")});

        QCOMPARE(report.share, 0.0);
        QCOMPARE(report.unsupported.size(), 1);
    }

    void otherWordsAreNot()
    {
        const GroundingReport report = checkGrounding(
            QStringLiteral("Your subscription will continue without interruption until next summer."),
            {QStringLiteral("Refunds take five to ten working days.")});

        QCOMPARE(report.share, 0.0);
    }

    void promisesAreFound_data()
    {
        QTest::addColumn<QString>("draft");
        QTest::addColumn<bool>("isPromise");
        QTest::newRow("guarantee") << QStringLiteral("We guarantee that the refund arrives.") << true;
        QTest::newRow("minutes") << QStringLiteral("A colleague will call you within 5 minutes.") << true;
        QTest::newRow("tomorrow") << QStringLiteral("It will be fixed by tomorrow.") << true;
        QTest::newRow("never again") << QStringLiteral("This will never happen again.") << true;
        QTest::newRow("compensation") << QStringLiteral("We will compensate you for the outage.") << true;
        QTest::newRow("a plain answer") << QStringLiteral("The invoice is due on 3 November.") << false;
    }

    void promisesAreFound()
    {
        QFETCH(QString, draft);
        QFETCH(bool, isPromise);

        QCOMPARE(!checkGrounding(draft, {QStringLiteral("invoice 3 November 5")}).promises.isEmpty(),
                 isPromise);
    }

    void whatASourcePromisesMayBePassedOn()
    {
        const GroundingReport report =
            checkGrounding(QStringLiteral("A person will answer you within 1 hour."),
                           {QStringLiteral("A person will answer you within 1 hour.")});

        QVERIFY(report.promises.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGrounding)
#include "tst_grounding.moc"
