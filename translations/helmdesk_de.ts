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
        <source>The channel did not establish who writes. Helmdesk shows and changes no customer data in this conversation.</source>
        <translation>Der Kanal hat nicht festgestellt, wer schreibt. Helmdesk zeigt und ändert in dieser Unterhaltung keine Kundendaten.</translation>
    </message>
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
        <source>The mode of this category asks for a person</source>
        <translation>Der Modus dieser Kategorie verlangt einen Menschen</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
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
    <name>Helmdesk::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>Ein paar Buchstaben eines Befehls eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
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
        <source>The reply is on its way.</source>
        <translation>Die Antwort ist unterwegs.</translation>
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
        <source>Undo (%1 s)</source>
        <translation>Rückgängig (%1 s)</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Senden rückgängig machen</translation>
    </message>
    <message>
        <source>There are no snippets yet</source>
        <translation>Es gibt noch keine Textbausteine</translation>
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
        <source>Change category and answer again</source>
        <translation>Kategorie ändern und neu antworten</translation>
    </message>
    <message>
        <source>The category was changed; Helmdesk answers again.</source>
        <translation>Die Kategorie ist geändert; Helmdesk antwortet neu.</translation>
    </message>
    <message>
        <source>Not suspicious: answer normally</source>
        <translation>Nicht verdächtig: normal antworten</translation>
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
</context>
<context>
    <name>Helmdesk::InboxPage</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) resolved</source>
        <translation>
            <numerusform>%n Unterhaltung erledigt</numerusform>
            <numerusform>%n Unterhaltungen erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened</source>
        <translation>
            <numerusform>%n Unterhaltung wieder geöffnet</numerusform>
            <numerusform>%n Unterhaltungen wieder geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
    <name>Helmdesk::KnowledgeView</name>
    <message>
        <source>Choose an article to read it here.</source>
        <translation>Wählen Sie einen Artikel, um ihn hier zu lesen.</translation>
    </message>
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
        <source>Resolve what is selected</source>
        <translation>Ausgewähltes erledigen</translation>
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
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
</context>
<context>
    <name>Helmdesk::QueueModel</name>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
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
        <source>%1 %2</source>
        <extracomment>Name of a view of the queue and the number of conversations in it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <translation>
            <numerusform>%1, %n Unterhaltung</numerusform>
            <numerusform>%1, %n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation here matches the search.</source>
        <translation>Keine Unterhaltung hier passt zur Suche.</translation>
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
</context>
<context>
    <name>Helmdesk::RailButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
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
        <source>Default %1</source>
        <translation>Standard %1</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
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
        <source>How each category is answered</source>
        <translation>Wie jede Kategorie beantwortet wird</translation>
    </message>
    <message>
        <source>Choosing the category</source>
        <translation>Wahl der Kategorie</translation>
    </message>
    <message>
        <source>Handing over to a person</source>
        <translation>Übergabe an einen Menschen</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Antwortwerk</translation>
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
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>%1, show details</source>
        <translation>%1, Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
        <source>Steps</source>
        <translation>Schritte</translation>
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
        <source>Confidence %1</source>
        <translation>Vertrauen %1</translation>
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
        <source>value %1, limit %2</source>
        <translation>Wert %1, Grenze %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
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
        <source>Helmdesk has not finished reading this conversation.</source>
        <translation>Helmdesk hat diese Unterhaltung noch nicht zu Ende gelesen.</translation>
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
        <extracomment>A word for the confidence and its figure: &quot;High 0.93&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
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
        <source>A service could not be reached. Your text is kept; try again in a moment.</source>
        <translation>Ein Dienst war nicht erreichbar. Ihr Text ist erhalten; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>It took too long. Your text is kept; try again in a moment.</source>
        <translation>Es dauerte zu lange. Ihr Text ist erhalten; versuchen Sie es gleich noch einmal.</translation>
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
</context>
</TS>
