#pragma once

#include "app/Backtest.h"
#include "app/BacktestRoom.h"

#include <atomic>
#include <QThreadPool>

namespace Helmdesk
{

// Backtests beside a workspace, one at a time, begun on a thread of their own of low priority. The workspace
// outlives it; the destructor stops what runs and waits for it.
class EngineBacktest final : public BacktestRoom
{
public:
    explicit EngineBacktest(Workspace &workspace);
    ~EngineBacktest() override;

    Reply<BacktestSourceView> describe(const QString &input, const QMap<QString, QString> &mapping) override;
    Reply<BacktestView> run(const BacktestRequest &request) override;
    qint64 compared() const override { return m_compared.load(); }
    void stop() override { m_stop.request_stop(); }
    Reply<Unit> save(const QString &folder) override;

private:
    Result<BacktestView> runNow(const BacktestRequest &request, const RunControl &control);

    Workspace &m_workspace;
    QThreadPool m_pool;
    std::stop_source m_stop; // of the one that runs
    std::atomic<qint64> m_compared{0};
    std::atomic<bool> m_isRunning{false};
    std::optional<BacktestResult> m_last; // on the pool's thread alone
};

} // namespace Helmdesk
