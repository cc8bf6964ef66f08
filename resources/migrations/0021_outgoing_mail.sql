-- What leaves by the team's own mailboxes: by which a conversation came, what a reply needs to know of the mail
-- that it answers, how far each mail has come, and the drafts that lie in a mailbox.
CREATE TABLE mail_conversations (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    account TEXT NOT NULL
) STRICT
-- next
CREATE INDEX mail_conversations_account ON mail_conversations (account)
-- next
CREATE TABLE mail_heads (
    message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    head TEXT NOT NULL
) STRICT
-- next
CREATE TABLE outgoing_mails (
    outbox INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
    account TEXT NOT NULL,
    message_id TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('begun', 'ending', 'accepted', 'copied', 'unsure', 'returned')),
    detail TEXT NOT NULL DEFAULT '',
    updated TEXT NOT NULL
) STRICT
-- next
CREATE INDEX outgoing_mails_id ON outgoing_mails (message_id)
-- next
CREATE TABLE mailbox_drafts (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    account TEXT NOT NULL,
    message_id TEXT NOT NULL,
    outbox INTEGER REFERENCES outbox (id) ON DELETE SET NULL,
    updated TEXT NOT NULL
) STRICT
