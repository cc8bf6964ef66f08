#include "support/TestSupport.h"

#include "specialists/EntityParts.h"
#include "specialists/RefundMade.h"

using namespace Helmdesk;

namespace
{

// A turn after the desk refunded INV-1041.
TurnContext afterRefund(const QString &text)
{
    TurnContext context;
    context.text = text;
    context.followsUp = true;
    context.memory = {{"wrote", "process_refund"}, {"about", "INV-1041"}};
    return context;
}

Entities entitiesOf(const QString &text)
{
    return EntityExtractor().extract(text, QDate(2026, 11, 22), {QStringLiteral("INV-1041")});
}

} // namespace

class TestRefundMade : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void otherInvoiceMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isInstead");
        QTest::newRow("meant") << "sorry i meant INV-1042" << true;
        QTest::newRow("no") << "no, INV-1042" << true;
        QTest::newRow("wrong one") << "that was the wrong one, INV-1042 is it" << true;
        QTest::newRow("too") << "and INV-1042 too" << false;
        QTest::newRow("also meant") << "i also meant INV-1042" << false;
        QTest::newRow("plain") << "please refund INV-1042" << false;
    }
    void otherInvoiceMeant()
    {
        QFETCH(QString, text);
        QFETCH(bool, isInstead);
        const QString refunded =
            refundedInstead(afterRefund(text), entitiesOf(text), QStringLiteral("INV-1042"));
        QCOMPARE(refunded, isInstead ? QStringLiteral("INV-1041") : QString());
    }

    void nothingMeantWithoutRefund()
    {
        TurnContext context = afterRefund(QStringLiteral("sorry i meant INV-1042"));
        context.memory = Json::object();
        QVERIFY(refundedInstead(context, entitiesOf(context.text), QStringLiteral("INV-1042")).isEmpty());
    }

    void theSameAgain()
    {
        for (const char *text :
             {"same for october", "could you do the same with INV-7", "1029 as well pls", "and 1029 too"})
            QVERIFY2(wantsTheSame(QString::fromUtf8(text)), text);
        for (const char *text : {"is it the same for everybody in the team and how would I know",
                                 "why the same?", "the same happened to me"})
            QVERIFY2(!wantsTheSame(QString::fromUtf8(text)), text);
    }

    void timesSideBySideAreSeveral()
    {
        const auto times = [](const char *text) {
            const QString said = QString::fromUtf8(text);
            return timesSideBySide(entitiesOf(said).dates, said).size();
        };
        QCOMPARE(times("refund october and november"), 2);
        QCOMPARE(times("the invoice from october and the one from november"), 2);
        QCOMPARE(times("between october and november"), 0);
        QCOMPARE(times("charged in october although I cancelled in september"), 0);
        QCOMPARE(times("refund october"), 0);
    }

    void numbersOfSeveralGroups()
    {
        const QStringList own{QStringLiteral("FA-2026-118"), QStringLiteral("FA-2026-101")};
        const auto numbers = [&](const char *text) {
            return EntityParts::invoiceNumbers(QString::fromUtf8(text), own);
        };
        QCOMPARE(numbers("refund FA-2026-118"), QStringList{QStringLiteral("FA-2026-118")});
        QCOMPARE(numbers("refund fa 2026 118"), QStringList{QStringLiteral("FA-2026-118")});
        QCOMPARE(numbers("refund FA-2026-140"), QStringList{QStringLiteral("FA-2026-140")});
        QCOMPARE(numbers("on 2026-11-03 at noon"), QStringList());
        QCOMPARE(
            EntityParts::invoiceNumbers(QStringLiteral("what is R2026/45?"), {QStringLiteral("R2026/44")}),
            QStringList{QStringLiteral("R2026/45")});
        QCOMPARE(EntityParts::groupedNumbers(QStringLiteral("FA-2026-1 and R2026/44, not 2026-11-03")),
                 (QStringList{QStringLiteral("FA-2026-1"), QStringLiteral("R2026/44")}));
    }
};

QTEST_GUILESS_MAIN(TestRefundMade)
#include "tst_refundmade.moc"
