-- The snippets that a workspace begins with.
INSERT INTO snippets (name, body, updated)
    SELECT column1, column2, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM (VALUES
    ('Greeting', 'Hello {first_name},' || char(10, 10) || 'thank you for writing to us. '),
    ('Looking into it', 'Hello {first_name},' || char(10, 10) || 'thank you for the details. I am looking into this now and will write to you again today.' || char(10, 10) || 'Best regards,' || char(10) || '{operator}'),
    ('Ask for a screenshot', 'Hello {first_name},' || char(10, 10) || 'could you send me a screenshot of the whole window, and tell me the time at which it happened? Then I can find it in our logs.' || char(10, 10) || 'Best regards,' || char(10) || '{operator}'),
    ('Solved?', 'Hello {first_name},' || char(10, 10) || 'is everything working again for you? If so, I will close ticket #{ticket}.' || char(10, 10) || 'Best regards,' || char(10) || '{operator}'))
