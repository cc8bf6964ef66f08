#pragma once

#include "monitoring/AlarmRepository.h"
#include "monitoring/HealthFinding.h"
#include "pipeline/NotificationRepository.h"
#include "pipeline/OutboxRepository.h"
#include "pipeline/UnitOfWork.h"
#include "settings/Settings.h"

namespace Helmdesk
{

// Whom alarms are told, and when one is over.
struct AlarmRules {
    QString address;      // for mails; empty: none
    int mailsPerDay = 0;  // beginnings; the last one says that no more follow
    int quietMinutes = 0; // without the alarm until it is over, so that one that comes and goes is one
    QString account;      // mailbox that the mails leave by; empty: the outbox folder
    QString desk;         // which one, for the mail

    static AlarmRules of(const Settings &settings);
};

// Tells each alarm once: a notification and, where an address is set, a mail when it begins and one when it
// is over. The state is stored in the same transaction as what tells it. Thread: any, one keep() at a time in
// all programs on the workspace. Ownership: nothing is owned. Failure: that of the store; nothing is told
// then, and the next keep() does it.
class AlarmKeeper
{
public:
    struct Parts {
        AlarmRepository &alarms;
        NotificationRepository &notifications;
        OutboxRepository &outbox;
        UnitOfWork &unitOfWork;
    };
    explicit AlarmKeeper(const Parts &parts)
        : m_parts(parts)
    {
    }

    struct Changes {
        std::vector<Alarm> begun;
        std::vector<Alarm> ended;
    };
    Result<Changes> keep(const std::vector<HealthFinding> &findings, const AlarmRules &rules,
                         const QDateTime &now);

private:
    Result<Alarm> begin(const HealthFinding &finding, const AlarmRules &rules, const QDateTime &now);
    // Whether it is over by now.
    Result<bool> quieten(const Alarm &alarm, const AlarmRules &rules, const QDateTime &now);
    Result<> mailBeginning(const Alarm &alarm, const HealthFinding &finding, const AlarmRules &rules,
                           bool isLast);
    Result<> mailEnd(const Alarm &alarm, const AlarmRules &rules, const QDateTime &now);
    Result<> enqueue(const Alarm &alarm, const char *what, const AlarmRules &rules, const QString &subject,
                     const QStringList &lines, const QDateTime &now);

    Parts m_parts;
};

} // namespace Helmdesk
