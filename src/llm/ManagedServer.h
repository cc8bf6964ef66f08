#pragma once

#include "core/ProcessLock.h"
#include "http/HttpGateway.h"
#include "llm/ModelProfile.h"
#include "llm/ServerChild.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace Helmdesk
{

// The model server of one managed profile: that of another program on this workspace where there is one, or
// else a child of this one, with a port and a key of its own, on this machine alone. It has one slot, and
// what it remembers of a conversation is wiped before another one's turn: what its prompt cache does by
// itself is not relied on.
//
// Thread: any; a turn excludes the turns of all programs on the workspace. Ownership: the gateway outlives
// it. Failure: Unavailable with one sentence for the operator; Cancelled and Timeout of the control.
class ManagedServer
{
public:
    struct Surroundings {
        HttpGateway &gateway;
        QString folder;    // for locks and slots; made when missing, the owner's alone
        QByteArray secret; // the programs of a workspace share it; keys are made of it
    };
    struct Place {
        QUrl url; // of the OpenAI form, ".../v1"
        QString key;
    };
    // One request after the other while it lives.
    class Turn
    {
    public:
        const Place &place() const { return m_place; }

    private:
        friend class ManagedServer;
        Turn(std::unique_lock<std::timed_mutex> here, std::unique_ptr<ProcessLock> elsewhere, Place place)
            : m_here(std::move(here))
            , m_elsewhere(std::move(elsewhere))
            , m_place(std::move(place))
        {
        }
        std::unique_lock<std::timed_mutex> m_here;
        std::unique_ptr<ProcessLock> m_elsewhere;
        Place m_place;
    };

    ManagedServer(Surroundings surroundings, ModelProfile profile);
    ~ManagedServer();

    // Waits for the turns of others, starts the server where it does not run, waits until it has loaded its
    // file, and wipes what it remembers of another conversation. An empty one is like no other.
    Result<Turn> turn(const QString &conversation, const RunControl &control);

    // "", "starting", "ready", or why it does not run.
    QString state() const;

    // The program that serves: `given`, or "llama-server" of the PATH. Unavailable when there is none.
    static Result<QString> program(const QString &given);

private:
    Result<> ready(const RunControl &control);
    Result<> start();
    Result<> waitUntilLoaded(const RunControl &control);
    Result<> forget(const QString &conversation, const RunControl &control);
    Result<> settleChild();
    bool answers(const QByteArray &path, const RunControl &control, int wanted = 200) const;
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const RunControl &control) const;
    QString pathOf(const char *ending) const;
    Place placeAt(quint16 port) const;
    std::optional<quint16> notedPort() const;
    void setState(const QString &state);

    Surroundings m_surroundings;
    ModelProfile m_profile;
    std::timed_mutex m_turn; // guards all below but m_state
    ProcessLock m_owner;     // held by the program whose child it is
    std::unique_ptr<ServerChild> m_child;
    Place m_place;
    quint16 m_port = 0;
    int m_failures = 0; // in a row, of the child
    std::chrono::steady_clock::time_point m_notBefore;
    mutable std::mutex m_stateMutex;
    QString m_state;
};

} // namespace Helmdesk
