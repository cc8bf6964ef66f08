-- Alarms from their beginning to their end, so that no restart tells one again, and mails that belong to no
-- conversation but leave by a mailbox.

CREATE TABLE alarms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL, -- of the finding
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    since TEXT NOT NULL,
    quiet_since TEXT NOT NULL DEFAULT '', -- empty: the finding is an alarm
    until TEXT NOT NULL DEFAULT '', -- empty: it stands
    is_mailed INTEGER NOT NULL DEFAULT 0
) STRICT
-- next
CREATE UNIQUE INDEX alarms_standing ON alarms (key) WHERE until = ''
-- next
CREATE INDEX alarms_since ON alarms (since)
-- next
ALTER TABLE outbox ADD COLUMN account TEXT NOT NULL DEFAULT ''
-- next
-- The mix of the outcomes of weeks is counted again and again: from this index alone.
CREATE INDEX outcomes_mix ON outcomes (at, category, confidence)
