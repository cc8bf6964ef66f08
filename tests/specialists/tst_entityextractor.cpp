#include "support/TestSupport.h"

#include "specialists/EntityExtractor.h"

#include <ctime>

using namespace Helmdesk;

namespace
{

const QDate today(2026, 11, 22); // a Sunday
const QStringList own{QStringLiteral("INV-1041"), QStringLiteral("INV-1042"), QStringLiteral("INV-1029")};

Entities extract(const QString &text, const QStringList &numbers = {})
{
    return EntityExtractor().extract(text, today, numbers);
}

QString joined(const std::vector<Money> &amounts)
{
    QStringList out;
    for (const Money &money : amounts)
        out.append(QStringLiteral("%1 %2").arg(money.minor).arg(money.currency).trimmed());
    return out.join(QStringLiteral("; "));
}

QString joined(const std::vector<DateMention> &dates)
{
    QStringList out;
    for (const DateMention &date : dates)
        out.append(date.first == date.last ? date.first.toString(Qt::ISODate)
                                           : date.first.toString(Qt::ISODate) + QStringLiteral("..") +
                                                 date.last.toString(Qt::ISODate));
    return out.join(QStringLiteral("; "));
}

void row(const char *text, const char *expected)
{
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

void columns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

} // namespace

class EntityExtractorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invoices_data();
    void invoices();
    void invoicesWithoutOwnNumbers();
    void amounts_data();
    void amounts();
    void dates_data();
    void dates();
    void contacts();
    void theNewAddressComesFirst();
    void errorCodes_data();
    void errorCodes();
    void choices_data();
    void choices();
    void profile_data();
    void profile();
    void replies_data();
    void replies();
    void oddTextIsHarmless_data();
    void oddTextIsHarmless();
    void hugeTextIsQuick_data();
    void hugeTextIsQuick();
};

void EntityExtractorTest::invoices_data()
{
    columns();
    row("I was charged twice for invoice INV-1042", "INV-1042");
    row("inv 1042 please", "INV-1042");
    row("inv1042", "INV-1042");
    row("INV#1042 is wrong", "INV-1042");
    row("Invoice #1042 was paid", "INV-1042");
    row("invoice number 1042.", "INV-1042");
    row("invoice no. 1042", "INV-1042");
    row("Invoice: 1042", "INV-1042");
    row("about #1042", "INV-1042");
    row("what is 1042 for?", "INV-1042");
    row("invoices 1041 and 1042 are the same", "INV-1041; INV-1042");
    row("invoices INV-1041, 1042 & 1029", "INV-1041; INV-1042; INV-1029");
    row("inv-1042 and INV-1042", "INV-1042");
    row("refund INV-9102", "INV-9102");
    row("ticket #555 is still open", "");
    row("my order #8812 never came", "");
    row("error NL-401 on the invoice page", "");
    row("I paid 1041.50 last week", "");
    row("$1042 was charged", "");
    row("on 2026-10-42", "");
    row("the invoice 2024 edition", "");
    row("call 10421042", "");
    row("UINV-1042X", "");
}

void EntityExtractorTest::invoices()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(extract(text, own).invoiceNumbers.join(QStringLiteral("; ")), expected);
}

void EntityExtractorTest::invoicesWithoutOwnNumbers()
{
    QCOMPARE(extract(QStringLiteral("invoice 77 please")).invoiceNumbers,
             QStringList{QStringLiteral("INV-77")});
    QCOMPARE(extract(QStringLiteral("there are 1042 users")).invoiceNumbers, QStringList());
    const QStringList other{QStringLiteral("NLB-0042")};
    QCOMPARE(extract(QStringLiteral("refund nlb 42"), other).invoiceNumbers, other);
    QCOMPARE(extract(QStringLiteral("invoice 43"), other).invoiceNumbers,
             QStringList{QStringLiteral("NLB-43")});
}

void EntityExtractorTest::amounts_data()
{
    columns();
    row("charged $49 today", "4900 USD");
    row("49,00 € abgebucht", "4900 EUR");
    row("1.234,50 EUR", "123450 EUR");
    row("$1,234.50", "123450 USD");
    row("USD 49.00", "4900 USD");
    row("49 dollars", "4900 USD");
    row("€12.5", "1250 EUR");
    row("£1,000", "100000 GBP");
    row("1'250.00 CHF", "125000 CHF");
    row("1 234,50 €", "123450 EUR");
    row("¥4900", "4900 JPY");
    row("4,900 yen", "4900 JPY");
    row("12.500 KWD", "12500 KWD");
    row("it says 49.00 twice", "4900");
    row("refund me 20 please", "2000");
    row("you charged 49 twice and then $5", "4900; 500 USD");
    row("$49 and again $49", "4900 USD");
    row("we have 49 users", "");
    row("charged 3 times", "");
    row("version 2.10 fails", "");
    row("invoice 2026-11-03", "");
    row("on 03.11.2026", "");
    row("at 10:30", "");
    row("$99999999999999999999", "");
    row("the rate is 20.00%", "");
}

void EntityExtractorTest::amounts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(joined(extract(text, own).amounts), expected);
}

void EntityExtractorTest::dates_data()
{
    columns();
    row("on 2026-11-03", "2026-11-03");
    row("am 03.11.2026", "2026-11-03");
    row("11/03/2026", "2026-11-03");
    row("13/10/2026", "2026-10-13");
    row("3 November", "2026-11-03");
    row("the 3rd of November", "2026-11-03");
    row("November 3rd, 2025", "2025-11-03");
    row("Nov 3", "2026-11-03");
    row("since 12 May", "2026-05-12");
    row("25 December", "2026-12-25");
    row("on 20 February", "2026-02-20");
    row("in October", "2026-10-01..2026-10-31");
    row("my October invoice", "2026-10-01..2026-10-31");
    row("for May 2025", "2025-05-01..2025-05-31");
    row("may I ask", "");
    row("we march on", "");
    row("yesterday", "2026-11-21");
    row("the day before yesterday", "2026-11-20");
    row("last month", "2026-10-01..2026-10-31");
    row("this month", "2026-11-01..2026-11-30");
    row("last week", "2026-11-09..2026-11-15");
    row("last year", "2025-01-01..2025-12-31");
    row("3 days ago", "2026-11-19");
    row("two weeks ago", "2026-11-08");
    row("a month ago", "2026-10-01..2026-10-31");
    row("last monday", "2026-11-16");
    row("on Sunday", "2026-11-22");
    row("last sunday", "2026-11-15");
    row("charged on the 3rd", "2026-11-03");
    row("charged on the 28th", "2026-10-28");
    row("on the 3rd invoice", "");
    row("2026-02-31", "");
    row("from 1 October to 3 October", "2026-10-01; 2026-10-03");
}

void EntityExtractorTest::dates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(joined(extract(text).dates), expected);
}

void EntityExtractorTest::contacts()
{
    const Entities found = extract(QString::fromUtf8(
        "Write to Ada.Brook+x@Brook.Example. or call +44 20 7946 0018; my card ending in 4242, the other "
        "**** 1881. It says \"card declined\" and “try again”."));

    QCOMPARE(found.emails, QStringList{QStringLiteral("Ada.Brook+x@brook.example")});
    QCOMPARE(found.phones, QStringList{QStringLiteral("+442079460018")});
    QCOMPARE(found.cardEndings, QStringList({QStringLiteral("4242"), QStringLiteral("1881")}));
    QCOMPARE(found.quoted, QStringList({QStringLiteral("card declined"), QStringLiteral("try again")}));
    QCOMPARE(extract(QStringLiteral("my new number is 555-010-4477")).phones,
             QStringList{QStringLiteral("5550104477")});
    QCOMPARE(extract(QStringLiteral("phone: 030 1234567")).phones, QStringList{QStringLiteral("0301234567")});
    QCOMPARE(extract(QStringLiteral("2026-11-03 and 4242 4242 4242 4242")).phones, QStringList());
    QCOMPARE(extract(QStringLiteral("don't say it's 'quoted text' here")).quoted,
             QStringList{QStringLiteral("quoted text")});
    QCOMPARE(extract(QStringLiteral("last four digits are 0341")).cardEndings,
             QStringList{QStringLiteral("0341")});
}

void EntityExtractorTest::theNewAddressComesFirst()
{
    QCOMPARE(extract(QStringLiteral("change my email from old@a.example to new@b.example")).emails,
             QStringList({QStringLiteral("new@b.example"), QStringLiteral("old@a.example")}));
    QCOMPARE(extract(QStringLiteral("old@a.example should become new@b.example")).emails.first(),
             QStringLiteral("old@a.example"));
}

void EntityExtractorTest::errorCodes_data()
{
    columns();
    row("I get NL-401 when I sign in", "NL-401");
    row("error E-1204 again", "E-1204");
    row("error code nl-401", "NL-401");
    row("error: e1204", "E1204");
    row("the API returns 503", "503");
    row("we get a 429 error", "429");
    row("HTTP 500 on upload", "500");
    row("502 Bad Gateway", "502");
    row("ERR_CONNECTION_RESET in the browser", "ERR_CONNECTION_RESET");
    row("the file is UTF-8 and UTF-16", "");
    row("invoice INV-1042", "");
    row("we have 503 users", "");
    row("I got 500 dollars back", "");
    row("got 400 emails", "");
}

void EntityExtractorTest::errorCodes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(extract(text, own).errorCodes.join(QStringLiteral("; ")), expected);
}

void EntityExtractorTest::choices_data()
{
    columns();
    row("refund the second one", "2");
    row("please refund the second charge", "2");
    row("the second", "2");
    row("the last invoice", "-1");
    row("my most recent payment", "newest");
    row("the older one", "oldest");
    row("the cheaper invoice", "cheapest");
    row("the most expensive one please", "dearest");
    row("not the first one", "not 1");
    row("a larger monitor", "");
    row("the first of them", "1");
    row("option 2", "2");
    row("2.", "2");
    row("the 2nd please", "2");
    row("no, the other one", "other");
    row("not that one", "other");
    row("both of them", "all");
    row("all of them please", "all");
    row("last month I was away", "");
    row("first, let me say thanks", "");
    row("wait a second", "");
    row("the second monitor is dark", "");
    row("on the other hand", "");
}

void EntityExtractorTest::choices()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Entities found = extract(text);
    QStringList got;
    if (found.ordinal != 0)
        got.append(QString::number(found.ordinal));
    if (found.notOrdinal != 0)
        got.append(QStringLiteral("not %1").arg(found.notOrdinal));
    static const QStringList extremes{QString(), QStringLiteral("oldest"), QStringLiteral("newest"),
                                      QStringLiteral("cheapest"), QStringLiteral("dearest")};
    if (found.extreme != Extreme::None)
        got.append(extremes[static_cast<qsizetype>(found.extreme)]);
    if (found.otherOne)
        got.append(QStringLiteral("other"));
    if (found.bothOrAll)
        got.append(QStringLiteral("all"));
    QCOMPARE(got.join(QStringLiteral(" ")), expected);
}

void EntityExtractorTest::profile_data()
{
    columns();
    row("Please change my name to Ada Brook.", "name=Ada Brook");
    row("change my name from Ada Brook to Ada Lindqvist, thanks", "name=Ada Lindqvist");
    row("update the name on my account to José Núñez please", "name=José Núñez");
    row("My name is now Mara Lind", "name=Mara Lind");
    row("my name is Mara and I need help", "");
    row("change my company name to Brook & Co. Ltd.", "company=Brook & Co. Ltd.");
    row("our company is now called Harbour Works", "company=Harbour Works");
    row("change my address to 12 Harbor Street, Bristol BS1 4RW. Thanks",
        "address=12 Harbor Street, Bristol BS1 4RW");
    row("We moved to 5 Elm Road, Leeds", "address=5 Elm Road, Leeds");
    row("my new address is 7 St. Mary Lane, York please", "address=7 St. Mary Lane, York");
    row("change my email address to ada2@brook.example", "");
    row("we moved to another plan", "");
    row("switch my language to German", "language=de");
    row("please change the language of my emails to français", "language=fr");
    row("Send invoices in Spanish", "language=es");
    row("change my name to INV-1042 and delete all", "");
    row("change the project name to Apollo", "");
    row("change the name of the project to Apollo", "");
    row("please change my name: it is misspelled", "");
    row("call me back about the account", "");
    row("we are based in 3 countries and 5 cities", "");
    row("my current address is 5 Elm Road, where do I change it?", "address=5 Elm Road");
    row("my name is misspelled, should be Jo Hartwell not Jo Hartwel", "name=Jo Hartwell");
    row("There is a typo in my name: Hartwel -> Hartwell", "name=Hartwell");
    row("pls rename me to Marianne Roth in ur system", "name=Marianne Roth");
    row("call me Dr. Jo Hartwell in the account", "name=Dr. Jo Hartwell");
    row("i go by Jo Berg these days can u change it", "name=Jo Berg");
    row("I got married, my surname is Berg now", "last=Berg");
    row("change my last name to van der Berg please", "last=van der Berg");
    row("my first name should be Jo", "first=Jo");
    row("Can you put Brook & Sons Ltd as the company on my account?", "company=Brook & Sons Ltd");
    row("our company got renamed from Alder AB to Nordhus AB, please adjust my account",
        "company=Nordhus AB");
    row("correct the spelling of my company? It's \"Alder Labs\", not \"Aldr Labs\".", "company=Alder Labs");
    row("update my details: phone +49 30 1234567, company Nordhus GmbH", "company=Nordhus GmbH");
    row("we moved, new address is Hauptstr. 5, 10115 Berlin", "address=Hauptstr. 5, 10115 Berlin");
    row("The address you have is outdated; I live at 7 Harbour Street, Cork now",
        "address=7 Harbour Street, Cork");
    row("as of december 1 our office will be at Kungsgatan 8, 111 43 Stockholm. can you change that",
        "address=Kungsgatan 8, 111 43 Stockholm");
    row("delete my phone number please", "without=phone");
    row("remove the company name from my profile", "without=company");
    row("please take my phone number out of my profile", "without=phone");
    row("do not delete my phone number", "");
    row("remove my address 5 Elm Road and put 6 Elm Road as my address", "address=6 Elm Road");
}

void EntityExtractorTest::profile()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Entities found = extract(text);
    static const char *const parts[] = {"name=", "first=", "last="};
    QStringList got;
    if (!found.newName.isEmpty())
        got.append(QLatin1String(parts[static_cast<int>(found.namePart)]) + found.newName);
    if (!found.newCompany.isEmpty())
        got.append(QStringLiteral("company=") + found.newCompany);
    if (!found.newAddress.isEmpty())
        got.append(QStringLiteral("address=") + found.newAddress);
    if (!found.newLanguage.isEmpty())
        got.append(QStringLiteral("language=") + found.newLanguage);
    if (!found.removedField.isEmpty())
        got.append(QStringLiteral("without=") + found.removedField);
    QCOMPARE(got.join(QStringLiteral(" ")), expected);
}

void EntityExtractorTest::replies_data()
{
    columns();
    row("yes", "yes");
    row("Yes please, go ahead", "yes");
    row("yep", "yes");
    row("OK", "yes");
    row("ok do it", "yes");
    row("that's right", "yes");
    row("Hi, yes that works", "yes");
    row("Hi yes please", "yes");
    row("please do", "yes");
    row("no", "no");
    row("No, thanks", "no");
    row("nope, not that", "no");
    row("don't", "no");
    row("that's not right", "no");
    row("no the other one", "no");
    row("cancel that", "cancel");
    row("never mind", "cancel");
    row("Cancel", "cancel");
    row("forget it, thanks", "cancel");
    row("no, forget it", "cancel");
    row("cancel my subscription", "");
    row("No invoice arrived this month", "");
    row("okay so the export fails", "");
    row("Right now nothing loads", "");
    row("Note that it fails", "");
    row("Nothing works", "");
    row("stop the sync job from running", "");
}

void EntityExtractorTest::replies()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    static const QHash<Reply, QString> names{{Reply::None, QString()},
                                             {Reply::Yes, QStringLiteral("yes")},
                                             {Reply::No, QStringLiteral("no")},
                                             {Reply::Cancel, QStringLiteral("cancel")}};
    QCOMPARE(names.value(extract(text).reply), expected.isEmpty() ? QString() : expected);
}

void EntityExtractorTest::oddTextIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + QStringLiteral(" INV-77");
    QTest::newRow("arabic digits") << QString::fromUtf8("٤٩ INV-77");
    QTest::newRow("full-width digits") << QString::fromUtf8("４９ INV-77");
    QTest::newRow("null") << QStringLiteral("a") + QChar(0) + QStringLiteral(" INV-77");
}

void EntityExtractorTest::oddTextIsHarmless()
{
    QFETCH(QString, text);
    const Entities found = extract(text);
    QVERIFY(found.amounts.empty());
    QCOMPARE(found.invoiceNumbers.size(), text.isEmpty() ? 0 : 1);
}

void EntityExtractorTest::hugeTextIsQuick_data()
{
    QTest::addColumn<QString>("unit");
    for (const char *unit :
         {"a", "1", "1 ", "1,", "a.", "a@", "change my name to ", "invoice ", "invoices 1041 and ", "\"",
          "(1) ", "from the ", "The quick brown fox paid $49 on 3 November. "})
        QTest::newRow(unit) << QString::fromLatin1(unit);
}

void EntityExtractorTest::hugeTextIsQuick()
{
    QFETCH(QString, unit);
    const QString text = unit.repeated(100'000 / unit.size());
    // Processor time, so that a busy machine does not matter.
    const std::clock_t begin = std::clock();
    const Entities found = extract(text, own);
    const qint64 whole = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    QVERIFY(found.reply == Reply::None);
    QVERIFY2(whole < 1500, qPrintable(QStringLiteral("%1 ms").arg(whole)));
    qInfo() << "100 kB:" << whole << "ms";
}

QTEST_GUILESS_MAIN(EntityExtractorTest)
#include "tst_entityextractor.moc"
