#pragma once

#include <optional>
#include <QByteArray>
#include <QString>

namespace Helmdesk
{

// Chat sessions need no table: a token is a random id and a keyed hash of it, so that only tokens made with
// the workspace's secret are taken, also after a restart.
// Pure but for create(), and thread-safe. Failure: an unknown token gives nothing.
class ChatTokens
{
public:
    // The secret is at least 32 random bytes, kept with the workspace.
    explicit ChatTokens(const QByteArray &secret)
        : m_secret(secret)
    {
    }

    QByteArray create() const;
    // The conversation key of a token.
    std::optional<QString> conversationKey(const QByteArray &token) const;

private:
    QByteArray sign(const QByteArray &id) const;

    QByteArray m_secret;
};

// Bytes of the operating system's random source, as text for URLs (base64url, 4 characters for 3 bytes).
QByteArray randomToken(qsizetype bytes);

// Compares in a time that depends on the lengths alone.
bool isSameSecret(const QByteArray &a, const QByteArray &b);

} // namespace Helmdesk
