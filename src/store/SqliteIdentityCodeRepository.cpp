#include "store/SqliteIdentityCodeRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

const QString columns =
    QStringLiteral("SELECT message, conversation, address, customer, salt, digest, issued, "
                   "expires, tries, ifnull(proven, '') FROM identity_codes ");

IdentityCode codeOf(const Statement &row)
{
    IdentityCode code;
    code.message = {row.integer(0)};
    code.conversation = {row.integer(1)};
    code.address = row.text(2);
    code.customer = row.text(3);
    code.salt = QByteArray::fromHex(row.text(4).toLatin1());
    code.digest = QByteArray::fromHex(row.text(5).toLatin1());
    code.issuedAt = fromIso(row.text(6));
    code.expiresAt = fromIso(row.text(7));
    code.tries = static_cast<int>(row.integer(8));
    code.provenAt = fromIso(row.text(9));
    return code;
}

Result<> audit(Connection &connection, const char *action, MessageId message, const QDateTime &at)
{
    return SqliteAuditLog::append(connection,
                                  {at, QStringLiteral("system"), QString::fromLatin1(action),
                                   QStringLiteral("message:%1").arg(message.value), Json::object()});
}

} // namespace

Result<> SqliteIdentityCodeRepository::add(const IdentityCode &code)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto added = connection.run(
            QStringLiteral(
                "INSERT INTO identity_codes (message, conversation, address, customer, salt, digest, "
                "issued, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            code.message.value, code.conversation.value, code.address, code.customer,
            QString::fromLatin1(code.salt.toHex()), QString::fromLatin1(code.digest.toHex()),
            Rows::stamp(code.issuedAt), Rows::stamp(code.expiresAt));
        if (!added)
            return std::move(added).error();
        return audit(connection, "identity.code_sent", code.message, code.issuedAt);
    });
}

Result<std::optional<IdentityCode>> SqliteIdentityCodeRepository::ofMessage(MessageId message) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(columns + QStringLiteral("WHERE message = ?"), message.value),
                           codeOf);
    });
}

Result<std::optional<IdentityCode>> SqliteIdentityCodeRepository::latest(ConversationId conversation,
                                                                         const QString &address) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(columns + QStringLiteral("WHERE conversation = ? AND address = ? "
                                                    "ORDER BY issued DESC, message DESC LIMIT 1"),
                           conversation.value, address),
            codeOf);
    });
}

Result<int> SqliteIdentityCodeRepository::issuedTo(const QString &address, const QDateTime &since) const
{
    return m_database.read([&](Connection &connection) -> Result<int> {
        auto count = Rows::integer(connection.run(
            QStringLiteral("SELECT count(*) FROM identity_codes WHERE address = ? AND issued > ?"), address,
            Rows::stamp(since)));
        return count ? Result<int>(static_cast<int>(*count)) : Result<int>(count.error());
    });
}

Result<> SqliteIdentityCodeRepository::countWrong(MessageId message, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto counted = connection.run(
            QStringLiteral("UPDATE identity_codes SET tries = tries + 1 WHERE message = ?"), message.value);
        if (!counted)
            return std::move(counted).error();
        return audit(connection, "identity.code_wrong", message, at);
    });
}

Result<> SqliteIdentityCodeRepository::markProven(MessageId message, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto marked = connection.run(
            QStringLiteral("UPDATE identity_codes SET proven = ? WHERE message = ? AND proven IS NULL"),
            Rows::stamp(at), message.value);
        if (!marked)
            return std::move(marked).error();
        return audit(connection, "identity.proven", message, at);
    });
}

} // namespace Helmdesk
