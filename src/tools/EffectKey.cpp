#include "tools/EffectKey.h"

#include <QCryptographicHash>
#include <QUuid>

namespace Helmdesk
{

QString argumentsDigest(const QString &tool, const Json &args)
{
    const Json canonical{{"args", args}, {"tool", tool}};
    return QString::fromLatin1(
        QCryptographicHash::hash(toBytes(canonical), QCryptographicHash::Sha256).toHex());
}

std::optional<Money> moneyIn(const Json &args)
{
    const Json &minor = memberOrNull(args, "amount_minor");
    if (!minor.is_number_integer())
        return std::nullopt;
    return Money{minor.get<qint64>(), stringOr(args, "currency", QStringLiteral("USD"))};
}

EffectKey effectKey(MessageId message, RunId run, qsizetype callIndex, const QString &tool, const Json &args)
{
    QString scope;
    if (message.isValid())
        scope = QStringLiteral("m%1").arg(message.value);
    else if (run.isValid())
        scope = QStringLiteral("r%1").arg(run.value);
    else
        scope = QStringLiteral("u") + QUuid::createUuid().toString(QUuid::Id128);
    return {QStringLiteral("%1.%2.%3").arg(scope).arg(callIndex).arg(argumentsDigest(tool, args))};
}

bool keyCovers(const EffectKey &key, const QString &tool, const Json &args)
{
    return key.value.section(QLatin1Char('.'), 2) == argumentsDigest(tool, args);
}

} // namespace Helmdesk
