#include "routing/RouterEval.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr int bins = 15;
constexpr size_t categoryCount = std::size(allCategories);

struct Judged {
    Category label;
    Category predicted;
    double confidence;
    bool isRight() const { return label == predicted; }
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0.0;
    const auto nth = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + nth, values.end());
    return values[static_cast<size_t>(nth)];
}

double calibrationError(const std::vector<Judged> &rows)
{
    std::array<double, bins> confidence{};
    std::array<double, bins> right{};
    for (const Judged &row : rows) {
        const auto bin =
            static_cast<size_t>(std::clamp(static_cast<int>(row.confidence * bins), 0, bins - 1));
        confidence[bin] += row.confidence;
        right[bin] += row.isRight() ? 1.0 : 0.0;
    }
    double error = 0.0;
    for (size_t i = 0; i < bins; ++i)
        error += std::abs(confidence[i] - right[i]);
    return rows.empty() ? 0.0 : error / static_cast<double>(rows.size());
}

Json selective(const std::vector<Judged> &rows)
{
    Json list = Json::array();
    for (int step = 50; step <= 100; step += step < 90 ? 5 : 1) {
        const double threshold = step == 100 ? 0.995 : step / 100.0;
        double taken = 0.0;
        double wrong = 0.0;
        for (const Judged &row : rows) {
            if (row.confidence >= threshold) {
                taken += 1.0;
                wrong += row.isRight() ? 0.0 : 1.0;
            }
        }
        list.push_back({{"threshold", threshold},
                        {"coverage", taken / static_cast<double>(rows.size())},
                        {"error", taken > 0.0 ? wrong / taken : 0.0}});
    }
    return list;
}

double coverageAt(std::vector<Judged> rows, double error)
{
    std::ranges::stable_sort(rows, std::ranges::greater{}, &Judged::confidence);
    double wrong = 0.0;
    size_t best = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        wrong += rows[i].isRight() ? 0.0 : 1.0;
        if (wrong / static_cast<double>(i + 1) <= error)
            best = i + 1;
    }
    return static_cast<double>(best) / static_cast<double>(rows.size());
}

void addClasses(const std::vector<Judged> &rows, Json &report)
{
    std::array<std::array<int, categoryCount>, categoryCount> matrix{};
    for (const Judged &row : rows)
        ++matrix[static_cast<size_t>(row.label)][static_cast<size_t>(row.predicted)];
    double f1Sum = 0.0;
    int classes = 0;
    for (size_t c = 0; c < categoryCount; ++c) {
        int labelled = 0;
        int predicted = 0;
        Json line = Json::object();
        for (size_t other = 0; other < categoryCount; ++other) {
            labelled += matrix[c][other];
            predicted += matrix[other][c];
            line[nameOf(allCategories[other]).toStdString()] = matrix[c][other];
        }
        const std::string name = nameOf(allCategories[c]).toStdString();
        report["confusion"][name] = line;
        if (labelled == 0)
            continue;
        const double precision = predicted > 0 ? static_cast<double>(matrix[c][c]) / predicted : 0.0;
        const double recall = static_cast<double>(matrix[c][c]) / labelled;
        const double f1 = precision + recall > 0.0 ? 2.0 * precision * recall / (precision + recall) : 0.0;
        report["per_class"][name] = {
            {"n", labelled}, {"precision", precision}, {"recall", recall}, {"f1", f1}};
        f1Sum += f1;
        ++classes;
    }
    report["macro_f1"] = classes > 0 ? f1Sum / classes : 0.0;
}

template <typename Call>
auto timed(std::vector<double> &micros, Call call)
{
    const auto started = std::chrono::steady_clock::now();
    auto result = call();
    micros.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - started).count());
    return result;
}

Json percentiles(const std::vector<double> &micros)
{
    return {{"p50", percentile(micros, 0.5)}, {"p99", percentile(micros, 0.99)}};
}

} // namespace

Result<Json> evaluateRouter(const Router &router, const std::vector<LabelledText> &rows,
                            const RunControl &control)
{
    if (rows.empty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("there are no labelled messages to evaluate")};
    std::vector<Judged> judged;
    std::vector<double> micros;
    std::vector<double> microsBesideEncoder;
    Json wrong = Json::array();
    for (const LabelledText &row : rows) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const auto route = timed(micros, [&] { return router.route(row.text); });
        if (!route)
            return route.error();
        // The vector is in the cache now.
        if (const auto again = timed(microsBesideEncoder, [&] { return router.route(row.text); }); !again)
            return again.error();
        judged.push_back({row.label, route->category, route->confidence});
        if (!judged.back().isRight())
            wrong.push_back({{"text", row.text},
                             {"label", nameOf(row.label)},
                             {"category", nameOf(route->category)},
                             {"intent", route->intent},
                             {"confidence", route->confidence}});
        control.progress(static_cast<qint64>(judged.size()), static_cast<qint64>(rows.size()));
    }
    const auto right = std::ranges::count_if(judged, &Judged::isRight);
    Json report{
        {"n", judged.size()},
        {"accuracy", static_cast<double>(right) / static_cast<double>(judged.size())},
        {"ece", calibrationError(judged)},
        {"selective", selective(judged)},
        {"coverage_at_error", {{"0.01", coverageAt(judged, 0.01)}, {"0.02", coverageAt(judged, 0.02)}}},
        {"us_per_message", percentiles(micros)},
        {"us_beside_encoder", percentiles(microsBesideEncoder)},
        {"wrong", std::move(wrong)}};
    addClasses(judged, report);
    return report;
}

Result<Json> evaluateOutOfScope(const Router &router, const QStringList &texts, double threshold,
                                const std::function<bool(const QString &)> &escalates,
                                const RunControl &control)
{
    if (texts.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("there are no texts to evaluate")};
    Json confident = Json::array();
    for (const QString &text : texts) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const auto route = router.route(text);
        if (!route)
            return route.error();
        const bool isEscalated = route->category == Category::Escalate || escalates(text);
        if (route->confidence >= threshold && !isEscalated)
            confident.push_back({{"text", text},
                                 {"category", nameOf(route->category)},
                                 {"intent", route->intent},
                                 {"confidence", route->confidence}});
    }
    const double rate = static_cast<double>(confident.size()) / static_cast<double>(texts.size());
    return Json{{"n", texts.size()}, {"confident_rate", rate}, {"confident", std::move(confident)}};
}

} // namespace Helmdesk
