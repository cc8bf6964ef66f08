#include "InsightHistory.h"

#include "store/Rows.h"
#include "store/SqliteConversationRepository.h"

namespace Helmdesk::Test
{
namespace
{

const QStringList people{QStringLiteral("Kim"), QStringLiteral("Robin"), QStringLiteral("Sasha")};
const QStringList reasonLists{QStringLiteral("[]"), QStringLiteral("[\"low_confidence\"]"),
                              QStringLiteral("[\"human_requested\",\"negative_sentiment\"]"),
                              QStringLiteral("[\"negative_sentiment\",\"low_confidence\",\"policy\"]")};

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

} // namespace

InsightHistory::InsightHistory(Database &database, quint32 seed, QDateTime begin)
    : m_database(database)
    , m_random(seed)
    , m_begin(std::move(begin))
{
}

void InsightHistory::add(int conversations)
{
    need(m_database.write([&](Connection &) -> Result<> {
        for (int number = 0; number < conversations; ++number)
            addConversation(number);
        return {};
    }));
}

qint64 InsightHistory::insert(const QString &sql, const QVariantList &values)
{
    return need(m_database.read([&](Connection &connection) {
        return Rows::integer(connection.execute(sql + QStringLiteral(" RETURNING id"), values));
    }));
}

void InsightHistory::execute(const QString &sql, const QVariantList &values)
{
    need(
        m_database.read([&](Connection &connection) { return Rows::done(connection.execute(sql, values)); }));
}

void InsightHistory::addConversation(int number)
{
    SqliteConversationRepository conversations(m_database);
    m_now = m_begin.addSecs(60 * below(20 * 24 * 60));
    ConversationOpening opening;
    opening.channel = std::array{ChannelKind::Chat, ChannelKind::Mail, ChannelKind::File,
                                 ChannelKind::Api}[static_cast<size_t>(below(4))];
    opening.key = QStringLiteral("history-%1").arg(number);
    opening.at = m_now;
    m_conversation = need(conversations.findOrCreate(opening)).id.value;
    const QString category = one({QStringLiteral("billing"), QStringLiteral("technical"),
                                  QStringLiteral("account"), QStringLiteral("general"), QString()});
    if (chance(5)) { // a list mail, and perhaps nobody ever writes
        Message message;
        message.conversation = {m_conversation};
        message.text = QStringLiteral("I am out of office.");
        message.isAutomatic = true;
        message.at = message.arrivedAt = m_now;
        need(conversations.append(message));
    }
    if (chance(95))
        customerWrites();
    for (int steps = below(7); steps > 0 && m_message > 0; --steps)
        step();
    execute(QStringLiteral("UPDATE conversations SET category = ?, attention = ? WHERE id = ?"),
            {category.isEmpty() ? QVariant() : QVariant(category), chance(15) ? 1 : 0, m_conversation});
    m_message = 0;
}

void InsightHistory::step()
{
    m_now = m_now.addSecs(chance(20) ? 3600 * below(150) : below(7200));
    switch (below(7)) {
    case 0:
    case 1:
        return customerWrites();
    case 2:
        return agentReplies();
    case 3:
        return draftIsJudged();
    case 4:
        return personWrites();
    case 5:
        return modelIsCalled();
    default:
        need(SqliteConversationRepository(m_database)
                 .setStatus({m_conversation},
                            chance(70) ? ConversationStatus::Resolved : ConversationStatus::Open, one(people),
                            m_now));
    }
}

void InsightHistory::customerWrites()
{
    Message message;
    message.conversation = {m_conversation};
    message.text = chance(30) ? thanksText : QStringLiteral("It still does not work.");
    message.at = m_now.addSecs(-below(4000)); // as the sender's clock says
    message.arrivedAt = m_now;
    m_message = need(SqliteConversationRepository(m_database).append(message)).id.value;
    if (chance(85))
        addOutcome();
}

void InsightHistory::addOutcome()
{
    const qint64 run = insert(QStringLiteral("INSERT INTO runs (conversation, message, state, started, "
                                             "updated) VALUES (?, ?, 'finished', ?, ?)"),
                              {m_conversation, m_message, toIso(m_now), toIso(m_now)});
    const bool isEscalated = chance(30);
    const QString document =
        QStringLiteral("{\"citations\":%1,\"escalation_reasons\":%2}")
            .arg(chance(40) ? QStringLiteral("[{\"document\":\"billing\"}]") : QStringLiteral("[]"),
                 isEscalated ? one(reasonLists) : QStringLiteral("[]"));
    execute(
        QStringLiteral("INSERT INTO outcomes (message, run, conversation, category, intent, confidence, "
                       "decision, shadow, priority, engine, degraded, document, at) VALUES (?, ?, ?, "
                       "'general', ?, 0.9, ?, 0, 'normal', 'builtin', '', ?, ?)"),
        {m_message, run, m_conversation, chance(50) ? QString(QLatin1String("")) : QStringLiteral("export"),
         isEscalated ? QStringLiteral("escalated") : QStringLiteral("needs_review"), document, toIso(m_now)});
    if (chance(20))
        execute(QStringLiteral("INSERT INTO tool_calls (message, seq, name, args, status, result, micros) "
                               "VALUES (?, 0, 'check_invoice', '{}', ?, '{}', 5) ON CONFLICT DO NOTHING"),
                {m_message, chance(60) ? QStringLiteral("done") : QStringLiteral("failed")});
    for (int verdicts = isEscalated ? below(3) : 0; verdicts > 0; --verdicts)
        execute(QStringLiteral("INSERT INTO verdicts (kind, conversation, message, at) VALUES (?, ?, ?, ?)"),
                {one({QStringLiteral("escalation_right"), QStringLiteral("escalation_false_alarm")}),
                 m_conversation, m_message, toIso(m_now)});
}

void InsightHistory::agentReplies()
{
    appendReply(QStringLiteral("agent"), QStringLiteral("reply"), QString(QLatin1String("")));
}

void InsightHistory::draftIsJudged()
{
    const QString state =
        one({QStringLiteral("sent_unchanged"), QStringLiteral("edited"), QStringLiteral("edited"),
             QStringLiteral("rejected"), QStringLiteral("superseded")});
    const QString after = one({QStringLiteral("one two 3 four"), QStringLiteral("five six seven")});
    const QVariant final = state == QLatin1String("edited") ? QVariant(after) : QVariant();
    execute(QStringLiteral("INSERT INTO drafts (conversation, message, text, final_text, category, state, "
                           "created) VALUES (?, ?, 'one two three four', ?, 'general', ?, ?)"),
            {m_conversation, m_message, final, state, toIso(m_now)});
    if (state == QLatin1String("sent_unchanged") || state == QLatin1String("edited"))
        appendReply(QStringLiteral("operator"), QStringLiteral("draft"), one(people));
}

void InsightHistory::personWrites()
{
    if (chance(80))
        return appendReply(QStringLiteral("operator"), QStringLiteral("written"), one(people));
    Message imported; // one of before the desk: it left by no outbox of ours
    imported.conversation = {m_conversation};
    imported.author = Author::Operator;
    imported.text = QStringLiteral("Please try again.");
    imported.at = imported.arrivedAt = m_now;
    need(SqliteConversationRepository(m_database).append(imported));
}

void InsightHistory::modelIsCalled()
{
    const QVariant cost = chance(80) ? QVariant(below(9'000'000)) : QVariant();
    execute(
        QStringLiteral("INSERT INTO model_calls (at, day, model, stage, conversation, state, budget_nano, "
                       "cost_nano) VALUES (?, ?, 'small', 'answer', ?, 'settled', 0, ?)"),
        {toIso(m_now), toIso(m_now).left(10), m_conversation, cost});
}

void InsightHistory::appendReply(const QString &author, const QString &key, const QString &by)
{
    const qint64 item =
        insert(QStringLiteral("INSERT INTO outbox (key, conversation, in_reply_to, channel, body, state, "
                              "approved_by, created, due, sent) VALUES (?, ?, ?, 'mail', 'x', 'sent', ?, ?, "
                              "?, ?)"),
               {QStringLiteral("%1:%2:%3").arg(key).arg(m_conversation).arg(++m_number), m_conversation,
                m_message, by, toIso(m_now), toIso(m_now), toIso(m_now)});
    Message reply;
    reply.conversation = {m_conversation};
    reply.author = *fromName<Author>(author);
    reply.operatorName = by;
    reply.text = QStringLiteral("Please try again.");
    reply.externalId = QStringLiteral("outbox:%1").arg(item);
    reply.at = reply.arrivedAt = m_now;
    need(SqliteConversationRepository(m_database).append(reply));
}

} // namespace Helmdesk::Test
