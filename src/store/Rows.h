#pragma once

#include "core/Clock.h"
#include "core/Domain.h"
#include "store/Connection.h"

// Small functions that turn statements into values. Thread: that of the connection.
namespace Helmdesk::Rows
{

// Every row through `make(const Statement &)`.
template <class Make>
auto all(Result<Statement> statement, Make make)
    -> Result<std::vector<std::invoke_result_t<Make, const Statement &>>>
{
    if (!statement)
        return std::move(statement).error();
    std::vector<std::invoke_result_t<Make, const Statement &>> values;
    while (statement->next())
        values.push_back(make(*statement));
    if (auto failure = statement->failure())
        return std::move(*failure);
    return values;
}

// The first row, or nothing.
template <class Make>
auto first(Result<Statement> statement, Make make)
    -> Result<std::optional<std::invoke_result_t<Make, const Statement &>>>
{
    using Value = std::invoke_result_t<Make, const Statement &>;
    if (!statement)
        return std::move(statement).error();
    if (statement->next())
        return std::optional<Value>(make(*statement));
    if (auto failure = statement->failure())
        return std::move(*failure);
    return std::optional<Value>();
}

inline Result<> done(Result<Statement> statement)
{
    return statement ? Result<>() : Result<>(std::move(statement).error());
}

// NotFound when the statement changed no row.
inline Result<> changed(Result<Statement> statement, const QString &what)
{
    if (!statement)
        return std::move(statement).error();
    if (statement->changes() == 0)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such %1").arg(what)};
    return {};
}

inline Result<qint64> integer(Result<Statement> statement, qint64 fallback = 0)
{
    auto value = first(std::move(statement), [](const Statement &row) { return row.integer(0); });
    if (!value)
        return std::move(value).error();
    return value->value_or(fallback);
}

// A time as it is stored; the present for an invalid one, so that order never depends on an empty text.
inline QString stamp(const QDateTime &time)
{
    return toIso(time.isValid() ? time : QDateTime::currentDateTimeUtc());
}

// NULL for an id that is not stored.
template <class Id>
std::optional<qint64> reference(Id id)
{
    return id.isValid() ? std::optional<qint64>(id.value) : std::nullopt;
}

// The value of a name among those from 0 to `last`.
template <class Enum>
Enum enumFrom(const QString &name, Enum last, Enum fallback)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (nameOf(static_cast<Enum>(i)) == name)
            return static_cast<Enum>(i);
    }
    return fallback;
}

inline Json toJsonList(const QList<EscalationReason> &reasons)
{
    Json list = Json::array();
    for (const EscalationReason reason : reasons)
        list.push_back(nameOf(reason));
    return list;
}

inline QList<EscalationReason> reasonsFrom(const Json &list)
{
    QList<EscalationReason> reasons;
    for (const Json &item : list) {
        if (item.is_string()) {
            if (const auto reason = fromName<EscalationReason>(item.get<QString>()))
                reasons.append(*reason);
        }
    }
    return reasons;
}

} // namespace Helmdesk::Rows
