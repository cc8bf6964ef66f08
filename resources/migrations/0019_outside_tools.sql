-- Tools of outside systems. No secret stands here: those lie in the keychain. A tool acts only while `consented`
-- is the digest of its definition.
CREATE TABLE outside_tools (
    name TEXT PRIMARY KEY,
    server TEXT NOT NULL DEFAULT '',
    definition TEXT NOT NULL,
    digest TEXT NOT NULL,
    consented TEXT NOT NULL DEFAULT '',
    needs_approval INTEGER NOT NULL DEFAULT 1,
    author TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
-- next
CREATE TABLE mcp_servers (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    author TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
-- next
-- What came back after nobody waited for it any more.
CREATE TABLE late_results (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    tool TEXT NOT NULL,
    key TEXT NOT NULL,
    outcome TEXT NOT NULL,
    result TEXT NOT NULL
) STRICT
-- next
CREATE INDEX late_results_key ON late_results (key)
