#include "tools/SecretToken.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace Helmdesk
{

QString hashOfToken(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

SecretToken SecretToken::make()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    const QString text =
        QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return {text, hashOfToken(text)};
}

} // namespace Helmdesk
