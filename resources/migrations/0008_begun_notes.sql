-- Internal notes that were begun and not added yet.
CREATE TABLE begun_notes (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT
