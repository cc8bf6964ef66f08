#include "store/ScaleData.h"

#include "core/Outcome.h"
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

namespace
{

// A stored outcome as long as that of an answered question; its figures are replaced by those of its row.
QString sampleDocument()
{
    Outcome outcome;
    outcome.intent = QStringLiteral("technical.board_export");
    outcome.category = Category::Technical;
    outcome.answer =
        QStringLiteral("Hello,\n\nan export of a board stops when a card holds a file that was removed. "
                       "Open the board, choose Files, remove the broken entry and start the export "
                       "again. Exports of more than 5,000 cards are sent by mail when they are "
                       "ready.\n\nKind regards");
    outcome.citations = {{QStringLiteral("board-export"), QStringLiteral("Export a board"), 1,
                          QStringLiteral("Open the board, choose Files, remove the broken entry.")}};
    outcome.confidenceParts = {{QStringLiteral("route"), 0.91},     {QStringLiteral("retrieval"), 0.84},
                               {QStringLiteral("grounding"), 0.97}, {QStringLiteral("tools"), 1.0},
                               {QStringLiteral("estimate"), 0.81},  {QStringLiteral("answer"), 0.81},
                               {QStringLiteral("margin"), 0.85},    {QStringLiteral("sentiment"), -0.1}};
    outcome.reasons = {{EscalationReason::LowConfidence, QStringLiteral("answer"), 0.61, 0.7}};
    outcome.milliseconds = {{QStringLiteral("total"), 9.3},
                            {QStringLiteral("understand"), 2.1},
                            {QStringLiteral("route"), 3.4},
                            {QStringLiteral("specialist"), 3.8}};
    return QString::fromUtf8(toBytes(toJson(outcome)));
}

} // namespace

Result<> addScaleRuns(Database &database, int count, const QDateTime &now)
{
    constexpr qint64 firstId = 1'000'000'000; // behind all others
    const QString numbers = numbered(count, now);
    const auto withIds = [&](QString sql) {
        return numbers + sql.replace(QStringLiteral("%id"), QStringLiteral("(%1 + i)").arg(firstId));
    };
    const QString category = QStringLiteral("CASE topic % 4 WHEN 0 THEN 'billing' WHEN 1 THEN 'technical' "
                                            "WHEN 2 THEN 'account' ELSE 'general' END");
    const QString decision =
        QStringLiteral("CASE i % 5 WHEN 0 THEN 'auto_send' WHEN 4 THEN 'escalated' ELSE 'needs_review' END");
    const QString confidence = QStringLiteral("0.3 + ((i * 7919) % 701) / 1000.0");
    const QString answer = QStringLiteral("0.2 + ((i * 104729) % 801) / 1000.0");
    const QString document =
        QStringLiteral("'%1'").arg(sampleDocument().replace(QLatin1Char('\''), QStringLiteral("''")));
    const QString bits = QStringLiteral("1 << (topic % 4)");
    const QStringList statements{
        withIds(QStringLiteral(
            "INSERT INTO messages (id, conversation, channel, author, text, subject, external_id, "
            "sender, at) SELECT %id, 1 + i % (SELECT count(*) FROM conversations), 'mail', "
            "'customer', 'A question of many', '', 'scale-run-' || i, 'Customer', at FROM p")),
        withIds(QStringLiteral(
            "INSERT INTO runs (id, conversation, message, state, started, updated) SELECT %id, 1 + i "
            "% (SELECT count(*) FROM conversations), %id, 'finished', at, at FROM p")),
        withIds(QStringLiteral(
                    "INSERT INTO outcomes (message, run, conversation, category, intent, confidence, "
                    "decision, shadow, priority, engine, degraded, document, at) SELECT %id, %id, 1 + i % "
                    "(SELECT count(*) FROM conversations), ") +
                category + QStringLiteral(", 'scale', ") + confidence + QStringLiteral(", ") + decision +
                QStringLiteral(", 0, 'normal', 'builtin', '', ") + document + QStringLiteral(", at FROM p")),
        withIds(QStringLiteral(
            "INSERT INTO kept_runs (run, message, silent, always_escalates, person_required, "
            "sentiment, words, questions) SELECT %id, %id, 0, i % 11 = 0, 0, ((i * 31) % 201 - "
            "100) / 100.0, 3 + (i * 17) % 140, i % 5 FROM p")),
        withIds(QStringLiteral("INSERT INTO kept_paths SELECT %id, 0, -1.0, 1.0, 0.0, ") + confidence +
                QStringLiteral(", ") + answer + QStringLiteral(", NULL, ") + bits +
                QStringLiteral(", 1, 0, i % 13 = 0, 0, i % 17 = 0, i % 7 = 0 FROM p WHERE i % 11 <> 0")),
        withIds(QStringLiteral("INSERT INTO kept_paths SELECT %id, 1, ") + confidence +
                QStringLiteral(", 1.0, 0.9, 1.0, ") + answer + QStringLiteral(", NULL, ") + bits +
                QStringLiteral(", 1, 0, 0, 0, 0, 0 FROM p WHERE i % 11 <> 0 AND i % 5 = 3")),
        withIds(QStringLiteral(
                    "INSERT INTO drafts (conversation, message, run, text, category, confidence, state, "
                    "created) SELECT 1 + i % (SELECT count(*) FROM conversations), %id, %id, 'You find it in "
                    "the settings.', ") +
                category +
                QStringLiteral(", 0.8, CASE i % 9 WHEN 1 THEN 'edited' WHEN 2 THEN 'rejected' ELSE "
                               "'sent_unchanged' END, at FROM p WHERE i % 3 = 1")),
        QStringLiteral("ANALYZE"),
    };
    return database.write([&](Connection &connection) -> Result<> {
        for (const QString &statement : statements) {
            if (auto done = connection.runOnce(statement); !done)
                return done;
        }
        connection.announce(Topic::Conversations);
        return {};
    });
}

} // namespace Helmdesk
