#include "understanding/ActTable.h"

#include "core/Json.h"

#include <QFile>

namespace Helmdesk
{

Result<QHash<QString, ActDescription>> loadActTable(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(file, in.errorString())};
    const auto json = parseJson(in.readAll());
    if (!json)
        return Error{ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(file, json.error().detail)};
    QHash<QString, ActDescription> acts;
    for (const Json &item : memberOrNull(*json, "acts")) {
        ActDescription act{stringOr(item, "title"), stringOr(item, "intent"), {}};
        for (const Json &intent : memberOrNull(item, "near")) {
            if (intent.is_string())
                act.near.append(intent.get<QString>());
        }
        const QString id = stringOr(item, "id");
        if (id.isEmpty() || act.title.isEmpty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("%1: an act needs id and title").arg(file)};
        acts.insert(id, act);
    }
    return acts;
}

} // namespace Helmdesk
