-- What a run keeps for being decided again under other settings: what it knew before it was routed, and each way
-- that its routing takes, with what the specialist came to there. docs/tuning.md has the meaning.
CREATE TABLE kept_runs (
    run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    message INTEGER NOT NULL UNIQUE REFERENCES messages (id) ON DELETE CASCADE, -- its first run counts
    silent INTEGER NOT NULL,
    always_escalates INTEGER NOT NULL,
    person_required INTEGER NOT NULL,
    sentiment REAL NOT NULL,
    words INTEGER NOT NULL,
    questions INTEGER NOT NULL
) STRICT
-- next
-- For routing thresholds above "above" and up to "up_to". Of an article that settles the path before: support is not 0.
CREATE TABLE kept_paths (
    run INTEGER NOT NULL REFERENCES kept_runs (run) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    above REAL NOT NULL,
    up_to REAL NOT NULL,
    support REAL NOT NULL,
    confidence REAL NOT NULL,
    answer REAL, -- NULL: not worded
    guess REAL,
    categories INTEGER NOT NULL, -- a bit each
    told INTEGER NOT NULL,
    unanswerable INTEGER NOT NULL,
    escalates INTEGER NOT NULL,
    repeats_guess INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    acts INTEGER NOT NULL CHECK (acts IN (0, 1, 2)), -- none, carried out, unclear
    PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID
