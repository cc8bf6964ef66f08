-- Whom each message acts for, what tells it from another one of the same id, and when it came in.
ALTER TABLE messages ADD COLUMN customer TEXT
-- next
ALTER TABLE messages ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE messages ADD COLUMN arrived TEXT NOT NULL DEFAULT ''
-- next
UPDATE messages SET customer = (SELECT c.customer FROM conversations c WHERE c.id = messages.conversation)
    WHERE author = 'customer'
-- next
UPDATE messages SET arrived = at
-- next
DROP INDEX messages_external
-- next
CREATE UNIQUE INDEX messages_external ON messages (channel, external_id, fingerprint)
    WHERE external_id IS NOT NULL
-- next
-- Messages whose answer failed, and when it is tried again.
CREATE TABLE failed_answers (
    message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    attempts INTEGER NOT NULL,
    next_try TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT
-- next
CREATE TRIGGER failed_answers_answered AFTER INSERT ON outcomes BEGIN
    DELETE FROM failed_answers WHERE message = new.message;
END
-- next
ALTER TABLE waiting_messages ADD COLUMN conversation INTEGER NOT NULL DEFAULT 0
-- next
UPDATE waiting_messages SET conversation = (SELECT m.conversation FROM messages m WHERE m.id = message)
-- next
CREATE INDEX waiting_messages_conversation ON waiting_messages (conversation)
-- next
DROP TRIGGER waiting_messages_arrived
-- next
CREATE TRIGGER waiting_messages_arrived AFTER INSERT ON messages WHEN new.author = 'customer' BEGIN
    INSERT INTO waiting_messages (message, conversation) VALUES (new.id, new.conversation);
END
