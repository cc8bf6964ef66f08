<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <translation>Company</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Customer since</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>Customer id</translation>
    </message>
    <message>
        <source>Last tickets</source>
        <translation>Last tickets</translation>
    </message>
    <message>
        <source>No ticket so far.</source>
        <translation>No ticket so far.</translation>
    </message>
    <message>
        <source>None, ends on %1</source>
        <translation>None, ends on %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>amount, day</comment>
        <translation>%1 on %2</translation>
    </message>
    <message>
        <source>SEPA, account ending in %1</source>
        <translation>SEPA, account ending in %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>%1 ending in %2, until %3</source>
        <comment>brand, digits, month</comment>
        <translation>%1 ending in %2, until %3</translation>
    </message>
    <message>
        <source>%1 ending in %2</source>
        <comment>brand, digits</comment>
        <translation>%1 ending in %2</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>Next payment</translation>
    </message>
    <message>
        <source>Pays with</source>
        <translation>Pays with</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>card ending %1</source>
        <translation>card ending %1</translation>
    </message>
    <message>
        <source>bank account ending %1</source>
        <translation>bank account ending %1</translation>
    </message>
    <message>
        <source>the payment method that was charged</source>
        <translation>the payment method that was charged</translation>
    </message>
    <message>
        <source>Refund %1 to %2 for %3</source>
        <extracomment>An amount, where it goes and the number of the invoice</extracomment>
        <translation>Refund %1 to %2 for %3</translation>
    </message>
    <message>
        <source>Send a link to set a new password, valid for 24 hours, to %1</source>
        <translation>Send a link to set a new password, valid for 24 hours, to %1</translation>
    </message>
    <message>
        <source>Send nothing: the address is not this customer’s. The reply is the same as always</source>
        <translation>Send nothing: the address is not this customer’s. The reply is the same as always</translation>
    </message>
    <message>
        <source>Ask at %1 to confirm the new address %2; nothing changes until then</source>
        <translation>Ask at %1 to confirm the new address %2; nothing changes until then</translation>
    </message>
    <message>
        <source>Remove from the account: %1</source>
        <extracomment>%1 is a field of an account: name, phone</extracomment>
        <translation>Remove from the account: %1</translation>
    </message>
    <message>
        <source>Change in the account: %1 to “%2”</source>
        <extracomment>%1 is a field of an account: name, phone</extracomment>
        <translation>Change in the account: %1 to “%2”</translation>
    </message>
    <message>
        <source>Give the customer a link, valid for one hour, to enter a new card</source>
        <translation>Give the customer a link, valid for one hour, to enter a new card</translation>
    </message>
    <message>
        <source>Give the customer a link, valid for one hour, to enter a new bank account</source>
        <translation>Give the customer a link, valid for one hour, to enter a new bank account</translation>
    </message>
    <message>
        <source>Open a ticket: %1</source>
        <translation>Open a ticket: %1</translation>
    </message>
    <message>
        <source>The refund of %1 is above the limit of %2.</source>
        <translation>The refund of %1 is above the limit of %2.</translation>
    </message>
    <message>
        <source>With the refunds of the last 24 hours, %1, this passes the customer’s limit of %2.</source>
        <translation>With the refunds of the last 24 hours, %1, this passes the customer’s limit of %2.</translation>
    </message>
    <message>
        <source>With the refunds of the last 30 days, %1, this passes the customer’s limit of %2.</source>
        <translation>With the refunds of the last 30 days, %1, this passes the customer’s limit of %2.</translation>
    </message>
    <message>
        <source>The invoice was refunded %1 times before.</source>
        <translation>The invoice was refunded %1 times before.</translation>
    </message>
    <message>
        <source>This kind of change always needs a person.</source>
        <translation>This kind of change always needs a person.</translation>
    </message>
    <message>
        <source>The customer’s account: %1.</source>
        <translation>The customer’s account: %1.</translation>
    </message>
    <message>
        <source>Where the money goes has changed since it was approved.</source>
        <translation>Where the money goes has changed since it was approved.</translation>
    </message>
    <message>
        <source>What it changes is no longer what was approved.</source>
        <translation>What it changes is no longer what was approved.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What an act does, and why a person is asked</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>refunded</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>mail address</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>company</source>
        <translation>company</translation>
    </message>
    <message>
        <source>language</source>
        <translation>language</translation>
    </message>
    <message>
        <source>address</source>
        <translation>address</translation>
    </message>
    <message>
        <source>payment method</source>
        <translation>payment method</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>open</source>
        <comment>invoice</comment>
        <translation>open</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <translation>partly refunded</translation>
    </message>
    <message>
        <source>The draft was rejected</source>
        <translation>The draft was rejected</translation>
    </message>
    <message>
        <source>A person took over</source>
        <translation>A person took over</translation>
    </message>
    <message>
        <source>The conversation was resolved</source>
        <translation>The conversation was resolved</translation>
    </message>
    <message>
        <source>It was answered again</source>
        <translation>It was answered again</translation>
    </message>
    <message>
        <source>The customer took it back</source>
        <translation>The customer took it back</translation>
    </message>
    <message>
        <source>The change was undone</source>
        <translation>The change was undone</translation>
    </message>
</context>
<context>
    <name>HandoffPanel</name>
    <message>
        <source>A person said no to: %1</source>
        <translation>A person said no to: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Failed: %1</translation>
    </message>
    <message>
        <source>Looked up: %1</source>
        <translation>Looked up: %1</translation>
    </message>
    <message>
        <source>Article: %1</source>
        <extracomment>An article of the help centre that was found</extracomment>
        <translation>Article: %1</translation>
    </message>
    <message>
        <source>Last reply: %1</source>
        <translation>Last reply: %1</translation>
    </message>
    <message>
        <source>A reply is proposed below.</source>
        <translation>A reply is proposed below.</translation>
    </message>
    <message>
        <source>Waits for a decision: %1</source>
        <translation>Waits for a decision: %1</translation>
    </message>
    <message>
        <source>Unanswered since %1</source>
        <translation>Unanswered since %1</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Answering</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>Mailbox %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Model %1</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>Tool: %1</translation>
    </message>
    <message>
        <source>Messages that wait for Helmdesk</source>
        <translation>Messages that wait for Helmdesk</translation>
    </message>
    <message>
        <source>Conversations that wait for a person</source>
        <translation>Conversations that wait for a person</translation>
    </message>
    <message>
        <source>Answering messages</source>
        <translation>Answering messages</translation>
    </message>
    <message>
        <source>Sending replies</source>
        <translation>Sending replies</translation>
    </message>
    <message>
        <source>Budget of the day</source>
        <translation>Budget of the day</translation>
    </message>
    <message>
        <source>Budget of the month</source>
        <translation>Budget of the month</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>Free disk</translation>
    </message>
    <message>
        <source>What people write about</source>
        <translation>What people write about</translation>
    </message>
    <message>
        <source>How sure Helmdesk is</source>
        <translation>How sure Helmdesk is</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>It works.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>It is starting.</translation>
    </message>
    <message>
        <source>Out of reach for %1.</source>
        <translation>Out of reach for %1.</translation>
    </message>
    <message>
        <source>Out of reach for %1: %2</source>
        <translation>Out of reach for %1: %2</translation>
    </message>
    <message>
        <source>Out of reach.</source>
        <translation>Out of reach.</translation>
    </message>
    <message>
        <source>Out of reach: %1</source>
        <translation>Out of reach: %1</translation>
    </message>
    <message>
        <source>It does not work.</source>
        <translation>It does not work.</translation>
    </message>
    <message>
        <source>It does not work: %1</source>
        <translation>It does not work: %1</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>It answers.</translation>
    </message>
    <message>
        <source>Its last call failed, or today’s budget is nearly spent.</source>
        <translation>Its last call failed, or today’s budget is nearly spent.</translation>
    </message>
    <message>
        <source>It fails; the built-in engine answers meanwhile.</source>
        <translation>It fails; the built-in engine answers meanwhile.</translation>
    </message>
    <message>
        <source>It fails.</source>
        <translation>It fails.</translation>
    </message>
    <message>
        <source>Nothing lately.</source>
        <translation>Nothing lately.</translation>
    </message>
    <message>
        <source>None of the last %1 failed.</source>
        <translation>None of the last %1 failed.</translation>
    </message>
    <message>
        <source>%1 of the last %2 failed (%3).</source>
        <translation>%1 of the last %2 failed (%3).</translation>
    </message>
    <message>
        <source>Too few messages to compare: %1 now, %2 in the weeks before.</source>
        <translation>Too few messages to compare: %1 now, %2 in the weeks before.</translation>
    </message>
    <message>
        <source>As in the weeks before (index %1).</source>
        <translation>As in the weeks before (index %1).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of the confidence, like 70 % to 80 %</extracomment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <extracomment>A part of the messages and its share before and now</extracomment>
        <translation>%1: %2, was %3</translation>
    </message>
    <message>
        <source>It has changed against the weeks before. %1.</source>
        <translation>It has changed against the weeks before. %1.</translation>
    </message>
    <message>
        <source>Messages are answered.</source>
        <translation>Messages are answered.</translation>
    </message>
    <message>
        <source>No program answers the messages.</source>
        <translation>No program answers the messages.</translation>
    </message>
    <message>
        <source>None waits.</source>
        <translation>None waits.</translation>
    </message>
    <message>
        <source>%1 wait; the first one for %2.</source>
        <translation>%1 wait; the first one for %2.</translation>
    </message>
    <message>
        <source>%1 wait; one has not been touched for %2.</source>
        <translation>%1 wait; one has not been touched for %2.</translation>
    </message>
    <message>
        <source>%1 of %2 dollars are spent.</source>
        <translation>%1 of %2 dollars are spent.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 are free.</translation>
    </message>
    <message>
        <source>Another program may be about to take over. If this stays, start Helmdesk again.</source>
        <translation>Another program may be about to take over. If this stays, start Helmdesk again.</translation>
    </message>
    <message>
        <source>Change it in the settings, then start Helmdesk again.</source>
        <translation>Change it in the settings, then start Helmdesk again.</translation>
    </message>
    <message>
        <source>Test the connection, and give the password again.</source>
        <translation>Test the connection, and give the password again.</translation>
    </message>
    <message>
        <source>It is tried again by itself. Test the connection to see where it fails.</source>
        <translation>It is tried again by itself. Test the connection to see where it fails.</translation>
    </message>
    <message>
        <source>Test it to see what is wrong, or use another one.</source>
        <translation>Test it to see what is wrong, or use another one.</translation>
    </message>
    <message>
        <source>Ask whoever runs its system; people answer these conversations meanwhile.</source>
        <translation>Ask whoever runs its system; people answer these conversations meanwhile.</translation>
    </message>
    <message>
        <source>Helmdesk is behind, or cannot answer. Look at the other lines here.</source>
        <translation>Helmdesk is behind, or cannot answer. Look at the other lines here.</translation>
    </message>
    <message>
        <source>Open the queue and sort it by age.</source>
        <translation>Open the queue and sort it by age.</translation>
    </message>
    <message>
        <source>People answer these messages meanwhile. The log of the program says why.</source>
        <translation>People answer these messages meanwhile. The log of the program says why.</translation>
    </message>
    <message>
        <source>Open what failed and send it again.</source>
        <translation>Open what failed and send it again.</translation>
    </message>
    <message>
        <source>When it is spent the built-in engine answers. Raise it in the settings where you want more.</source>
        <translation>When it is spent the built-in engine answers. Raise it in the settings where you want more.</translation>
    </message>
    <message>
        <source>Make room: a full disk takes no message in.</source>
        <translation>Make room: a full disk takes no message in.</translation>
    </message>
    <message>
        <source>Read some of the latest conversations: a new question, a fault of yours, or spam?</source>
        <translation>Read some of the latest conversations: a new question, a fault of yours, or spam?</translation>
    </message>
    <message>
        <source>Read some of the least certain conversations: new words, or articles that are missing?</source>
        <translation>Read some of the least certain conversations: new words, or articles that are missing?</translation>
    </message>
    <message>
        <source>Population stability index %1, where chance alone would stay below %2: the sum over all parts of (share now − share before) × ln(share now ÷ share before). Up to 0.1 counts as no change, above 0.25 as a large one.</source>
        <translation>Population stability index %1, where chance alone would stay below %2: the sum over all parts of (share now − share before) × ln(share now ÷ share before). Up to 0.1 counts as no change, above 0.25 as a large one.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Open the settings</translation>
    </message>
    <message>
        <source>Open the mailboxes</source>
        <translation>Open the mailboxes</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>Open the models</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>Open the queue</translation>
    </message>
    <message>
        <source>Open Learning</source>
        <translation>Open Learning</translation>
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
        <translation>Waiting for approval: %1</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Asked for by %1</translation>
    </message>
    <message>
        <source>Sending the reply carries this out.</source>
        <translation>Sending the reply carries this out.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Deny</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expires</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Why is it &amp;denied?</source>
        <translation>Why is it &amp;denied?</translation>
    </message>
    <message>
        <source>Kept with the decision, not sent to the customer</source>
        <translation>Kept with the decision, not sent to the customer</translation>
    </message>
    <message>
        <source>Reason for denying</source>
        <translation>Reason for denying</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>Let it wait</translation>
    </message>
    <message>
        <source>The category is set to Suggest, so a person sends</source>
        <translation>The category is set to Suggest, so a person sends</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ApprovalsView</name>
    <message>
        <source>Approvals</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Approvals that wait</source>
        <translation>Approvals that wait</translation>
    </message>
    <message>
        <source>Nothing waits. Refunds and other acts that need your consent appear here.</source>
        <translation>Nothing waits. Refunds and other acts that need your consent appear here.</translation>
    </message>
    <message>
        <source>Open the conversation with %1</source>
        <translation>Open the conversation with %1</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Approved: %1</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>Denied: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
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
        <translation>%1, updated %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentActions</name>
    <message>
        <source>Save the attachment</source>
        <translation>Save the attachment</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>“%1” could run as a program. It can be saved, and is not opened from here.</source>
        <translation>“%1” could run as a program. It can be saved, and is not opened from here.</translation>
    </message>
    <message>
        <source>“%1” comes from the sender and is opened by another program. Open it only if you expect it.</source>
        <translation>“%1” comes from the sender and is opened by another program. Open it only if you expect it.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>there is no place for the file</source>
        <translation>there is no place for the file</translation>
    </message>
    <message>
        <source>No program of this system opens this kind of file. You can save it.</source>
        <translation>No program of this system opens this kind of file. You can save it.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::AttachmentPreview</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It is damaged, too large or of another kind than its name says.</source>
        <translation>This picture cannot be shown. It is damaged, too large or of another kind than its name says.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>The text</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>The first page is being drawn…</source>
        <translation>The first page is being drawn…</translation>
    </message>
    <message>
        <source>This PDF cannot be shown. It is damaged, too large, protected with a password, or takes too long to draw.</source>
        <translation>This PDF cannot be shown. It is damaged, too large, protected with a password, or takes too long to draw.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
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
        <translation>%1, too large to be kept</translation>
    </message>
    <message>
        <source>%1, not kept</source>
        <extracomment>Of an attachment of which the desk has the name and size alone</extracomment>
        <translation>%1, not kept</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Save %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Open %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::BacktestPage</name>
    <message>
        <source>The customer’s text</source>
        <translation>The customer’s text</translation>
    </message>
    <message>
        <source>The team’s answer</source>
        <translation>The team’s answer</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Conversation that a message belongs to</source>
        <translation>Conversation that a message belongs to</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Time of the answer</source>
        <translation>Time of the answer</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Who wrote it</translation>
    </message>
    <message>
        <source>Customer or team</source>
        <translation>Customer or team</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Message that it answers</source>
        <translation>Message that it answers</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Try it on your archive</source>
        <translation>Try it on your archive</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Helmdesk answers the first message of each of your past conversations in shadow and compares it with what your team answered. Nothing is sent, and nothing of it is stored in the workspace.</source>
        <translation>Helmdesk answers the first message of each of your past conversations in shadow and compares it with what your team answered. Nothing is sent, and nothing of it is stored in the workspace.</translation>
    </message>
    <message>
        <source>Mail (mbox, Maildir, .eml), exports of help desks as JSON, and tables as CSV.</source>
        <translation>Mail (mbox, Maildir, .eml), exports of help desks as JSON, and tables as CSV.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Take names and addresses out of the report</source>
        <translation>Take names and addresses out of the report</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Save the report and its table…</source>
        <translation>Save the report and its table…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Choose an archive</source>
        <translation>Choose an archive</translation>
    </message>
    <message>
        <source>Choose the folder of an archive</source>
        <translation>Choose the folder of an archive</translation>
    </message>
    <message>
        <source>It is read as %1.</source>
        <translation>It is read as %1.</translation>
    </message>
    <message>
        <source>It is read as a table. Which column holds what?</source>
        <translation>It is read as a table. Which column holds what?</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>It was stopped. The report holds what was compared until then.</source>
        <translation>It was stopped. The report holds what was compared until then.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>The report stands in %1.</source>
        <translation>The report stands in %1.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 could not be written.</translation>
    </message>
    <message>
        <source>Choose a folder for the report</source>
        <translation>Choose a folder for the report</translation>
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
        <translation>%1 (%2 to %3)</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>What to judge next</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>That the category is right</source>
        <translation>That the category is right</translation>
    </message>
    <message>
        <source>That a draft is sent unchanged</source>
        <translation>That a draft is sent unchanged</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>By channel</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>By language</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>All time</source>
        <translation>All time</translation>
    </message>
    <message>
        <source>What was said and how often it was right</source>
        <translation>What was said and how often it was right</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>The parts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Gap on the average</source>
        <translation>Gap on the average</translation>
    </message>
    <message>
        <source>Nothing was said in this time: no message came that was sorted or answered.</source>
        <translation>Nothing was said in this time: no message came that was sorted or answered.</translation>
    </message>
    <message>
        <source>Of %1 messages nobody judged a category yet. Send a draft, changed or not, or put a message into another category: from then on it says here how often the router was right.</source>
        <translation>Of %1 messages nobody judged a category yet. Send a draft, changed or not, or put a message into another category: from then on it says here how often the router was right.</translation>
    </message>
    <message>
        <source>Of %1 drafts nobody sent, edited or rejected one yet: from then on it says here how often they could leave unchanged.</source>
        <translation>Of %1 drafts nobody sent, edited or rejected one yet: from then on it says here how often they could leave unchanged.</translation>
    </message>
    <message>
        <source>%1 of %2 were judged, and %3 right. On the average what was said and what was right lie %4 apart (expected calibration error).</source>
        <translation>%1 of %2 were judged, and %3 right. On the average what was said and what was right lie %4 apart (expected calibration error).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Conversation %1: said %2 for “%3”</source>
        <translation>Conversation %1: said %2 for “%3”</translation>
    </message>
    <message>
        <source>Too few were judged to tell whether it drifts: %1 before and %2 now, of %3 each that it takes.</source>
        <translation>Too few were judged to tell whether it drifts: %1 before and %2 now, of %3 each that it takes.</translation>
    </message>
    <message>
        <source>It has drifted:</source>
        <translation>It has drifted:</translation>
    </message>
    <message>
        <source>No drift is shown:</source>
        <translation>No drift is shown:</translation>
    </message>
    <message>
        <source>right less said was %1 points before and is %2 now, against as many days before (Welch&apos;s test, p = %3).</source>
        <translation>right less said was %1 points before and is %2 now, against as many days before (Welch&apos;s test, p = %3).</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CommandModel</name>
    <message>
        <source>Open the conversation with %1: %2</source>
        <translation>Open the conversation with %1: %2</translation>
    </message>
    <message>
        <source>Settings, %1</source>
        <extracomment>Where a setting is found: the page and its group</extracomment>
        <translation>Settings, %1</translation>
    </message>
    <message>
        <source>Knowledge, %1</source>
        <extracomment>Where an article is found: the room and its category</extracomment>
        <translation>Knowledge, %1</translation>
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
        <translation>Find a command</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Nothing is called that, and no conversation has these words.</source>
        <translation>Nothing is called that, and no conversation has these words.</translation>
    </message>
    <message>
        <source>A command, customer, setting, article, words or a ticket number</source>
        <translation>A command, customer, setting, article, words or a ticket number</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Composer</name>
    <message>
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Write an internal note</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>Insert a snippet</translation>
    </message>
    <message>
        <source>Reject draft</source>
        <translation>Reject draft</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Why is the draft &amp;not right?</source>
        <translation>Why is the draft &amp;not right?</translation>
    </message>
    <message>
        <source>Kept with the run, not sent to the customer</source>
        <translation>Kept with the run, not sent to the customer</translation>
    </message>
    <message>
        <source>Reason for rejecting the draft</source>
        <translation>Reason for rejecting the draft</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>Internal note, the customer does not see it</source>
        <translation>Internal note, the customer does not see it</translation>
    </message>
    <message>
        <source>Shadow draft by Helmdesk, not sent</source>
        <translation>Shadow draft by Helmdesk, not sent</translation>
    </message>
    <message>
        <source>Draft by Helmdesk, not sent</source>
        <translation>Draft by Helmdesk, not sent</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Your reply</translation>
    </message>
    <message>
        <source>Confidence in the draft</source>
        <translation>Confidence in the draft</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Add note</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Send reply</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>Reply to the customer</translation>
    </message>
    <message>
        <source>Write a note for your colleagues</source>
        <translation>Write a note for your colleagues</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Write a reply</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A numbered source below a draft</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Source %1: %2</translation>
    </message>
    <message>
        <source>There are no snippets yet</source>
        <translation>There are no snippets yet</translation>
    </message>
    <message>
        <source>Send once decided</source>
        <translation>Send once decided</translation>
    </message>
    <message>
        <source>Approve or deny what waits first, or change the reply.</source>
        <translation>Approve or deny what waits first, or change the reply.</translation>
    </message>
    <message>
        <source>Keep this text as a snippet</source>
        <translation>Keep this text as a snippet</translation>
    </message>
    <message>
        <source>Edit the snippets</source>
        <translation>Edit the snippets</translation>
    </message>
    <message>
        <source>Begin with Helmdesk’s draft</source>
        <translation>Begin with Helmdesk’s draft</translation>
    </message>
    <message>
        <source>Sending also does this: %1</source>
        <translation>Sending also does this: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ConversationPane</name>
    <message>
        <source>Choose a conversation to read it here.</source>
        <translation>Choose a conversation to read it here.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>With %1</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Hand back</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>False alarm: this needed no person</source>
        <translation>False alarm: this needed no person</translation>
    </message>
    <message>
        <source>Noted as a false alarm.</source>
        <translation>Noted as a false alarm.</translation>
    </message>
    <message>
        <source>Back to the conversation that was open before</source>
        <translation>Back to the conversation that was open before</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>You have taken it over; Helmdesk is silent here.</source>
        <translation>You have taken it over; Helmdesk is silent here.</translation>
    </message>
    <message>
        <source>You will be reminded: %1.</source>
        <translation>You will be reminded: %1.</translation>
    </message>
    <message>
        <source>The reminder is gone.</source>
        <translation>The reminder is gone.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Remind me</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <extracomment>Who got a copy of the customer&apos;s last mail</extracomment>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>The draft was rejected; what waited with it is withdrawn.</source>
        <translation>The draft was rejected; what waited with it is withdrawn.</translation>
    </message>
    <message>
        <source>The category was changed and the answer drafted anew. Nothing was sent.</source>
        <translation>The category was changed and the answer drafted anew. Nothing was sent.</translation>
    </message>
    <message>
        <source>Answer again as</source>
        <translation>Answer again as</translation>
    </message>
    <message>
        <source>Handed back; it waits in %1 until it is answered.</source>
        <extracomment>%1 is the name of a view of the queue</extracomment>
        <translation>Handed back; it waits in %1 until it is answered.</translation>
    </message>
    <message>
        <source>The number by which the customer knows this case</source>
        <translation>The number by which the customer knows this case</translation>
    </message>
</context>
<context>
    <name>Helmdesk::CustomerLink</name>
    <message>
        <source>%1 said who this is. The channel did not establish it, so the sender has no rights by it.</source>
        <translation>%1 said who this is. The channel did not establish it, so the sender has no rights by it.</translation>
    </message>
    <message>
        <source>This is somebody else</source>
        <translation>This is somebody else</translation>
    </message>
    <message>
        <source>Probably %1, unverified: the address is known, but nothing proves who writes.</source>
        <translation>Probably %1, unverified: the address is known, but nothing proves who writes.</translation>
    </message>
    <message>
        <source>Yes, this is %1</source>
        <translation>Yes, this is %1</translation>
    </message>
    <message>
        <source>The channel did not establish who writes. Helmdesk shows and changes no customer data in this conversation.</source>
        <translation>The channel did not establish who writes. Helmdesk shows and changes no customer data in this conversation.</translation>
    </message>
    <message>
        <source>Say who this is…</source>
        <translation>Say who this is…</translation>
    </message>
    <message>
        <source>Name, address or company</source>
        <translation>Name, address or company</translation>
    </message>
    <message>
        <source>Find the customer</source>
        <translation>Find the customer</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>No customer matches.</translation>
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
        <translation>Decisions</translation>
    </message>
    <message>
        <source>No decision matches. Approvals and denials are kept here with who made them.</source>
        <translation>No decision matches. Approvals and denials are kept here with who made them.</translation>
    </message>
    <message>
        <source>Customer, effect, reason or who decided</source>
        <translation>Customer, effect, reason or who decided</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>All decisions</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>Export decisions</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) written to %1</source>
        <translation>
            <numerusform>%Ln decision written to %1</numerusform>
            <numerusform>%Ln decisions written to %1</numerusform>
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
        <translation>%1: %2 for %3, by %4, %5</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>Helmdesk::FirstRunPage</name>
    <message>
        <source>Welcome to Helmdesk</source>
        <translation>Welcome to Helmdesk</translation>
    </message>
    <message>
        <source>Helmdesk reads what customers write, answers what it can from your knowledge, and hands you the rest with a draft and its reasons. This workspace is still empty.</source>
        <translation>Helmdesk reads what customers write, answers what it can from your knowledge, and hands you the rest with a draft and its reasons. This workspace is still empty.</translation>
    </message>
    <message>
        <source>Load the sample workspace</source>
        <translation>Load the sample workspace</translation>
    </message>
    <message>
        <source>Import knowledge articles</source>
        <translation>Import knowledge articles</translation>
    </message>
    <message>
        <source>Start with an empty inbox</source>
        <translation>Start with an empty inbox</translation>
    </message>
    <message>
        <source>The sample customers and companies are invented. Nothing leaves this computer.</source>
        <translation>The sample customers and companies are invented. Nothing leaves this computer.</translation>
    </message>
    <message>
        <source>Loading the sample workspace</source>
        <translation>Loading the sample workspace</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox</source>
        <translation>Connect your team’s mailbox</translation>
    </message>
    <message>
        <source>Try it on your archive</source>
        <translation>Try it on your archive</translation>
    </message>
</context>
<context>
    <name>Helmdesk::HandoffPanel</name>
    <message>
        <source>Given to a person</source>
        <translation>Given to a person</translation>
    </message>
    <message>
        <source>Hide what was asked and done</source>
        <translation>Hide what was asked and done</translation>
    </message>
    <message>
        <source>Show what was asked and done</source>
        <translation>Show what was asked and done</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Tried</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>What is still to be done</extracomment>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>is being summed up…</source>
        <translation>is being summed up…</translation>
    </message>
    <message>
        <source>from the record</source>
        <translation>from the record</translation>
    </message>
    <message>
        <source>in the words of %1</source>
        <translation>in the words of %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>What works</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the health of the desk was looked at</extracomment>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Everything works.</translation>
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
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) resolved</source>
        <translation>
            <numerusform>%Ln conversation resolved</numerusform>
            <numerusform>%Ln conversations resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) reopened</source>
        <translation>
            <numerusform>%Ln conversation reopened</numerusform>
            <numerusform>%Ln conversations reopened</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) wait for a decision. Resolving withdraws them: nothing of it is done.</source>
        <translation>
            <numerusform>%Ln act waits for a decision. Resolving withdraws it: nothing of it is done.</numerusform>
            <numerusform>%Ln acts wait for a decision. Resolving withdraws them: nothing of it is done.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve and withdraw</source>
        <translation>Resolve and withdraw</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InlineBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Dismiss the message</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InsightTiles</name>
    <message>
        <source>Before: %1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>90 % within %1</source>
        <translation>90 % within %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reopened</source>
        <translation>
            <numerusform>%Ln reopened</numerusform>
            <numerusform>%Ln reopened</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Answered by Helmdesk alone</source>
        <translation>Answered by Helmdesk alone</translation>
    </message>
    <message>
        <source>Drafts sent unchanged</source>
        <translation>Drafts sent unchanged</translation>
    </message>
    <message>
        <source>First response, median</source>
        <translation>First response, median</translation>
    </message>
    <message>
        <source>Time to resolution, median</source>
        <translation>Time to resolution, median</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>Time saved</translation>
    </message>
    <message>
        <source>worth %1</source>
        <translation>worth %1</translation>
    </message>
    <message>
        <source>Models, a resolution</source>
        <translation>Models, a resolution</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 in all</translation>
    </message>
</context>
<context>
    <name>Helmdesk::InsightsPage</name>
    <message>
        <source>Insights</source>
        <translation>Insights</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>By channel</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>By reason of escalation</source>
        <translation>By reason of escalation</translation>
    </message>
    <message>
        <source>By person and hour</source>
        <translation>By person and hour</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>No conversation began in this period. Choose a longer one, or another filter.</source>
        <translation>No conversation began in this period. Choose a longer one, or another filter.</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>The period before</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>The period after</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>The last %Ln day</numerusform>
            <numerusform>The last %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>This month</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation>Figures of the period</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>How they ended</translation>
    </message>
    <message>
        <source>What became of the drafts</source>
        <translation>What became of the drafts</translation>
    </message>
    <message>
        <source>Escalations by reason</source>
        <translation>Escalations by reason</translation>
    </message>
    <message>
        <source>Replies by person</source>
        <translation>Replies by person</translation>
    </message>
    <message>
        <source>Replies by hour</source>
        <translation>Replies by hour</translation>
    </message>
    <message>
        <source>Change what is assumed</source>
        <translation>Change what is assumed</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1, compared with %2</translation>
    </message>
    <message>
        <source>Assumed: a reply by hand takes %1 minutes, with a draft %2, and an hour costs %3. The definitions of all figures stand in the handbook, page Insights.</source>
        <translation>Assumed: a reply by hand takes %1 minutes, with a draft %2, and an hour costs %3. The definitions of all figures stand in the handbook, page Insights.</translation>
    </message>
    <message>
        <source>Export insights</source>
        <translation>Export insights</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stand in %1.</source>
        <translation>
            <numerusform>%Ln row stands in %1.</numerusform>
            <numerusform>%Ln rows stand in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it on your archive…</source>
        <translation>Try it on your archive…</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
</context>
<context>
    <name>Helmdesk::Inspector</name>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Key of: %1</source>
        <translation>Key of: %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset the key of: %1</source>
        <translation>Reset the key of: %1</translation>
    </message>
    <message>
        <source>Neither works: “%1” has the same key</source>
        <translation>Neither works: “%1” has the same key</translation>
    </message>
</context>
<context>
    <name>Helmdesk::KnowledgeView</name>
    <message>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>Import articles from files</source>
        <translation>Import articles from files</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Search articles</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Text of the article</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Text, in Markdown</source>
        <translation>Text, in Markdown</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Category</translation>
    </message>
    <message>
        <source>Te&amp;xt, in Markdown</source>
        <translation>Te&amp;xt, in Markdown</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save article</source>
        <translation>Save article</translation>
    </message>
    <message>
        <source>The article is saved and answers questions from now on.</source>
        <translation>The article is saved and answers questions from now on.</translation>
    </message>
    <message>
        <source>Delete “%1”? Helmdesk no longer answers from it.</source>
        <translation>Delete “%1”? Helmdesk no longer answers from it.</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>Delete article</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Import articles</translation>
    </message>
    <message>
        <source>Articles (*.md *.txt *.html *.htm)</source>
        <translation>Articles (*.md *.txt *.html *.htm)</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 unchanged</source>
        <extracomment>What an import of articles came to</extracomment>
        <translation>%1 added, %2 changed, %3 unchanged</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>Articles to review</translation>
    </message>
    <message>
        <source>You have begun to change this article and not saved it.</source>
        <translation>You have begun to change this article and not saved it.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>“%1” is not saved. What you wrote is kept.</source>
        <translation>“%1” is not saved. What you wrote is kept.</translation>
    </message>
    <message>
        <source>Your changes were dropped.</source>
        <translation>Your changes were dropped.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1” was deleted.</translation>
    </message>
    <message>
        <source>You have begun a new article and not saved it.</source>
        <translation>You have begun a new article and not saved it.</translation>
    </message>
    <message>
        <source>An article that you choose is read here. Write one with the plus above the list, or take in files with the arrow beside it.</source>
        <translation>An article that you choose is read here. Write one with the plus above the list, or take in files with the arrow beside it.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::LearningPage</name>
    <message>
        <source>Draft edited</source>
        <translation>Draft edited</translation>
    </message>
    <message>
        <source>Draft rejected</source>
        <translation>Draft rejected</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>False alarm</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>Category changed</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Learnt from</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>Waits for your review</source>
        <translation>Waits for your review</translation>
    </message>
    <message>
        <source>Over the limit of one customer</source>
        <translation>Over the limit of one customer</translation>
    </message>
    <message>
        <source>Over the limit of one day</source>
        <translation>Over the limit of one day</translation>
    </message>
    <message>
        <source>Over the limit of the category</source>
        <translation>Over the limit of the category</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Too long</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>Used before</translation>
    </message>
    <message>
        <source>Declined: it was worse</source>
        <translation>Declined: it was worse</translation>
    </message>
    <message>
        <source>The model that came with the program.</source>
        <translation>The model that came with the program.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new correction(s) from %1 customer(s).</source>
        <translation>
            <numerusform>%Ln new correction, customers: %1.</numerusform>
            <numerusform>%Ln new corrections, customers: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Right on corrections that it had not seen: %1, before %2.</source>
        <translation>Right on corrections that it had not seen: %1, before %2.</translation>
    </message>
    <message>
        <source>Right on the validation messages: %1, before %2.</source>
        <translation>Right on the validation messages: %1, before %2.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Learn now</translation>
    </message>
    <message>
        <source>Nothing was corrected yet. When you change a category, edit a draft or mark a false alarm, the router learns from it, and you see here what came of it.</source>
        <translation>Nothing was corrected yet. When you change a category, edit a draft or mark a false alarm, the router learns from it, and you see here what came of it.</translation>
    </message>
    <message>
        <source>What the router has learnt</source>
        <translation>What the router has learnt</translation>
    </message>
    <message>
        <source>What can be promised</source>
        <translation>What can be promised</translation>
    </message>
    <message>
        <source>Versions of the router</source>
        <translation>Versions of the router</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Exclude</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) that the version in use has not learnt from.</source>
        <translation>
            <numerusform>%Ln correction that the version in use has not learnt from.</numerusform>
            <numerusform>%Ln corrections that the version in use has not learnt from.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 of the automatically routed messages wrong: kept by routing at a confidence of %2 or more, which takes %3 of the messages.</source>
        <translation>At most %1 of the automatically routed messages wrong: kept by routing at a confidence of %2 or more, which takes %3 of the messages.</translation>
    </message>
    <message>
        <source>The evidence does not carry a promise of at most %1 wrong: at no confidence are enough of the judged messages right.</source>
        <translation>The evidence does not carry a promise of at most %1 wrong: at no confidence are enough of the judged messages right.</translation>
    </message>
    <message>
        <source>%1 of %2 judged messages at that confidence were wrong; their true share lies between %3 and %4 with a probability of 90 percent.</source>
        <translation>%1 of %2 judged messages at that confidence were wrong; their true share lies between %3 and %4 with a probability of 90 percent.</translation>
    </message>
    <message>
        <source>No promise is set: this shows what one would need. Set it in the settings.</source>
        <translation>No promise is set: this shows what one would need. Set it in the settings.</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>Roll back to version %1</translation>
    </message>
    <message>
        <source>Version %1 is in use.</source>
        <translation>Version %1 is in use.</translation>
    </message>
    <message>
        <source>The router may learn from it.</source>
        <translation>The router may learn from it.</translation>
    </message>
    <message>
        <source>The router will not learn from it.</source>
        <translation>The router will not learn from it.</translation>
    </message>
    <message>
        <source>The router is learning. You can go on working.</source>
        <translation>The router is learning. You can go on working.</translation>
    </message>
    <message>
        <source>A new version was made; see below.</source>
        <translation>A new version was made; see below.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A figure of a hundred</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No correction yet. When you change a category, edit a draft or mark a false alarm, it stands here, and you decide whether the router may learn from it.</source>
        <translation>No correction yet. When you change a category, edit a draft or mark a false alarm, it stands here, and you decide whether the router may learn from it.</translation>
    </message>
    <message>
        <source>The version in use has learnt from every correction.</source>
        <translation>The version in use has learnt from every correction.</translation>
    </message>
    <message>
        <source>Too little evidence to promise at most %1 wrong: at least %2 judged messages are needed.</source>
        <translation>Too little evidence to promise at most %1 wrong: at least %2 judged messages are needed.</translation>
    </message>
    <message>
        <source>Judged so far: %1.</source>
        <translation>Judged so far: %1.</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailTestSteps</name>
    <message>
        <source>Trying the next step</source>
        <translation>Trying the next step</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxCard</name>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Ask the server of %1 for new mail now</source>
        <translation>Ask the server of %1 for new mail now</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove the mailbox %1</source>
        <translation>Remove the mailbox %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Last asked</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Replies</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>How replies leave by %1</source>
        <translation>How replies leave by %1</translation>
    </message>
    <message>
        <source>Replies are</source>
        <translation>Replies are</translation>
    </message>
    <message>
        <source>Change the password of %1</source>
        <translation>Change the password of %1</translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation>New password of %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep the password</source>
        <translation>Keep the password</translation>
    </message>
    <message>
        <source>Reads from %1; sends by %2</source>
        <extracomment>Two servers of a mailbox</extracomment>
        <translation>Reads from %1; sends by %2</translation>
    </message>
    <message>
        <source>Reads from %1</source>
        <translation>Reads from %1</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Give it a password</source>
        <translation>Give it a password</translation>
    </message>
    <message numerus="yes">
        <source>%Ln put aside: hide the reasons</source>
        <translation>
            <numerusform>%Ln put aside: hide the reasons</numerusform>
            <numerusform>%Ln put aside: hide the reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put aside: show the reasons</source>
        <translation>
            <numerusform>%Ln put aside: show the reasons</numerusform>
            <numerusform>%Ln put aside: show the reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln earlier one(s)</source>
        <translation>
            <numerusform>and %Ln earlier one</numerusform>
            <numerusform>and %Ln earlier ones</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Stop the test of %1</source>
        <translation>Stop the test of %1</translation>
    </message>
    <message>
        <source>Test the mailbox %1</source>
        <translation>Test the mailbox %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume the mailbox %1</source>
        <translation>Resume the mailbox %1</translation>
    </message>
    <message>
        <source>Pause the mailbox %1</source>
        <translation>Pause the mailbox %1</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Remove “%1”?</translation>
    </message>
    <message>
        <source>Its conversations stay here, and every mail stays on the server. It is no longer read, and its password is forgotten.</source>
        <translation>Its conversations stay here, and every mail stays on the server. It is no longer read, and its password is forgotten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its replies have not left for certain: those fail, with that reason.</source>
        <translation>
            <numerusform>%Ln of its replies has not left for certain: it fails, with that reason.</numerusform>
            <numerusform>%Ln of its replies have not left for certain: those fail, with that reason.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remove it</translation>
    </message>
    <message>
        <source>Vouches for senders</source>
        <translation>Vouches for senders</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxForm</name>
    <message>
        <source>What customers write to. Its servers are looked for; nothing is read or sent before you have seen them.</source>
        <translation>What customers write to. Its servers are looked for; nothing is read or sent before you have seen them.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;ddress</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Enter the servers myself</source>
        <translation>&amp;Enter the servers myself</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>The address is missing, such as support@example.org.</source>
        <translation>The address is missing, such as support@example.org.</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox, step %1 of 3: its address</source>
        <translation>Connect your team’s mailbox, step %1 of 3: its address</translation>
    </message>
    <message>
        <source>Connect %2, step %1 of 3: its servers</source>
        <translation>Connect %2, step %1 of 3: its servers</translation>
    </message>
    <message>
        <source>Connect %2, step %1 of 3: what is read</source>
        <translation>Connect %2, step %1 of 3: what is read</translation>
    </message>
    <message>
        <source>&amp;Find its servers</source>
        <translation>&amp;Find its servers</translation>
    </message>
    <message>
        <source>&amp;Connect the mailbox</source>
        <translation>&amp;Connect the mailbox</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>This is no mail address: it reads like support@example.org.</source>
        <translation>This is no mail address: it reads like support@example.org.</translation>
    </message>
    <message>
        <source>Looking for its servers</source>
        <translation>Looking for its servers</translation>
    </message>
    <message>
        <source>Nothing tells which servers this address has. Enter them yourself.</source>
        <translation>Nothing tells which servers this address has. Enter them yourself.</translation>
    </message>
    <message>
        <source>Testing; nothing is changed on the server</source>
        <translation>Testing; nothing is changed on the server</translation>
    </message>
    <message>
        <source>Correct what is wrong and test again.</source>
        <translation>Correct what is wrong and test again.</translation>
    </message>
    <message>
        <source>Testing whether it can send; nothing is sent</source>
        <translation>Testing whether it can send; nothing is sent</translation>
    </message>
    <message>
        <source>It cannot send so far. Choose drafts only, or go back and correct the server.</source>
        <translation>It cannot send so far. Choose drafts only, or go back and correct the server.</translation>
    </message>
    <message>
        <source>There is a mailbox “%1” already. Go back and choose another name.</source>
        <translation>There is a mailbox “%1” already. Go back and choose another name.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxScope</name>
    <message>
        <source>Folders</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Folders to read</source>
        <translation>Folders to read</translation>
    </message>
    <message>
        <source>Mail that is there already</source>
        <translation>Mail that is there already</translation>
    </message>
    <message>
        <source>&amp;Mail to read</source>
        <translation>&amp;Mail to read</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Replies</translation>
    </message>
    <message>
        <source>Re&amp;plies</source>
        <translation>Re&amp;plies</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Choose at least one folder.</source>
        <translation>Choose at least one folder.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxServers</name>
    <message>
        <source>&amp;Reading (IMAP)</source>
        <translation>&amp;Reading (IMAP)</translation>
    </message>
    <message>
        <source>Sen&amp;ding (SMTP)</source>
        <translation>Sen&amp;ding (SMTP)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Mostly the address itself</source>
        <translation>Mostly the address itself</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Sign in with</translation>
    </message>
    <message>
        <source>A password, or an app password</source>
        <translation>A password, or an app password</translation>
    </message>
    <message>
        <source>An OAuth token</source>
        <translation>An OAuth token</translation>
    </message>
    <message>
        <source>Si&amp;gn in with</source>
        <translation>Si&amp;gn in with</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Empty: one that the system trusts. A server of your own: the SHA-256 of its certificate</source>
        <translation>Empty: one that the system trusts. A server of your own: the SHA-256 of its certificate</translation>
    </message>
    <message>
        <source>Ce&amp;rtificate</source>
        <translation>Ce&amp;rtificate</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As you want to call it here, such as support</source>
        <translation>As you want to call it here, such as support</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Server, such as mail.example.org</source>
        <translation>Server, such as mail.example.org</translation>
    </message>
    <message>
        <source>Port for %1</source>
        <translation>Port for %1</translation>
    </message>
    <message>
        <source>Encryption for %1</source>
        <translation>Encryption for %1</translation>
    </message>
    <message>
        <source>Who runs the mailbox knows its servers.</source>
        <translation>Who runs the mailbox knows its servers.</translation>
    </message>
    <message>
        <source>Found by %1. Correct what is not right.</source>
        <translation>Found by %1. Correct what is not right.</translation>
    </message>
    <message>
        <source>Found by %1. %2</source>
        <translation>Found by %1. %2</translation>
    </message>
    <message>
        <source>It goes into the keychain of this machine and is never shown again.</source>
        <translation>It goes into the keychain of this machine and is never shown again.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine, and a password is never written to a file. What you type here serves for the test alone: set the environment variable %1 before you start Helmdesk.</source>
        <translation>There is no keychain on this machine, and a password is never written to a file. What you type here serves for the test alone: set the environment variable %1 before you start Helmdesk.</translation>
    </message>
    <message>
        <source>The server to read from is missing: its name and its port.</source>
        <translation>The server to read from is missing: its name and its port.</translation>
    </message>
    <message>
        <source>The port of the server to send by is missing.</source>
        <translation>The port of the server to send by is missing.</translation>
    </message>
    <message>
        <source>The user to sign in with is missing.</source>
        <translation>The user to sign in with is missing.</translation>
    </message>
    <message>
        <source>A certificate is given by its SHA-256: 64 digits and letters from a to f.</source>
        <translation>A certificate is given by its SHA-256: 64 digits and letters from a to f.</translation>
    </message>
    <message>
        <source>A name has up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>A name has up to 64 letters, digits, “-”, “_” and “.”.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxTrust</name>
    <message>
        <source>The server that vouches for senders in %1</source>
        <translation>The server that vouches for senders in %1</translation>
    </message>
    <message>
        <source>Nobody: senders prove who they are by a code</source>
        <translation>Nobody: senders prove who they are by a code</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Trust it</translation>
    </message>
    <message>
        <source>The first word of the Authentication-Results that your own mail server writes, such as mx.example.org. A sender for whom it vouches counts as known.</source>
        <translation>The first word of the Authentication-Results that your own mail server writes, such as mx.example.org. A sender for whom it vouches counts as known.</translation>
    </message>
    <message>
        <source>Trust nobody</source>
        <translation>Trust nobody</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MailboxesPage</name>
    <message>
        <source>&amp;Connect your team’s mailbox</source>
        <translation>&amp;Connect your team’s mailbox</translation>
    </message>
    <message>
        <source>Connect your team’s mailbox, and what customers write arrives here within a second. It takes an address and its password. At first nothing is sent: each reply appears as a draft in the mailbox itself, and nothing there is moved or marked as read.</source>
        <translation>Connect your team’s mailbox, and what customers write arrives here within a second. It takes an address and its password. At first nothing is sent: each reply appears as a draft in the mailbox itself, and nothing there is moved or marked as read.</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Mailboxes</translation>
    </message>
    <message>
        <source>&amp;Connect another mailbox</source>
        <translation>&amp;Connect another mailbox</translation>
    </message>
    <message>
        <source>No mailbox matches the search.</source>
        <translation>No mailbox matches the search.</translation>
    </message>
    <message>
        <source>The server of “%1” is asked for new mail now.</source>
        <translation>The server of “%1” is asked for new mail now.</translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>“%1” is paused.</translation>
    </message>
    <message>
        <source>“%1” is read again.</source>
        <translation>“%1” is read again.</translation>
    </message>
    <message>
        <source>“%1” is removed. Its conversations are still here.</source>
        <translation>“%1” is removed. Its conversations are still here.</translation>
    </message>
    <message>
        <source>“%1” is added, but its password could not be kept. Set the environment variable %2 before you start Helmdesk.</source>
        <translation>“%1” is added, but its password could not be kept. Set the environment variable %2 before you start Helmdesk.</translation>
    </message>
    <message>
        <source>“%1” is connected. What arrives there appears in the inbox.</source>
        <translation>“%1” is connected. What arrives there appears in the inbox.</translation>
    </message>
    <message>
        <source>“%1” works.</source>
        <translation>“%1” works.</translation>
    </message>
    <message>
        <source>“%1” does not work. %2</source>
        <translation>“%1” does not work. %2</translation>
    </message>
    <message>
        <source>The password could not be kept, and the one before stays. The environment variable %1 can hold it.</source>
        <translation>The password could not be kept, and the one before stays. The environment variable %1 can hold it.</translation>
    </message>
    <message>
        <source>“%1” signs in with the new password from now on.</source>
        <translation>“%1” signs in with the new password from now on.</translation>
    </message>
    <message>
        <source>Replies leave by “%1” from now on.</source>
        <translation>Replies leave by “%1” from now on.</translation>
    </message>
    <message>
        <source>“%1” sends nothing any more: replies are drafts in it.</source>
        <translation>“%1” sends nothing any more: replies are drafts in it.</translation>
    </message>
    <message>
        <source>Nobody vouches for senders in “%1” any more.</source>
        <translation>Nobody vouches for senders in “%1” any more.</translation>
    </message>
    <message>
        <source>Senders for whom %1 vouches are known in “%2”.</source>
        <translation>Senders for whom %1 vouches are known in “%2”.</translation>
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
        <translation>Window</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>Go to the inbox</translation>
    </message>
    <message>
        <source>Go to the approvals</source>
        <translation>Go to the approvals</translation>
    </message>
    <message>
        <source>Go to the knowledge</source>
        <translation>Go to the knowledge</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Go to the settings</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Find a command</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Show the keys</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Show or hide the inspector</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Light appearance</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dark appearance</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>Appearance of the system</translation>
    </message>
    <message>
        <source>Quit Helmdesk</source>
        <translation>Quit Helmdesk</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Next conversation</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Previous conversation</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Search conversations</translation>
    </message>
    <message>
        <source>Refresh the queue</source>
        <translation>Refresh the queue</translation>
    </message>
    <message>
        <source>Show what needs review</source>
        <translation>Show what needs review</translation>
    </message>
    <message>
        <source>Show what is escalated</source>
        <translation>Show what is escalated</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>Show mine</translation>
    </message>
    <message>
        <source>Show what was answered automatically</source>
        <translation>Show what was answered automatically</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Show all conversations</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>Send the reply</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Undo sending</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>Edit the reply</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Write an internal note</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>Reject the draft</translation>
    </message>
    <message>
        <source>Take over or hand back</source>
        <translation>Take over or hand back</translation>
    </message>
    <message>
        <source>Approve what waits</source>
        <translation>Approve what waits</translation>
    </message>
    <message>
        <source>Deny what waits</source>
        <translation>Deny what waits</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>Show why</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Show the customer</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Show the run</translation>
    </message>
    <message>
        <source>The engine did not start: %1. Messages are kept; you can read and write, and nothing is answered by itself.</source>
        <translation>The engine did not start: %1. Messages are kept; you can read and write, and nothing is answered by itself.</translation>
    </message>
    <message>
        <source>%1 is offline: %2. Everything else works; change it in the settings, then start Helmdesk again.</source>
        <translation>%1 is offline: %2. Everything else works; change it in the settings, then start Helmdesk again.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Open the settings</translation>
    </message>
    <message>
        <source>Mark or unmark the conversation</source>
        <translation>Mark or unmark the conversation</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Clear the marks</translation>
    </message>
    <message>
        <source>Filter and sort the queue</source>
        <translation>Filter and sort the queue</translation>
    </message>
    <message>
        <source>Keep the filter as a view</source>
        <translation>Keep the filter as a view</translation>
    </message>
    <message>
        <source>Show what waits for approval</source>
        <translation>Show what waits for approval</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>Insert a snippet</translation>
    </message>
    <message>
        <source>Resolve what is marked, or this one</source>
        <translation>Resolve what is marked, or this one</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>More for this conversation</translation>
    </message>
    <message>
        <source>Change the category to “%1” and answer again</source>
        <translation>Change the category to “%1” and answer again</translation>
    </message>
    <message>
        <source>False alarm: this needed no person</source>
        <translation>False alarm: this needed no person</translation>
    </message>
    <message>
        <source>Go to what the router has learnt</source>
        <translation>Go to what the router has learnt</translation>
    </message>
    <message>
        <source>Let the router learn now</source>
        <translation>Let the router learn now</translation>
    </message>
    <message>
        <source>Edit the snippets</source>
        <translation>Edit the snippets</translation>
    </message>
    <message>
        <source>Held back: %1.</source>
        <extracomment>The reason is a sentence of the engine that begins in lower case</extracomment>
        <translation>Held back: %1.</translation>
    </message>
    <message>
        <source>Open the chat page</source>
        <translation>Open the chat page</translation>
    </message>
    <message>
        <source>Back to what was open before</source>
        <translation>Back to what was open before</translation>
    </message>
    <message>
        <source>Go to the insights</source>
        <translation>Go to the insights</translation>
    </message>
    <message>
        <source>Set up language models</source>
        <translation>Set up language models</translation>
    </message>
    <message>
        <source>%1 is not read: %2. Everything else works; what is wrong is mended in the settings.</source>
        <translation>%1 is not read: %2. Everything else works; what is wrong is mended in the settings.</translation>
    </message>
    <message>
        <source>Connect the team’s mailbox</source>
        <translation>Connect the team’s mailbox</translation>
    </message>
    <message>
        <source>Alarm: %1.</source>
        <extracomment>The parts of the desk that are in trouble</extracomment>
        <translation>Alarm: %1.</translation>
    </message>
    <message>
        <source>Open Health</source>
        <translation>Open Health</translation>
    </message>
    <message>
        <source>See whether everything works</source>
        <translation>See whether everything works</translation>
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
        <translation>Note by %1</translation>
    </message>
    <message>
        <source>%1, sent automatically</source>
        <translation>%1, sent automatically</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Show all (%1 characters)</source>
        <translation>Show all (%1 characters)</translation>
    </message>
    <message>
        <source>Passes on a mail by %1</source>
        <extracomment>Above a message that passes on a mail of somebody else</extracomment>
        <translation>Passes on a mail by %1</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <extracomment>Who got a copy of a mail</extracomment>
        <translation>Copy to %1</translation>
    </message>
    <message>
        <source>Show the whole message</source>
        <translation>Show the whole message</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Show quoted text</source>
        <translation>Show quoted text</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Hide quoted text</translation>
    </message>
    <message>
        <source>Blind copy to %1</source>
        <extracomment>Who got a copy of a reply without anybody else knowing</extracomment>
        <translation>Blind copy to %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::MessageText</name>
    <message>
        <source>Text of the message</source>
        <translation>Text of the message</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelCard</name>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove the model %1</source>
        <translation>Remove the model %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Abilities</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Prices</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Personal data for %1</source>
        <translation>Personal data for %1</translation>
    </message>
    <message>
        <source>Names, addresses, numbers and the like of a customer. The model sees a placeholder, and the real value is put back here.</source>
        <translation>Names, addresses, numbers and the like of a customer. The model sees a placeholder, and the real value is put back here.</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Second</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <extracomment>What a model is called at its server, the server&apos;s address, and whose form it speaks</extracomment>
        <translation>%1 at %2 (%3)</translation>
    </message>
    <message>
        <source>Give it a key</source>
        <translation>Give it a key</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Change the key</translation>
    </message>
    <message>
        <source>Change the key of %1</source>
        <translation>Change the key of %1</translation>
    </message>
    <message>
        <source>New key of %1</source>
        <translation>New key of %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Keep the key</translation>
    </message>
    <message>
        <source>Being tested: some small questions, none with a customer&apos;s words.</source>
        <translation>Being tested: some small questions, none with a customer&apos;s words.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Stop the test of %1</source>
        <translation>Stop the test of %1</translation>
    </message>
    <message>
        <source>Test the model %1</source>
        <translation>Test the model %1</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Remove “%1”?</translation>
    </message>
    <message>
        <source>The built-in engine takes over what it does.</source>
        <translation>The built-in engine takes over what it does.</translation>
    </message>
    <message>
        <source>Its key leaves the keychain, and the built-in engine takes over what it does.</source>
        <translation>Its key leaves the keychain, and the built-in engine takes over what it does.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remove it</translation>
    </message>
    <message>
        <source>%1, from the file %2 on this machine</source>
        <translation>%1, from the file %2 on this machine</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelForm</name>
    <message>
        <source>Add a language model</source>
        <translation>Add a language model</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Provider</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;ddress</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own. A server of yours: http://127.0.0.1:8080/v1</source>
        <translation>Empty: the provider&apos;s own. A server of yours: http://127.0.0.1:8080/v1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <source>As its provider calls it</source>
        <translation>As its provider calls it</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>As you want to call it here, such as fast</source>
        <translation>As you want to call it here, such as fast</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Key</translation>
    </message>
    <message>
        <source>Empty: it needs none</source>
        <translation>Empty: it needs none</translation>
    </message>
    <message>
        <source>US dollars for a million tokens; empty: as listed, or not known</source>
        <translation>US dollars for a million tokens; empty: as listed, or not known</translation>
    </message>
    <message>
        <source>Price of readin&amp;g</source>
        <translation>Price of readin&amp;g</translation>
    </message>
    <message>
        <source>Price of wri&amp;ting</source>
        <translation>Price of wri&amp;ting</translation>
    </message>
    <message>
        <source>It &amp;costs nothing: it runs on a machine of ours</source>
        <translation>It &amp;costs nothing: it runs on a machine of ours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Add the model</source>
        <translation>Add the model</translation>
    </message>
    <message>
        <source>It goes into the keychain of this machine and is never shown again.</source>
        <translation>It goes into the keychain of this machine and is never shown again.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine, and a key is never written to a file. Set the environment variable %1 before you start Helmdesk.</source>
        <translation>There is no keychain on this machine, and a key is never written to a file. Set the environment variable %1 before you start Helmdesk.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://, like http://127.0.0.1:8080/v1.</source>
        <translation>The address must begin with http:// or https://, like http://127.0.0.1:8080/v1.</translation>
    </message>
    <message>
        <source>A key does not belong into the address: type it into its own field.</source>
        <translation>A key does not belong into the address: type it into its own field.</translation>
    </message>
    <message>
        <source>The provider&apos;s name of the model is missing.</source>
        <translation>The provider&apos;s name of the model is missing.</translation>
    </message>
    <message>
        <source>A name has up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>A name has up to 64 letters, digits, “-”, “_” and “.”.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>A model in the GGUF format</source>
        <translation>A model in the GGUF format</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Models (*.gguf)</translation>
    </message>
    <message>
        <source>Choose the file of the model.</source>
        <translation>Choose the file of the model.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ModelsPage</name>
    <message>
        <source>The built-in engine</source>
        <translation>The built-in engine</translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation>The model that answers</translation>
    </message>
    <message>
        <source>Nobody: a person decides</source>
        <translation>Nobody: a person decides</translation>
    </message>
    <message>
        <source>The built-in engine at once</source>
        <translation>The built-in engine at once</translation>
    </message>
    <message>
        <source>&amp;Add a model</source>
        <translation>&amp;Add a model</translation>
    </message>
    <message>
        <source>No language model is needed: the built-in engine sorts messages, looks things up and words answers on this machine alone. A model words answers more freely and gives a second opinion where the router is unsure. What is changed or paid stays with the built-in engine, and it answers wherever a model fails.</source>
        <translation>No language model is needed: the built-in engine sorts messages, looks things up and words answers on this machine alone. A model words answers more freely and gives a second opinion where the router is unsure. What is changed or paid stays with the built-in engine, and it answers wherever a model fails.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Language models</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>No model matches the search.</source>
        <translation>No model matches the search.</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Who does what</translation>
    </message>
    <message>
        <source>Answers are &amp;worded by</source>
        <translation>Answers are &amp;worded by</translation>
    </message>
    <message>
        <source>Where a model fails, the built-in engine answers.</source>
        <translation>Where a model fails, the built-in engine answers.</translation>
    </message>
    <message>
        <source>Where the &amp;router is unsure, ask</source>
        <translation>Where the &amp;router is unsure, ask</translation>
    </message>
    <message>
        <source>Its word is one more witness of what a message is about.</source>
        <translation>Its word is one more witness of what a message is about.</translation>
    </message>
    <message>
        <source>Where the &amp;first model fails, ask</source>
        <translation>Where the &amp;first model fails, ask</translation>
    </message>
    <message>
        <source>Before the built-in engine answers.</source>
        <translation>Before the built-in engine answers.</translation>
    </message>
    <message>
        <source>It holds from the next message on.</source>
        <translation>It holds from the next message on.</translation>
    </message>
    <message>
        <source>Change the &amp;budgets</source>
        <translation>Change the &amp;budgets</translation>
    </message>
    <message>
        <source>%1, which is not there</source>
        <translation>%1, which is not there</translation>
    </message>
    <message>
        <source>Today: %1 of %2</source>
        <translation>Today: %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of unknown price count like the dearest models.</source>
        <translation>
            <numerusform>%Ln call of unknown price counts like the dearest models.</numerusform>
            <numerusform>%Ln calls of unknown price count like the dearest models.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds from the next call on.</source>
        <translation>It holds from the next call on.</translation>
    </message>
    <message>
        <source>There is a model “%1” already. Choose another name.</source>
        <translation>There is a model “%1” already. Choose another name.</translation>
    </message>
    <message>
        <source>“%1” is added, but its key could not be kept. Set the environment variable %2 before you start Helmdesk.</source>
        <translation>“%1” is added, but its key could not be kept. Set the environment variable %2 before you start Helmdesk.</translation>
    </message>
    <message>
        <source>“%1” is added. Test it before it answers.</source>
        <translation>“%1” is added. Test it before it answers.</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>Test it</translation>
    </message>
    <message>
        <source>The test of “%1” was stopped. What was known of it stays.</source>
        <translation>The test of “%1” was stopped. What was known of it stays.</translation>
    </message>
    <message>
        <source>“%1” answered after %2.</source>
        <translation>“%1” answered after %2.</translation>
    </message>
    <message>
        <source>“%1” did not answer. %2</source>
        <translation>“%1” did not answer. %2</translation>
    </message>
    <message>
        <source>“%1” did not answer. %2 Its server says: %3</source>
        <translation>“%1” did not answer. %2 Its server says: %3</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>“%1” is removed.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>“%1” is back.</translation>
    </message>
    <message>
        <source>The key could not be kept, and the one before stays. The environment variable %1 can hold it.</source>
        <translation>The key could not be kept, and the one before stays. The environment variable %1 can hold it.</translation>
    </message>
    <message>
        <source>The new key of “%1” is kept.</source>
        <translation>The new key of “%1” is kept.</translation>
    </message>
    <message>
        <source>“%1” is chosen, but it does not work: until it does, the built-in engine answers.</source>
        <translation>“%1” is chosen, but it does not work: until it does, the built-in engine answers.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::NavigationRail</name>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Find a command</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Insights</translation>
    </message>
</context>
<context>
    <name>Helmdesk::PictureView</name>
    <message>
        <source>The picture, %1 by %2 pixels</source>
        <translation>The picture, %1 by %2 pixels</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalForm</name>
    <message>
        <source>Try several at once</source>
        <translation>Try several at once</translation>
    </message>
    <message>
        <source>Nothing here counts until a proposal is applied.</source>
        <translation>Nothing here counts until a proposal is applied.</translation>
    </message>
    <message>
        <source>Name of the proposal</source>
        <translation>Name of the proposal</translation>
    </message>
    <message>
        <source>Why it is worth a try</source>
        <translation>Why it is worth a try</translation>
    </message>
    <message>
        <source>Save the proposal</source>
        <translation>Save the proposal</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>Of a setting</extracomment>
        <translation>today %1</translation>
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
        <translation>%1: %2 saved “%3”</translation>
    </message>
    <message>
        <source>%1: %2 applied “%3”</source>
        <translation>%1: %2 applied “%3”</translation>
    </message>
    <message>
        <source>%1: %2 rolled “%3” back</source>
        <translation>%1: %2 rolled “%3” back</translation>
    </message>
    <message>
        <source>%1: %2 removed “%3”</source>
        <translation>%1: %2 removed “%3”</translation>
    </message>
    <message>
        <source>none judged</source>
        <translation>none judged</translation>
    </message>
    <message>
        <source>%1 (%2 to %3) of %4</source>
        <extracomment>A share, its interval, and of how many</extracomment>
        <translation>%1 (%2 to %3) of %4</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ProposalsPage</name>
    <message>
        <source>Leaves by itself</source>
        <translation>Leaves by itself</translation>
    </message>
    <message>
        <source>A draft for a person</source>
        <translation>A draft for a person</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalated</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Proposals side by side</source>
        <translation>Proposals side by side</translation>
    </message>
    <message>
        <source>What was tried and applied</source>
        <translation>What was tried and applied</translation>
    </message>
    <message>
        <source>“%1” is saved. It counts once it is applied.</source>
        <translation>“%1” is saved. It counts once it is applied.</translation>
    </message>
    <message>
        <source>None yet. Try several settings at once below and save them under a name: they are compared here with today&apos;s before anything changes.</source>
        <translation>None yet. Try several settings at once below and save them under a name: they are compared here with today&apos;s before anything changes.</translation>
    </message>
    <message>
        <source>Show it side by side</source>
        <translation>Show it side by side</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>Why now?</source>
        <translation>Why now?</translation>
    </message>
    <message>
        <source>Why “%1” is applied</source>
        <translation>Why “%1” is applied</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Roll “%1” back</source>
        <translation>Roll “%1” back</translation>
    </message>
    <message>
        <source>Apply “%1”</source>
        <translation>Apply “%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Remove “%1”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>All messages</translation>
    </message>
    <message>
        <source>of it corrected by people</source>
        <translation>of it corrected by people</translation>
    </message>
    <message numerus="yes">
        <source>What each would have done to the %1 messages of the last %Ln days.</source>
        <translation>
            <numerusform>What each would have done to the %1 messages of the last day.</numerusform>
            <numerusform>What each would have done to the %1 messages of the last %Ln days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Apply “%1”?</source>
        <translation>Apply “%1”?</translation>
    </message>
    <message>
        <source>More would leave without a person by: %1.</source>
        <translation>More would leave without a person by: %1.</translation>
    </message>
    <message>
        <source>“%1” is in force.</source>
        <translation>“%1” is in force.</translation>
    </message>
    <message>
        <source>The settings have the values from before “%1” again.</source>
        <translation>The settings have the values from before “%1” again.</translation>
    </message>
    <message>
        <source>This was not rolled back: %1. Put the values from before back all the same?</source>
        <translation>This was not rolled back: %1. Put the values from before back all the same?</translation>
    </message>
    <message>
        <source>Roll back all the same</source>
        <translation>Roll back all the same</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? What it has changed stays as it is.</source>
        <translation>Remove “%1” from the list? What it has changed stays as it is.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>This is not possible: %1</source>
        <translation>This is not possible: %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueFilter</name>
    <message>
        <source>Name of the view, then Enter</source>
        <translation>Name of the view, then Enter</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filter and sort</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Not answered yet</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Keep as a view</source>
        <translation>Keep as a view</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Remove the filter %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueModel</name>
    <message>
        <source>not answered</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>marked</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <extracomment>Of a conversation that has left the view and is still open; %1 is the name of a view</extracomment>
        <translation>Moved to %1</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueuePane</name>
    <message>
        <source>Search conversations</source>
        <translation>Search conversations</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Nothing waits for your review. Drafts of Helmdesk appear here.</source>
        <translation>Nothing waits for your review. Drafts of Helmdesk appear here.</translation>
    </message>
    <message>
        <source>Nothing is escalated. Conversations that need a person appear here.</source>
        <translation>Nothing is escalated. Conversations that need a person appear here.</translation>
    </message>
    <message>
        <source>You have taken over no conversation.</source>
        <translation>You have taken over no conversation.</translation>
    </message>
    <message>
        <source>Nothing was answered automatically yet.</source>
        <translation>Nothing was answered automatically yet.</translation>
    </message>
    <message>
        <source>No conversation yet. New messages appear here.</source>
        <translation>No conversation yet. New messages appear here.</translation>
    </message>
    <message>
        <source>Kept as the view “%1”</source>
        <translation>Kept as the view “%1”</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Clear the marks</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Resolve the marked conversations</source>
        <translation>Resolve the marked conversations</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln marked</numerusform>
            <numerusform>%Ln marked</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation matches the search.</source>
        <translation>No conversation matches the search.</translation>
    </message>
    <message>
        <source>No conversation passes the filter.</source>
        <translation>No conversation passes the filter.</translation>
    </message>
    <message>
        <source>Nothing waits for your approval.</source>
        <translation>Nothing waits for your approval.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::QueueTabs</name>
    <message>
        <source>All views</source>
        <translation>All views</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Name of a view of the queue and the number of conversations in it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln conversation(s)</source>
        <translation>
            <numerusform>%1, %Ln conversation</numerusform>
            <numerusform>%1, %Ln conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a saved view</source>
        <translation>Remove a saved view</translation>
    </message>
</context>
<context>
    <name>Helmdesk::RailButton</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, %Ln waiting</numerusform>
            <numerusform>%1, %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReliabilityView</name>
    <message>
        <source>What was said against how often it was right</source>
        <translation>What was said against how often it was right</translation>
    </message>
    <message>
        <source>said %1, right %2</source>
        <translation>said %1, right %2</translation>
    </message>
    <message>
        <source>said</source>
        <translation>said</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplayCurveView</name>
    <message>
        <source>Curve over the whole range</source>
        <translation>Curve over the whole range</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplayWords</name>
    <message>
        <source>nobody had judged them</source>
        <translation>nobody had judged them</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln that people had judged, %1 had been corrected or rejected</source>
        <translation>
            <numerusform>of %Ln that people had judged, %1 had been corrected or rejected</numerusform>
            <numerusform>of %Ln that people had judged, %1 had been corrected or rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: %1 of %2 more would have left by themselves; %3.</source>
        <translation>
            <numerusform>Last %Ln days: %1 of %2 more would have left by themselves; %3.</numerusform>
            <numerusform>Last %Ln days: %1 of %2 more would have left by themselves; %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them would have carried out an act.</source>
        <translation>
            <numerusform>%Ln of them would have carried out an act.</numerusform>
            <numerusform>%Ln of them would have carried out an act.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: %1 of %2 more would have gone to a person.</source>
        <translation>
            <numerusform>Last %Ln days: %1 of %2 more would have gone to a person.</numerusform>
            <numerusform>Last %Ln days: %1 of %2 more would have gone to a person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln days: nothing that left by itself or went to a person would have changed.</source>
        <translation>
            <numerusform>Last %Ln days: nothing that left by itself or went to a person would have changed.</numerusform>
            <numerusform>Last %Ln days: nothing that left by itself or went to a person would have changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot tell.</source>
        <translation>
            <numerusform>%Ln cannot tell.</numerusform>
            <numerusform>%Ln cannot tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The runs of the last %Ln days are from before their figures were kept; from the next message on you see here what a change would have done.</source>
        <translation>
            <numerusform>The runs of the last %Ln days are from before their figures were kept; from the next message on you see here what a change would have done.</numerusform>
            <numerusform>The runs of the last %Ln days are from before their figures were kept; from the next message on you see here what a change would have done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were no messages in the last %Ln days; from the next one on you see here what a change would have done.</source>
        <translation>
            <numerusform>There were no messages in the last %Ln days; from the next one on you see here what a change would have done.</numerusform>
            <numerusform>There were no messages in the last %Ln days; from the next one on you see here what a change would have done.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>How many leave without a person at a value, as in &quot;12 at 0.8&quot;</extracomment>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Of %1 would leave by themselves: %2, %3, %4.</source>
        <translation>Of %1 would leave by themselves: %2, %3, %4.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyEditor</name>
    <message>
        <source>No suggestion</source>
        <translation>No suggestion</translation>
    </message>
    <message>
        <source>Accept “%1”</source>
        <translation>Accept “%1”</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyFiles</name>
    <message>
        <source>Attach files</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>The reply speaks of an attachment, and nothing is attached.</source>
        <translation>The reply speaks of an attachment, and nothing is attached.</translation>
    </message>
    <message>
        <source>Send without</source>
        <translation>Send without</translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 of %2</source>
        <extracomment>How much the attached files have together, and how much they may have</extracomment>
        <translation>
            <numerusform>%n file, %1 of %2</numerusform>
            <numerusform>%n files, %1 of %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>picture</source>
        <extracomment>The name of a file made of a picture that was pasted, without its ending</extracomment>
        <translation>picture</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReplyPeople</name>
    <message>
        <source>To</source>
        <translation>To</translation>
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
        <translation>Who gets a copy</translation>
    </message>
    <message>
        <source>Who gets a copy that nobody else sees</source>
        <translation>Who gets a copy that nobody else sees</translation>
    </message>
    <message>
        <source>Addresses, with commas between them</source>
        <translation>Addresses, with commas between them</translation>
    </message>
    <message numerus="yes">
        <source>Answer to all (%n)</source>
        <comment>how many others were written to</comment>
        <translation>
            <numerusform>Answer to all (%n)</numerusform>
            <numerusform>Answer to all (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helmdesk::ReviewPage</name>
    <message>
        <source>To review</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>The articles are compared. This takes some seconds.</source>
        <translation>The articles are compared. This takes some seconds.</translation>
    </message>
    <message>
        <source>Articles to review</source>
        <translation>Articles to review</translation>
    </message>
    <message>
        <source>No two articles give different figures for one thing, and none is both old and often corrected.</source>
        <translation>No two articles give different figures for one thing, and none is both old and often corrected.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Compare again</translation>
    </message>
    <message>
        <source>Different figures for one thing</source>
        <translation>Different figures for one thing</translation>
    </message>
    <message>
        <source>Old, and corrected again and again</source>
        <translation>Old, and corrected again and again</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not shown</source>
        <translation>
            <numerusform>%Ln more is not shown</numerusform>
            <numerusform>%Ln more are not shown</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 at the sentence</source>
        <translation>Open %1 at the sentence</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>updated %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Open %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reply(ies) written from it were changed or rejected since.</source>
        <translation>
            <numerusform>%Ln reply written from it was changed or rejected since.</numerusform>
            <numerusform>%Ln replies written from it were changed or rejected since.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a date. %1</source>
        <extracomment>The placeholders are a date and a sentence</extracomment>
        <translation>Without a date. %1</translation>
    </message>
    <message>
        <source>Updated %1. %2</source>
        <translation>Updated %1. %2</translation>
    </message>
</context>
<context>
    <name>Helmdesk::RowChart</name>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>%1: show the chart</source>
        <translation>%1: show the chart</translation>
    </message>
    <message>
        <source>%1: show the table</source>
        <translation>%1: show the table</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingEditor</name>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>Reset %1 to its default</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Default %1, from %2 to %3</source>
        <translation>Default %1, from %2 to %3</translation>
    </message>
    <message>
        <source>Default: empty</source>
        <translation>Default: empty</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A figure and its unit, as in &quot;5 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Default: %1</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1, slider</translation>
    </message>
    <message>
        <source>Change “%1” from %2 to %3?</source>
        <translation>Change “%1” from %2 to %3?</translation>
    </message>
    <message>
        <source>Leave it at %1</source>
        <translation>Leave it at %1</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>“%1” is no figure from %2 to %3. The setting stays at %4.</source>
        <translation>“%1” is no figure from %2 to %3. The setting stays at %4.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Locked by the administrator of this machine.</source>
        <translation>Locked by the administrator of this machine.</translation>
    </message>
    <message>
        <source>Locked by the administrator of this machine: %1</source>
        <translation>Locked by the administrator of this machine: %1</translation>
    </message>
    <message>
        <source>%1 (set by the administrator)</source>
        <translation>%1 (set by the administrator)</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingEffect</name>
    <message>
        <source>Which?</source>
        <translation>Which?</translation>
    </message>
    <message>
        <source>Conversations that would have gone another way</source>
        <translation>Conversations that would have gone another way</translation>
    </message>
    <message>
        <source>With “%1”: %2</source>
        <extracomment>A value of a setting and what it would have done</extracomment>
        <translation>With “%1”: %2</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>Conversation %1</translation>
    </message>
    <message>
        <source>Would have left by themselves</source>
        <translation>Would have left by themselves</translation>
    </message>
    <message>
        <source>Would have gone to a person</source>
        <translation>Would have gone to a person</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Search settings</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Snippets</translation>
    </message>
    <message>
        <source>No setting matches the search.</source>
        <translation>No setting matches the search.</translation>
    </message>
    <message>
        <source>Saved. It takes effect when Helmdesk starts again.</source>
        <translation>Saved. It takes effect when Helmdesk starts again.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>What other values would have done cannot be told: %1</source>
        <translation>What other values would have done cannot be told: %1</translation>
    </message>
    <message numerus="yes">
        <source>Below thresholds and modes stands what they would have done to the %1 messages of the last %Ln days.</source>
        <translation>
            <numerusform>Below thresholds and modes stands what they would have done to the %1 messages of the last %Ln days.</numerusform>
            <numerusform>Below thresholds and modes stands what they would have done to the %1 messages of the last %Ln days.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not possible, and the setting stays as it was: %1</source>
        <translation>This is not possible, and the setting stays as it was: %1</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Mailboxes</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Proposals</translation>
    </message>
</context>
<context>
    <name>Helmdesk::SnippetsPage</name>
    <message>
        <source>Choose a snippet to change it here. In a reply they are inserted with one key.</source>
        <translation>Choose a snippet to change it here. In a reply they are inserted with one key.</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Snippets</translation>
    </message>
    <message>
        <source>New snippet</source>
        <translation>New snippet</translation>
    </message>
    <message>
        <source>Name of the snippet</source>
        <translation>Name of the snippet</translation>
    </message>
    <message>
        <source>Text of the snippet</source>
        <translation>Text of the snippet</translation>
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
        <translation>Delete snippet</translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation>Discard the change</translation>
    </message>
    <message>
        <source>Save snippet</source>
        <translation>Save snippet</translation>
    </message>
    <message>
        <source>Insert %1: %2</source>
        <translation>Insert %1: %2</translation>
    </message>
    <message>
        <source>Another word in braces, such as {order}, is selected when the snippet is inserted, to be typed over.</source>
        <translation>Another word in braces, such as {order}, is selected when the snippet is inserted, to be typed over.</translation>
    </message>
    <message>
        <source>No snippet here. Add one with the plus above this list.</source>
        <translation>No snippet here. Add one with the plus above this list.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>“%1” is saved.</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>The change was taken back.</translation>
    </message>
    <message>
        <source>“%1” is added.</source>
        <translation>“%1” is added.</translation>
    </message>
    <message>
        <source>The new snippet was taken back.</source>
        <translation>The new snippet was taken back.</translation>
    </message>
    <message>
        <source>Another snippet is named “%1”. Choose a different name.</source>
        <translation>Another snippet is named “%1”. Choose a different name.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>“%1” is deleted.</translation>
    </message>
    <message>
        <source>The snippet is back.</source>
        <translation>The snippet is back.</translation>
    </message>
</context>
<context>
    <name>Helmdesk::StatusStrip</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 is starting</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 failed</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 is off</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Built-in engine</translation>
    </message>
    <message>
        <source>Nothing answered today</source>
        <translation>Nothing answered today</translation>
    </message>
    <message>
        <source>Today: %1 answered, %2 % automatic, %3 median</source>
        <extracomment>Number of answered conversations, share answered automatically, median time</extracomment>
        <translation>Today: %1 answered, %2 % automatic, %3 median</translation>
    </message>
    <message>
        <source>%1 at %2:%3</source>
        <translation>%1 at %2:%3</translation>
    </message>
    <message>
        <source>%1 is out of reach</source>
        <translation>%1 is out of reach</translation>
    </message>
    <message>
        <source>Version %1 is out</source>
        <translation>Version %1 is out</translation>
    </message>
</context>
<context>
    <name>Helmdesk::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
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
        <translation>A conversation needs a person</translation>
    </message>
    <message>
        <source>%1 needs a person (%2)</source>
        <translation>%1 needs a person (%2)</translation>
    </message>
    <message>
        <source>%1 needs a person</source>
        <translation>%1 needs a person</translation>
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
        <translation>Undo sending</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>Undo (%1 s)</translation>
    </message>
    <message>
        <source>Sending to %1: %2</source>
        <translation>Sending to %1: %2</translation>
    </message>
    <message>
        <source>Sending to %1 with “%2”: %3</source>
        <extracomment>%2 is what happens with the reply, such as a refund</extracomment>
        <translation>Sending to %1 with “%2”: %3</translation>
    </message>
</context>
<context>
    <name>Helmdesk::WorkspaceProblem</name>
    <message>
        <source>This workspace belongs to a newer Helmdesk</source>
        <translation>This workspace belongs to a newer Helmdesk</translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation>This workspace is damaged</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>The disk is full</translation>
    </message>
    <message>
        <source>This folder cannot be read and written</source>
        <translation>This folder cannot be read and written</translation>
    </message>
    <message>
        <source>Another program holds this workspace</source>
        <translation>Another program holds this workspace</translation>
    </message>
    <message>
        <source>This workspace cannot be opened</source>
        <translation>This workspace cannot be opened</translation>
    </message>
    <message>
        <source>Update this program, or open another workspace. Nothing was changed.</source>
        <translation>Update this program, or open another workspace. Nothing was changed.</translation>
    </message>
    <message>
        <source>Put the backup back that lies beside it, or open another workspace. Nothing was changed.</source>
        <translation>Put the backup back that lies beside it, or open another workspace. Nothing was changed.</translation>
    </message>
    <message>
        <source>Free some space, then try again. Nothing was changed.</source>
        <translation>Free some space, then try again. Nothing was changed.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or open another workspace. Nothing was changed.</source>
        <translation>Give yourself the right to write there, or open another workspace. Nothing was changed.</translation>
    </message>
    <message>
        <source>Close the other program, then try again. Nothing was changed.</source>
        <translation>Close the other program, then try again. Nothing was changed.</translation>
    </message>
    <message>
        <source>Try again, or open another workspace. Nothing was changed.</source>
        <translation>Try again, or open another workspace. Nothing was changed.</translation>
    </message>
    <message>
        <source>Helmdesk</source>
        <translation>Helmdesk</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation>Open another workspace</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Open a workspace</translation>
    </message>
</context>
<context>
    <name>Helmdesk::WritingHelp</name>
    <message>
        <source>Write for me</source>
        <translation>Write for me</translation>
    </message>
    <message>
        <source>Write for me helps with replies, not with notes.</source>
        <translation>Write for me helps with replies, not with notes.</translation>
    </message>
    <message>
        <source>Write for me needs a language model: add one under Settings, Models, and let it word the answers.</source>
        <translation>Write for me needs a language model: add one under Settings, Models, and let it word the answers.</translation>
    </message>
    <message>
        <source>%1 is writing.</source>
        <translation>%1 is writing.</translation>
    </message>
    <message>
        <source>Write some notes or a reply first; %1 goes on from there.</source>
        <translation>Write some notes or a reply first; %1 goes on from there.</translation>
    </message>
    <message>
        <source>Make it &amp;shorter</source>
        <translation>Make it &amp;shorter</translation>
    </message>
    <message>
        <source>Make it &amp;friendlier</source>
        <translation>Make it &amp;friendlier</translation>
    </message>
    <message>
        <source>Make it more f&amp;ormal</source>
        <translation>Make it more f&amp;ormal</translation>
    </message>
    <message>
        <source>&amp;Translate it for the customer</source>
        <translation>&amp;Translate it for the customer</translation>
    </message>
    <message>
        <source>&amp;Translate it to %1</source>
        <translation>&amp;Translate it to %1</translation>
    </message>
    <message>
        <source>Write a reply from these &amp;notes</source>
        <translation>Write a reply from these &amp;notes</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 is writing…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop the writing</source>
        <translation>Stop the writing</translation>
    </message>
    <message>
        <source>Stands in no source, look at it before sending: %1</source>
        <translation>Stands in no source, look at it before sending: %1</translation>
    </message>
    <message>
        <source>Is no longer in it: %1</source>
        <translation>Is no longer in it: %1</translation>
    </message>
    <message>
        <source>The judge finds: %1</source>
        <translation>The judge finds: %1</translation>
    </message>
    <message>
        <source>Written by %1. Every figure and name of it has a source.</source>
        <translation>Written by %1. Every figure and name of it has a source.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Bring back what stood there</source>
        <translation>Bring back what stood there</translation>
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
        <translation>Draft</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Began</translation>
    </message>
    <message>
        <source>Who answered, by the day on which they began.</source>
        <translation>Who answered, by the day on which they began.</translation>
    </message>
    <message>
        <source>Who answered, by the week in which they began.</source>
        <translation>Who answered, by the week in which they began.</translation>
    </message>
    <message>
        <source>Who answered, by the month in which they began.</source>
        <translation>Who answered, by the month in which they began.</translation>
    </message>
    <message>
        <source>A bar opens the conversations of the channel.</source>
        <translation>A bar opens the conversations of the channel.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>A bar opens the conversations of the category.</source>
        <translation>A bar opens the conversations of the category.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Resolved are the first two. Silence counts after %1 without a word.</source>
        <translation>Resolved are the first two. Silence counts after %1 without a word.</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Ending</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Grounded, then quiet</source>
        <translation>Grounded, then quiet</translation>
    </message>
    <message>
        <source>Only quiet</source>
        <translation>Only quiet</translation>
    </message>
    <message>
        <source>Too early to say</source>
        <translation>Too early to say</translation>
    </message>
    <message>
        <source>Closed unanswered</source>
        <translation>Closed unanswered</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Half of the edited ones changed by %1 of their words or less.</source>
        <translation>Half of the edited ones changed by %1 of their words or less.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Sent unchanged</source>
        <translation>Sent unchanged</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed ones were false alarms. Each counts under its first reason.</source>
        <translation>%1 of %2 reviewed ones were false alarms. Each counts under its first reason.</translation>
    </message>
    <message>
        <source>Nobody has reviewed one yet. Each counts under its first reason.</source>
        <translation>Nobody has reviewed one yet. Each counts under its first reason.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Not reviewed</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>False alarm</translation>
    </message>
    <message>
        <source>Replies that left in the period.</source>
        <translation>Replies that left in the period.</translation>
    </message>
    <message>
        <source>From a draft</source>
        <translation>From a draft</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Replies of people by the hour of the day.</source>
        <translation>Replies of people by the hour of the day.</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Replies</translation>
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
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <extracomment>Days, such as 3.2</extracomment>
        <translation>%1 days</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <extracomment>Money in US dollars</extracomment>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>The first and the last day of a period</extracomment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <extracomment>Conversations that have no category yet</extracomment>
        <translation>Not yet known</translation>
    </message>
    <message>
        <source>No reason named</source>
        <extracomment>An escalation that names no reason</extracomment>
        <translation>No reason named</translation>
    </message>
</context>
<context>
    <name>MailboxWords</name>
    <message>
        <source>Paused. Nothing is read from it and nothing leaves by it.</source>
        <translation>Paused. Nothing is read from it and nothing leaves by it.</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Not looked at yet.</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>Connecting.</translation>
    </message>
    <message>
        <source>Connecting again. The last time: %1</source>
        <translation>Connecting again. The last time: %1</translation>
    </message>
    <message>
        <source>Reading the mails that are there.</source>
        <translation>Reading the mails that are there.</translation>
    </message>
    <message>
        <source>Connected. The server tells of new mail at once.</source>
        <translation>Connected. The server tells of new mail at once.</translation>
    </message>
    <message>
        <source>Connected. The server is asked for new mail now and then.</source>
        <translation>Connected. The server is asked for new mail now and then.</translation>
    </message>
    <message>
        <source>It is not read, and nobody tries again until you change something: %1</source>
        <translation>It is not read, and nobody tries again until you change something: %1</translation>
    </message>
    <message numerus="yes">
        <source>Out of reach; it is tried again in %Ln s: %1</source>
        <translation>
            <numerusform>Out of reach; it is tried again in %Ln s: %1</numerusform>
            <numerusform>Out of reach; it is tried again in %Ln s: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of reach; it is tried again now: %1</source>
        <translation>Out of reach; it is tried again now: %1</translation>
    </message>
    <message>
        <source>The server has an address: %1</source>
        <translation>The server has an address: %1</translation>
    </message>
    <message>
        <source>The server has no address: %1</source>
        <translation>The server has no address: %1</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Connected: %1</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>No connection: %1</translation>
    </message>
    <message>
        <source>Encrypted: %1</source>
        <translation>Encrypted: %1</translation>
    </message>
    <message>
        <source>Not encrypted: %1</source>
        <translation>Not encrypted: %1</translation>
    </message>
    <message>
        <source>Without encryption, as you chose: whoever is on the way reads the password and every mail.</source>
        <translation>Without encryption, as you chose: whoever is on the way reads the password and every mail.</translation>
    </message>
    <message>
        <source>No password: %1</source>
        <translation>No password: %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Signed in as %1</translation>
    </message>
    <message>
        <source>Not signed in: %1</source>
        <translation>Not signed in: %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Folder %1</translation>
    </message>
    <message>
        <source>A folder cannot be read: %1</source>
        <translation>A folder cannot be read: %1</translation>
    </message>
    <message>
        <source>New mail: %1</source>
        <translation>New mail: %1</translation>
    </message>
    <message>
        <source>Ready to send: %1</source>
        <translation>Ready to send: %1</translation>
    </message>
    <message>
        <source>It cannot send: %1</source>
        <translation>It cannot send: %1</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS from the start</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A server with its port, and how it is encrypted</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>Sent from here</translation>
    </message>
    <message>
        <source>Drafts only</source>
        <translation>Drafts only</translation>
    </message>
    <message>
        <source>Replies leave by the server for sending. What goes out without a person is set for each kind of question.</source>
        <translation>Replies leave by the server for sending. What goes out without a person is set for each kind of question.</translation>
    </message>
    <message>
        <source>The first step for a team. Nothing is ever sent: each reply appears in the mailbox&apos;s own Drafts folder, and whoever sends it from a mail program shows Helmdesk what was right.</source>
        <translation>The first step for a team. Nothing is ever sent: each reply appears in the mailbox&apos;s own Drafts folder, and whoever sends it from a mail program shows Helmdesk what was right.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Not yet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln read</source>
        <translation>
            <numerusform>%Ln read</numerusform>
            <numerusform>%Ln read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln known already</source>
        <translation>
            <numerusform>%1, %Ln known already</numerusform>
            <numerusform>%1, %Ln known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln in the watched folders</source>
        <extracomment>&quot;12 read; 40 in the watched folders&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln in the watched folders</numerusform>
            <numerusform>%1; %Ln in the watched folders</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, mail %2, %3: %4</source>
        <translation>%1, mail %2, %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) in the mailbox</source>
        <translation>
            <numerusform>%Ln draft in the mailbox</numerusform>
            <numerusform>%Ln drafts in the mailbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting to leave</source>
        <translation>
            <numerusform>%Ln waiting to leave</numerusform>
            <numerusform>%Ln waiting to leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln it is not known whether they left</source>
        <translation>
            <numerusform>of %Ln it is not known whether it left</numerusform>
            <numerusform>of %Ln it is not known whether they left</numerusform>
        </translation>
    </message>
    <message>
        <source>From the environment variable %1</source>
        <translation>From the environment variable %1</translation>
    </message>
    <message>
        <source>In the keychain of this machine</source>
        <translation>In the keychain of this machine</translation>
    </message>
    <message>
        <source>None. Set the environment variable %1 before you start Helmdesk.</source>
        <translation>None. Set the environment variable %1 before you start Helmdesk.</translation>
    </message>
    <message>
        <source>Only mail that arrives from now on</source>
        <translation>Only mail that arrives from now on</translation>
    </message>
    <message numerus="yes">
        <source>Also the last %Ln day(s)</source>
        <translation>
            <numerusform>Also the last %Ln day</numerusform>
            <numerusform>Also the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln mail(s)</source>
        <translation>
            <numerusform>%1: %Ln mail</numerusform>
            <numerusform>%1: %Ln mails</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>It was stopped.</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>It did not work: %1</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>OpenAI or a server that speaks like it</source>
        <translation>OpenAI or a server that speaks like it</translation>
    </message>
    <message>
        <source>OpenAI, in its newer form (Responses)</source>
        <translation>OpenAI, in its newer form (Responses)</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>A file on this machine</source>
        <translation>A file on this machine</translation>
    </message>
    <message>
        <source>It has no key, or the keychain is locked. Unlock it, or give it a key.</source>
        <translation>It has no key, or the keychain is locked. Unlock it, or give it a key.</translation>
    </message>
    <message>
        <source>Its server refused the key. Give it a valid one.</source>
        <translation>Its server refused the key. Give it a valid one.</translation>
    </message>
    <message>
        <source>The account at its provider has no credit left or reached its limit.</source>
        <translation>The account at its provider has no credit left or reached its limit.</translation>
    </message>
    <message>
        <source>Your budget for language models is spent or nearly so. Raise it or wait.</source>
        <translation>Your budget for language models is spent or nearly so. Raise it or wait.</translation>
    </message>
    <message>
        <source>Its server takes no more requests for the moment.</source>
        <translation>Its server takes no more requests for the moment.</translation>
    </message>
    <message>
        <source>Its server is overloaded.</source>
        <translation>Its server is overloaded.</translation>
    </message>
    <message>
        <source>Its server has a fault.</source>
        <translation>Its server has a fault.</translation>
    </message>
    <message>
        <source>Nobody listens at its address. Start the server or correct the address.</source>
        <translation>Nobody listens at its address. Start the server or correct the address.</translation>
    </message>
    <message>
        <source>Its server cannot be reached. Check the address and the network.</source>
        <translation>Its server cannot be reached. Check the address and the network.</translation>
    </message>
    <message>
        <source>It did not finish in time.</source>
        <translation>It did not finish in time.</translation>
    </message>
    <message>
        <source>It went silent in the middle of its answer.</source>
        <translation>It went silent in the middle of its answer.</translation>
    </message>
    <message>
        <source>The connection ended before its answer did.</source>
        <translation>The connection ended before its answer did.</translation>
    </message>
    <message>
        <source>Its answer was longer than is allowed.</source>
        <translation>Its answer was longer than is allowed.</translation>
    </message>
    <message>
        <source>What answers at its address is no model server. Correct the address.</source>
        <translation>What answers at its address is no model server. Correct the address.</translation>
    </message>
    <message>
        <source>Its address points elsewhere. Give the address that it means.</source>
        <translation>Its address points elsewhere. Give the address that it means.</translation>
    </message>
    <message>
        <source>The connection to its server cannot be trusted.</source>
        <translation>The connection to its server cannot be trusted.</translation>
    </message>
    <message>
        <source>It answered with something that cannot be used.</source>
        <translation>It answered with something that cannot be used.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>It answered with nothing.</translation>
    </message>
    <message>
        <source>It used up its limit of words before it said anything.</source>
        <translation>It used up its limit of words before it said anything.</translation>
    </message>
    <message>
        <source>It refused to answer.</source>
        <translation>It refused to answer.</translation>
    </message>
    <message>
        <source>Its provider&apos;s content filter held the answer back.</source>
        <translation>Its provider&apos;s content filter held the answer back.</translation>
    </message>
    <message>
        <source>Its server does not take the request. Test the model anew.</source>
        <translation>Its server does not take the request. Test the model anew.</translation>
    </message>
    <message>
        <source>The conversation was longer than it can read.</source>
        <translation>The conversation was longer than it can read.</translation>
    </message>
    <message>
        <source>Its server has no model of that name. Correct the name.</source>
        <translation>Its server has no model of that name. Correct the name.</translation>
    </message>
    <message>
        <source>It failed several times in a row and is left alone for a while.</source>
        <translation>It failed several times in a row and is left alone for a while.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>The work was stopped.</translation>
    </message>
    <message>
        <source>Works. In the last test, %1, it answered after %2.</source>
        <translation>Works. In the last test, %1, it answered after %2.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Works.</translation>
    </message>
    <message>
        <source>Works in part. %1</source>
        <translation>Works in part. %1</translation>
    </message>
    <message>
        <source>Does not work. %1</source>
        <translation>Does not work. %1</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Not tested yet.</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Model %1</translation>
    </message>
    <message>
        <source>Model %1 works in part</source>
        <translation>Model %1 works in part</translation>
    </message>
    <message>
        <source>Model %1 does not work</source>
        <translation>Model %1 does not work</translation>
    </message>
    <message>
        <source>Model %1 is not tested</source>
        <translation>Model %1 is not tested</translation>
    </message>
    <message>
        <source>The test finds out.</source>
        <translation>The test finds out.</translation>
    </message>
    <message>
        <source>looks things up by itself</source>
        <translation>looks things up by itself</translation>
    </message>
    <message>
        <source>looks things up when it is led</source>
        <translation>looks things up when it is led</translation>
    </message>
    <message>
        <source>only words answers</source>
        <translation>only words answers</translation>
    </message>
    <message>
        <source>keeps to a form</source>
        <translation>keeps to a form</translation>
    </message>
    <message>
        <source>does not keep to a form</source>
        <translation>does not keep to a form</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <extracomment>Speed of a language model</extracomment>
        <translation>%1 tokens a second</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the members of a list</extracomment>
        <translation>; </translation>
    </message>
    <message>
        <source>It costs nothing.</source>
        <translation>It costs nothing.</translation>
    </message>
    <message>
        <source>Not known; budgets count it like the dearest models.</source>
        <translation>Not known; budgets count it like the dearest models.</translation>
    </message>
    <message>
        <source>%1 read and %2 written, for a million tokens</source>
        <translation>%1 read and %2 written, for a million tokens</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <extracomment>An amount of US dollars</extracomment>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>Kept in the keychain of this machine.</source>
        <translation>Kept in the keychain of this machine.</translation>
    </message>
    <message>
        <source>Given by the environment variable %1.</source>
        <translation>Given by the environment variable %1.</translation>
    </message>
    <message>
        <source>None. If it needs one, the environment variable %1 can hold it.</source>
        <translation>None. If it needs one, the environment variable %1 can hold it.</translation>
    </message>
    <message>
        <source>Sent as written: it runs on this machine</source>
        <translation>Sent as written: it runs on this machine</translation>
    </message>
    <message>
        <source>Replaced by placeholders</source>
        <translation>Replaced by placeholders</translation>
    </message>
    <message>
        <source>Always replaced by placeholders</source>
        <translation>Always replaced by placeholders</translation>
    </message>
    <message>
        <source>Always sent as written</source>
        <translation>Always sent as written</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Clear the field</source>
        <translation>Clear the field</translation>
    </message>
</context>
<context>
    <name>Placeholders</name>
    <message>
        <source>The customer’s first name</source>
        <translation>The customer’s first name</translation>
    </message>
    <message>
        <source>The customer’s whole name</source>
        <translation>The customer’s whole name</translation>
    </message>
    <message>
        <source>The number of the ticket, where there is one</source>
        <translation>The number of the ticket, where there is one</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Today’s date, in the customer’s language</source>
        <translation>Today’s date, in the customer’s language</translation>
    </message>
</context>
<context>
    <name>PlainFacts</name>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>With</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Asks the customer</source>
        <translation>Asks the customer</translation>
    </message>
    <message>
        <source>Asks whether a machine answers</source>
        <translation>Asks whether a machine answers</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Wants to do</source>
        <translation>Wants to do</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Wants no person</source>
        <translation>Wants no person</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>What went wrong</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>Likeliest</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Looked for</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Second likeliest</source>
        <translation>Second likeliest</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Sentiment</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Words in the message</source>
        <translation>Words in the message</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Personal data replaced</source>
        <translation>Personal data replaced</translation>
    </message>
    <message>
        <source>Sent to the model</source>
        <translation>Sent to the model</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Helmdesk was sure of its answer and sent it by itself.</source>
        <translation>Helmdesk was sure of its answer and sent it by itself.</translation>
    </message>
    <message>
        <source>%1 is set to %2, so a person sends.</source>
        <extracomment>A category and its mode: &quot;Billing is set to Suggest, so a person sends.&quot;</extracomment>
        <translation>%1 is set to %2, so a person sends.</translation>
    </message>
    <message>
        <source>A person looks at this before it is sent.</source>
        <translation>A person looks at this before it is sent.</translation>
    </message>
    <message>
        <source>The customer sounds upset.</source>
        <translation>The customer sounds upset.</translation>
    </message>
    <message>
        <source>The customer asks for a person.</source>
        <translation>The customer asks for a person.</translation>
    </message>
    <message>
        <source>A person has to approve an act of it.</source>
        <translation>A person has to approve an act of it.</translation>
    </message>
    <message>
        <source>“%1” did not work.</source>
        <translation>“%1” did not work.</translation>
    </message>
    <message>
        <source>Something in the message tries to give Helmdesk orders.</source>
        <translation>Something in the message tries to give Helmdesk orders.</translation>
    </message>
    <message>
        <source>Helmdesk could not finish its work on this message.</source>
        <translation>Helmdesk could not finish its work on this message.</translation>
    </message>
    <message>
        <source>The message asks for several things, and not all of them have a sure answer.</source>
        <translation>The message asks for several things, and not all of them have a sure answer.</translation>
    </message>
    <message>
        <source>The answer would be the same as the last one.</source>
        <translation>The answer would be the same as the last one.</translation>
    </message>
    <message>
        <source>The message holds no words.</source>
        <translation>The message holds no words.</translation>
    </message>
    <message>
        <source>Helmdesk is %1 sure of its answer; %2 are needed.</source>
        <translation>Helmdesk is %1 sure of its answer; %2 are needed.</translation>
    </message>
    <message>
        <source>Helmdesk is %1 sure what this is about; %2 are needed.</source>
        <translation>Helmdesk is %1 sure what this is about; %2 are needed.</translation>
    </message>
    <message>
        <source>The message has to do with the law%1.</source>
        <translation>The message has to do with the law%1.</translation>
    </message>
    <message>
        <source>The message is long: %1 words.</source>
        <translation>The message is long: %1 words.</translation>
    </message>
    <message>
        <source>The message asks many questions: %1.</source>
        <translation>The message asks many questions: %1.</translation>
    </message>
    <message>
        <source>The message is so long that only its beginning was read.</source>
        <translation>The message is so long that only its beginning was read.</translation>
    </message>
    <message>
        <source>The question is not a simple one.</source>
        <translation>The question is not a simple one.</translation>
    </message>
    <message>
        <source>%1 is set to %2, so Helmdesk answers nothing here.</source>
        <translation>%1 is set to %2, so Helmdesk answers nothing here.</translation>
    </message>
    <message>
        <source>The message is in a language that Helmdesk may not answer.</source>
        <translation>The message is in a language that Helmdesk may not answer.</translation>
    </message>
    <message>
        <source>Somebody’s safety may be at stake%1.</source>
        <translation>Somebody’s safety may be at stake%1.</translation>
    </message>
    <message>
        <source>The customer complains%1.</source>
        <translation>The customer complains%1.</translation>
    </message>
    <message>
        <source>The last reply did not solve it.</source>
        <translation>The last reply did not solve it.</translation>
    </message>
    <message>
        <source>The customer says that something was done wrongly.</source>
        <translation>The customer says that something was done wrongly.</translation>
    </message>
    <message>
        <source>The sender is probably the customer; it is not proven.</source>
        <translation>The sender is probably the customer; it is not proven.</translation>
    </message>
    <message>
        <source>A person denied what the reply rested on.</source>
        <translation>A person denied what the reply rested on.</translation>
    </message>
    <message>
        <source>Such messages are answered by a person.</source>
        <translation>Such messages are answered by a person.</translation>
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
        <translation>In two hours</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>On Monday</source>
        <translation>On Monday</translation>
    </message>
    <message>
        <source>It is done, remind me no more</source>
        <translation>It is done, remind me no more</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>%1, show details</source>
        <translation>%1, show details</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>No run has finished.</source>
        <translation>No run has finished.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Built-in engine</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 in, %2 out</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Copy the raw data</source>
        <translation>Copy the raw data</translation>
    </message>
    <message>
        <source>Copy the raw data of %1</source>
        <translation>Copy the raw data of %1</translation>
    </message>
    <message>
        <source>An earlier answer of a model</source>
        <translation>An earlier answer of a model</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What Helmdesk may do by itself</source>
        <translation>What Helmdesk may do by itself</translation>
    </message>
    <message>
        <source>When a person decides</source>
        <translation>When a person decides</translation>
    </message>
    <message>
        <source>Sending and channels</source>
        <translation>Sending and channels</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Work and its limits</source>
        <translation>Work and its limits</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Off: nothing is drafted. Shadow: drafts are only to look at. Suggest: a person sends. Automatic: sure answers leave by themselves.</source>
        <translation>Off: nothing is drafted. Shadow: drafts are only to look at. Suggest: a person sends. Automatic: sure answers leave by themselves.</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Billing</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technical</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Confidence in the category</source>
        <translation>Confidence in the category</translation>
    </message>
    <message>
        <source>Below this a person decides what the message is about.</source>
        <translation>Below this a person decides what the message is about.</translation>
    </message>
    <message>
        <source>Confidence in the answer</source>
        <translation>Confidence in the answer</translation>
    </message>
    <message>
        <source>Below this the draft goes to a person.</source>
        <translation>Below this the draft goes to a person.</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Sentiment</translation>
    </message>
    <message>
        <source>Below this the customer is upset and a person answers. -1 is furious, 1 is delighted.</source>
        <translation>Below this the customer is upset and a person answers. -1 is furious, 1 is delighted.</translation>
    </message>
    <message>
        <source>Length of a message</source>
        <translation>Length of a message</translation>
    </message>
    <message>
        <source>A longer message counts as complex and goes to a person.</source>
        <translation>A longer message counts as complex and goes to a person.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>words</translation>
    </message>
    <message>
        <source>Questions in a message</source>
        <translation>Questions in a message</translation>
    </message>
    <message>
        <source>A message with more question marks goes to a person.</source>
        <translation>A message with more question marks goes to a person.</translation>
    </message>
    <message>
        <source>Refund without approval</source>
        <translation>Refund without approval</translation>
    </message>
    <message>
        <source>A refund above this waits for a person, in units of its currency.</source>
        <translation>A refund above this waits for a person, in units of its currency.</translation>
    </message>
    <message>
        <source>Undo window</source>
        <translation>Undo window</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Port of the web chat</source>
        <translation>Port of the web chat</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>Inbox folder</translation>
    </message>
    <message>
        <source>Watched for new .eml and .jsonl files. Empty: the folder inbox of the workspace.</source>
        <translation>Watched for new .eml and .jsonl files. Empty: the folder inbox of the workspace.</translation>
    </message>
    <message>
        <source>End of a session</source>
        <translation>End of a session</translation>
    </message>
    <message>
        <source>After this silence a customer begins a new conversation.</source>
        <translation>After this silence a customer begins a new conversation.</translation>
    </message>
    <message>
        <source>Remembered messages</source>
        <translation>Remembered messages</translation>
    </message>
    <message>
        <source>How many earlier messages of a session Helmdesk takes into account.</source>
        <translation>How many earlier messages of a session Helmdesk takes into account.</translation>
    </message>
    <message>
        <source>Messages in a row</source>
        <translation>Messages in a row</translation>
    </message>
    <message>
        <source>Messages that follow each other within this time are answered as one.</source>
        <translation>Messages that follow each other within this time are answered as one.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Passages for an answer</source>
        <translation>Passages for an answer</translation>
    </message>
    <message>
        <source>How many passages of the knowledge base are looked up.</source>
        <translation>How many passages of the knowledge base are looked up.</translation>
    </message>
    <message>
        <source>Time for a tool</source>
        <translation>Time for a tool</translation>
    </message>
    <message>
        <source>After this a call counts as failed.</source>
        <translation>After this a call counts as failed.</translation>
    </message>
    <message>
        <source>Time for a message</source>
        <translation>Time for a message</translation>
    </message>
    <message>
        <source>After this the work is given up and a person answers.</source>
        <translation>After this the work is given up and a person answers.</translation>
    </message>
    <message>
        <source>Tries of a language model</source>
        <translation>Tries of a language model</translation>
    </message>
    <message>
        <source>How often a failed call is tried.</source>
        <translation>How often a failed call is tried.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>Light, dark, or as the system.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Go on after sending</source>
        <translation>Go on after sending</translation>
    </message>
    <message>
        <source>Opens the next conversation when a reply was sent.</source>
        <translation>Opens the next conversation when a reply was sent.</translation>
    </message>
    <message>
        <source>Of what is routed without a person. 0: no promise. The view Learning shows what the verdicts carry.</source>
        <translation>Of what is routed without a person. 0: no promise. The view Learning shows what the verdicts carry.</translation>
    </message>
    <message>
        <source>The chat page and the HTTP inbox listen there, on this computer alone; 0 stands for a free one. Takes effect at the next start.</source>
        <translation>The chat page and the HTTP inbox listen there, on this computer alone; 0 stands for a free one. Takes effect at the next start.</translation>
    </message>
    <message>
        <source>Of the window and its dates and numbers. Replies keep the language of the customer.</source>
        <translation>Of the window and its dates and numbers. Replies keep the language of the customer.</translation>
    </message>
    <message>
        <source>Public address of the web chat</source>
        <translation>Public address of the web chat</translation>
    </message>
    <message>
        <source>Where a proxy shows the chat page, like https://support.example.com. Empty: on this computer alone. Takes effect at the next start.</source>
        <translation>Where a proxy shows the chat page, like https://support.example.com. Empty: on this computer alone. Takes effect at the next start.</translation>
    </message>
    <message>
        <source>Trusted proxy</source>
        <translation>Trusted proxy</translation>
    </message>
    <message>
        <source>The address that the proxy connects from, like 127.0.0.1. Limits then count for each visitor. Takes effect at the next start.</source>
        <translation>The address that the proxy connects from, like 127.0.0.1. Limits then count for each visitor. Takes effect at the next start.</translation>
    </message>
    <message>
        <source>Certainty to act at once</source>
        <translation>Certainty to act at once</translation>
    </message>
    <message>
        <source>Below this probability that the customer asks for it, Helmdesk asks before it does anything.</source>
        <translation>Below this probability that the customer asks for it, Helmdesk asks before it does anything.</translation>
    </message>
    <message>
        <source>Certainty to offer</source>
        <translation>Certainty to offer</translation>
    </message>
    <message>
        <source>Below this probability that the customer asks for it, nothing is offered.</source>
        <translation>Below this probability that the customer asks for it, nothing is offered.</translation>
    </message>
    <message>
        <source>Ask before every refund</source>
        <translation>Ask before every refund</translation>
    </message>
    <message>
        <source>The customer is asked first, however clearly the refund was asked for.</source>
        <translation>The customer is asked first, however clearly the refund was asked for.</translation>
    </message>
    <message>
        <source>Time for a yes</source>
        <translation>Time for a yes</translation>
    </message>
    <message>
        <source>How long a yes to Helmdesk&apos;s question still counts.</source>
        <translation>How long a yes to Helmdesk&apos;s question still counts.</translation>
    </message>
    <message>
        <source>Sure answers of this category then leave without a person, and with them the acts that the policy allows, such as refunds below the limit.</source>
        <translation>Sure answers of this category then leave without a person, and with them the acts that the policy allows, such as refunds below the limit.</translation>
    </message>
    <message>
        <source>More money is then paid back without anybody&apos;s approval.</source>
        <translation>More money is then paid back without anybody&apos;s approval.</translation>
    </message>
    <message>
        <source>More answers then leave without a person having seen them.</source>
        <translation>More answers then leave without a person having seen them.</translation>
    </message>
    <message>
        <source>Allowed share of errors</source>
        <translation>Allowed share of errors</translation>
    </message>
    <message>
        <source>Refunds of a customer in a day</source>
        <translation>Refunds of a customer in a day</translation>
    </message>
    <message>
        <source>Refunds within 24 hours that pass this together wait for a person. 0: as for one refund.</source>
        <translation>Refunds within 24 hours that pass this together wait for a person. 0: as for one refund.</translation>
    </message>
    <message>
        <source>Refunds of a customer in a month</source>
        <translation>Refunds of a customer in a month</translation>
    </message>
    <message>
        <source>Refunds within 30 days that pass this together wait for a person. 0: three times as for one refund.</source>
        <translation>Refunds within 30 days that pass this together wait for a person. 0: three times as for one refund.</translation>
    </message>
    <message>
        <source>Refunds of an invoice</source>
        <translation>Refunds of an invoice</translation>
    </message>
    <message>
        <source>After this many a further refund waits for a person.</source>
        <translation>After this many a further refund waits for a person.</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>Exchange rates</translation>
    </message>
    <message>
        <source>For these limits, beside those that ship, such as CHF=0.93: units for one euro.</source>
        <translation>For these limits, beside those that ship, such as CHF=0.93: units for one euro.</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Sender&apos;s name</translation>
    </message>
    <message>
        <source>Who replies by mail come from.</source>
        <translation>Who replies by mail come from.</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Sender&apos;s address</translation>
    </message>
    <message>
        <source>Where replies by mail come from.</source>
        <translation>Where replies by mail come from.</translation>
    </message>
    <message>
        <source>Copy of the record&apos;s progress</source>
        <translation>Copy of the record&apos;s progress</translation>
    </message>
    <message>
        <source>A file, best on another disk or machine. Empty: only in the workspace.</source>
        <translation>A file, best on another disk or machine. Empty: only in the workspace.</translation>
    </message>
    <message>
        <source>Messages as they were written</source>
        <translation>Messages as they were written</translation>
    </message>
    <message>
        <source>How long a message is also kept with the secrets in it that are masked elsewhere. 0: not at all.</source>
        <translation>How long a message is also kept with the secrets in it that are masked elsewhere. 0: not at all.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>How long a reply that a person sent can be taken back, with what it does. Automatic replies in chat leave at once.</source>
        <translation>How long a reply that a person sent can be taken back, with what it does. Automatic replies in chat leave at once.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Language models</translation>
    </message>
    <message>
        <source>Silence that counts as resolved</source>
        <translation>Silence that counts as resolved</translation>
    </message>
    <message>
        <source>Insights count a grounded answer as a resolution when the customer does not come back within this time.</source>
        <translation>Insights count a grounded answer as a resolution when the customer does not come back within this time.</translation>
    </message>
    <message>
        <source>A reply by hand</source>
        <translation>A reply by hand</translation>
    </message>
    <message>
        <source>How long it takes a person; insights reckon the saved time with it.</source>
        <translation>How long it takes a person; insights reckon the saved time with it.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>A reply from a draft</source>
        <translation>A reply from a draft</translation>
    </message>
    <message>
        <source>How long it takes a person to check a draft and send it.</source>
        <translation>How long it takes a person to check a draft and send it.</translation>
    </message>
    <message>
        <source>An hour of work</source>
        <translation>An hour of work</translation>
    </message>
    <message>
        <source>What it costs, for the saved money in the insights.</source>
        <translation>What it costs, for the saved money in the insights.</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>Answers are worded by</source>
        <translation>Answers are worded by</translation>
    </message>
    <message>
        <source>“builtin”, or the name of a model. The page Models has them all.</source>
        <translation>“builtin”, or the name of a model. The page Models has them all.</translation>
    </message>
    <message>
        <source>Second opinion on the category</source>
        <translation>Second opinion on the category</translation>
    </message>
    <message>
        <source>“builtin” for none, or the name of a model. Empty: the model that answers.</source>
        <translation>“builtin” for none, or the name of a model. Empty: the model that answers.</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Second model</translation>
    </message>
    <message>
        <source>Asked where the first one fails, before the built-in engine answers. Empty: none.</source>
        <translation>Asked where the first one fails, before the built-in engine answers. Empty: none.</translation>
    </message>
    <message>
        <source>Budget of a message</source>
        <translation>Budget of a message</translation>
    </message>
    <message>
        <source>What models may cost for one message.</source>
        <translation>What models may cost for one message.</translation>
    </message>
    <message>
        <source>Budget of a conversation</source>
        <translation>Budget of a conversation</translation>
    </message>
    <message>
        <source>What models may cost for one conversation.</source>
        <translation>What models may cost for one conversation.</translation>
    </message>
    <message>
        <source>Budget of a day</source>
        <translation>Budget of a day</translation>
    </message>
    <message>
        <source>What models may cost in a day (UTC). The built-in engine answers when it is spent.</source>
        <translation>What models may cost in a day (UTC). The built-in engine answers when it is spent.</translation>
    </message>
    <message>
        <source>Budget of a month</source>
        <translation>Budget of a month</translation>
    </message>
    <message>
        <source>What models may cost in a month (UTC).</source>
        <translation>What models may cost in a month (UTC).</translation>
    </message>
    <message>
        <source>Confidence for a proposal</source>
        <translation>Confidence for a proposal</translation>
    </message>
    <message>
        <source>Below this only an article that plainly answers the message is proposed.</source>
        <translation>Below this only an article that plainly answers the message is proposed.</translation>
    </message>
    <message>
        <source>Confidence of a plain article</source>
        <translation>Confidence of a plain article</translation>
    </message>
    <message>
        <source>How certain an article must be to answer what nobody can place.</source>
        <translation>How certain an article must be to answer what nobody can place.</translation>
    </message>
    <message>
        <source>Proof of who writes a mail</source>
        <translation>Proof of who writes a mail</translation>
    </message>
    <message>
        <source>What it takes before money moves or an account changes at the wish of a mail.</source>
        <translation>What it takes before money moves or an account changes at the wish of a mail.</translation>
    </message>
    <message>
        <source>Codes by mail</source>
        <translation>Codes by mail</translation>
    </message>
    <message>
        <source>Who writes from the address of an account may prove it by a one-time code that goes to that address. Off: a person finds out.</source>
        <translation>Who writes from the address of an account may prove it by a one-time code that goes to that address. Off: a person finds out.</translation>
    </message>
    <message>
        <source>Answers given again</source>
        <translation>Answers given again</translation>
    </message>
    <message>
        <source>To which questions an earlier answer of a model is given again: none, the same one, or also one that is worded another way. Never one with a customer&apos;s data.</source>
        <translation>To which questions an earlier answer of a model is given again: none, the same one, or also one that is worded another way. Never one with a customer&apos;s data.</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>Answers kept</translation>
    </message>
    <message>
        <source>Those used longest ago go first.</source>
        <translation>Those used longest ago go first.</translation>
    </message>
    <message>
        <source>Age of a kept answer</source>
        <translation>Age of a kept answer</translation>
    </message>
    <message>
        <source>After this the model is asked again.</source>
        <translation>After this the model is asked again.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Health and alarms</source>
        <translation>Health and alarms</translation>
    </message>
    <message>
        <source>Waiting for Helmdesk: warning</source>
        <translation>Waiting for Helmdesk: warning</translation>
    </message>
    <message>
        <source>A message that waits this long for Helmdesk&apos;s answer is a warning on the page Health.</source>
        <translation>A message that waits this long for Helmdesk's answer is a warning on the page Health.</translation>
    </message>
    <message>
        <source>Waiting for Helmdesk: alarm</source>
        <translation>Waiting for Helmdesk: alarm</translation>
    </message>
    <message>
        <source>The same, for an alarm.</source>
        <translation>The same, for an alarm.</translation>
    </message>
    <message>
        <source>Waiting for a person: warning</source>
        <translation>Waiting for a person: warning</translation>
    </message>
    <message>
        <source>So many conversations are a warning.</source>
        <translation>So many conversations are a warning.</translation>
    </message>
    <message>
        <source>Waiting for a person: alarm</source>
        <translation>Waiting for a person: alarm</translation>
    </message>
    <message>
        <source>So many conversations are an alarm.</source>
        <translation>So many conversations are an alarm.</translation>
    </message>
    <message>
        <source>Untouched: warning</source>
        <translation>Untouched: warning</translation>
    </message>
    <message>
        <source>A conversation that waits for a person and is not touched for this long is a warning.</source>
        <translation>A conversation that waits for a person and is not touched for this long is a warning.</translation>
    </message>
    <message>
        <source>Untouched: alarm</source>
        <translation>Untouched: alarm</translation>
    </message>
    <message>
        <source>Failures: warning</source>
        <translation>Failures: warning</translation>
    </message>
    <message>
        <source>Share of messages, replies or calls of a tool that fail.</source>
        <translation>Share of messages, replies or calls of a tool that fail.</translation>
    </message>
    <message>
        <source>Failures: alarm</source>
        <translation>Failures: alarm</translation>
    </message>
    <message>
        <source>Failures: least number</source>
        <translation>Failures: least number</translation>
    </message>
    <message>
        <source>Of fewer messages, replies or calls failures are no more than a notice.</source>
        <translation>Of fewer messages, replies or calls failures are no more than a notice.</translation>
    </message>
    <message>
        <source>Failures: time</source>
        <translation>Failures: time</translation>
    </message>
    <message>
        <source>Within which they are counted.</source>
        <translation>Within which they are counted.</translation>
    </message>
    <message>
        <source>Mailbox out of reach</source>
        <translation>Mailbox out of reach</translation>
    </message>
    <message>
        <source>After this long it is an alarm.</source>
        <translation>After this long it is an alarm.</translation>
    </message>
    <message>
        <source>Spent budget: warning</source>
        <translation>Spent budget: warning</translation>
    </message>
    <message>
        <source>Share of a budget for models that is spent.</source>
        <translation>Share of a budget for models that is spent.</translation>
    </message>
    <message>
        <source>Spent budget: alarm</source>
        <translation>Spent budget: alarm</translation>
    </message>
    <message>
        <source>Free disk: warning</source>
        <translation>Free disk: warning</translation>
    </message>
    <message>
        <source>Less free space than this is a warning.</source>
        <translation>Less free space than this is a warning.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Free disk: alarm</source>
        <translation>Free disk: alarm</translation>
    </message>
    <message>
        <source>Less free space than this is an alarm.</source>
        <translation>Less free space than this is an alarm.</translation>
    </message>
    <message>
        <source>Sudden change: warning</source>
        <translation>Sudden change: warning</translation>
    </message>
    <message>
        <source>Population stability index of the categories or the confidence.</source>
        <translation>Population stability index of the categories or the confidence.</translation>
    </message>
    <message>
        <source>Sudden change: alarm</source>
        <translation>Sudden change: alarm</translation>
    </message>
    <message>
        <source>Sudden change: least number</source>
        <translation>Sudden change: least number</translation>
    </message>
    <message>
        <source>So many messages must there be, now and before, for a change to be judged.</source>
        <translation>So many messages must there be, now and before, for a change to be judged.</translation>
    </message>
    <message>
        <source>Sudden change: time</source>
        <translation>Sudden change: time</translation>
    </message>
    <message>
        <source>The latest messages, which are compared with those of the four weeks before.</source>
        <translation>The latest messages, which are compared with those of the four weeks before.</translation>
    </message>
    <message>
        <source>Always answered</source>
        <translation>Always answered</translation>
    </message>
    <message>
        <source>It is an alarm, and not only a warning, when no program answers the messages.</source>
        <translation>It is an alarm, and not only a warning, when no program answers the messages.</translation>
    </message>
    <message>
        <source>Address for alarms</source>
        <translation>Address for alarms</translation>
    </message>
    <message>
        <source>A mail goes there when an alarm begins and when it is over. Empty: none.</source>
        <translation>A mail goes there when an alarm begins and when it is over. Empty: none.</translation>
    </message>
    <message>
        <source>Mails on alarms in a day</source>
        <translation>Mails on alarms in a day</translation>
    </message>
    <message>
        <source>Alarms beyond this are told in the window alone.</source>
        <translation>Alarms beyond this are told in the window alone.</translation>
    </message>
    <message>
        <source>End of an alarm</source>
        <translation>End of an alarm</translation>
    </message>
    <message>
        <source>It is over after this long without it.</source>
        <translation>It is over after this long without it.</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Route: %1, %2</source>
        <translation>Route: %1, %2</translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation>Decide: %1</translation>
    </message>
    <message>
        <source>Draft and judge</source>
        <translation>Draft and judge</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>Specialist</translation>
    </message>
    <message>
        <source>Understand: %1, sentiment %2</source>
        <translation>Understand: %1, sentiment %2</translation>
    </message>
    <message>
        <source>Wants: %1</source>
        <translation>Wants: %1</translation>
    </message>
    <message>
        <source>%1: waits for a person</source>
        <translation>%1: waits for a person</translation>
    </message>
    <message>
        <source>%1: denied</source>
        <translation>%1: denied</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: failed</translation>
    </message>
    <message>
        <source>A person approved it</source>
        <translation>A person approved it</translation>
    </message>
    <message>
        <source>A person denied it</source>
        <translation>A person denied it</translation>
    </message>
    <message>
        <source>Approved, done: %1</source>
        <extracomment>A step that carried out what a person had approved; %1 is what it did</extracomment>
        <translation>Approved, done: %1</translation>
    </message>
    <message>
        <source>The sender is proven by a code</source>
        <extracomment>A step that looked for the one-time code by which a mail&apos;s sender proves who they are</extracomment>
        <translation>The sender is proven by a code</translation>
    </message>
    <message>
        <source>The sender is not proven</source>
        <translation>The sender is not proven</translation>
    </message>
    <message>
        <source>Code sent to the address on record</source>
        <translation>Code sent to the address on record</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>next: %1 %2</source>
        <translation>next: %1 %2</translation>
    </message>
    <message>
        <source>%1, below the threshold %2</source>
        <translation>%1, below the threshold %2</translation>
    </message>
    <message>
        <source>%1, threshold %2</source>
        <translation>%1, threshold %2</translation>
    </message>
    <message>
        <source>Confidence in the answer</source>
        <translation>Confidence in the answer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why a person is needed</source>
        <translation>Why a person is needed</translation>
    </message>
    <message>
        <source>Why it was not sent</source>
        <translation>Why it was not sent</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Open source %1: %2</source>
        <translation>Open source %1: %2</translation>
    </message>
    <message>
        <source>Confidence in the category</source>
        <translation>Confidence in the category</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Helmdesk has not read this conversation: it is new, or it came from an earlier desk.</source>
        <translation>Helmdesk has not read this conversation: it is new, or it came from an earlier desk.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Billing</source>
        <translation>Billing</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technical</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>For a person</source>
        <translation>For a person</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>Low confidence</translation>
    </message>
    <message>
        <source>Upset customer</source>
        <translation>Upset customer</translation>
    </message>
    <message>
        <source>Complex question</source>
        <translation>Complex question</translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation>Asked for a person</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Needs approval</translation>
    </message>
    <message>
        <source>A tool failed</source>
        <translation>A tool failed</translation>
    </message>
    <message>
        <source>Suspicious text</source>
        <translation>Suspicious text</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Engine failed</source>
        <translation>Engine failed</translation>
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
        <translation>File</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Sent automatically</source>
        <translation>Sent automatically</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalated</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Waiting for the customer</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>waits for a person</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>denied</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Perhaps sent: the channel did not confirm it</source>
        <translation>Perhaps sent: the channel did not confirm it</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Sources agree</source>
        <translation>Sources agree</translation>
    </message>
    <message>
        <source>Every claim backed</source>
        <translation>Every claim backed</translation>
    </message>
    <message>
        <source>Tools succeeded</source>
        <translation>Tools succeeded</translation>
    </message>
    <message>
        <source>Engine&apos;s estimate</source>
        <translation>Engine&apos;s estimate</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Sentiment</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>confidence</comment>
        <translation>Low</translation>
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
        <translation>now</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>This could not be accepted. Your text is kept: %1</source>
        <translation>This could not be accepted. Your text is kept: %1</translation>
    </message>
    <message>
        <source>It is no longer there. Refresh the list and try again.</source>
        <translation>It is no longer there. Refresh the list and try again.</translation>
    </message>
    <message>
        <source>Somebody or something changed it meanwhile. Look at the newest state, then try again.</source>
        <translation>Somebody or something changed it meanwhile. Look at the newest state, then try again.</translation>
    </message>
    <message>
        <source>The policy does not allow this: %1</source>
        <translation>The policy does not allow this: %1</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>It was stopped. Nothing was changed.</translation>
    </message>
    <message>
        <source>Stored data is damaged: %1</source>
        <translation>Stored data is damaged: %1</translation>
    </message>
    <message>
        <source>The data was written by a newer Helmdesk. Update this program.</source>
        <translation>The data was written by a newer Helmdesk. Update this program.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>The disk is full. Free some space, then try again.</translation>
    </message>
    <message>
        <source>It did not work, your text is kept: %1</source>
        <translation>It did not work, your text is kept: %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Shadow draft</source>
        <translation>Shadow draft</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Longest waiting first</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>German</source>
        <translation>German</translation>
    </message>
    <message>
        <source>French</source>
        <translation>French</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italian</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Web chat</translation>
    </message>
    <message>
        <source>Inbox folder</source>
        <translation>Inbox folder</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>today %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>yesterday %1</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>A service could not be reached. Nothing is lost; try again in a moment.</source>
        <translation>A service could not be reached. Nothing is lost; try again in a moment.</translation>
    </message>
    <message>
        <source>It took too long. Nothing is lost; try again in a moment.</source>
        <translation>It took too long. Nothing is lost; try again in a moment.</translation>
    </message>
    <message>
        <source>Refunds above the limit need approval</source>
        <translation>Refunds above the limit need approval</translation>
    </message>
    <message>
        <source>More refunds than allowed for one customer in a day need approval</source>
        <translation>More refunds than allowed for one customer in a day need approval</translation>
    </message>
    <message>
        <source>The customer&apos;s account is not active</source>
        <translation>The customer&apos;s account is not active</translation>
    </message>
    <message>
        <source>This kind of change always needs approval</source>
        <translation>This kind of change always needs approval</translation>
    </message>
    <message>
        <source>Look up the invoice</source>
        <translation>Look up the invoice</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Change the payment method</source>
        <translation>Change the payment method</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Reset the password</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>Change the account</translation>
    </message>
    <message>
        <source>Search the articles</source>
        <translation>Search the articles</translation>
    </message>
    <message>
        <source>Open a ticket</source>
        <translation>Open a ticket</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <extracomment>Somebody in the web chat who gave no name; %1 are four letters or digits</extracomment>
        <translation>Unknown sender</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Visitor %1</translation>
    </message>
    <message>
        <source>%1 approved: %2</source>
        <translation>%1 approved: %2</translation>
    </message>
    <message>
        <source>%1 denied: %2</source>
        <translation>%1 denied: %2</translation>
    </message>
    <message>
        <source>%1 denied: %2 – “%3”</source>
        <extracomment>Who, what, and in quotation marks that person&apos;s reason</extracomment>
        <translation>%1 denied: %2 – “%3”</translation>
    </message>
    <message>
        <source>Nobody decided in time: %1</source>
        <translation>Nobody decided in time: %1</translation>
    </message>
    <message>
        <source>Withdrawn, not done: %1</source>
        <translation>Withdrawn, not done: %1</translation>
    </message>
    <message numerus="yes">
        <source>Do %Ln things and send</source>
        <translation>
            <numerusform>Do %Ln thing and send</numerusform>
            <numerusform>Do %Ln things and send</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund %1 and send</source>
        <translation>Refund %1 and send</translation>
    </message>
    <message>
        <source>Refund and send</source>
        <translation>Refund and send</translation>
    </message>
    <message>
        <source>Reset the password and send</source>
        <translation>Reset the password and send</translation>
    </message>
    <message>
        <source>Change the payment method and send</source>
        <translation>Change the payment method and send</translation>
    </message>
    <message>
        <source>Change the account and send</source>
        <translation>Change the account and send</translation>
    </message>
    <message>
        <source>Do this and send</source>
        <translation>Do this and send</translation>
    </message>
    <message>
        <source>Rule “%1”</source>
        <translation>Rule “%1”</translation>
    </message>
    <message>
        <source>Urgent first, then longest waiting</source>
        <translation>Urgent first, then longest waiting</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <extracomment>How sure Helmdesk is of its draft: &quot;93 % sure&quot;</extracomment>
        <translation>%1 sure</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A figure of a hundred</extracomment>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Denied</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Promised for %1, due</source>
        <extracomment>What was promised to a customer; the moment follows</extracomment>
        <translation>Promised for %1, due</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>Promised for %1</translation>
    </message>
    <message>
        <source>%1 withdrew it, not done: %2</source>
        <translation>%1 withdrew it, not done: %2</translation>
    </message>
    <message>
        <source>The rules cannot be read, so nothing is changed</source>
        <translation>The rules cannot be read, so nothing is changed</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>Mailbox %1</translation>
    </message>
    <message>
        <source>The mail system vouches for them</source>
        <translation>The mail system vouches for them</translation>
    </message>
    <message>
        <source>A code came back, too</source>
        <translation>A code came back, too</translation>
    </message>
    <message>
        <source>Reminder for %1, due</source>
        <extracomment>A reminder of the operator&apos;s own; the moment follows</extracomment>
        <translation>Reminder for %1, due</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Reminder for %1</translation>
    </message>
    <message>
        <source>The same question</source>
        <translation>The same question</translation>
    </message>
    <message>
        <source>Also worded another way</source>
        <translation>Also worded another way</translation>
    </message>
</context>
</TS>
