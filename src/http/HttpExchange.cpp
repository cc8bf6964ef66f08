#include "http/HttpExchange.h"

#include <QSslError>

namespace Helmdesk
{
namespace
{

HttpFault faultOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return HttpFault::Refused;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return HttpFault::Unknown;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return HttpFault::Timeout;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // it would have sent the request again: see OneTimeBody
    case QNetworkReply::ProxyConnectionClosedError:
        return HttpFault::Cut;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpFault::Tls;
    default:
        return HttpFault::Transport;
    }
}

// The library's own sentence names the whole address, and a query may hold a key.
QString sentenceOf(HttpFault fault, const QUrl &url)
{
    const QString host =
        url.port() > 0 ? QStringLiteral("%1:%2").arg(url.host()).arg(url.port()) : url.host();
    switch (fault) {
    case HttpFault::Refused:
        return QStringLiteral("nobody listens at %1").arg(host);
    case HttpFault::Unknown:
        return QStringLiteral("the host %1 cannot be found").arg(host);
    case HttpFault::Timeout:
        return QStringLiteral("%1 did not answer in time").arg(host);
    case HttpFault::Cut:
        return QStringLiteral("%1 closed the connection before the answer was whole").arg(host);
    case HttpFault::Tls:
        return QStringLiteral("the connection to %1 cannot be trusted").arg(host);
    default:
        return QStringLiteral("the connection to %1 failed").arg(host);
    }
}

} // namespace

void HttpMailbox::putHead(HttpHead given)
{
    const std::lock_guard lock(mutex);
    head = std::move(given);
    changed.notify_all();
}

void HttpMailbox::putPiece(QByteArray piece)
{
    const std::lock_guard lock(mutex);
    pieces.push_back(std::move(piece));
    changed.notify_all();
}

void HttpMailbox::finish(std::optional<HttpFault> why, const QString &sentence)
{
    const std::lock_guard lock(mutex);
    if (isFinished)
        return;
    isFinished = true;
    fault = why;
    detail = sentence;
    changed.notify_all();
}

void HttpMailbox::wake()
{
    const std::lock_guard lock(mutex); // else a waiter that has just looked would miss it
    changed.notify_all();
}

HttpExchange::HttpExchange(QNetworkReply *reply, qint64 mostBytes, std::shared_ptr<HttpMailbox> mailbox)
    : QObject(reply)
    , m_reply(reply)
    , m_left(mostBytes)
    , m_mailbox(std::move(mailbox))
{
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHead);
    connect(reply, &QIODevice::readyRead, this, &HttpExchange::readBody);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsError = errors.first().errorString();
    });
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::finish);
}

void HttpExchange::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_hasHead || m_hasEnded || status == 0)
        return;
    m_hasHead = true;
    HttpHead head;
    head.status = status;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        head.headers.push_back({name, value});
    m_mailbox->putHead(std::move(head));
    if (status >= 300 && status < 400)
        end(HttpFault::Redirect, QStringLiteral("%1 points elsewhere (HTTP %2); give the address it means")
                                     .arg(m_reply->url().host())
                                     .arg(status));
}

void HttpExchange::readBody()
{
    readHead();
    if (m_hasEnded || !m_reply->isOpen()) // an aborted reply is closed and still finishes
        return;
    QByteArray piece = m_reply->readAll();
    m_left -= piece.size();
    if (m_left < 0)
        return end(HttpFault::TooLarge,
                   QStringLiteral("%1 answered with more than was allowed").arg(m_reply->url().host()));
    if (!piece.isEmpty())
        m_mailbox->putPiece(std::move(piece));
}

void HttpExchange::finish()
{
    if (!m_hasEnded) {
        readBody();
        // A status of 400 and above is an error to the library and an answer to us.
        const bool isAnswer = m_hasHead && m_reply->error() >= QNetworkReply::ContentAccessDenied &&
                              m_reply->error() != QNetworkReply::ProtocolFailure;
        if (m_hasEnded || m_reply->error() == QNetworkReply::NoError || isAnswer) {
            m_mailbox->finish({}, {});
        } else {
            const HttpFault fault = faultOf(m_reply->error());
            const QString sentence = sentenceOf(fault, m_reply->url());
            m_mailbox->finish(
                fault, m_tlsError.isEmpty() ? sentence : QStringLiteral("%1: %2").arg(sentence, m_tlsError));
        }
    }
    m_reply->deleteLater();
}

void HttpExchange::end(HttpFault fault, const QString &detail)
{
    m_hasEnded = true;
    m_mailbox->finish(fault, detail);
    m_reply->abort();
}

} // namespace Helmdesk
