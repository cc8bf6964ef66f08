#include "app/BacktestReport.h"

#include "app/CsvTable.h"
#include "core/Clock.h"

#include <QCryptographicHash>
#include <QDir>

namespace Helmdesk
{
namespace
{

constexpr std::size_t mostClusters = 50;
constexpr std::size_t mostExamples = 5;
constexpr std::size_t mostLabels = 40;

// A mail is known by an address-like id, which often tells who wrote it.
QString idShown(const BacktestResult &result, const QString &id)
{
    if (result.names == BacktestNames::Kept || !id.contains(u'@'))
        return id;
    return QString::fromLatin1(
        QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
}

Json shareJson(const Proportion &share)
{
    return {{"share", share.share}, {"low", share.low}, {"high", share.high}};
}

Json countsJson(const std::map<QString, qint64> &counts)
{
    Json json = Json::object();
    for (const auto &[name, count] : counts)
        json[name.toStdString()] = count;
    return json;
}

Json archiveJson(const BacktestResult &result)
{
    const ArchiveCounts &counts = result.counts;
    Json columns = Json::object();
    for (const auto &[field, column] : result.source.columns.asKeyValueRange())
        columns[field.toStdString()] = column;
    Json reasons = Json::object();
    for (const auto &[reason, count] : counts.refusalsByReason.asKeyValueRange())
        reasons[reason.toStdString()] = count;
    Json refusals = Json::array();
    for (const ArchiveRefusal &refusal : counts.refusals)
        refusals.push_back({{"place", refusal.place}, {"reason", refusal.reason}});
    return {{"form", nameOf(result.source.form)},
            {"system", result.source.system},
            {"columns", std::move(columns)},
            {"unused_columns", result.source.unused},
            {"messages_in", counts.in},
            {"messages_out", counts.out},
            {"refused", counts.refused},
            {"duplicates", counts.duplicates},
            {"conversations", counts.conversations},
            {"times_without_zone", counts.zonesUnknown},
            {"refused_by_reason", std::move(reasons)},
            {"refusals", std::move(refusals)},
            {"notes", counts.notes}};
}

Json nearnessJson(const NearnessFigures &figures)
{
    return {{"answers", figures.answers},
            {"mean_cosine", figures.mean},
            {"mean_cosine_elsewhere", figures.meanElsewhere},
            {"nearer_than_elsewhere", shareJson(figures.nearerThanElsewhere)},
            {"near_cosine", figures.nearCosine},
            {"near", shareJson(figures.near)},
            {"near_by_chance", figures.nearByChance},
            {"above_chance", figures.isAboveChance()}};
}

Json rowJson(const BacktestRow &row)
{
    Json takeOvers = Json::array();
    for (const TakeOver &takeOver : row.takeOver)
        takeOvers.push_back({{"error", takeOver.error},
                             {"possible", takeOver.isPossible},
                             {"confidence", takeOver.isPossible ? Json(takeOver.threshold) : Json()},
                             {"taken", takeOver.taken},
                             {"wrong", takeOver.wrong},
                             {"share", shareJson(takeOver.share)},
                             {"hours", takeOver.hours},
                             {"usd", takeOver.usd}});
    return {{"category", row.key},
            {"compared", row.compared},
            {"answered", row.answered},
            {"near", shareJson(proportionOf(row.near, row.answered))},
            {"right", shareJson(proportionOf(row.right, row.answered))},
            {"take_over", std::move(takeOvers)}};
}

// `text` is of the member nearest to the middle.
Json clustersJson(const BacktestResult &result, const std::vector<BacktestCluster> &clusters,
                  QString BacktestRecord::*text, qint64 whole)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(clusters.size(), mostClusters); ++i) {
        const BacktestCluster &cluster = clusters[i];
        const auto &members = cluster.cluster.members;
        Json ids = Json::array();
        for (std::size_t m = 0; m < std::min(members.size(), mostExamples); ++m)
            ids.push_back(idShown(result, result.records[members[m]].id));
        list.push_back({{"n", members.size()},
                        {"share", shareJson(proportionOf(static_cast<qint64>(members.size()), whole))},
                        {"words", cluster.words},
                        {"text", result.records[members.front()].*text},
                        {"tightness", cluster.cluster.tightness},
                        {"hours", cluster.hours},
                        {"conversations", std::move(ids)}});
    }
    return list;
}

struct AnswerOfMany {
    QString text;
    double alike = 0.0; // mean cosine of two of the answers
};

// The people's answer in a group of questions that is nearest to all that they answer there.
AnswerOfMany bestAnswerOf(const BacktestResult &result, const QuestionCluster &cluster)
{
    constexpr std::size_t mostLooked = 200;
    std::vector<std::size_t> answered;
    for (const std::size_t member : cluster.members) {
        if (!result.records[member].firstVector.empty() && answered.size() < mostLooked)
            answered.push_back(member);
    }
    double best = -1.0;
    double all = 0.0;
    AnswerOfMany answer;
    for (const std::size_t one : answered) {
        double sum = 0.0;
        for (const std::size_t other : answered) {
            if (other != one)
                sum += byteCosine(result.records[one].firstVector, result.records[other].firstVector);
        }
        all += sum;
        if (sum > best) {
            best = sum;
            answer.text = result.records[one].staffAnswer;
        }
    }
    if (answered.size() > 1)
        answer.alike = all / static_cast<double>(answered.size() * (answered.size() - 1));
    return answer;
}

Json articlesJson(const BacktestResult &result)
{
    Json list = Json::array();
    for (const BacktestCluster &cluster : result.figures.unanswered) {
        const AnswerOfMany answer = bestAnswerOf(result, cluster.cluster);
        if (answer.text.isEmpty()) // nobody has answered it either
            continue;
        list.push_back({{"words", cluster.words},
                        {"n", cluster.cluster.members.size()},
                        {"hours", cluster.hours},
                        {"question", result.records[cluster.cluster.members.front()].question},
                        {"answer", answer.text},
                        {"answers_alike", answer.alike}});
        constexpr std::size_t most = 20;
        if (list.size() >= most)
            break;
    }
    return list;
}

Json labelsJson(const BacktestFigures &figures)
{
    std::vector<std::pair<qint64, QString>> order;
    for (const auto &[label, categories] : figures.categoriesByLabel) {
        qint64 sum = 0;
        for (const auto &[category, count] : categories)
            sum += count;
        order.emplace_back(-sum, label);
    }
    std::ranges::sort(order);
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(order.size(), mostLabels); ++i)
        list.push_back({{"label", order[i].second},
                        {"n", -order[i].first},
                        {"categories", countsJson(figures.categoriesByLabel.at(order[i].second))}});
    return list;
}

} // namespace

Json backtestJson(const BacktestResult &result)
{
    const BacktestFigures &figures = result.figures;
    Json rows = Json::array();
    for (const BacktestRow &row : figures.rows)
        rows.push_back(rowJson(row));
    return {
        {"complete", figures.isComplete},
        {"seconds", result.seconds},
        {"resumed", result.resumed},
        {"archive", archiveJson(result)},
        {"conversations", figures.conversations},
        {"compared", figures.compared},
        {"not_compared", countsJson(figures.gaps)},
        {"days", figures.days},
        {"decision",
         {{"as_set", countsJson(figures.fates)}, {"all_automatic", countsJson(figures.fatesIfAutomatic)}}},
        {"reasons", countsJson(figures.reasons)},
        {"agreement",
         {{"all_until_next", nearnessJson(figures.all)},
          {"first_answer", nearnessJson(figures.first)},
          {"figures", countsJson(figures.figureMatches)}}},
        {"answerable",
         {{"questions", figures.asked},
          {"by_articles", shareJson(proportionOf(figures.answerable, figures.asked))}}},
        {"by_category", std::move(rows)},
        {"by_label", labelsJson(figures)},
        {"unanswered",
         {{"groups", clustersJson(result, figures.unanswered, &BacktestRecord::question, figures.asked)},
          {"in_no_group", figures.unansweredAlone}}},
        {"articles_to_write", articlesJson(result)},
        {"macros", clustersJson(result, figures.macros, &BacktestRecord::staffAnswer, figures.compared)},
        {"saved", {{"hours", figures.savedHours}, {"usd", figures.savedUsd}}},
        {"assumptions",
         {{"minutes_per_reply", figures.assumed.minutesPerReply},
          {"minutes_per_draft", figures.assumed.minutesPerDraft},
          {"hour_cost_usd", figures.assumed.hourCostUsd}}}};
}

QStringList backtestColumns()
{
    return {QStringLiteral("id"),         QStringLiteral("system"),         QStringLiteral("place"),
            QStringLiteral("opened_at"),  QStringLiteral("channel"),        QStringLiteral("label"),
            QStringLiteral("subject"),    QStringLiteral("compared"),       QStringLiteral("category"),
            QStringLiteral("intent"),     QStringLiteral("route"),          QStringLiteral("confidence"),
            QStringLiteral("decision"),   QStringLiteral("if_automatic"),   QStringLiteral("reasons"),
            QStringLiteral("answerable"), QStringLiteral("support"),        QStringLiteral("articles"),
            QStringLiteral("near_first"), QStringLiteral("near_all"),       QStringLiteral("is_near"),
            QStringLiteral("figures"),    QStringLiteral("staff_messages"), QStringLiteral("first_answer_s"),
            QStringLiteral("question"),   QStringLiteral("staff_answer"),   QStringLiteral("answer")};
}

Json backtestRows(const BacktestResult &result)
{
    Json rows = Json::array();
    for (const BacktestRecord &record : result.records) {
        const bool hasBoth = record.isScored() && record.hasAnswer();
        const bool wasAsked = !record.questionVector.empty();
        rows.push_back(
            {{"id", idShown(result, record.id)},
             {"system", record.system},
             {"place", record.place},
             {"opened_at", record.openedAt.isValid() ? Json(toIso(record.openedAt)) : Json()},
             {"channel", record.channel},
             {"label", record.label},
             {"subject", record.subject},
             {"compared", record.gap.isEmpty() ? QStringLiteral("yes") : record.gap},
             {"category", wasAsked ? Json(nameOf(record.category)) : Json()},
             {"intent", record.intent},
             {"route", record.routeConfidence},
             {"confidence", record.answerConfidence},
             {"decision", wasAsked ? Json(nameOf(record.fate)) : Json()},
             {"if_automatic", wasAsked ? Json(nameOf(record.fateIfAutomatic)) : Json()},
             {"reasons", record.reasons.join(u' ')},
             {"answerable", record.isAnswerable},
             {"support", record.support},
             {"articles", record.articles.join(u' ')},
             {"near_first", hasBoth ? Json(byteCosine(record.answerVector, record.firstVector)) : Json()},
             {"near_all", hasBoth ? Json(nearnessOf(record)) : Json()},
             {"is_near", hasBoth ? Json(nearnessOf(record) > result.figures.all.nearCosine) : Json()},
             {"figures", hasBoth ? Json(nameOf(record.figures)) : Json()},
             {"staff_messages", record.staffMessages},
             {"first_answer_s", record.firstAnswerSeconds >= 0 ? Json(record.firstAnswerSeconds) : Json()},
             {"question", record.question},
             {"staff_answer", record.staffAnswer},
             {"answer", record.answer}});
    }
    return rows;
}

Result<> writeBacktestReport(const QString &folder, const BacktestResult &result)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be made").arg(folder)};
    const QDir place(folder);
    const Json report = backtestJson(result);
    if (auto written = writeOwnFile(place.filePath(QStringLiteral("report.json")), toIndentedBytes(report));
        !written)
        return written;
    if (auto written =
            writeOwnFile(place.filePath(QStringLiteral("report.html")), backtestHtml(report).toUtf8());
        !written)
        return written;
    return writeCsv(place.filePath(QStringLiteral("conversations.csv")), backtestColumns(),
                    backtestRows(result));
}

} // namespace Helmdesk
