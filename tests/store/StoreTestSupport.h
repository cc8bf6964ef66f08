#pragma once

#include "store/Database.h"
#include "store/SqliteConversationRepository.h"
#include "store/SqliteRunRepository.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

namespace Helmdesk::Test
{

// A fresh workspace database in a folder of its own.
struct TemporaryStore {
    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    QString given;

    // On a file of another process when it is given.
    explicit TemporaryStore(const QString &existing = {})
        : given(existing)
    {
        auto opened = Database::open(path(), {.durability = Durability::None});
        if (opened)
            database = std::move(*opened);
        else
            qFatal("%s", qPrintable(opened.error().detail));
    }
    QString path() const
    {
        return given.isEmpty() ? folder.filePath(QStringLiteral("helmdesk.sqlite")) : given;
    }

    // The number in the first column of the first row; -1 when the statement fails.
    qint64 number(const QString &sql) const
    {
        return database
            ->read([&](Connection &connection) -> Result<qint64> {
                auto rows = connection.run(sql);
                if (!rows)
                    return std::move(rows).error();
                return rows->next() ? rows->integer(0) : -1;
            })
            .value_or(-1);
    }
};

inline QDateTime at(int minutes)
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC).addSecs(60 * minutes);
}

// A conversation with one message of its customer.
struct Opened {
    Conversation conversation;
    MessageId message;
};

inline Opened openConversation(Database &database, const QString &customer, const QString &text,
                               const QDateTime &when = at(0))
{
    SqliteConversationRepository conversations(database);
    ConversationOpening opening;
    opening.channel = ChannelKind::Mail;
    opening.key = QStringLiteral("thread-%1-%2").arg(customer, text.left(20));
    opening.customer = customer;
    opening.senderAddress = customer + QStringLiteral("@customer.example");
    opening.senderName = QStringLiteral("Ada Brook");
    opening.subject = QStringLiteral("A question");
    opening.at = when;
    auto conversation = conversations.findOrCreate(opening);
    if (!conversation)
        qFatal("%s", qPrintable(conversation.error().detail));
    Message message;
    message.conversation = conversation->id;
    message.text = text;
    message.subject = opening.subject;
    message.at = when;
    auto appended = conversations.append(message);
    if (!appended)
        qFatal("%s", qPrintable(appended.error().detail));
    return {*conversation, appended->id};
}

} // namespace Helmdesk::Test
