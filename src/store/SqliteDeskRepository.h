#pragma once

#include "core/Ids.h"
#include "core/Json.h"
#include "store/Database.h"

#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// A filter of the queue under a name. `filter` is the console's own JSON.
struct SavedViewRow {
    QString name;
    Json filter = Json::object();
};

struct SnippetRow {
    qint64 id = 0; // 0: not stored yet
    QString name;
    QString text;
};

struct SentFigures {
    int answered = 0;  // replies that left the desk
    int automatic = 0; // of them without a person
    double medianMilliseconds = 0.0;
};

enum class BegunText { Reply, Note };

// What only the console keeps and asks for: texts that were begun, saved views, snippets, and
// what was done since a moment. Thread: any. Ownership: the Database is not owned. Failure: Unavailable,
// StorageFull, Corrupt or Io of the store; NotFound for a conversation that is not there.
class SqliteDeskRepository
{
public:
    explicit SqliteDeskRepository(Database &database);

    Result<QString> begunText(BegunText kind, ConversationId conversation) const; // empty: none
    Result<> keepBegunText(BegunText kind, ConversationId conversation, const QString &text,
                           const QDateTime &at); // an empty text forgets it

    // A model's words about a conversation, as long as it stands as `basis` says; null: none.
    Result<Json> handoffWords(ConversationId conversation, const QString &basis) const;
    Result<> keepHandoffWords(ConversationId conversation, const QString &basis, const Json &words,
                              const QDateTime &at);

    Result<std::vector<SavedViewRow>> savedViews() const; // in the order in which they were saved
    Result<> saveView(const SavedViewRow &view);          // replaces one of the same name
    Result<> removeView(const QString &name);

    Result<std::vector<SnippetRow>> snippets() const; // by name
    // Keeps a new one or replaces the one with its id; a removed one comes back under its id. Conflict when
    // another has the name, letter case aside.
    Result<qint64> saveSnippet(const SnippetRow &snippet);
    Result<> removeSnippet(qint64 id);

    // Articles that were begun, by id; that of a new one is empty.
    Result<std::vector<std::pair<QString, Json>>> begunArticles() const;
    Result<> keepBegunArticle(const QString &id, const Json &document, const QDateTime &at);
    Result<> forgetBegunArticle(const QString &id);

    // The median is that of the newest runs since then, of a thousand at most.
    Result<SentFigures> sentSince(const QDateTime &since) const;
    // Conversations with a call that waits for a person, and open ones of `assignee`.
    Result<int> conversationsWithApprovals() const;
    Result<int> openConversationsOf(const QString &assignee) const;

private:
    Database &m_database;
};

} // namespace Helmdesk
