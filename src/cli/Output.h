#pragma once

#include "core/Json.h"

#include <functional>

namespace Helmdesk
{

// How a command speaks: results on stdout (one JSON document with --json, else lines for people), one clear
// sentence an error on stderr, progress only on a terminal. Used on the main thread.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }

    bool isJson() const { return m_json; }
    // The document with --json, otherwise `text`.
    void result(const Json &document, const QString &text) const;
    void line(const QString &text) const;
    // Writes the sentence and returns the exit code 1.
    int fail(const Error &error) const;
    // A sentence on stderr that changes no exit code.
    void warn(const QString &sentence) const;

    // "label  120 of 512" in place, on a terminal only; an empty function otherwise.
    std::function<void(qint64, qint64)> progress(const QString &label) const;

private:
    bool m_json;
};

} // namespace Helmdesk
