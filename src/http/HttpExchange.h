#pragma once

#include "http/HttpTypes.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <QNetworkReply>
#include <QObject>

namespace Helmdesk
{

// What the thread of the network and the one that waits share of one exchange. Thread: any.
class HttpMailbox
{
public:
    void putHead(HttpHead head);
    void putPiece(QByteArray piece);
    void finish(std::optional<HttpFault> fault, const QString &detail);
    void wake();

    // Under the lock of `mutex`.
    std::mutex mutex;
    std::condition_variable changed;
    HttpHead head;
    std::deque<QByteArray> pieces;
    bool isFinished = false;
    std::optional<HttpFault> fault;
    QString detail;
};

// One exchange on the thread of the network: moves what its reply brings into the mailbox. Owned by the
// reply.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    HttpExchange(QNetworkReply *reply, qint64 mostBytes, std::shared_ptr<HttpMailbox> mailbox);

private:
    void readHead();
    void readBody();
    void finish();
    void end(HttpFault fault, const QString &detail);

    QNetworkReply *m_reply;
    qint64 m_left; // bytes that may still come
    std::shared_ptr<HttpMailbox> m_mailbox;
    QString m_tlsError;
    bool m_hasHead = false;
    bool m_hasEnded = false;
};

} // namespace Helmdesk
