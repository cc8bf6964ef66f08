#include "support/TestSupport.h"

#include "understanding/ProfileArguments.h"

using namespace Helmdesk;

namespace
{

const ValueWords &wordsOf(const QString &language)
{
    static const auto english = ValueWords::load({QStringLiteral("en")});
    static const auto german = ValueWords::load({QStringLiteral("de")});
    const auto &words = language == QLatin1String("de") ? german : english;
    if (!words)
        qFatal("%s", qPrintable(Test::describe(words.error())));
    return *words;
}

const ProfileRecord &customer()
{
    static const ProfileRecord record{QStringLiteral("Eva Marie Holm"),    QStringLiteral("eva@holm.example"),
                                      QStringLiteral("+46 8 555 0141"),    QStringLiteral("Holm Interiors"),
                                      QStringLiteral("5 Elm Road, Leeds"), QStringLiteral("en")};
    return record;
}

// "name=Ada Brook", "without phone"; with "?" where it is a guess.
QString shown(const QString &text, const QString &language)
{
    const ValueWords &words = wordsOf(language);
    const TextValues values = readValues(text, words, {}, QDate(2026, 11, 27));
    QStringList out;
    for (const ProfileChange &change : readProfileChanges(text, values, words, customer())) {
        const QString what = change.isRemoval ? QStringLiteral("without ") + change.field
                                              : change.field + QLatin1Char('=') + change.value;
        out.append(what + (change.isExact ? QString() : QStringLiteral(" ?")));
    }
    return out.join(QStringLiteral("; "));
}

void row(const char *text, const char *expected, const char *language = "en")
{
    QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(expected)
                              << QString::fromLatin1(language);
}

} // namespace

class TestProfileArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("language");
        names();
        contacts();
        companiesAndAddresses();
        toldInPassing();
        partsPutRight();
        languages();
        severalAndNone();
        german();
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(QString, language);
        QCOMPARE(shown(text, language), expected);
    }

    void longTextIsHarmless_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char *unit : {"change my name to ", "my email is now ", "address: ", "from ",
                                 "call me Al ", "\"", "as my name "})
            QTest::newRow(unit) << QString::fromLatin1(unit);
    }
    void longTextIsHarmless()
    {
        QFETCH(QString, unit);
        const QString text = unit.repeated(10'000);
        const TextValues values = readValues(text, wordsOf({}), {}, QDate(2026, 11, 27));
        for (const ProfileChange &change : readProfileChanges(text, values, wordsOf({}), customer()))
            QVERIFY(change.span.begin < change.span.end && change.span.end <= text.size());
    }

private:
    static void names()
    {
        row("Please change my name to Ada Brook.", "name=Ada Brook");
        row("can you fix my name in your system", ""); // the place is no name
        row("please correct my name in our records", "");
        row("our firm got renamed from Aldr Labs to Nordhus AB, please adjust my account",
            "company=Nordhus AB");
        row("please set my company to Alder Nord SE", "company=Alder Nord SE");
        row("Please switch my account to German.", "language=de");
        row("my mobile number has changed to 0049 151 23456789", "phone=+4915123456789");
        row("my mobile number has changed to 0151 234 56789", "phone=0151 234 56789");
        row("change my name from Eva Holm to Ada Lindqvist, thanks", "name=Ada Lindqvist");
        row("update the name on my account to José Núñez please", "name=José Núñez");
        row("My name is now Mara Lind", "name=Mara Lind");
        row("my name is Mara and I need help", "");
        row("My new name is Eva Hollowell.", "name=Eva Hollowell");
        row("I'm Eva Hollowell now", "name=Eva Hollowell");
        row("I'm Eva Hollowell and I need help", "");
        row("call me Jo Berg please", "name=Jo Berg");
        row("call me back about the account", "");
        row("I got married, my surname is Berg now", "name=Eva Berg");
        row("change my last name to van der Berg please", "name=Eva van der Berg");
        row("my first name should be Jo", "name=Jo Marie Holm");
        row("There is a typo in my name: Hartwel -> Hartwell, please correct it", "name=Hartwell");
        row("please change my name: it is misspelled", "");
        row("change the name to Eva Marie Holm", "");
    }
    static void contacts()
    {
        row("change my email from eva@holm.example to new@holm.example", "email=new@holm.example");
        row("my new email address is new@holm.example, the old one is eva@holm.example",
            "email=new@holm.example");
        row("Please change eva@holm.example to new@holm.example", "email=new@holm.example");
        row("please update my email to new@holm.example.", "email=new@holm.example");
        row("use new@holm.example as my email", "email=new@holm.example");
        row("my phone number is now +49 30 1234567", "phone=+49 30 1234567");
        row("please change my phone number to (020) 7946-0018", "phone=(020) 7946-0018");
        row("set my phone to 555 0123", "phone=555 0123");
        row("change my phone to +46 70 1740605, no wait: +46 70 1740608 is right", "phone=+46 70 1740608 ?");
        row("my phone number is wrong. It should be +46 70 555 18 18", "phone=+46 70 555 18 18");
        row("You have no phone number of mine yet. Please add +34 600 555 019 to my profile.",
            "phone=+34 600 555 019");
        row("There is no phone on my account. Add +34 910 555 072 please", "phone=+34 910 555 072");
        row("Please add +34 910 555 072 to the sales board", "phone=+34 910 555 072 ?");
        // The only address of the text that is not on record.
        row("From today I only read new@holm.example. Kindly make the new one the e-mail of my account.",
            "email=new@holm.example");
        row("new@holm.example should be the e-mail of my account from now on", "email=new@holm.example");
        row("pls move my account to new@holm.example, the old mailbox gets shut", "email=new@holm.example");
        row("pls move my account to new@holm.example or to post@holm.example", "email=post@holm.example ?");
        row("pls move my colleague's account to new@holm.example", "");
        row("delete my phone number please", "without phone");
        row("do not delete my phone number", "");
        row("remove the company name from my profile", "without company");
        row("delete my email", "");
    }
    // In no plain form: asked about with the likeliest words.
    static void toldInPassing()
    {
        row("We got married. From now on I'm Eva Lindholm-Berg. Could you change my name?",
            "name=Eva Lindholm-Berg");
        row("Until last week we were Holm & Daughters Ltd; the register says Alderfield Ltd now. Please "
            "correct the company.",
            "company=Alderfield Ltd ?");
        row("Our company name lost a letter somewhere: should read Holm Interiors Group, not Holm Interior. "
            "Fix it please?",
            "company=Holm Interiors Group");
        row("We've moved! Please change our address.\n\nOld: 5 Elm Road, Leeds\nNew: 14 Lantern Row, Flat 3, "
            "Bristol BS1 9ZZ\n\nThanks\nEva",
            "address=14 Lantern Row, Flat 3, Bristol BS1 9ZZ");
        row("got married on saturday, it's Eva Fennimore now, pls fix my profile", "name=Eva Fennimore ?");
        row("As of this week we trade under a new name. What was the Holm office is now Tidewell Goods Ltd "
            "and "
            "the company on our account should say so.",
            "company=Tidewell Goods Ltd ?");
        row("moved house. 14 Larkspur Lane, Fenwick 20417. thats where i am now so put that as my address",
            "address=14 Larkspur Lane, Fenwick 20417 ?");
        row("change my email please, the new one is eva dot holm at plumtree dot example",
            "email=eva.holm@plumtree.example ?");
        row("The calendar is lovely.\n\nEva Holm\nHead of Something\nNEW NUMBER: +46 70 174 06 05",
            "phone=+46 70 174 06 05 ?");
        row("Please correct my name. I spoke to Lena Ostrow about it", "");
        row("Please correct my name, either Eva Berg or Eva Lind is fine", "");
        row("my new phone is +46 70 174 06 05, no wait, 06 at the end", "");
        row("please don't change our company name to anything, Alderfield Ltd is a customer", "");
    }
    // The part on record tells which detail is meant; what comes instead is the whole detail, and only ever
    // asked about.
    static void partsPutRight()
    {
        row("We moved two doors along and are now at number 9 instead of 5. Would you correct the address?",
            "address=9 Elm Road, Leeds ?");
        row("The town in my address is Leads, not Leeds.", "address=5 Elm Road, Leads ?");
        row("My mobile was typed wrong: it should be 14 at the end, not 41", "phone=+46 8 555 0114 ?");
        row("The account says Marie, it has to be Maria, as in my passport", "name=Eva Maria Holm ?");
        row("We have 5 boards and 9 users, please update my plan", ""); // nothing says which comes
        row("It is 9 or 7 instead of 5, please fix the address", "");   // two would do
        row("You have 0141, use +46 8 555 0199 instead please", "phone=+46 8 555 0199"); // a whole number
    }

    static void companiesAndAddresses()
    {
        row("change my company name to Brook & Co. Ltd.", "company=Brook & Co. Ltd.");
        row("our company is now called Harbour Works", "company=Harbour Works");
        row("Please change the company to Tallow Ltd. Our account has the old one.", "company=Tallow Ltd");
        row("Please change the company to Tallow & Co. KG. Thanks", "company=Tallow & Co. KG");
        row("Can you put Brook & Sons Ltd as the company on my account?", "company=Brook & Sons Ltd");
        row("our company got renamed to Nordhus AB, please adjust my account", "company=Nordhus AB");
        row("change my address to 12 Harbor Street, Bristol BS1 4RW. Thanks",
            "address=12 Harbor Street, Bristol BS1 4RW");
        row("We moved to 5 Oak Road, Leeds", "address=5 Oak Road, Leeds");
        row("my new address is 7 St. Mary Lane, York please", "address=7 St. Mary Lane, York");
        row("new address:\nHarbour Works\n7 Quay Street\nCork T12\n\nThanks\nEva",
            "address=Harbour Works, 7 Quay Street, Cork T12");
        row("we moved to another plan", "");
        row("My brother moved to 18 Quay Street", "");
        row("our company name is misspelled. It should be Nordhus AB.", "company=Nordhus AB");
        row("remove my address 5 Elm Road and put 6 Elm Road as my address", "address=6 Elm Road");
    }
    static void languages()
    {
        row("why on earth is all of it in English?? German, please.", "language=de ?");
        row("It is German or French here, please change something", "");
        row("switch my language to German", "language=de");
        row("make it spanish", "language=es");
        row("could you switch my account to French?", "language=fr");
        row("Send invoices in Spanish", "language=es");
        row("my language should be français", "language=fr");
        row("change the language to English", "");
    }
    static void severalAndNone()
    {
        row("New phone +46 8 555 0199. Our company is now called Alder Goods Ltd, the address stays the "
            "same.",
            "phone=+46 8 555 0199; company=Alder Goods Ltd");
        row("My name went in with one R, please correct it", "");
        row("the 'Ltd' has to come off our company name", "");
        row("update my details: phone +49 30 1234567, company Nordhus GmbH",
            "phone=+49 30 1234567; company=Nordhus GmbH ?");
        row("Please update my details:\nName: Ada Brook\nPhone: +49 30 1234567\nCompany: Nordhus GmbH",
            "name=Ada Brook; phone=+49 30 1234567; company=Nordhus GmbH");
        row("change my name to Ada Brook and my email to ada@brook.example",
            "name=Ada Brook; email=ada@brook.example");
        row("change my name to Ada Brook. Sorry, change my name to Ada Brock.", "name=Ada Brock ?");
        row("How do I export a board?\n\nEva Holm\nPhone: +49 30 1234567\nEmail: eva@work.example", "");
        row("How do I change my email to new@holm.example?", "");
        row("I cannot log in with eva@holm.example", "");
    }
    static void german()
    {
        row("Nach der Scheidung heiße ich wieder Eva Tannhuber. Bitte tragt das so ein.",
            "name=Eva Tannhuber", "de");
        row("Adresse hat sich geändert, bitte anpassen: Ahornweg 12, 04999 Lindenfurt",
            "address=Ahornweg 12, 04999 Lindenfurt", "de");
        row("Bitte ändern Sie meinen Namen auf Ada Brook.", "name=Ada Brook", "de");
        row("Mein Nachname ist jetzt Berg", "name=Eva Berg", "de");
        row("Ich heiße jetzt Eva Berg", "name=Eva Berg", "de");
        row("Meine neue Adresse lautet Hauptstr. 5, 10115 Berlin", "address=Hauptstr. 5, 10115 Berlin", "de");
        row("Bitte meine E-Mail von eva@holm.example auf neu@holm.example ändern", "email=neu@holm.example",
            "de");
        row("Meine neue Telefonnummer ist +49 30 1234567", "phone=+49 30 1234567", "de");
        row("Bitte die Sprache auf Französisch umstellen", "language=fr", "de");
        row("Bitte meine Telefonnummer löschen", "without phone", "de");
        row("Unsere Firma heißt jetzt Nordhus GmbH", "company=Nordhus GmbH", "de");
        row("Mein Name ist Eva Holm und ich habe eine Frage", "", "de");
    }
};

QTEST_GUILESS_MAIN(TestProfileArguments)
#include "tst_profilearguments.moc"
