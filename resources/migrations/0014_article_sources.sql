-- Where an article came from, in which language it is, and what its versions in other languages share with it.
ALTER TABLE documents ADD COLUMN source TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE documents ADD COLUMN locale TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE documents ADD COLUMN article TEXT NOT NULL DEFAULT ''
-- next
-- How often the agent wrote to an address of late.
CREATE INDEX outbox_recipient ON outbox (recipient COLLATE NOCASE, created)
