#pragma once

#include "archives/Archive.h"
#include "core/Json.h"

#include <memory>
#include <optional>
#include <QSet>

namespace Helmdesk
{

// A message that lies apart from its conversation.
struct LooseMessage {
    QString conversation; // empty: the record does not say, and the place in the file must
    ArchiveMessage message;
};

enum class DeskRecordKind { Conversation, Message, User, Nothing };

// How the records of one desk are read. Stateful: users told before tell roles. One object reads one archive.
// Nothing fails: what a record lacks is empty, and its reader refuses it.
class DeskForm
{
public:
    virtual ~DeskForm() = default;
    virtual QString system() const = 0;
    virtual DeskRecordKind kindOf(const Json &record, const QString &list) const = 0;
    virtual void takeUser(const Json &record);
    // Without `place`; with the messages inside the record.
    virtual ArchiveConversation conversation(const Json &record) const = 0;
    virtual LooseMessage message(const Json &record) const = 0;
    // Why the conversation is not to be taken, e.g. it was deleted; empty: it is.
    virtual QString refusal(const Json &record) const;
    // Whether the record is one of a list that lacks what a reading by id has: the first message, the
    // replies.
    virtual bool isPartial(const Json &record) const;
    // What the reader should know about how roles were found; empty: nothing.
    virtual QString note() const { return {}; }
    // Once the messages of a conversation are together: roles that depend on it, the opening message that is
    // told twice.
    virtual void complete(ArchiveConversation &conversation) const;
    bool hasUsers() const { return !m_roles.isEmpty(); }

protected:
    std::optional<ArchiveRole> roleOfUser(const QString &id) const;
    QHash<QString, ArchiveRole> m_roles; // of users, by id
};

// The desk whose records these members are, by what only its records have; null: none that is known.
std::unique_ptr<DeskForm> deskFormOf(const Json &record, const QString &list);

std::unique_ptr<DeskForm> makeZendeskForm();
std::unique_ptr<DeskForm> makeFreshdeskForm();
std::unique_ptr<DeskForm> makeIntercomForm();
std::unique_ptr<DeskForm> makeHelpScoutForm();
std::unique_ptr<DeskForm> makeChatwootForm();
std::unique_ptr<DeskForm> makeZammadForm();

// For the forms.
bool hasMembers(const Json &record, std::initializer_list<const char *> members);
// An id as text, whatever its type, never through a double: empty for a fraction.
QString idOf(const Json &record, const char *member);
// Seconds or milliseconds since 1970, as a number or text, or ISO 8601; invalid for anything else.
// `isZoneUnknown` is set where the text has no zone.
QDateTime timeOf(const Json &value, bool *isZoneUnknown = nullptr);
QDateTime timeOfText(const QString &text, bool *isZoneUnknown = nullptr);
// The writer's own words: of the plain text where there is one, else of the HTML.
QString ownWords(const QString &plain, const QString &html, const QString &subject = {});

} // namespace Helmdesk
