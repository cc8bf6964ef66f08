#pragma once

#include <QIconEnginePlugin>

namespace Helmdesk
{

// Lets the style sheet show the drawings among the resources (url(:/icons/check-light.svg)) where Qt's own
// SVG plugin is not installed. Linked into the program; see Q_IMPORT_PLUGIN in Icons.cpp.
class LineIconPlugin : public QIconEnginePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QIconEngineFactoryInterface_iid FILE "LineIconPlugin.json")

public:
    using QIconEnginePlugin::QIconEnginePlugin;
    QIconEngine *create(const QString &fileName = {}) override;
};

} // namespace Helmdesk
