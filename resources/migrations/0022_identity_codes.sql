-- One-time codes that went to the address on record of who wrote from it. The code itself stands nowhere.
CREATE TABLE identity_codes (
    message INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    address TEXT NOT NULL COLLATE NOCASE,
    customer TEXT NOT NULL,
    salt TEXT NOT NULL,
    digest TEXT NOT NULL,
    issued TEXT NOT NULL,
    expires TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    proven TEXT
) STRICT
-- next
CREATE INDEX identity_codes_conversation ON identity_codes (conversation, issued)
-- next
CREATE INDEX identity_codes_address ON identity_codes (address, issued)
