#pragma once

#include "store/Connection.h"

#include <utility>

namespace Helmdesk
{

// All reads until it goes see one moment. Inside a transaction that is so already.
class Snapshot
{
public:
    static Result<Snapshot> begin(Connection &connection)
    {
        if (connection.isInTransaction())
            return Snapshot(nullptr);
        if (auto begun = connection.runOnce(QStringLiteral("BEGIN")); !begun)
            return begun.error();
        return Snapshot(&connection);
    }
    Snapshot(Snapshot &&other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {
    }
    Snapshot &operator=(Snapshot &&) = delete;
    ~Snapshot()
    {
        if (m_connection != nullptr)
            (void)m_connection->runOnce(QStringLiteral("COMMIT")); // it has read only
    }

private:
    explicit Snapshot(Connection *connection)
        : m_connection(connection)
    {
    }
    Connection *m_connection;
};

} // namespace Helmdesk
