#include "app/EngineBacktest.h"

#include "app/BacktestReport.h"
#include "archives/TableColumns.h"

#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

BacktestSourceView viewOf(const ArchiveSource &source)
{
    BacktestSourceView view{source.system, {}, {}, source.columns};
    if (source.columns.isEmpty())
        return view;
    view.columns = source.columns.values() + source.unused;
    view.columns.removeDuplicates();
    view.columns.sort();
    view.fields = QStringList{TableField::question, TableField::answer} + tableFields();
    view.fields.removeDuplicates();
    return view;
}

} // namespace

EngineBacktest::EngineBacktest(Workspace &workspace)
    : m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

EngineBacktest::~EngineBacktest()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

BacktestRoom::Reply<BacktestSourceView> EngineBacktest::describe(const QString &input,
                                                                 const QMap<QString, QString> &mapping)
{
    return QtConcurrent::run(&m_pool, [input, mapping]() -> Result<BacktestSourceView> {
        const auto source = describeArchive(input, {.columns = mapping});
        return source ? Result<BacktestSourceView>(viewOf(*source)) : source.error();
    });
}

BacktestRoom::Reply<BacktestView> EngineBacktest::run(const BacktestRequest &request)
{
    if (m_isRunning.exchange(true))
        return QtFuture::makeReadyFuture(
            Result<BacktestView>(Error{ErrorKind::Conflict, QStringLiteral("a backtest runs already")}));
    m_stop = std::stop_source();
    m_compared.store(0);
    const RunControl control =
        RunControl(m_stop.get_token()).withProgress([this](qint64 done, qint64) { m_compared.store(done); });
    return QtConcurrent::run(&m_pool, [this, request, control] {
        auto view = runNow(request, control);
        m_isRunning.store(false);
        return view;
    });
}

Result<BacktestView> EngineBacktest::runNow(const BacktestRequest &request, const RunControl &control)
{
    if (!m_workspace.isEngineLoaded())
        return Error{ErrorKind::Unavailable, QStringLiteral("the engine is still being loaded"), true};
    BacktestOptions options;
    options.input = request.input;
    options.archive.columns = request.mapping;
    options.names = request.masksNames ? BacktestNames::Masked : BacktestNames::Kept;
    auto result = runBacktest(m_workspace, options, control);
    if (!result)
        return result.error();
    m_last = std::move(*result);
    return BacktestView{backtestHtml(backtestJson(*m_last)), m_last->figures.isComplete,
                        m_last->figures.conversations, m_last->figures.compared};
}

BacktestRoom::Reply<Unit> EngineBacktest::save(const QString &folder)
{
    return QtConcurrent::run(&m_pool, [this, folder]() -> Result<> {
        if (!m_last)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no report yet")};
        return writeBacktestReport(folder, *m_last);
    });
}

} // namespace Helmdesk
