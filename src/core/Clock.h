#pragma once

#include <QDateTime>

namespace Helmdesk
{

// The wall clock as a port. Thread-safe. Times are UTC.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

// Stands still; used by scenarios and tests.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now)
        : m_now(std::move(now))
    {
    }
    QDateTime now() const override { return m_now; }
    void set(QDateTime now) { m_now = std::move(now); }

private:
    QDateTime m_now;
};

// UTC ISO 8601 with milliseconds, e.g. 2026-11-22T10:00:00.000Z; sorts as text. Used for every stored time.
QString toIso(const QDateTime &time);
QDateTime fromIso(const QString &text);

} // namespace Helmdesk
