// Instead of SmtpSender.cpp where libetpan is missing: nothing leaves, and what waits says why.
#include "mailbox/SmtpSender.h"

namespace Helmdesk
{
namespace
{

SmtpOutcome absent()
{
    return {SmtpFate::AccountFault,
            QStringLiteral("this build of Helmdesk sends no mails: it was made without libetpan"),
            {}};
}

} // namespace

SmtpSender::SmtpSender(const MailAccount &account, const QString &secret)
    : m_account(account)
    , m_secret(secret)
{
}

SmtpOutcome SmtpSender::send(const SmtpLetter &, const std::function<Result<>()> &, const RunControl &) const
{
    return absent();
}

SmtpOutcome SmtpSender::trySignIn(const RunControl &) const
{
    return absent();
}

} // namespace Helmdesk
