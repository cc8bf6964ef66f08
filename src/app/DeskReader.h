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
// Whether files can be taken from the folder and moved in it; it is made where there is none. An empty one is
// the workspace's.
Result<> checkFolder(const QString &folder);
Result<std::vector<SettingRow>> readSettings(Workspace &workspace);
Result<std::vector<Snippet>> readSnippets(Workspace &workspace);

// Where a conversation stands.
Result<PlaceBefore> readPlace(Workspace &workspace, ConversationId id);
// What the operator had typed into the draft stays as his reply. Nothing is given back where waiting calls or
// a queued reply end with it.
Result<PlacesBefore> takeOverConversation(Workspace &workspace, ConversationId id, const QString &by);
Result<> putBackPlaces(Workspace &workspace, const PlacesBefore &places, const QString &by);
// The text of one without a draft is kept as the reply that was begun.
Result<> takeBackReply(Workspace &workspace, OutboxId item, const QString &by);
// A reopened conversation goes back to whom it was with; resolving withdraws what waits.
Result<> setResolvedOne(Workspace &workspace, ConversationId id, bool resolved, const QString &by);
// Where answering again fails, the category is as it was.
Result<TurnBefore> changeCategoryAndRun(Workspace &workspace, ConversationId id, Category category,
                                        const QString &by, const RunControl &control);
Result<> undoCategoryChange(Workspace &workspace, const TurnBefore &before, const QString &by);
Result<TurnBefore> rejectDraft(Workspace &workspace, ConversationId id, const QString &reason,
                               const QString &by);
// As undoCategoryChange(): the draft stands there again, and what waited with it waits again.
Result<> undoRejection(Workspace &workspace, const TurnBefore &before, const QString &by);
Result<> recordFalseAlarm(Workspace &workspace, ConversationId id, const QString &by);

// The channels' side: intake without the engine, and the thread as the customer may read it.
Result<TakenMessage> takeMessage(Workspace &workspace, const IncomingMessage &message);
Result<std::vector<PublicMessage>> publicThread(Workspace &workspace, ConversationId conversation,
                                                MessageId after);
Result<std::vector<PublicMessage>> publicThread(Workspace &workspace, ChannelKind channel, const QString &key,
                                                MessageId after);
// A file of a reply in that thread, with its bytes; NotFound for any other.
Result<Attachment> publicFile(Workspace &workspace, ConversationId conversation, MessageId message,
                              int position);
Result<Attachment> publicFile(Workspace &workspace, ChannelKind channel, const QString &key,
                              MessageId message, int position);
// The thread of a conversation of the chat; nothing for another channel's.
Result<std::optional<QString>> chatKeyOf(Workspace &workspace, ConversationId id);

} // namespace Helmdesk
