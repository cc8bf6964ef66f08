#include "monitoring/AlarmKeeper.h"

#include "monitoring/HealthText.h"

#include <algorithm>
#include <QStringList>

namespace Helmdesk
{
namespace
{

constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 secondsPerMinute = 60;

QString timeText(const QDateTime &at)
{
    return at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

} // namespace

AlarmRules AlarmRules::of(const Settings &settings)
{
    AlarmRules rules;
    rules.address = settings.value(SettingKey::MonitorAlarmAddress).get<QString>().trimmed();
    rules.mailsPerDay = settings.value(SettingKey::MonitorMailsPerDay).get<int>();
    rules.quietMinutes = settings.value(SettingKey::MonitorQuietMinutes).get<int>();
    return rules;
}

Result<AlarmKeeper::Changes> AlarmKeeper::keep(const std::vector<HealthFinding> &findings,
                                               const AlarmRules &rules, const QDateTime &now)
{
    const auto standing = m_parts.alarms.standing();
    if (!standing)
        return standing.error();
    Changes changes;
    auto kept = m_parts.unitOfWork.run([&]() -> Result<> {
        for (const HealthFinding &finding : findings) {
            if (finding.level != HealthLevel::Alarm)
                continue;
            const auto known = std::ranges::find(*standing, finding.key(), &Alarm::key);
            if (known == standing->end()) {
                auto begun = begin(finding, rules, now);
                if (!begun)
                    return begun.error();
                changes.begun.push_back(*begun);
            } else if (known->quietSince.isValid()) {
                if (auto again = m_parts.alarms.setQuiet(known->id, {}); !again)
                    return again;
            }
        }
        for (const Alarm &alarm : *standing) {
            const auto found = std::ranges::find(findings, alarm.key, &HealthFinding::key);
            if (found != findings.end() && found->level == HealthLevel::Alarm)
                continue;
            auto isOver = quieten(alarm, rules, now);
            if (!isOver)
                return isOver.error();
            if (*isOver)
                changes.ended.push_back(alarm);
        }
        return {};
    });
    return kept ? Result<Changes>(std::move(changes)) : Result<Changes>(kept.error());
}

Result<Alarm> AlarmKeeper::begin(const HealthFinding &finding, const AlarmRules &rules, const QDateTime &now)
{
    Alarm alarm;
    alarm.key = finding.key();
    alarm.title = titleOf(finding);
    alarm.words = wordsOf(finding);
    alarm.since = now;
    bool isLast = false;
    if (!rules.address.isEmpty()) {
        const auto mails = m_parts.alarms.mailsSince(now.addSecs(-secondsPerDay));
        if (!mails)
            return mails.error();
        alarm.isMailed = *mails < rules.mailsPerDay;
        isLast = *mails + 1 == rules.mailsPerDay;
    }
    const auto id = m_parts.alarms.begin(alarm);
    if (!id)
        return id.error();
    alarm.id = *id;
    Notification notification;
    notification.priority = Priority::Urgent;
    notification.text = QStringLiteral("Alarm: %1: %2").arg(alarm.title, alarm.words);
    notification.at = now;
    if (auto told = m_parts.notifications.add(notification); !told)
        return told.error();
    if (alarm.isMailed) {
        if (auto mailed = mailBeginning(alarm, finding, rules, isLast); !mailed)
            return mailed.error();
    }
    return alarm;
}

Result<bool> AlarmKeeper::quieten(const Alarm &alarm, const AlarmRules &rules, const QDateTime &now)
{
    const QDateTime since = alarm.quietSince.isValid() ? alarm.quietSince : now;
    if (since.secsTo(now) < secondsPerMinute * rules.quietMinutes) {
        if (alarm.quietSince.isValid())
            return false;
        auto noted = m_parts.alarms.setQuiet(alarm.id, now);
        return noted ? Result<bool>(false) : Result<bool>(noted.error());
    }
    if (auto ended = m_parts.alarms.end(alarm.id, now); !ended)
        return ended.error();
    if (alarm.isMailed && !rules.address.isEmpty()) {
        if (auto mailed = mailEnd(alarm, rules, now); !mailed)
            return mailed.error();
    }
    return true;
}

Result<> AlarmKeeper::mailBeginning(const Alarm &alarm, const HealthFinding &finding, const AlarmRules &rules,
                                    bool isLast)
{
    QStringList lines{alarm.words, adviceOf(finding),
                      QStringLiteral("Since %1, on %2.").arg(timeText(alarm.since), rules.desk)};
    if (isLast)
        lines << QStringLiteral(
                     "This is the last of %1 mails on alarms within 24 hours. Others that begin are "
                     "told by the console, on its page Health, and by helmdeskctl health.")
                     .arg(rules.mailsPerDay);
    return enqueue(alarm, "begun", rules, QStringLiteral("Alarm: %1").arg(alarm.title), lines, alarm.since);
}

Result<> AlarmKeeper::mailEnd(const Alarm &alarm, const AlarmRules &rules, const QDateTime &now)
{
    return enqueue(
        alarm, "over", rules, QStringLiteral("Over: %1").arg(alarm.title),
        {QStringLiteral("It was: %1").arg(alarm.words),
         QStringLiteral("From %1 to %2, on %3.").arg(timeText(alarm.since), timeText(now), rules.desk)},
        now);
}

Result<> AlarmKeeper::enqueue(const Alarm &alarm, const char *what, const AlarmRules &rules,
                              const QString &subject, const QStringList &lines, const QDateTime &now)
{
    NewOutboxItem item;
    item.key = alarmMailKey() + QStringLiteral(":%1:%2").arg(alarm.id).arg(QLatin1String(what));
    item.channel = ChannelKind::Mail;
    item.account = rules.account;
    item.recipient = rules.address;
    item.subject = subject;
    item.body = lines.join(QStringLiteral("\n\n"));
    item.createdAt = now;
    item.dueAt = now;
    auto queued = m_parts.outbox.enqueue(item);
    return queued ? Result<>() : Result<>(queued.error());
}

} // namespace Helmdesk
