#include "app/EngineMailRoom.h"

#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int connectionsAtOnce = 4;
constexpr int mostAside = 20;
constexpr std::chrono::seconds searchPatience{30};
constexpr std::chrono::seconds testPatience{90};

} // namespace

EngineMailRoom::EngineMailRoom(Workspace &workspace, QString author, MailAccounts::Secrets secrets)
    : m_author(std::move(author))
    , m_mailboxes(workspace, {}, std::move(secrets))
{
    m_requests.setMaxThreadCount(1);
    m_connections.setMaxThreadCount(connectionsAtOnce);
}

EngineMailRoom::~EngineMailRoom()
{
    stop();
}

void EngineMailRoom::stop()
{
    m_trying.request_stop();
    for (auto &[name, source] : m_tests)
        source.request_stop();
    m_connections.waitForDone();
    m_requests.waitForDone();
}

template <class T, class Work>
MailRoom::Reply<T> EngineMailRoom::ask(QThreadPool &pool, Work work)
{
    return QtConcurrent::run(&pool, [work = std::move(work)]() -> Result<T> { return work(); });
}

RunControl EngineMailRoom::begin(std::stop_source &source, std::chrono::seconds patience)
{
    source.request_stop();
    source = std::stop_source();
    return RunControl(source.get_token()).withDeadline(patience);
}

MailStepSink EngineMailRoom::onThisThread(MailStepSink tell)
{
    return [this, tell = std::move(tell)](const MailTestStep &step) {
        if (tell)
            QMetaObject::invokeMethod(&m_here, [tell, step] { tell(step); });
    };
}

MailRoom::Reply<MailboxesView> EngineMailRoom::mailboxes()
{
    return ask<MailboxesView>(m_requests, [this]() -> Result<MailboxesView> {
        auto list = m_mailboxes.list();
        if (!list)
            return list.error();
        MailboxesView view;
        view.canKeepPasswords = m_mailboxes.accounts().canKeepSecrets();
        for (Mailboxes::Shown &shown : *list) {
            MailboxRow row;
            const QString &name = shown.account.name;
            if (shown.state.aside > 0) {
                auto aside = m_mailboxes.accounts().repository().aside(name, mostAside);
                if (!aside)
                    return aside.error();
                row.aside = std::move(*aside);
            }
            const auto given = EnvironmentSecretStore().read(name);
            row.isPasswordGiven = given && *given;
            row.hasPassword = MailAccounts::hasSecret(shown.account);
            row.passwordVariable = passwordVariable(name);
            row.account = std::move(shown.account);
            row.state = std::move(shown.state);
            row.outgoing = shown.outgoing;
            view.mailboxes.push_back(std::move(row));
        }
        return view;
    });
}

MailRoom::Reply<FoundServers> EngineMailRoom::findServers(const QString &address)
{
    const RunControl control = begin(m_trying, searchPatience);
    return ask<FoundServers>(m_connections, [address, control]() -> Result<FoundServers> {
        auto found = findMailServers(address, systemDnsLookup(control), systemWebLookup(control));
        if (const Result<> checked = control.check(); !found && !checked)
            return checked.error();
        return found;
    });
}

MailRoom::Reply<MailTest> EngineMailRoom::tryOut(const NewMailbox &mailbox, MailStepSink tell)
{
    const RunControl control = begin(m_trying, testPatience);
    return ask<MailTest>(
        m_connections, [this, mailbox, control, tell = onThisThread(std::move(tell))]() -> Result<MailTest> {
            if (auto fine = checkAccount(mailbox.account); !fine)
                return fine.error();
            return m_mailboxes.accounts().tryOut(mailbox.account, mailbox.secret, control, tell);
        });
}

MailRoom::Reply<std::vector<LookBackCount>> EngineMailRoom::lookBack(const NewMailbox &mailbox,
                                                                     const std::vector<int> &days)
{
    const RunControl control = begin(m_trying, testPatience);
    return ask<std::vector<LookBackCount>>(m_connections, [this, mailbox, days, control] {
        return m_mailboxes.accounts().lookBack(mailbox.account, mailbox.secret, days, control);
    });
}

void EngineMailRoom::stopTrying()
{
    m_trying.request_stop();
}

MailRoom::Reply<MailTest> EngineMailRoom::test(const QString &name, MailStepSink tell)
{
    const RunControl control = begin(m_tests[name], testPatience);
    return ask<MailTest>(m_connections, [this, name, control, tell = onThisThread(std::move(tell))] {
        return m_mailboxes.accounts().test(name, control, tell);
    });
}

void EngineMailRoom::stopTest(const QString &name)
{
    if (const auto running = m_tests.find(name); running != m_tests.end())
        running->second.request_stop();
}

MailRoom::Reply<KeptPassword> EngineMailRoom::add(const NewMailbox &mailbox)
{
    return ask<KeptPassword>(m_requests, [this, mailbox]() -> Result<KeptPassword> {
        auto kept = m_mailboxes.accounts().add(mailbox.account, mailbox.secret, m_author);
        if (!kept)
            return kept.error();
        return KeptPassword{!mailbox.secret.isEmpty() && !kept->isSecretKept,
                            passwordVariable(mailbox.account.name)};
    });
}

MailRoom::Reply<KeptPassword> EngineMailRoom::changePassword(const QString &name, const QString &password)
{
    return ask<KeptPassword>(m_requests, [this, name, password]() -> Result<KeptPassword> {
        auto kept = m_mailboxes.accounts().changeSecret(name, password, m_author);
        if (!kept)
            return kept.error();
        return KeptPassword{!kept->isSecretKept, passwordVariable(name)};
    });
}

MailRoom::Reply<> EngineMailRoom::setPaused(const QString &name, bool paused)
{
    return ask<Unit>(m_requests, [this, name, paused] {
        return m_mailboxes.accounts().setPaused(name, paused, m_author);
    });
}

MailRoom::Reply<> EngineMailRoom::setMode(const QString &name, MailMode mode)
{
    return ask<Unit>(m_requests,
                     [this, name, mode] { return m_mailboxes.accounts().setMode(name, mode, m_author); });
}

MailRoom::Reply<> EngineMailRoom::setTrustedAuthserv(const QString &name, const QString &authserv)
{
    return ask<Unit>(m_requests, [this, name, authserv] {
        return m_mailboxes.accounts().setTrustedAuthserv(name, authserv, m_author);
    });
}

MailRoom::Reply<> EngineMailRoom::syncNow(const QString &name)
{
    return ask<Unit>(m_requests,
                     [this, name] { return m_mailboxes.accounts().repository().askForSync(name); });
}

MailRoom::Reply<> EngineMailRoom::remove(const QString &name)
{
    stopTest(name);
    return ask<Unit>(m_requests, [this, name] { return m_mailboxes.accounts().remove(name, m_author); });
}

QString EngineMailRoom::passwordVariable(const QString &name) const
{
    return EnvironmentSecretStore::variableFor(name);
}

} // namespace Helmdesk
