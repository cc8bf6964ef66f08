#include "insights/InsightTiles.h"

#include "insights/InsightWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int tileCount = 8;
constexpr int tilesInRow = 4;

// How a figure of the total reads; the same for the period before.
using Reading = std::function<QString(const Insights &)>;

TileContent tile(const InsightsView &view, const QString &name, const Reading &read, const QString &note = {})
{
    return {name, read(view.now), note,
            view.before ? InsightTiles::tr("Before: %1").arg(read(*view.before)) : QString()};
}

QString costOfResolution(const Insights &insights)
{
    const InsightFigures &figures = insights.total;
    return figures.resolved() > 0
               ? InsightWords::dollars(figures.costUsd() / static_cast<double>(figures.resolved()))
               : u"\u2013"_s;
}

} // namespace

std::vector<TileContent> tilesOf(const InsightsView &view)
{
    const InsightFigures &now = view.now.total;
    const InsightAssumptions &assumed = view.now.assumed;
    const auto within = [](const std::vector<qint64> &seconds) {
        return InsightTiles::tr("90 % within %1").arg(InsightWords::seconds(quantileOf(seconds, 0.9)));
    };
    const auto part = [](qint64 count, qint64 whole) {
        return InsightTiles::tr("%1 of %2").arg(Words::number(count), Words::number(whole));
    };
    const qint64 answered = now.conversations - now.notAnswered;
    return {
        tile(
            view, InsightTiles::tr("Conversations"),
            [](const Insights &of) { return Words::number(of.total.conversations); },
            InsightTiles::tr("%Ln reopened", nullptr, static_cast<int>(now.reopened))),
        tile(
            view, InsightTiles::tr("Resolved"),
            [](const Insights &of) {
                return InsightWords::share(of.total.resolved(), of.total.conversations);
            },
            part(now.resolved(), now.conversations)),
        tile(
            view, InsightTiles::tr("Answered by Helmdesk alone"),
            [](const Insights &of) {
                return InsightWords::share(of.total.answeredAlone,
                                           of.total.conversations - of.total.notAnswered);
            },
            part(now.answeredAlone, answered)),
        tile(
            view, InsightTiles::tr("Drafts sent unchanged"),
            [](const Insights &of) {
                return InsightWords::share(of.total.draftsUnchanged, of.total.judgedDrafts());
            },
            part(now.draftsUnchanged, now.judgedDrafts())),
        tile(
            view, InsightTiles::tr("First response, median"),
            [](const Insights &of) {
                return InsightWords::seconds(quantileOf(of.total.firstResponses, 0.5));
            },
            within(now.firstResponses)),
        tile(
            view, InsightTiles::tr("Time to resolution, median"),
            [](const Insights &of) { return InsightWords::seconds(quantileOf(of.total.resolutions, 0.5)); },
            within(now.resolutions)),
        tile(
            view, InsightTiles::tr("Time saved"),
            [](const Insights &of) { return InsightWords::hours(savedMinutes(of.total, of.assumed)); },
            InsightTiles::tr("worth %1").arg(InsightWords::dollars(savedUsd(now, assumed)))),
        tile(view, InsightTiles::tr("Models, a resolution"), costOfResolution,
             InsightTiles::tr("%1 in all").arg(InsightWords::dollars(now.costUsd()))),
    };
}

InsightTiles::InsightTiles(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Measure::pad);
    for (int at = 0; at < tileCount; ++at) {
        m_tiles.push_back(makeTile());
        grid->addWidget(m_tiles.back().card, at / tilesInRow, at % tilesInRow);
    }
    for (int column = 0; column < tilesInRow; ++column)
        grid->setColumnStretch(column, 1);
}

InsightTiles::Tile InsightTiles::makeTile()
{
    Tile tile;
    auto *card = new QFrame;
    setSurface(*card, "card");
    auto *column = makeColumn(card, Measure::pad, Measure::gapSmall);
    tile.card = card;
    tile.name = makeSecondary({});
    tile.name->setWordWrap(true);
    tile.value = makeLabel({}, 1.7, QFont::DemiBold);
    tile.note = makeSecondary({}, 0.85);
    tile.note->setWordWrap(true);
    tile.before = makeSecondary({}, 0.85);
    tile.before->setWordWrap(true);
    for (QLabel *label : {tile.name, tile.value, tile.note, tile.before})
        column->addWidget(label);
    column->insertStretch(1, 1); // figures of a row stand on one line, however long their names are
    return tile;
}

void InsightTiles::setView(const InsightsView &view)
{
    size_t at = 0;
    for (const TileContent &content : tilesOf(view)) {
        const Tile &tile = m_tiles.at(at++);
        tile.name->setText(content.name);
        tile.value->setText(content.value);
        tile.value->setAccessibleName(u"%1: %2"_s.arg(content.name, content.value));
        tile.note->setText(content.note);
        tile.before->setText(content.before);
        tile.before->setVisible(!content.before.isEmpty());
    }
}

} // namespace Helmdesk
