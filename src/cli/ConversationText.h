#pragma once

#include "app/DeskSnapshots.h"

namespace Helmdesk
{

// How the command line shows what the window shows. Times are UTC in JSON and local in text.

Json toJson(const QueueRow &row);
Json toJson(const ApprovalView &approval);
// The queue's row with the thread, the draft, what waits for approval and the latest outcome.
Json toJson(const ConversationView &view);

QString lineOf(const QueueRow &row);
// The commands that these name begin with `program`, see CommandContext::program().
QString textOf(const ApprovalView &approval, const QString &program); // what, until when, and how to decide
QString textOf(const ConversationView &view, const QString &program);
QString textOf(const HandoffSummary &summary);
// What becomes of an outcome's answer: whether it leaves by itself or is a draft, and what sending would do.
QString fateOf(const Outcome &outcome, const QString &program);

QString localTime(const QDateTime &time); // "2026-11-30 14:05"

} // namespace Helmdesk
