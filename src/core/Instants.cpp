#include "core/Instants.h"

#include <atomic>
#include <cstdlib>
#include <QStringList>

namespace Helmdesk
{
namespace
{

constexpr int statusOfKilled = 137; // what a shell calls a process that ended by SIGKILL

std::atomic<int> fatalInstant{-1};
std::atomic<int> timesLeft{0};

} // namespace

QString nameOf(Instant instant)
{
    switch (instant) {
    case Instant::EffectBegun:
        return QStringLiteral("effect_begun");
    case Instant::EffectHappened:
        return QStringLiteral("effect_happened");
    case Instant::ApprovalDecided:
        return QStringLiteral("approval_decided");
    case Instant::DecisionStored:
        return QStringLiteral("decision_stored");
    case Instant::OutcomeReplaced:
        return QStringLiteral("outcome_replaced");
    case Instant::ReplyClaimed:
        return QStringLiteral("reply_claimed");
    case Instant::MailWritten:
        return QStringLiteral("mail_written");
    case Instant::MailNoted:
        return QStringLiteral("mail_noted");
    case Instant::MailHandedOver:
        return QStringLiteral("mail_handed_over");
    case Instant::MailEnding:
        return QStringLiteral("mail_ending");
    case Instant::MailEndNoted:
        return QStringLiteral("mail_end_noted");
    case Instant::MailEnded:
        return QStringLiteral("mail_ended");
    case Instant::MailAccepted:
        return QStringLiteral("mail_accepted");
    case Instant::MailCopied:
        return QStringLiteral("mail_copied");
    }
    return {};
}

void reached(Instant instant)
{
    if (static_cast<int>(instant) == fatalInstant.load() && timesLeft.fetch_sub(1) == 1)
        std::_Exit(statusOfKilled);
}

bool dieAt(const QString &instant, int times)
{
    for (int i = 0; i <= static_cast<int>(Instant::MailCopied); ++i) {
        if (nameOf(static_cast<Instant>(i)) != instant)
            continue;
        timesLeft.store(times);
        fatalInstant.store(i);
        return true;
    }
    return false;
}

} // namespace Helmdesk
