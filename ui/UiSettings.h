#pragma once

#include <QSettings>

namespace Helmdesk
{

// Where the window keeps its own state: place, sizes, appearance. Nothing of the workspace is in it.
inline QSettings uiSettings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("helmdesk"),
                     QStringLiteral("console"));
}

} // namespace Helmdesk
