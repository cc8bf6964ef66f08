#pragma once

#include "core/RunControl.h"
#include "mailbox/MailAccount.h"

#include <chrono>
#include <memory>
#include <optional>
#include <QByteArray>

struct _mailstream;
typedef struct _mailstream mailstream;

namespace Helmdesk
{

// One connection to a mail server: the transport under the library that speaks the protocols. The
// certificate is checked against the system's trust and the host's name, or against the one that the account
// names. A read or write ends at the stop or deadline of its RunControl, and after `patience` without a byte.
//
// Thread: the one that opened it, made by Qt. Ownership: the session that is given newStream() closes it,
// which leaves the connection as it is; destroy the session first. Failure: see fault().
class SocketStream
{
public:
    static constexpr std::chrono::seconds connectPatience{20};
    static constexpr std::chrono::seconds patience{60};

    // What has been done so far, for a test that tells step by step.
    enum class Step { NameFound, Connected, Encrypted };
    using StepSink = std::function<void(Step, const QString &words)>;

    // With MailTls::StartTls the connection is plain until startTls(). Failure: NotFound where the host has
    // no address, Unavailable, Timeout, Cancelled, Denied where the certificate does not serve; with a
    // sentence.
    static Result<std::unique_ptr<SocketStream>> open(const MailEndpoint &endpoint,
                                                      const QString &certificate, const RunControl &control,
                                                      const StepSink &tell = {});
    ~SocketStream();
    SocketStream(const SocketStream &) = delete;
    SocketStream &operator=(const SocketStream &) = delete;

    mailstream *newStream(); // once, for the session of a protocol
    // After the server agreed. Denied when bytes came in plain that would count as encrypted ones.
    Result<> startTls(const StepSink &tell = {});
    bool isEncrypted() const;
    void setControl(const RunControl &control); // of what follows

    // Whether bytes are there, at the latest after `wait`. Failure: the fault that ended the connection.
    Result<bool> waitForBytes(std::chrono::milliseconds wait);
    QByteArray waiting() const; // the bytes that are there, which stay

    // Why the last read or write failed.
    const std::optional<Error> &fault() const;

    struct State;

private:
    explicit SocketStream(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Helmdesk
