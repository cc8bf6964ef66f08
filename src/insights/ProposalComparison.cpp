#include "insights/ProposalComparison.h"

#include "insights/ReplayReport.h"

namespace Helmdesk
{
namespace
{

// The same where every draft waits for a person: against it everything automatic is a move.
TuningSettings withoutAutomatic(TuningSettings settings)
{
    for (Mode &mode : settings.modes) {
        if (mode == Mode::Auto)
            mode = Mode::Suggest;
    }
    return settings;
}

ComparedTally comparedOf(const ReplayTally &tally)
{
    ComparedTally compared;
    compared.runs = tally.runs;
    compared.notTold = tally.notTold;
    for (size_t decision = 0; decision < decisionCount; ++decision)
        compared.decisions[decision] = tally.proposed(static_cast<Decision>(decision));
    compared.automatic = tally.toAutomatic;
    return compared;
}

Json toJson(const ComparedTally &tally)
{
    return {{"runs", tally.runs},
            {"not_told", tally.notTold},
            {"decisions", countsJson(tally.decisions)},
            {"automatic", Helmdesk::toJson(tally.automatic)}};
}

} // namespace

Result<std::vector<ComparedColumn>> compareSettings(const ReplayHistory &history,
                                                    const std::vector<ComparedSettings> &settings,
                                                    const RunControl &control)
{
    std::vector<ComparedColumn> columns;
    for (const ComparedSettings &compared : settings) {
        const auto alone = replay(history, withoutAutomatic(compared.settings), compared.settings, control);
        if (!alone)
            return alone.error();
        const auto moved = replay(history, settings.front().settings, compared.settings, control);
        if (!moved)
            return moved.error();
        const ReplayTally moves = moved->total();
        ComparedColumn column{
            compared.name, comparedOf(alone->total()), {}, moves.toAutomatic, moves.toPerson};
        for (size_t category = 0; category < column.byCategory.size(); ++category)
            column.byCategory[category] = comparedOf(alone->byCategory[category]);
        columns.push_back(std::move(column));
    }
    return columns;
}

Json toJson(const std::vector<ComparedColumn> &columns)
{
    Json list = Json::array();
    for (const ComparedColumn &column : columns) {
        Json byCategory = Json::object();
        for (const Category category : allCategories) {
            const ComparedTally &tally = column.byCategory[static_cast<size_t>(category)];
            if (tally.runs > 0)
                byCategory[nameOf(category).toStdString()] = toJson(tally);
        }
        Json json = toJson(column.total);
        json["name"] = column.name;
        json["to_automatic"] = toJson(column.toAutomatic);
        json["to_person"] = toJson(column.toPerson);
        json["by_category"] = std::move(byCategory);
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace Helmdesk
