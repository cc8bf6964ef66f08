-- Helmdesk workspace, version 1. Statements are parted by marker lines; see src/store/Migrations.h.
-- Times are UTC ISO 8601 text, dates YYYY-MM-DD, money is in minor units, truth values are 0 and 1.

-- The sandbox business backend. It mirrors outside systems, so its rows refer to each other by id only.
CREATE TABLE customers (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT,
    email TEXT,
    plan TEXT NOT NULL DEFAULT 'starter' CHECK (plan IN ('free', 'starter', 'pro', 'business')),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'closed')),
    joined TEXT,
    phone TEXT,
    company TEXT,
    address TEXT,
    language TEXT NOT NULL DEFAULT 'en'
) STRICT
-- next
CREATE INDEX customers_email ON customers (email COLLATE NOCASE)
-- next
CREATE TABLE subscriptions (
    id TEXT PRIMARY KEY NOT NULL,
    customer TEXT,
    plan TEXT,
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'past_due', 'cancelled')),
    period_end TEXT,
    price_minor INTEGER,
    currency TEXT,
    cancel_at_period_end INTEGER NOT NULL DEFAULT 0 CHECK (cancel_at_period_end IN (0, 1))
) STRICT
-- next
CREATE INDEX subscriptions_customer ON subscriptions (customer)
-- next
CREATE TABLE invoices (
    id TEXT PRIMARY KEY NOT NULL,
    customer TEXT,
    issued TEXT,
    due TEXT,
    amount_minor INTEGER NOT NULL DEFAULT 0,
    currency TEXT NOT NULL DEFAULT 'USD',
    status TEXT NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'paid', 'overdue', 'void', 'refunded', 'partially_refunded')),
    description TEXT,
    refunded_minor INTEGER NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND max(amount_minor, 0))
) STRICT
-- next
CREATE INDEX invoices_customer ON invoices (customer, issued)
-- next
CREATE TABLE refunds (
    id TEXT PRIMARY KEY NOT NULL,
    invoice TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency TEXT,
    status TEXT NOT NULL DEFAULT 'succeeded' CHECK (status IN ('succeeded', 'failed')),
    reason TEXT
) STRICT
-- next
CREATE INDEX refunds_invoice ON refunds (invoice)
-- next
CREATE TABLE payment_methods (
    id TEXT PRIMARY KEY NOT NULL,
    customer TEXT,
    kind TEXT NOT NULL DEFAULT 'card' CHECK (kind IN ('card', 'sepa')),
    brand TEXT,
    last4 TEXT,
    expires TEXT,
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1))
) STRICT
-- next
CREATE INDEX payment_methods_customer ON payment_methods (customer)
-- next
CREATE TABLE password_resets (
    id TEXT PRIMARY KEY NOT NULL,
    customer TEXT,
    token_hash TEXT,
    created TEXT,
    expires TEXT,
    used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
) STRICT
-- next
CREATE INDEX password_resets_customer ON password_resets (customer, created)
-- next
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    key TEXT,
    customer TEXT,
    sender_address TEXT NOT NULL DEFAULT '',
    sender_name TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'waiting', 'taken_over', 'resolved')),
    assignee TEXT NOT NULL DEFAULT '',
    category TEXT,
    language TEXT NOT NULL DEFAULT 'en',
    memory TEXT NOT NULL DEFAULT '{}',
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    -- The row of the queue, kept with each change so that listing reads one index.
    priority INTEGER NOT NULL DEFAULT 1 CHECK (priority BETWEEN 0 AND 3),
    decision TEXT,
    intent TEXT NOT NULL DEFAULT '',
    confidence REAL NOT NULL DEFAULT 0,
    reasons TEXT NOT NULL DEFAULT '[]',
    shadow INTEGER NOT NULL DEFAULT 0,
    attention INTEGER NOT NULL DEFAULT 0,
    has_draft INTEGER NOT NULL DEFAULT 0,
    pending_approvals INTEGER NOT NULL DEFAULT 0,
    ticket INTEGER,
    snippet TEXT NOT NULL DEFAULT '',
    last_author TEXT NOT NULL DEFAULT 'customer',
    message_count INTEGER NOT NULL DEFAULT 0
) STRICT
-- next
CREATE UNIQUE INDEX conversations_key ON conversations (channel, key) WHERE key IS NOT NULL
-- next
CREATE INDEX conversations_customer ON conversations (customer, updated) WHERE customer IS NOT NULL
-- next
CREATE INDEX conversations_sender ON conversations (sender_address COLLATE NOCASE, updated)
    WHERE sender_address <> ''
-- next
CREATE INDEX conversations_updated ON conversations (updated, id)
-- next
CREATE INDEX conversations_priority ON conversations (priority, updated, id)
-- next
CREATE INDEX conversations_attention ON conversations (priority, updated, id) WHERE attention = 1
-- next
CREATE INDEX conversations_attention_updated ON conversations (updated, id) WHERE attention = 1
-- next
CREATE INDEX conversations_status ON conversations (status, updated, id)
-- next
CREATE INDEX conversations_counts ON conversations (status, category, decision, attention)
-- next
CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    full_text TEXT, -- where it differs from text
    subject TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    operator_name TEXT NOT NULL DEFAULT '',
    sender TEXT NOT NULL DEFAULT '', -- name and address, for the search
    attachments TEXT NOT NULL DEFAULT '[]',
    is_automatic INTEGER NOT NULL DEFAULT 0, -- an auto-reply, bounce or list mail
    at TEXT NOT NULL
) STRICT
-- next
CREATE INDEX messages_conversation ON messages (conversation, id)
-- next
CREATE UNIQUE INDEX messages_external ON messages (channel, external_id) WHERE external_id IS NOT NULL
-- next
CREATE VIRTUAL TABLE messages_fts USING fts5(
    text, subject, sender, content = 'messages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')
-- next
CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages BEGIN
    INSERT INTO messages_fts (rowid, text, subject, sender) VALUES (new.id, new.text, new.subject, new.sender);
END
-- next
CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages BEGIN
    INSERT INTO messages_fts (messages_fts, rowid, text, subject, sender)
    VALUES ('delete', old.id, old.text, old.subject, old.sender);
END
-- next
CREATE TRIGGER messages_fts_update AFTER UPDATE OF text, subject, sender ON messages BEGIN
    INSERT INTO messages_fts (messages_fts, rowid, text, subject, sender)
    VALUES ('delete', old.id, old.text, old.subject, old.sender);
    INSERT INTO messages_fts (rowid, text, subject, sender) VALUES (new.id, new.text, new.subject, new.sender);
END
-- next
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'running'
        CHECK (state IN ('running', 'awaiting_approval', 'finished', 'cancelled', 'failed')),
    started TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
-- next
CREATE UNIQUE INDEX runs_live ON runs (message) WHERE state IN ('running', 'awaiting_approval')
-- next
CREATE INDEX runs_running ON runs (id) WHERE state = 'running'
-- next
CREATE INDEX runs_conversation ON runs (conversation, id)
-- next
CREATE INDEX runs_message ON runs (message)
-- next
-- One b-tree that only grows at its end, since a step is written while somebody waits for the answer.
CREATE TABLE steps (
    id INTEGER PRIMARY KEY, -- run * 4096 + seq
    run INTEGER NOT NULL,
    seq INTEGER NOT NULL CHECK (seq BETWEEN 0 AND 4095),
    name TEXT NOT NULL,
    input TEXT NOT NULL,
    output TEXT NOT NULL,
    started TEXT NOT NULL,
    micros INTEGER NOT NULL,
    CHECK (id = run * 4096 + seq)
) STRICT
-- next
CREATE TRIGGER steps_delete AFTER DELETE ON runs BEGIN
    DELETE FROM steps WHERE id BETWEEN old.id * 4096 AND old.id * 4096 + 4095;
END
-- next
CREATE TABLE outcomes (
    message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    intent TEXT NOT NULL,
    confidence REAL NOT NULL,
    decision TEXT NOT NULL,
    shadow INTEGER NOT NULL,
    priority TEXT NOT NULL,
    engine TEXT NOT NULL,
    degraded TEXT NOT NULL,
    ticket INTEGER,
    document TEXT NOT NULL, -- the whole outcome as JSON
    revision INTEGER NOT NULL DEFAULT 1,
    at TEXT NOT NULL
) STRICT
-- next
CREATE INDEX outcomes_conversation ON outcomes (conversation, message)
-- next
CREATE INDEX outcomes_at ON outcomes (at)
-- next
CREATE INDEX outcomes_run ON outcomes (run)
-- next
CREATE TABLE tool_calls (
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    args TEXT NOT NULL,
    status TEXT NOT NULL,
    result TEXT NOT NULL,
    key TEXT,
    failure TEXT,
    micros INTEGER NOT NULL,
    PRIMARY KEY (message, seq)
) STRICT, WITHOUT ROWID
-- next
-- The effect ledger: a row is written before the effect is tried.
CREATE TABLE effects (
    key TEXT PRIMARY KEY NOT NULL,
    tool TEXT NOT NULL,
    customer TEXT,
    conversation INTEGER,
    run INTEGER,
    args TEXT NOT NULL DEFAULT '{}',
    digest TEXT NOT NULL DEFAULT '',
    amount_minor INTEGER NOT NULL DEFAULT 0,
    currency TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'started' CHECK (state IN ('started', 'done', 'failed', 'unknown')),
    attempts INTEGER NOT NULL DEFAULT 1,
    result TEXT NOT NULL DEFAULT 'null',
    failure TEXT NOT NULL DEFAULT '',
    approved_by TEXT NOT NULL DEFAULT '',
    started TEXT NOT NULL DEFAULT '',
    finished TEXT
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX effects_day ON effects (customer, day, tool)
-- next
CREATE TABLE approvals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call_key TEXT NOT NULL UNIQUE,
    conversation INTEGER REFERENCES conversations (id) ON DELETE CASCADE,
    message INTEGER,
    run INTEGER,
    tool TEXT NOT NULL,
    args TEXT NOT NULL,
    digest TEXT NOT NULL,
    amount_minor INTEGER,
    currency TEXT,
    customer TEXT NOT NULL DEFAULT '',
    preview TEXT NOT NULL DEFAULT '',
    for_mode INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'approved', 'denied', 'expired', 'voided')),
    created TEXT NOT NULL,
    expires TEXT NOT NULL,
    decided_by TEXT NOT NULL DEFAULT '',
    decided TEXT,
    reason TEXT NOT NULL DEFAULT '',
    settled INTEGER NOT NULL DEFAULT 0
) STRICT
-- next
CREATE INDEX approvals_conversation ON approvals (conversation, id)
-- next
CREATE INDEX approvals_run ON approvals (run)
-- next
CREATE INDEX approvals_pending ON approvals (id) WHERE state = 'pending'
-- next
CREATE INDEX approvals_unsettled ON approvals (id)
    WHERE settled = 0 AND state IN ('approved', 'denied', 'expired')
-- next
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer TEXT,
    category TEXT NOT NULL DEFAULT 'general',
    subject TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'pending', 'solved')),
    priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
    created TEXT,
    conversation INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
    summary TEXT NOT NULL DEFAULT '',
    reasons TEXT NOT NULL DEFAULT '[]',
    key TEXT UNIQUE
) STRICT
-- next
CREATE INDEX tickets_customer ON tickets (customer, created)
-- next
CREATE INDEX tickets_open ON tickets (status, created) WHERE status <> 'solved'
-- next
CREATE INDEX tickets_conversation ON tickets (conversation)
-- next
CREATE TABLE notifications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER REFERENCES conversations (id) ON DELETE CASCADE,
    ticket INTEGER UNIQUE REFERENCES tickets (id) ON DELETE CASCADE,
    priority TEXT NOT NULL DEFAULT 'normal',
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0
) STRICT
-- next
CREATE INDEX notifications_unseen ON notifications (id) WHERE seen = 0
-- next
CREATE INDEX notifications_conversation ON notifications (conversation)
-- next
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    conversation INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
    in_reply_to INTEGER,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
    approved_by TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL,
    due TEXT NOT NULL,
    sent TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    failure TEXT NOT NULL DEFAULT '',
    external_id TEXT NOT NULL DEFAULT ''
) STRICT
-- next
CREATE INDEX outbox_due ON outbox (due, id) WHERE state = 'queued'
-- next
CREATE INDEX outbox_state ON outbox (state, id)
-- next
CREATE INDEX outbox_conversation ON outbox (conversation, id)
-- next
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    run INTEGER,
    text TEXT NOT NULL,
    edited_text TEXT,
    final_text TEXT,
    citations TEXT NOT NULL DEFAULT '[]',
    category TEXT NOT NULL,
    intent TEXT NOT NULL DEFAULT '',
    confidence REAL NOT NULL DEFAULT 0,
    shadow INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'current'
        CHECK (state IN ('current', 'sent_unchanged', 'edited', 'rejected', 'superseded', 'discarded')),
    decided_by TEXT NOT NULL DEFAULT '',
    decided TEXT,
    reason TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
) STRICT
-- next
CREATE UNIQUE INDEX drafts_current ON drafts (conversation) WHERE state = 'current'
-- next
CREATE INDEX drafts_conversation ON drafts (conversation, id)
-- next
CREATE INDEX drafts_message ON drafts (message)
-- next
CREATE INDEX drafts_judged ON drafts (decided) WHERE state IN ('sent_unchanged', 'edited', 'rejected')
-- next
CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    url TEXT NOT NULL DEFAULT '',
    updated TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    content_hash BLOB NOT NULL,
    vectors BLOB NOT NULL
) STRICT
-- next
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    heading TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '', -- of the document, for the search
    UNIQUE (document, position)
) STRICT
-- next
CREATE TABLE vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    data BLOB NOT NULL -- see knowledge/VectorBlob.h
) STRICT
-- next
CREATE VIRTUAL TABLE passages_fts USING fts5(
    title, heading, text, content = 'passages', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2')
-- next
CREATE TRIGGER passages_fts_insert AFTER INSERT ON passages BEGIN
    INSERT INTO passages_fts (rowid, title, heading, text) VALUES (new.id, new.title, new.heading, new.text);
END
-- next
CREATE TRIGGER passages_fts_delete AFTER DELETE ON passages BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, title, heading, text)
    VALUES ('delete', old.id, old.title, old.heading, old.text);
END
-- next
CREATE TABLE playbooks (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    document TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    author TEXT NOT NULL DEFAULT '',
    updated TEXT NOT NULL
) STRICT
-- next
CREATE TABLE training_examples (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    category TEXT NOT NULL,
    intent TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL,
    message INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    author TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    UNIQUE (text, origin)
) STRICT
-- next
CREATE INDEX training_examples_message ON training_examples (message)
-- next
CREATE TABLE verdicts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    conversation INTEGER REFERENCES conversations (id) ON DELETE CASCADE,
    message INTEGER,
    draft INTEGER,
    before TEXT NOT NULL DEFAULT '',
    after TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    confidence REAL NOT NULL DEFAULT 0,
    author TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT
-- next
CREATE INDEX verdicts_at ON verdicts (at)
-- next
CREATE INDEX verdicts_conversation ON verdicts (conversation)
-- next
CREATE TABLE settings (
    name TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT 'workspace',
    value TEXT NOT NULL,
    author TEXT NOT NULL,
    updated TEXT NOT NULL,
    PRIMARY KEY (name, scope)
) STRICT, WITHOUT ROWID
-- next
-- Append only; each record holds the hash of the one before.
CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT
-- next
CREATE TABLE snippets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    category TEXT,
    language TEXT NOT NULL DEFAULT 'en',
    body TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT '',
    updated TEXT NOT NULL
) STRICT
-- next
CREATE TABLE saved_views (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    filter TEXT NOT NULL DEFAULT '{}',
    sort TEXT NOT NULL DEFAULT 'priority',
    position INTEGER NOT NULL DEFAULT 0
) STRICT
