#pragma once

#include "app/InsightsRoom.h"

#include <QWidget>

class QLabel;

namespace Helmdesk
{

// A figure with its name, what goes with it, and how it was in the period before.
struct TileContent {
    QString name;
    QString value;
    QString note;
    QString before; // empty: there is no period before
};

std::vector<TileContent> tilesOf(const InsightsView &view);

// The headline figures of a period, four in a row.
class InsightTiles : public QWidget
{
    Q_OBJECT

public:
    explicit InsightTiles(QWidget *parent = nullptr);
    void setView(const InsightsView &view);

private:
    struct Tile {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
        QLabel *note = nullptr;
        QLabel *before = nullptr;
        QWidget *card = nullptr;
    };
    Tile makeTile();

    std::vector<Tile> m_tiles;
};

} // namespace Helmdesk
