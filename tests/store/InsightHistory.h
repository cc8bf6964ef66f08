#pragma once

#include "store/Database.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace Helmdesk::Test
{

// Conversations as a desk could have had them, at random: answers of the agent, drafts sent, edited and
// rejected, words of people, thanks, automatic mails, escalations and verdicts on them, marks, costs. The
// same for the same seed. Ends the test program when the store refuses one.
class InsightHistory
{
public:
    InsightHistory(Database &database, quint32 seed, QDateTime begin);
    void add(int conversations);

private:
    void addConversation(int number);
    void step();
    void customerWrites();
    void addOutcome();
    void agentReplies();
    void draftIsJudged();
    void personWrites();
    void modelIsCalled();
    void appendReply(const QString &author, const QString &key, const QString &by);
    qint64 insert(const QString &sql, const QVariantList &values); // the id
    void execute(const QString &sql, const QVariantList &values);
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    QString one(const QStringList &of) { return of.at(below(static_cast<int>(of.size()))); }

    Database &m_database;
    QRandomGenerator m_random;
    QDateTime m_begin;
    // Of the conversation that is being made.
    qint64 m_conversation = 0;
    qint64 m_message = 0; // the customer's last one
    QDateTime m_now;
    int m_number = 0; // of replies, for their keys
};

inline const QString thanksText = QStringLiteral("Thank you very much!");

} // namespace Helmdesk::Test
