-- When a mailbox that waits tries again, and how often somebody asked for that to be now.
ALTER TABLE mailbox_states ADD COLUMN retry_at TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE mailbox_states ADD COLUMN asked INTEGER NOT NULL DEFAULT 0
