#pragma once

#include "core/Result.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

// What a team has kept of its conversations, in one form whatever desk or mail program it comes from.
namespace Helmdesk
{

enum class ArchiveRole { Customer, Staff, Machine, Unknown };
QString nameOf(ArchiveRole role); // "customer", "staff", "machine", "unknown"

enum class ArchiveVisibility { Public, Internal, Event };

struct ArchiveMessage {
    QString id;       // as text, whatever it was
    QDateTime at;     // UTC; invalid: not told
    QString authorId; // an id or address
    ArchiveRole role = ArchiveRole::Unknown;
    QString roleFrom; // how the role was found: "incoming", "role of the user", "began the thread", …
    QString text;     // the writer's own words, without quoted history and signature
    ArchiveVisibility visibility = ArchiveVisibility::Public;
    QString inReplyTo;
    bool hadHtml = false;
    bool isZoneUnknown = false; // `at` was written without a zone and is taken for UTC
    bool isCanned = false;      // the desk says that a saved reply was used
};

struct ArchiveConversation {
    QString system; // "mbox", "zendesk", …
    QString id;     // as text, unique within the import
    QString subject;
    QString channel; // in the source's own words, lower case: "mail", "chat", "web", …
    QString label;   // the category that the team gave it, in its own words; empty: none
    QDateTime openedAt;
    QString place;                        // file and position, for messages about it
    std::vector<ArchiveMessage> messages; // by time
};

// By time; a message without one keeps its place after the message before it.
void sortByTime(std::vector<ArchiveMessage> &messages);

// What was not taken, and why; the place is the file with the line or the record's number.
struct ArchiveRefusal {
    QString place;
    QString reason;
};

// What became of every message of the source: taken in = given out + refused + duplicates. A record that
// could not be read at all counts as one.
struct ArchiveCounts {
    qint64 in = 0;
    qint64 out = 0;
    qint64 refused = 0;
    qint64 duplicates = 0;
    qint64 conversations = 0;
    qint64 zonesUnknown = 0;                 // times without a zone, taken for UTC
    std::vector<ArchiveRefusal> refusals;    // the first `mostRefusals`
    QHash<QString, qint64> refusalsByReason; // all of them
    QStringList notes; // what the reader wants known: how roles were found, what was left aside

    static constexpr std::size_t mostRefusals = 200;

    void refuse(const QString &place, const QString &reason, qint64 messages = 1)
    {
        in += messages;
        refused += messages;
        refusalsByReason[reason] += messages;
        if (refusals.size() < mostRefusals)
            refusals.push_back({place, reason});
    }
    void countDuplicate(qint64 messages = 1)
    {
        in += messages;
        duplicates += messages;
    }
    void note(const QString &sentence)
    {
        if (!notes.contains(sentence))
            notes << sentence;
    }
};

// The customer's first words and what people answered to them.
struct FirstExchange {
    QString question;               // the customer's messages before the first answer, joined
    QString firstAnswer;            // the first message of staff
    QString allAnswers;             // all messages of staff up to the customer's next one, joined
    qint64 staffMessages = 0;       // of the whole conversation
    qint64 firstAnswerSeconds = -1; // from the first message to the first answer; -1: not known
};

enum class ExchangeGap { None, NoCustomer, StaffWroteFirst, NoAnswer };
QString nameOf(ExchangeGap gap); // "none", "no_customer_message", "staff_wrote_first", "no_answer"

// Notes, events, machines and what only says who is absent are no answers, and neither is the customer's own
// follow-up. With a gap the question is still given where there is one. Pure.
struct ExchangeFound {
    FirstExchange exchange;
    ExchangeGap gap = ExchangeGap::None;
};
ExchangeFound firstExchangeOf(const ArchiveConversation &conversation);

} // namespace Helmdesk
