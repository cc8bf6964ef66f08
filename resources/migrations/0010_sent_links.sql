-- Mails of tools that have left keep no link by which their reader gets in; later ones lose it when they leave.
UPDATE outbox SET body = substr(body, 1, instr(body, '/password/reset/') + length('/password/reset/') - 1) || '[removed]'
    || ifnull(substr(substr(body, instr(body, '/password/reset/')), nullif(instr(substr(body, instr(body, '/password/reset/')), char(10)), 0)), '')
    WHERE key LIKE 'effect:%' AND state IN ('sent', 'cancelled') AND instr(body, '/password/reset/') > 0
-- next
UPDATE outbox SET body = substr(body, 1, instr(body, '/account/email/confirm/') + length('/account/email/confirm/') - 1) || '[removed]'
    || ifnull(substr(substr(body, instr(body, '/account/email/confirm/')), nullif(instr(substr(body, instr(body, '/account/email/confirm/')), char(10)), 0)), '')
    WHERE key LIKE 'effect:%' AND state IN ('sent', 'cancelled') AND instr(body, '/account/email/confirm/') > 0
