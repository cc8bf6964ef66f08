#include "support/TestSupport.h"

#include "understanding/RefundArguments.h"

using namespace Helmdesk;

namespace
{

const QDate today(2026, 11, 27);

const ValueWords &wordsOf(const QString &language)
{
    static const auto english = ValueWords::load({QStringLiteral("en")});
    static const auto german = ValueWords::load({QStringLiteral("de")});
    const auto &words = language == QLatin1String("de") ? german : english;
    if (!words)
        qFatal("%s", qPrintable(Test::describe(words.error())));
    return *words;
}

Json invoice(const char *id, int minor, const char *issued, const char *description = "Pro plan",
             const char *currency = "USD", const char *status = "paid", int refunded = 0)
{
    return {{"id", id},         {"amount_minor", minor},      {"currency", currency},      {"issued", issued},
            {"status", status}, {"description", description}, {"refunded_minor", refunded}};
}

// INV-8004 of 90 dollars alone; three of different months and sums; a pair that charges the same twice.
Json rowsNamed(const QString &name)
{
    if (name == QLatin1String("one"))
        return Json::array({invoice("INV-8004", 9000, "2026-11-02")});
    if (name == QLatin1String("part"))
        return Json::array(
            {invoice("INV-8004", 9000, "2026-11-02", "Pro plan", "USD", "partially_refunded", 3000)});
    if (name == QLatin1String("euro"))
        return Json::array({invoice("INV-8004", 9000, "2026-11-02", "Pro plan", "EUR")});
    if (name == QLatin1String("twins"))
        return Json::array({invoice("INV-1", 4900, "2026-11-02"), invoice("INV-2", 4900, "2026-11-02"),
                            invoice("INV-3", 4900, "2026-10-02")});
    if (name == QLatin1String("unequalTwins")) // of two days, as it may be with two orders
        return Json::array({invoice("INV-1", 4900, "2026-11-01"), invoice("INV-2", 4900, "2026-11-02")});
    if (name == QLatin1String("readings"))
        return Json::array({invoice("INV-1", 4900, "2026-11-02"), invoice("INV-2", 4900, "2026-02-11"),
                            invoice("INV-3", 4900, "2026-10-02")});
    if (name == QLatin1String("none"))
        return Json::array();
    return Json::array({invoice("INV-13", 1900, "2026-11-09", "Extra storage"),
                        invoice("INV-12", 4900, "2026-11-02", "Pro plan, November"),
                        invoice("INV-11", 4900, "2026-10-02", "Pro plan, October"),
                        invoice("INV-10", 4900, "2026-09-02", "Pro plan, September")});
}

RefundReading read(const QString &rowsName, const QString &text, const QString &language,
                   RefundContext context = {})
{
    const Json rows = rowsNamed(rowsName);
    QStringList ids;
    for (const Json &row : rows)
        ids.append(stringOr(row, "id"));
    context.today = today;
    return readRefund(text, readValues(text, wordsOf(language), ids, today), rows, context);
}

// "INV-12 4900 number" for each invoice, "which of INV-1 INV-2", "not found"; "?" where it is not exact.
QString shown(const RefundReading &reading)
{
    QStringList out;
    switch (reading.match) {
    case RefundMatch::Ambiguous:
        return QStringLiteral("which of ") + reading.candidates.join(QLatin1Char(' '));
    case RefundMatch::NotFound:
        return QStringLiteral("not found");
    case RefundMatch::NoInvoices:
        return QStringLiteral("none");
    case RefundMatch::Found:
        break;
    }
    for (const ChosenInvoice &chosen : reading.invoices)
        out.append(QStringLiteral("%1 %2 %3")
                       .arg(chosen.id,
                            chosen.amountMinor ? QString::number(*chosen.amountMinor) : QStringLiteral("-"),
                            nameOf(chosen.by)));
    return out.join(QStringLiteral("; ")) + (reading.isExact ? QString() : QStringLiteral(" ?"));
}

void row(const char *rows, const char *text, const char *expected, const char *language = "en")
{
    QTest::addRow("%s: %s", rows, text) << QString::fromLatin1(rows) << QString::fromUtf8(text)
                                        << QString::fromLatin1(expected) << QString::fromLatin1(language);
}

} // namespace

class TestRefundArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("language");
        choices();
        plainAmounts();
        impossibleAmounts();
        choicesAmong();
        acceptedOnes();
        countedParts();
        explainedWords();
        leftOverWords();
        agreeingSums();
        german();
    }
    void reads()
    {
        QFETCH(QString, rows);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(QString, language);
        const RefundReading reading = read(rows, text, language);
        QStringList words;
        for (const LeftOver &item : reading.leftOver)
            words.append(item.kind + QLatin1Char(':') + item.words);
        QVERIFY2(shown(reading) == expected, qPrintable(shown(reading) + QStringLiteral(" | left over: ") +
                                                        words.join(QStringLiteral(", "))));
        QVERIFY(!reading.isExact || reading.leftOver.empty());
    }

    void contextPoints()
    {
        RefundContext context;
        context.about = QStringLiteral("INV-11");
        QCOMPARE(shown(read({}, QStringLiteral("please refund it"), {}, context)),
                 QStringLiteral("INV-11 4900 context ?"));
        QCOMPARE(shown(read({}, QStringLiteral("please refund 10 of it"), {}, context)),
                 QStringLiteral("INV-11 1000 context ?"));
        // 19 dollars may be the storage invoice or a part of the one spoken of.
        QCOMPARE(shown(read({}, QStringLiteral("please refund 19"), {}, context)),
                 QStringLiteral("which of INV-13 INV-11"));
        context.offered = {QStringLiteral("INV-11"), QStringLiteral("INV-12")};
        QCOMPARE(shown(read({}, QStringLiteral("no, the other one"), {}, context)),
                 QStringLiteral("INV-12 4900 ordinal"));
        QCOMPARE(shown(read({}, QStringLiteral("the second one please"), {}, context)),
                 QStringLiteral("INV-12 4900 ordinal"));
        QCOMPARE(shown(read({}, QStringLiteral("the older one"), {}, context)),
                 QStringLiteral("INV-11 4900 extreme"));
        QCOMPARE(shown(read({}, QStringLiteral("both please"), {}, context)),
                 QStringLiteral("INV-11 4900 all; INV-12 4900 all"));
        QCOMPARE(shown(read({}, QStringLiteral("the fourth one"), {}, context)), QStringLiteral("not found"));
    }

    void onlyTheOwnCardAndAddressAreExplained()
    {
        RefundContext context;
        context.cardEnding = QStringLiteral("4242");
        context.customerEmail = QStringLiteral("ada@brook.example");
        const QString text = QStringLiteral("Refund INV-8004 to the card ending %1, I am %2");
        const auto isExact = [&](const char *card, const char *email) {
            return read(QStringLiteral("one"), text.arg(QLatin1String(card), QLatin1String(email)), {},
                        context)
                .isExact;
        };
        QVERIFY(isExact("4242", "Ada@Brook.example"));
        QVERIFY(!isExact("1881", "ada@brook.example"));
        QVERIFY(!isExact("4242", "bo@brook.example"));
    }

    void numbersBesideTheRequestAreNotLeftOver()
    {
        const QString text = QStringLiteral("We have 5 boards since 3 May. Please refund INV-8004.");
        RefundContext context;
        QVERIFY(!read(QStringLiteral("one"), text, {}, context).isExact);
        context.request = Span{text.indexOf(QLatin1String("Please")), text.size()};
        QVERIFY(read(QStringLiteral("one"), text, {}, context).isExact);
        const QString partial = QStringLiteral("We used half of it. Please refund INV-8004.");
        context.request = Span{partial.indexOf(QLatin1String("Please")), partial.size()};
        QCOMPARE(shown(read(QStringLiteral("one"), partial, {}, context)),
                 QStringLiteral("INV-8004 4500 number ?"));
    }

    void aRefundOnRecordIsExplained_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("isExact");
        QTest::newRow("as on record")
            << QStringLiteral("Thanks for the 30 dollars that you returned.") << true;
        QTest::newRow("another sum") << QStringLiteral("Thanks for the 20 dollars that you returned.")
                                     << false;
    }

    void aRefundOnRecordIsExplained()
    {
        QFETCH(QString, told);
        QFETCH(bool, isExact);
        const QString request = QStringLiteral("Please give back another 15 dollars of INV-8004.");
        RefundContext context;
        context.request = Span{told.size() + 1, told.size() + 1 + request.size()};
        const RefundReading reading =
            read(QStringLiteral("part"), told + QLatin1Char(' ') + request, {}, context);
        QCOMPARE(reading.isExact, isExact);
        QCOMPARE(reading.invoices.front().amountMinor, std::optional<qint64>(1500));
    }

    void invoiceThatIsComparedWithIsNotTheOneAskedFor()
    {
        const QString text = QStringLiteral("Please pay back INV-1, it is the same charge as INV-2, we were "
                                            "billed twice.");
        RefundContext context;
        context.request = Span{0, text.size()};
        QCOMPARE(shown(read(QStringLiteral("twins"), text, {}, context)),
                 QStringLiteral("INV-1 4900 context ?"));
    }

    void theDifferenceOfAnotherSentenceIsNotTheWhole()
    {
        const QString text =
            QStringLiteral("I owe 12 dollars. On 2 November you took 90. Please return the difference.");
        RefundContext context;
        const QString request = QStringLiteral("On 2 November you took 90.");
        context.request = Span{text.indexOf(request), text.indexOf(request) + request.size()};

        QCOMPARE(shown(read(QStringLiteral("one"), text, QStringLiteral("en"), context)),
                 QStringLiteral("INV-8004 7800 date ?"));
    }

    void numberThatRepeatsAQuantityIsNoAmount()
    {
        const QString text = QStringLiteral("Please refund INV-8004. Nobody answered for 9 days. NINE.");
        RefundContext context;
        context.request = Span{0, text.indexOf(QLatin1Char('.')) + 1};
        QCOMPARE(shown(read(QStringLiteral("one"), text, {}, context)),
                 QStringLiteral("INV-8004 9000 number"));
    }

    void floodsAreLeftToAPerson()
    {
        const QString text = QStringLiteral("refund $20 of INV-8004 except 5 ").repeated(5000);
        const RefundReading reading = read(QStringLiteral("one"), text, {});
        QVERIFY(reading.invoices.empty());
        QVERIFY(!reading.isExact && !reading.leftOver.empty());
    }

    // Whatever the number, the reading pays exactly that or nothing.
    void statedAmountsAreNeverChanged()
    {
        for (int minor = 1; minor < 12000; minor += 37) {
            const QString amount = QString::number(minor / 100.0, 'f', 2);
            for (const char *form : {"Please refund $%1 of INV-8004", "refund INV-8004: %1 USD",
                                     "I want %1 dollars back for INV-8004"}) {
                const RefundReading reading =
                    read(QStringLiteral("one"), QString::fromLatin1(form).arg(amount), {});
                QCOMPARE(reading.invoices.size(), size_t(1));
                QCOMPARE(reading.isExact, minor <= 9000);
                QCOMPARE(reading.invoices[0].amountMinor,
                         minor <= 9000 ? std::optional<qint64>(minor) : std::nullopt);
            }
        }
    }

private:
    static void choices()
    {
        row("three", "refund INV-11", "INV-11 4900 number");
        row("three", "refund inv 12", "INV-12 4900 number");
        row("three", "refund the one for $19", "INV-13 1900 amount");
        row("three", "refund the October one", "INV-11 4900 date");
        row("three", "refund the storage one", "INV-13 1900 description");
        row("three", "refund my last invoice", "INV-13 1900 ordinal");
        row("three", "refund the oldest one", "INV-10 4900 extreme");
        row("three", "refund the cheaper one", "INV-13 1900 extreme");
        row("three", "refund September and October", "INV-10 4900 date; INV-11 4900 date");
        row("three", "refund all four invoices",
            "INV-10 4900 all; INV-11 4900 all; INV-12 4900 all; INV-13 1900 all");
        row("three", "refund all three", "which of INV-10 INV-11 INV-12 INV-13");
        row("three", "refund INV-11 and INV-12", "INV-11 4900 number; INV-12 4900 number");
        row("three", "refund INV-11 or INV-12", "INV-11 - context; INV-12 - context ?");
        row("three", "refund INV-11, not INV-12", "INV-11 4900 number");
        row("three", "keep November, but refund October", "INV-11 4900 date");
        row("three", "refund INV-11, sorry no: I mean INV-12", "INV-12 4900 number ?");
        row("three", "refund none of INV-11", "INV-11 4900 number ?");
        row("twins", "charged twice for INV-2, please refund the second one", "INV-2 4900 number");
        row("twins", "charged twice for INV-2, please refund the first one", "INV-2 4900 number ?");
        row("three", "INV-12: we cancelled on 1 October, so this is wrong. Please reverse it.",
            "INV-12 4900 number");
        row("three", "refund my invoice", "which of INV-10 INV-11 INV-12 INV-13");
        row("three", "refund the first one", "which of INV-10 INV-11 INV-12 INV-13");
        row("three", "refund INV-77", "not found");
        row("three", "refund the March invoice", "not found");
        row("three", "refund INV-12 from October", "INV-12 4900 number ?");
        row("three", "refund the invoice of 2 November", "INV-12 4900 date");
        row("three", "refund the 49 USD from October", "INV-11 4900 date");
        row("three", "refund the $49 one", "which of INV-10 INV-11 INV-12");
        row("one", "please refund my invoice", "INV-8004 9000 onlyOne ?");
        row("none", "please refund my invoice", "none");
        row("twins", "I was charged twice, refund one", "INV-2 4900 twin");
        row("twins", "refund both INV-1 and INV-2", "INV-1 4900 number; INV-2 4900 number");
        row("one", "I was charged twice for INV-8004, please refund", "INV-8004 9000 number ?");
        row("readings", "Please refund the invoice of 02/11/2026, I was charged by mistake.",
            "which of INV-2 INV-1");
        row("readings", "Please refund the invoice of 11/02/2026, I was charged by mistake.",
            "which of INV-2 INV-1");
        row("readings", "Please refund the invoice of 10/02/2026", "INV-3 4900 date");
    }
    static void plainAmounts()
    {
        row("one", "Please refund invoice INV-8004.", "INV-8004 9000 number");
        row("one", "refund 20 USD of INV-8004", "INV-8004 2000 number");
        row("one", "refund INV-8004, 90 dollars", "INV-8004 9000 number");
        row("one", "refund 20 of the 90 dollars of INV-8004", "INV-8004 2000 number");
        row("one", "Please refund 50 cents of invoice INV-8004, I was overcharged.", "INV-8004 50 number");
        row("one", "Please refund 50\u00a2 of invoice INV-8004, I was overcharged.", "INV-8004 50 number");
        row("one", "Please refund 12.5% of INV-8004 as agreed.", "INV-8004 1125 number");
        row("one", "refund half of INV-8004", "INV-8004 4500 number");
        row("one", "refund a third of INV-8004", "INV-8004 3000 number");
        row("one", "refund INV-8004 in full", "INV-8004 9000 number");
        row("one", "refund 500 cents of INV-8004", "INV-8004 500 number");
        row("one", "refund five dollars of INV-8004", "INV-8004 500 number");
        row("one", "refund \u0665 dollars of INV-8004", "INV-8004 500 number");
        row("one", "refund \uff15 dollars of INV-8004", "INV-8004 500 number");
        row("one", "refund \u00bd of INV-8004", "INV-8004 4500 number");
        row("one", "refund a third of INV-8004, that is 30 dollars", "INV-8004 3000 number");
        row("one", "refund a third of INV-8004, that is 20 dollars", "INV-8004 - number ?");
        row("one", "it was down for two weeks, refund $20 of INV-8004", "INV-8004 2000 number");
        row("one", "refund a dollar of INV-8004", "INV-8004 100 number");
        row("one", "refund nothing of INV-8004", "INV-8004 - number ?");
        row("one", "refund $20 per seat of INV-8004", "INV-8004 - number ?");
        row("one", "a partial refund of 19 USD for INV-8004", "INV-8004 1900 number");
        row("part", "refund the rest of INV-8004", "INV-8004 6000 number");
        row("part", "refund INV-8004", "INV-8004 6000 number");
        row("part", "refund half of INV-8004", "INV-8004 - number ?");
        row("part", "refund 90 USD of INV-8004", "INV-8004 - number ?");
    }
    static void impossibleAmounts()
    {
        for (const char *amount : {"0 dollars",
                                   "$0",
                                   "$0.00",
                                   "0.00 USD",
                                   "0,00",
                                   "0 %",
                                   "0.5 cents",
                                   "1e1 USD",
                                   "0x10 USD",
                                   "-5",
                                   "-20 USD",
                                   "minus 5 dollars",
                                   "minus 20 dollars",
                                   "-10 %",
                                   "110 percent",
                                   "150%",
                                   "200 percent",
                                   "0.001 USD",
                                   "£5",
                                   "5 EUR",
                                   "20 euros",
                                   "\u20b920",
                                   "5 bitcoin",
                                   "3.999",
                                   "999 dollars",
                                   "10 to 20 dollars",
                                   "10-20",
                                   "less than 5",
                                   "up to 20 USD",
                                   "the cents",
                                   "a few dollars",
                                   "\u00bd dollar",
                                   "twice the amount"}) {
            const QByteArray text = QByteArray("Please refund ") + amount + " of invoice INV-8004.";
            row("one", text.constData(), "INV-8004 - number ?");
        }
        row("euro", "refund $20 of INV-8004", "INV-8004 - number ?");
        row("one", "refund INV-8004 in euros", "INV-8004 9000 number ?");
        row("one", "refund 10 and 20 USD of INV-8004", "INV-8004 - number ?");
    }
    // What one is chosen from is not all of it.
    static void choicesAmong()
    {
        row("several", "the oldest of the four, give me that one back please", "INV-10 4900 extreme");
        row("readings", "the oldest of the three, give me that one back", "INV-2 4900 extreme");
        row("readings", "give back the oldest one of the three", "INV-2 4900 extreme");
        row("readings", "refund the three", "INV-2 4900 all; INV-3 4900 all; INV-1 4900 all");
    }
    // What is not asked for, what is on record already, and which of two equal ones: nothing is left over
    // where the records agree, and where they do not it is.
    // What is said to be fine is not what is meant.
    static void acceptedOnes()
    {
        row("three", "The newest is fine. Please return the oldest one.", "INV-10 4900 extreme");
        row("three", "I see three invoices. The oldest one should come back, the later two are ok",
            "INV-10 - extreme ?");
        row("three", "INV-11 is right, please refund INV-12", "INV-12 4900 number");
        row("three", "INV-12 is right, please refund it", "INV-12 4900 number"); // nothing else is named
    }
    // Small numbers in letters and parts of a count are no money.
    static void countedParts()
    {
        row("one", "Of the five seats two were never used, refund INV-8004", "INV-8004 - number ?");
        row("one", "Of 5 seats on INV-8004 2 were never used, refund them", "INV-8004 - number ?");
        row("three", "INV-12 has 3 guest seats, two too many. I want those two refunded",
            "INV-12 - number ?");
        row("three", "INV-12 has six seats, please refund the two extra seats", "INV-12 - number ?");
        row("one", "refund three of the twelve months of INV-8004", "INV-8004 2250 number ?");
        row("one", "refund nineteen dollars fifty of INV-8004", "INV-8004 1950 number");
        row("one", "refund 19 dollars 50 of INV-8004", "INV-8004 1950 number");
        row("one", "November 15 dollars back please", "INV-8004 1500 date");
        row("part", "Thanks for the 30 on INV-8004. Please send the remaining part too",
            "INV-8004 6000 number ?");
        row("one", "Keep ten bucks of INV-8004, everything else should come back", "INV-8004 8000 number ?");
    }

    static void explainedWords()
    {
        row("one", "give me 12.50 back on INV-8004, the rest is fine", "INV-8004 1250 number");
        row("one", "pay back half of INV-8004 and keep the other half", "INV-8004 4500 number");
        row("one", "refund INV-8004, the rest is fine", "INV-8004 9000 number ?");
        row("euro", "Bitte 20 Euro von INV-8004 zurück, der Rest passt", "INV-8004 2000 number", "de");
        row("part", "I'd like the remaining 60 dollars of INV-8004 refunded as well", "INV-8004 6000 number");
        row("part", "I'd like the remaining 50 dollars of INV-8004 refunded as well",
            "INV-8004 5000 number ?");
        row("one", "I paid 90 dollars and want that money back", "INV-8004 9000 amount");
        row("one", "I paid 80 dollars and want that money back", "INV-8004 8000 onlyOne ?");
        row("twins", "you billed us twice, refund one of them and leave the other as it is",
            "INV-2 4900 twin");
        row("unequalTwins", "I was charged twice, refund one", "INV-2 4900 twin ?");
    }
    // All that is said of money is one sum, or what it leaves, or stands on record.
    static void agreeingSums()
    {
        row("one", "per your promise I am due 20 percent of INV-8004, that is $18. Refund me the 18 please",
            "INV-8004 1800 number");
        row("one", "a quarter of INV-8004 was promised. A quarter of 90 is 22.50, so send 22.50 USD back",
            "INV-8004 2250 number");
        row("one", "We settled on five dollars. Please return USD 5.00 of INV-8004.", "INV-8004 500 number");
        row("one", "send 16 dollars of INV-8004 back, that is 8 dollars a head for two people",
            "INV-8004 1600 number");
        row("part", "30 of the 90 dollars of INV-8004 came back. Now refund the other 60 dollars",
            "INV-8004 6000 number");
        // The total is asked for: what stands beside it is no sum to be refunded.
        row("part", "refund the full 90 of INV-8004 please, the earlier 30 is a separate matter",
            "INV-8004 - number ?");
        row("part", "I want the full 90.00 of INV-8004 back, on top of the 30 I have already received.",
            "INV-8004 - number ?");
        row("one", "refund the 90 dollars of INV-8004, I used only half of it", "INV-8004 - number ?");
        row("one", "refund 90 dollars of INV-8004, I paid 20 dollars elsewhere", "INV-8004 - number ?");
        // Two sums that leave each other, and sums that do not fit.
        row("one", "refund 20 dollars of INV-8004, or 70 dollars, whatever you like", "INV-8004 - number ?");
        row("one", "20 percent of INV-8004 is due, that is $20. Refund me the 20 please",
            "INV-8004 - number ?");
    }
    static void leftOverWords()
    {
        row("", "Refund INV-11 - no, hang on, I misread. INV-12 is the one I want back, leave INV-11 alone.",
            "INV-12 4900 number ?");
        row("", "INV-11: please refund USD 35.50, NOT the full invoice.", "INV-11 3550 number");
        row("", "INV-11: please refund it, NOT the full invoice.", "INV-11 4900 number ?");
        row("", "send 12 dollars of INV-11 back to my card pls, we agreed the price would be 37",
            "INV-11 1200 number ?");
        row("one", "Please refund INV-8004 except for 15 USD.", "INV-8004 7500 number ?");
        // A sum of the past beside the rest: asked about.
        row("part", "you already gave back 30 on INV-8004. send me the remaining 60 as well please",
            "INV-8004 6000 number");
        row("part", "I got 30 of INV-8004 already, now the rest please", "INV-8004 6000 number ?");
        row("one", "you gave me 30 USD already, send the rest of INV-8004", "INV-8004 3000 number ?");
        // The same sum as the difference.
        row("one", "The guest seat was billed at 12.50 too much. Kindly refund USD 12.50 on INV-8004.",
            "INV-8004 1250 number ?");
        // One that is told of beside the one that is asked for.
        row("several", "Refund INV-11, don't touch INV-12 (that one is booked here)", "INV-11 4900 number");
        row("several", "please do not refund INV-10, only refund INV-11", "INV-11 4900 number");
        row("several", "INV-11 is in our books. Refund INV-12 please", "which of INV-11 INV-12");
        row("several", "Refund INV-11. Oh no, INV-12 it is that I want refunded", "which of INV-11 INV-12");
        row("one", "Please refund INV-8004 but keep 10 USD for the days I used.", "INV-8004 8000 number ?");
        row("one", "Please refund INV-8004 but keep 10 USD.", "INV-8004 8000 number ?");
        row("one", "The price dropped from 90 to 70 USD, please refund the difference on INV-8004.",
            "INV-8004 - number ?");
        row("one",
            "Please refund the difference between what I was charged on INV-8004 and the 39 USD on your "
            "website.",
            "INV-8004 5100 number ?");
        row("one", "I cancelled on the 12th. Please refund the unused days of invoice INV-8004.",
            "INV-8004 - number ?");
        row("one", "Please refund me the pro rata amount for the remaining two weeks of INV-8004.",
            "INV-8004 - number ?");
        row("one", "We removed 2 of 5 seats. Please refund the two seats on INV-8004.",
            "INV-8004 3600 number ?");
        row("one", "Please refund only the VAT on invoice INV-8004, we are exempt.", "INV-8004 - number ?");
        row("one", "it should be 39, please refund INV-8004", "INV-8004 5100 number ?");
        row("one", "refund INV-8004 as store credit", "INV-8004 9000 number ?");
        row("one", "refund INV-8004 to another card", "INV-8004 9000 number ?");
        row("one", "refund INV-8004 if it has not been shipped", "INV-8004 9000 number ?");
        row("one", "refund INV-8004 of my Twitter account", "INV-8004 9000 number ?");
        row("one", "refund INV-8004 for my wife", "INV-8004 9000 number ?");
        row("one", "refund INV-8004 tomorrow", "INV-8004 9000 number ?");
        row("one", "refund the rest of INV-8004", "INV-8004 9000 number ?");
    }
    static void german()
    {
        row("three", "bitte von der Oktoberrechnung 20 % erstatten", "INV-11 980 date", "de");
        row("three", "den Novemberbeitrag INV-12 bitte zurück", "INV-12 4900 number", "de");
        row("one", "drei der zwölf Monate von INV-8004 bitte erstatten", "INV-8004 2250 number ?", "de");
        row("euro", "Bitte erstatten Sie die Rechnung INV-8004.", "INV-8004 9000 number", "de");
        row("euro", "Bitte 12,50 € von INV-8004 zurück", "INV-8004 1250 number", "de");
        row("euro", "Bitte die Hälfte von INV-8004 erstatten", "INV-8004 4500 number", "de");
        row("euro", "Bitte INV-8004 ohne die Versandkosten erstatten", "INV-8004 - number ?", "de");
        row("euro", "Bitte zwanzig Euro von INV-8004 erstatten", "INV-8004 2000 number", "de");
        row("euro", "Bitte 20 Dollar von INV-8004 erstatten", "INV-8004 - number ?", "de");
        row("three", "Bitte die Rechnung vom Oktober erstatten", "INV-11 4900 date", "de");
        row("three", "Bitte die älteste Rechnung erstatten", "INV-10 4900 extreme", "de");
        row("twins", "Ich wurde doppelt belastet, bitte eine erstatten", "INV-2 4900 twin", "de");
        row("euro", "Erstatten Sie INV-8004, falls das möglich ist", "INV-8004 9000 number ?", "de");
    }
};

QTEST_GUILESS_MAIN(TestRefundArguments)
#include "tst_refundarguments.moc"
