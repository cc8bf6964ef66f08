#include "settings/MailboxWords.h"

#include "Words.h"

#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

QString MailboxWords::state(const MailboxRow &row, const QDateTime &now)
{
    const MailboxState &state = row.state;
    const QString why = Words::foreign(state.lastError);
    if (row.account.isPaused)
        return tr("Paused. Nothing is read from it and nothing leaves by it.");
    switch (state.condition) {
    case MailboxCondition::Unknown:
        return tr("Not looked at yet.");
    case MailboxCondition::Connecting:
        return state.lastError.isEmpty() ? tr("Connecting.")
                                         : tr("Connecting again. The last time: %1").arg(why);
    case MailboxCondition::Reading:
        return tr("Reading the mails that are there.");
    case MailboxCondition::Listening:
        return tr("Connected. The server tells of new mail at once.");
    case MailboxCondition::Polling:
        return tr("Connected. The server is asked for new mail now and then.");
    case MailboxCondition::Refused:
        return tr("It is not read, and nobody tries again until you change something: %1").arg(why);
    case MailboxCondition::Waiting:
        break;
    }
    const qint64 seconds = state.retryAt.isValid() ? (now.msecsTo(state.retryAt) + 999) / 1000 : 0;
    return seconds > 0
               ? tr("Out of reach; it is tried again in %Ln s: %1", nullptr, static_cast<int>(seconds))
                     .arg(why)
               : tr("Out of reach; it is tried again now: %1").arg(why);
}

MailboxWords::Sign MailboxWords::sign(const MailboxRow &row)
{
    if (row.account.isPaused)
        return {u"circle-pause"_s, Token::Secondary, "secondary"};
    switch (row.state.condition) {
    case MailboxCondition::Listening:
    case MailboxCondition::Polling:
        return {u"circle-check"_s, Token::Ok, "ok"};
    case MailboxCondition::Refused:
        return {u"circle-alert"_s, Token::Bad, "bad"};
    case MailboxCondition::Waiting:
        return {u"triangle-alert"_s, Token::Warn, "warn"};
    case MailboxCondition::Connecting:
    case MailboxCondition::Reading:
    case MailboxCondition::Unknown:
        break;
    }
    return row.state.lastError.isEmpty() ? Sign{u"clock"_s, Token::Secondary, "secondary"}
                                         : Sign{u"triangle-alert"_s, Token::Warn, "warn"};
}

QString MailboxWords::step(const MailTestStep &step)
{
    const QString words = Words::foreign(step.words);
    const QString &name = step.step;
    if (name == "name"_L1)
        return step.isFine ? tr("The server has an address: %1").arg(words)
                           : tr("The server has no address: %1").arg(words);
    if (name == "connected"_L1)
        return step.isFine ? tr("Connected: %1").arg(words) : tr("No connection: %1").arg(words);
    if (name == "tls"_L1)
        return step.isFine ? tr("Encrypted: %1").arg(words) : tr("Not encrypted: %1").arg(words);
    if (name == "no-tls"_L1)
        return tr(
            "Without encryption, as you chose: whoever is on the way reads the password and every mail.");
    if (name == "password"_L1)
        return tr("No password: %1").arg(words);
    if (name == "signed-in"_L1)
        return step.isFine ? tr("Signed in as %1").arg(words) : tr("Not signed in: %1").arg(words);
    if (name == "folder"_L1)
        return step.isFine ? tr("Folder %1").arg(words) : tr("A folder cannot be read: %1").arg(words);
    if (name == "news"_L1)
        return tr("New mail: %1").arg(words);
    if (name == "smtp"_L1)
        return step.isFine ? tr("Ready to send: %1").arg(words) : tr("It cannot send: %1").arg(words);
    return words;
}

QString MailboxWords::tls(MailTls tls)
{
    switch (tls) {
    case MailTls::Implicit:
        return tr("TLS from the start");
    case MailTls::StartTls:
        return tr("STARTTLS");
    case MailTls::None:
        break;
    }
    return tr("Not encrypted");
}

QString MailboxWords::server(const MailEndpoint &endpoint)
{
    //: A server with its port, and how it is encrypted
    return tr("%1 (%2)").arg(Words::foreign(u"%1:%2"_s.arg(endpoint.host).arg(endpoint.port)),
                             tls(endpoint.tls));
}

QString MailboxWords::mode(MailMode mode)
{
    return mode == MailMode::Sending ? tr("Sent from here") : tr("Drafts only");
}

QString MailboxWords::modeMeaning(MailMode mode)
{
    return mode == MailMode::Sending
               ? tr("Replies leave by the server for sending. What goes out without a person is set for each "
                    "kind of question.")
               : tr("The first step for a team. Nothing is ever sent: each reply appears in the mailbox's "
                    "own "
                    "Drafts folder, and whoever sends it from a mail program shows Helmdesk what was right.");
}

QString MailboxWords::lastAsked(const MailboxRow &row)
{
    return row.state.lastPoll.isValid() ? Words::moment(row.state.lastPoll) : tr("Not yet");
}

QString MailboxWords::taken(const MailboxRow &row)
{
    QString words = tr("%Ln read", nullptr, static_cast<int>(row.state.taken));
    if (row.state.again > 0)
        words = tr("%1, %Ln known already", nullptr, static_cast<int>(row.state.again)).arg(words);
    //: "12 read; 40 in the watched folders"
    return tr("%1; %Ln in the watched folders", nullptr, static_cast<int>(row.state.onServer)).arg(words);
}

QString MailboxWords::aside(const AsideMail &mail)
{
    return tr("%1, mail %2, %3: %4")
        .arg(Words::foreign(mail.folder), QString::number(mail.uid), Words::moment(mail.at),
             Words::foreign(mail.why));
}

QString MailboxWords::leaving(const MailboxRow &row)
{
    QStringList parts;
    if (row.account.mode == MailMode::DraftsOnly || row.outgoing.drafts > 0)
        parts << tr("%Ln draft(s) in the mailbox", nullptr, static_cast<int>(row.outgoing.drafts));
    if (row.account.mode == MailMode::Sending || row.outgoing.waiting > 0)
        parts << tr("%Ln waiting to leave", nullptr, static_cast<int>(row.outgoing.waiting));
    if (row.outgoing.unknown > 0)
        parts << tr("of %Ln it is not known whether they left", nullptr,
                    static_cast<int>(row.outgoing.unknown));
    return QLocale().createSeparatedList(parts);
}

QString MailboxWords::password(const MailboxRow &row)
{
    if (row.isPasswordGiven)
        return tr("From the environment variable %1").arg(Words::foreign(row.passwordVariable));
    if (row.hasPassword)
        return tr("In the keychain of this machine");
    return tr("None. Set the environment variable %1 before you start Helmdesk.")
        .arg(Words::foreign(row.passwordVariable));
}

QString MailboxWords::lookBack(int days, std::optional<qint64> mails)
{
    if (days == 0)
        return tr("Only mail that arrives from now on");
    const QString span = tr("Also the last %Ln day(s)", nullptr, days);
    return mails ? tr("%1: %Ln mail(s)", nullptr, static_cast<int>(*mails)).arg(span) : span;
}

QString MailboxWords::failure(const Error &error)
{
    return error.kind == ErrorKind::Cancelled ? tr("It was stopped.")
                                              : tr("It did not work: %1").arg(Words::foreign(error.detail));
}

} // namespace Helmdesk
