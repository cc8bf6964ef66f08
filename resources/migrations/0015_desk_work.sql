-- What an operator works with: copies and forwarded senders of mails, bytes of attachments, customers linked by
-- hand, promises that come back, articles that were begun.
ALTER TABLE messages ADD COLUMN cc TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE messages ADD COLUMN forwarded_from TEXT NOT NULL DEFAULT ''
-- next
CREATE TABLE attachment_bytes (
    id INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (message, position)
) STRICT
-- next
ALTER TABLE conversations ADD COLUMN linked_customer TEXT
-- next
ALTER TABLE conversations ADD COLUMN linked_by TEXT NOT NULL DEFAULT ''
-- next
CREATE INDEX conversations_linked ON conversations (linked_customer) WHERE linked_customer IS NOT NULL
-- next
ALTER TABLE conversations ADD COLUMN due TEXT
-- next
ALTER TABLE conversations ADD COLUMN promise TEXT NOT NULL DEFAULT ''
-- next
CREATE INDEX conversations_due ON conversations (due) WHERE due IS NOT NULL
-- next
CREATE TABLE article_drafts (
    article TEXT PRIMARY KEY NOT NULL, -- empty: a new one
    document TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
