#pragma once

#include "core/Domain.h"
#include "core/Ids.h"

#include <optional>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>
#include <vector>

namespace Helmdesk
{

// Which conversations the insights are about: those that began on these days, both included, in `zone`.
struct InsightFilter {
    QDate from = {}; // invalid: open
    QDate to = {};   // invalid: open
    std::optional<ChannelKind> channel = {};
    std::optional<Category> category = {};
    QTimeZone zone = QTimeZone::utc();

    QDateTime begin() const { return from.isValid() ? from.startOfDay(zone) : QDateTime(); }
    QDateTime end() const { return to.isValid() ? to.addDays(1).startOfDay(zone) : QDateTime(); } // excluded
    bool operator==(const InsightFilter &) const = default;
};

// As many days, just before; nothing for an open period.
inline std::optional<InsightFilter> periodBefore(const InsightFilter &filter)
{
    if (!filter.from.isValid() || !filter.to.isValid() || filter.to < filter.from)
        return {};
    InsightFilter before = filter;
    before.to = filter.from.addDays(-1);
    before.from = filter.from.addDays(-(filter.from.daysTo(filter.to) + 1));
    return before;
}

// How a reply came about.
enum class ReplyKind {
    Alone,     // the agent sent it
    FromDraft, // a person sent a draft, changed or not
    Written,   // a person wrote it
};

// What the store knows of one conversation. Times are seconds since 1970, UTC.
struct InsightRecord {
    struct Line {
        Author author = Author::Customer; // Customer, Agent or Operator; automatic mails are left out
        qint64 at = 0;
        ReplyKind kind = ReplyKind::Written; // of a reply
        bool isGrounded = false;             // of the agent's: cites an article or a tool's result
        QString words;                       // of a customer's message that the router took for no request
    };
    struct Mark { // a person changed the status
        qint64 at = 0;
        bool isResolved = false;
    };
    struct Escalated { // one run that went to a person
        QList<EscalationReason> reasons;
        bool isReviewed = false;
        bool isFalseAlarm = false;
    };
    struct Drafted {
        enum class Fate { Unchanged, Edited, Rejected, Unjudged } fate = Fate::Unjudged;
        QString before; // of an edited one
        QString after;
    };

    ConversationId id;
    ChannelKind channel = ChannelKind::Api;
    std::optional<Category> category; // nothing while no run has ended
    qint64 createdAt = 0;
    bool isResolved = false;
    bool needsPerson = false;
    std::vector<Line> lines; // oldest first
    std::vector<Mark> marks; // oldest first
    std::vector<Escalated> escalated;
    std::vector<Drafted> drafts;
    qint64 modelCalls = 0;
    qint64 unpricedCalls = 0;
    qint64 costNano = 0; // thousand-millionths of a dollar
};

// A reply that a person sent.
struct SentByPerson {
    QString name;
    qint64 at = 0; // seconds since 1970
    bool isFromDraft = false;
};

} // namespace Helmdesk
