#include "store/ScaleData.h"

#include "store/Rows.h"

namespace Helmdesk
{
namespace
{

// Rows 1 … n, and for each the words that its number picks. Times are spread over 90 days by a permutation,
// so that the order of ids is not that of time.
QString numbered(int count, const QDateTime &now)
{
    return QStringLiteral(
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1), "
               "p(i, at, open, topic, person) AS (SELECT i, strftime('%Y-%m-%dT%H:%M:%S.000Z', '%2', '-' || "
               "((i * 7919) %% 129600) || ' minutes'), i %% 10 >= 8, i %% 12, i %% 5000 FROM n) ")
        .replace(QStringLiteral("%%"), QStringLiteral("%"))
        .replace(QStringLiteral("%1"), QString::number(count))
        .replace(QStringLiteral("%2"), toIso(now).left(19));
}

QString topicText()
{
    return QStringLiteral(
        "CASE topic WHEN 0 THEN 'Could you tell me when invoice ' || (40000 + i) || ' is due and how I pay "
        "it?' "
        "WHEN 1 THEN 'The export of board ' || i || ' stops at half of its cards since this morning.' "
        "WHEN 2 THEN 'I cannot sign in any more, the page says that my password has expired.' "
        "WHEN 3 THEN 'How do I invite colleagues of another company to one of our boards?' "
        "WHEN 4 THEN 'Please change the address on our invoices to the new office from next month on.' "
        "WHEN 5 THEN 'We were charged twice for order ' || i || ', please pay the second amount back.' "
        "WHEN 6 THEN 'The calendar shows every meeting one hour late after the change of the clocks.' "
        "WHEN 7 THEN 'What does the bigger plan cost for a team of ' || (5 + i % 40) || ' people?' "
        "WHEN 8 THEN 'Notifications arrive twice on my phone, I have installed the app again already.' "
        "WHEN 9 THEN 'Please remove the old card that ends in ' || (1000 + i % 9000) || ' from our account.' "
        "WHEN 10 THEN 'Error E' || (1000 + i % 700) || ' comes up when I attach a picture to a comment.' "
        "ELSE 'Is there a way to restore a board that a colleague has deleted by mistake?' END");
}

} // namespace

Result<> addScaleConversations(Database &database, int count, const QDateTime &now)
{
    const QString numbers = numbered(count, now);
    const QString category = QStringLiteral("CASE topic % 4 WHEN 0 THEN 'billing' WHEN 1 THEN 'technical' "
                                            "WHEN 2 THEN 'account' ELSE 'general' END");
    const QString decision =
        QStringLiteral("CASE i % 5 WHEN 0 THEN 'auto_send' WHEN 4 THEN 'escalated' ELSE 'needs_review' END");
    const QStringList statements{
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4999) "
                       "INSERT OR IGNORE INTO customers (id, name, email, plan, joined) "
                       "SELECT 'scale_' || i, 'Customer ' || i, 'customer' || i || '@scale.example', 'pro', "
                       "'2025-01-01' FROM n"),
        numbers +
            QStringLiteral(
                "INSERT INTO conversations (id, channel, key, customer, sender_address, sender_name, "
                "subject, status, category, created, updated, priority, decision, intent, confidence, "
                "attention, has_draft, snippet, last_author, message_count) "
                "SELECT i, CASE i % 3 WHEN 0 THEN 'chat' ELSE 'mail' END, 'scale-' || i, "
                "'scale_' || person, 'customer' || person || '@scale.example', 'Customer ' || person, "
                "CASE i % 3 WHEN 0 THEN '' ELSE 'Question ' || i END, "
                "CASE WHEN open THEN 'open' WHEN i % 10 = 7 THEN 'waiting' ELSE 'resolved' END, ") +
            category +
            QStringLiteral(", at, at, CASE WHEN i % 50 = 9 THEN 3 WHEN i % 10 = 8 THEN 2 ELSE 1 END, ") +
            decision + QStringLiteral(", 'scale', 0.5 + (i % 50) / 100.0, open, open AND i % 2 = 0, ") +
            topicText() + QStringLiteral(", CASE WHEN open THEN 'customer' ELSE 'operator' END, 2 FROM p"),
        numbers +
            QStringLiteral("INSERT INTO messages (id, conversation, channel, author, text, subject, "
                           "external_id, sender, at) SELECT 2 * i - 1, i, CASE i % 3 WHEN 0 THEN 'chat' "
                           "ELSE 'mail' END, 'customer', ") +
            topicText() +
            QStringLiteral(", CASE i % 3 WHEN 0 THEN '' ELSE 'Question ' || i END, 'scale-' || i, "
                           "'Customer ' || person || ' customer' || person || '@scale.example', at FROM p"),
        numbers + QStringLiteral(
                      "INSERT INTO messages (id, conversation, channel, author, text, subject, external_id, "
                      "operator_name, at) SELECT 2 * i, i, CASE i % 3 WHEN 0 THEN 'chat' ELSE 'mail' END, "
                      "CASE WHEN i % 4 = 0 THEN 'agent' ELSE 'operator' END, 'Thank you for your question ' "
                      "|| i || '. You find this in the settings of your workspace under the name of the "
                      "board.', '', 'scale-reply-' || i, CASE WHEN i % 4 = 0 THEN '' ELSE 'Robin' END, at "
                      "FROM p WHERE NOT open"),
        numbers + QStringLiteral("INSERT INTO runs (id, conversation, message, state, started, updated) "
                                 "SELECT i, i, 2 * i - 1, 'finished', at, at FROM p WHERE open"),
        numbers +
            QStringLiteral("INSERT INTO outcomes (message, run, conversation, category, intent, confidence, "
                           "decision, shadow, priority, engine, degraded, document, at) "
                           "SELECT 2 * i - 1, i, i, ") +
            category + QStringLiteral(", 'scale', 0.5 + (i % 50) / 100.0, ") + decision +
            QStringLiteral(", 0, 'normal', 'builtin', '', json_object('conversation', i, 'run', i, "
                           "'category', ") +
            category +
            QStringLiteral(", 'intent', 'scale', 'confidence', 0.5 + (i % 50) / 100.0, 'decision', ") +
            decision +
            QStringLiteral(", 'priority', 'normal', 'answer', 'You find this in the settings.'), at FROM p "
                           "WHERE open"),
        numbers +
            QStringLiteral(
                "INSERT INTO drafts (conversation, message, run, text, category, confidence, created) "
                "SELECT i, 2 * i - 1, i, 'You find this in the settings of your workspace.', ") +
            category + QStringLiteral(", 0.5 + (i % 50) / 100.0, at FROM p WHERE open AND i % 2 = 0"),
        QStringLiteral("ANALYZE"),
    };
    return database.write([&](Connection &connection) -> Result<> {
        auto used = Rows::integer(connection.run(QStringLiteral("SELECT count(*) FROM conversations")));
        if (!used)
            return used.error();
        if (*used > 0)
            return Error{ErrorKind::Conflict, QStringLiteral("the workspace holds conversations already")};
        for (const QString &statement : statements) {
            if (auto done = connection.runOnce(statement); !done)
                return done;
        }
        connection.announce(Topic::Conversations);
        return {};
    });
}

} // namespace Helmdesk
