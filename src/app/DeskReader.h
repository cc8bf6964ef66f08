#pragma once

#include "app/DeskSnapshots.h"
#include "app/Workspace.h"
#include "channels/InboxPort.h"

// Makes the console's snapshots out of a workspace. Thread: any but the GUI thread. Failure: that of the
// store.
namespace Helmdesk
{

QueueRow queueRowOf(const ConversationSummary &summary);
Result<QueuePage> readQueue(Workspace &workspace, const QString &operatorName, const QueueQuery &query,
                            int limit, const std::optional<QueueCursor> &after);
Result<QueueCounts> readCounts(Workspace &workspace, const QString &operatorName);
Result<std::vector<SavedView>> readSavedViews(Workspace &workspace);
Json toJson(const QueueQuery &query); // without the search
QueueQuery queryFromJson(const Json &json);
Result<ConversationView> readConversation(Workspace &workspace, ConversationId id);
Result<std::vector<ApprovalView>> readApprovals(Workspace &workspace);
Result<std::vector<ArticleRow>> readArticles(Workspace &workspace, const QString &search);
Result<Article> readArticle(Workspace &workspace, const QString &id, int passage);
Result<QString> storeArticle(Workspace &workspace, const Article &article);
// Needs the engine; takes seconds for thousands of articles.
Result<KnowledgeReviewView> readKnowledgeReview(Workspace &workspace, const RunControl &control);
Result<std::vector<SettingRow>> readSettings(Workspace &workspace);
Result<std::vector<Snippet>> readSnippets(Workspace &workspace);

// A reopened conversation goes back to whom it was with.
Result<> setResolvedOne(Workspace &workspace, ConversationId id, bool resolved, const QString &by);
Result<> changeCategoryAndRun(Workspace &workspace, ConversationId id, Category category, const QString &by,
                              const RunControl &control);
Result<> recordFalseAlarm(Workspace &workspace, ConversationId id, const QString &by);

// The channels' side: intake without the engine, and the thread as the customer may read it.
Result<TakenMessage> takeMessage(Workspace &workspace, const IncomingMessage &message);
Result<std::vector<PublicMessage>> publicThread(Workspace &workspace, ConversationId conversation,
                                                MessageId after);
Result<std::vector<PublicMessage>> publicThread(Workspace &workspace, ChannelKind channel, const QString &key,
                                                MessageId after);
// The thread of a conversation of the chat; nothing for another channel's.
Result<std::optional<QString>> chatKeyOf(Workspace &workspace, ConversationId id);

} // namespace Helmdesk
