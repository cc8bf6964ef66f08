<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Last tickets</source>
        <translation>Letzte Tickets</translation>
    </message>
    <message>
        <source>No ticket so far.</source>
        <translation>Bisher kein Ticket.</translation>
    </message>
    <message>
        <source>None, ends on %1</source>
        <translation>Keine, endet am %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>amount, day</comment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>SEPA, account ending in %1</source>
        <translation>SEPA, Konto mit den Endziffern %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>%1 ending in %2, until %3</source>
        <comment>brand, digits, month</comment>
        <translation>%1 mit den Endziffern %2, bis %3</translation>
    </message>
    <message>
        <source>%1 ending in %2</source>
        <comment>brand, digits</comment>
        <translation>%1 mit den Endziffern %2</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>Nächste Zahlung</translation>
    </message>
    <message>
        <source>Pays with</source>
        <translation>Zahlt mit</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>card ending %1</source>
        <translation>Karte mit den Endziffern %1</translation>
    </message>
    <message>
        <source>bank account ending %1</source>
        <translation>Bankkonto mit den Endziffern %1</translation>
    </message>
    <message>
        <source>the payment method that was charged</source>
        <translation>die belastete Zahlungsart</translation>
    </message>
    <message>
        <source>Refund %1 to %2 for %3</source>
        <extracomment>An amount, where it goes and the number of the invoice</extracomment>
        <translation>%1 für Rechnung %3 auf %2 erstatten</translation>
    </message>
    <message>
        <source>Send a link to set a new password, valid for 24 hours, to %1</source>
        <translation>Link zum Setzen eines neuen Passworts, 24 Stunden gültig, an %1 senden</translation>
    </message>
    <message>
        <source>Send nothing: the address is not this customer’s. The reply is the same as always</source>
        <translation>Nichts senden: Die Adresse gehört nicht zu diesem Kunden. Die Antwort ist dieselbe wie immer</translation>
    </message>
    <message>
        <source>Ask at %1 to confirm the new address %2; nothing changes until then</source>
        <translation>Bei %1 die Bestätigung der neuen Adresse %2 erbitten; bis dahin ändert sich nichts</translation>
    </message>
    <message>
        <source>Remove from the account: %1</source>
        <extracomment>%1 is a field of an account: name, phone</extracomment>
        <translation>Aus dem Konto entfernen: %1</translation>
    </message>
    <message>
        <source>Change in the account: %1 to “%2”</source>
        <extracomment>%1 is a field of an account: name, phone</extracomment>
        <translation>Im Konto ändern: %1 auf „%2“</translation>
    </message>
    <message>
        <source>Give the customer a link, valid for one hour, to enter a new card</source>
        <translation>Dem Kunden einen Link, eine Stunde gültig, zur Eingabe einer neuen Karte geben</translation>
    </message>
    <message>
        <source>Give the customer a link, valid for one hour, to enter a new bank account</source>
        <translation>Dem Kunden einen Link, eine Stunde gültig, zur Eingabe eines neuen Bankkontos geben</translation>
    </message>
    <message>
        <source>Open a ticket: %1</source>
        <translation>Ticket anlegen: %1</translation>
    </message>
    <message>
        <source>The refund of %1 is above the limit of %2.</source>
        <translation>Die Erstattung von %1 liegt über der Grenze von %2.</translation>
    </message>
    <message>
        <source>With the refunds of the last 24 hours, %1, this passes the customer’s limit of %2.</source>
        <translation>Mit den Erstattungen der letzten 24 Stunden, %1, übersteigt dies die Grenze von %2 für den Kunden.</translation>
    </message>
    <message>
        <source>With the refunds of the last 30 days, %1, this passes the customer’s limit of %2.</source>
        <translation>Mit den Erstattungen der letzten 30 Tage, %1, übersteigt dies die Grenze von %2 für den Kunden.</translation>
    </message>
    <message>
        <source>The invoice was refunded %1 times before.</source>
        <translation>Zu dieser Rechnung wurde schon %1-mal erstattet.</translation>
    </message>
    <message>
        <source>This kind of change always needs a person.</source>
        <translation>Eine solche Änderung braucht immer einen Menschen.</translation>
    </message>
    <message>
        <source>The customer’s account: %1.</source>
        <translation>Das Konto des Kunden: %1.</translation>
    </message>
    <message>
        <source>Where the money goes has changed since it was approved.</source>
        <translation>Wohin das Geld geht, hat sich seit der Freigabe geändert.</translation>
    </message>
    <message>
        <source>What it changes is no longer what was approved.</source>
        <translation>Was geändert wird, ist nicht mehr das, was freigegeben wurde.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What an act does, and why a person is asked</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>erstattet</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>payment method</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>open</source>
        <comment>invoice</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <translation>teilweise erstattet</translation>
    </message>
    <message>
        <source>The draft was rejected</source>
        <translation>Der Entwurf wurde verworfen</translation>
    </message>
    <message>
        <source>A person took over</source>
        <translation>Ein Mensch hat übernommen</translation>
    </message>
    <message>
        <source>The conversation was resolved</source>
        <translation>Die Unterhaltung wurde erledigt</translation>
    </message>
    <message>
        <source>It was answered again</source>
        <translation>Es wurde neu geantwortet</translation>
    </message>
    <message>
        <source>The customer took it back</source>
        <translation>Der Kunde hat es zurückgenommen</translation>
    </message>
    <message>
        <source>The change was undone</source>
        <translation>Die Änderung wurde rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>HandoffPanel</name>
    <message>
        <source>A person said no to: %1</source>
        <translation>Ein Mensch hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Looked up: %1</source>
        <translation>Nachgeschlagen: %1</translation>
    </message>
    <message>
        <source>Article: %1</source>
        <extracomment>An article of the help centre that was found</extracomment>
        <translation>Artikel: %1</translation>
    </message>
    <message>
        <source>Last reply: %1</source>
        <translation>Letzte Antwort: %1</translation>
    </message>
    <message>
        <source>A reply is proposed below.</source>
        <translation>Unten ist eine Antwort vorgeschlagen.</translation>
    </message>
    <message>
        <source>Waits for a decision: %1</source>
        <translation>Wartet auf eine Entscheidung: %1</translation>
    </message>
    <message>
        <source>Unanswered since %1</source>
        <translation>Unbeantwortet seit %1</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>Postfach %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>Messages that wait for Helmdesk</source>
        <translation>Nachrichten, die auf Helmdesk warten</translation>
    </message>
    <message>
        <source>Conversations that wait for a person</source>
        <translation>Unterhaltungen, die auf einen Menschen warten</translation>
    </message>
    <message>
        <source>Answering messages</source>
        <translation>Nachrichten beantworten</translation>
    </message>
    <message>
        <source>Sending replies</source>
        <translation>Antworten senden</translation>
    </message>
    <message>
        <source>Budget of the day</source>
        <translation>Budget des Tages</translation>
    </message>
    <message>
        <source>Budget of the month</source>
        <translation>Budget des Monats</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>What people write about</source>
        <translation>Worüber geschrieben wird</translation>
    </message>
    <message>
        <source>How sure Helmdesk is</source>
        <translation>Wie sicher Helmdesk ist</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Es funktioniert.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>Es startet gerade.</translation>
    </message>
    <message>
        <source>Out of reach for %1.</source>
        <translation>Seit %1 nicht erreichbar.</translation>
    </message>
    <message>
        <source>Out of reach for %1: %2</source>
        <translation>Seit %1 nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>Out of reach.</source>
        <translation>Nicht erreichbar.</translation>
    </message>
    <message>
        <source>Out of reach: %1</source>
        <translation>Nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>It does not work.</source>
        <translation>Es funktioniert nicht.</translation>
    </message>
    <message>
        <source>It does not work: %1</source>
        <translation>Es funktioniert nicht: %1</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Es antwortet.</translation>
    </message>
    <message>
        <source>Its last call failed, or today’s budget is nearly spent.</source>
        <translation>Der letzte Aufruf schlug fehl, oder das Budget von heute ist fast verbraucht.</translation>
    </message>
    <message>
        <source>It fails; the built-in engine answers meanwhile.</source>
        <translation>Es versagt; das eingebaute Programm antwortet inzwischen.</translation>
    </message>
    <message>
        <source>It fails.</source>
        <translation>Es versagt.</translation>
    </message>
    <message>
        <source>Nothing lately.</source>
        <translation>In letzter Zeit nichts.</translation>
    </message>
    <message>
        <source>None of the last %1 failed.</source>
        <translation>Von den letzten %1 schlug nichts fehl.</translation>
    </message>
    <message>
        <source>%1 of the last %2 failed (%3).</source>
        <translation>%1 der letzten %2 schlugen fehl (%3).</translation>
    </message>
    <message>
        <source>Too few messages to compare: %1 now, %2 in the weeks before.</source>
        <translation>Zu wenige Nachrichten für einen Vergleich: jetzt %1, in den Wochen davor %2.</translation>
    </message>
    <message>
        <source>As in the weeks before (index %1).</source>
        <translation>Wie in den Wochen davor (Index %1).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of the confidence, like 70 % to 80 %</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <extracomment>A part of the messages and its share before and now</extracomment>
        <translation>%1: %2, vorher %3</translation>
    </message>
    <message>
        <source>It has changed against the weeks before. %1.</source>
        <translation>Es hat sich gegenüber den Wochen davor geändert. %1.</translation>
    </message>
    <message>
        <source>Messages are answered.</source>
        <translation>Nachrichten werden beantwortet.</translation>
    </message>
    <message>
        <source>No program answers the messages.</source>
        <translation>Kein Programm beantwortet die Nachrichten.</translation>
    </message>
    <message>
        <source>None waits.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message>
        <source>%1 wait; the first one for %2.</source>
        <translation>%1 warten; die erste seit %2.</translation>
    </message>
    <message>
        <source>%1 wait; one has not been touched for %2.</source>
        <translation>%1 warten; eine wurde seit %2 nicht angefasst.</translation>
    </message>
    <message>
        <source>%1 of %2 dollars are spent.</source>
        <translation>%1 von %2 Dollar sind verbraucht.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>Another program may be about to take over. If this stays, start Helmdesk again.</source>
        <translation>Vielleicht übernimmt gleich ein anderes Programm. Bleibt es so, starten Sie Helmdesk neu.</translation>
    </message>
    <message>
        <source>Change it in the settings, then start Helmdesk again.</source>
        <translation>Ändern Sie es in den Einstellungen und starten Sie Helmdesk dann neu.</translation>
    </message>
    <message>
        <source>Test the connection, and give the password again.</source>
        <translation>Prüfen Sie die Verbindung und geben Sie das Passwort neu ein.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Test the connection to see where it fails.</source>
        <translation>Es wird von selbst wieder versucht. Prüfen Sie die Verbindung, um zu sehen, woran es scheitert.</translation>
    </message>
    <message>
        <source>Test it to see what is wrong, or use another one.</source>
        <translation>Prüfen Sie es, um zu sehen, was nicht stimmt, oder nehmen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Ask whoever runs its system; people answer these conversations meanwhile.</source>
        <translation>Fragen Sie, wer das System betreibt; bis dahin beantworten Menschen diese Unterhaltungen.</translation>
    </message>
    <message>
        <source>Helmdesk is behind, or cannot answer. Look at the other lines here.</source>
        <translation>Helmdesk ist im Rückstand oder kann nicht antworten. Sehen Sie sich die anderen Zeilen hier an.</translation>
    </message>
    <message>
        <source>Open the queue and sort it by age.</source>
        <translation>Öffnen Sie die Liste und sortieren Sie sie nach Alter.</translation>
    </message>
    <message>
        <source>People answer these messages meanwhile. The log of the program says why.</source>
        <translation>Bis dahin beantworten Menschen diese Nachrichten. Das Protokoll des Programms sagt, warum.</translation>
    </message>
    <message>
        <source>Open what failed and send it again.</source>
        <translation>Öffnen Sie, was fehlschlug, und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>When it is spent the built-in engine answers. Raise it in the settings where you want more.</source>
        <translation>Ist es verbraucht, antwortet das eingebaute Programm. Erhöhen Sie es in den Einstellungen, wenn Sie mehr wollen.</translation>
    </message>
    <message>
        <source>Make room: a full disk takes no message in.</source>
        <translation>Schaffen Sie Platz: Ein voller Datenträger nimmt keine Nachricht an.</translation>
    </message>
    <message>
        <source>Read some of the latest conversations: a new question, a fault of yours, or spam?</source>
        <translation>Lesen Sie einige der neuesten Unterhaltungen: eine neue Frage, ein eigener Fehler oder Spam?</translation>
    </message>
    <message>
        <source>Read some of the least certain conversations: new words, or articles that are missing?</source>
        <translation>Lesen Sie einige der unsichersten Unterhaltungen: neue Wörter oder fehlende Artikel?</translation>
    </message>
    <message>
        <source>Population stability index %1, where chance alone would stay below %2: the sum over all parts of (share now − share before) × ln(share now ÷ share before). Up to 0.1 counts as no change, above 0.25 as a large one.</source>
        <translation>Populationsstabilitätsindex %1; durch Zufall allein bliebe er unter %2: die Summe über alle Teile von (Anteil jetzt − Anteil vorher) × ln(Anteil jetzt ÷ Anteil vorher). Bis 0,1 gilt als unverändert, über 0,25 als große Änderung.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open the mailboxes</source>
        <translation>Postfächer öffnen</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>Modelle öffnen</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>Liste öffnen</translation>
    </message>
    <message>
        <source>Open Learning</source>
        <translation>Lernen öffnen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ApprovalCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Waiting for approval: %1</source>
        <translation>Wartet auf Freigabe: %1</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Erbeten von %1</translation>
    </message>
    <message>
        <source>Sending the reply carries this out.</source>
        <translation>Wird mit dem Senden der Antwort ausgeführt.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Why is it &amp;denied?</source>
        <translation>Warum wird es &amp;abgelehnt?</translation>
    </message>
    <message>
        <source>Kept with the decision, not sent to the customer</source>
        <translation>Bleibt bei der Entscheidung, geht nicht an den Kunden</translation>
    </message>
    <message>
        <source>Reason for denying</source>
        <translation>Grund für das Ablehnen</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>Warten lassen</translation>
    </message>
    <message>
        <source>The category is set to Suggest, so a person sends</source>
        <translation>Die Kategorie steht auf „Vorschlagen“, daher sendet ein Mensch</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ApprovalsView</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Approvals that wait</source>
        <translation>Wartende Freigaben</translation>
    </message>
    <message>
        <source>Nothing waits. Refunds and other acts that need your consent appear here.</source>
        <translation>Nichts wartet. Erstattungen und anderes, das Ihre Zustimmung braucht, erscheint hier.</translation>
    </message>
    <message>
        <source>Open the conversation with %1</source>
        <translation>Unterhaltung mit %1 öffnen</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Freigegeben: %1</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ArticleModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, updated %2</source>
        <translation>%1, geändert %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentActions</name>
    <message>
        <source>Save the attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>“%1” could run as a program. It can be saved, and is not opened from here.</source>
        <translation>„%1“ könnte als Programm laufen. Es lässt sich speichern und wird von hier aus nicht geöffnet.</translation>
    </message>
    <message>
        <source>“%1” comes from the sender and is opened by another program. Open it only if you expect it.</source>
        <translation>„%1“ kommt vom Absender und wird von einem anderen Programm geöffnet. Öffnen Sie es nur, wenn Sie es erwarten.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>there is no place for the file</source>
        <translation>es gibt keinen Platz für die Datei</translation>
    </message>
    <message>
        <source>No program of this system opens this kind of file. You can save it.</source>
        <translation>Kein Programm dieses Systems öffnet solche Dateien. Sie können sie speichern.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentPreview</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It is damaged, too large or of another kind than its name says.</source>
        <translation>Dieses Bild lässt sich nicht zeigen. Es ist beschädigt, zu groß oder von anderer Art, als sein Name sagt.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>The first page is being drawn…</source>
        <translation>Die erste Seite wird gezeichnet …</translation>
    </message>
    <message>
        <source>This PDF cannot be shown. It is damaged, too large, protected with a password, or takes too long to draw.</source>
        <translation>Dieses PDF lässt sich nicht zeigen. Es ist beschädigt, zu groß, mit einem Passwort geschützt oder braucht zu lange zum Zeichnen.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentRow</name>
    <message>
        <source>%1, %2</source>
        <comment>kind, size</comment>
        <extracomment>Of an attachment: its kind and its size</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, too large to be kept</source>
        <translation>%1, zu groß zum Aufbewahren</translation>
    </message>
    <message>
        <source>%1, not kept</source>
        <extracomment>Of an attachment of which the desk has the name and size alone</extracomment>
        <translation>%1, nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::BacktestPage</name>
    <message>
        <source>The customer’s text</source>
        <translation>Der Text des Kunden</translation>
    </message>
    <message>
        <source>The team’s answer</source>
        <translation>Die Antwort des Teams</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Conversation that a message belongs to</source>
        <translation>Unterhaltung, zu der eine Nachricht gehört</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time of the answer</source>
        <translation>Zeit der Antwort</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wer es geschrieben hat</translation>
    </message>
    <message>
        <source>Customer or team</source>
        <translation>Kunde oder Team</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Message that it answers</source>
        <translation>Nachricht, auf die sie antwortet</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Try it on your archive</source>
        <translation>Am eigenen Archiv ausprobieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Helmdesk answers the first message of each of your past conversations in shadow and compares it with what your team answered. Nothing is sent, and nothing of it is stored in the workspace.</source>
        <translation>Helmdesk beantwortet die erste Nachricht jeder früheren Unterhaltung im Schatten und vergleicht sie mit dem, was Ihr Team geantwortet hat. Nichts wird gesendet, und nichts davon wird im Arbeitsbereich gespeichert.</translation>
    </message>
    <message>
        <source>Mail (mbox, Maildir, .eml), exports of help desks as JSON, and tables as CSV.</source>
        <translation>Mail (mbox, Maildir, .eml), Exporte von Helpdesks als JSON und Tabellen als CSV.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Take names and addresses out of the report</source>
        <translation>Namen und Adressen aus dem Bericht nehmen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Save the report and its table…</source>
        <translation>Bericht und Tabelle speichern …</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Choose an archive</source>
        <translation>Archiv wählen</translation>
    </message>
    <message>
        <source>Choose the folder of an archive</source>
        <translation>Ordner eines Archivs wählen</translation>
    </message>
    <message>
        <source>It is read as %1.</source>
        <translation>Es wird als %1 gelesen.</translation>
    </message>
    <message>
        <source>It is read as a table. Which column holds what?</source>
        <translation>Es wird als Tabelle gelesen. In welcher Spalte steht was?</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>It was stopped. The report holds what was compared until then.</source>
        <translation>Es wurde angehalten. Der Bericht enthält, was bis dahin verglichen war.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln Unterhaltung</numerusform>
            <numerusform>%Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Rückvergleich</translation>
    </message>
    <message>
        <source>The report stands in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose a folder for the report</source>
        <translation>Ordner für den Bericht wählen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::BarChart</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A part of a bar: the row, the part and its number</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CalibrationPage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>A share and its interval</extracomment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Was als Nächstes zu beurteilen ist</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>That the category is right</source>
        <translation>Dass die Kategorie stimmt</translation>
    </message>
    <message>
        <source>That a draft is sent unchanged</source>
        <translation>Dass ein Entwurf unverändert gesendet wird</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Nach Kanal</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Nach Sprache</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>Letzter %Ln Tag</numerusform>
            <numerusform>Letzte %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>What was said and how often it was right</source>
        <translation>Was gesagt wurde und wie oft es stimmte</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>Die Teile</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Gap on the average</source>
        <translation>Mittlerer Abstand</translation>
    </message>
    <message>
        <source>Nothing was said in this time: no message came that was sorted or answered.</source>
        <translation>In dieser Zeit wurde nichts gesagt: Es kam keine Nachricht, die eingeordnet oder beantwortet wurde.</translation>
    </message>
    <message>
        <source>Of %1 messages nobody judged a category yet. Send a draft, changed or not, or put a message into another category: from then on it says here how often the router was right.</source>
        <translation>Von %1 Nachrichten hat noch niemand eine Kategorie beurteilt. Senden Sie einen Entwurf, geändert oder nicht, oder ordnen Sie eine Nachricht anders ein: Von da an steht hier, wie oft die Einordnung stimmte.</translation>
    </message>
    <message>
        <source>Of %1 drafts nobody sent, edited or rejected one yet: from then on it says here how often they could leave unchanged.</source>
        <translation>Von %1 Entwürfen hat noch niemand einen gesendet, geändert oder abgelehnt: Von da an steht hier, wie oft sie unverändert hinausgehen konnten.</translation>
    </message>
    <message>
        <source>%1 of %2 were judged, and %3 right. On the average what was said and what was right lie %4 apart (expected calibration error).</source>
        <translation>%1 von %2 wurden beurteilt, %3 davon richtig. Im Mittel liegen Gesagtes und Richtiges %4 auseinander (erwarteter Kalibrierungsfehler).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Conversation %1: said %2 for “%3”</source>
        <translation>Unterhaltung %1: sagte %2 für „%3“</translation>
    </message>
    <message>
        <source>Too few were judged to tell whether it drifts: %1 before and %2 now, of %3 each that it takes.</source>
        <translation>Zu wenige wurden beurteilt, um eine Abweichung zu erkennen: vorher %1 und jetzt %2, nötig sind je %3.</translation>
    </message>
    <message>
        <source>It has drifted:</source>
        <translation>Es ist abgewichen:</translation>
    </message>
    <message>
        <source>No drift is shown:</source>
        <translation>Keine Abweichung zu erkennen:</translation>
    </message>
    <message>
        <source>right less said was %1 points before and is %2 now, against as many days before (Welch&apos;s test, p = %3).</source>
        <translation>Richtig minus gesagt war vorher %1 Punkte und ist jetzt %2, verglichen mit ebenso vielen Tagen davor (Welch-Test, p = %3).</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CommandModel</name>
    <message>
        <source>Open the conversation with %1: %2</source>
        <translation>Unterhaltung mit %1 öffnen: %2</translation>
    </message>
    <message>
        <source>Settings, %1</source>
        <extracomment>Where a setting is found: the page and its group</extracomment>
        <translation>Einstellungen, %1</translation>
    </message>
    <message>
        <source>Knowledge, %1</source>
        <extracomment>Where an article is found: the room and its category</extracomment>
        <translation>Wissen, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is found, where</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing is called that, and no conversation has these words.</source>
        <translation>Nichts heißt so, und keine Unterhaltung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>A command, customer, setting, article, words or a ticket number</source>
        <translation>Befehl, Kunde, Einstellung, Artikel, Wörter oder Ticketnummer</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Composer</name>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Interne Notiz schreiben</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>Textbaustein einfügen</translation>
    </message>
    <message>
        <source>Reject draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Why is the draft &amp;not right?</source>
        <translation>Was stimmt an dem Entwurf &amp;nicht?</translation>
    </message>
    <message>
        <source>Kept with the run, not sent to the customer</source>
        <translation>Bleibt beim Durchlauf, geht nicht an den Kunden</translation>
    </message>
    <message>
        <source>Reason for rejecting the draft</source>
        <translation>Grund für das Verwerfen des Entwurfs</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <source>Internal note, the customer does not see it</source>
        <translation>Interne Notiz, der Kunde sieht sie nicht</translation>
    </message>
    <message>
        <source>Shadow draft by Helmdesk, not sent</source>
        <translation>Schattenentwurf von Helmdesk, nicht gesendet</translation>
    </message>
    <message>
        <source>Draft by Helmdesk, not sent</source>
        <translation>Entwurf von Helmdesk, nicht gesendet</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Confidence in the draft</source>
        <translation>Vertrauen in den Entwurf</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>Antwort an den Kunden</translation>
    </message>
    <message>
        <source>Write a note for your colleagues</source>
        <translation>Eine Notiz für Ihre Kollegen schreiben</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Eine Antwort schreiben</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A numbered source below a draft</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>There are no snippets yet</source>
        <translation>Es gibt noch keine Textbausteine</translation>
    </message>
    <message>
        <source>Send once decided</source>
        <translation>Senden nach Entscheidung</translation>
    </message>
    <message>
        <source>Approve or deny what waits first, or change the reply.</source>
        <translation>Zuerst freigeben oder ablehnen, was wartet, oder die Antwort ändern.</translation>
    </message>
    <message>
        <source>Keep this text as a snippet</source>
        <translation>Diesen Text als Textbaustein behalten</translation>
    </message>
    <message>
        <source>Edit the snippets</source>
        <translation>Textbausteine bearbeiten</translation>
    </message>
    <message>
        <source>Begin with Helmdesk’s draft</source>
        <translation>Mit dem Entwurf von Helmdesk beginnen</translation>
    </message>
    <message>
        <source>Sending also does this: %1</source>
        <translation>Das Senden führt auch dies aus: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ConversationPane</name>
    <message>
        <source>Choose a conversation to read it here.</source>
        <translation>Wählen Sie eine Unterhaltung, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>False alarm: this needed no person</source>
        <translation>Fehlalarm: das brauchte keinen Menschen</translation>
    </message>
    <message>
        <source>Noted as a false alarm.</source>
        <translation>Als Fehlalarm vermerkt.</translation>
    </message>
    <message>
        <source>Back to the conversation that was open before</source>
        <translation>Zurück zur zuvor geöffneten Unterhaltung</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>You have taken it over; Helmdesk is silent here.</source>
        <translation>Sie haben die Unterhaltung übernommen; Helmdesk schweigt hier.</translation>
    </message>
    <message>
        <source>You will be reminded: %1.</source>
        <translation>Sie werden erinnert: %1.</translation>
    </message>
    <message>
        <source>The reminder is gone.</source>
        <translation>Die Erinnerung ist gelöscht.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <extracomment>Who got a copy of the customer&apos;s last mail</extracomment>
        <translation>Kopie: %1</translation>
    </message>
    <message>
        <source>The draft was rejected; what waited with it is withdrawn.</source>
        <translation>Der Entwurf ist verworfen; was mit ihm wartete, ist zurückgezogen.</translation>
    </message>
    <message>
        <source>The category was changed and the answer drafted anew. Nothing was sent.</source>
        <translation>Die Kategorie wurde geändert und die Antwort neu entworfen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Answer again as</source>
        <translation>Neu antworten als</translation>
    </message>
    <message>
        <source>Handed back; it waits in %1 until it is answered.</source>
        <extracomment>%1 is the name of a view of the queue</extracomment>
        <translation>Zurückgegeben; die Unterhaltung wartet unter „%1“, bis sie beantwortet ist.</translation>
    </message>
    <message>
        <source>The number by which the customer knows this case</source>
        <translation>Die Nummer, unter der der Kunde diesen Fall kennt</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CustomerLink</name>
    <message>
        <source>%1 said who this is. The channel did not establish it, so the sender has no rights by it.</source>
        <translation>%1 hat gesagt, wer das ist. Der Kanal hat es nicht festgestellt; der Absender bekommt dadurch keine Rechte.</translation>
    </message>
    <message>
        <source>This is somebody else</source>
        <translation>Das ist jemand anderes</translation>
    </message>
    <message>
        <source>Probably %1, unverified: the address is known, but nothing proves who writes.</source>
        <translation>Wahrscheinlich %1, ungeprüft: Die Adresse ist bekannt, aber nichts beweist, wer schreibt.</translation>
    </message>
    <message>
        <source>Yes, this is %1</source>
        <translation>Ja, das ist %1</translation>
    </message>
    <message>
        <source>The channel did not establish who writes. Helmdesk shows and changes no customer data in this conversation.</source>
        <translation>Der Kanal hat nicht festgestellt, wer schreibt. Helmdesk zeigt und ändert in dieser Unterhaltung keine Kundendaten.</translation>
    </message>
    <message>
        <source>Say who this is…</source>
        <translation>Sagen, wer das ist …</translation>
    </message>
    <message>
        <source>Name, address or company</source>
        <translation>Name, Adresse oder Firma</translation>
    </message>
    <message>
        <source>Find the customer</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>Kein Kunde passt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A customer to choose: the name and the address</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::DecisionHistory</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>No decision matches. Approvals and denials are kept here with who made them.</source>
        <translation>Keine Entscheidung passt. Hier stehen Freigaben und Ablehnungen mit dem, der sie getroffen hat.</translation>
    </message>
    <message>
        <source>Customer, effect, reason or who decided</source>
        <translation>Kunde, Wirkung, Grund oder wer entschied</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>Alle Entscheidungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>Der letzte Tag</numerusform>
            <numerusform>Die letzten %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV ausgeben …</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>Entscheidungen ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) written to %1</source>
        <translation>
            <numerusform>%Ln Entscheidung nach %1 geschrieben</numerusform>
            <numerusform>%Ln Entscheidungen nach %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::DecisionModel</name>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>%1: %2 for %3, by %4, %5</source>
        <extracomment>A decision as it is read aloud: state, effect, customer, who, when</extracomment>
        <translation>%1: %2 für %3, von %4, %5</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Helmdesk::FirstRunPage</name>
    <message>
        <source>Welcome to Helmdesk</source>
        <translation>Willkommen bei Helmdesk</translation>
    </message>
    <message>
        <source>Helmdesk reads what customers write, answers what it can from your knowledge, and hands you the rest with a draft and its reasons. This workspace is still empty.</source>
        <translation>Helmdesk liest, was Kunden schreiben, beantwortet aus Ihrem Wissen, was es kann, und gibt Ihnen den Rest mit Entwurf und Gründen. Dieser Arbeitsbereich ist noch leer.</translation>
    </message>
    <message>
        <source>Load the sample workspace</source>
        <translation>Beispielarbeitsbereich laden</translation>
    </message>
    <message>
        <source>Import knowledge articles</source>
        <translation>Wissensartikel importieren</translation>
    </message>
    <message>
        <source>Start with an empty inbox</source>
        <translation>Mit leerem Posteingang beginnen</translation>
    </message>
    <message>
        <source>The sample customers and companies are invented. Nothing leaves this computer.</source>
        <translation>Kunden und Firmen des Beispiels sind erfunden. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Loading the sample workspace</source>
        <translation>Beispielarbeitsbereich wird geladen</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox</source>
        <translation>Postfach Ihres Teams verbinden</translation>
    </message>
    <message>
        <source>Try it on your archive</source>
        <translation>Am eigenen Archiv ausprobieren</translation>
    </message>
</context>
<context>
    <name>Helmdesk::HandoffPanel</name>
    <message>
        <source>Given to a person</source>
        <translation>An einen Menschen gegeben</translation>
    </message>
    <message>
        <source>Hide what was asked and done</source>
        <translation>Verbergen, was gefragt und erledigt wurde</translation>
    </message>
    <message>
        <source>Show what was asked and done</source>
        <translation>Zeigen, was gefragt und erledigt wurde</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Versucht</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>What is still to be done</extracomment>
        <translation>Offen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer Eintrag</numerusform>
            <numerusform>und %n weitere Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>is being summed up…</source>
        <translation>wird zusammengefasst …</translation>
    </message>
    <message>
        <source>from the record</source>
        <translation>aus dem Protokoll</translation>
    </message>
    <message>
        <source>in the words of %1</source>
        <translation>in den Worten von %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>Was funktioniert</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the health of the desk was looked at</extracomment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>How serious, and what: &quot;Alarm: Mailbox support&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InboxPage</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) resolved</source>
        <translation>
            <numerusform>%Ln Unterhaltung erledigt</numerusform>
            <numerusform>%Ln Unterhaltungen erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) reopened</source>
        <translation>
            <numerusform>%Ln Unterhaltung wieder geöffnet</numerusform>
            <numerusform>%Ln Unterhaltungen wieder geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) wait for a decision. Resolving withdraws them: nothing of it is done.</source>
        <translation>
            <numerusform>%Ln Aktion wartet auf eine Entscheidung. Das Erledigen zieht sie zurück: Nichts davon wird ausgeführt.</numerusform>
            <numerusform>%Ln Aktionen warten auf eine Entscheidung. Das Erledigen zieht sie zurück: Nichts davon wird ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve and withdraw</source>
        <translation>Erledigen und zurückziehen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InlineBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InsightTiles</name>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>90 % within %1</source>
        <translation>90 %: höchstens %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reopened</source>
        <translation>
            <numerusform>%Ln wieder geöffnet</numerusform>
            <numerusform>%Ln wieder geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Answered by Helmdesk alone</source>
        <translation>Von Helmdesk allein beantwortet</translation>
    </message>
    <message>
        <source>Drafts sent unchanged</source>
        <translation>Unverändert gesendete Entwürfe</translation>
    </message>
    <message>
        <source>First response, median</source>
        <translation>Erste Antwort, Median</translation>
    </message>
    <message>
        <source>Time to resolution, median</source>
        <translation>Zeit bis zur Erledigung, Median</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>Gesparte Zeit</translation>
    </message>
    <message>
        <source>worth %1</source>
        <translation>im Wert von %1</translation>
    </message>
    <message>
        <source>Models, a resolution</source>
        <translation>Modellkosten je Erledigung</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV ausgeben …</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Nach Kanal</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message>
        <source>By reason of escalation</source>
        <translation>Nach Grund der Eskalation</translation>
    </message>
    <message>
        <source>By person and hour</source>
        <translation>Nach Person und Stunde</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>No conversation began in this period. Choose a longer one, or another filter.</source>
        <translation>In diesem Zeitraum begann keine Unterhaltung. Wählen Sie einen längeren oder einen anderen Filter.</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>Zeitraum danach</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>Der letzte Tag</numerusform>
            <numerusform>Die letzten %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation>Zahlen des Zeitraums</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>Wie sie endeten</translation>
    </message>
    <message>
        <source>What became of the drafts</source>
        <translation>Was aus den Entwürfen wurde</translation>
    </message>
    <message>
        <source>Escalations by reason</source>
        <translation>Eskalationen nach Grund</translation>
    </message>
    <message>
        <source>Replies by person</source>
        <translation>Antworten nach Person</translation>
    </message>
    <message>
        <source>Replies by hour</source>
        <translation>Antworten nach Stunde</translation>
    </message>
    <message>
        <source>Change what is assumed</source>
        <translation>Annahmen ändern</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1, verglichen mit: %2</translation>
    </message>
    <message>
        <source>Assumed: a reply by hand takes %1 minutes, with a draft %2, and an hour costs %3. The definitions of all figures stand in the handbook, page Insights.</source>
        <translation>Angenommen: Eine Antwort von Hand dauert %1 Minuten, mit Entwurf %2, und eine Stunde kostet %3. Wie alle Zahlen bestimmt sind, steht im Handbuch, Seite „Insights“.</translation>
    </message>
    <message>
        <source>Export insights</source>
        <translation>Auswertung ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stand in %1.</source>
        <translation>
            <numerusform>%Ln Zeile steht in %1.</numerusform>
            <numerusform>%Ln Zeilen stehen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it on your archive…</source>
        <translation>Am eigenen Archiv ausprobieren …</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Inspector</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Durchlauf</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key of: %1</source>
        <translation>Taste für: %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the key of: %1</source>
        <translation>Taste zurücksetzen für: %1</translation>
    </message>
    <message>
        <source>Neither works: “%1” has the same key</source>
        <translation>Keines von beiden geht: „%1“ hat dieselbe Taste</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KnowledgeView</name>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Import articles from files</source>
        <translation>Artikel aus Dateien importieren</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Artikel durchsuchen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Text, in Markdown</source>
        <translation>Text, in Markdown</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Te&amp;xt, in Markdown</source>
        <translation>Te&amp;xt, in Markdown</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save article</source>
        <translation>Artikel speichern</translation>
    </message>
    <message>
        <source>The article is saved and answers questions from now on.</source>
        <translation>Der Artikel ist gespeichert und beantwortet ab jetzt Fragen.</translation>
    </message>
    <message>
        <source>Delete “%1”? Helmdesk no longer answers from it.</source>
        <translation>„%1“ löschen? Helmdesk antwortet dann nicht mehr daraus.</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>Artikel löschen</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Articles (*.md *.txt *.html *.htm)</source>
        <translation>Artikel (*.md *.txt *.html *.htm)</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 unchanged</source>
        <extracomment>What an import of articles came to</extracomment>
        <translation>%1 neu, %2 geändert, %3 unverändert</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>Zu prüfende Artikel</translation>
    </message>
    <message>
        <source>You have begun to change this article and not saved it.</source>
        <translation>Sie haben begonnen, diesen Artikel zu ändern, und ihn nicht gespeichert.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>“%1” is not saved. What you wrote is kept.</source>
        <translation>„%1“ ist nicht gespeichert. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your changes were dropped.</source>
        <translation>Ihre Änderungen wurden verworfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>You have begun a new article and not saved it.</source>
        <translation>Sie haben einen neuen Artikel begonnen und nicht gespeichert.</translation>
    </message>
    <message>
        <source>An article that you choose is read here. Write one with the plus above the list, or take in files with the arrow beside it.</source>
        <translation>Hier lesen Sie den Artikel, den Sie wählen. Schreiben Sie mit dem Plus über der Liste einen neuen oder importieren Sie Dateien mit dem Pfeil daneben.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::LearningPage</name>
    <message>
        <source>Draft edited</source>
        <translation>Entwurf bearbeitet</translation>
    </message>
    <message>
        <source>Draft rejected</source>
        <translation>Entwurf abgelehnt</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>Kategorie geändert</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Waits for your review</source>
        <translation>Wartet auf Ihre Durchsicht</translation>
    </message>
    <message>
        <source>Over the limit of one customer</source>
        <translation>Über der Grenze für einen Kunden</translation>
    </message>
    <message>
        <source>Over the limit of one day</source>
        <translation>Über der Grenze für einen Tag</translation>
    </message>
    <message>
        <source>Over the limit of the category</source>
        <translation>Über der Grenze der Kategorie</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>Früher in Gebrauch</translation>
    </message>
    <message>
        <source>Declined: it was worse</source>
        <translation>Verworfen: sie war schlechter</translation>
    </message>
    <message>
        <source>The model that came with the program.</source>
        <translation>Das Modell, das mit dem Programm kam.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new correction(s) from %1 customer(s).</source>
        <translation>
            <numerusform>%Ln neue Korrektur von %1 Kunden.</numerusform>
            <numerusform>%Ln neue Korrekturen von %1 Kunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Right on corrections that it had not seen: %1, before %2.</source>
        <translation>Richtig bei Korrekturen, die sie nicht kannte: %1, vorher %2.</translation>
    </message>
    <message>
        <source>Right on the validation messages: %1, before %2.</source>
        <translation>Richtig bei den Prüfnachrichten: %1, vorher %2.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Jetzt lernen</translation>
    </message>
    <message>
        <source>Nothing was corrected yet. When you change a category, edit a draft or mark a false alarm, the router learns from it, and you see here what came of it.</source>
        <translation>Noch wurde nichts korrigiert. Wenn Sie eine Kategorie ändern, einen Entwurf bearbeiten oder einen Fehlalarm melden, lernt die Zuordnung daraus, und Sie sehen hier, was daraus wurde.</translation>
    </message>
    <message>
        <source>What the router has learnt</source>
        <translation>Was die Zuordnung gelernt hat</translation>
    </message>
    <message>
        <source>What can be promised</source>
        <translation>Was versprochen werden kann</translation>
    </message>
    <message>
        <source>Versions of the router</source>
        <translation>Versionen der Zuordnung</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) that the version in use has not learnt from.</source>
        <translation>
            <numerusform>%Ln Korrektur, aus der die Version in Gebrauch noch nicht gelernt hat.</numerusform>
            <numerusform>%Ln Korrekturen, aus denen die Version in Gebrauch noch nicht gelernt hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 of the automatically routed messages wrong: kept by routing at a confidence of %2 or more, which takes %3 of the messages.</source>
        <translation>Höchstens %1 der automatisch zugeordneten Nachrichten falsch: gehalten, wenn ab einer Sicherheit von %2 zugeordnet wird; das betrifft %3 der Nachrichten.</translation>
    </message>
    <message>
        <source>The evidence does not carry a promise of at most %1 wrong: at no confidence are enough of the judged messages right.</source>
        <translation>Die Belege tragen kein Versprechen von höchstens %1 Fehlern: Bei keiner Sicherheit sind genug der beurteilten Nachrichten richtig.</translation>
    </message>
    <message>
        <source>%1 of %2 judged messages at that confidence were wrong; their true share lies between %3 and %4 with a probability of 90 percent.</source>
        <translation>%1 von %2 beurteilten Nachrichten mit dieser Sicherheit waren falsch; ihr wahrer Anteil liegt mit einer Wahrscheinlichkeit von 90 Prozent zwischen %3 und %4.</translation>
    </message>
    <message>
        <source>No promise is set: this shows what one would need. Set it in the settings.</source>
        <translation>Es ist kein Versprechen eingestellt: Dies zeigt, was eines bräuchte. Sie stellen es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>Auf Version %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Version %1 is in use.</source>
        <translation>Version %1 ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The router may learn from it.</source>
        <translation>Die Zuordnung darf daraus lernen.</translation>
    </message>
    <message>
        <source>The router will not learn from it.</source>
        <translation>Die Zuordnung lernt nicht daraus.</translation>
    </message>
    <message>
        <source>The router is learning. You can go on working.</source>
        <translation>Die Zuordnung lernt. Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>A new version was made; see below.</source>
        <translation>Eine neue Version wurde gemacht; siehe unten.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A figure of a hundred</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No correction yet. When you change a category, edit a draft or mark a false alarm, it stands here, and you decide whether the router may learn from it.</source>
        <translation>Noch keine Korrektur. Wenn Sie eine Kategorie ändern, einen Entwurf bearbeiten oder einen Fehlalarm melden, steht es hier, und Sie entscheiden, ob die Zuordnung daraus lernen darf.</translation>
    </message>
    <message>
        <source>The version in use has learnt from every correction.</source>
        <translation>Die Version in Gebrauch hat aus jeder Korrektur gelernt.</translation>
    </message>
    <message>
        <source>Too little evidence to promise at most %1 wrong: at least %2 judged messages are needed.</source>
        <translation>Zu wenige Belege für das Versprechen, höchstens %1 falsch zuzuordnen: Mindestens %2 beurteilte Nachrichten sind nötig.</translation>
    </message>
    <message>
        <source>Judged so far: %1.</source>
        <translation>Bisher beurteilt: %1.</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailTestSteps</name>
    <message>
        <source>Trying the next step</source>
        <translation>Der nächste Schritt wird versucht</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxCard</name>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message>
        <source>Ask the server of %1 for new mail now</source>
        <translation>Den Server von %1 jetzt nach neuen Mails fragen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the mailbox %1</source>
        <translation>Postfach %1 entfernen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>How replies leave by %1</source>
        <translation>Wie Antworten über %1 gesendet werden</translation>
    </message>
    <message>
        <source>Replies are</source>
        <translation>Antworten werden</translation>
    </message>
    <message>
        <source>Change the password of %1</source>
        <translation>Passwort von %1 ändern</translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation>Neues Passwort von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep the password</source>
        <translation>Passwort sichern</translation>
    </message>
    <message>
        <source>Reads from %1; sends by %2</source>
        <extracomment>Two servers of a mailbox</extracomment>
        <translation>Liest von %1; sendet über %2</translation>
    </message>
    <message>
        <source>Reads from %1</source>
        <translation>Liest von %1</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Give it a password</source>
        <translation>Passwort angeben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln put aside: hide the reasons</source>
        <translation>
            <numerusform>%Ln beiseitegelegt: Gründe verbergen</numerusform>
            <numerusform>%Ln beiseitegelegt: Gründe verbergen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put aside: show the reasons</source>
        <translation>
            <numerusform>%Ln beiseitegelegt: Gründe zeigen</numerusform>
            <numerusform>%Ln beiseitegelegt: Gründe zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier one(s)</source>
        <translation>
            <numerusform>und %Ln frühere</numerusform>
            <numerusform>und %Ln frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Stop the test of %1</source>
        <translation>Test von %1 anhalten</translation>
    </message>
    <message>
        <source>Test the mailbox %1</source>
        <translation>Postfach %1 testen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume the mailbox %1</source>
        <translation>Postfach %1 fortsetzen</translation>
    </message>
    <message>
        <source>Pause the mailbox %1</source>
        <translation>Postfach %1 pausieren</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its conversations stay here, and every mail stays on the server. It is no longer read, and its password is forgotten.</source>
        <translation>Seine Unterhaltungen bleiben hier, und jede Mail bleibt auf dem Server. Es wird nicht mehr gelesen, und sein Passwort wird vergessen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its replies have not left for certain: those fail, with that reason.</source>
        <translation>
            <numerusform>%Ln seiner Antworten ist nicht mit Sicherheit hinausgegangen: Sie schlägt fehl, mit diesem Grund.</numerusform>
            <numerusform>%Ln seiner Antworten sind nicht mit Sicherheit hinausgegangen: Sie schlagen fehl, mit diesem Grund.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Vouches for senders</source>
        <translation>Bürgt für Absender</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxForm</name>
    <message>
        <source>What customers write to. Its servers are looked for; nothing is read or sent before you have seen them.</source>
        <translation>Die Adresse, an die Kunden schreiben. Die Server dazu werden gesucht; bevor Sie diese gesehen haben, wird nichts gelesen oder gesendet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Enter the servers myself</source>
        <translation>Server selbst &amp;eingeben</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The address is missing, such as support@example.org.</source>
        <translation>Es fehlt die Adresse, etwa support@example.org.</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox, step %1 of 3: its address</source>
        <translation>Postfach Ihres Teams verbinden, Schritt %1 von 3: die Adresse</translation>
    </message>
    <message>
        <source>Connect %2, step %1 of 3: its servers</source>
        <translation>%2 verbinden, Schritt %1 von 3: die Server</translation>
    </message>
    <message>
        <source>Connect %2, step %1 of 3: what is read</source>
        <translation>%2 verbinden, Schritt %1 von 3: was gelesen wird</translation>
    </message>
    <message>
        <source>&amp;Find its servers</source>
        <translation>Server &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Connect the mailbox</source>
        <translation>Postfach &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>This is no mail address: it reads like support@example.org.</source>
        <translation>Das ist keine Mailadresse: Richtig wäre etwa support@example.org.</translation>
    </message>
    <message>
        <source>Looking for its servers</source>
        <translation>Server werden gesucht</translation>
    </message>
    <message>
        <source>Nothing tells which servers this address has. Enter them yourself.</source>
        <translation>Nichts verrät, welche Server diese Adresse hat. Geben Sie die Server selbst ein.</translation>
    </message>
    <message>
        <source>Testing; nothing is changed on the server</source>
        <translation>Wird getestet; auf dem Server ändert sich nichts</translation>
    </message>
    <message>
        <source>Correct what is wrong and test again.</source>
        <translation>Berichtigen Sie, was nicht stimmt, und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Testing whether it can send; nothing is sent</source>
        <translation>Wird getestet, ob Senden geht; gesendet wird nichts</translation>
    </message>
    <message>
        <source>It cannot send so far. Choose drafts only, or go back and correct the server.</source>
        <translation>Senden geht noch nicht. Wählen Sie „Nur Entwürfe“ oder gehen Sie zurück und berichtigen Sie den Server.</translation>
    </message>
    <message>
        <source>There is a mailbox “%1” already. Go back and choose another name.</source>
        <translation>Es gibt schon ein Postfach „%1“. Gehen Sie zurück und wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxScope</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders to read</source>
        <translation>Zu lesende Ordner</translation>
    </message>
    <message>
        <source>Mail that is there already</source>
        <translation>Schon vorhandene Mails</translation>
    </message>
    <message>
        <source>&amp;Mail to read</source>
        <translation>Zu lesende &amp;Mails</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Re&amp;plies</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Choose at least one folder.</source>
        <translation>Wählen Sie mindestens einen Ordner.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxServers</name>
    <message>
        <source>&amp;Reading (IMAP)</source>
        <translation>&amp;Lesen (IMAP)</translation>
    </message>
    <message>
        <source>Sen&amp;ding (SMTP)</source>
        <translation>Sen&amp;den (SMTP)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Mostly the address itself</source>
        <translation>Meist die Adresse selbst</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>A password, or an app password</source>
        <translation>Passwort oder App-Passwort</translation>
    </message>
    <message>
        <source>An OAuth token</source>
        <translation>OAuth-Token</translation>
    </message>
    <message>
        <source>Si&amp;gn in with</source>
        <translation>An&amp;melden mit</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Empty: one that the system trusts. A server of your own: the SHA-256 of its certificate</source>
        <translation>Leer: eines, dem das System vertraut. Ein eigener Server: der SHA-256 seines Zertifikats</translation>
    </message>
    <message>
        <source>Ce&amp;rtificate</source>
        <translation>Ze&amp;rtifikat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As you want to call it here, such as support</source>
        <translation>Wie Sie es hier nennen wollen, etwa support</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Server, such as mail.example.org</source>
        <translation>Server, etwa mail.example.org</translation>
    </message>
    <message>
        <source>Port for %1</source>
        <translation>Port für %1</translation>
    </message>
    <message>
        <source>Encryption for %1</source>
        <translation>Verschlüsselung für %1</translation>
    </message>
    <message>
        <source>Who runs the mailbox knows its servers.</source>
        <translation>Wer das Postfach betreibt, kennt seine Server.</translation>
    </message>
    <message>
        <source>Found by %1. Correct what is not right.</source>
        <translation>Gefunden über %1. Berichtigen Sie, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Found by %1. %2</source>
        <translation>Gefunden über %1. %2</translation>
    </message>
    <message>
        <source>It goes into the keychain of this machine and is never shown again.</source>
        <translation>Es kommt in den Schlüsselbund dieses Rechners und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine, and a password is never written to a file. What you type here serves for the test alone: set the environment variable %1 before you start Helmdesk.</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund, und ein Passwort wird nie in eine Datei geschrieben. Was Sie hier eingeben, dient nur dem Test: Setzen Sie die Umgebungsvariable %1, bevor Sie Helmdesk starten.</translation>
    </message>
    <message>
        <source>The server to read from is missing: its name and its port.</source>
        <translation>Es fehlt der Server zum Lesen: sein Name und sein Port.</translation>
    </message>
    <message>
        <source>The port of the server to send by is missing.</source>
        <translation>Es fehlt der Port des Servers zum Senden.</translation>
    </message>
    <message>
        <source>The user to sign in with is missing.</source>
        <translation>Es fehlt der Benutzer für die Anmeldung.</translation>
    </message>
    <message>
        <source>A certificate is given by its SHA-256: 64 digits and letters from a to f.</source>
        <translation>Ein Zertifikat wird durch seinen SHA-256 angegeben: 64 Ziffern und Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>A name has up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>Ein Name hat bis zu 64 Buchstaben, Ziffern, „-“, „_“ und „.“.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxTrust</name>
    <message>
        <source>The server that vouches for senders in %1</source>
        <translation>Der Server, der in %1 für Absender bürgt</translation>
    </message>
    <message>
        <source>Nobody: senders prove who they are by a code</source>
        <translation>Niemand: Absender weisen sich durch einen Code aus</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Ihm vertrauen</translation>
    </message>
    <message>
        <source>The first word of the Authentication-Results that your own mail server writes, such as mx.example.org. A sender for whom it vouches counts as known.</source>
        <translation>Das erste Wort der Authentication-Results, die Ihr eigener Mailserver schreibt, zum Beispiel mx.example.org. Ein Absender, für den er bürgt, gilt als bekannt.</translation>
    </message>
    <message>
        <source>Trust nobody</source>
        <translation>Niemandem vertrauen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxesPage</name>
    <message>
        <source>&amp;Connect your team’s mailbox</source>
        <translation>Postfach Ihres Teams &amp;verbinden</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox, and what customers write arrives here within a second. It takes an address and its password. At first nothing is sent: each reply appears as a draft in the mailbox itself, and nothing there is moved or marked as read.</source>
        <translation>Verbinden Sie das Postfach Ihres Teams, und was Kunden schreiben, kommt innerhalb einer Sekunde hier an. Nötig sind eine Adresse und ihr Passwort. Anfangs wird nichts gesendet: Jede Antwort erscheint als Entwurf im Postfach selbst, und dort wird nichts verschoben oder als gelesen markiert.</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>&amp;Connect another mailbox</source>
        <translation>Weiteres Postfach &amp;verbinden</translation>
    </message>
    <message>
        <source>No mailbox matches the search.</source>
        <translation>Kein Postfach passt zur Suche.</translation>
    </message>
    <message>
        <source>The server of “%1” is asked for new mail now.</source>
        <translation>Der Server von „%1“ wird jetzt nach neuen Mails gefragt.</translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>„%1“ ist pausiert.</translation>
    </message>
    <message>
        <source>“%1” is read again.</source>
        <translation>„%1“ wird wieder gelesen.</translation>
    </message>
    <message>
        <source>“%1” is removed. Its conversations are still here.</source>
        <translation>„%1“ ist entfernt. Seine Unterhaltungen sind noch hier.</translation>
    </message>
    <message>
        <source>“%1” is added, but its password could not be kept. Set the environment variable %2 before you start Helmdesk.</source>
        <translation>„%1“ ist hinzugefügt, aber sein Passwort ließ sich nicht sichern. Setzen Sie die Umgebungsvariable %2, bevor Sie Helmdesk starten.</translation>
    </message>
    <message>
        <source>“%1” is connected. What arrives there appears in the inbox.</source>
        <translation>„%1“ ist verbunden. Was dort ankommt, erscheint im Posteingang.</translation>
    </message>
    <message>
        <source>“%1” works.</source>
        <translation>„%1“ funktioniert.</translation>
    </message>
    <message>
        <source>“%1” does not work. %2</source>
        <translation>„%1“ funktioniert nicht. %2</translation>
    </message>
    <message>
        <source>The password could not be kept, and the one before stays. The environment variable %1 can hold it.</source>
        <translation>Das Passwort ließ sich nicht sichern, und das vorige bleibt. Die Umgebungsvariable %1 kann es halten.</translation>
    </message>
    <message>
        <source>“%1” signs in with the new password from now on.</source>
        <translation>„%1“ meldet sich ab jetzt mit dem neuen Passwort an.</translation>
    </message>
    <message>
        <source>Replies leave by “%1” from now on.</source>
        <translation>Antworten werden ab jetzt über „%1“ gesendet.</translation>
    </message>
    <message>
        <source>“%1” sends nothing any more: replies are drafts in it.</source>
        <translation>„%1“ sendet nichts mehr: Antworten sind Entwürfe darin.</translation>
    </message>
    <message>
        <source>Nobody vouches for senders in “%1” any more.</source>
        <translation>In „%1“ bürgt niemand mehr für Absender.</translation>
    </message>
    <message>
        <source>Senders for whom %1 vouches are known in “%2”.</source>
        <translation>Absender, für die %1 bürgt, gelten in „%2“ als bekannt.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MainWindow</name>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Title of the window: the customer and what the open conversation is about</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>Zum Posteingang</translation>
    </message>
    <message>
        <source>Go to the approvals</source>
        <translation>Zu den Freigaben</translation>
    </message>
    <message>
        <source>Go to the knowledge</source>
        <translation>Zum Wissen</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Inspektor zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helle Darstellung</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkle Darstellung</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Darstellung des Systems</translation>
    </message>
    <message>
        <source>Quit Helmdesk</source>
        <translation>Helmdesk beenden</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Refresh the queue</source>
        <translation>Warteschlange auffrischen</translation>
    </message>
    <message>
        <source>Show what needs review</source>
        <translation>Zu Prüfendes zeigen</translation>
    </message>
    <message>
        <source>Show what is escalated</source>
        <translation>Eskaliertes zeigen</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>Meine zeigen</translation>
    </message>
    <message>
        <source>Show what was answered automatically</source>
        <translation>Automatisch Beantwortetes zeigen</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Alle Unterhaltungen zeigen</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Senden rückgängig machen</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>Antwort bearbeiten</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Interne Notiz schreiben</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Take over or hand back</source>
        <translation>Übernehmen oder zurückgeben</translation>
    </message>
    <message>
        <source>Approve what waits</source>
        <translation>Wartendes freigeben</translation>
    </message>
    <message>
        <source>Deny what waits</source>
        <translation>Wartendes ablehnen</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>Gründe zeigen</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Kunden zeigen</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Durchlauf zeigen</translation>
    </message>
    <message>
        <source>The engine did not start: %1. Messages are kept; you can read and write, and nothing is answered by itself.</source>
        <translation>Das Antwortwerk ist nicht gestartet: %1. Nachrichten bleiben erhalten; Sie können lesen und schreiben, nichts wird von selbst beantwortet.</translation>
    </message>
    <message>
        <source>%1 is offline: %2. Everything else works; change it in the settings, then start Helmdesk again.</source>
        <translation>%1 ist nicht erreichbar: %2. Alles andere geht; ändern Sie es in den Einstellungen und starten Sie Helmdesk neu.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Mark or unmark the conversation</source>
        <translation>Unterhaltung markieren oder Markierung aufheben</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Markierungen aufheben</translation>
    </message>
    <message>
        <source>Filter and sort the queue</source>
        <translation>Warteschlange filtern und sortieren</translation>
    </message>
    <message>
        <source>Keep the filter as a view</source>
        <translation>Filter als Ansicht behalten</translation>
    </message>
    <message>
        <source>Show what waits for approval</source>
        <translation>Zeigen, was auf Freigabe wartet</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>Textbaustein einfügen</translation>
    </message>
    <message>
        <source>Resolve what is marked, or this one</source>
        <translation>Markierte oder diese Unterhaltung erledigen</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>Mehr zu dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Change the category to “%1” and answer again</source>
        <translation>Kategorie auf „%1“ ändern und neu antworten</translation>
    </message>
    <message>
        <source>False alarm: this needed no person</source>
        <translation>Fehlalarm: das brauchte keinen Menschen</translation>
    </message>
    <message>
        <source>Go to what the router has learnt</source>
        <translation>Zu dem gehen, was die Zuordnung gelernt hat</translation>
    </message>
    <message>
        <source>Let the router learn now</source>
        <translation>Die Zuordnung jetzt lernen lassen</translation>
    </message>
    <message>
        <source>Edit the snippets</source>
        <translation>Textbausteine bearbeiten</translation>
    </message>
    <message>
        <source>Held back: %1.</source>
        <extracomment>The reason is a sentence of the engine that begins in lower case</extracomment>
        <translation>Zurückgehalten: %1.</translation>
    </message>
    <message>
        <source>Open the chat page</source>
        <translation>Chat-Seite öffnen</translation>
    </message>
    <message>
        <source>Back to what was open before</source>
        <translation>Zurück zum zuvor Geöffneten</translation>
    </message>
    <message>
        <source>Go to the insights</source>
        <translation>Zur Auswertung</translation>
    </message>
    <message>
        <source>Set up language models</source>
        <translation>Sprachmodelle einrichten</translation>
    </message>
    <message>
        <source>%1 is not read: %2. Everything else works; what is wrong is mended in the settings.</source>
        <translation>%1 wird nicht gelesen: %2. Alles andere geht; was nicht stimmt, beheben Sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>Connect the team’s mailbox</source>
        <translation>Postfach des Teams verbinden</translation>
    </message>
    <message>
        <source>Alarm: %1.</source>
        <extracomment>The parts of the desk that are in trouble</extracomment>
        <translation>Alarm: %1.</translation>
    </message>
    <message>
        <source>Open Health</source>
        <translation>Zustand öffnen</translation>
    </message>
    <message>
        <source>See whether everything works</source>
        <translation>Sehen, ob alles funktioniert</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MessageBubble</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>%1, sent automatically</source>
        <translation>%1, automatisch gesendet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show all (%1 characters)</source>
        <translation>Alles zeigen (%1 Zeichen)</translation>
    </message>
    <message>
        <source>Passes on a mail by %1</source>
        <extracomment>Above a message that passes on a mail of somebody else</extracomment>
        <translation>Leitet eine Mail von %1 weiter</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <extracomment>Who got a copy of a mail</extracomment>
        <translation>Kopie an %1</translation>
    </message>
    <message>
        <source>Show the whole message</source>
        <translation>Ganze Nachricht zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Show quoted text</source>
        <translation>Zitierten Text zeigen</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Zitierten Text verbergen</translation>
    </message>
    <message>
        <source>Blind copy to %1</source>
        <extracomment>Who got a copy of a reply without anybody else knowing</extracomment>
        <translation>Blindkopie an %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MessageText</name>
    <message>
        <source>Text of the message</source>
        <translation>Text der Nachricht</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelCard</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the model %1</source>
        <translation>Modell %1 entfernen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Personal data for %1</source>
        <translation>Personenbezogene Daten für %1</translation>
    </message>
    <message>
        <source>Names, addresses, numbers and the like of a customer. The model sees a placeholder, and the real value is put back here.</source>
        <translation>Namen, Adressen, Nummern und Ähnliches eines Kunden. Das Modell sieht einen Platzhalter, und der wahre Wert wird hier wieder eingesetzt.</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezogene Daten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Ordnet zu</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <extracomment>What a model is called at its server, the server&apos;s address, and whose form it speaks</extracomment>
        <translation>%1 bei %2 (%3)</translation>
    </message>
    <message>
        <source>Give it a key</source>
        <translation>Schlüssel geben</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Change the key of %1</source>
        <translation>Schlüssel von %1 ändern</translation>
    </message>
    <message>
        <source>New key of %1</source>
        <translation>Neuer Schlüssel von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel sichern</translation>
    </message>
    <message>
        <source>Being tested: some small questions, none with a customer&apos;s words.</source>
        <translation>Wird getestet: einige kleine Fragen, keine mit den Worten eines Kunden.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Stop the test of %1</source>
        <translation>Test von %1 anhalten</translation>
    </message>
    <message>
        <source>Test the model %1</source>
        <translation>Modell %1 testen</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>The built-in engine takes over what it does.</source>
        <translation>Das eingebaute Antwortwerk übernimmt seine Aufgaben.</translation>
    </message>
    <message>
        <source>Its key leaves the keychain, and the built-in engine takes over what it does.</source>
        <translation>Sein Schlüssel verlässt den Schlüsselbund, und das eingebaute Antwortwerk übernimmt seine Aufgaben.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1, from the file %2 on this machine</source>
        <translation>%1, aus der Datei %2 auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelForm</name>
    <message>
        <source>Add a language model</source>
        <translation>Sprachmodell hinzufügen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own. A server of yours: http://127.0.0.1:8080/v1</source>
        <translation>Leer: die des Anbieters. Ein eigener Server: http://127.0.0.1:8080/v1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>As its provider calls it</source>
        <translation>Wie es beim Anbieter heißt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>As you want to call it here, such as fast</source>
        <translation>Wie Sie es hier nennen wollen, etwa fast</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Empty: it needs none</source>
        <translation>Leer: es braucht keinen</translation>
    </message>
    <message>
        <source>US dollars for a million tokens; empty: as listed, or not known</source>
        <translation>US-Dollar je Million Tokens; leer: wie verzeichnet oder nicht bekannt</translation>
    </message>
    <message>
        <source>Price of readin&amp;g</source>
        <translation>Preis des &amp;Lesens</translation>
    </message>
    <message>
        <source>Price of wri&amp;ting</source>
        <translation>Preis des Sch&amp;reibens</translation>
    </message>
    <message>
        <source>It &amp;costs nothing: it runs on a machine of ours</source>
        <translation>Es &amp;kostet nichts: Es läuft auf einem eigenen Rechner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>It goes into the keychain of this machine and is never shown again.</source>
        <translation>Er kommt in den Schlüsselbund dieses Rechners und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine, and a key is never written to a file. Set the environment variable %1 before you start Helmdesk.</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund, und ein Schlüssel wird nie in eine Datei geschrieben. Setzen Sie die Umgebungsvariable %1, bevor Sie Helmdesk starten.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://, like http://127.0.0.1:8080/v1.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen, etwa http://127.0.0.1:8080/v1.</translation>
    </message>
    <message>
        <source>A key does not belong into the address: type it into its own field.</source>
        <translation>Ein Schlüssel gehört nicht in die Adresse: Geben Sie ihn in sein eigenes Feld ein.</translation>
    </message>
    <message>
        <source>The provider&apos;s name of the model is missing.</source>
        <translation>Es fehlt der Name, den das Modell beim Anbieter hat.</translation>
    </message>
    <message>
        <source>A name has up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>Ein Name hat bis zu 64 Buchstaben, Ziffern, „-“, „_“ und „.“.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>A model in the GGUF format</source>
        <translation>Ein Modell im GGUF-Format</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>Choose the file of the model.</source>
        <translation>Wählen Sie die Datei des Modells.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelsPage</name>
    <message>
        <source>The built-in engine</source>
        <translation>Das eingebaute Antwortwerk</translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation>Das Modell, das antwortet</translation>
    </message>
    <message>
        <source>Nobody: a person decides</source>
        <translation>Niemand: ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>The built-in engine at once</source>
        <translation>Sofort das eingebaute Antwortwerk</translation>
    </message>
    <message>
        <source>&amp;Add a model</source>
        <translation>Modell &amp;hinzufügen</translation>
    </message>
    <message>
        <source>No language model is needed: the built-in engine sorts messages, looks things up and words answers on this machine alone. A model words answers more freely and gives a second opinion where the router is unsure. What is changed or paid stays with the built-in engine, and it answers wherever a model fails.</source>
        <translation>Ein Sprachmodell ist nicht nötig: Das eingebaute Antwortwerk ordnet Nachrichten zu, schlägt nach und formuliert Antworten, allein auf diesem Rechner. Ein Modell formuliert Antworten freier und gibt eine zweite Meinung, wo die Zuordnung unsicher ist. Was geändert oder gezahlt wird, bleibt beim eingebauten Antwortwerk, und es antwortet überall, wo ein Modell ausfällt.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>No model matches the search.</source>
        <translation>Kein Modell passt zur Suche.</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Wer was tut</translation>
    </message>
    <message>
        <source>Answers are &amp;worded by</source>
        <translation>Antworten &amp;formuliert</translation>
    </message>
    <message>
        <source>Where a model fails, the built-in engine answers.</source>
        <translation>Fällt ein Modell aus, antwortet das eingebaute Antwortwerk.</translation>
    </message>
    <message>
        <source>Where the &amp;router is unsure, ask</source>
        <translation>Ist die &amp;Zuordnung unsicher, urteilt</translation>
    </message>
    <message>
        <source>Its word is one more witness of what a message is about.</source>
        <translation>Sein Urteil ist ein weiteres Zeugnis dafür, worum es in einer Nachricht geht.</translation>
    </message>
    <message>
        <source>Where the &amp;first model fails, ask</source>
        <translation>Fällt das &amp;erste Modell aus, antwortet</translation>
    </message>
    <message>
        <source>Before the built-in engine answers.</source>
        <translation>Bevor das eingebaute Antwortwerk antwortet.</translation>
    </message>
    <message>
        <source>It holds from the next message on.</source>
        <translation>Es gilt ab der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>Change the &amp;budgets</source>
        <translation>&amp;Budgets ändern</translation>
    </message>
    <message>
        <source>%1, which is not there</source>
        <translation>%1, nicht vorhanden</translation>
    </message>
    <message>
        <source>Today: %1 of %2</source>
        <translation>Heute: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of unknown price count like the dearest models.</source>
        <translation>
            <numerusform>%Ln Aufruf mit unbekanntem Preis zählt wie bei den teuersten Modellen.</numerusform>
            <numerusform>%Ln Aufrufe mit unbekanntem Preis zählen wie bei den teuersten Modellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds from the next call on.</source>
        <translation>Es gilt ab dem nächsten Aufruf.</translation>
    </message>
    <message>
        <source>There is a model “%1” already. Choose another name.</source>
        <translation>Es gibt schon ein Modell „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” is added, but its key could not be kept. Set the environment variable %2 before you start Helmdesk.</source>
        <translation>„%1“ ist hinzugefügt, aber sein Schlüssel ließ sich nicht sichern. Setzen Sie die Umgebungsvariable %2, bevor Sie Helmdesk starten.</translation>
    </message>
    <message>
        <source>“%1” is added. Test it before it answers.</source>
        <translation>„%1“ ist hinzugefügt. Testen Sie es, bevor es antwortet.</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The test of “%1” was stopped. What was known of it stays.</source>
        <translation>Der Test von „%1“ wurde angehalten. Was darüber bekannt war, bleibt.</translation>
    </message>
    <message>
        <source>“%1” answered after %2.</source>
        <translation>„%1“ hat geantwortet, nach %2.</translation>
    </message>
    <message>
        <source>“%1” did not answer. %2</source>
        <translation>„%1“ hat nicht geantwortet. %2</translation>
    </message>
    <message>
        <source>“%1” did not answer. %2 Its server says: %3</source>
        <translation>„%1“ hat nicht geantwortet. %2 Sein Server sagt: %3</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>„%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>„%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>The key could not be kept, and the one before stays. The environment variable %1 can hold it.</source>
        <translation>Der Schlüssel ließ sich nicht sichern, und der vorige bleibt. Die Umgebungsvariable %1 kann ihn halten.</translation>
    </message>
    <message>
        <source>The new key of “%1” is kept.</source>
        <translation>Der neue Schlüssel von „%1“ ist gesichert.</translation>
    </message>
    <message>
        <source>“%1” is chosen, but it does not work: until it does, the built-in engine answers.</source>
        <translation>„%1“ ist gewählt, funktioniert aber nicht: Bis es funktioniert, antwortet das eingebaute Antwortwerk.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::NavigationRail</name>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Auswertung</translation>
    </message>
</context>
<context>
    <name>Helmdesk::PictureView</name>
    <message>
        <source>The picture, %1 by %2 pixels</source>
        <translation>Das Bild, %1 mal %2 Pixel</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalForm</name>
    <message>
        <source>Try several at once</source>
        <translation>Mehrere zugleich ausprobieren</translation>
    </message>
    <message>
        <source>Nothing here counts until a proposal is applied.</source>
        <translation>Nichts davon gilt, bevor ein Vorschlag angewendet wird.</translation>
    </message>
    <message>
        <source>Name of the proposal</source>
        <translation>Name des Vorschlags</translation>
    </message>
    <message>
        <source>Why it is worth a try</source>
        <translation>Warum es einen Versuch wert ist</translation>
    </message>
    <message>
        <source>Save the proposal</source>
        <translation>Vorschlag speichern</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>Of a setting</extracomment>
        <translation>heute %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A setting and its value
----------
What happened, and why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 saved “%3”</source>
        <translation>%1: %2 hat „%3“ gespeichert</translation>
    </message>
    <message>
        <source>%1: %2 applied “%3”</source>
        <translation>%1: %2 hat „%3“ angewendet</translation>
    </message>
    <message>
        <source>%1: %2 rolled “%3” back</source>
        <translation>%1: %2 hat „%3“ zurückgenommen</translation>
    </message>
    <message>
        <source>%1: %2 removed “%3”</source>
        <translation>%1: %2 hat „%3“ entfernt</translation>
    </message>
    <message>
        <source>none judged</source>
        <translation>keine beurteilt</translation>
    </message>
    <message>
        <source>%1 (%2 to %3) of %4</source>
        <extracomment>A share, its interval, and of how many</extracomment>
        <translation>%1 (%2 bis %3) von %4</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalsPage</name>
    <message>
        <source>Leaves by itself</source>
        <translation>Geht von selbst hinaus</translation>
    </message>
    <message>
        <source>A draft for a person</source>
        <translation>Ein Entwurf für einen Menschen</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Proposals side by side</source>
        <translation>Vorschläge nebeneinander</translation>
    </message>
    <message>
        <source>What was tried and applied</source>
        <translation>Was versucht und angewendet wurde</translation>
    </message>
    <message>
        <source>“%1” is saved. It counts once it is applied.</source>
        <translation>„%1“ ist gespeichert. Er gilt, sobald er angewendet wird.</translation>
    </message>
    <message>
        <source>None yet. Try several settings at once below and save them under a name: they are compared here with today&apos;s before anything changes.</source>
        <translation>Noch keine. Probieren Sie unten mehrere Einstellungen zugleich aus und speichern Sie sie unter einem Namen: Hier werden sie mit den heutigen verglichen, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>Show it side by side</source>
        <translation>Daneben zeigen</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>Why now?</source>
        <translation>Warum jetzt?</translation>
    </message>
    <message>
        <source>Why “%1” is applied</source>
        <translation>Warum „%1“ angewendet wird</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Roll “%1” back</source>
        <translation>„%1“ zurücknehmen</translation>
    </message>
    <message>
        <source>Apply “%1”</source>
        <translation>„%1“ anwenden</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>of it corrected by people</source>
        <translation>davon von Menschen korrigiert</translation>
    </message>
    <message numerus="yes">
        <source>What each would have done to the %1 messages of the last %Ln days.</source>
        <translation>
            <numerusform>Was jeder an den %1 Nachrichten des letzten Tages geändert hätte.</numerusform>
            <numerusform>Was jeder an den %1 Nachrichten der letzten %Ln Tage geändert hätte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Apply “%1”?</source>
        <translation>„%1“ anwenden?</translation>
    </message>
    <message>
        <source>More would leave without a person by: %1.</source>
        <translation>Hierdurch ginge mehr ohne einen Menschen hinaus: %1.</translation>
    </message>
    <message>
        <source>“%1” is in force.</source>
        <translation>„%1“ ist in Kraft.</translation>
    </message>
    <message>
        <source>The settings have the values from before “%1” again.</source>
        <translation>Die Einstellungen haben wieder die Werte von vor „%1“.</translation>
    </message>
    <message>
        <source>This was not rolled back: %1. Put the values from before back all the same?</source>
        <translation>Das wurde nicht zurückgenommen: %1. Die früheren Werte trotzdem wiederherstellen?</translation>
    </message>
    <message>
        <source>Roll back all the same</source>
        <translation>Trotzdem zurücknehmen</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? What it has changed stays as it is.</source>
        <translation>„%1“ von der Liste entfernen? Was er geändert hat, bleibt so.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This is not possible: %1</source>
        <translation>Das geht nicht: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueFilter</name>
    <message>
        <source>Name of the view, then Enter</source>
        <translation>Name der Ansicht, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtern und sortieren</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Noch nicht beantwortet</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Keep as a view</source>
        <translation>Als Ansicht behalten</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueModel</name>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <extracomment>Of a conversation that has left the view and is still open; %1 is the name of a view</extracomment>
        <translation>Verschoben nach „%1“</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueuePane</name>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Nothing waits for your review. Drafts of Helmdesk appear here.</source>
        <translation>Nichts wartet auf Ihre Prüfung. Entwürfe von Helmdesk erscheinen hier.</translation>
    </message>
    <message>
        <source>Nothing is escalated. Conversations that need a person appear here.</source>
        <translation>Nichts ist eskaliert. Unterhaltungen, die einen Menschen brauchen, erscheinen hier.</translation>
    </message>
    <message>
        <source>You have taken over no conversation.</source>
        <translation>Sie haben keine Unterhaltung übernommen.</translation>
    </message>
    <message>
        <source>Nothing was answered automatically yet.</source>
        <translation>Noch nichts wurde automatisch beantwortet.</translation>
    </message>
    <message>
        <source>No conversation yet. New messages appear here.</source>
        <translation>Noch keine Unterhaltung. Neue Nachrichten erscheinen hier.</translation>
    </message>
    <message>
        <source>Kept as the view “%1”</source>
        <translation>Als Ansicht „%1“ behalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Markierungen aufheben</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Resolve the marked conversations</source>
        <translation>Markierte Unterhaltungen erledigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln markiert</numerusform>
            <numerusform>%Ln markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation matches the search.</source>
        <translation>Keine Unterhaltung passt zur Suche.</translation>
    </message>
    <message>
        <source>No conversation passes the filter.</source>
        <translation>Keine Unterhaltung passt zum Filter.</translation>
    </message>
    <message>
        <source>Nothing waits for your approval.</source>
        <translation>Nichts wartet auf Ihre Freigabe.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueTabs</name>
    <message>
        <source>All views</source>
        <translation>Alle Ansichten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Name of a view of the queue and the number of conversations in it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln conversation(s)</source>
        <translation>
            <numerusform>%1, %Ln Unterhaltung</numerusform>
            <numerusform>%1, %Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a saved view</source>
        <translation>Gespeicherte Ansicht entfernen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::RailButton</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, %Ln wartet</numerusform>
            <numerusform>%1, %Ln warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReliabilityView</name>
    <message>
        <source>What was said against how often it was right</source>
        <translation>Was gesagt wurde, gegen wie oft es stimmte</translation>
    </message>
    <message>
        <source>said %1, right %2</source>
        <translation>%1 gesagt, %2 richtig</translation>
    </message>
    <message>
        <source>said</source>
        <translation>gesagt</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplayCurveView</name>
    <message>
        <source>Curve over the whole range</source>
        <translation>Kurve über den ganzen Bereich</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplayWords</name>
    <message>
        <source>nobody had judged them</source>
        <translation>niemand hatte sie beurteilt</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln that people had judged, %1 had been corrected or rejected</source>
        <translation>
            <numerusform>%Ln war von einem Menschen beurteilt worden, davon %1 korrigiert oder verworfen</numerusform>
            <numerusform>%Ln waren von Menschen beurteilt worden, davon %1 korrigiert oder verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: %1 of %2 more would have left by themselves; %3.</source>
        <translation>
            <numerusform>Letzter Tag: Helmdesk hätte %1 von %2 zusätzlich von selbst gesendet; %3.</numerusform>
            <numerusform>Letzte %Ln Tage: Helmdesk hätte %1 von %2 zusätzlich von selbst gesendet; %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them would have carried out an act.</source>
        <translation>
            <numerusform>%Ln davon hätte eine Aktion ausgeführt.</numerusform>
            <numerusform>%Ln davon hätten eine Aktion ausgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: %1 of %2 more would have gone to a person.</source>
        <translation>
            <numerusform>Letzter Tag: Helmdesk hätte %1 von %2 zusätzlich an einen Menschen gegeben.</numerusform>
            <numerusform>Letzte %Ln Tage: Helmdesk hätte %1 von %2 zusätzlich an einen Menschen gegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: nothing that left by itself or went to a person would have changed.</source>
        <translation>
            <numerusform>Letzter Tag: Nichts, was von selbst hinausging oder an einen Menschen ging, hätte sich geändert.</numerusform>
            <numerusform>Letzte %Ln Tage: Nichts, was von selbst hinausging oder an einen Menschen ging, hätte sich geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot tell.</source>
        <translation>
            <numerusform>Bei %Ln lässt es sich nicht sagen.</numerusform>
            <numerusform>Bei %Ln lässt es sich nicht sagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The runs of the last %Ln days are from before their figures were kept; from the next message on you see here what a change would have done.</source>
        <translation>
            <numerusform>Die Durchläufe des letzten Tages stammen aus der Zeit, bevor ihre Zahlen aufbewahrt wurden; ab der nächsten Nachricht sehen Sie hier, was eine Änderung bewirkt hätte.</numerusform>
            <numerusform>Die Durchläufe der letzten %Ln Tage stammen aus der Zeit, bevor ihre Zahlen aufbewahrt wurden; ab der nächsten Nachricht sehen Sie hier, was eine Änderung bewirkt hätte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were no messages in the last %Ln days; from the next one on you see here what a change would have done.</source>
        <translation>
            <numerusform>Am letzten Tag gab es keine Nachrichten; ab der nächsten sehen Sie hier, was eine Änderung bewirkt hätte.</numerusform>
            <numerusform>In den letzten %Ln Tagen gab es keine Nachrichten; ab der nächsten sehen Sie hier, was eine Änderung bewirkt hätte.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>How many leave without a person at a value, as in &quot;12 at 0.8&quot;</extracomment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Of %1 would leave by themselves: %2, %3, %4.</source>
        <translation>Von %1 würden von selbst hinausgehen: %2, %3, %4.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyEditor</name>
    <message>
        <source>No suggestion</source>
        <translation>Kein Vorschlag</translation>
    </message>
    <message>
        <source>Accept “%1”</source>
        <translation>„%1“ annehmen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyFiles</name>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>The reply speaks of an attachment, and nothing is attached.</source>
        <translation>Die Antwort spricht von einem Anhang, und nichts ist angehängt.</translation>
    </message>
    <message>
        <source>Send without</source>
        <translation>Ohne senden</translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 of %2</source>
        <extracomment>How much the attached files have together, and how much they may have</extracomment>
        <translation>
            <numerusform>%n Datei, %1 von %2</numerusform>
            <numerusform>%n Dateien, %1 von %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>picture</source>
        <extracomment>The name of a file made of a picture that was pasted, without its ending</extracomment>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyPeople</name>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Bcc</translation>
    </message>
    <message>
        <source>Who gets a copy</source>
        <translation>Wer eine Kopie bekommt</translation>
    </message>
    <message>
        <source>Who gets a copy that nobody else sees</source>
        <translation>Wer eine Kopie bekommt, die sonst niemand sieht</translation>
    </message>
    <message>
        <source>Addresses, with commas between them</source>
        <translation>Adressen, durch Kommas getrennt</translation>
    </message>
    <message numerus="yes">
        <source>Answer to all (%n)</source>
        <comment>how many others were written to</comment>
        <translation>
            <numerusform>Allen antworten (%n)</numerusform>
            <numerusform>Allen antworten (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReviewPage</name>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>The articles are compared. This takes some seconds.</source>
        <translation>Die Artikel werden verglichen. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>Zu prüfende Artikel</translation>
    </message>
    <message>
        <source>No two articles give different figures for one thing, and none is both old and often corrected.</source>
        <translation>Keine zwei Artikel nennen verschiedene Zahlen für dieselbe Sache, und keiner ist zugleich alt und oft korrigiert.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Noch einmal vergleichen</translation>
    </message>
    <message>
        <source>Different figures for one thing</source>
        <translation>Verschiedene Zahlen für dieselbe Sache</translation>
    </message>
    <message>
        <source>Old, and corrected again and again</source>
        <translation>Alt und immer wieder korrigiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not shown</source>
        <translation>
            <numerusform>%Ln weiterer Eintrag wird nicht gezeigt</numerusform>
            <numerusform>%Ln weitere Einträge werden nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 at the sentence</source>
        <translation>%1 beim Satz öffnen</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualisiert am %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reply(ies) written from it were changed or rejected since.</source>
        <translation>
            <numerusform>%Ln Antwort daraus wurde seitdem geändert oder abgelehnt.</numerusform>
            <numerusform>%Ln Antworten daraus wurden seitdem geändert oder abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a date. %1</source>
        <extracomment>The placeholders are a date and a sentence</extracomment>
        <translation>Ohne Datum. %1</translation>
    </message>
    <message>
        <source>Updated %1. %2</source>
        <translation>Aktualisiert am %1. %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::RowChart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>%1: show the chart</source>
        <translation>%1: Diagramm zeigen</translation>
    </message>
    <message>
        <source>%1: show the table</source>
        <translation>%1: Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingEditor</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>%1 auf den Standard zurücksetzen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Default %1, from %2 to %3</source>
        <translation>Standard %1, von %2 bis %3</translation>
    </message>
    <message>
        <source>Default: empty</source>
        <translation>Standard: leer</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A figure and its unit, as in &quot;5 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieberegler</translation>
    </message>
    <message>
        <source>Change “%1” from %2 to %3?</source>
        <translation>„%1“ von %2 auf %3 ändern?</translation>
    </message>
    <message>
        <source>Leave it at %1</source>
        <translation>Bei %1 belassen</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>“%1” is no figure from %2 to %3. The setting stays at %4.</source>
        <translation>„%1“ ist keine Zahl von %2 bis %3. Die Einstellung bleibt bei %4.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Locked by the administrator of this machine.</source>
        <translation>Vom Administrator dieses Rechners gesperrt.</translation>
    </message>
    <message>
        <source>Locked by the administrator of this machine: %1</source>
        <translation>Vom Administrator dieses Rechners gesperrt: %1</translation>
    </message>
    <message>
        <source>%1 (set by the administrator)</source>
        <translation>%1 (vom Administrator festgelegt)</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingEffect</name>
    <message>
        <source>Which?</source>
        <translation>Welche?</translation>
    </message>
    <message>
        <source>Conversations that would have gone another way</source>
        <translation>Unterhaltungen, die einen anderen Weg genommen hätten</translation>
    </message>
    <message>
        <source>With “%1”: %2</source>
        <extracomment>A value of a setting and what it would have done</extracomment>
        <translation>Mit „%1“: %2</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>Unterhaltung %1</translation>
    </message>
    <message>
        <source>Would have left by themselves</source>
        <translation>Wären von selbst hinausgegangen</translation>
    </message>
    <message>
        <source>Would have gone to a person</source>
        <translation>Wären an einen Menschen gegangen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>No setting matches the search.</source>
        <translation>Keine Einstellung passt zur Suche.</translation>
    </message>
    <message>
        <source>Saved. It takes effect when Helmdesk starts again.</source>
        <translation>Gespeichert. Es gilt, wenn Helmdesk neu startet.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>What other values would have done cannot be told: %1</source>
        <translation>Was andere Werte bewirkt hätten, lässt sich nicht sagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Below thresholds and modes stands what they would have done to the %1 messages of the last %Ln days.</source>
        <translation>
            <numerusform>Unter Schwellen und Betriebsarten steht, was sie bei den %1 Nachrichten des letzten Tages bewirkt hätten.</numerusform>
            <numerusform>Unter Schwellen und Betriebsarten steht, was sie bei den %1 Nachrichten der letzten %Ln Tage bewirkt hätten.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not possible, and the setting stays as it was: %1</source>
        <translation>Das ist nicht möglich, und die Einstellung bleibt, wie sie war: %1</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SnippetsPage</name>
    <message>
        <source>Choose a snippet to change it here. In a reply they are inserted with one key.</source>
        <translation>Wählen Sie einen Textbaustein, um ihn hier zu ändern. In eine Antwort fügt ihn eine Taste ein.</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>New snippet</source>
        <translation>Neuer Textbaustein</translation>
    </message>
    <message>
        <source>Name of the snippet</source>
        <translation>Name des Textbausteins</translation>
    </message>
    <message>
        <source>Text of the snippet</source>
        <translation>Text des Textbausteins</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Delete snippet</source>
        <translation>Textbaustein löschen</translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation>Änderung verwerfen</translation>
    </message>
    <message>
        <source>Save snippet</source>
        <translation>Textbaustein sichern</translation>
    </message>
    <message>
        <source>Insert %1: %2</source>
        <translation>%1 einfügen: %2</translation>
    </message>
    <message>
        <source>Another word in braces, such as {order}, is selected when the snippet is inserted, to be typed over.</source>
        <translation>Ein anderes Wort in Klammern, etwa {order}, ist nach dem Einfügen markiert und wird überschrieben.</translation>
    </message>
    <message>
        <source>No snippet here. Add one with the plus above this list.</source>
        <translation>Hier ist kein Textbaustein. Das Plus über dieser Liste fügt einen hinzu.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gesichert.</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>Die Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>“%1” is added.</source>
        <translation>„%1“ ist hinzugefügt.</translation>
    </message>
    <message>
        <source>The new snippet was taken back.</source>
        <translation>Der neue Textbaustein wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Another snippet is named “%1”. Choose a different name.</source>
        <translation>Ein anderer Textbaustein heißt „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The snippet is back.</source>
        <translation>Der Textbaustein ist wieder da.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::StatusStrip</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 startet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 ist aus</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Eingebautes Antwortwerk</translation>
    </message>
    <message>
        <source>Nothing answered today</source>
        <translation>Heute noch nichts beantwortet</translation>
    </message>
    <message>
        <source>Today: %1 answered, %2 % automatic, %3 median</source>
        <extracomment>Number of answered conversations, share answered automatically, median time</extracomment>
        <translation>Heute: %1 beantwortet, %2 % automatisch, Median %3</translation>
    </message>
    <message>
        <source>%1 at %2:%3</source>
        <translation>%1 auf %2:%3</translation>
    </message>
    <message>
        <source>%1 is out of reach</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Version %1 is out</source>
        <translation>Version %1 ist erschienen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Tray</name>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>A conversation needs a person</source>
        <translation>Eine Unterhaltung braucht einen Menschen</translation>
    </message>
    <message>
        <source>%1 needs a person (%2)</source>
        <translation>%1 braucht einen Menschen (%2)</translation>
    </message>
    <message>
        <source>%1 needs a person</source>
        <translation>%1 braucht einen Menschen</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>Alarm: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::UndoStrip</name>
    <message>
        <source>Undo sending</source>
        <translation>Senden rückgängig machen</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>Rückgängig (%1 s)</translation>
    </message>
    <message>
        <source>Sending to %1: %2</source>
        <translation>Wird an %1 gesendet: %2</translation>
    </message>
    <message>
        <source>Sending to %1 with “%2”: %3</source>
        <extracomment>%2 is what happens with the reply, such as a refund</extracomment>
        <translation>Wird an %1 mit „%2“ gesendet: %3</translation>
    </message>
</context>
<context>
    <name>Helmdesk::WorkspaceProblem</name>
    <message>
        <source>This workspace belongs to a newer Helmdesk</source>
        <translation>Dieser Arbeitsbereich gehört zu einem neueren Helmdesk</translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation>Dieser Arbeitsbereich ist beschädigt</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <source>This folder cannot be read and written</source>
        <translation>Dieser Ordner lässt sich nicht lesen und beschreiben</translation>
    </message>
    <message>
        <source>Another program holds this workspace</source>
        <translation>Ein anderes Programm hält diesen Arbeitsbereich</translation>
    </message>
    <message>
        <source>This workspace cannot be opened</source>
        <translation>Dieser Arbeitsbereich lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Update this program, or open another workspace. Nothing was changed.</source>
        <translation>Aktualisieren Sie dieses Programm oder öffnen Sie einen anderen Arbeitsbereich. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Put the backup back that lies beside it, or open another workspace. Nothing was changed.</source>
        <translation>Spielen Sie die Sicherung zurück, die daneben liegt, oder öffnen Sie einen anderen Arbeitsbereich. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Free some space, then try again. Nothing was changed.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or open another workspace. Nothing was changed.</source>
        <translation>Geben Sie sich dort Schreibrechte oder öffnen Sie einen anderen Arbeitsbereich. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Close the other program, then try again. Nothing was changed.</source>
        <translation>Schließen Sie das andere Programm und versuchen Sie es erneut. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again, or open another workspace. Nothing was changed.</source>
        <translation>Versuchen Sie es erneut oder öffnen Sie einen anderen Arbeitsbereich. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation>Anderen Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
</context>
<context>
    <name>Helmdesk::WritingHelp</name>
    <message>
        <source>Write for me</source>
        <translation>Für mich schreiben</translation>
    </message>
    <message>
        <source>Write for me helps with replies, not with notes.</source>
        <translation>„Für mich schreiben“ hilft bei Antworten, nicht bei Notizen.</translation>
    </message>
    <message>
        <source>Write for me needs a language model: add one under Settings, Models, and let it word the answers.</source>
        <translation>„Für mich schreiben“ braucht ein Sprachmodell: Fügen Sie eines unter Einstellungen, Modelle hinzu und lassen Sie es die Antworten formulieren.</translation>
    </message>
    <message>
        <source>%1 is writing.</source>
        <translation>%1 schreibt.</translation>
    </message>
    <message>
        <source>Write some notes or a reply first; %1 goes on from there.</source>
        <translation>Schreiben Sie zuerst Notizen oder eine Antwort; %1 macht von dort weiter.</translation>
    </message>
    <message>
        <source>Make it &amp;shorter</source>
        <translation>&amp;Kürzer fassen</translation>
    </message>
    <message>
        <source>Make it &amp;friendlier</source>
        <translation>&amp;Freundlicher fassen</translation>
    </message>
    <message>
        <source>Make it more f&amp;ormal</source>
        <translation>Förm&amp;licher fassen</translation>
    </message>
    <message>
        <source>&amp;Translate it for the customer</source>
        <translation>Für den Kunden über&amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Translate it to %1</source>
        <translation>Auf %1 über&amp;setzen</translation>
    </message>
    <message>
        <source>Write a reply from these &amp;notes</source>
        <translation>Aus diesen &amp;Notizen eine Antwort schreiben</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 schreibt …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the writing</source>
        <translation>Schreiben anhalten</translation>
    </message>
    <message>
        <source>Stands in no source, look at it before sending: %1</source>
        <translation>Steht in keiner Quelle, vor dem Senden ansehen: %1</translation>
    </message>
    <message>
        <source>Is no longer in it: %1</source>
        <translation>Steht nicht mehr darin: %1</translation>
    </message>
    <message>
        <source>The judge finds: %1</source>
        <translation>Die Beurteilung ergibt: %1</translation>
    </message>
    <message>
        <source>Written by %1. Every figure and name of it has a source.</source>
        <translation>Geschrieben von %1. Jede Zahl und jeder Name darin hat eine Quelle.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring back what stood there</source>
        <translation>Zurückholen, was dort stand</translation>
    </message>
</context>
<context>
    <name>InsightCharts</name>
    <message>
        <source>Helmdesk</source>
        <extracomment>Who answered: the agent alone, a person with its draft, a person in own words, nobody yet</extracomment>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Who answered, by the day on which they began.</source>
        <translation>Wer geantwortet hat, nach dem Tag, an dem sie begannen.</translation>
    </message>
    <message>
        <source>Who answered, by the week in which they began.</source>
        <translation>Wer geantwortet hat, nach der Woche, in der sie begannen.</translation>
    </message>
    <message>
        <source>Who answered, by the month in which they began.</source>
        <translation>Wer geantwortet hat, nach dem Monat, in dem sie begannen.</translation>
    </message>
    <message>
        <source>A bar opens the conversations of the channel.</source>
        <translation>Ein Balken öffnet die Unterhaltungen des Kanals.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>A bar opens the conversations of the category.</source>
        <translation>Ein Balken öffnet die Unterhaltungen der Kategorie.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Resolved are the first two. Silence counts after %1 without a word.</source>
        <translation>Als erledigt zählen die ersten beiden. Als Stille zählt: %1 ohne ein Wort.</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Grounded, then quiet</source>
        <translation>Belegt, dann still</translation>
    </message>
    <message>
        <source>Only quiet</source>
        <translation>Nur still</translation>
    </message>
    <message>
        <source>Too early to say</source>
        <translation>Noch zu früh</translation>
    </message>
    <message>
        <source>Closed unanswered</source>
        <translation>Unbeantwortet geschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Half of the edited ones changed by %1 of their words or less.</source>
        <translation>Bei der Hälfte der bearbeiteten änderten sich höchstens %1 der Wörter.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Sent unchanged</source>
        <translation>Unverändert gesendet</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed ones were false alarms. Each counts under its first reason.</source>
        <translation>%1 von %2 geprüften waren Fehlalarme. Jede zählt unter ihrem ersten Grund.</translation>
    </message>
    <message>
        <source>Nobody has reviewed one yet. Each counts under its first reason.</source>
        <translation>Noch hat niemand eine geprüft. Jede zählt unter ihrem ersten Grund.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Zu Recht</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Replies that left in the period.</source>
        <translation>Antworten, die im Zeitraum hinausgingen.</translation>
    </message>
    <message>
        <source>From a draft</source>
        <translation>Aus einem Entwurf</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Selbst geschrieben</translation>
    </message>
    <message>
        <source>Replies of people by the hour of the day.</source>
        <translation>Antworten von Menschen nach der Stunde des Tages.</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>InsightWords</name>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes</extracomment>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours</extracomment>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <extracomment>Days, such as 3.2</extracomment>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <extracomment>Money in US dollars</extracomment>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>The first and the last day of a period</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <extracomment>Conversations that have no category yet</extracomment>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>No reason named</source>
        <extracomment>An escalation that names no reason</extracomment>
        <translation>Kein Grund genannt</translation>
    </message>
</context>
<context>
    <name>MailboxWords</name>
    <message>
        <source>Paused. Nothing is read from it and nothing leaves by it.</source>
        <translation>Pausiert. Nichts wird daraus gelesen und nichts darüber gesendet.</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Noch nicht nachgesehen.</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>Wird verbunden.</translation>
    </message>
    <message>
        <source>Connecting again. The last time: %1</source>
        <translation>Wird erneut verbunden. Beim letzten Mal: %1</translation>
    </message>
    <message>
        <source>Reading the mails that are there.</source>
        <translation>Die vorhandenen Mails werden gelesen.</translation>
    </message>
    <message>
        <source>Connected. The server tells of new mail at once.</source>
        <translation>Verbunden. Der Server meldet neue Mails sofort.</translation>
    </message>
    <message>
        <source>Connected. The server is asked for new mail now and then.</source>
        <translation>Verbunden. Der Server wird ab und zu nach neuen Mails gefragt.</translation>
    </message>
    <message>
        <source>It is not read, and nobody tries again until you change something: %1</source>
        <translation>Es wird nicht gelesen, und niemand versucht es erneut, bis Sie etwas ändern: %1</translation>
    </message>
    <message numerus="yes">
        <source>Out of reach; it is tried again in %Ln s: %1</source>
        <translation>
            <numerusform>Nicht erreichbar; neuer Versuch in %Ln s: %1</numerusform>
            <numerusform>Nicht erreichbar; neuer Versuch in %Ln s: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of reach; it is tried again now: %1</source>
        <translation>Nicht erreichbar; neuer Versuch jetzt: %1</translation>
    </message>
    <message>
        <source>The server has an address: %1</source>
        <translation>Der Server hat eine Adresse: %1</translation>
    </message>
    <message>
        <source>The server has no address: %1</source>
        <translation>Der Server hat keine Adresse: %1</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>Keine Verbindung: %1</translation>
    </message>
    <message>
        <source>Encrypted: %1</source>
        <translation>Verschlüsselt: %1</translation>
    </message>
    <message>
        <source>Not encrypted: %1</source>
        <translation>Nicht verschlüsselt: %1</translation>
    </message>
    <message>
        <source>Without encryption, as you chose: whoever is on the way reads the password and every mail.</source>
        <translation>Ohne Verschlüsselung, wie Sie es gewählt haben: Wer unterwegs mitliest, liest das Passwort und jede Mail.</translation>
    </message>
    <message>
        <source>No password: %1</source>
        <translation>Kein Passwort: %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Not signed in: %1</source>
        <translation>Nicht angemeldet: %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
    <message>
        <source>A folder cannot be read: %1</source>
        <translation>Ein Ordner lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>New mail: %1</source>
        <translation>Neue Mails: %1</translation>
    </message>
    <message>
        <source>Ready to send: %1</source>
        <translation>Bereit zum Senden: %1</translation>
    </message>
    <message>
        <source>It cannot send: %1</source>
        <translation>Senden geht nicht: %1</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS von Anfang an</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A server with its port, and how it is encrypted</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>Von hier gesendet</translation>
    </message>
    <message>
        <source>Drafts only</source>
        <translation>Nur Entwürfe</translation>
    </message>
    <message>
        <source>Replies leave by the server for sending. What goes out without a person is set for each kind of question.</source>
        <translation>Antworten werden über den Server zum Senden verschickt. Was ohne einen Menschen hinausgeht, wird für jede Art von Frage eingestellt.</translation>
    </message>
    <message>
        <source>The first step for a team. Nothing is ever sent: each reply appears in the mailbox&apos;s own Drafts folder, and whoever sends it from a mail program shows Helmdesk what was right.</source>
        <translation>Der erste Schritt für ein Team. Nie wird etwas gesendet: Jede Antwort erscheint im Entwurfsordner des Postfachs selbst, und wer sie aus einem Mailprogramm sendet, zeigt Helmdesk, was richtig war.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln read</source>
        <translation>
            <numerusform>%Ln gelesen</numerusform>
            <numerusform>%Ln gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln known already</source>
        <translation>
            <numerusform>%1, %Ln schon bekannt</numerusform>
            <numerusform>%1, %Ln schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln in the watched folders</source>
        <extracomment>&quot;12 read; 40 in the watched folders&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln in den beobachteten Ordnern</numerusform>
            <numerusform>%1; %Ln in den beobachteten Ordnern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, mail %2, %3: %4</source>
        <translation>%1, Mail %2, %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) in the mailbox</source>
        <translation>
            <numerusform>%Ln Entwurf im Postfach</numerusform>
            <numerusform>%Ln Entwürfe im Postfach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting to leave</source>
        <translation>
            <numerusform>%Ln wartet auf das Senden</numerusform>
            <numerusform>%Ln warten auf das Senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln it is not known whether they left</source>
        <translation>
            <numerusform>bei %Ln ist nicht bekannt, ob sie hinausging</numerusform>
            <numerusform>bei %Ln ist nicht bekannt, ob sie hinausgingen</numerusform>
        </translation>
    </message>
    <message>
        <source>From the environment variable %1</source>
        <translation>Aus der Umgebungsvariablen %1</translation>
    </message>
    <message>
        <source>In the keychain of this machine</source>
        <translation>Im Schlüsselbund dieses Rechners</translation>
    </message>
    <message>
        <source>None. Set the environment variable %1 before you start Helmdesk.</source>
        <translation>Keines. Setzen Sie die Umgebungsvariable %1, bevor Sie Helmdesk starten.</translation>
    </message>
    <message>
        <source>Only mail that arrives from now on</source>
        <translation>Nur Mails, die ab jetzt ankommen</translation>
    </message>
    <message numerus="yes">
        <source>Also the last %Ln day(s)</source>
        <translation>
            <numerusform>Auch %Ln Tag zurück</numerusform>
            <numerusform>Auch die letzten %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln mail(s)</source>
        <translation>
            <numerusform>%1: %Ln Mail</numerusform>
            <numerusform>%1: %Ln Mails</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>Es hat nicht geklappt: %1</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>OpenAI or a server that speaks like it</source>
        <translation>OpenAI oder ein Server, der so spricht</translation>
    </message>
    <message>
        <source>OpenAI, in its newer form (Responses)</source>
        <translation>OpenAI, in der neueren Form (Responses)</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>A file on this machine</source>
        <translation>Eine Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>It has no key, or the keychain is locked. Unlock it, or give it a key.</source>
        <translation>Es hat keinen Schlüssel, oder der Schlüsselbund ist gesperrt. Entsperren Sie ihn oder geben Sie einen Schlüssel.</translation>
    </message>
    <message>
        <source>Its server refused the key. Give it a valid one.</source>
        <translation>Sein Server hat den Schlüssel abgelehnt. Geben Sie einen gültigen.</translation>
    </message>
    <message>
        <source>The account at its provider has no credit left or reached its limit.</source>
        <translation>Das Konto beim Anbieter hat kein Guthaben mehr oder seine Grenze erreicht.</translation>
    </message>
    <message>
        <source>Your budget for language models is spent or nearly so. Raise it or wait.</source>
        <translation>Ihr Budget für Sprachmodelle ist ganz oder fast verbraucht. Erhöhen Sie es oder warten Sie.</translation>
    </message>
    <message>
        <source>Its server takes no more requests for the moment.</source>
        <translation>Sein Server nimmt im Moment keine Anfragen mehr an.</translation>
    </message>
    <message>
        <source>Its server is overloaded.</source>
        <translation>Sein Server ist überlastet.</translation>
    </message>
    <message>
        <source>Its server has a fault.</source>
        <translation>Sein Server hat eine Störung.</translation>
    </message>
    <message>
        <source>Nobody listens at its address. Start the server or correct the address.</source>
        <translation>An seiner Adresse lauscht niemand. Starten Sie den Server oder berichtigen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Its server cannot be reached. Check the address and the network.</source>
        <translation>Sein Server ist nicht erreichbar. Prüfen Sie die Adresse und das Netz.</translation>
    </message>
    <message>
        <source>It did not finish in time.</source>
        <translation>Es wurde nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>It went silent in the middle of its answer.</source>
        <translation>Es verstummte mitten in seiner Antwort.</translation>
    </message>
    <message>
        <source>The connection ended before its answer did.</source>
        <translation>Die Verbindung endete vor der Antwort.</translation>
    </message>
    <message>
        <source>Its answer was longer than is allowed.</source>
        <translation>Seine Antwort war länger als erlaubt.</translation>
    </message>
    <message>
        <source>What answers at its address is no model server. Correct the address.</source>
        <translation>Was an seiner Adresse antwortet, ist kein Modellserver. Berichtigen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Its address points elsewhere. Give the address that it means.</source>
        <translation>Seine Adresse verweist anderswohin. Geben Sie die Adresse an, die gemeint ist.</translation>
    </message>
    <message>
        <source>The connection to its server cannot be trusted.</source>
        <translation>Der Verbindung zu seinem Server ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>It answered with something that cannot be used.</source>
        <translation>Es antwortete mit etwas Unbrauchbarem.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>Es antwortete mit nichts.</translation>
    </message>
    <message>
        <source>It used up its limit of words before it said anything.</source>
        <translation>Es verbrauchte seine erlaubten Wörter, bevor es etwas sagte.</translation>
    </message>
    <message>
        <source>It refused to answer.</source>
        <translation>Es weigerte sich zu antworten.</translation>
    </message>
    <message>
        <source>Its provider&apos;s content filter held the answer back.</source>
        <translation>Der Inhaltsfilter seines Anbieters hielt die Antwort zurück.</translation>
    </message>
    <message>
        <source>Its server does not take the request. Test the model anew.</source>
        <translation>Sein Server nimmt die Anfrage nicht an. Testen Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The conversation was longer than it can read.</source>
        <translation>Die Unterhaltung war länger, als es lesen kann.</translation>
    </message>
    <message>
        <source>Its server has no model of that name. Correct the name.</source>
        <translation>Sein Server hat kein Modell dieses Namens. Berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>It failed several times in a row and is left alone for a while.</source>
        <translation>Es ist mehrmals hintereinander gescheitert und wird eine Weile nicht gefragt.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Die Arbeit wurde angehalten.</translation>
    </message>
    <message>
        <source>Works. In the last test, %1, it answered after %2.</source>
        <translation>Funktioniert. Im letzten Test, %1, antwortete es nach %2.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funktioniert.</translation>
    </message>
    <message>
        <source>Works in part. %1</source>
        <translation>Funktioniert teilweise. %1</translation>
    </message>
    <message>
        <source>Does not work. %1</source>
        <translation>Funktioniert nicht. %1</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Noch nicht getestet.</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Model %1 works in part</source>
        <translation>Modell %1 funktioniert teilweise</translation>
    </message>
    <message>
        <source>Model %1 does not work</source>
        <translation>Modell %1 funktioniert nicht</translation>
    </message>
    <message>
        <source>Model %1 is not tested</source>
        <translation>Modell %1 ist nicht getestet</translation>
    </message>
    <message>
        <source>The test finds out.</source>
        <translation>Das zeigt der Test.</translation>
    </message>
    <message>
        <source>looks things up by itself</source>
        <translation>schlägt von selbst nach</translation>
    </message>
    <message>
        <source>looks things up when it is led</source>
        <translation>schlägt unter Anleitung nach</translation>
    </message>
    <message>
        <source>only words answers</source>
        <translation>formuliert nur Antworten</translation>
    </message>
    <message>
        <source>keeps to a form</source>
        <translation>hält eine Form ein</translation>
    </message>
    <message>
        <source>does not keep to a form</source>
        <translation>hält keine Form ein</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <extracomment>Speed of a language model</extracomment>
        <translation>%1 Tokens je Sekunde</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the members of a list</extracomment>
        <translation>; </translation>
    </message>
    <message>
        <source>It costs nothing.</source>
        <translation>Es kostet nichts.</translation>
    </message>
    <message>
        <source>Not known; budgets count it like the dearest models.</source>
        <translation>Nicht bekannt; in Budgets zählt es wie die teuersten Modelle.</translation>
    </message>
    <message>
        <source>%1 read and %2 written, for a million tokens</source>
        <translation>%1 gelesen und %2 geschrieben, je Million Tokens</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <extracomment>An amount of US dollars</extracomment>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>Kept in the keychain of this machine.</source>
        <translation>Liegt im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Given by the environment variable %1.</source>
        <translation>Kommt aus der Umgebungsvariablen %1.</translation>
    </message>
    <message>
        <source>None. If it needs one, the environment variable %1 can hold it.</source>
        <translation>Keiner. Braucht es einen, kann ihn die Umgebungsvariable %1 halten.</translation>
    </message>
    <message>
        <source>Sent as written: it runs on this machine</source>
        <translation>Im Wortlaut gesendet: Es läuft auf diesem Rechner</translation>
    </message>
    <message>
        <source>Replaced by placeholders</source>
        <translation>Durch Platzhalter ersetzt</translation>
    </message>
    <message>
        <source>Always replaced by placeholders</source>
        <translation>Immer durch Platzhalter ersetzt</translation>
    </message>
    <message>
        <source>Always sent as written</source>
        <translation>Immer im Wortlaut gesendet</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>Placeholders</name>
    <message>
        <source>The customer’s first name</source>
        <translation>Vorname des Kunden</translation>
    </message>
    <message>
        <source>The customer’s whole name</source>
        <translation>Ganzer Name des Kunden</translation>
    </message>
    <message>
        <source>The number of the ticket, where there is one</source>
        <translation>Nummer des Tickets, wenn es eines gibt</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Today’s date, in the customer’s language</source>
        <translation>Heutiges Datum, in der Sprache des Kunden</translation>
    </message>
</context>
<context>
    <name>PlainFacts</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Asks the customer</source>
        <translation>Fragt den Kunden</translation>
    </message>
    <message>
        <source>Asks whether a machine answers</source>
        <translation>Fragt, ob eine Maschine antwortet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Wants to do</source>
        <translation>Will tun</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Wants no person</source>
        <translation>Wünscht keinen Menschen</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Näheres</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>Am wahrscheinlichsten</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Second likeliest</source>
        <translation>Am zweitwahrscheinlichsten</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Words in the message</source>
        <translation>Wörter der Nachricht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Personal data replaced</source>
        <translation>Ersetzte personenbezogene Daten</translation>
    </message>
    <message>
        <source>Sent to the model</source>
        <translation>An das Modell gesendet</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Helmdesk was sure of its answer and sent it by itself.</source>
        <translation>Helmdesk war sich seiner Antwort sicher und hat sie von selbst gesendet.</translation>
    </message>
    <message>
        <source>%1 is set to %2, so a person sends.</source>
        <extracomment>A category and its mode: &quot;Billing is set to Suggest, so a person sends.&quot;</extracomment>
        <translation>%1 steht auf „%2“, daher sendet ein Mensch.</translation>
    </message>
    <message>
        <source>A person looks at this before it is sent.</source>
        <translation>Ein Mensch sieht dies an, bevor es gesendet wird.</translation>
    </message>
    <message>
        <source>The customer sounds upset.</source>
        <translation>Der Kunde klingt verärgert.</translation>
    </message>
    <message>
        <source>The customer asks for a person.</source>
        <translation>Der Kunde wünscht einen Menschen.</translation>
    </message>
    <message>
        <source>A person has to approve an act of it.</source>
        <translation>Eine Aktion darin muss ein Mensch freigeben.</translation>
    </message>
    <message>
        <source>“%1” did not work.</source>
        <translation>„%1“ ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Something in the message tries to give Helmdesk orders.</source>
        <translation>Etwas in der Nachricht versucht, Helmdesk Befehle zu geben.</translation>
    </message>
    <message>
        <source>Helmdesk could not finish its work on this message.</source>
        <translation>Helmdesk konnte seine Arbeit an dieser Nachricht nicht abschließen.</translation>
    </message>
    <message>
        <source>The message asks for several things, and not all of them have a sure answer.</source>
        <translation>Die Nachricht fragt nach mehreren Dingen, und nicht für alle gibt es eine sichere Antwort.</translation>
    </message>
    <message>
        <source>The answer would be the same as the last one.</source>
        <translation>Die Antwort wäre dieselbe wie die letzte.</translation>
    </message>
    <message>
        <source>The message holds no words.</source>
        <translation>Die Nachricht enthält keine Wörter.</translation>
    </message>
    <message>
        <source>Helmdesk is %1 sure of its answer; %2 are needed.</source>
        <translation>Helmdesk ist sich seiner Antwort zu %1 sicher; nötig sind %2.</translation>
    </message>
    <message>
        <source>Helmdesk is %1 sure what this is about; %2 are needed.</source>
        <translation>Helmdesk ist sich zu %1 sicher, worum es geht; nötig sind %2.</translation>
    </message>
    <message>
        <source>The message has to do with the law%1.</source>
        <translation>Die Nachricht berührt rechtliche Fragen%1.</translation>
    </message>
    <message>
        <source>The message is long: %1 words.</source>
        <translation>Die Nachricht ist lang: %1 Wörter.</translation>
    </message>
    <message>
        <source>The message asks many questions: %1.</source>
        <translation>Die Nachricht stellt viele Fragen: %1.</translation>
    </message>
    <message>
        <source>The message is so long that only its beginning was read.</source>
        <translation>Die Nachricht ist so lang, dass nur ihr Anfang gelesen wurde.</translation>
    </message>
    <message>
        <source>The question is not a simple one.</source>
        <translation>Die Frage ist nicht einfach.</translation>
    </message>
    <message>
        <source>%1 is set to %2, so Helmdesk answers nothing here.</source>
        <translation>%1 steht auf „%2“, daher antwortet Helmdesk hier nicht.</translation>
    </message>
    <message>
        <source>The message is in a language that Helmdesk may not answer.</source>
        <translation>Die Nachricht ist in einer Sprache, in der Helmdesk nicht antworten darf.</translation>
    </message>
    <message>
        <source>Somebody’s safety may be at stake%1.</source>
        <translation>Möglicherweise geht es um jemandes Sicherheit%1.</translation>
    </message>
    <message>
        <source>The customer complains%1.</source>
        <translation>Der Kunde beschwert sich%1.</translation>
    </message>
    <message>
        <source>The last reply did not solve it.</source>
        <translation>Die letzte Antwort hat das Problem nicht gelöst.</translation>
    </message>
    <message>
        <source>The customer says that something was done wrongly.</source>
        <translation>Der Kunde sagt, dass etwas falsch gemacht wurde.</translation>
    </message>
    <message>
        <source>The sender is probably the customer; it is not proven.</source>
        <translation>Der Absender ist wahrscheinlich der Kunde; erwiesen ist es nicht.</translation>
    </message>
    <message>
        <source>A person denied what the reply rested on.</source>
        <translation>Ein Mensch hat abgelehnt, worauf die Antwort beruhte.</translation>
    </message>
    <message>
        <source>Such messages are answered by a person.</source>
        <translation>Solche Nachrichten beantwortet ein Mensch.</translation>
    </message>
</context>
<context>
    <name>ReminderMenu</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A time to be reminded at: words, and the moment</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In two hours</source>
        <translation>In zwei Stunden</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>Am Montag</translation>
    </message>
    <message>
        <source>It is done, remind me no more</source>
        <translation>Erledigt, nicht mehr erinnern</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>%1, show details</source>
        <translation>%1, Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>No run has finished.</source>
        <translation>Kein Durchlauf ist beendet.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Antwortwerk</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Eingebautes Antwortwerk</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Copy the raw data</source>
        <translation>Rohdaten kopieren</translation>
    </message>
    <message>
        <source>Copy the raw data of %1</source>
        <translation>Rohdaten kopieren: %1</translation>
    </message>
    <message>
        <source>An earlier answer of a model</source>
        <translation>Eine frühere Antwort eines Modells</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What Helmdesk may do by itself</source>
        <translation>Was Helmdesk von selbst darf</translation>
    </message>
    <message>
        <source>When a person decides</source>
        <translation>Wann ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>Sending and channels</source>
        <translation>Senden und Kanäle</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Work and its limits</source>
        <translation>Arbeit und ihre Grenzen</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Off: nothing is drafted. Shadow: drafts are only to look at. Suggest: a person sends. Automatic: sure answers leave by themselves.</source>
        <translation>Aus: nichts wird entworfen. Schatten: Entwürfe nur zum Ansehen. Vorschlagen: ein Mensch sendet. Automatisch: sichere Antworten gehen von selbst hinaus.</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Confidence in the category</source>
        <translation>Sicherheit der Kategorie</translation>
    </message>
    <message>
        <source>Below this a person decides what the message is about.</source>
        <translation>Darunter entscheidet ein Mensch, worum es in der Nachricht geht.</translation>
    </message>
    <message>
        <source>Confidence in the answer</source>
        <translation>Vertrauen in die Antwort</translation>
    </message>
    <message>
        <source>Below this the draft goes to a person.</source>
        <translation>Darunter geht der Entwurf an einen Menschen.</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Below this the customer is upset and a person answers. -1 is furious, 1 is delighted.</source>
        <translation>Darunter ist der Kunde verärgert und ein Mensch antwortet. -1 ist wütend, 1 ist begeistert.</translation>
    </message>
    <message>
        <source>Length of a message</source>
        <translation>Länge einer Nachricht</translation>
    </message>
    <message>
        <source>A longer message counts as complex and goes to a person.</source>
        <translation>Eine längere Nachricht gilt als schwierig und geht an einen Menschen.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Questions in a message</source>
        <translation>Fragen in einer Nachricht</translation>
    </message>
    <message>
        <source>A message with more question marks goes to a person.</source>
        <translation>Eine Nachricht mit mehr Fragezeichen geht an einen Menschen.</translation>
    </message>
    <message>
        <source>Refund without approval</source>
        <translation>Erstattung ohne Freigabe</translation>
    </message>
    <message>
        <source>A refund above this waits for a person, in units of its currency.</source>
        <translation>Eine höhere Erstattung wartet auf einen Menschen, in Einheiten ihrer Währung.</translation>
    </message>
    <message>
        <source>Undo window</source>
        <translation>Frist zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Port of the web chat</source>
        <translation>Port des Web-Chats</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>Eingangsordner</translation>
    </message>
    <message>
        <source>Watched for new .eml and .jsonl files. Empty: the folder inbox of the workspace.</source>
        <translation>Wird auf neue .eml- und .jsonl-Dateien beobachtet. Leer: der Ordner inbox des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>End of a session</source>
        <translation>Ende einer Sitzung</translation>
    </message>
    <message>
        <source>After this silence a customer begins a new conversation.</source>
        <translation>Nach dieser Stille beginnt ein Kunde eine neue Unterhaltung.</translation>
    </message>
    <message>
        <source>Remembered messages</source>
        <translation>Erinnerte Nachrichten</translation>
    </message>
    <message>
        <source>How many earlier messages of a session Helmdesk takes into account.</source>
        <translation>Wie viele frühere Nachrichten einer Sitzung Helmdesk berücksichtigt.</translation>
    </message>
    <message>
        <source>Messages in a row</source>
        <translation>Nachrichten hintereinander</translation>
    </message>
    <message>
        <source>Messages that follow each other within this time are answered as one.</source>
        <translation>Nachrichten, die so schnell aufeinander folgen, werden als eine beantwortet.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Passages for an answer</source>
        <translation>Textstellen für eine Antwort</translation>
    </message>
    <message>
        <source>How many passages of the knowledge base are looked up.</source>
        <translation>Wie viele Textstellen des Wissens nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>Time for a tool</source>
        <translation>Zeit für ein Werkzeug</translation>
    </message>
    <message>
        <source>After this a call counts as failed.</source>
        <translation>Danach gilt ein Aufruf als gescheitert.</translation>
    </message>
    <message>
        <source>Time for a message</source>
        <translation>Zeit für eine Nachricht</translation>
    </message>
    <message>
        <source>After this the work is given up and a person answers.</source>
        <translation>Danach wird die Arbeit aufgegeben und ein Mensch antwortet.</translation>
    </message>
    <message>
        <source>Tries of a language model</source>
        <translation>Versuche eines Sprachmodells</translation>
    </message>
    <message>
        <source>How often a failed call is tried.</source>
        <translation>Wie oft ein gescheiterter Aufruf versucht wird.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Go on after sending</source>
        <translation>Nach dem Senden weitergehen</translation>
    </message>
    <message>
        <source>Opens the next conversation when a reply was sent.</source>
        <translation>Öffnet die nächste Unterhaltung, wenn eine Antwort gesendet wurde.</translation>
    </message>
    <message>
        <source>Of what is routed without a person. 0: no promise. The view Learning shows what the verdicts carry.</source>
        <translation>Von dem, was ohne einen Menschen zugeordnet wird. 0: kein Versprechen. Die Ansicht Lernen zeigt, was die Urteile tragen.</translation>
    </message>
    <message>
        <source>The chat page and the HTTP inbox listen there, on this computer alone; 0 stands for a free one. Takes effect at the next start.</source>
        <translation>Dort lauschen die Chatseite und der HTTP-Eingang, nur auf diesem Rechner; 0 steht für einen freien Port. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Of the window and its dates and numbers. Replies keep the language of the customer.</source>
        <translation>Die des Fensters, seiner Daten und Zahlen. Antworten behalten die Sprache des Kunden.</translation>
    </message>
    <message>
        <source>Public address of the web chat</source>
        <translation>Öffentliche Adresse des Web-Chats</translation>
    </message>
    <message>
        <source>Where a proxy shows the chat page, like https://support.example.com. Empty: on this computer alone. Takes effect at the next start.</source>
        <translation>Wo ein Proxy die Chat-Seite zeigt, etwa https://support.example.com. Leer: nur auf diesem Computer. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Trusted proxy</source>
        <translation>Vertrauenswürdiger Proxy</translation>
    </message>
    <message>
        <source>The address that the proxy connects from, like 127.0.0.1. Limits then count for each visitor. Takes effect at the next start.</source>
        <translation>Die Adresse, von der sich der Proxy verbindet, etwa 127.0.0.1. Grenzen gelten dann für jeden Besucher einzeln. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Certainty to act at once</source>
        <translation>Sicherheit, um sofort zu handeln</translation>
    </message>
    <message>
        <source>Below this probability that the customer asks for it, Helmdesk asks before it does anything.</source>
        <translation>Liegt die Wahrscheinlichkeit, dass der Kunde es verlangt, darunter, fragt Helmdesk nach, bevor es etwas tut.</translation>
    </message>
    <message>
        <source>Certainty to offer</source>
        <translation>Sicherheit, um etwas anzubieten</translation>
    </message>
    <message>
        <source>Below this probability that the customer asks for it, nothing is offered.</source>
        <translation>Liegt die Wahrscheinlichkeit, dass der Kunde es verlangt, darunter, wird nichts angeboten.</translation>
    </message>
    <message>
        <source>Ask before every refund</source>
        <translation>Vor jeder Erstattung nachfragen</translation>
    </message>
    <message>
        <source>The customer is asked first, however clearly the refund was asked for.</source>
        <translation>Der Kunde wird zuerst gefragt, wie deutlich er die Erstattung auch verlangt hat.</translation>
    </message>
    <message>
        <source>Time for a yes</source>
        <translation>Frist für ein Ja</translation>
    </message>
    <message>
        <source>How long a yes to Helmdesk&apos;s question still counts.</source>
        <translation>Wie lange ein Ja auf die Frage von Helmdesk noch gilt.</translation>
    </message>
    <message>
        <source>Sure answers of this category then leave without a person, and with them the acts that the policy allows, such as refunds below the limit.</source>
        <translation>Sichere Antworten dieser Kategorie gehen dann ohne einen Menschen hinaus und mit ihnen die Aktionen, die die Richtlinie erlaubt, etwa Erstattungen unter der Grenze.</translation>
    </message>
    <message>
        <source>More money is then paid back without anybody&apos;s approval.</source>
        <translation>Dann wird mehr Geld ohne jede Freigabe erstattet.</translation>
    </message>
    <message>
        <source>More answers then leave without a person having seen them.</source>
        <translation>Dann gehen mehr Antworten hinaus, ohne dass ein Mensch sie gesehen hat.</translation>
    </message>
    <message>
        <source>Allowed share of errors</source>
        <translation>Erlaubter Fehleranteil</translation>
    </message>
    <message>
        <source>Refunds of a customer in a day</source>
        <translation>Erstattungen eines Kunden an einem Tag</translation>
    </message>
    <message>
        <source>Refunds within 24 hours that pass this together wait for a person. 0: as for one refund.</source>
        <translation>Erstattungen innerhalb von 24 Stunden, die zusammen darüber liegen, warten auf einen Menschen. 0: wie für eine einzelne Erstattung.</translation>
    </message>
    <message>
        <source>Refunds of a customer in a month</source>
        <translation>Erstattungen eines Kunden in einem Monat</translation>
    </message>
    <message>
        <source>Refunds within 30 days that pass this together wait for a person. 0: three times as for one refund.</source>
        <translation>Erstattungen innerhalb von 30 Tagen, die zusammen darüber liegen, warten auf einen Menschen. 0: das Dreifache wie für eine einzelne Erstattung.</translation>
    </message>
    <message>
        <source>Refunds of an invoice</source>
        <translation>Erstattungen zu einer Rechnung</translation>
    </message>
    <message>
        <source>After this many a further refund waits for a person.</source>
        <translation>Nach so vielen wartet eine weitere Erstattung auf einen Menschen.</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <source>For these limits, beside those that ship, such as CHF=0.93: units for one euro.</source>
        <translation>Für diese Grenzen, neben den mitgelieferten, etwa CHF=0.93: Einheiten für einen Euro.</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Name des Absenders</translation>
    </message>
    <message>
        <source>Who replies by mail come from.</source>
        <translation>Von wem Antworten per E-Mail kommen.</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Adresse des Absenders</translation>
    </message>
    <message>
        <source>Where replies by mail come from.</source>
        <translation>Von welcher Adresse Antworten per E-Mail kommen.</translation>
    </message>
    <message>
        <source>Copy of the record&apos;s progress</source>
        <translation>Kopie vom Fortschritt des Protokolls</translation>
    </message>
    <message>
        <source>A file, best on another disk or machine. Empty: only in the workspace.</source>
        <translation>Eine Datei, am besten auf einem anderen Datenträger oder Rechner. Leer: nur im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Messages as they were written</source>
        <translation>Nachrichten im ursprünglichen Wortlaut</translation>
    </message>
    <message>
        <source>How long a message is also kept with the secrets in it that are masked elsewhere. 0: not at all.</source>
        <translation>Wie lange eine Nachricht auch mit den Geheimnissen darin aufbewahrt wird, die anderswo verdeckt sind. 0: gar nicht.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>How long a reply that a person sent can be taken back, with what it does. Automatic replies in chat leave at once.</source>
        <translation>Wie lange eine von einem Menschen gesendete Antwort zurückgeholt werden kann, mitsamt dem, was sie ausführt. Automatische Antworten im Chat gehen sofort hinaus.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Silence that counts as resolved</source>
        <translation>Stille, die als erledigt zählt</translation>
    </message>
    <message>
        <source>Insights count a grounded answer as a resolution when the customer does not come back within this time.</source>
        <translation>Die Auswertung zählt eine belegte Antwort als Erledigung, wenn der Kunde sich in dieser Zeit nicht wieder meldet.</translation>
    </message>
    <message>
        <source>A reply by hand</source>
        <translation>Eine Antwort von Hand</translation>
    </message>
    <message>
        <source>How long it takes a person; insights reckon the saved time with it.</source>
        <translation>Wie lange ein Mensch dafür braucht; damit berechnet die Auswertung die gesparte Zeit.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>A reply from a draft</source>
        <translation>Eine Antwort aus einem Entwurf</translation>
    </message>
    <message>
        <source>How long it takes a person to check a draft and send it.</source>
        <translation>Wie lange ein Mensch braucht, um einen Entwurf zu prüfen und zu senden.</translation>
    </message>
    <message>
        <source>An hour of work</source>
        <translation>Eine Arbeitsstunde</translation>
    </message>
    <message>
        <source>What it costs, for the saved money in the insights.</source>
        <translation>Was sie kostet, für das gesparte Geld in der Auswertung.</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>Answers are worded by</source>
        <translation>Antworten formuliert</translation>
    </message>
    <message>
        <source>“builtin”, or the name of a model. The page Models has them all.</source>
        <translation>„builtin“ oder der Name eines Modells. Die Seite „Modelle“ zeigt sie alle.</translation>
    </message>
    <message>
        <source>Second opinion on the category</source>
        <translation>Zweite Meinung zur Kategorie</translation>
    </message>
    <message>
        <source>“builtin” for none, or the name of a model. Empty: the model that answers.</source>
        <translation>„builtin“ für keine oder der Name eines Modells. Leer: das Modell, das antwortet.</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Asked where the first one fails, before the built-in engine answers. Empty: none.</source>
        <translation>Wird gefragt, wo das erste ausfällt, bevor das eingebaute Antwortwerk antwortet. Leer: keines.</translation>
    </message>
    <message>
        <source>Budget of a message</source>
        <translation>Budget einer Nachricht</translation>
    </message>
    <message>
        <source>What models may cost for one message.</source>
        <translation>Was Modelle für eine Nachricht kosten dürfen.</translation>
    </message>
    <message>
        <source>Budget of a conversation</source>
        <translation>Budget einer Unterhaltung</translation>
    </message>
    <message>
        <source>What models may cost for one conversation.</source>
        <translation>Was Modelle für eine Unterhaltung kosten dürfen.</translation>
    </message>
    <message>
        <source>Budget of a day</source>
        <translation>Budget eines Tages</translation>
    </message>
    <message>
        <source>What models may cost in a day (UTC). The built-in engine answers when it is spent.</source>
        <translation>Was Modelle an einem Tag (UTC) kosten dürfen. Ist es verbraucht, antwortet das eingebaute Antwortwerk.</translation>
    </message>
    <message>
        <source>Budget of a month</source>
        <translation>Budget eines Monats</translation>
    </message>
    <message>
        <source>What models may cost in a month (UTC).</source>
        <translation>Was Modelle in einem Monat (UTC) kosten dürfen.</translation>
    </message>
    <message>
        <source>Confidence for a proposal</source>
        <translation>Sicherheit für einen Vorschlag</translation>
    </message>
    <message>
        <source>Below this only an article that plainly answers the message is proposed.</source>
        <translation>Darunter wird nur ein Artikel vorgeschlagen, der die Nachricht klar beantwortet.</translation>
    </message>
    <message>
        <source>Confidence of a plain article</source>
        <translation>Sicherheit eines klaren Artikels</translation>
    </message>
    <message>
        <source>How certain an article must be to answer what nobody can place.</source>
        <translation>Wie sicher ein Artikel sein muss, um zu beantworten, was niemand zuordnen kann.</translation>
    </message>
    <message>
        <source>Proof of who writes a mail</source>
        <translation>Nachweis, wer eine Mail schreibt</translation>
    </message>
    <message>
        <source>What it takes before money moves or an account changes at the wish of a mail.</source>
        <translation>Was nötig ist, bevor auf Wunsch einer Mail Geld fließt oder ein Konto geändert wird.</translation>
    </message>
    <message>
        <source>Codes by mail</source>
        <translation>Codes per E-Mail</translation>
    </message>
    <message>
        <source>Who writes from the address of an account may prove it by a one-time code that goes to that address. Off: a person finds out.</source>
        <translation>Wer von der Adresse eines Kontos schreibt, kann das mit einem Einmalcode nachweisen, der an diese Adresse geht. Aus: ein Mensch klärt es.</translation>
    </message>
    <message>
        <source>Answers given again</source>
        <translation>Wiederverwendete Antworten</translation>
    </message>
    <message>
        <source>To which questions an earlier answer of a model is given again: none, the same one, or also one that is worded another way. Never one with a customer&apos;s data.</source>
        <translation>Auf welche Fragen eine frühere Antwort eines Modells noch einmal gegeben wird: auf keine, auf dieselbe oder auch auf eine anders formulierte. Nie eine mit Daten eines Kunden.</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>Aufbewahrte Antworten</translation>
    </message>
    <message>
        <source>Those used longest ago go first.</source>
        <translation>Die am längsten ungenutzten fallen zuerst weg.</translation>
    </message>
    <message>
        <source>Age of a kept answer</source>
        <translation>Alter einer aufbewahrten Antwort</translation>
    </message>
    <message>
        <source>After this the model is asked again.</source>
        <translation>Danach wird das Modell neu gefragt.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Health and alarms</source>
        <translation>Zustand und Alarme</translation>
    </message>
    <message>
        <source>Waiting for Helmdesk: warning</source>
        <translation>Warten auf Helmdesk: Warnung</translation>
    </message>
    <message>
        <source>A message that waits this long for Helmdesk&apos;s answer is a warning on the page Health.</source>
        <translation>Eine Nachricht, die so lange auf die Antwort von Helmdesk wartet, ist auf der Seite „Zustand“ eine Warnung.</translation>
    </message>
    <message>
        <source>Waiting for Helmdesk: alarm</source>
        <translation>Warten auf Helmdesk: Alarm</translation>
    </message>
    <message>
        <source>The same, for an alarm.</source>
        <translation>Dasselbe für einen Alarm.</translation>
    </message>
    <message>
        <source>Waiting for a person: warning</source>
        <translation>Warten auf einen Menschen: Warnung</translation>
    </message>
    <message>
        <source>So many conversations are a warning.</source>
        <translation>So viele Unterhaltungen sind eine Warnung.</translation>
    </message>
    <message>
        <source>Waiting for a person: alarm</source>
        <translation>Warten auf einen Menschen: Alarm</translation>
    </message>
    <message>
        <source>So many conversations are an alarm.</source>
        <translation>So viele Unterhaltungen sind ein Alarm.</translation>
    </message>
    <message>
        <source>Untouched: warning</source>
        <translation>Nicht angefasst: Warnung</translation>
    </message>
    <message>
        <source>A conversation that waits for a person and is not touched for this long is a warning.</source>
        <translation>Eine Unterhaltung, die auf einen Menschen wartet und so lange nicht angefasst wird, ist eine Warnung.</translation>
    </message>
    <message>
        <source>Untouched: alarm</source>
        <translation>Nicht angefasst: Alarm</translation>
    </message>
    <message>
        <source>Failures: warning</source>
        <translation>Fehlschläge: Warnung</translation>
    </message>
    <message>
        <source>Share of messages, replies or calls of a tool that fail.</source>
        <translation>Anteil der Nachrichten, Antworten oder Aufrufe eines Werkzeugs, die fehlschlagen.</translation>
    </message>
    <message>
        <source>Failures: alarm</source>
        <translation>Fehlschläge: Alarm</translation>
    </message>
    <message>
        <source>Failures: least number</source>
        <translation>Fehlschläge: Mindestzahl</translation>
    </message>
    <message>
        <source>Of fewer messages, replies or calls failures are no more than a notice.</source>
        <translation>Bei weniger Nachrichten, Antworten oder Aufrufen sind Fehlschläge höchstens ein Hinweis.</translation>
    </message>
    <message>
        <source>Failures: time</source>
        <translation>Fehlschläge: Zeitraum</translation>
    </message>
    <message>
        <source>Within which they are counted.</source>
        <translation>In dem sie gezählt werden.</translation>
    </message>
    <message>
        <source>Mailbox out of reach</source>
        <translation>Postfach nicht erreichbar</translation>
    </message>
    <message>
        <source>After this long it is an alarm.</source>
        <translation>Nach dieser Zeit ist es ein Alarm.</translation>
    </message>
    <message>
        <source>Spent budget: warning</source>
        <translation>Verbrauchtes Budget: Warnung</translation>
    </message>
    <message>
        <source>Share of a budget for models that is spent.</source>
        <translation>Anteil eines Budgets für Modelle, der verbraucht ist.</translation>
    </message>
    <message>
        <source>Spent budget: alarm</source>
        <translation>Verbrauchtes Budget: Alarm</translation>
    </message>
    <message>
        <source>Free disk: warning</source>
        <translation>Freier Speicherplatz: Warnung</translation>
    </message>
    <message>
        <source>Less free space than this is a warning.</source>
        <translation>Weniger freier Platz als dies ist eine Warnung.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Free disk: alarm</source>
        <translation>Freier Speicherplatz: Alarm</translation>
    </message>
    <message>
        <source>Less free space than this is an alarm.</source>
        <translation>Weniger freier Platz als dies ist ein Alarm.</translation>
    </message>
    <message>
        <source>Sudden change: warning</source>
        <translation>Plötzliche Änderung: Warnung</translation>
    </message>
    <message>
        <source>Population stability index of the categories or the confidence.</source>
        <translation>Populationsstabilitätsindex der Kategorien oder der Sicherheit.</translation>
    </message>
    <message>
        <source>Sudden change: alarm</source>
        <translation>Plötzliche Änderung: Alarm</translation>
    </message>
    <message>
        <source>Sudden change: least number</source>
        <translation>Plötzliche Änderung: Mindestzahl</translation>
    </message>
    <message>
        <source>So many messages must there be, now and before, for a change to be judged.</source>
        <translation>So viele Nachrichten müssen es jetzt und vorher sein, damit eine Änderung beurteilt wird.</translation>
    </message>
    <message>
        <source>Sudden change: time</source>
        <translation>Plötzliche Änderung: Zeitraum</translation>
    </message>
    <message>
        <source>The latest messages, which are compared with those of the four weeks before.</source>
        <translation>Die neuesten Nachrichten, die mit denen der vier Wochen davor verglichen werden.</translation>
    </message>
    <message>
        <source>Always answered</source>
        <translation>Immer beantwortet</translation>
    </message>
    <message>
        <source>It is an alarm, and not only a warning, when no program answers the messages.</source>
        <translation>Es ist ein Alarm und nicht nur eine Warnung, wenn kein Programm die Nachrichten beantwortet.</translation>
    </message>
    <message>
        <source>Address for alarms</source>
        <translation>Adresse für Alarme</translation>
    </message>
    <message>
        <source>A mail goes there when an alarm begins and when it is over. Empty: none.</source>
        <translation>Dorthin geht eine Mail, wenn ein Alarm beginnt und wenn er vorbei ist. Leer: keine.</translation>
    </message>
    <message>
        <source>Mails on alarms in a day</source>
        <translation>Mails über Alarme am Tag</translation>
    </message>
    <message>
        <source>Alarms beyond this are told in the window alone.</source>
        <translation>Weitere Alarme meldet nur das Fenster.</translation>
    </message>
    <message>
        <source>End of an alarm</source>
        <translation>Ende eines Alarms</translation>
    </message>
    <message>
        <source>It is over after this long without it.</source>
        <translation>Er ist vorbei, wenn er so lange nicht auftritt.</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Route: %1, %2</source>
        <translation>Zuordnen: %1, %2</translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation>Entscheiden: %1</translation>
    </message>
    <message>
        <source>Draft and judge</source>
        <translation>Entwerfen und beurteilen</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>Fachkraft</translation>
    </message>
    <message>
        <source>Understand: %1, sentiment %2</source>
        <translation>Verstehen: %1, Stimmung %2</translation>
    </message>
    <message>
        <source>Wants: %1</source>
        <translation>Möchte: %1</translation>
    </message>
    <message>
        <source>%1: waits for a person</source>
        <translation>%1: wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>%1: denied</source>
        <translation>%1: abgelehnt</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>A person approved it</source>
        <translation>Ein Mensch hat es freigegeben</translation>
    </message>
    <message>
        <source>A person denied it</source>
        <translation>Ein Mensch hat es abgelehnt</translation>
    </message>
    <message>
        <source>Approved, done: %1</source>
        <extracomment>A step that carried out what a person had approved; %1 is what it did</extracomment>
        <translation>Freigegeben, ausgeführt: %1</translation>
    </message>
    <message>
        <source>The sender is proven by a code</source>
        <extracomment>A step that looked for the one-time code by which a mail&apos;s sender proves who they are</extracomment>
        <translation>Der Absender ist durch einen Code nachgewiesen</translation>
    </message>
    <message>
        <source>The sender is not proven</source>
        <translation>Der Absender ist nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Code sent to the address on record</source>
        <translation>Code an die hinterlegte Adresse gesendet</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>next: %1 %2</source>
        <translation>danach: %1 %2</translation>
    </message>
    <message>
        <source>%1, below the threshold %2</source>
        <translation>%1, unter der Schwelle %2</translation>
    </message>
    <message>
        <source>%1, threshold %2</source>
        <translation>%1, Schwelle %2</translation>
    </message>
    <message>
        <source>Confidence in the answer</source>
        <translation>Vertrauen in die Antwort</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why a person is needed</source>
        <translation>Warum ein Mensch nötig ist</translation>
    </message>
    <message>
        <source>Why it was not sent</source>
        <translation>Warum nicht gesendet wurde</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Open source %1: %2</source>
        <translation>Quelle %1 öffnen: %2</translation>
    </message>
    <message>
        <source>Confidence in the category</source>
        <translation>Sicherheit der Kategorie</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Helmdesk has not read this conversation: it is new, or it came from an earlier desk.</source>
        <translation>Helmdesk hat diese Unterhaltung nicht gelesen: Sie ist neu oder stammt aus einem früheren Helpdesk.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>For a person</source>
        <translation>Für einen Menschen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>Geringes Vertrauen</translation>
    </message>
    <message>
        <source>Upset customer</source>
        <translation>Verärgerter Kunde</translation>
    </message>
    <message>
        <source>Complex question</source>
        <translation>Schwierige Frage</translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation>Wünscht einen Menschen</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Braucht Freigabe</translation>
    </message>
    <message>
        <source>A tool failed</source>
        <translation>Ein Werkzeug schlug fehl</translation>
    </message>
    <message>
        <source>Suspicious text</source>
        <translation>Verdächtiger Text</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Engine failed</source>
        <translation>Antwortwerk ausgefallen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Sent automatically</source>
        <translation>Automatisch gesendet</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Wartet auf den Kunden</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Perhaps sent: the channel did not confirm it</source>
        <translation>Vielleicht gesendet: der Kanal hat es nicht bestätigt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Sources agree</source>
        <translation>Quellen stimmen überein</translation>
    </message>
    <message>
        <source>Every claim backed</source>
        <translation>Jede Aussage belegt</translation>
    </message>
    <message>
        <source>Tools succeeded</source>
        <translation>Werkzeuge erfolgreich</translation>
    </message>
    <message>
        <source>Engine&apos;s estimate</source>
        <translation>Schätzung der Engine</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>confidence</comment>
        <translation>Gering</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A date and a time of day</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>This could not be accepted. Your text is kept: %1</source>
        <translation>Das konnte nicht angenommen werden. Ihr Text ist erhalten: %1</translation>
    </message>
    <message>
        <source>It is no longer there. Refresh the list and try again.</source>
        <translation>Es ist nicht mehr da. Frischen Sie die Liste auf und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Somebody or something changed it meanwhile. Look at the newest state, then try again.</source>
        <translation>Es wurde inzwischen geändert. Sehen Sie den neuesten Stand an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The policy does not allow this: %1</source>
        <translation>Die Richtlinie erlaubt das nicht: %1</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>Es wurde angehalten. Nichts ist geändert.</translation>
    </message>
    <message>
        <source>Stored data is damaged: %1</source>
        <translation>Gespeicherte Daten sind beschädigt: %1</translation>
    </message>
    <message>
        <source>The data was written by a newer Helmdesk. Update this program.</source>
        <translation>Die Daten schrieb ein neueres Helmdesk. Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It did not work, your text is kept: %1</source>
        <translation>Es hat nicht geklappt, Ihr Text ist erhalten: %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Shadow draft</source>
        <translation>Schattenentwurf</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Am längsten Wartende zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Web-Chat</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>Eingangsordner</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>A service could not be reached. Nothing is lost; try again in a moment.</source>
        <translation>Ein Dienst war nicht erreichbar. Nichts ist verloren; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>It took too long. Nothing is lost; try again in a moment.</source>
        <translation>Es hat zu lange gedauert. Nichts ist verloren; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Refunds above the limit need approval</source>
        <translation>Erstattungen über der Grenze brauchen eine Freigabe</translation>
    </message>
    <message>
        <source>More refunds than allowed for one customer in a day need approval</source>
        <translation>Mehr Erstattungen, als für einen Kunden am Tag erlaubt sind, brauchen eine Freigabe</translation>
    </message>
    <message>
        <source>The customer&apos;s account is not active</source>
        <translation>Das Konto des Kunden ist nicht aktiv</translation>
    </message>
    <message>
        <source>This kind of change always needs approval</source>
        <translation>Eine solche Änderung braucht immer eine Freigabe</translation>
    </message>
    <message>
        <source>Look up the invoice</source>
        <translation>Rechnung nachsehen</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Change the payment method</source>
        <translation>Zahlungsart ändern</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>Konto ändern</translation>
    </message>
    <message>
        <source>Search the articles</source>
        <translation>Artikel durchsuchen</translation>
    </message>
    <message>
        <source>Open a ticket</source>
        <translation>Ticket anlegen</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <extracomment>Somebody in the web chat who gave no name; %1 are four letters or digits</extracomment>
        <translation>Unbekannter Absender</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Besucher %1</translation>
    </message>
    <message>
        <source>%1 approved: %2</source>
        <translation>%1 hat freigegeben: %2</translation>
    </message>
    <message>
        <source>%1 denied: %2</source>
        <translation>%1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 denied: %2 – “%3”</source>
        <extracomment>Who, what, and in quotation marks that person&apos;s reason</extracomment>
        <translation>%1 hat abgelehnt: %2 – „%3“</translation>
    </message>
    <message>
        <source>Nobody decided in time: %1</source>
        <translation>Niemand hat rechtzeitig entschieden: %1</translation>
    </message>
    <message>
        <source>Withdrawn, not done: %1</source>
        <translation>Zurückgezogen, nicht ausgeführt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Do %Ln things and send</source>
        <translation>
            <numerusform>%Ln Aktion ausführen und senden</numerusform>
            <numerusform>%Ln Aktionen ausführen und senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund %1 and send</source>
        <translation>%1 erstatten und senden</translation>
    </message>
    <message>
        <source>Refund and send</source>
        <translation>Erstatten und senden</translation>
    </message>
    <message>
        <source>Reset the password and send</source>
        <translation>Passwort zurücksetzen und senden</translation>
    </message>
    <message>
        <source>Change the payment method and send</source>
        <translation>Zahlungsart ändern und senden</translation>
    </message>
    <message>
        <source>Change the account and send</source>
        <translation>Konto ändern und senden</translation>
    </message>
    <message>
        <source>Do this and send</source>
        <translation>Ausführen und senden</translation>
    </message>
    <message>
        <source>Rule “%1”</source>
        <translation>Regel „%1“</translation>
    </message>
    <message>
        <source>Urgent first, then longest waiting</source>
        <translation>Dringende zuerst, dann am längsten wartende</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <extracomment>How sure Helmdesk is of its draft: &quot;93 % sure&quot;</extracomment>
        <translation>%1 sicher</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A figure of a hundred</extracomment>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Promised for %1, due</source>
        <extracomment>What was promised to a customer; the moment follows</extracomment>
        <translation>Zugesagt für %1, fällig</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>Zugesagt für %1</translation>
    </message>
    <message>
        <source>%1 withdrew it, not done: %2</source>
        <translation>%1 hat es zurückgezogen, nicht ausgeführt: %2</translation>
    </message>
    <message>
        <source>The rules cannot be read, so nothing is changed</source>
        <translation>Die Regeln lassen sich nicht lesen, daher wird nichts geändert</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>Postfach %1</translation>
    </message>
    <message>
        <source>The mail system vouches for them</source>
        <translation>Das Mailsystem bürgt für den Absender</translation>
    </message>
    <message>
        <source>A code came back, too</source>
        <translation>Zusätzlich kam ein Code zurück</translation>
    </message>
    <message>
        <source>Reminder for %1, due</source>
        <extracomment>A reminder of the operator&apos;s own; the moment follows</extracomment>
        <translation>Erinnerung für %1, fällig</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Erinnerung für %1</translation>
    </message>
    <message>
        <source>The same question</source>
        <translation>Dieselbe Frage</translation>
    </message>
    <message>
        <source>Also worded another way</source>
        <translation>Auch anders formuliert</translation>
    </message>
</context>
</TS>
