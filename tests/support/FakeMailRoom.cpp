#include "support/FakeMailRoom.h"

#include <algorithm>
#include <QPromise>

namespace Helmdesk::Test
{
using namespace Qt::StringLiterals;
namespace
{

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

MailboxRow rowOf(const QString &name, MailboxCondition condition)
{
    MailboxRow row;
    row.account.name = name;
    row.account.address = name + u"@desk.example"_s;
    row.account.user = row.account.address;
    row.account.imap = {u"imap.desk.example"_s, 993, MailTls::Implicit};
    row.account.smtp = {u"smtp.desk.example"_s, 465, MailTls::Implicit};
    row.state.mailbox = name;
    row.state.condition = condition;
    row.hasPassword = true;
    row.passwordVariable = u"HELMDESK_KEY_"_s + name.toUpper();
    return row;
}

} // namespace

FakeMailRoom::FakeMailRoom()
{
    outcome.isUsable = true;
    outcome.steps = {{u"name"_s, true, u"192.0.2.7"_s},
                     {u"connected"_s, true, u"imap.desk.example:993"_s},
                     {u"signed-in"_s, true, u"support"_s},
                     {u"folder"_s, true, u"INBOX: 40 mails"_s}};
    outcome.folders = {{u"INBOX"_s, {}}, {u"Orders"_s, {}}, {u"Sent"_s, u"sent"_s}};
}

void FakeMailRoom::fill()
{
    MailboxRow works = rowOf(u"support"_s, MailboxCondition::Listening);
    works.state.lastPoll = QDateTime::currentDateTimeUtc().addSecs(-30);
    works.state.onServer = 412;
    works.state.taken = 396;
    works.state.again = 14;
    works.state.aside = 2;
    works.aside = {{u"INBOX"_s, 743, u"the server does not give it"_s, 4096, works.state.lastPoll},
                   {u"INBOX"_s, 744, u"it cannot be read: <b>no</b> end"_s, 512, works.state.lastPoll}};
    works.outgoing = {1, 1, 3};
    MailboxRow away = rowOf(u"orders"_s, MailboxCondition::Waiting);
    away.state.lastError = u"imap.desk.example:993 did not answer in time"_s;
    away.state.retryAt = QDateTime::currentDateTimeUtc().addSecs(95);
    MailboxRow refused = rowOf(u"billing"_s, MailboxCondition::Refused);
    refused.state.lastError = u"imap.desk.example refuses to let billing in: [AUTHENTICATIONFAILED]"_s;
    refused.account.mode = MailMode::Sending;
    view.mailboxes = {refused, away, works};
    view.canKeepPasswords = true;
}

MailAccount &FakeMailRoom::account(const QString &name)
{
    return std::ranges::find_if(view.mailboxes,
                                [&](const MailboxRow &row) { return row.account.name == name; })
        ->account;
}

MailRoom::Reply<> FakeMailRoom::done(const QString &call, const std::function<void()> &change)
{
    calls << call;
    if (failure)
        return ready<Unit>(*failure);
    change();
    if (changed)
        changed();
    return ready<Unit>({});
}

MailRoom::Reply<MailboxesView> FakeMailRoom::mailboxes()
{
    return ready<MailboxesView>(view);
}

MailRoom::Reply<FoundServers> FakeMailRoom::findServers(const QString &address)
{
    calls << u"find "_s + address;
    return ready<FoundServers>(servers);
}

MailRoom::Reply<MailTest> FakeMailRoom::begin(const MailStepSink &tell)
{
    for (const MailTestStep &step : outcome.steps)
        tell(step);
    auto promise = std::make_shared<QPromise<Result<MailTest>>>();
    promise->start();
    m_tests.push_back(promise);
    if (!holdsTests)
        finishTests();
    return promise->future();
}

MailRoom::Reply<MailTest> FakeMailRoom::tryOut(const NewMailbox &mailbox, MailStepSink tell)
{
    calls << u"try "_s + mailbox.account.name;
    passwords << mailbox.secret;
    return begin(tell);
}

MailRoom::Reply<std::vector<LookBackCount>> FakeMailRoom::lookBack(const NewMailbox &mailbox,
                                                                   const std::vector<int> &)
{
    calls << u"count "_s + mailbox.account.folders.watched.join(u' ');
    return ready<std::vector<LookBackCount>>(counts);
}

void FakeMailRoom::finishTests()
{
    for (const auto &test : std::exchange(m_tests, {})) {
        test->addResult(Result<MailTest>(outcome));
        test->finish();
    }
}

void FakeMailRoom::stopTests()
{
    for (const auto &test : std::exchange(m_tests, {})) {
        test->addResult(Result<MailTest>(Error{ErrorKind::Cancelled, u"stopped"_s}));
        test->finish();
    }
}

void FakeMailRoom::stopTrying()
{
    stopTests();
}

MailRoom::Reply<MailTest> FakeMailRoom::test(const QString &name, MailStepSink tell)
{
    calls << u"test "_s + name;
    return begin(tell);
}

void FakeMailRoom::stopTest(const QString &name)
{
    calls << u"stop "_s + name;
    stopTests();
}

MailRoom::Reply<KeptPassword> FakeMailRoom::add(const NewMailbox &mailbox)
{
    const QString &name = mailbox.account.name;
    const bool isTaken =
        std::ranges::any_of(view.mailboxes, [&](const MailboxRow &row) { return row.account.name == name; });
    if (isTaken)
        return ready<KeptPassword>(Error{ErrorKind::Conflict, u"taken"_s});
    added = mailbox.account;
    if (!mailbox.secret.isEmpty())
        passwords << mailbox.secret;
    (void)done(u"add "_s + name, [&] {
        MailboxRow row = rowOf(name, MailboxCondition::Connecting);
        row.account = mailbox.account;
        row.hasPassword = view.canKeepPasswords;
        view.mailboxes.push_back(row);
    });
    return ready<KeptPassword>(
        KeptPassword{!mailbox.secret.isEmpty() && !view.canKeepPasswords, passwordVariable(name)});
}

MailRoom::Reply<KeptPassword> FakeMailRoom::changePassword(const QString &name, const QString &password)
{
    passwords << password;
    (void)done(u"password "_s + name, [] {});
    return ready<KeptPassword>(KeptPassword{!view.canKeepPasswords, passwordVariable(name)});
}

MailRoom::Reply<> FakeMailRoom::setPaused(const QString &name, bool paused)
{
    return done(u"pause %1 %2"_s.arg(name).arg(paused), [&] { account(name).isPaused = paused; });
}

MailRoom::Reply<> FakeMailRoom::setMode(const QString &name, MailMode mode)
{
    return done(u"mode %1 %2"_s.arg(name).arg(static_cast<int>(mode)), [&] { account(name).mode = mode; });
}

MailRoom::Reply<> FakeMailRoom::setTrustedAuthserv(const QString &name, const QString &authserv)
{
    return done(u"trust %1 %2"_s.arg(name, authserv), [&] { account(name).trustedAuthserv = authserv; });
}

MailRoom::Reply<> FakeMailRoom::syncNow(const QString &name)
{
    return done(u"sync "_s + name, [] {});
}

MailRoom::Reply<> FakeMailRoom::remove(const QString &name)
{
    return done(u"remove "_s + name, [&] {
        std::erase_if(view.mailboxes, [&](const MailboxRow &row) { return row.account.name == name; });
    });
}

QString FakeMailRoom::passwordVariable(const QString &name) const
{
    return u"HELMDESK_KEY_"_s + name.toUpper();
}

} // namespace Helmdesk::Test
