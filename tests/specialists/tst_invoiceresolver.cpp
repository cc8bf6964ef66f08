#include "specialists/InvoiceResolver.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

Json invoice(const char *id, int minor, const char *issued, const char *description)
{
    return {{"id", id},         {"amount_minor", minor},      {"currency", "USD"},
            {"issued", issued}, {"description", description}, {"status", "paid"}};
}

Json threeInvoices()
{
    return Json::array({invoice("INV-12", 4900, "2026-11-02", "Pro plan, November"),
                        invoice("INV-11", 4900, "2026-10-02", "Pro plan, October"),
                        invoice("INV-13", 1900, "2026-11-09", "Extra storage")});
}

QString resolved(const QString &text, const Json &rows = threeInvoices(), const QStringList &offered = {},
                 bool saysTwice = false)
{
    QStringList numbers = offered;
    for (const Json &row : rows)
        numbers << stringOr(row, "id");
    const Entities entities = EntityExtractor().extract(text, QDate(2026, 11, 22), numbers);
    const ResolvedInvoice found = resolveInvoice(rows, entities, offered, saysTwice, text);
    switch (found.match) {
    case InvoiceMatch::Found:
        return stringOr(found.row, "id");
    case InvoiceMatch::Ambiguous:
        return QStringLiteral("which of %1").arg(found.candidates.size());
    case InvoiceMatch::NotFound:
        return QStringLiteral("not found");
    case InvoiceMatch::NoInvoices:
        break;
    }
    return QStringLiteral("none");
}

} // namespace

class TestInvoiceResolver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesByWhatIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("chosen");
        const auto row = [](const char *text, const char *chosen) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(chosen);
        };
        row("refund INV-11", "INV-11");
        row("refund inv 12", "INV-12");
        row("the one for $19", "INV-13");
        row("the one of October", "INV-11");
        row("the storage one", "INV-13");
        row("my latest invoice", "INV-13");
        row("the oldest invoice", "INV-11");
        row("the cheapest one", "INV-13");
        row("INV-12, not INV-13", "INV-12");
        row("the 49 dollar invoice", "which of 2");
        row("the most expensive one", "which of 3"); // two cost the same
        row("refund my invoice", "which of 3");
        row("refund INV-99", "not found");
    }

    void choosesByWhatIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, chosen);

        QCOMPARE(resolved(text), chosen);
    }

    void pointsAtWhatWasListed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("chosen");
        const QStringList two{QStringLiteral("INV-11"), QStringLiteral("INV-13")};
        const QStringList one{QStringLiteral("INV-12")};
        const auto row = [](const char *text, const QStringList &offered, const char *chosen) {
            QTest::addRow("%s of %d", text, static_cast<int>(offered.size()))
                << QString::fromUtf8(text) << offered << QString::fromLatin1(chosen);
        };
        row("the second one", two, "INV-13");
        row("the first please", two, "INV-11");
        row("not the first one", two, "INV-13");
        row("the earlier one", two, "INV-11");
        row("the cheaper one", two, "INV-13");
        row("the other one", two, "INV-13");
        row("refund that one", one, "INV-12");
        row("refund it please", one, "INV-12");
    }

    void pointsAtWhatWasListed()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, offered);
        QFETCH(QString, chosen);

        QCOMPARE(resolved(text, threeInvoices(), offered), chosen);
    }

    void aDoubleChargeIsTheLaterOfTheTwo()
    {
        const Json rows = Json::array({invoice("INV-21", 4900, "2026-11-03", "Pro plan, November"),
                                       invoice("INV-20", 4900, "2026-11-03", "Pro plan, November"),
                                       invoice("INV-10", 4900, "2026-10-03", "Pro plan, October")});

        QCOMPARE(resolved(QStringLiteral("I was charged twice"), rows, {}, true), QStringLiteral("INV-21"));
    }

    void withoutInvoicesThereIsNothingToChoose()
    {
        QCOMPARE(resolved(QStringLiteral("refund my invoice"), Json::array()), QStringLiteral("none"));
    }

    void theDuplicateIsToldWithItsTwin()
    {
        const Json rows = Json::array({invoice("INV-21", 4900, "2026-11-03", "Pro plan, November"),
                                       invoice("INV-20", 4900, "2026-11-03", "Pro plan, November")});
        const Entities entities =
            EntityExtractor().extract(QStringLiteral("What is INV-20?"), QDate(2026, 11, 22));

        const ResolvedInvoice found = resolveInvoice(rows, entities, {}, false, QString());

        QVERIFY(found.isDuplicate);
        QCOMPARE(found.twins.size(), size_t(2));
        QCOMPARE(stringOr(found.twins[0], "id"), QStringLiteral("INV-20"));
    }
};

QTEST_GUILESS_MAIN(TestInvoiceResolver)
#include "tst_invoiceresolver.moc"
