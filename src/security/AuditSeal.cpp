#include "security/AuditSeal.h"

#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUuid>

namespace Helmdesk
{
namespace
{

constexpr qsizetype keyBytes = 32;

QString mac(const QByteArray &key, const QByteArray &purpose, const QByteArray &text)
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(purpose + '\n' + text, key, QCryptographicHash::Sha256).toHex());
}

QByteArray randomKey()
{
    std::array<quint32, keyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), keyBytes);
}

Error unusable(const QString &path, const QString &why)
{
    return {ErrorKind::Io, QStringLiteral("the key of the audit log in %1 cannot be used: %2")
                               .arg(QDir::toNativeSeparators(path), why)};
}

// Written beside and renamed, which does not replace a key that another program made meanwhile.
Result<bool> make(const QString &path)
{
    const QString beside = path + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::Id128);
    QFile file(beside);
    const QByteArray text = randomKey().toHex() + '\n';
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text) != text.size() || !file.flush()) {
        const Error error = unusable(path, file.errorString());
        file.remove();
        return error;
    }
    file.close();
    const bool isOurs = QFile::rename(beside, path);
    if (!isOurs)
        QFile::remove(beside);
    return isOurs;
}

} // namespace

QString AuditSeal::ofRecord(const QString &hash) const
{
    return mac(m_key, "helmdesk audit record", hash.toLatin1());
}

QString AuditSeal::ofCheckpoint(const QByteArray &statement) const
{
    return mac(m_key, "helmdesk audit checkpoint", statement);
}

Result<AuditKeyStore::Key> FileAuditKeyStore::key()
{
    Key key;
    if (!QFile::exists(m_path)) {
        auto made = make(m_path);
        if (!made)
            return made.error();
        key.isNew = *made;
    }
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(m_path, file.errorString());
    key.bytes = QByteArray::fromHex(file.readAll().trimmed());
    if (key.bytes.size() != keyBytes)
        return Error{ErrorKind::Corrupt, QStringLiteral("the key of the audit log in %1 is damaged: restore "
                                                        "the file from a backup")
                                             .arg(QDir::toNativeSeparators(m_path))};
    return key;
}

} // namespace Helmdesk
