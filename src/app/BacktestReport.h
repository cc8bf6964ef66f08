#pragma once

#include "app/Backtest.h"

namespace Helmdesk
{

// The report as JSON; docs/backtest.md has its members.
Json backtestJson(const BacktestResult &result);
// The same for people, in lines of at most 110 characters.
QString backtestText(const Json &report);
// A page of its own, without anything that it would load.
QString backtestHtml(const Json &report);
// A row a conversation, and the columns.
QStringList backtestColumns();
Json backtestRows(const BacktestResult &result);

// Writes report.json, report.html and conversations.csv into the folder, for their owner alone. Failure: Io.
Result<> writeBacktestReport(const QString &folder, const BacktestResult &result);

} // namespace Helmdesk
