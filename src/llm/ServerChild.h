#pragma once

#include <atomic>
#include <mutex>
#include <QProcessEnvironment>
#include <QStringList>
#include <thread>

namespace Helmdesk
{

// A server that runs as a child, on a thread of its own that drains what it says; it ends with this object,
// and with this program however that ends (core/ChildGuard.h). Thread: any.
class ServerChild
{
public:
    struct Command {
        QString program;
        QStringList arguments;
        QProcessEnvironment environment;
    };
    explicit ServerChild(Command command);
    ~ServerChild(); // asks it to end, and ends it after five seconds

    bool hasEnded() const { return m_hasEnded; }
    // The end of what it said, or why it could not start; at most 2,000 characters.
    QString lastWords() const;

private:
    void work(const std::stop_token &stop, const Command &command);
    void note(const QByteArray &said);

    std::atomic<bool> m_hasEnded = false;
    mutable std::mutex m_mutex; // guards m_said
    QByteArray m_said;
    std::jthread m_thread; // the last member: it uses the others
};

} // namespace Helmdesk
