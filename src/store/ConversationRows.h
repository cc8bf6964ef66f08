#pragma once

#include "pipeline/ConversationRepository.h"
#include "store/Connection.h"

// How conversations and messages stand in their tables. Thread: that of the connection.
namespace Helmdesk::ConversationRows
{

QString conversationColumns(); // of the table named c
Conversation conversationOf(const Statement &row, int first = 0);
int conversationColumnCount();

QString messageColumns(); // of the table named m
Message messageOf(const Statement &row);
Json toJson(const QList<Attachment> &attachments);
QList<Attachment> attachmentsFrom(const Json &list);

// The queue: SELECT … FROM conversations c … without WHERE.
QString selectSummaries();
ConversationSummary summaryOf(const Statement &row);

// A full-text query that matches rows with all words of `text`, the last one by its beginning. Empty when
// there is no word in it. Never a syntax error, whatever the text.
QString matchQuery(const QString &text);

} // namespace Helmdesk::ConversationRows
