#pragma once

#include "app/DeskSnapshots.h"
#include "app/Workspace.h"
#include "pipeline/ApprovalRepository.h"

// What an operator looks up and keeps beside the conversations: decisions, attachments, customers, articles
// that were begun. Thread: any but the GUI thread. Failure: that of the store; Io for a file that cannot be
// written.
namespace Helmdesk
{

Result<std::vector<DecisionRow>> readDecisions(Workspace &workspace, const DecisionQuery &query);
// As CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets); how many rows.
Result<int> writeDecisions(Workspace &workspace, const DecisionQuery &query, const QString &path);
// The record of one request, and a table of such records; what a spreadsheet would take for a formula gets an
// apostrophe before it.
Json recordOf(const Approval &approval, const QString &customer);
QStringList csvOf(const Json &records); // lines, the names of the columns first

// NotFound where the bytes were not kept.
Result<QByteArray> readAttachment(Workspace &workspace, MessageId message, int position);
// For its owner alone, and not to be run.
Result<> writeAttachment(Workspace &workspace, MessageId message, int position, const QString &path);

Result<std::vector<CustomerChoice>> readCustomers(Workspace &workspace, const QString &text);

Result<> keepBegunArticle(Workspace &workspace, const Article &article);
Result<std::vector<Article>> readBegunArticles(Workspace &workspace);

} // namespace Helmdesk
