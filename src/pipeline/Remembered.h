#pragma once

#include "routing/Router.h"
#include "understanding/Reading.h"

#include <QHash>

namespace Helmdesk
{

// The router during one turn: a text that it has routed is not routed again. Thread: one. Ownership: the
// router is not owned. Failure: that of the router, which is not remembered.
class RememberedRouter final : public Router
{
public:
    explicit RememberedRouter(const Router &router)
        : m_router(router)
    {
    }
    Result<Route> route(const QString &text) const override
    {
        if (const auto known = m_routes.constFind(text); known != m_routes.cend())
            return *known;
        auto routed = m_router.route(text);
        if (routed)
            m_routes.insert(text, *routed);
        return routed;
    }

private:
    const Router &m_router;
    mutable QHash<QString, Route> m_routes;
};

// The same of the reader.
class RememberedReader final : public Reader
{
public:
    explicit RememberedReader(const Reader &reader)
        : m_reader(reader)
    {
    }
    Reading read(const QString &ownWords) const override
    {
        if (const auto known = m_readings.constFind(ownWords); known != m_readings.cend())
            return *known;
        return *m_readings.insert(ownWords, m_reader.read(ownWords));
    }

private:
    const Reader &m_reader;
    mutable QHash<QString, Reading> m_readings;
};

} // namespace Helmdesk
