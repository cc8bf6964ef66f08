-- Several settings under one name with what they would have done, and what became of each. A removed one keeps its
-- events.
CREATE TABLE proposals (
    name TEXT PRIMARY KEY NOT NULL COLLATE NOCASE,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    made TEXT NOT NULL,
    settings TEXT NOT NULL, -- name to value
    figures TEXT NOT NULL   -- of the replay when it was made
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE proposal_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE,
    act TEXT NOT NULL CHECK (act IN ('saved', 'applied', 'rolled_back', 'removed')),
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    before TEXT NOT NULL DEFAULT '{}', -- the settings that it changed, as they were
    after TEXT NOT NULL DEFAULT '{}'
) STRICT
-- next
CREATE INDEX proposal_events_name ON proposal_events (name, id)
