-- Answers of language models that may be given again, under what decides about them. Money in thousand-millionths
-- of a dollar.
CREATE TABLE kept_answers (
    id INTEGER PRIMARY KEY,
    audience TEXT NOT NULL,
    question TEXT NOT NULL,
    form TEXT NOT NULL,
    intent TEXT NOT NULL,
    vector BLOB NOT NULL,
    text TEXT NOT NULL,
    citations TEXT NOT NULL,
    engine TEXT NOT NULL,
    cost_nano INTEGER,
    conversation INTEGER REFERENCES conversations (id) ON DELETE CASCADE,
    message INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    used TEXT NOT NULL,
    UNIQUE (audience, question)
) STRICT
-- next
CREATE INDEX kept_answers_form ON kept_answers (audience, form) WHERE form <> ''
-- next
CREATE INDEX kept_answers_used ON kept_answers (used)
-- next
CREATE INDEX kept_answers_conversation ON kept_answers (conversation)
-- next
CREATE INDEX kept_answers_message ON kept_answers (message)
-- next
-- The articles that an answer cites, as they were then.
CREATE TABLE kept_answer_articles (
    answer INTEGER NOT NULL REFERENCES kept_answers (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    version BLOB NOT NULL,
    PRIMARY KEY (answer, document)
) STRICT, WITHOUT ROWID
-- next
-- What was served, also after the answer is forgotten.
CREATE TABLE served_answers (
    id INTEGER PRIMARY KEY,
    answer INTEGER REFERENCES kept_answers (id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    category TEXT NOT NULL,
    is_similar INTEGER NOT NULL,
    saved_nano INTEGER,
    conversation INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
    message INTEGER REFERENCES messages (id) ON DELETE SET NULL
) STRICT
-- next
CREATE INDEX served_answers_answer ON served_answers (answer)
-- next
CREATE INDEX served_answers_day ON served_answers (day)
-- next
CREATE INDEX served_answers_conversation ON served_answers (conversation)
-- next
CREATE INDEX served_answers_message ON served_answers (message)
-- next
-- A model's words for the person who takes a conversation over; they hold as long as it stands as `basis` says.
CREATE TABLE handoff_words (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    basis TEXT NOT NULL,
    words TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT
-- next
-- What models are told before their work, as people wrote it. Version 0 ships and is not stored.
CREATE TABLE prompt_versions (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE prompts_in_force (
    name TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID
