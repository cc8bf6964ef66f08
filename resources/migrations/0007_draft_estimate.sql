-- The specialist's own estimate beside the probability that was learned from people's decisions.
ALTER TABLE drafts ADD COLUMN estimate REAL NOT NULL DEFAULT 0
-- next
UPDATE drafts SET estimate = confidence
