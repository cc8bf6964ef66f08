#include "http/CircuitBreaker.h"

namespace Helmdesk
{

QString nameOf(CircuitState state)
{
    switch (state) {
    case CircuitState::Closed:
        return QStringLiteral("closed");
    case CircuitState::Open:
        return QStringLiteral("open");
    case CircuitState::HalfOpen:
        break;
    }
    return QStringLiteral("half_open");
}

bool CircuitBreaker::mayCall(Time now)
{
    switch (state(now)) {
    case CircuitState::Closed:
        return true;
    case CircuitState::Open:
        return false;
    case CircuitState::HalfOpen:
        break;
    }
    if (m_isProbing)
        return false;
    m_isProbing = true;
    return true;
}

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_isOpen = false;
    m_isProbing = false;
}

void CircuitBreaker::failed(Time now)
{
    const bool wasProbe = m_isProbing;
    m_isProbing = false;
    if (!wasProbe && ++m_failures < m_mostFailures)
        return;
    m_isOpen = true;
    m_openUntil = now + m_pause;
}

void CircuitBreaker::abandoned()
{
    m_isProbing = false;
}

CircuitState CircuitBreaker::state(Time now) const
{
    if (!m_isOpen)
        return CircuitState::Closed;
    return now < m_openUntil ? CircuitState::Open : CircuitState::HalfOpen;
}

} // namespace Helmdesk
