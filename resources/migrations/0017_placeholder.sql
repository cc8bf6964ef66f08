-- Holds the place of a migration of another line of work; it changes nothing.
SELECT 1
