#include "support/TestSupport.h"

#include "core/Money.h"
#include "understanding/Values.h"

#include <QLocale>
#include <random>

using namespace Helmdesk;

namespace
{

const QDate today(2026, 11, 22); // a Sunday
const QStringList own{QStringLiteral("INV-1041"), QStringLiteral("INV-1042"), QStringLiteral("FA-2026-118")};

const ValueWords &wordsOf(const QString &language)
{
    static QHash<QString, ValueWords> all;
    if (!all.contains(language)) {
        auto loaded = ValueWords::load({language});
        if (!loaded)
            qFatal("%s", qPrintable(Test::describe(loaded.error())));
        all.insert(language, *loaded);
    }
    return *all.constFind(language);
}

TextValues read(const QString &text, const QString &language = QStringLiteral("en"))
{
    return readValues(text, wordsOf(language), own, today);
}

QString shown(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

// "money 5.00 USD", "date 2026-11-03": the essence of a value.
QString shown(const Value &value)
{
    if (!value.isUnderstood)
        return nameOf(value.kind) + QStringLiteral(" ?");
    const QString number = value.number.places == 0 ? QString::number(value.number.unscaled)
                                                    : QString::number(value.number.unscaled) +
                                                          QStringLiteral("e-%1").arg(value.number.places);
    switch (value.kind) {
    case ValueKind::Money: {
        const QString currency = value.currencies.value(0, QStringLiteral("USD"));
        const auto minor = minorOf(value, currency);
        return QStringLiteral("money %1 %2")
            .arg(minor ? QString::number(*minor) : QStringLiteral("?"), value.currencies.value(0))
            .trimmed();
    }
    case ValueKind::Share:
        return QStringLiteral("share %1/%2").arg(value.part).arg(value.of);
    case ValueKind::Number:
        return (value.canBeAmount ? QStringLiteral("amount ") : QStringLiteral("number ")) + number;
    case ValueKind::Quantity:
        return QStringLiteral("quantity %1 %2").arg(number, value.text);
    case ValueKind::Date: {
        QString out = QStringLiteral("date ") + shown(value.first);
        if (value.last != value.first)
            out += QStringLiteral("..") + shown(value.last);
        return value.otherFirst.isValid() ? out + QStringLiteral(" or ") + shown(value.otherFirst) : out;
    }
    case ValueKind::Invoice:
        return (value.isOwn ? QStringLiteral("own ") : QStringLiteral("invoice ")) + value.text;
    case ValueKind::Email: {
        static const QStringList roles{QString(), QStringLiteral("old "), QStringLiteral("new ")};
        return roles[static_cast<qsizetype>(value.role)] + value.text;
    }
    case ValueKind::Ordinal:
    case ValueKind::All:
        return nameOf(value.kind) + QLatin1Char(' ') + number;
    case ValueKind::Currency:
        return QStringLiteral("currency ") + value.currencies.value(0);
    case ValueKind::Other:
        return QStringLiteral("other");
    default:
        return (nameOf(value.kind) + QLatin1Char(' ') + value.text).trimmed();
    }
}

QString shown(const TextValues &values)
{
    QStringList out;
    for (const Value &value : values.values)
        out.append(shown(value));
    return out.join(QStringLiteral("; "));
}

QString shownQualifiers(const TextValues &values)
{
    QStringList out;
    for (const Qualifier &qualifier : values.qualifiers)
        out.append(nameOf(qualifier.kind));
    out.removeDuplicates();
    return out.join(QStringLiteral("; "));
}

void columns()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

void row(const char *text, const char *expected, const char *language = "en")
{
    QTest::addRow("%s: %s", language, text)
        << QString::fromLatin1(language) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

} // namespace

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amounts_data()
    {
        columns();
        row("refund 5 dollars", "money 500 USD");
        row("refund $0.00", "money 0 USD");
        row("refund $0", "money 0 USD");
        row("refund 0,00", "amount 0e-2");
        row("12,50 €", "money 1250 EUR");
        row("1.234,56 EUR", "money 123456 EUR");
        row("1,234.56 EUR", "money 123456 EUR");
        row("1 234,50 €", "money 123450 EUR");
        row("1'250.00 CHF", "money 125000 CHF");
        row("$1,234", "money 123400 USD");
        row("USD 20", "money 2000 USD");
        row("20 quid", "money 2000 GBP");
        row("fifty bucks", "money 5000 USD");
        row("refund -5", "amount -5");
        row("refund -$5", "money -500 USD");
        row("refund $-5", "money -500 USD");
        row("refund minus 20 dollars", "money -2000 USD");
        row("refund -20 USD of it", "money -2000 USD");
        row("500 cents", "money 500");
        row("50¢ back", "money 50");
        row("the 0.5 cents", "money ?");
        row("50 pence", "money 50 GBP");
        row("5 dollars and 20 cents", "money 520 USD");
        row("0.001 USD", "money ? USD");
        row("refund 1e1 USD", "number ?");
        row("refund 0x10 USD", "number ?");
        row("refund 49.- please", "amount 49");
        row("49,- € please", "money 4900 EUR");
        row("refund ٥ dollars", "money 500 USD");
        row("refund ５ dollars", "money 500 USD");
        row("refund ½ dollar", "share ?");
        row("refund ½ of it", "share 1/2");
        row("£5 please", "money 500 GBP");
        row("₹20", "money 2000 INR");
        row("¥4900", "money 4900 JPY");
        row("12.500 KWD", "money ? KWD");
        row("$20 CAD", "money 2000 CAD");
        row("$20 EUR", "money ?");
        row("5€50", "money ?");
        row("refund 3.999", "amount 3999e-3");
        row("refund me 20 please", "amount 20");
        row("two hundred and fifty dollars", "money 25000 USD");
        row("twenty-five euros", "money 2500 EUR");
        row("a dollar", "money 100 USD");
        row("in euros please", "currency EUR");
        row("we have 5 boards", "number 5");
        row("$99999999999999999999", "money ?");
        row("it costs 1.2.3", "number ?");
        row("5 bitcoin", "money 500 XBT");
        row("zwölf Euro", "money 1200 EUR", "de");
        row("fünfundzwanzig Euro", "money 2500 EUR", "de");
        row("zweihundertfünfzig Euro fünfzig", "money 25050 EUR", "de");
        row("erstattet mir 1.234 EUR", "money 123400 EUR", "de");
        row("bitte 12,50 € zurück", "money 1250 EUR", "de");
        row("5 Euro und 20 Cent", "money 520 EUR", "de");
        row("20 Rappen", "money 20 CHF", "de");
    }
    void amounts() { check(); }

    void sharesAndQuantities_data()
    {
        columns();
        row("half of it", "share 1/2");
        row("refund 50 %", "share 50/100");
        row("refund 12.5% of it", "share 125/1000");
        row("refund 150 percent", "share 150/100");
        row("-10 %", "share -10/100");
        row("a third of it", "share 1/3");
        row("1/3 of the amount", "share 1/3");
        row("in full", "share 1/1");
        row("die Hälfte", "share 1/2", "de");
        row("ein Drittel", "share 1/3", "de");
        row("12,5 Prozent", "share 125/1000", "de");
        row("the two seats", "quantity 2 seat");
        row("14 days", "quantity 14 day");
        row("3 users", "quantity 3 user");
        row("2 licences", "quantity 2 licence");
        row("I have two questions", "quantity 2 any");
        row("drei Plätze", "quantity 3 seat", "de");
    }
    void sharesAndQuantities() { check(); }

    void dates_data()
    {
        columns();
        row("on 2026-11-03", "date 2026-11-03");
        row("on 03.11.2026", "date 2026-11-03");
        row("02/11/2026", "date 2026-11-02 or 2026-02-11");
        row("03/04/26", "date 2026-04-03 or 2026-03-04");
        row("13/10/2026", "date 2026-10-13");
        row("10/13/2026", "date 2026-10-13");
        row("11/11/2026", "date 2026-11-11");
        row("the one of 3/4", "date 2026-04-03 or 2026-03-04");
        row("2026-02-31", "date ?");
        row("3 November", "date 2026-11-03");
        row("the 3rd of November", "date 2026-11-03");
        row("November 3rd, 2025", "date 2025-11-03");
        row("Nov 3", "date 2026-11-03");
        row("in October", "date 2026-10-01..2026-10-31");
        row("the December one", "date 2025-12-01..2025-12-31");
        row("October 2025", "date 2025-10-01..2025-10-31");
        row("for May 2025", "date 2025-05-01..2025-05-31");
        row("may I ask", "");
        row("we march on", "");
        row("yesterday", "date 2026-11-21");
        row("last month", "date 2026-10-01..2026-10-31");
        row("last week", "date 2026-11-09..2026-11-15");
        row("two weeks ago", "date 2026-11-08");
        row("a month ago", "date 2026-10-01..2026-10-31");
        row("last monday", "date 2026-11-16");
        row("last sunday", "date 2026-11-15");
        row("I cancelled on the 12th.", "date 2026-11-12");
        row("charged on the 28th", "date 2026-10-28");
        row("on the 3rd invoice", "ordinal 3");
        row("September and October", "date 2026-09-01..2026-09-30; date 2026-10-01..2026-10-31");
        row("die vom 3. November", "date 2026-11-03", "de");
        row("am 3.11. abgebucht", "date 2026-11-03", "de");
        row("im März", "date 2026-03-01..2026-03-31", "de");
        row("meine Novemberrechnung", "date 2026-11-01..2026-11-30", "de");
        row("vor zwei Wochen", "date 2026-11-08", "de");
        row("letzten Monat", "date 2026-10-01..2026-10-31", "de");
    }
    void dates() { check(); }

    void invoices_data()
    {
        columns();
        row("I was charged twice for invoice INV-1042", "own INV-1042");
        row("inv 1042 please", "own INV-1042");
        row("inv1042", "own INV-1042");
        row("INV#1042 is wrong", "own INV-1042");
        row("Invoice #1042 was paid", "own INV-1042");
        row("invoice no. 1042", "own INV-1042");
        row("about #1042", "own INV-1042");
        row("what is 1042 for?", "own INV-1042");
        row("invoices 1041 and 1042 are the same", "own INV-1041; own INV-1042");
        row("FA-2026-118", "own FA-2026-118");
        row("fa 2026-118", "own FA-2026-118");
        row("refund INV-9102", "invoice INV-9102");
        row("error NL-401 again", "code NL-401");
        row("ticket #555 is still open", "code #555");
        row("I paid 1041.50", "amount 104150e-2");
        row("$1042 was charged", "money 104200 USD");
        row("UINV-1042X", "code UINV-1042X");
        row("at 10:30", "code 10:30");
        row("https://example.com/20 there", "code https://example.com/20");
        row("Rechnung Nr. 1042", "own INV-1042", "de");
    }
    void invoices() { check(); }

    void others_data()
    {
        columns();
        row("from old@brook.example to New@Brook.Example", "old old@brook.example; new New@brook.example");
        row("mail me: a.b+c@d.example.", "a.b+c@d.example");
        row("a@b is none", "");
        row("my phone is +49 30 1234567", "phone +49 30 1234567");
        row("call 020 7946 0018 please", "phone 020 7946 0018");
        row("4242 4242 4242 4242 is no phone", "code");
        row("the card ending 4242", "cardEnding 4242");
        row("use the 1881", "cardEnding 1881");
        row("the 2024 edition", "number 2024");
        row("the second one", "ordinal 2");
        row("the second monitor is dark", "");
        row("first, let me say thanks", "ordinal 1");
        row("my last invoice", "ordinal -1");
        row("the oldest one", "extreme oldest");
        row("the most recent payment", "extreme newest");
        row("the cheaper invoice", "extreme cheapest");
        row("no, the other one", "other");
        row("both please", "all 2");
        row("all three", "all 3");
        row("all of them", "all 0");
        row("in Spanish please", "language es");
        row("auf Französisch bitte", "language fr", "de");
        row("auf français", "language fr");
        row("die zweite Rechnung", "ordinal 2", "de");
        row("die 2. Rechnung", "ordinal 2", "de");
        row("beide bitte", "all 2", "de");
        row("on the other hand", "");
        row("wait a second", "");
    }
    void others() { check(); }

    void qualifiers_data()
    {
        columns();
        row("refund INV-1042 please", "");
        row("refund it except for 15 USD", "exception");
        row("but keep 10 USD", "exception");
        row("refund 1041, not 1042", "exception");
        row("it should be 39", "exception");
        row("it should be easy", "");
        row("refund the unused days", "part");
        row("only the VAT", "part");
        row("refund the rest", "remainder");
        row("the difference", "difference");
        row("charged twice", "duplicate");
        row("as store credit", "otherWay");
        row("to another card", "otherWay");
        row("less than 5 dollars", "comparison");
        row("10 to 20 dollars", "comparison");
        row("10-20 dollars", "comparison");
        row("between 10 and 20", "comparison");
        row("INV-1041 or INV-1042", "comparison");
        row("if it is not shipped", "condition");
        row("for my wife", "otherParty");
        row("my Twitter account", "otherParty");
        row("the charge from Stripe", "otherParty");
        row("tomorrow please", "timeToCome");
        row("let me know if you need more", "");
        row("aber ohne die Versandkosten", "exception; part", "de");
        row("falls möglich", "", "de");
        row("falls das geht", "condition", "de");
        row("als Gutschrift", "otherWay", "de");
    }
    void qualifiers()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(shownQualifiers(read(text, language)), expected);
    }

    void spansAreInOrder()
    {
        const QString text =
            QString::fromUtf8("Refund 12,50 € of INV-1042 on 3 November to ada@brook.example, both.");
        qsizetype end = 0;
        for (const Value &value : read(text).values) {
            QVERIFY(value.span.begin >= end);
            QCOMPARE(text.mid(value.span.begin, value.span.end - value.span.begin), value.words);
            end = value.span.end;
        }
        QVERIFY(end > 0);
    }

    // A value in any of its written forms reads back the same, or as none that can be paid.
    void writtenAmountsReadBack()
    {
        std::minstd_rand random(17);
        const auto below = [&](qint64 bound) { return static_cast<qint64>(random()) % bound; };
        const QStringList currencies{QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("JPY"),
                                     QStringLiteral("KWD"), QStringLiteral("CHF")};
        const QList<QLocale> locales{QLocale(QLocale::English), QLocale(QLocale::German),
                                     QLocale(QLocale::French), QLocale(QLocale::German, QLocale::Switzerland),
                                     QLocale(QLocale::Arabic, QLocale::Egypt)};
        int readBack = 0;
        int all = 0;
        for (int round = 0; round < 4000; ++round) {
            const QString currency = currencies[below(currencies.size())];
            const QLocale &locale = locales[below(locales.size())];
            const int digits = minorDigits(currency);
            const qint64 minor = 1 + below(9999999);
            const double major = static_cast<double>(minor) / std::pow(10.0, digits);
            const QString number = locale.toString(major, 'f', digits);
            const QStringList forms{number + QLatin1Char(' ') + currency,
                                    currency + QLatin1Char(' ') + number,
                                    locale.toCurrencyString(major, currency, digits), currency + number};
            const QString text = QStringLiteral("refund %1 please").arg(forms[below(4)]);
            const QString language = below(2) == 0 ? QStringLiteral("en") : QStringLiteral("de");
            const TextValues found = read(text, language);
            ++all;
            const bool isOne = found.values.size() == 1 && found.values[0].kind == ValueKind::Money;
            const auto got = isOne ? minorOf(found.values[0], currency) : std::nullopt;
            readBack += got == minor ? 1 : 0;
            if (got && *got != minor)
                QFAIL(qPrintable(QStringLiteral("%1 (%2) reads as %3 instead of %4")
                                     .arg(text, language)
                                     .arg(*got)
                                     .arg(minor)));
        }
        QVERIFY2(readBack * 10 > all * 7, qPrintable(QString::number(readBack)));
    }

    void sharesRound()
    {
        const TextValues found = read(QStringLiteral("a third"));
        QCOMPARE(shareOf(found.values[0], 4900), 1633);
        QCOMPARE(shareOf(read(QStringLiteral("12.5 %")).values[0], 9000), 1125);
    }

    void oddTextIsHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + QStringLiteral(" INV-1042");
        QTest::newRow("signs") << QStringLiteral("-$.,%#@/:()[]");
        for (const char *unit :
             {"1", "1 ", "1,", "a.", "a@", "$", "-", "1/", "and ", "invoice ", "(1) ", "one hundred "})
            QTest::newRow(unit) << QString::fromLatin1(unit).repeated(20'000);
    }
    void oddTextIsHarmless()
    {
        QFETCH(QString, text);
        for (const Value &value : read(text).values)
            QVERIFY(value.span.begin < value.span.end && value.span.end <= text.size());
    }

    void formsOfTheLanguageComeFirst()
    {
        const auto words = ValueWords::load({QStringLiteral("en"), QStringLiteral("de")});
        QVERIFY(words);
        const QString text = QStringLiteral("von der Oktoberrechnung 1.234 Euro");

        const TextValues german = readValues(text, words->in(QStringLiteral("de")), {}, today);
        const TextValues english = readValues(text, words->in(QStringLiteral("en")), {}, today);

        QCOMPARE(german.values.size(), std::size_t(2));
        QCOMPARE(shown(german.values[0]).left(15), QStringLiteral("date 2026-10-01"));
        QCOMPARE(shown(german.values[1]), QStringLiteral("money 123400 EUR"));
        QCOMPARE(english.values.size(), std::size_t(1));
        QCOMPARE(&words->in(QStringLiteral("xx")), &*words);
    }

    void unknownLanguageIsAnError()
    {
        const auto none = ValueWords::load({QStringLiteral("xx")});
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }

private:
    void check()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(shown(read(text, language)), expected);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
