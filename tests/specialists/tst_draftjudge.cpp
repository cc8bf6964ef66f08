// Which figures, promises and claims of a model's draft are backed.

#include "specialists/DraftJudge.h"
#include "specialists/TracedFigures.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Qt::StringLiterals;

namespace
{

DraftSources sources()
{
    DraftSources out;
    out.texts = {
        u"Refunds\nRefunds reach your card within 5 to 10 business days. A refund goes to the payment method "
        u"that "
        "was charged. Exports are kept for 30 days, up to 2 GB. Write to help@northlight.example."_s,
        u"Open Settings, then Billing, and choose Invoices. Error E-1204 means that the token expired. "
        "The Pro plan costs 12 USD for each member a month."_s};
    out.results = {jsonLiteral(
        R"({"invoices":[{"id":"INV-1042","amount_minor":24900,"currency":"USD","issued":"2026-11-02",
                                   "due":"2026-11-16","status":"paid","refunded_minor":0}]})")};
    out.conversation =
        u"Has INV-1042 been paid? I was told you owe me 500 USD by 3 December. My order is ORD-77."_s;
    return out;
}

} // namespace

class DraftJudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backedDraftsPass_data();
    void backedDraftsPass();
    void inventedDraftsFail_data();
    void inventedDraftsFail();
    void argumentsAreCovered_data();
    void argumentsAreCovered();
};

void DraftJudgeTest::backedDraftsPass_data()
{
    QTest::addColumn<QString>("draft");
    QTest::newRow("amount from minor units") << u"Invoice INV-1042 over 249.00 USD is paid."_s;
    QTest::newRow("amount with a sign") << u"Invoice INV-1042 over $249 is paid."_s;
    QTest::newRow("date in words") << u"Invoice INV-1042 was issued on 2 November 2026 and is paid."_s;
    QTest::newRow("date the other way")
        << u"Invoice INV-1042 was issued on November 2nd, 2026 and was due on November 16."_s;
    QTest::newRow("range") << u"A refund reaches your card within 5 to 10 business days."_s;
    QTest::newRow("days") << u"Exports are kept for 30 days."_s;
    QTest::newRow("size") << u"Exports may have up to 2 GB."_s;
    QTest::newRow("address") << u"Please write to help@northlight.example."_s;
    QTest::newRow("code") << u"Error E-1204 means that the token expired."_s;
    QTest::newRow("code of the customer") << u"I see that your question is about ORD-77 and invoices."_s;
    QTest::newRow("list") << u"1. Open Settings.\n2. Choose Billing.\n3. Choose Invoices."_s;
    QTest::newRow("price") << u"The Pro plan costs $12 for each member a month."_s;
}

void DraftJudgeTest::backedDraftsPass()
{
    QFETCH(QString, draft);

    const JudgedDraft verdict = judgeDraft(draft, sources());

    QVERIFY2(verdict.isFine(), qPrintable(verdict.problems.join(u' ')));
}

void DraftJudgeTest::inventedDraftsFail_data()
{
    QTest::addColumn<QString>("draft");
    QTest::newRow("amount") << u"Invoice INV-1042 over 259.00 USD is paid."_s;
    QTest::newRow("other currency") << u"Invoice INV-1042 over 249.00 EUR is paid."_s;
    QTest::newRow("minor units as they are") << u"Invoice INV-1042 over 24900 USD is paid."_s;
    QTest::newRow("date") << u"Invoice INV-1042 was issued on 3 November 2026."_s;
    QTest::newRow("year") << u"Invoice INV-1042 was issued on 2 November 2025."_s;
    QTest::newRow("invoice") << u"Invoice INV-1043 is paid."_s;
    QTest::newRow("days") << u"Exports are kept for 60 days."_s;
    QTest::newRow("unit") << u"Exports are kept for 30 weeks."_s;
    QTest::newRow("number in words") << u"Exports are kept for three days."_s;
    QTest::newRow("an hour") << u"Exports are kept for an hour."_s;
    QTest::newRow("percent") << u"The Pro plan costs 20% less for each member."_s;
    QTest::newRow("address") << u"Please write to refunds@northlight.example."_s;
    QTest::newRow("link") << u"Choose Invoices at https://northlight.example/billing."_s;
    QTest::newRow("code") << u"Error E-1205 means that the token expired."_s;
    QTest::newRow("what the customer claims") << u"You get 500 USD by 3 December."_s;
    QTest::newRow("blank in brackets") << u"Exports are kept for 30 days, [Customer name]."_s;
    QTest::newRow("blank in braces") << u"Exports are kept for 30 days, {{first_name}}."_s;
    QTest::newRow("blank in angles") << u"Exports are kept for 30 days, <CUSTOMER_NAME>."_s;
    QTest::newRow("done") << u"I have refunded invoice INV-1042."_s;
    QTest::newRow("done, passive") << u"Your refund for INV-1042 has been processed."_s;
    QTest::newRow("to be done") << u"We'll send the invoice again."_s;
    QTest::newRow("to be received") << u"You will receive a refund to the payment method that was charged."_s;
    QTest::newRow("promise") << u"We guarantee that refunds reach your card."_s;
    QTest::newRow("unsaid")
        << u"Northlight cooperates with airlines everywhere and offers discounted flights."_s;
}

void DraftJudgeTest::inventedDraftsFail()
{
    QFETCH(QString, draft);

    const JudgedDraft verdict = judgeDraft(draft, sources());

    QVERIFY(!verdict.isFine());
}

void DraftJudgeTest::argumentsAreCovered_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<bool>("isCovered");
    QTest::newRow("none") << QByteArray("{}") << true;
    QTest::newRow("named") << QByteArray(R"({"invoice_id":"inv-1042"})") << true;
    QTest::newRow("invented id") << QByteArray(R"({"invoice_id":"INV-9999"})") << false;
    QTest::newRow("invented number") << QByteArray(R"({"invoice_id":"1234567890"})") << false;
    QTest::newRow("invented address") << QByteArray(R"({"email":"example@example.com"})") << false;
    QTest::newRow("words") << QByteArray(R"({"query":"how do I export a board"})") << true;
    QTest::newRow("amount of the result") << QByteArray(R"({"amount_minor":24900})") << true;
    QTest::newRow("amount of nowhere") << QByteArray(R"({"amount_minor":10000})") << false;
    QTest::newRow("deep") << QByteArray(R"({"a":[{"b":"INV-9999"}]})") << false;
}

void DraftJudgeTest::argumentsAreCovered()
{
    QFETCH(QByteArray, args);
    QFETCH(bool, isCovered);
    TracedFigures known;
    known.addText(sources().conversation);
    known.addResult(sources().results.front());

    QCOMPARE(known.covers(*parseJson(args)), isCovered);
}

QTEST_GUILESS_MAIN(DraftJudgeTest)
#include "tst_draftjudge.moc"
