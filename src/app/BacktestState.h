#pragma once

#include "app/BacktestRecord.h"

#include <QFile>
#include <QHash>

namespace Helmdesk
{

// The compared conversations of a backtest in a file, a line each, so that a stopped or killed one goes on
// where it was. Not thread-safe.
class BacktestState
{
public:
    static constexpr const char *fileName = "backtest-state.jsonl";

    // Takes up what an earlier start with the same `fingerprint` left; anything else there is replaced. A
    // line that was cut off by a kill is compared again. An empty folder keeps nothing. Failure: Io.
    Result<> open(const QString &folder, const QString &fingerprint);

    // The record of a conversation, where an earlier start compared it; taken out.
    std::optional<BacktestRecord> take(const QString &id);
    qint64 found() const { return m_found; }

    Result<> keep(const std::vector<BacktestRecord> &records);

private:
    QFile m_file;
    QHash<QString, QByteArray> m_lines; // by id
    qint64 m_found = 0;
};

} // namespace Helmdesk
