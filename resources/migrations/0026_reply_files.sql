-- What goes with a reply beside its words: the files, stored once from when they are attached until the reply is
-- erased, and who gets copies. Without an outbox row they are those of the reply that is being written.
CREATE TABLE reply_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    outbox INTEGER REFERENCES outbox (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0, -- in the reply that it went with
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    added TEXT NOT NULL
) STRICT
-- next
CREATE INDEX reply_files_conversation ON reply_files (conversation)
-- next
CREATE INDEX reply_files_outbox ON reply_files (outbox)
-- next
CREATE TABLE begun_copies (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    copies TEXT NOT NULL
) STRICT
-- next
ALTER TABLE outbox ADD COLUMN files TEXT NOT NULL DEFAULT '[]'
-- next
ALTER TABLE outbox ADD COLUMN copies TEXT NOT NULL DEFAULT '{}'
