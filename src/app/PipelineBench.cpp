#include "app/PipelineBench.h"

#include "app/Workspace.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <QTemporaryDir>

namespace Helmdesk
{
namespace
{

// Written for this benchmark, 26 to 34 words each, over the categories.
const char *const sentences[] = {
    "Hello, I looked at my account this morning and would like to know what the latest invoice is for, when "
    "it was "
    "issued and whether it has been paid already, thank you",
    "Since yesterday afternoon our whole team cannot open the shared board any more, the page stays white "
    "for a minute "
    "and then shows an error, could you tell us what to do",
    "I am trying to move from my old phone to a new one and I would like to know how I can export all my "
    "boards before "
    "I do that, please",
    "Good morning, our office has moved and I need to know where in the settings I can change the billing "
    "address that "
    "is printed on our invoices from now on",
    "We are thinking about the bigger plan for our department and would like to understand which features it "
    "has that "
    "our present plan does not include, and what it costs",
};

struct Spread {
    std::vector<double> values;
    Json json()
    {
        std::ranges::sort(values);
        const auto at = [&](double share) {
            return values.empty()
                       ? 0.0
                       : values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
        };
        return {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1.0)}};
    }
};

} // namespace

Result<Json> benchPipeline(std::shared_ptr<EngineAssets> assets, int messages, const RunControl &control)
{
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path());
    if (!workspace)
        return workspace.error();
    if (auto loaded = (*workspace)->loadDemo(control); !loaded)
        return loaded.error();
    if (auto loaded = (*workspace)->loadEngine(std::move(assets), control); !loaded)
        return loaded.error();

    Spread total;
    Spread overhead;
    std::map<QString, Spread> steps;
    for (int i = 0; i < messages; ++i) {
        IncomingMessage message;
        message.channel = ChannelKind::Api;
        message.externalId = QStringLiteral("bench-%1").arg(i);
        message.conversationKey = message.externalId;
        message.customer = QStringLiteral("cus_1001");
        // A number at the end keeps every text new, so that no cache answers.
        message.text = QStringLiteral("%1, case %2")
                           .arg(QString::fromLatin1(sentences[static_cast<size_t>(i) % std::size(sentences)]))
                           .arg(i);
        const auto started = std::chrono::steady_clock::now();
        auto processed = (*workspace)->pipeline().process(message, control);
        if (!processed)
            return processed.error();
        const double wall =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
        double inside = 0.0;
        for (const NamedValue &step : processed->outcome.milliseconds) {
            if (step.name == QLatin1String("total")) {
                inside = step.value;
                continue;
            }
            steps[step.name].values.push_back(step.value);
        }
        total.values.push_back(wall);
        overhead.values.push_back(wall - inside);
        control.progress(i + 1, messages);
    }
    Json perStep = Json::object();
    for (auto &[name, spread] : steps)
        perStep[name.toStdString()] = spread.json();
    return Json{{"messages", messages},
                {"ms", total.json()},
                {"overhead_ms", overhead.json()},
                {"steps_ms", std::move(perStep)}};
}

} // namespace Helmdesk
