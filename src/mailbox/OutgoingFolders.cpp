#include "mailbox/OutgoingFolders.h"

#include "mailbox/ImapSession.h"
#include "mailbox/ReplyHead.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{
namespace
{

constexpr qsizetype headBytes = 64 * 1024;     // of a mail, to read its Message-ID
constexpr qsizetype answerBytes = 1024 * 1024; // of one whose text counts

class ImapOutgoingFolders final : public OutgoingFolders
{
public:
    ImapOutgoingFolders(const MailAccount &account, std::unique_ptr<ImapSession> session)
        : m_account(account)
        , m_session(std::move(session))
    {
    }

    Result<bool> holds(OutgoingFolder folder, const QString &messageId) override
    {
        auto found = find(folder, messageId, FolderAccess::ReadOnly);
        if (!found)
            return found.error();
        return !found->empty();
    }

    Result<std::optional<QByteArray>> answerTo(OutgoingFolder folder, const QString &messageId) override
    {
        auto mails = likely(folder, "In-Reply-To", messageId, FolderAccess::ReadOnly, answerBytes);
        if (!mails)
            return mails.error();
        for (auto mail = mails->rbegin(); mail != mails->rend(); ++mail)
            if (readReplyHead(mail->bytes).inReplyTo == messageId)
                return std::optional(mail->bytes);
        return std::optional<QByteArray>();
    }

    Result<> put(OutgoingFolder folder, const QByteArray &mail) override
    {
        auto name = nameOf(folder);
        if (!name)
            return name.error();
        return m_session->append(*name, mail,
                                 folder == OutgoingFolder::Drafts ? ImapSession::Appended::Draft
                                                                  : ImapSession::Appended::Seen);
    }

    Result<> remove(OutgoingFolder folder, const QString &messageId) override
    {
        auto found = find(folder, messageId, FolderAccess::ReadWrite);
        if (!found)
            return found.error();
        return found->empty() ? Result<>() : m_session->remove(*found);
    }

private:
    // A server finds parts of ids, in any case of their letters: what it finds is to be compared.
    Result<std::vector<MailContent>> likely(OutgoingFolder folder, const char *header, const QString &id,
                                            FolderAccess access, qsizetype most)
    {
        auto name = nameOf(folder);
        if (!name)
            return name.error();
        if (auto selected = m_session->select(*name, access); !selected)
            return selected.error();
        auto uids = m_session->searchHeader(header, u'<' + id + u'>');
        if (!uids)
            return uids.error();
        std::vector<MailContent> mails;
        if (!uids->empty())
            if (auto fetched = m_session->fetch(*uids, most, &mails); !fetched)
                return fetched.error();
        return mails;
    }

    Result<std::vector<quint32>> find(OutgoingFolder folder, const QString &messageId, FolderAccess access)
    {
        auto mails = likely(folder, "Message-ID", messageId, access, headBytes);
        if (!mails)
            return mails.error();
        std::vector<quint32> found;
        for (const MailContent &mail : *mails)
            if (readReplyHead(mail.bytes).messageId == messageId)
                found.push_back(mail.uid);
        return found;
    }

    // As the account names it, as the server marks it, or as it is usually called.
    Result<QString> nameOf(OutgoingFolder folder)
    {
        const bool isSent = folder == OutgoingFolder::Sent;
        const QString &named = isSent ? m_account.folders.sent : m_account.folders.drafts;
        if (!named.isEmpty())
            return named;
        QString &known = isSent ? m_sent : m_drafts;
        if (!known.isEmpty())
            return known;
        auto all = m_session->folders();
        if (!all)
            return all.error();
        const QString use = isSent ? QStringLiteral("sent") : QStringLiteral("drafts");
        const QStringList usual =
            isSent
                ? QStringList{QStringLiteral("sent"), QStringLiteral("sent items"),
                              QStringLiteral("sent messages"), QStringLiteral("gesendet"),
                              QStringLiteral("gesendete elemente")}
                : QStringList{QStringLiteral("drafts"), QStringLiteral("draft"), QStringLiteral("entwürfe")};
        auto match = std::ranges::find(*all, use, &ServerFolder::use);
        if (match == all->end())
            match = std::ranges::find_if(*all, [&](const ServerFolder &each) {
                QString last = each.name.section(u'/', -1).section(u'.', -1);
                return usual.contains(last.toLower());
            });
        if (match == all->end())
            return Error{ErrorKind::NotFound,
                         QStringLiteral("the mailbox %1 has no folder for %2").arg(m_account.name, use)};
        known = match->name;
        return known;
    }

    MailAccount m_account;
    std::unique_ptr<ImapSession> m_session;
    QString m_sent;
    QString m_drafts;
};

} // namespace

Result<std::unique_ptr<OutgoingFolders>> openFoldersByImap(const MailAccount &account, const QString &secret,
                                                           const RunControl &control)
{
    auto session = ImapSession::open(account, secret, control);
    if (!session)
        return session.error();
    return std::unique_ptr<OutgoingFolders>(
        std::make_unique<ImapOutgoingFolders>(account, std::move(*session)));
}

bool savesSentItself(const MailAccount &account)
{
    static constexpr std::array hosts{"smtp.gmail.com", "smtp.googlemail.com", "smtp.office365.com",
                                      "smtp-mail.outlook.com", "outlook.office365.com"};
    return std::ranges::any_of(hosts, [&](const char *host) {
        return account.smtp.host.compare(QLatin1StringView(host), Qt::CaseInsensitive) == 0;
    });
}

} // namespace Helmdesk
