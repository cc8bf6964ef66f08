-- What a person said of a contribution, and the versions of the router's model.
ALTER TABLE training_examples ADD COLUMN review TEXT NOT NULL DEFAULT 'open'
    CHECK (review IN ('open', 'accepted', 'excluded'))
-- next
ALTER TABLE training_examples ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE training_examples ADD COLUMN verdict INTEGER REFERENCES verdicts (id) ON DELETE SET NULL
-- next
CREATE TABLE router_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    parent INTEGER REFERENCES router_versions (id),
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    base TEXT NOT NULL,
    last_example INTEGER NOT NULL DEFAULT 0,
    examples INTEGER NOT NULL DEFAULT 0,
    report TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'former', 'declined')),
    author TEXT NOT NULL DEFAULT ''
) STRICT
-- next
CREATE UNIQUE INDEX router_versions_active ON router_versions (state) WHERE state = 'active'
