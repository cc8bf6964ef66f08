#include "routing/IntentTaxonomy.h"

#include "core/Json.h"

#include <algorithm>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr const char *backgroundName = "background";

Error invalid(const QString &file, const QString &what)
{
    return {ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(file, what)};
}

Result<Intent> intentFrom(const Json &json, const QString &file, std::optional<Category> category)
{
    Intent intent;
    intent.id = stringOr(json, "id");
    intent.title = stringOr(json, "title");
    intent.description = stringOr(json, "description");
    intent.category = category;
    for (const Json &utterance : memberOrNull(json, "utterances")) {
        if (!utterance.is_string())
            return invalid(file, QStringLiteral("%1 has an utterance that is no text").arg(intent.id));
        intent.utterances.append(utterance.get<QString>());
    }
    if (intent.id.isEmpty() || intent.utterances.isEmpty())
        return invalid(file, QStringLiteral("an intent without id or utterances"));
    return intent;
}

} // namespace

Result<IntentTaxonomy> IntentTaxonomy::load(const QString &folder)
{
    IntentTaxonomy taxonomy;
    QHash<QString, QString> seen; // utterance -> intent
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io, QStringLiteral("%1: %2").arg(name, file.errorString())};
        const auto json = parseJson(file.readAll());
        if (!json)
            return invalid(name, json.error().detail);
        const QString categoryName = stringOr(*json, "category");
        const auto category = fromName<Category>(categoryName);
        if (!category && categoryName != QLatin1String(backgroundName))
            return invalid(name, QStringLiteral("unknown category \"%1\"").arg(categoryName));
        for (const Json &item : memberOrNull(*json, "intents")) {
            auto intent = intentFrom(item, name, category);
            if (!intent)
                return intent.error();
            if (taxonomy.find(intent->id) != nullptr)
                return invalid(name, QStringLiteral("the intent %1 stands twice").arg(intent->id));
            for (const QString &utterance : intent->utterances) {
                const QString key = utterance.simplified().toLower();
                if (seen.contains(key))
                    return invalid(name, QStringLiteral("\"%1\" stands under %2 and %3")
                                             .arg(utterance, seen.value(key), intent->id));
                seen.insert(key, intent->id);
            }
            taxonomy.m_intents.push_back(std::move(*intent));
        }
    }
    if (taxonomy.m_intents.empty())
        return Error{ErrorKind::NotFound, QStringLiteral("no intents in %1").arg(folder)};
    return taxonomy;
}

const Intent *IntentTaxonomy::find(const QString &id) const
{
    const auto it = std::ranges::find(m_intents, id, &Intent::id);
    return it == m_intents.end() ? nullptr : &*it;
}

qsizetype IntentTaxonomy::utteranceCount() const
{
    qsizetype count = 0;
    for (const Intent &intent : m_intents)
        count += intent.utterances.size();
    return count;
}

} // namespace Helmdesk
