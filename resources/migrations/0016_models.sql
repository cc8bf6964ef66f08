-- Language models, and what each of their calls cost. No key stands here: those lie in the keychain.
CREATE TABLE models (
    name TEXT PRIMARY KEY,
    profile TEXT NOT NULL,
    author TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
-- next
-- Money in thousand-millionths of a dollar. A call that was reserved and never settled counts as reserved.
CREATE TABLE model_calls (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    model TEXT NOT NULL,
    stage TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    conversation INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
    run INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    budget_nano INTEGER NOT NULL,
    cost_nano INTEGER,
    tokens_in INTEGER NOT NULL DEFAULT 0,
    tokens_cached INTEGER NOT NULL DEFAULT 0,
    tokens_out INTEGER NOT NULL DEFAULT 0,
    tokens_reasoning INTEGER NOT NULL DEFAULT 0,
    is_estimated INTEGER NOT NULL DEFAULT 0,
    ms INTEGER NOT NULL DEFAULT 0,
    fault TEXT NOT NULL DEFAULT ''
) STRICT
-- next
CREATE INDEX model_calls_day ON model_calls (day)
-- next
CREATE INDEX model_calls_run ON model_calls (run)
-- next
CREATE INDEX model_calls_conversation ON model_calls (conversation)
