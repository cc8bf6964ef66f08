#include "cli/ChannelCommands.h"

#include "app/Mailboxes.h"
#include "app/WorkerLock.h"
#include "mailbox/MailDiscovery.h"

#include <memory>
#include <QTextStream>
#include <QUrl>

namespace Helmdesk
{
namespace
{

constexpr std::chrono::seconds lockPatience{3};
constexpr std::chrono::seconds testPatience{90};

struct NewMailboxOptions {
    std::string name;
    std::string address;
    std::string displayName;
    std::string replyTo;
    std::string signature;
    bool answersEverybody = false;
    std::string imap;
    std::string imapTls;
    std::string smtp;
    std::string smtpTls;
    std::string user;
    std::string auth = "password";
    std::string certificate;
    std::vector<std::string> folders;
    std::string sentFolder;
    std::string draftsFolder;
    std::string doneFolder;
    bool secretFromStdin = false;
    bool isDraftsOnly = false;
    bool isSending = false;
    bool marksSeen = false;
    int lookBackDays = 0;
    std::string trustedAuthserv;
};

// HOST:PORT, an IPv6 address in brackets; without a port the usual one.
Result<MailEndpoint> endpointFrom(const std::string &given, const std::string &tls, quint16 implicitPort,
                                  quint16 startTlsPort)
{
    const QUrl url(QStringLiteral("mail://") + QString::fromStdString(given), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || !url.path().isEmpty())
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("\"%1\" is no server: write HOST:PORT").arg(QString::fromStdString(given))};
    MailEndpoint endpoint;
    endpoint.host = url.host();
    const auto said = mailTlsNamed(QString::fromStdString(tls));
    const int port =
        url.port(said == MailTls::StartTls || said == MailTls::None ? startTlsPort : implicitPort);
    endpoint.port = static_cast<quint16>(port);
    endpoint.tls = said.value_or(port == startTlsPort ? MailTls::StartTls : MailTls::Implicit);
    return endpoint;
}

QString tlsWords(const MailEndpoint &endpoint)
{
    return endpoint.tls == MailTls::None ? QStringLiteral("NOT ENCRYPTED") : nameOf(endpoint.tls);
}

QString stateWords(const MailAccount &account, const MailboxState &state)
{
    if (account.isPaused)
        return QStringLiteral("paused");
    QString words = nameOf(state.condition);
    if (state.lastPoll.isValid())
        words += QStringLiteral(", last asked %1").arg(toIso(state.lastPoll));
    if (!state.lastError.isEmpty())
        words += QStringLiteral("; %1").arg(state.lastError);
    return words;
}

QString lineOf(const MailAccount &account, const MailboxState &state)
{
    return QStringLiteral("%1  %2 by %3 (%4), %5\n    %6\n    %7 on the server; taken in %8, again %9, put "
                          "aside %10")
        .arg(account.name, account.address, nameOf(account.imap), tlsWords(account.imap),
             account.mode == MailMode::DraftsOnly
                 ? QStringLiteral("drafts only")
                 : QStringLiteral("sends by %1 (%2)").arg(nameOf(account.smtp), tlsWords(account.smtp)),
             stateWords(account, state))
        .arg(state.onServer)
        .arg(state.taken)
        .arg(state.again)
        .arg(state.aside);
}

Json shown(const MailAccount &account, const MailboxState &state)
{
    Json json = toJson(account);
    json.erase("secret_name");
    json["has_password"] = MailAccounts::hasSecret(account);
    json["state"] = nameOf(state.condition);
    json["last_poll"] = state.lastPoll.isValid() ? Json(toIso(state.lastPoll)) : Json();
    json["last_error"] = state.lastError;
    json["on_server"] = state.onServer;
    json["taken"] = state.taken;
    json["again"] = state.again;
    json["aside"] = state.aside;
    json["retry_at"] = state.retryAt.isValid() ? Json(toIso(state.retryAt)) : Json();
    return json;
}

// The account as it was asked for; what is not given comes from what the address tells.
Result<MailAccount> accountFrom(const NewMailboxOptions &given, QString *note)
{
    MailAccount account;
    account.name = QString::fromStdString(given.name);
    account.address = QString::fromStdString(given.address).trimmed();
    account.displayName = QString::fromStdString(given.displayName);
    account.replyTo = QString::fromStdString(given.replyTo);
    account.signature = QString::fromStdString(given.signature);
    account.answersEverybody = given.answersEverybody;
    account.user = given.user.empty() ? account.address : QString::fromStdString(given.user);
    account.auth = mailAuthNamed(QString::fromStdString(given.auth)).value_or(MailAuth::Password);
    account.certificate = QString::fromStdString(given.certificate).remove(u':').toLower();
    account.mode = given.isSending && !given.isDraftsOnly ? MailMode::Sending : MailMode::DraftsOnly;
    account.marksSeen = given.marksSeen;
    account.lookBackDays = given.lookBackDays;
    account.trustedAuthserv = QString::fromStdString(given.trustedAuthserv).trimmed();
    account.folders.sent = QString::fromStdString(given.sentFolder);
    account.folders.drafts = QString::fromStdString(given.draftsFolder);
    account.folders.done = QString::fromStdString(given.doneFolder);
    account.added = QDateTime::currentDateTimeUtc();
    if (!given.folders.empty()) {
        account.folders.watched.clear();
        for (const std::string &folder : given.folders)
            account.folders.watched << QString::fromStdString(folder);
    }
    const bool needsSmtp = account.mode == MailMode::Sending && given.smtp.empty();
    if (given.imap.empty() || needsSmtp) {
        auto found =
            findMailServers(account.address, systemDnsLookup(RunControl()), systemWebLookup(RunControl()));
        if (!found)
            return found.error();
        account.imap = found->imap;
        account.smtp = found->smtp;
        if (given.user.empty() && !found->user.isEmpty())
            account.user = found->user;
        *note = QStringLiteral("Servers by %1: %2, %3.%4")
                    .arg(found->source, nameOf(found->imap), nameOf(found->smtp),
                         found->note.isEmpty() ? QString() : u' ' + found->note);
    }
    if (!given.imap.empty()) {
        auto imap = endpointFrom(given.imap, given.imapTls, 993, 143);
        if (!imap)
            return imap.error();
        account.imap = *imap;
    }
    if (!given.smtp.empty()) {
        auto smtp = endpointFrom(given.smtp, given.smtpTls, 465, 587);
        if (!smtp)
            return smtp.error();
        account.smtp = *smtp;
    }
    return account;
}

int addMailbox(const CommandContext &context, const NewMailboxOptions &given)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    QString note;
    auto account = accountFrom(given, &note);
    if (!account)
        return out.fail(account.error());
    QString secret;
    if (given.secretFromStdin)
        secret = QTextStream(stdin).readLine().trimmed();
    if (given.secretFromStdin && secret.isEmpty())
        return out.fail({ErrorKind::InvalidInput, QStringLiteral("no password came on standard input")});
    Mailboxes mailboxes(**workspace, {});
    auto kept = mailboxes.accounts().add(*account, secret, systemUserName());
    if (!kept)
        return out.fail(kept.error());
    if (!kept->secretProblem.isEmpty())
        out.warn(QStringLiteral("the password was not kept: %1").arg(kept->secretProblem));
    if (account->imap.tls == MailTls::None || (account->smtp.isSet() && account->smtp.tls == MailTls::None))
        out.warn(QStringLiteral("WARNING: without TLS the password and every mail can be read on the way"));
    Json json = shown(*account, {});
    json["password_kept"] = kept->isSecretKept;
    json["note"] = note;
    out.result(json, QStringLiteral("%1%2 (%3)\nTest it with \"%4 channel test %2\".")
                         .arg(note.isEmpty() ? QString() : note + u'\n', account->name,
                              account->mode == MailMode::DraftsOnly
                                  ? QStringLiteral("drafts only: nothing is ever sent by it")
                                  : QStringLiteral("sends by %1").arg(nameOf(account->smtp)),
                              context.program()));
    return 0;
}

int listMailboxes(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Mailboxes mailboxes(**workspace, {});
    auto list = mailboxes.list();
    if (!list)
        return out.fail(list.error());
    Json items = Json::array();
    QStringList lines;
    for (const Mailboxes::Shown &each : *list) {
        Json item = shown(each.account, each.state);
        item["waiting"] = each.outgoing.waiting;
        item["unknown"] = each.outgoing.unknown;
        item["drafts"] = each.outgoing.drafts;
        item["aside_mails"] = Json::array();
        lines << lineOf(each.account, each.state);
        if (each.outgoing.waiting + each.outgoing.unknown + each.outgoing.drafts > 0)
            lines << QStringLiteral(
                         "    replies: %1 wait to leave, of %2 nobody knows, %3 drafts in the mailbox")
                         .arg(each.outgoing.waiting)
                         .arg(each.outgoing.unknown)
                         .arg(each.outgoing.drafts);
        constexpr int most = 20;
        const auto aside = mailboxes.accounts().repository().aside(each.account.name, most);
        for (const AsideMail &mail : aside ? *aside : std::vector<AsideMail>()) {
            item["aside_mails"].push_back({{"folder", mail.folder},
                                           {"uid", mail.uid},
                                           {"why", mail.why},
                                           {"bytes", mail.bytes},
                                           {"at", toIso(mail.at)}});
            lines
                << QStringLiteral("    aside: %1, mail %2: %3").arg(mail.folder).arg(mail.uid).arg(mail.why);
        }
        items.push_back(std::move(item));
    }
    if (lines.isEmpty())
        lines << QStringLiteral("No mailbox: mail comes in by the inbox folder alone.");
    out.result({{"mailboxes", std::move(items)}}, lines.join(u'\n'));
    return 0;
}

int testMailbox(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Mailboxes mailboxes(**workspace, {});
    auto test = mailboxes.accounts().test(name, RunControl().withDeadline(testPatience));
    if (!test)
        return out.fail(test.error());
    Json steps = Json::array();
    QStringList lines;
    for (const MailTestStep &step : test->steps) {
        steps.push_back({{"step", step.step}, {"ok", step.isFine}, {"detail", step.words}});
        lines << QStringLiteral("%1  %2: %3")
                     .arg(step.isFine ? QStringLiteral("ok  ") : QStringLiteral("FAIL"), step.step,
                          step.words);
    }
    if (test->inLookBack > 0)
        lines << QStringLiteral("The look-back will take in about %1 mails.").arg(test->inLookBack);
    out.result({{"name", name},
                {"ok", test->isUsable},
                {"steps", std::move(steps)},
                {"mails", test->mails},
                {"in_look_back", test->inLookBack}},
               lines.join(u'\n'));
    return test->isUsable ? 0 : 1;
}

int syncMailbox(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    WorkerLock lock(context.folder);
    if (!lock.tryLock(lockPatience))
        return out.fail(
            {ErrorKind::Conflict,
             QStringLiteral("another program reads this workspace's mailboxes (%1)").arg(lock.holder())});
    Mailboxes mailboxes(**workspace, {});
    auto state = mailboxes.syncOnce(name, RunControl().withProgress(out.progress(QStringLiteral("Mails"))));
    if (!state)
        return out.fail(state.error());
    out.result({{"name", name},
                {"on_server", state->onServer},
                {"taken", state->taken},
                {"again", state->again},
                {"aside", state->aside}},
               QStringLiteral("%1: %2 on the server; taken in %3, again %4, put aside %5.")
                   .arg(name)
                   .arg(state->onServer)
                   .arg(state->taken)
                   .arg(state->again)
                   .arg(state->aside));
    return 0;
}

int changePassword(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const QString secret = QTextStream(stdin).readLine().trimmed();
    if (secret.isEmpty())
        return out.fail({ErrorKind::InvalidInput, QStringLiteral("no password came on standard input")});
    Mailboxes mailboxes(**workspace, {});
    auto kept = mailboxes.accounts().changeSecret(name, secret, systemUserName());
    if (!kept)
        return out.fail(kept.error());
    if (!kept->isSecretKept)
        return out.fail({ErrorKind::Unavailable, kept->secretProblem});
    out.result({{"name", name}, {"password_kept", true}},
               QStringLiteral("%1 signs in with the new password from now on.").arg(name));
    return 0;
}

int setPaused(const CommandContext &context, const QString &name, bool paused)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Mailboxes mailboxes(**workspace, {});
    if (auto set = mailboxes.accounts().setPaused(name, paused, systemUserName()); !set)
        return out.fail(set.error());
    out.result({{"name", name}, {"paused", paused}},
               paused ? QStringLiteral("%1 is paused: nothing is read from it.").arg(name)
                      : QStringLiteral("%1 is read again.").arg(name));
    return 0;
}

int setMode(const CommandContext &context, const QString &name, const std::string &mode)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Mailboxes mailboxes(**workspace, {});
    const MailMode wanted = mailModeNamed(QString::fromStdString(mode)).value_or(MailMode::DraftsOnly);
    if (auto set = mailboxes.accounts().setMode(name, wanted, systemUserName()); !set)
        return out.fail(set.error());
    out.result({{"name", name}, {"mode", nameOf(wanted)}},
               wanted == MailMode::Sending
                   ? QStringLiteral("Replies leave by %1 from now on.").arg(name)
                   : QStringLiteral("%1 sends nothing any more: replies are drafts in it.").arg(name));
    return 0;
}

int trustServer(const CommandContext &context, const QString &name, const std::string &authserv)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Mailboxes mailboxes(**workspace, {});
    const QString id = QString::fromStdString(authserv).trimmed();
    if (auto set = mailboxes.accounts().setTrustedAuthserv(name, id, systemUserName()); !set)
        return out.fail(set.error());
    out.result({{"name", name}, {"trusted_authserv", id}},
               id.isEmpty()
                   ? QStringLiteral("What mails to %1 say of their senders counts nothing.").arg(name)
                   : QStringLiteral("Senders that %1 vouches for are known in %2.").arg(id, name));
    return 0;
}

int removeMailbox(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Mailboxes mailboxes(**workspace, {});
    if (auto removed = mailboxes.accounts().remove(name, systemUserName()); !removed)
        return out.fail(removed.error());
    out.result({{"removed", name}},
               QStringLiteral("The mailbox %1 and its password are gone; its conversations stay.").arg(name));
    return 0;
}

void addMailOptions(CLI::App &mail, const std::shared_ptr<NewMailboxOptions> &given)
{
    const CLI::IsMember tls({"implicit", "starttls", "none"});
    mail.add_option("NAME", given->name, "How it is called here")->required();
    mail.add_option("--address", given->address, "Its address, like support@example.org")->required();
    mail.add_option("--display-name", given->displayName, "The name beside the address in what goes out");
    mail.add_option("--reply-to", given->replyTo, "The address that answers are asked for at");
    mail.add_option("--signature", given->signature, "What stands below each reply; may have several lines");
    mail.add_flag("--answer-everybody", given->answersEverybody,
                  "Replies of people go to all who were written to beside the team");
    mail.add_option("--imap", given->imap,
                    "Server to read from, HOST:PORT; found from the address otherwise");
    mail.add_option("--imap-tls", given->imapTls, "By the port otherwise; none is said loudly")->check(tls);
    mail.add_option("--smtp", given->smtp, "Server to send by, HOST:PORT; found from the address otherwise");
    mail.add_option("--smtp-tls", given->smtpTls, "By the port otherwise; none is said loudly")->check(tls);
    mail.add_option("--user", given->user, "Name to sign in with; the address otherwise");
    mail.add_option("--auth", given->auth, "What signs in: a password, or an OAuth token")
        ->check(CLI::IsMember({"password", "oauth"}));
    mail.add_option("--certificate", given->certificate,
                    "SHA-256 of the one certificate to trust, for a server of your own");
    mail.add_flag("--password-stdin", given->secretFromStdin, "Read its password from standard input");
    mail.add_flag("--drafts-only", given->isDraftsOnly, "Send nothing: replies are drafts (the default)");
    mail.add_flag("--sending", given->isSending, "Replies go out by SMTP");
    mail.add_option("--folder", given->folders, "A folder to read, several times; INBOX otherwise");
    mail.add_option("--sent-folder", given->sentFolder,
                    "Where sent mails lie; as the server marks it otherwise");
    mail.add_option("--drafts-folder", given->draftsFolder,
                    "Where drafts lie; as the server marks it otherwise");
    mail.add_option("--done-folder", given->doneFolder, "Move what was taken in there; it stays otherwise");
    mail.add_flag("--mark-seen", given->marksSeen,
                  "Mark what was taken in as seen; nothing changes otherwise");
    mail.add_option("--look-back", given->lookBackDays, "Days of mail to take in at first; 0: only new mail")
        ->check(CLI::Range(0, 3650));
    mail.add_option("--trusted-authserv", given->trustedAuthserv,
                    "How its own server signs Authentication-Results: senders it vouches for are known");
    mail.footer("Example:\n  helmdeskctl channel add mail support --address support@example.org "
                "--password-stdin --look-back 7");
}

} // namespace

void addChannelCommands(CLI::App &app, CommandContext &context)
{
    auto *channel = app.add_subcommand("channel", "The team's own mailboxes");
    channel->require_subcommand(1);
    auto *add = channel->add_subcommand("add", "Add a channel");
    add->require_subcommand(1);
    auto *mail = add->add_subcommand("mail", "Add a mailbox; its password comes on standard input");
    auto given = std::make_shared<NewMailboxOptions>();
    addMailOptions(*mail, given);
    mail->callback([&context, given] { context.exitCode = addMailbox(context, *given); });

    channel->add_subcommand("list", "The mailboxes, how each does and what was put aside")
        ->callback([&context] { context.exitCode = listMailboxes(context); });
    const auto named = [&](const char *command, const char *about,
                           std::function<int(const CommandContext &, const QString &)> act) {
        auto *sub = channel->add_subcommand(command, about);
        auto name = std::make_shared<std::string>();
        sub->add_option("NAME", *name, "The mailbox")->required();
        sub->callback(
            [&context, name, act] { context.exitCode = act(context, QString::fromStdString(*name)); });
    };
    named("test", "Find, connect, sign in and open its folders, step by step; changes nothing", testMailbox);
    named("sync", "Take in what is there and end; while serve or the console runs they do it", syncMailbox);
    named("password", "Another password for it, on standard input", changePassword);
    named("pause", "Stop reading it",
          [](const CommandContext &c, const QString &name) { return setPaused(c, name, true); });
    named("resume", "Read it again",
          [](const CommandContext &c, const QString &name) { return setPaused(c, name, false); });
    auto *mode = channel->add_subcommand("mode", "Whether replies leave by it, or are drafts in it");
    auto modeName = std::make_shared<std::string>();
    auto modeWanted = std::make_shared<std::string>();
    mode->add_option("NAME", *modeName, "The mailbox")->required();
    mode->add_option("MODE", *modeWanted, "drafts-only or sending")
        ->required()
        ->check(CLI::IsMember({"drafts-only", "sending"}));
    mode->callback([&context, modeName, modeWanted] {
        context.exitCode = setMode(context, QString::fromStdString(*modeName), *modeWanted);
    });
    auto *trust =
        channel->add_subcommand("trust", "Whose Authentication-Results count in it; none: nobody's");
    auto trustName = std::make_shared<std::string>();
    auto trusted = std::make_shared<std::string>();
    trust->add_option("NAME", *trustName, "The mailbox")->required();
    trust->add_option("AUTHSERV-ID", *trusted, "How its own server signs them, like mx.example.org");
    trust->callback([&context, trustName, trusted] {
        context.exitCode = trustServer(context, QString::fromStdString(*trustName), *trusted);
    });
    named("remove", "Remove it and its password; its conversations stay", removeMailbox);
}

} // namespace Helmdesk
