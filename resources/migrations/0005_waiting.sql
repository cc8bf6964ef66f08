-- What is asked again and again of a large workspace: who still waits for an answer, and the views that show
-- few conversations out of many.
CREATE TABLE waiting_messages (
    message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE
) STRICT
-- next
INSERT INTO waiting_messages (message)
    SELECT m.id FROM messages m
    WHERE m.author = 'customer'
    AND NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.message = m.id)
    AND NOT EXISTS (SELECT 1 FROM messages l
                    WHERE l.conversation = m.conversation AND l.id > m.id AND l.author IN ('agent', 'operator'))
-- next
CREATE TRIGGER waiting_messages_arrived AFTER INSERT ON messages WHEN new.author = 'customer' BEGIN
    INSERT INTO waiting_messages (message) VALUES (new.id);
END
-- next
CREATE TRIGGER waiting_messages_replied AFTER INSERT ON messages WHEN new.author IN ('agent', 'operator') BEGIN
    DELETE FROM waiting_messages WHERE message IN (
        SELECT id FROM messages WHERE conversation = new.conversation AND id < new.id);
END
-- next
CREATE TRIGGER waiting_messages_answered AFTER INSERT ON outcomes BEGIN
    DELETE FROM waiting_messages WHERE message = new.message;
END
-- next
CREATE INDEX conversations_approvals ON conversations (priority, updated, id) WHERE pending_approvals > 0
-- next
CREATE INDEX conversations_approvals_updated ON conversations (updated, id) WHERE pending_approvals > 0
-- next
CREATE INDEX outbox_external ON outbox (channel, external_id) WHERE external_id IS NOT NULL
