#include "store/LeftOvers.h"

#include "store/Rows.h"

namespace Helmdesk
{

Result<LeftOvers> leftOvers(Database &database, const QDateTime &before)
{
    return database.read([&](Connection &connection) -> Result<LeftOvers> {
        LeftOvers left;
        const QString time = toIso(before);
        const auto count = [&](const char *sql, qint64 &into, const QVariantList &values = {}) -> Result<> {
            auto number = Rows::integer(connection.execute(QString::fromLatin1(sql), values));
            if (!number)
                return number.error();
            into = *number;
            return {};
        };
        for (const auto &done :
             {count("SELECT count(*) FROM effects WHERE state = 'started' AND started < ?", left.effectsBegun,
                    {time}),
              count("SELECT count(*) FROM effects WHERE state = 'unknown'", left.effectsUnknown),
              count("SELECT count(*) FROM outbox WHERE state = 'unknown'", left.mailsUnknown),
              count("SELECT count(*) FROM outbox WHERE state = 'failed'", left.mailsFailed),
              count("SELECT count(*) FROM outbox WHERE state = 'sending'", left.mailsLeaving),
              count("SELECT count(*) FROM runs WHERE state = 'running' AND started < ?", left.unanswered,
                    {time})}) {
            if (!done)
                return done.error();
        }
        return left;
    });
}

} // namespace Helmdesk
