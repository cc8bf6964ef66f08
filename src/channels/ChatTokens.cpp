#include "channels/ChatTokens.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace Helmdesk
{

namespace
{

constexpr auto forUrls = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype idBytes = 18;

} // namespace

QByteArray randomToken(qsizetype bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    for (char &byte : random)
        byte = static_cast<char>(QRandomGenerator::system()->generate() & 0xFFU);
    return random.toBase64(forUrls);
}

bool isSameSecret(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

QByteArray ChatTokens::sign(const QByteArray &id) const
{
    return QMessageAuthenticationCode::hash("chat session " + id, m_secret, QCryptographicHash::Sha256)
        .left(18)
        .toBase64(forUrls);
}

QByteArray ChatTokens::create() const
{
    const QByteArray id = randomToken(idBytes);
    return id + '.' + sign(id);
}

std::optional<QString> ChatTokens::conversationKey(const QByteArray &token) const
{
    const qsizetype dot = token.indexOf('.');
    if (dot <= 0 || token.size() > 100 || !isSameSecret(token.mid(dot + 1), sign(token.left(dot))))
        return {};
    return QStringLiteral("chat-") + QString::fromLatin1(token.left(dot));
}

} // namespace Helmdesk
