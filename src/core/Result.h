#pragma once

#include "core/Error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace Helmdesk
{

struct Unit {
    bool operator==(const Unit &) const = default;
};

// A value or an Error, with the member names of std::expected so that it can be replaced by it later.
// `Result<>` is a plain success or failure. Error converts into any Result, so a failure is passed on by
// returning it.
template <class T = Unit>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result() requires std::is_default_constructible_v<T> : m_state(std::in_place_index<0>) {}
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    Error &error() & { return std::get<1>(m_state); }
    const Error &error() const & { return std::get<1>(m_state); }
    Error &&error() && { return std::get<1>(std::move(m_state)); }

    template <class U>
    T value_or(U &&fallback) const
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

    // Applies `fn` to the value; an error passes through.
    template <class Fn>
    auto transform(Fn &&fn) const -> Result<std::invoke_result_t<Fn, const T &>>
    {
        if (!has_value())
            return error();
        return std::forward<Fn>(fn)(value());
    }

    // Like transform, for functions that return a Result themselves.
    template <class Fn>
    auto and_then(Fn &&fn) const -> std::invoke_result_t<Fn, const T &>
    {
        if (!has_value())
            return error();
        return std::forward<Fn>(fn)(value());
    }

private:
    std::variant<T, Error> m_state;
};

} // namespace Helmdesk
