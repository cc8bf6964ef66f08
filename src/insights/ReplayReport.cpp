#include "insights/ReplayReport.h"

#include "insights/Proportion.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// The least number of insertions, removals and replacements (Wagner, Fischer 1974).
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

QString nearestOf(const QString &name, const QStringList &names)
{
    return *std::ranges::min_element(
        names, {}, [&](const QString &other) { return editDistance(name.toLower(), other); });
}

QString allNames()
{
    return TuningSettings::names().join(QStringLiteral(", "));
}

Error noSuchSetting(const QString &name)
{
    QStringList names;
    for (const SettingDefinition &definition : settingDefinitions())
        names << QString::fromLatin1(definition.name);
    return {
        ErrorKind::InvalidInput,
        QStringLiteral("there is no setting named %1; did you mean %2?").arg(name, nearestOf(name, names))};
}

Error wrongValue(const SettingDefinition &definition, const QString &text, const Error &error)
{
    if (definition.type != SettingType::Choice)
        return error;
    return {error.kind,
            QStringLiteral("%1; did you mean %2?").arg(error.detail, nearestOf(text, definition.choices))};
}

Json shareJson(qint64 part, qint64 whole)
{
    if (whole == 0)
        return {};
    const Proportion proportion = proportionOf(part, whole);
    return {{"share", proportion.share}, {"low", proportion.low}, {"high", proportion.high}};
}

Json tallyJson(const ReplayTally &tally)
{
    std::array<qint64, decisionCount> today{};
    std::array<qint64, decisionCount> proposed{};
    Json moves = Json::array();
    for (const Decision from : {Decision::AutoSend, Decision::NeedsReview, Decision::Escalated}) {
        today[static_cast<size_t>(from)] = tally.today(from);
        proposed[static_cast<size_t>(from)] = tally.proposed(from);
        for (const Decision to : {Decision::AutoSend, Decision::NeedsReview, Decision::Escalated}) {
            const qint64 runs = tally.moves[static_cast<size_t>(from)][static_cast<size_t>(to)];
            if (from != to && runs > 0)
                moves.push_back({{"from", nameOf(from)}, {"to", nameOf(to)}, {"runs", runs}});
        }
    }
    return {{"runs", tally.runs},
            {"not_told", tally.notTold},
            {"was", countsJson(tally.was)},
            {"today", countsJson(today)},
            {"proposed", countsJson(proposed)},
            {"moves", std::move(moves)},
            {"to_automatic", toJson(tally.toAutomatic)},
            {"to_person", toJson(tally.toPerson)}};
}

Json conversationsOf(const ReplayHistory &history, const std::vector<quint32> &moved, int list)
{
    std::vector<quint32> newest = moved;
    std::ranges::stable_sort(newest, std::ranges::greater(),
                             [&](quint32 run) { return history.runs()[run].at; });
    Json ids = Json::array();
    for (const quint32 run : newest) {
        if (ids.size() >= static_cast<size_t>(std::max(list, 0)))
            break;
        if (const Json id = history.runs()[run].conversation; std::ranges::find(ids, id) == ids.end())
            ids.push_back(id);
    }
    return ids;
}

Json changesBetween(const Settings &today, const Settings &proposed)
{
    Json changes = Json::object();
    for (const QString &name : TuningSettings::names()) {
        const SettingKey key = findSetting(name)->key;
        if (today.value(key) != proposed.value(key))
            changes[name.toStdString()] = {{"today", today.value(key)}, {"proposed", proposed.value(key)}};
    }
    return changes;
}

} // namespace

Json countsJson(const std::array<qint64, decisionCount> &decisions)
{
    Json json = Json::object();
    for (const Decision decision : {Decision::AutoSend, Decision::NeedsReview, Decision::Escalated})
        json[nameOf(decision).toStdString()] = decisions[static_cast<size_t>(decision)];
    return json;
}

Json toJson(const ReplayMove &move)
{
    return {{"runs", move.runs},
            {"judged", move.judged()},
            {"sent_unchanged", move.sentUnchanged},
            {"edited", move.edited},
            {"rejected", move.rejected},
            {"other_category", move.otherCategory},
            {"corrected", move.corrected()},
            {"corrected_share", shareJson(move.corrected(), move.judged())},
            {"acts", move.acts}};
}

Result<Settings> withProposal(const Settings &settings, const std::vector<ProposedSetting> &proposal)
{
    Settings proposed = settings;
    for (const ProposedSetting &change : proposal) {
        const SettingDefinition *definition = findSetting(change.name);
        if (definition == nullptr)
            return noSuchSetting(change.name);
        auto next = proposed.withText(change.name, change.text);
        if (!next)
            return wrongValue(*definition, change.text, next.error());
        if (!TuningSettings::has(change.name))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("what %1 changes shows only when the messages are run again, so the "
                                        "runs that were kept cannot tell; they can for %2")
                             .arg(change.name, allNames())};
        proposed = std::move(*next);
    }
    return proposed;
}

Json toJson(const ReplayHistory &history, const ReplayQuestion &question, const ReplayResult &result,
            int list)
{
    Json byCategory = Json::object();
    for (const Category category : allCategories) {
        const ReplayTally &tally = result.byCategory[static_cast<size_t>(category)];
        if (tally.runs > 0)
            byCategory[nameOf(category).toStdString()] = tallyJson(tally);
    }
    Json json = tallyJson(result.total());
    json["settings"] = changesBetween(question.today, question.proposed);
    json["not_kept"] = history.notKept();
    json["by_category"] = std::move(byCategory);
    json["conversations"] = {{"to_automatic", conversationsOf(history, result.toAutomatic, list)},
                             {"to_person", conversationsOf(history, result.toPerson, list)}};
    return json;
}

} // namespace Helmdesk
