#include "app/RouterLearning.h"

#include "app/Workspace.h"
#include "core/ResourcePaths.h"
#include "routing/RouterLearner.h"
#include "store/SqliteLearningRepository.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr double shownPromise = 0.02; // where none is set
constexpr int evidenceDays = 90;

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> builtBytes()
{
    return readResource(QStringLiteral("router/router.model"));
}

// Utterances of each category, without their vectors.
Result<std::vector<int>> writtenCounts()
{
    auto taxonomy = IntentTaxonomy::load(resourceFile(QStringLiteral("intents")));
    if (!taxonomy)
        return taxonomy.error();
    std::vector<int> counts(std::size(allCategories), 0);
    for (const Intent &intent : taxonomy->intents()) {
        if (intent.category)
            counts[static_cast<size_t>(*intent.category)] += static_cast<int>(intent.utterances.size());
    }
    return counts;
}

Json changesOf(const std::vector<Contribution> &used, qint64 lastBefore)
{
    Json byCategory = Json::object();
    Json byOrigin = Json::object();
    QSet<QString> customers;
    int fresh = 0;
    for (const Contribution &contribution : used) {
        if (contribution.id <= lastBefore)
            continue;
        ++fresh;
        customers.insert(contribution.customer);
        const std::string category = nameOf(contribution.category).toStdString();
        byCategory[category] = byCategory.value(category, 0) + 1;
        const std::string origin = contribution.origin.toStdString();
        byOrigin[origin] = byOrigin.value(origin, 0) + 1;
    }
    return {{"contributions", fresh},
            {"by_category", byCategory},
            {"by_origin", byOrigin},
            {"customers", customers.size()}};
}

class Flag
{
public:
    explicit Flag(std::atomic<bool> &flag)
        : m_flag(flag)
    {
    }
    ~Flag() { m_flag.store(false); }
    Flag(const Flag &) = delete;
    Flag &operator=(const Flag &) = delete;

private:
    std::atomic<bool> &m_flag;
};

} // namespace

QString RouterLearning::pathOf(const QString &file) const
{
    return QDir(m_workspace.folder()).filePath(QStringLiteral("models/") + file);
}

Result<ModelVersion> RouterLearning::active()
{
    auto built = builtBytes();
    if (!built)
        return built.error();
    const QString base = digestOf(*built);
    auto versions = m_workspace.learning().versions();
    if (!versions)
        return versions.error();
    const auto current = std::ranges::find(*versions, VersionState::Active, &ModelVersion::state);
    if (current != versions->end() && current->base == base)
        return *current;
    ModelVersion first;
    first.at = m_workspace.clock().now();
    first.digest = base;
    first.base = base;
    first.state = VersionState::Active;
    first.by = QStringLiteral("helmdesk");
    first.parent = current != versions->end() ? current->id : 0;
    first.report = {{"verdict", "came with the program"}};
    auto id = m_workspace.learning().addVersion(first);
    if (!id)
        return id.error();
    first.id = *id;
    return first;
}

Result<> RouterLearning::putIntoRouter(const ModelVersion &version)
{
    if (version.file.isEmpty()) {
        auto built = loadBuiltRouterModel();
        if (!built)
            return built.error();
        m_router.setModel(*built);
        return {};
    }
    QFile file(pathOf(version.file));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString())};
    const QByteArray bytes = file.readAll();
    if (digestOf(bytes) != version.digest)
        return Error{ErrorKind::Corrupt, QStringLiteral("%1 is damaged").arg(file.fileName())};
    auto model = RouterModel::restore(bytes);
    if (!model)
        return model.error();
    m_router.setModel(std::make_shared<const RouterModel>(std::move(*model)));
    return {};
}

Result<> RouterLearning::loadActive()
{
    auto versions = m_workspace.learning().versions();
    if (!versions)
        return versions.error();
    if (versions->empty())
        return refreshPromise(); // nothing was ever learnt: the program's own model is in the router
    auto current = active();
    if (!current)
        return current.error();
    if (auto put = putIntoRouter(*current); !put)
        qCWarning(lcStore).noquote() << "the router keeps the program's own model:" << put.error().detail;
    return refreshPromise();
}

Result<std::vector<Contribution>> RouterLearning::limited(const std::vector<int> &written)
{
    if (auto collected = m_workspace.learning().collectFromVerdicts(); !collected)
        return collected.error();
    auto contributions = m_workspace.learning().contributions();
    if (!contributions)
        return contributions.error();
    limitContributions(*contributions, {}, written);
    return contributions;
}

Result<int> RouterLearning::newContributions()
{
    auto written = writtenCounts();
    if (!written)
        return written.error();
    auto contributions = limited(*written);
    if (!contributions)
        return contributions.error();
    auto current = active();
    if (!current)
        return current.error();
    // A declined candidate has been asked about these already.
    auto versions = m_workspace.learning().versions();
    if (!versions)
        return versions.error();
    const qint64 seen = versions->empty() ? 0 : versions->front().lastExample;
    const qint64 last = std::max(current->lastExample, seen);
    return static_cast<int>(std::ranges::count_if(*contributions, [last](const Contribution &contribution) {
        return contribution.use == ContributionUse::Used && contribution.id > last;
    }));
}

Result<ModelVersion> RouterLearning::retrain(const QString &by, const RunControl &control)
{
    if (m_isTraining.exchange(true))
        return Error{ErrorKind::Conflict, QStringLiteral("the router is learning already")};
    const Flag flag(m_isTraining);
    auto current = active();
    if (!current)
        return current.error();
    auto taxonomy = IntentTaxonomy::load(resourceFile(QStringLiteral("intents")));
    if (!taxonomy)
        return taxonomy.error();
    if (!QDir().mkpath(pathOf(QString())))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be made").arg(pathOf(QString()))};
    const QString cacheFile = pathOf(QStringLiteral("utterances.vectors"));
    TextVectors vectors = TextVectors::load(cacheFile, m_assets.encoder->fingerprint());
    auto written = makeTrainingSet(*taxonomy, *m_assets.encoder, vectors, control);
    if (!written)
        return written.error();
    auto contributions = limited(written->writtenOf());
    if (!contributions)
        return contributions.error();
    std::erase_if(*contributions,
                  [](const Contribution &contribution) { return contribution.use != ContributionUse::Used; });
    if (contributions->empty())
        return Error{ErrorKind::Conflict, QStringLiteral("there is nothing to learn from yet")};

    std::vector<QString> texts;
    for (const Contribution &contribution : *contributions)
        texts.push_back(contribution.text);
    auto encoded = vectors.vectorsOf(texts, *m_assets.encoder, control);
    if (!encoded)
        return encoded.error();
    if (vectors.hasGrown()) {
        if (auto kept = vectors.save(cacheFile); !kept)
            qCWarning(lcStore).noquote() << kept.error().detail; // only time is lost
    }
    std::vector<LearntText> learnt;
    qint64 last = 0;
    for (size_t i = 0; i < contributions->size(); ++i) {
        const Contribution &contribution = (*contributions)[i];
        learnt.push_back(
            {{contribution.text, std::move((*encoded)[i]), -1, static_cast<int>(contribution.category)},
             contribution.customer,
             contribution.id > current->lastExample});
        last = std::max(last, contribution.id);
    }
    auto validation =
        loadRouterValidation([this](const QString &text) { return m_assets.encoder->encode(text); });
    if (!validation)
        return validation.error();
    const RouterLearner learner(*written, *validation, m_workspace.settings().routingThreshold());
    auto learned = learner.learn(learnt, *m_router.model(), control);
    if (!learned)
        return learned.error();

    const QByteArray bytes = learned->model.save();
    ModelVersion version;
    version.at = m_workspace.clock().now();
    version.parent = current->id;
    version.digest = digestOf(bytes);
    version.file = QStringLiteral("router-%1.model").arg(version.digest.left(16));
    version.base = current->base;
    version.lastExample = last;
    version.examples = static_cast<int>(contributions->size());
    version.report = std::move(learned->report);
    version.report["changed"] = changesOf(*contributions, current->lastExample);
    version.state = learned->isNotWorse ? VersionState::Active : VersionState::Declined;
    version.by = by;
    if (learned->isNotWorse) {
        QSaveFile file(pathOf(version.file));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString())};
    }
    auto id = m_workspace.learning().addVersion(version);
    if (!id)
        return id.error();
    version.id = *id;
    if (learned->isNotWorse)
        m_router.setModel(std::make_shared<const RouterModel>(std::move(learned->model)));
    return version;
}

Result<> RouterLearning::rollBack(qint64 id, const QString &by)
{
    auto versions = m_workspace.learning().versions();
    if (!versions)
        return versions.error();
    const auto version = std::ranges::find(*versions, id, &ModelVersion::id);
    if (version == versions->end())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no version %1 of the router").arg(id)};
    if (version->state != VersionState::Former)
        return Error{ErrorKind::Conflict, version->state == VersionState::Active
                                              ? QStringLiteral("version %1 is in use").arg(id)
                                              : QStringLiteral("version %1 was never in use").arg(id)};
    auto built = builtBytes();
    if (!built)
        return built.error();
    if (version->base != digestOf(*built))
        return Error{ErrorKind::Conflict,
                     QStringLiteral("version %1 belongs to an earlier release of the program").arg(id)};
    if (auto put = putIntoRouter(*version); !put) // before the row: a damaged file must not become active
        return put;
    return m_workspace.learning().activate(id, by, m_workspace.clock().now());
}

Result<> RouterLearning::review(qint64 contribution, ReviewState state, const QString &by)
{
    return m_workspace.learning().review(contribution, state, by, m_workspace.clock().now());
}

Result<PromiseReport> promiseOf(Workspace &workspace)
{
    auto evidence = workspace.learning().evidence(workspace.clock().now().addDays(-evidenceDays));
    if (!evidence)
        return evidence.error();
    const double set = workspace.settings().promisedError();
    return thresholdForPromise(std::move(*evidence), set > 0.0 ? set : shownPromise);
}

Result<PromiseReport> RouterLearning::promise()
{
    return promiseOf(m_workspace);
}

Result<> RouterLearning::refreshPromise()
{
    if (m_workspace.settings().promisedError() <= 0.0) {
        m_promised.store(0.0);
        return {};
    }
    auto report = promise();
    if (!report)
        return report.error();
    m_promised.store(report->isKept ? report->threshold : 0.0);
    return {};
}

Result<LearningView> RouterLearning::view()
{
    auto written = writtenCounts();
    if (!written)
        return written.error();
    auto contributions = limited(*written);
    if (!contributions)
        return contributions.error();
    auto versions = m_workspace.learning().versions();
    if (!versions)
        return versions.error();
    auto report = promise();
    if (!report)
        return report.error();
    auto fresh = newContributions();
    if (!fresh)
        return fresh.error();
    LearningView view;
    view.versions = std::move(*versions);
    view.contributions = {contributions->rbegin(), contributions->rend()};
    view.promise = *report;
    view.promisedError = m_workspace.settings().promisedError();
    view.shownError = view.promisedError > 0.0 ? view.promisedError : shownPromise;
    view.newContributions = *fresh;
    view.isTraining = m_isTraining.load();
    return view;
}

} // namespace Helmdesk
