#include "support/TestSupport.h"
#include "understanding/Utterance.h"

using namespace Helmdesk;

// What mail programs put below an answer, in many languages. The quoted text always asks for a refund.
namespace
{

struct Block {
    const char *name;
    const char *heading; // what stands above the quoted text
};

// Headings without marks of quoting below them.
const Block headings[] = {
    {"Outlook English",
     "From: Northlight Support <support@northlight.example>\nSent: Monday, 23 November 2026 "
     "09:14\nTo: Mara Lind <mara@lind.example>\nSubject: Re: Invoice"},
    {"Outlook English, names alone",
     "From: Northlight Support\nSent: Monday, 23 November 2026 09:14\nTo: Mara\n"
     "Subject: Re: Invoice"},
    {"Outlook Danish",
     "Fra: Northlight Support <support@northlight.example>\nSendt: 23. november 2026 09:14\nTil: "
     "Mara Lind <mara@lind.example>\nEmne: Re: Faktura"},
    {"Outlook Norwegian",
     "Fra: Northlight Support\nSendt: mandag 23. november 2026 09:14\nTil: Mara Lind\nKopi: "
     "Ada Brook\nEmne: SV: Faktura"},
    {"Outlook Swedish",
     "Från: Northlight Support <support@northlight.example>\nSkickat: den 23 november 2026 "
     "09:14\nTill: Mara Lind\nÄmne: Sv: Faktura"},
    {"Outlook Finnish",
     "Lähettäjä: Northlight Support <support@northlight.example>\nLähetetty: maanantai 23. "
     "marraskuuta 2026 9.14\nVastaanottaja: Mara Lind\nAihe: Vs: Lasku"},
    {"Outlook Polish",
     "Od: Northlight Support <support@northlight.example>\nWysłano: poniedziałek, 23 listopada "
     "2026 09:14\nDo: Mara Lind\nTemat: Odp: Faktura"},
    {"Outlook Czech", "Od: Northlight Support\nOdesláno: pondělí 23. listopadu 2026 9:14\nKomu: Mara Lind\n"
                      "Předmět: RE: Faktura"},
    {"Outlook Hungarian",
     "Feladó: Northlight Support\nElküldve: 2026. november 23., hétfő 9:14\nCímzett: Mara "
     "Lind\nTárgy: RE: Számla"},
    {"Outlook German",
     "Von: Northlight Support <support@northlight.example>\nGesendet: Montag, 23. November 2026 "
     "09:14\nAn: Mara Lind\nCc: Ada Brook\nBetreff: AW: Rechnung"},
    {"Outlook French",
     "De : Northlight Support\nEnvoyé : lundi 23 novembre 2026 09:14\nÀ : Mara Lind\nObjet : RE: "
     "Facture"},
    {"Outlook Spanish",
     "De: Northlight Support\nEnviado: lunes, 23 de noviembre de 2026 9:14\nPara: Mara Lind\n"
     "Asunto: RE: Factura"},
    {"Outlook Portuguese",
     "De: Northlight Support\nEnviada em: segunda-feira, 23 de novembro de 2026 09:14\nPara: "
     "Mara Lind\nAssunto: RES: Fatura"},
    {"Outlook Italian",
     "Da: Northlight Support\nInviato: lunedì 23 novembre 2026 09:14\nA: Mara Lind\nOggetto: R: "
     "Fattura"},
    {"Outlook Dutch", "Van: Northlight Support\nVerzonden: maandag 23 november 2026 09:14\nAan: Mara Lind\n"
                      "Onderwerp: RE: Factuur"},
    {"Outlook Romanian",
     "De la: Northlight Support\nTrimis: luni, 23 noiembrie 2026 09:14\nCătre: Mara Lind\n"
     "Subiect: RE: Factura"},
    {"Outlook Turkish",
     "Kimden: Northlight Support\nGönderildi: 23 Kasım 2026 Pazartesi 09:14\nKime: Mara Lind\n"
     "Konu: YNT: Fatura"},
    {"Outlook Greek",
     "Από: Northlight Support\nΣτάλθηκε: Δευτέρα, 23 Νοεμβρίου 2026 9:14 πμ\nΠρος: Mara Lind\n"
     "Θέμα: RE: Τιμολόγιο"},
    {"Outlook Russian",
     "От: Northlight Support <support@northlight.example>\nОтправлено: 23 ноября 2026 г. 9:14\n"
     "Кому: Mara Lind\nТема: RE: Счёт"},
    {"Outlook Ukrainian",
     "Від: Northlight Support\nНадіслано: 23 листопада 2026 р. 9:14\nКому: Mara Lind\nТема: "
     "RE: Рахунок"},
    {"Outlook Japanese",
     "差出人: Northlight Support <support@northlight.example>\n送信日時: 2026年11月23日 9:14\n"
     "宛先: Mara Lind\n件名: Re: 請求書"},
    {"Outlook Chinese",
     "发件人: Northlight Support <support@northlight.example>\n发送时间: 2026年11月23日 9:14\n"
     "收件人: Mara Lind\n主题: 回复: 发票"},
    {"full-width colons",
     "发件人：Northlight Support\n发送时间：2026年11月23日 9:14\n收件人：Mara Lind\n主题：回复：发票"},
    {"Outlook Chinese, traditional",
     "寄件者: Northlight Support\n寄件日期: 2026年11月23日 上午 09:14\n收件者: Mara "
     "Lind\n主旨: RE: 發票"},
    {"Outlook Korean",
     "보낸 사람: Northlight Support\n보낸 날짜: 2026년 11월 23일 월요일 오전 9:14\n받는 사람: Mara "
     "Lind\n제목: RE: 청구서"},
    {"Outlook Arabic",
     "من: Northlight Support <support@northlight.example>\nتاريخ الإرسال: ٢٣ نوفمبر ٢٠٢٦ ٩:١٤ ص\n"
     "إلى: Mara Lind\nالموضوع: RE: فاتورة"},
    {"Outlook Hebrew",
     "\u200fמאת: Northlight Support <support@northlight.example>\n\u200fנשלח: יום שני 23 נובמבר "
     "2026 09:14\n\u200fאל: Mara Lind\n\u200fנושא: RE: חשבונית"},
    {"Outlook, blank lines between",
     "From: Northlight Support <support@northlight.example>\n\nSent: Monday, 23 "
     "November 2026 09:14\n\nTo: Mara Lind\n\nSubject: Re: Invoice"},
    {"Outlook below a rule",
     "________________________________\nVon: Northlight Support\nGesendet: Montag, 23. "
     "November 2026 09:14\nAn: Mara\nBetreff: Rechnung"},
    {"Outlook bold",
     "*Von:* Northlight Support <support@northlight.example>\n*Gesendet:* Montag, 23. November "
     "2026 09:14\n*An:* Mara Lind"},
    {"bold with two marks",
     "**From:** Northlight Support <support@northlight.example>\n**Sent:** Monday, November "
     "23, 2026"},
    {"sent first", "Gesendet: Montag, 23. November 2026 um 09:14 Uhr\nVon: \"Northlight Support\" "
                   "<support@northlight.example>\nAn: mara@lind.example\nBetreff: Re: Rechnung"},
    {"date last",
     "From: Northlight Support <support@northlight.example>\nTo: Mara Lind <mara@lind.example>\nCc: "
     "Ada Brook <ada@brook.example>\nSubject: Re: Invoice\nDate: Mon, 23 Nov 2026 09:14:00 +0100"},
    {"long list of receivers",
     "From: Northlight Support <support@northlight.example>\nSent: Monday, 23 November 2026 "
     "09:14\nTo: Mara Lind <mara@lind.example>; Ada Brook <ada@brook.example>;\n    Bo "
     "Reed <bo@reed.example>\nSubject: Invoice"},
    {"Slovak, no word known",
     "Odosielateľ: Northlight Support <support@northlight.example>\nOdoslané: pondelok 23. "
     "novembra 2026 9:14\nAdresát: Mara Lind"},
    {"Croatian, no word known",
     "Šalje: Northlight Support <support@northlight.example>\nPoslano: 23. studenoga "
     "2026. 9:14\nPrima: Mara Lind\nPredmet: Račun"},
    {"Vietnamese, no word known",
     "Người gửi: Northlight Support <support@northlight.example>\nĐã gửi: Thứ Hai, 23 "
     "tháng 11, 2026 9:14\nTới: Mara Lind\nChủ đề: Hóa đơn"},
    {"Thai, no word known",
     "จาก: Northlight Support <support@northlight.example>\nส่งเมื่อ: 23 พฤศจิกายน 2569 9:14\n"
     "ถึง: Mara Lind"},
    {"Lotus Notes",
     "Von:        Northlight Support/Northlight\nAn:        Mara Lind/Lind@Lind\nDatum:        23.11.2026 "
     "09:14\nBetreff:        Rechnung"},
    {"Lotus forward", "----- Weitergeleitet von Bo Reed/Reed am 23.11.2026 09:14 -----"},
    {"original, English",
     "-----Original Message-----\nFrom: Northlight Support\nSent: Monday, 23 November 2026 09:14"},
    {"original, Swedish",
     "-------- Originalmeddelande --------\nFrån: Northlight Support\nDatum: 2026-11-23 09:14"},
    {"original, German",
     "-------- Ursprüngliche Nachricht --------\nVon: Northlight Support\nDatum: 23.11.26 09:14"},
    {"original, French",
     "-------- Message d'origine --------\nDe : Northlight Support\nDate : 23/11/2026 09:14"},
    {"original, Polish",
     "-------- Oryginalna wiadomość --------\nOd: Northlight Support\nData: 23.11.2026 09:14"},
    {"original, Japanese", "-----元のメッセージ-----\n差出人: Northlight Support\n日時: 2026年11月23日 9:14"},
    {"original, Chinese", "------------------ 原始邮件 ------------------\n发件人: \"Northlight\" "
                          "<support@northlight.example>;\n发送时间: 2026年11月23日(星期一) 上午9:14"},
    {"original, no word known",
     "-------- Pôvodná správa --------\nOd koho: Northlight <support@northlight.example>\n"
     "Kedy: 23.11.2026 9:14"},
    {"Proton", "------- Original Message -------\nOn Monday, November 23rd, 2026 at 09:14, Northlight "
               "<support@northlight.example> wrote:"},
    {"Zoho", "---- On Mon, 23 Nov 2026 09:14:00 +0100 Northlight <support@northlight.example> wrote ---"},
    {"Zoho, no word known",
     "---- Dňa Mon, 23 Nov 2026 09:14:00 +0100 Northlight <support@northlight.example> ----"},
    {"Yahoo",
     "On Monday, November 23, 2026 at 09:14:00 AM GMT+1, Northlight <support@northlight.example> wrote:"},
    {"Gmail forward",
     "---------- Forwarded message ---------\nFrom: Bo Reed <bo@reed.example>\nDate: Mon, 23 Nov "
     "2026 at 09:14\nSubject: Invoice\nTo: Mara <mara@lind.example>"},
    {"Gmail forward, Spanish",
     "---------- Forwarded message ---------\nDe: Bo Reed <bo@reed.example>\nDate: lun, 23 "
     "nov 2026 a las 9:14\nSubject: Factura\nTo: Mara <mara@lind.example>"},
    {"Apple forward",
     "Begin forwarded message:\n\nFrom: Bo Reed <bo@reed.example>\nSubject: Invoice\nDate: 23 "
     "November 2026 at 09:14:00 CET\nTo: Mara <mara@lind.example>"},
    {"Apple forward, German",
     "Anfang der weitergeleiteten Nachricht:\n\nVon: Bo Reed <bo@reed.example>\nBetreff: "
     "Rechnung\nDatum: 23. November 2026 um 09:14:00 MEZ\nAn: Mara <mara@lind.example>"},
    {"Thunderbird forward",
     "-------- Weitergeleitete Nachricht --------\nBetreff: \tRechnung\nDatum: \tMon, 23 Nov "
     "2026 09:14:00 +0100\nVon: \tBo Reed <bo@reed.example>\nAn: \tMara <mara@lind.example>"},
    {"name and address", "Northlight Support <support@northlight.example> wrote:"},
};

// Attributions; they stand above marked and unmarked quotes.
const Block attributions[] = {
    {"Gmail English", "On Mon, 23 Nov 2026 at 09:14, Northlight Support <support@northlight.example> wrote:"},
    {"Gmail English, two lines",
     "On Mon, 23 Nov 2026 at 09:14, Northlight Support\n<support@northlight.example> wrote:"},
    {"Gmail English, three lines", "On Monday, the twenty-third of November 2026 at 09:14, Northlight "
                                   "Support\n<support@northlight.example>\nwrote:"},
    {"Gmail German", "Am Mo., 23. Nov. 2026 um 09:14 Uhr schrieb Northlight <support@northlight.example>:"},
    {"Gmail French", "Le lun. 23 nov. 2026 à 09:14, Northlight <support@northlight.example> a écrit :"},
    {"Gmail Spanish", "El lun, 23 nov 2026 a las 9:14, Northlight (<support@northlight.example>) escribió:"},
    {"Gmail Portuguese",
     "Em seg., 23 de nov. de 2026 às 09:14, Northlight <support@northlight.example> escreveu:"},
    {"Gmail Italian",
     "Il giorno lun 23 nov 2026 alle ore 09:14 Northlight <support@northlight.example> ha scritto:"},
    {"Gmail Dutch", "Op ma 23 nov 2026 om 09:14 schreef Northlight <support@northlight.example>:"},
    {"Gmail Swedish", "Den mån 23 nov. 2026 kl 09:14 skrev Northlight Support <support@northlight.example>:"},
    {"Gmail Danish", "Den man. 23. nov. 2026 kl. 09.14 skrev Northlight <support@northlight.example>:"},
    {"Gmail Norwegian", "man. 23. nov. 2026 kl. 09:14 skrev Northlight <support@northlight.example>:"},
    {"Gmail Finnish", "ma 23. marrask. 2026 klo 9.14 Northlight (support@northlight.example) kirjoitti:"},
    {"Gmail Polish", "pon., 23 lis 2026 o 09:14 Northlight <support@northlight.example> napisał(a):"},
    {"Gmail Czech", "po 23. 11. 2026 v 9:14 odesílatel Northlight <support@northlight.example> napsal:"},
    {"Gmail Hungarian",
     "Northlight <support@northlight.example> ezt írta (időpont: 2026. nov. 23., H, 9:14):"},
    {"Gmail Romanian", "În lun., 23 nov. 2026 la 09:14, Northlight <support@northlight.example> a scris:"},
    {"Gmail Turkish",
     "Northlight <support@northlight.example>, 23 Kas 2026 Pzt, 09:14 tarihinde şunu yazdı:"},
    {"Gmail Russian", "пн, 23 нояб. 2026 г. в 09:14, Northlight <support@northlight.example>:"},
    {"Gmail Ukrainian", "пн, 23 лист. 2026 р. о 09:14 Northlight <support@northlight.example> пише:"},
    {"Gmail Greek",
     "Στις Δευ 23 Νοε 2026 στις 9:14 π.μ., ο χρήστης Northlight <support@northlight.example> έγραψε:"},
    {"Gmail Japanese", "2026年11月23日(月) 9:14 Northlight <support@northlight.example>:"},
    {"Gmail Chinese", "Northlight <support@northlight.example> 于2026年11月23日周一 09:14写道："},
    {"Gmail Korean", "2026년 11월 23일 (월) 오전 9:14, Northlight <support@northlight.example>님이 작성:"},
    {"Gmail Arabic",
     "في الاثنين، 23 نوفمبر 2026 في 9:14 ص تمت كتابة ما يلي بواسطة \u202aNorthlight\u202c\u200f "
     "<\u202asupport@northlight.example\u202c\u200f>:\u200f"},
    {"Gmail Hebrew", "\u202bבתאריך יום ב׳, 23 בנוב׳ 2026 ב-9:14 מאת \u202aNorthlight\u202c\u200f "
                     "<\u202asupport@northlight.example\u202c\u200f>:\u202c"},
    {"Gmail Vietnamese, no word known", "Vào Th 2, 23 thg 11, 2026 vào lúc 09:14 Northlight "
                                        "<support@northlight.example> đã viết:"},
    {"Gmail Indonesian, no word known", "Pada tanggal Sen, 23 Nov 2026 pukul 09.14 Northlight "
                                        "<support@northlight.example> menulis:"},
    {"Gmail Bulgarian, no word known",
     "На пн, 23.11.2026 г. в 9:14 Northlight <support@northlight.example> изпрати:"},
    {"Apple Mail", "On 23 Nov 2026, at 09:14, Northlight <support@northlight.example> wrote:"},
    {"Apple Mail German", "Am 23.11.2026 um 09:14 schrieb Northlight Support <support@northlight.example>:"},
    {"Apple Mail Japanese", "2026/11/23 9:14、Northlight <support@northlight.example>のメール:"},
    {"Thunderbird", "On 23/11/2026 09:14, Northlight Support wrote:"},
    {"Thunderbird German", "Am 23.11.26 um 09:14 schrieb Northlight Support:"},
    {"Thunderbird Polish", "W dniu 23.11.2026 o 09:14, Northlight Support pisze:"},
    {"Lotus Notes", "support@northlight.example schrieb am 23.11.2026 09:14:23:"},
    {"address alone", "Northlight Support <support@northlight.example> wrote:"},
};

const char *const ownTexts[] = {
    "Thanks, understood. How do I export a board?",
    "Hello,\n\nwhich of my invoices is open?\nI cannot find it.",
    "はい、わかりました。ボードをエクスポートするには？",
    "Phone: +44 113 496 0000\nPlease use this number from now on.",
};

QString fromText(const char *text)
{
    return QString::fromUtf8(text);
}

const QString quoted =
    QStringLiteral("Hello,\nI was charged by mistake for invoice INV-7001, please refund it.\nMara");

QString marked(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line.prepend(QStringLiteral("> "));
    return lines.join(u'\n');
}

} // namespace

class TestMailPrograms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsBelowAHeadingIsNotOwn_data()
    {
        QTest::addColumn<QString>("heading");
        for (const Block &block : headings)
            QTest::newRow(block.name) << fromText(block.heading);
        for (const Block &block : attributions)
            QTest::newRow(qPrintable(QStringLiteral("attribution, ") + fromText(block.name)))
                << fromText(block.heading);
    }

    void whatIsBelowAHeadingIsNotOwn()
    {
        QFETCH(QString, heading);
        for (const char *ownText : ownTexts) {
            const QString own = fromText(ownText);
            for (const QString &gap : {QStringLiteral("\n\n"), QStringLiteral("\n")}) {
                const Utterance read = readUtterance(own + QStringLiteral("\n\n") + heading + gap + quoted);
                QCOMPARE(read.own, own);
                QVERIFY(!read.hasUncertain());
                const QString below = read.textOf(PartKind::Quoted) + read.textOf(PartKind::Forwarded);
                QVERIFY2(below.contains(QStringLiteral("INV-7001")), qPrintable(below));
                QCOMPARE(readUtterance(read.withoutHistory()).own, own);
            }
        }
    }

    void marksOfQuotingNeedNoHeading_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::newRow("none") << QString();
        for (const Block &block : attributions)
            QTest::newRow(block.name) << fromText(block.heading) + u'\n';
    }

    // The answer may stand above, below or on both sides.
    void marksOfQuotingNeedNoHeading()
    {
        QFETCH(QString, heading);
        const QString block = heading + marked(quoted);
        for (const char *ownText : ownTexts) {
            const QString own = fromText(ownText);
            QCOMPARE(readUtterance(own + QStringLiteral("\n\n") + block).own, own);
            QCOMPARE(readUtterance(block + QStringLiteral("\n\n") + own).own, own);
            QCOMPARE(readUtterance(own + QStringLiteral("\n\n") + block + QStringLiteral("\n\nYes.")).own,
                     own + QStringLiteral("\n\nYes."));
        }
    }

    void whollyQuotedMailIsFoundInsideMarks()
    {
        for (const Block &block : headings) {
            const QString text =
                QStringLiteral("FYI\n\n") + marked(fromText(block.heading) + QStringLiteral("\n\n") + quoted);
            const Utterance read = readUtterance(text);
            QCOMPARE(read.own, QStringLiteral("FYI"));
        }
    }

    void sendersAreRead_data()
    {
        QTest::addColumn<QString>("heading");
        const auto add = [](const Block &block) {
            const QString heading = fromText(block.heading);
            if (heading.contains(QStringLiteral("@northlight")) ||
                heading.contains(QStringLiteral("<bo@reed")))
                QTest::newRow(block.heading) << heading;
        };
        for (const Block &block : headings)
            add(block);
        for (const Block &block : attributions)
            add(block);
    }

    void sendersAreRead()
    {
        QFETCH(QString, heading);

        const Utterance read = readUtterance(heading + QStringLiteral("\n\n") + quoted);

        QCOMPARE(read.parts.size(), size_t{1});
        const bool isOurs = heading.contains(QStringLiteral("@northlight"));
        const QString address =
            isOurs ? QStringLiteral("support@northlight.example") : QStringLiteral("bo@reed.example");
        QCOMPARE(read.parts.front().senderAddress, address);
    }
};

QTEST_GUILESS_MAIN(TestMailPrograms)
#include "tst_mailprograms.moc"
