-- Urgent first: what is resolved comes last, the gravest before the others, and of these who waits longest.
DROP INDEX conversations_priority
-- next
DROP INDEX conversations_attention
-- next
DROP INDEX conversations_assignee
-- next
DROP INDEX conversations_decision
-- next
DROP INDEX conversations_approvals
-- next
CREATE INDEX conversations_urgency ON conversations ((status = 'resolved'), -priority, updated, id)
-- next
CREATE INDEX conversations_urgency_attention ON conversations ((status = 'resolved'), -priority, updated, id)
    WHERE attention = 1
-- next
CREATE INDEX conversations_urgency_assignee
    ON conversations (assignee, (status = 'resolved'), -priority, updated, id) WHERE assignee <> ''
-- next
CREATE INDEX conversations_urgency_decision
    ON conversations (decision, (status = 'resolved'), -priority, updated, id)
-- next
CREATE INDEX conversations_urgency_approvals ON conversations ((status = 'resolved'), -priority, updated, id)
    WHERE pending_approvals > 0
