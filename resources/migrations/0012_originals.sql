-- Messages as they were written, secrets included, for as long as the supervisor allows.
CREATE TABLE message_originals (
    message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    kept TEXT NOT NULL,
    expires TEXT NOT NULL
) STRICT
-- next
CREATE INDEX message_originals_expires ON message_originals (expires)
