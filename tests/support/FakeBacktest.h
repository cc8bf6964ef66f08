#pragma once

#include "app/BacktestRoom.h"

#include <memory>
#include <QPromise>

namespace Helmdesk::Test
{

// A backtest that is what a test says; it runs until the test ends it.
class FakeBacktest final : public BacktestRoom
{
public:
    BacktestSourceView source;
    std::optional<Error> failure; // of describing
    std::vector<QString> described;
    std::vector<BacktestRequest> started;
    std::vector<QString> saved;
    qint64 done = 0;
    int stops = 0;

    Reply<BacktestSourceView> describe(const QString &input, const QMap<QString, QString> &) override
    {
        described.push_back(input);
        return QtFuture::makeReadyFuture(failure ? Result<BacktestSourceView>(*failure)
                                                 : Result<BacktestSourceView>(source));
    }
    Reply<BacktestView> run(const BacktestRequest &request) override
    {
        started.push_back(request);
        m_open = std::make_unique<QPromise<Result<BacktestView>>>();
        m_open->start();
        return m_open->future();
    }
    void finish(const Result<BacktestView> &view)
    {
        m_open->addResult(view);
        m_open->finish();
        m_open.reset();
    }
    qint64 compared() const override { return done; }
    void stop() override { ++stops; }
    Reply<Unit> save(const QString &folder) override
    {
        saved.push_back(folder);
        return QtFuture::makeReadyFuture(Result<>());
    }

private:
    std::unique_ptr<QPromise<Result<BacktestView>>> m_open;
};

} // namespace Helmdesk::Test
