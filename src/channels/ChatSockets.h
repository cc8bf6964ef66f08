#pragma once

#include "channels/HttpServer.h"
#include "core/Ids.h"

#include <functional>
#include <list>
#include <QString>

namespace Helmdesk
{

// The WebSockets of chats: each is told what is new in its chat, one message after the other has left, so
// that a browser that does not read costs nothing. When there are too many, the oldest one of whoever has the
// most makes room. Thread: the server's. Ownership: shares the sockets with the server. Never fails.
class ChatSockets
{
public:
    struct Limits {
        int total = 200;
        int perChat = 5;
    };
    struct News {
        MessageId last;  // of those in `text`
        QByteArray text; // empty: there is nothing new
    };
    // Looks up what is new in a chat after a message, and gives it to `found` on the server's thread.
    using Reader =
        std::function<void(const QString &key, MessageId after, std::function<void(const News &)> found)>;

    ChatSockets(const Limits &limits, Reader reader)
        : m_limits(limits)
        , m_reader(std::move(reader))
    {
    }

    // `client` is who the socket counts for.
    void add(const std::shared_ptr<HttpSocket> &socket, const QByteArray &client, const QString &key,
             MessageId after);
    void remove(const HttpSocket &socket);
    void announce(const QString &key); // empty: any chat
    bool isEmpty() const { return m_entries.empty(); }
    void clear();

private:
    struct Entry {
        qint64 id = 0;
        std::shared_ptr<HttpSocket> socket;
        QByteArray client;
        QString key;
        MessageId last;
        bool isBusy = false;  // reads or sends
        bool hasNews = false; // announced meanwhile
    };

    void makeRoom(const QByteArray &client, const QString &key);
    void drop(std::list<Entry>::iterator entry);
    void push(Entry &entry);
    void deliver(qint64 id, const News &news);
    void settle(qint64 id);
    Entry *find(qint64 id);

    Limits m_limits;
    Reader m_reader;
    std::list<Entry> m_entries; // the oldest first
    qint64 m_lastId = 0;
};

} // namespace Helmdesk
