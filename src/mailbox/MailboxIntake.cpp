#include "mailbox/MailboxIntake.h"

#include <algorithm>

namespace Helmdesk
{

Result<> MailboxIntake::take(const FolderState &after, std::vector<ReadMail> mails)
{
    const IntakeParts parts = m_surroundings.parts();
    auto accounts = m_surroundings.repository.accounts();
    if (!accounts)
        return accounts.error();
    const auto isOwn = [&](const QString &address) {
        return std::ranges::any_of(*accounts, [&](const MailAccount &account) {
            return account.address.compare(address, Qt::CaseInsensitive) == 0;
        });
    };
    std::vector<NotedMail> noted;
    auto stored = parts.unitOfWork.run([&]() -> Result<> {
        noted.clear();
        for (ReadMail &mail : mails) {
            NotedMail note{mail.uid, {}, mail.aside, mail.bytes, false};
            if (mail.report && m_surroundings.returned) {
                auto isOurs = m_surroundings.returned(*mail.report);
                if (!isOurs)
                    return isOurs.error();
                if (*isOurs) {
                    note.wasThere = true;
                    noted.push_back(std::move(note));
                    continue;
                }
            }
            if (mail.aside.isEmpty()) {
                if (isOwn(mail.message.senderAddress)) {
                    mail.message.isAutomatic = true;
                    mail.message.automaticReason = QStringLiteral("from the team's own address");
                }
                auto taken = takeIn(parts, mail.message);
                if (!taken)
                    return taken.error();
                note.message = taken->id;
                note.wasThere = taken->isDuplicate;
                if (m_surroundings.outgoing != nullptr)
                    if (auto kept = m_surroundings.outgoing->keepHead(taken->id, after.mailbox, mail.head);
                        !kept)
                        return kept;
            }
            noted.push_back(std::move(note));
        }
        return m_surroundings.repository.note(after, noted);
    });
    if (!stored)
        return stored;
    for (const NotedMail &note : noted) {
        if (!note.aside.isEmpty() && m_surroundings.aside)
            m_surroundings.aside(note.aside, note.uid);
        else if (note.message.isValid() && !note.wasThere && m_surroundings.taken)
            m_surroundings.taken(note.message);
    }
    return {};
}

} // namespace Helmdesk
