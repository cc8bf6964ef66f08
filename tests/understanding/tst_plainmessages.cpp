#include "support/TestSupport.h"
#include "understanding/Utterance.h"

using namespace Helmdesk;

// Messages that are the customer's own from the first word to the last. Each holds something that a reader of
// quotes or signatures could fall for.
namespace
{

const char *const messages[] = {
    "Phone: +44 113 496 0000",
    "My new number:\nPhone: +44 113 496 0000\nMobile: +44 7700 900 123",
    "New address: 12 Mill Lane, Leeds LS1 4AB",
    "Please change my details.\n\nName: Mara Lind\nPhone: +46 70 555 01 02\nAddress: Storgatan 5, 111 22 "
    "Stockholm",
    "Please use this from now on:\n\nMara Lind\nPhone: +46 70 555 01 02\nAddress: Storgatan 5, 111 22 "
    "Stockholm",
    "From: March, To: April",
    "From: Berlin\nTo: Rome\nhow do I change the trip?",
    "From: 3 March 2026\nTo: 5 April 2026\nPlease send me all invoices of that time.",
    "From: 1 November 2026 10:00\nTo: 2 November 2026 12:00\nThe board was down.",
    "Date: 23 November 2026\nAmount: 49.00 USD\nInvoice: INV-7001\nCan you tell me what this is?",
    "Invoice: INV-7001\nAmount: 49.00\nDate: 2026-11-02\nPlease refund it.",
    "Name: Mara Lind\nEmail: mara@lind.example\nCompany: Lind AB",
    "New email: mara@lind.example\nValid from: 3 March 2026",
    "Email: mara@lind.example\nDate of birth: 3 May 1990\nPlease delete my account.",
    "Subject: invoice\nMessage: I cannot open the invoice of October.",
    "To: the billing team\nI was charged twice in October.",
    "Question: how do I export a board?\nUrgent: yes",
    "Step 1: open the board\nStep 2: click Export\nStep 3: nothing happens",
    "I have two questions:\n1. How do I export?\n2. Who can see my board?",
    "Hi,\nrefund INV-1042 please",
    "Hello,\nMara\nis my first name, please change it to Marah",
    "Hi Bo,\nthanks for the answer. It works now.\nMara",
    "please refund INV-7001\nthanks\nmara",
    "On Monday I wrote: nothing came back.",
    "On 3 November at 10:12 I was charged twice, can you check?",
    "On 3 November 2026 at 10:12 I called you and nobody answered:\nplease call me back.",
    "Your colleague Bo Reed told me that it takes 5 days. It has been ten.",
    "My colleague bo@reed.example cannot log in, please reset his password.",
    "Please send the invoice to accounting@lind.example on 3 November 2026",
    "Please send it to: accounting@lind.example",
    "Add these people:\nada@brook.example\nbo@reed.example",
    "Add these people: Ada Brook <ada@brook.example>, Bo Reed <bo@reed.example>",
    "Please invite Bo Reed <bo@reed.example>",
    "The meeting is on 23.11.2026 at 09:14, can I pay before?",
    "Login: mara@lind.example\nLast login: 23.11.2026",
    "The error reads: 403 Forbidden",
    "Error: cannot save the board",
    "I get error 0x80070005 when I save.",
    "System: Windows 11\nBrowser: Firefox 130\nThe page stays white.",
    "Browser: Firefox\nVersion: 130.0\nOS: Debian",
    "The system: it is slow since Monday.",
    "user: mara\nI cannot log in with it",
    "Note: I already tried another browser.",
    "PS: the other invoice is fine.",
    "Thanks!\n\nPS: please also send me the invoice of October.",
    "I moved.\n\n12 Mill Lane\nLeeds LS1 4AB\nUnited Kingdom",
    "Kungsgatan 12\n111 22 Stockholm",
    "Mara Lind",
    "Yes",
    "INV-7001",
    "No, the other one: INV-6990",
    "mara@lind.example",
    "+46 70 555 01 02",
    "Regards from Leeds! How do I export a board?",
    "Best is you call me.",
    "Cheers for the help. One more thing: who can see my board?",
    "Thanks and regards to the team, it works.",
    "Sent from my account twice: 49 USD. Why is that?",
    "Sent the form on Monday. Any news?",
    "I sent it from my phone, nothing arrived.",
    "It does not work on my iPhone",
    "Refund > Settings > Billing is empty",
    "Settings > Billing > Invoices shows nothing",
    "more than > 50 seats is what we need",
    "a < b and b > c, what does your formula do?",
    "5 > 3 but your total says otherwise",
    "| Name | Seats |\n| Mara | 3 |\n| Bo | 2 |\nPlease set these.",
    "- two seats\n- one more board\n- the yearly plan",
    "* first\n* second",
    "-- is that a valid name?",
    "My team is called --",
    "Two options - monthly or yearly - which one is cheaper?",
    "---\nHow do I export a board?",
    "====\nplease help\n====",
    "*** urgent ***\nI cannot log in",
    "--- Step 2 ---\nThe export stays empty.",
    "My card ends in 4242: please replace it.",
    "I can't find \"Export\" in the menu",
    "Please rename the board to \"Refund requests 2026\"",
    "Please change my company name to \"Lind & Sons Ltd\"",
    "My address is \"12 Mill Lane, Leeds LS1 4AB, United Kingdom\"",
    "The plan is called 'Pro', right?",
    "it's Mara's board, isn't it?",
    "Is INV-7001 confidential? Only the intended recipient should see it.",
    "How do I delete this board? It is confidential.",
    "We are a law firm, Brook & Partners Solicitors LLP, and need ten seats.",
    "I am the Head of Legal and want to know where the data is stored.",
    "Our office moved:\nBrook Ltd\n12 Mill Lane\nLeeds",
    "Tel. +44 113 496 0000 is my new number, please change it.",
    "My mobile is +46 70 555 01 02",
    "Please call me: +46 70 555 01 02",
    "2026-10-02 49.00 USD\n2026-11-02 49.00 USD\nwhy two?",
    "02.11.2026: 49 USD\n03.11.2026: 49 USD\nPlease give one of them back.",
    "Paid: 49 USD\nExpected: 39 USD\nDifference: 10 USD",
    "Seats: 12\nPrice: 49\nSeats next month: 10\nIs that right?",
    "Opening hours?\nMonday: 9-17\nSunday: closed",
    "Attached: the receipt.\nAmount: 49 USD",
    "a) refund\nb) credit\nWhich is possible?",
    "Dear Sir or Madam,\n\nI should like to know when invoice 7001 is due.\n\nMany thanks in advance",
    "As I wrote on Monday, the export is broken.",
    "She wrote that the export is broken.",
    "The manual says: click Export. There is no Export.",
    "Wie exportiere ich ein Board?\nDanke!",
    "Meine neue Adresse lautet:\nHauptstraße 5\n10115 Berlin",
    "Von: 1. März, bis: 3. April. Bitte alle Rechnungen.",
    "Neue Nummer: 030 5550 100",
    "Am Montag schrieb ich schon: es kam nichts.",
    "Von meinem Konto wurden 49 € abgebucht",
    "Bitte ändern Sie meinen Namen.\n\nName: Karin Beispiel\nTelefon: 030 5550 100",
    "De: mars\nÀ: avril\nJe voudrais toutes les factures.",
    "Ma nouvelle adresse : 12 rue du Moulin, 75011 Paris",
    "Mi nuevo número: +34 91 555 01 02",
    "Mój nowy numer: +48 22 555 01 02",
    "Min nya adress:\nStorgatan 5\n111 22 Stockholm",
    "新しい電話番号: 03-5550-0102",
    "新地址：北京市朝阳区1号",
    "Мой новый номер: +7 495 555-01-02",
    "Yeni adresim: Örnek Sok. 5, İstanbul",
    "رقمي الجديد: 555 0102",
    "הכתובת החדשה שלי: רחוב הדוגמה 5",
    "Wat kost het Pro-plan?\nGroeten uit Utrecht, leuk product!",
    "Hello, is anybody there? :)",
    ">:( it is broken again",
    "I want a refund; the second charge is wrong; please check.",
    "x@y is no address, is it?",
    "My boards are: Alpha, Beta, Gamma:\nplease merge them",
    "Order 12:30 or 13:15, which slot is free?",
    "The export ran at 09:14 and at 09:20. Both files are empty.",
    "09:14 is when it stopped.",
    "Use {name} in the template? It prints nothing.",
    "How do I write a=b in a formula?",
    "Where is the comment <b>bold</b> shown?",
    "Please help.\n\nDelete my whole account with all its boards today, they hold nothing that I need any "
    "more.",
    "The invoices are at https://boards.example/list?page=2 and all of them are wrong",
    "Hello\n\nMy name is Mara.\n\nI pay for ten seats.",
    "Thank you,\nthat was quick. Where is the invoice?",
    "Hello,\nAda here, I cannot log in",
    "Dear team,\nRefund INV-7001",
    "I want:\n- INV-7001 refunded\n- INV-6990 kept",
    "He says he is a lawyer. I only want my invoice.",
    "23.11.2026 09:14 charged 49 USD\n23.11.2026 09:20 charged 49 USD\nPlease give one back.",
    "Invoice of 23.11.2026 14:05:\nplease send it again",
    "Our meeting, 3 November 2026, 10:00:\nwho will join?",
    "Ada Brook\nada@brook.example\nplease add her to my team",
    "Order number: 4711\nDate: 23.11.2026\nName: Bo Reed",
    "Titel: Umsatz\nDatum: 1.11.2026\nBetrag: 49 EUR",
    "Kind: seat\nFrom: Pro\nTo: Team\nDate: 1 December 2026",
    "I need two changes, please: the invoice goes to: Brook Ltd, 12 Mill Lane; the copy goes to: "
    "accounting@brook.example",
    "The trip was booked from: Leeds, to: Rome, on the date: 3 November 2026 at 10:00, why was I charged "
    "twice for it?",
    "Please invite Bo Reed <bo@reed.example>, Ada Brook <ada@brook.example> and me to the same board: Alpha",
    "I paid by card (Visa) on 2 November; INV-7001; 49 USD.",
};

} // namespace

class TestPlainMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWordIsOwn_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *message : messages)
            QTest::newRow(message) << QString::fromUtf8(message);
    }

    void everyWordIsOwn()
    {
        QFETCH(QString, text);

        const Utterance read = readUtterance(text);

        QCOMPARE(read.own, text);
        QVERIFY(!read.hasUncertain());
        QCOMPARE(read.ownWithQuotations(), text);
    }

    void noWordIsLostAboveAQuote()
    {
        const QString block =
            QStringLiteral("\n\nOn Mon, 23 Nov 2026 at 09:14, Desk <desk@northlight.example> "
                           "wrote:\n> Which one?\n> Please tell us.");
        for (const char *message : messages)
            QCOMPARE(readUtterance(QString::fromUtf8(message) + block).own, QString::fromUtf8(message));
    }

    void clausesHoldEveryWord()
    {
        for (const char *message : messages) {
            const Utterance read = readUtterance(QString::fromUtf8(message));
            const auto lettersOf = [](const QString &text) {
                QString letters;
                for (const QChar c : text)
                    if (c.isLetterOrNumber())
                        letters += c;
                return letters;
            };
            QString clauses;
            for (const UtteranceSpan &clause : read.clauses)
                clauses += read.textOf(clause);
            QCOMPARE(lettersOf(clauses), lettersOf(read.own));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlainMessages)
#include "tst_plainmessages.moc"
