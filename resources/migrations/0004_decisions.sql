-- The views of the queue that show one decision read a page of it, not the conversations before it.
CREATE INDEX conversations_decision ON conversations (decision, priority, updated, id)
