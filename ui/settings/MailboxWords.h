#pragma once

#include "app/MailRoom.h"
#include "theme/Theme.h"

#include <QCoreApplication>

namespace Helmdesk
{

// The words of the mailboxes' page, in the operator's language.
class MailboxWords
{
    Q_DECLARE_TR_FUNCTIONS(MailboxWords)

public:
    struct Sign {
        QString icon;
        Token token = Token::Secondary;
        const char *tone = "secondary"; // of the words beside it
    };

    // How it does, in a sentence: "Connected. New mail arrives at once."
    static QString state(const MailboxRow &row, const QDateTime &now);
    static Sign sign(const MailboxRow &row);
    static QString step(const MailTestStep &step); // "Signed in: support"
    static QString tls(MailTls tls);
    static QString server(const MailEndpoint &endpoint); // with how it is encrypted
    static QString mode(MailMode mode);
    static QString modeMeaning(MailMode mode);
    static QString lastAsked(const MailboxRow &row);
    static QString taken(const MailboxRow &row);
    static QString aside(const AsideMail &mail);
    static QString leaving(const MailboxRow &row);
    static QString password(const MailboxRow &row);
    static QString lookBack(int days, std::optional<qint64> mails);
    static QString failure(const Error &error); // of a connection or a lookup
};

} // namespace Helmdesk
