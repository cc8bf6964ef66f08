#include "inspector/IntentWords.h"

#include "core/Json.h"

#include <QFile>
#include <QHash>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

using Titles = QHash<QString, QString>;

Titles titlesIn(const QString &language)
{
    Titles titles;
    QFile file(u":/intents/%1.json"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return language == "en"_L1 ? titles : titlesIn(u"en"_s);
    const auto json = parseJson(file.readAll());
    if (!json || !json->is_object())
        return titles;
    for (const auto &[id, title] : json->items())
        if (title.is_string())
            titles.insert(QString::fromStdString(id), title.get<QString>());
    return titles;
}

} // namespace

QString IntentWords::title(const QString &intent)
{
    static QHash<QString, Titles> known; // by language
    const QString language = QLocale().name().section(u'_', 0, 0);
    if (!known.contains(language))
        known.insert(language, titlesIn(language));
    const QString title = known[language].value(intent);
    return title.isEmpty() ? intent.section(u'.', -1).replace(u'_', u' ') : title;
}

} // namespace Helmdesk
