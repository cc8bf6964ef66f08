-- The record vouches for more: by what rule a record's hash was made (1: the rule of before), under which account
-- and on which machine it was written, and the seal with the key that lies outside of this file.
ALTER TABLE audit_log ADD COLUMN rule INTEGER NOT NULL DEFAULT 1
-- next
ALTER TABLE audit_log ADD COLUMN origin TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE audit_log ADD COLUMN seal TEXT NOT NULL DEFAULT ''
-- next
-- What the card of an approval shows beside its preview: where money goes, what changes, the customer's status.
ALTER TABLE approvals ADD COLUMN shown TEXT NOT NULL DEFAULT 'null'
-- next
-- The refunds of a customer by time, for the limits of 24 hours and 30 days.
CREATE INDEX effects_refunds ON effects (customer, tool, finished) WHERE state = 'done'
