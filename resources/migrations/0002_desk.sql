-- What the console keeps beside the conversations, and the index of the view of one's own conversations.
CREATE TABLE unsent_texts (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
-- next
CREATE INDEX conversations_assignee ON conversations (assignee, priority, updated, id) WHERE assignee <> ''
-- next
CREATE INDEX outbox_sent ON outbox (sent) WHERE state = 'sent'
