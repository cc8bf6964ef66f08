-- The rules of a desk sum up what was done before: of a customer, and of the whole desk.
CREATE INDEX effects_of_customer ON effects (customer, tool, coalesce(finished, started))
-- next
CREATE INDEX effects_of_tool ON effects (tool, coalesce(finished, started))
-- next
DROP INDEX effects_refunds
-- next
-- Where it takes two people to say yes: who said it first.
CREATE TABLE approval_votes (
    approval INTEGER NOT NULL REFERENCES approvals (id) ON DELETE CASCADE,
    voter TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (approval, voter)
) STRICT, WITHOUT ROWID
