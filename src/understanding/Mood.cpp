#include "understanding/Mood.h"

#include <algorithm>

namespace Helmdesk
{

QString nameOf(Mood mood)
{
    switch (mood) {
    case Mood::None:
        break;
    case Mood::Asks:
        return QStringLiteral("asks");
    case Mood::About:
        return QStringLiteral("about");
    case Mood::Refuses:
        return QStringLiteral("refuses");
    case Mood::Condition:
        return QStringLiteral("condition");
    case Mood::Reports:
        return QStringLiteral("reports");
    case Mood::Other:
        return QStringLiteral("other");
    }
    return QStringLiteral("none");
}

std::optional<Mood> moodNamed(const QString &name)
{
    const auto found = std::ranges::find_if(allMoods, [&](Mood mood) { return nameOf(mood) == name; });
    return found == allMoods.end() ? std::nullopt : std::optional(*found);
}

} // namespace Helmdesk
