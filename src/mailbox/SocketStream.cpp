#include "mailbox/SocketStream.h"

#include <libetpan/mailstream.h>
#include <libetpan/mailstream_low.h>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>

namespace Helmdesk
{

struct SocketStream::State {
    QSslSocket socket;
    MailEndpoint endpoint;
    QString certificate;
    RunControl control;
    std::optional<Error> fault;
    mailstream *stream = nullptr; // the session's

    ssize_t read(char *bytes, size_t count);
    ssize_t untilFarewell(const char *bytes, ssize_t got);
    ssize_t write(const char *bytes, size_t count);
    bool fail(Error error);
    bool isFine();
    Result<> connect();
    Result<> encrypt();
    QString tlsWords() const;
};

namespace
{

constexpr int sliceMs = 100; // how soon a stop is noticed
constexpr size_t bufferBytes = 16384;

Error problem(ErrorKind kind, const QString &sentence)
{
    return {kind, sentence, kind == ErrorKind::Unavailable || kind == ErrorKind::Timeout};
}

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

SocketStream::State &stateOf(mailstream_low *low);

ssize_t lowRead(mailstream_low *low, void *bytes, size_t count)
{
    return stateOf(low).read(static_cast<char *>(bytes), count);
}

ssize_t lowWrite(mailstream_low *low, const void *bytes, size_t count)
{
    return stateOf(low).write(static_cast<const char *>(bytes), count);
}

int lowClose(mailstream_low *)
{
    return 0; // the socket goes with its SocketStream
}

int lowDescriptor(mailstream_low *)
{
    return -1;
}

void lowFree(mailstream_low *low)
{
    free(low); // what mailstream_low_new() made; its data is not owned
}

void lowCancel(mailstream_low *)
{
}

struct mailstream_cancel *lowCancelOf(mailstream_low *) // also the name of a function
{
    return nullptr;
}

carray *lowCertificates(mailstream_low *)
{
    return nullptr;
}

int lowIdle(mailstream_low *)
{
    return -1;
}

mailstream_low_driver driver = {lowRead,     lowWrite,        lowClose, lowDescriptor, lowFree, lowCancel,
                                lowCancelOf, lowCertificates, lowIdle,  lowIdle,       lowIdle};

SocketStream::State &stateOf(mailstream_low *low)
{
    return *static_cast<SocketStream::State *>(low->data);
}

QString socketWords(const QSslSocket &socket, const MailEndpoint &endpoint)
{
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return QStringLiteral("the name %1 was not found").arg(endpoint.host);
    case QAbstractSocket::ConnectionRefusedError:
        return QStringLiteral("%1 refuses the connection: nothing listens there").arg(nameOf(endpoint));
    case QAbstractSocket::RemoteHostClosedError:
        return QStringLiteral("%1 closed the connection").arg(nameOf(endpoint));
    case QAbstractSocket::SocketTimeoutError:
        return QStringLiteral("%1 did not answer in time").arg(nameOf(endpoint));
    default:
        return QStringLiteral("%1: %2").arg(nameOf(endpoint), socket.errorString());
    }
}

ErrorKind kindOf(const QSslSocket &socket)
{
    return socket.error() == QAbstractSocket::HostNotFoundError    ? ErrorKind::NotFound
           : socket.error() == QAbstractSocket::SocketTimeoutError ? ErrorKind::Timeout
                                                                   : ErrorKind::Unavailable;
}

} // namespace

bool SocketStream::State::fail(Error error)
{
    if (!fault)
        fault = std::move(error);
    return false;
}

// Whether the work may go on.
bool SocketStream::State::isFine()
{
    if (fault)
        return false;
    if (const Result<> checked = control.check(); !checked)
        return fail(checked.error());
    return true;
}

ssize_t SocketStream::State::read(char *bytes, size_t count)
{
    const QDeadlineTimer quiet(patience);
    if (!isFine())
        return -1;
    while (socket.bytesAvailable() == 0) {
        if (!isFine())
            return -1;
        if (quiet.hasExpired()) {
            fail(problem(
                ErrorKind::Timeout,
                QStringLiteral("%1 has been silent for %2 s").arg(nameOf(endpoint)).arg(patience.count())));
            return -1;
        }
        if (!socket.waitForReadyRead(sliceMs) && socket.state() != QAbstractSocket::ConnectedState &&
            socket.bytesAvailable() == 0) {
            fail(problem(ErrorKind::Unavailable, socketWords(socket, endpoint)));
            return -1;
        }
    }
    const auto got = static_cast<ssize_t>(socket.read(bytes, static_cast<qint64>(count)));
    return got <= 0 ? got : untilFarewell(bytes, got);
}

// A farewell is the last line that a server sends: here the connection ends before it, so that what is read
// of a command is whole or an error. -1 when nothing came before it.
ssize_t SocketStream::State::untilFarewell(const char *bytes, ssize_t got)
{
    const QByteArrayView view(bytes, got);
    if (!view.endsWith("\r\n"))
        return got;
    const qsizetype line = view.chopped(2).lastIndexOf("\r\n");
    const qsizetype begin = line < 0 ? 0 : line + 2;
    if (!view.sliced(begin).startsWith("* BYE"))
        return got;
    fail(problem(ErrorKind::Unavailable, QStringLiteral("%1 ended the session").arg(nameOf(endpoint))));
    return begin > 0 ? static_cast<ssize_t>(begin) : -1;
}

ssize_t SocketStream::State::write(const char *bytes, size_t count)
{
    if (!isFine())
        return -1;
    if (socket.write(bytes, static_cast<qint64>(count)) != static_cast<qint64>(count)) {
        fail(problem(ErrorKind::Unavailable, socketWords(socket, endpoint)));
        return -1;
    }
    const QDeadlineTimer quiet(patience);
    while (socket.bytesToWrite() > 0 || socket.encryptedBytesToWrite() > 0) {
        if (!isFine())
            return -1;
        if (!socket.waitForBytesWritten(sliceMs) &&
            (socket.state() != QAbstractSocket::ConnectedState || quiet.hasExpired())) {
            fail(problem(ErrorKind::Unavailable, socketWords(socket, endpoint)));
            return -1;
        }
    }
    return static_cast<ssize_t>(count);
}

// Waits in an event loop: QSslSocket::waitForConnected() gives up at the end of its first slice.
Result<> SocketStream::State::connect()
{
    QEventLoop loop;
    QTimer look;
    const QDeadlineTimer quiet(connectPatience);
    QObject::connect(&socket, &QAbstractSocket::connected, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QAbstractSocket::errorOccurred, &loop, [&loop] { loop.quit(); });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (quiet.hasExpired() || !isFine())
            loop.quit();
    });
    look.start(sliceMs);
    socket.connectToHost(endpoint.host, endpoint.port);
    if (socket.state() != QAbstractSocket::UnconnectedState)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (fault)
        return *fault;
    if (socket.state() == QAbstractSocket::ConnectedState)
        return {};
    if (socket.state() == QAbstractSocket::UnconnectedState)
        return problem(kindOf(socket), socketWords(socket, endpoint));
    return problem(ErrorKind::Timeout, QStringLiteral("%1 did not answer in time").arg(nameOf(endpoint)));
}

// With a certificate of the account's own only that one serves, whoever signed it.
Result<> SocketStream::State::encrypt()
{
    QStringList faults;
    const auto watched = QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&](const auto &errors) {
        for (const QSslError &error : errors)
            faults << error.errorString();
        if (!certificate.isEmpty() && fingerprintOf(socket.peerCertificate()) == certificate)
            socket.ignoreSslErrors();
    });
    socket.setPeerVerifyName(endpoint.host);
    socket.startClientEncryption();
    const QDeadlineTimer quiet(connectPatience);
    bool isDone = socket.isEncrypted();
    while (!isDone && isFine() && !quiet.hasExpired() && socket.state() == QAbstractSocket::ConnectedState)
        isDone = socket.waitForEncrypted(sliceMs) || socket.isEncrypted();
    QObject::disconnect(watched);
    if (fault)
        return *fault;
    const QString seen = fingerprintOf(socket.peerCertificate());
    if (isDone && (certificate.isEmpty() || seen == certificate))
        return {};
    if (!certificate.isEmpty() && !seen.isEmpty() && seen != certificate)
        return problem(ErrorKind::Denied,
                       QStringLiteral("%1 shows another certificate than the one that was agreed on (now %2)")
                           .arg(nameOf(endpoint), seen));
    if (!faults.isEmpty())
        return problem(
            ErrorKind::Denied,
            QStringLiteral("the certificate of %1 does not serve: %2. Where the server is your own, "
                           "give its SHA-256 as the one certificate to trust: %3")
                .arg(nameOf(endpoint), faults.first(), seen));
    return problem(
        quiet.hasExpired() ? ErrorKind::Timeout : ErrorKind::Unavailable,
        QStringLiteral("%1 does not speak TLS here: %2").arg(nameOf(endpoint), socket.errorString()));
}

QString SocketStream::State::tlsWords() const
{
    const QSsl::SslProtocol protocol = socket.sessionProtocol();
    return QStringLiteral("%1, certificate of %2")
        .arg(protocol == QSsl::TlsV1_3   ? QStringLiteral("TLS 1.3")
             : protocol == QSsl::TlsV1_2 ? QStringLiteral("TLS 1.2")
                                         : QStringLiteral("TLS"),
             socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0));
}

SocketStream::SocketStream(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SocketStream::~SocketStream() = default;

Result<std::unique_ptr<SocketStream>> SocketStream::open(const MailEndpoint &endpoint,
                                                         const QString &certificate,
                                                         const RunControl &control, const StepSink &tell)
{
    auto state = std::make_unique<State>();
    state->endpoint = endpoint;
    state->certificate = certificate;
    state->control = control;
    if (const Result<> connected = state->connect(); !connected)
        return connected.error();
    if (tell) {
        tell(Step::NameFound, state->socket.peerAddress().toString());
        tell(Step::Connected, nameOf(endpoint));
    }
    if (endpoint.tls == MailTls::Implicit) {
        if (const Result<> encrypted = state->encrypt(); !encrypted)
            return encrypted.error();
        if (tell)
            tell(Step::Encrypted, state->tlsWords());
    }
    return std::unique_ptr<SocketStream>(new SocketStream(std::move(state)));
}

mailstream *SocketStream::newStream()
{
    m_state->stream = mailstream_new(mailstream_low_new(m_state.get(), &driver), bufferBytes);
    return m_state->stream;
}

Result<> SocketStream::startTls(const StepSink &tell)
{
    const bool isAhead = m_state->socket.bytesAvailable() > 0 ||
                         (m_state->stream != nullptr && m_state->stream->read_buffer_len > 0);
    if (isAhead)
        return problem(ErrorKind::Denied,
                       QStringLiteral("%1 sent something between the agreement on TLS and TLS itself: "
                                      "somebody may have put it there")
                           .arg(nameOf(m_state->endpoint)));
    auto encrypted = m_state->encrypt();
    if (encrypted && tell)
        tell(Step::Encrypted, m_state->tlsWords());
    return encrypted;
}

bool SocketStream::isEncrypted() const
{
    return m_state->socket.isEncrypted();
}

void SocketStream::setControl(const RunControl &control)
{
    m_state->control = control;
}

Result<bool> SocketStream::waitForBytes(std::chrono::milliseconds wait)
{
    QSslSocket &socket = m_state->socket;
    const QDeadlineTimer end(wait);
    while (socket.bytesAvailable() == 0) {
        if (!m_state->isFine())
            return *m_state->fault;
        if (end.hasExpired())
            return false;
        if (!socket.waitForReadyRead(sliceMs) && socket.state() != QAbstractSocket::ConnectedState &&
            socket.bytesAvailable() == 0) {
            m_state->fail(problem(ErrorKind::Unavailable, socketWords(socket, m_state->endpoint)));
            return *m_state->fault;
        }
    }
    return true;
}

QByteArray SocketStream::waiting() const
{
    return m_state->socket.peek(m_state->socket.bytesAvailable());
}

const std::optional<Error> &SocketStream::fault() const
{
    return m_state->fault;
}

} // namespace Helmdesk
