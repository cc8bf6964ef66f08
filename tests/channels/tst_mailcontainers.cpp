#include "channels/MailText.h"
#include "support/TestSupport.h"
#include "understanding/Utterance.h"

using namespace Helmdesk;

namespace
{

QString ownOf(const char *html)
{
    return readUtterance(mailHtmlText(QString::fromUtf8(html))).own;
}

} // namespace

// Mails in HTML as mail programs write them.
class TestMailContainers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotedMailIsFound_data()
    {
        QTest::addColumn<QString>("below");
        const auto row = [](const char *name, const char *below) {
            QTest::newRow(name) << QString::fromUtf8(below);
        };
        row("Gmail",
            "<br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">On "
            "Mon, "
            "Desk &lt;<a href=\"mailto:d@northlight.example\">d@northlight.example</a>&gt; wrote:<br></div>"
            "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid "
            "rgb(204,204,204)\"><div>Refund INV-7001</div></blockquote></div>");
        row("Gmail forward",
            "<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message "
            "---------<br>From: Bo &lt;bo@reed.example&gt;<br>Date: Mon, 23 Nov 2026<br></div><br>Refund "
            "INV-7001</div>");
        row("Gmail, seen by Outlook", "<div class=\"x_gmail_quote\">On Monday the Desk wrote:<blockquote "
                                      "class=\"x_gmail_quote\">Refund INV-7001</blockquote></div>");
        row("Outlook on the web",
            "<div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\">"
            "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><b>Von:</b> Desk<br><b>Gesendet:</b> "
            "Montag</div><div>Refund INV-7001</div>");
        row("Outlook, a reply to a reply",
            "<div id=\"x_divRplyFwdMsg\">From: Desk</div><p>Refund INV-7001</p>");
        row("Outlook on the desk",
            "<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm "
            "0cm\"><p><b>Fra:</b> Desk &lt;d@northlight.example&gt;<br><b>Sendt:</b> 23. november "
            "2026 09:14<br><b>Til:</b> Mara<br><b>Emne:</b> Faktura</p></div></div><p>Refund "
            "INV-7001</p>");
        row("Outlook with a line at the left",
            "<div style='border:none;border-left:solid blue 1.5pt;padding:0cm 0cm 0cm "
            "4.0pt'><p>Refund INV-7001</p></div>");
        row("Outlook for Mac",
            "<span id=\"OLK_SRC_BODY_SECTION\"><div><span>From: </span> Desk</div><p>Refund "
            "INV-7001</p></span>");
        row("Apple Mail",
            "<div><blockquote type=\"cite\"><div>On 23 Nov 2026, at 09:14, Desk wrote:</div><div>Refund "
            "INV-7001</div></blockquote></div>");
        row("Thunderbird",
            "<div class=\"moz-cite-prefix\">Am 23.11.26 um 09:14 schrieb Desk:<br></div><blockquote "
            "type=\"cite\" cite=\"mid:1\"><p>Refund INV-7001</p></blockquote>");
        row("Thunderbird forward",
            "<div class=\"moz-forward-container\">-------- Weitergeleitete Nachricht "
            "--------<table class=\"moz-email-headers-table\"><tr><th>Von: </th><td>Bo "
            "&lt;bo@reed.example&gt;</td></tr></table><p>Refund INV-7001</p></div>");
        row("Yahoo", "<div id=\"ydp4f2yahoo_quoted_1\" class=\"ydp4f2yahoo_quoted\"><div>On Monday, Desk "
                     "wrote:</div><div>Refund INV-7001</div></div>");
        row("Proton",
            "<div class=\"protonmail_quote\">------- Original Message -------<br>Desk wrote:<br><blockquote>"
            "Refund INV-7001</blockquote></div>");
        row("Zoho", "<div class=\"zmail_extra\"><div id=\"Zm-1\">---- On Mon, 23 Nov 2026 <b>Desk</b> wrote "
                    "---<br></div>"
                    "<blockquote id=\"blockquote_zmail\">Refund INV-7001</blockquote></div>");
        row("GMX",
            "<div name=\"quote\" style=\"margin:10px 5px 5px 10px; border-left:2px solid #C3D9E5\">Gesendet: "
            "Montag<br>Refund INV-7001</div>");
        row("NetEase",
            "<div id=\"isReplyContent\">At 2026-11-23 09:14:00, \"Desk\" wrote:<br>Refund INV-7001</div>");
        row("Roundcube", "<p id=\"reply-intro\">Am 23.11.2026 09:14, schrieb Desk:</p><blockquote>Refund "
                         "INV-7001</blockquote>");
        row("never closed", "<blockquote>Refund INV-7001<div>and more");
        row("attributes without marks", "<blockquote type=cite>Refund INV-7001</blockquote>");
    }

    void quotedMailIsFound()
    {
        QFETCH(QString, below);
        const QString html = QStringLiteral("<html><body><div>Thanks. How do I export a board?</div>") +
                             below + QStringLiteral("</body></html>");

        const QString text = mailHtmlText(html);

        QVERIFY2(text.contains(QStringLiteral("INV-7001")), qPrintable(text));
        QCOMPARE(readUtterance(text).own, QStringLiteral("Thanks. How do I export a board?"));
        QVERIFY(!readUtterance(text).hasUncertain());
    }

    void answersBetweenQuotationsAreOwn()
    {
        QCOMPARE(ownOf("<div>Hello</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Desk "
                       "wrote:</div>"
                       "<blockquote class=\"gmail_quote\">Which plan?</blockquote><div>The Team plan.</div>"
                       "<blockquote class=\"gmail_quote\">Since?</blockquote><div>Since May.</div></div>"),
                 QStringLiteral("Hello\n\nThe Team plan.\n\nSince May."));
        QCOMPARE(ownOf("<blockquote type=\"cite\">Which plan?</blockquote><div>The Team plan.</div>"),
                 QStringLiteral("The Team plan."));
    }

    void forwardedMailKeepsItsQuotations()
    {
        QCOMPARE(ownOf("<div>See below</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- "
                       "Forwarded "
                       "message ---------<br>From: Bo "
                       "&lt;bo@reed.example&gt;</div><blockquote>one</blockquote>Refund "
                       "INV-7001</div>"),
                 QStringLiteral("See below"));
    }

    void indentedTextIsOwn()
    {
        QCOMPARE(ownOf("<p>My new address:</p><blockquote style=\"margin:0 0 0 "
                       "40px;border:none;padding:0px\">12 Mill "
                       "Lane, Leeds</blockquote>"),
                 QStringLiteral("My new address:\n\n12 Mill Lane, Leeds"));
        QCOMPARE(ownOf("<div style=\"border-left:none\">How do I export?</div>"),
                 QStringLiteral("How do I export?"));
    }

    void signaturesAreSetApart()
    {
        for (const char *mark :
             {"class=\"gmail_signature\" data-smartmail=\"gmail_signature\"", "class=\"moz-signature\"",
              "id=\"ms-outlook-mobile-signature\"", "id=\"AppleMailSignature\"", "id=\"Signature\""}) {
            const QByteArray html = QByteArray("<div>How do I export?</div><div ") + mark +
                                    "><div>Ada Brook</div><div>Head of Legal</div></div>";
            QCOMPARE(ownOf(html.constData()), QStringLiteral("How do I export?"));
        }
    }

    void commentsAndScriptsHoldNoContainers()
    {
        QCOMPARE(ownOf("<!-- <blockquote> --><p>One</p><style>a<blockquote{}</style><p>Two</p>"),
                 QStringLiteral("One\n\nTwo"));
    }

    void deepNestingEnds()
    {
        const QString html = QStringLiteral("<p>Own</p>") + QStringLiteral("<blockquote>").repeated(2000) +
                             QStringLiteral("old") + QStringLiteral("</blockquote>").repeated(2000);

        QCOMPARE(readUtterance(mailHtmlText(html)).own, QStringLiteral("Own"));
    }
};

QTEST_GUILESS_MAIN(TestMailContainers)
#include "tst_mailcontainers.moc"
