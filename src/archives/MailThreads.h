#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// What of a mail decides to which thread it belongs.
struct MailHead {
    QString id;
    QString inReplyTo;
    QStringList references;
    QString subject;
    QDateTime at; // invalid: not told, or impossible
};

// The mails of each thread, by time and where there is none by their place in `heads`; threads by their first
// mail. Mails that answer each other, or one that is not there, belong together; a "Re:" whose headers lead
// nowhere joins the newest thread of its subject within 30 days. Linear but for the sorting. Pure.
std::vector<std::vector<std::size_t>> threadsOf(const std::vector<MailHead> &heads);

// The subject without "Re:", "Fwd:", "AW:" and the name of a list in brackets, folded for comparing.
QString threadSubject(const QString &subject, bool *isReply = nullptr);

} // namespace Helmdesk
