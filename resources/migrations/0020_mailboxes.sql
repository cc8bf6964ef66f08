-- The team's own mailboxes. No password stands here: those lie in the keychain.
CREATE TABLE mailboxes (
    name TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    author TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
-- next
CREATE TABLE mailbox_revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    number INTEGER NOT NULL
) STRICT
-- next
INSERT INTO mailbox_revision (only_row, number) VALUES (1, 0)
-- next
-- How far each folder was taken in. A UID means something only with its UIDVALIDITY.
CREATE TABLE mailbox_folders (
    mailbox TEXT NOT NULL REFERENCES mailboxes (name) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    last_uid INTEGER NOT NULL,
    backlog_until INTEGER NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (mailbox, folder)
) STRICT
-- next
-- Each mail that was dealt with: the message that it became, or why it was put aside.
CREATE TABLE mailbox_mails (
    id INTEGER PRIMARY KEY,
    mailbox TEXT NOT NULL REFERENCES mailboxes (name) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    message INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    aside TEXT NOT NULL DEFAULT '',
    bytes INTEGER NOT NULL DEFAULT 0,
    was_there INTEGER NOT NULL DEFAULT 0,
    is_told INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    UNIQUE (mailbox, folder, uid_validity, uid)
) STRICT
-- next
CREATE INDEX mailbox_mails_message ON mailbox_mails (message)
-- next
CREATE TABLE mailbox_states (
    mailbox TEXT PRIMARY KEY REFERENCES mailboxes (name) ON DELETE CASCADE,
    condition TEXT NOT NULL,
    last_poll TEXT NOT NULL DEFAULT '',
    last_error TEXT NOT NULL DEFAULT '',
    on_server INTEGER NOT NULL DEFAULT 0,
    taken INTEGER NOT NULL DEFAULT 0,
    again INTEGER NOT NULL DEFAULT 0,
    aside INTEGER NOT NULL DEFAULT 0
) STRICT
