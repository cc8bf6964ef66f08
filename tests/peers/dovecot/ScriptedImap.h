#pragma once

#include <functional>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace Helmdesk::Test
{

// A server that answers each command as the test says, for what real ones do not do on demand. The answer of
// `reply` is sent as it is; "TAG" in it is the tag. An empty one closes the connection. It has IDLE, one
// folder, and signs in whoever comes, unless `reply` answers otherwise.
// Thread: a thread of its own, on which `reply` is called.
class ScriptedImap final : public QThread
{
public:
    using Reply = std::function<std::optional<QByteArray>(const QByteArray &command)>;

    explicit ScriptedImap(Reply reply)
        : m_reply(std::move(reply))
    {
        start();
        while (m_port.load() == 0)
            yieldCurrentThread();
    }
    ~ScriptedImap() override
    {
        m_isOver.store(true);
        wait();
    }
    quint16 port() const { return m_port.load(); }

private:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port.store(server.serverPort());
        while (!m_isOver.load()) {
            if (!server.waitForNewConnection(50))
                continue;
            const std::unique_ptr<QTcpSocket> client(server.nextPendingConnection());
            serve(*client);
        }
    }
    void serve(QTcpSocket &client)
    {
        send(client, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN IDLE] ready\r\n");
        while (!m_isOver.load() && client.state() == QAbstractSocket::ConnectedState) {
            if (!client.canReadLine() && !client.waitForReadyRead(50))
                continue;
            while (client.canReadLine()) {
                const QByteArray line = client.readLine().trimmed();
                const QByteArray tag = line.left(line.indexOf(' '));
                const QByteArray command = line.mid(tag.size() + 1);
                QByteArray answer = m_reply(command).value_or(usual(command));
                if (answer.isEmpty()) {
                    client.disconnectFromHost();
                    return;
                }
                send(client, answer.replace("TAG", tag));
            }
        }
    }
    static QByteArray usual(const QByteArray &command)
    {
        if (command.startsWith("CAPABILITY"))
            return "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN IDLE\r\nTAG OK done\r\n";
        return "TAG OK done\r\n";
    }
    static void send(QTcpSocket &client, const QByteArray &bytes)
    {
        client.write(bytes);
        client.flush();
        client.waitForBytesWritten(1000);
    }

    Reply m_reply;
    std::atomic<quint16> m_port{0};
    std::atomic<bool> m_isOver{false};
};

} // namespace Helmdesk::Test
