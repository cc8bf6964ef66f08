#include "archives/MailArchive.h"

#include "archives/MailThreads.h"
#include "archives/MboxSplitter.h"
#include "archives/MessageSpool.h"
#include "channels/MailParser.h"
#include "pipeline/AutomaticText.h"

#include <algorithm>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace Helmdesk
{
namespace
{

// Mailman puts this where it took an attachment out.
constexpr QByteArrayView scrubbed("\n-------------- next part --------------");

struct KeptMail {
    QString address;
    QString name;
    bool isAutomatic = false;
    QString place;
    MessageSpool::Place text;
};

class MailArchive
{
public:
    MailArchive(QString system, const ArchiveOptions &options, const ConversationSink &sink,
                const RunControl &control)
        : m_system(std::move(system))
        , m_options(options)
        , m_sink(sink)
        , m_control(control)
    {
    }

    Result<> readFile(const QString &path, const QString &shownName);
    Result<ArchiveCounts> finish();
    void setTotal(qint64 bytes) { m_total = bytes; }

private:
    Result<> take(const QByteArray &bytes, const QString &place);
    ArchiveRole roleOf(const KeptMail &mail, const KeptMail &first, QString &how) const;
    Result<ArchiveConversation> conversationOf(const std::vector<std::size_t> &thread);

    QString m_system;
    const ArchiveOptions &m_options;
    const ConversationSink &m_sink;
    const RunControl &m_control;
    ArchiveCounts m_counts;
    MessageSpool m_spool;
    QSet<QString> m_ids;
    std::vector<MailHead> m_heads;
    std::vector<KeptMail> m_mails; // beside m_heads
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Result<> MailArchive::take(const QByteArray &bytes, const QString &place)
{
    const bool isList = m_system == QLatin1String("pipermail");
    const qsizetype cut = isList ? bytes.indexOf(scrubbed) : -1;
    const IncomingMessage mail =
        parseMail(isList ? withRebuiltAddress(cut < 0 ? bytes : bytes.left(cut)) : bytes, place);
    if (!mail.unreadable.isEmpty()) {
        m_counts.refuse(place, mail.unreadable);
        return {};
    }
    if (m_ids.contains(mail.externalId)) {
        m_counts.countDuplicate();
        return {};
    }
    m_ids.insert(mail.externalId);
    const bool isAutomatic = mail.isAutomatic || readsAutomatic(mail.subject, mail.fullText);
    auto kept = m_spool.keep({{"text", mail.text.trimmed()}});
    if (!kept)
        return kept.error();
    ++m_counts.in;
    m_heads.push_back({mail.externalId, mail.inReplyTo, mail.references, mail.subject, mail.receivedAt});
    m_mails.push_back({mail.senderAddress.toLower(), mail.senderName, isAutomatic, place, *kept});
    return {};
}

Result<> MailArchive::readFile(const QString &path, const QString &shownName)
{
    QFile file(path);
    const auto form = archiveFormOf(path);
    if (!form || !file.open(QIODevice::ReadOnly)) {
        m_counts.refuse(shownName, form ? file.errorString() : form.error().detail.section(u' ', 1));
        return {};
    }
    Result<> result;
    if (*form == ArchiveForm::Mail) {
        result = take(file.read(largestMail + 1), shownName);
    } else if (*form == ArchiveForm::Mbox || *form == ArchiveForm::Pipermail) {
        if (*form == ArchiveForm::Pipermail)
            m_system = QStringLiteral("pipermail");
        splitMbox(file, [&](MboxPiece piece) {
            result = take(piece.bytes, QStringLiteral("%1:%2").arg(shownName).arg(piece.line));
            if (result && m_control.isStopped())
                result = Error{ErrorKind::Cancelled, QStringLiteral("the reading was stopped")};
            m_control.progress(m_done + file.pos(), m_total);
            return result.has_value();
        });
    } else {
        m_counts.refuse(shownName, QStringLiteral("is no mail but a %1").arg(nameOf(*form)));
    }
    m_done += file.size();
    return result;
}

ArchiveRole MailArchive::roleOf(const KeptMail &mail, const KeptMail &first, QString &how) const
{
    if (mail.isAutomatic) {
        how = QStringLiteral("reads as automatic");
        return ArchiveRole::Machine;
    }
    if (!m_options.staff.isEmpty()) {
        const bool isStaff = std::ranges::any_of(m_options.staff, [&](const QString &own) {
            const QString folded = own.toLower();
            return mail.address == folded || mail.address.endsWith(u'@' + folded);
        });
        how = QStringLiteral("address of the team");
        return isStaff ? ArchiveRole::Staff : ArchiveRole::Customer;
    }
    how = QStringLiteral("began the thread");
    const bool isFirst = mail.address == first.address ||
                         (!mail.name.isEmpty() && mail.name.compare(first.name, Qt::CaseInsensitive) == 0);
    if (isFirst)
        return ArchiveRole::Customer;
    how = QStringLiteral("did not begin the thread");
    return ArchiveRole::Staff;
}

Result<ArchiveConversation> MailArchive::conversationOf(const std::vector<std::size_t> &thread)
{
    ArchiveConversation conversation;
    const auto begun = std::ranges::find_if(thread, [&](std::size_t i) { return !m_mails[i].isAutomatic; });
    const std::size_t first = begun == thread.end() ? thread.front() : *begun;
    conversation.system = m_system;
    conversation.id = m_heads[thread.front()].id;
    conversation.subject = m_heads[first].subject;
    conversation.channel = QStringLiteral("mail");
    conversation.openedAt = m_heads[thread.front()].at;
    conversation.place = m_mails[thread.front()].place;
    for (const std::size_t i : thread) {
        auto text = m_spool.read(m_mails[i].text);
        if (!text)
            return text.error();
        ArchiveMessage message;
        message.id = m_heads[i].id;
        message.at = m_heads[i].at;
        message.authorId = m_mails[i].address;
        message.role = roleOf(m_mails[i], m_mails[first], message.roleFrom);
        message.text = stringOr(*text, "text");
        message.inReplyTo = m_heads[i].inReplyTo;
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

Result<ArchiveCounts> MailArchive::finish()
{
    m_counts.note(
        m_options.staff.isEmpty()
            ? QStringLiteral("who began a thread is taken for the customer, and everybody else in it "
                             "for staff; name the team's addresses to have it otherwise")
            : QStringLiteral("who writes from an address of the team is staff"));
    for (const std::vector<std::size_t> &thread : threadsOf(m_heads)) {
        if (m_control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("the reading was stopped")};
        auto conversation = conversationOf(thread);
        if (!conversation)
            return conversation.error();
        m_counts.out += static_cast<qint64>(thread.size());
        ++m_counts.conversations;
        if (auto taken = m_sink(std::move(*conversation)); !taken)
            return taken.error();
    }
    return std::move(m_counts);
}

} // namespace

Result<ArchiveCounts> readMailArchive(const QString &path, ArchiveForm form, const ArchiveOptions &options,
                                      const ConversationSink &sink, const RunControl &control)
{
    MailArchive archive(form == ArchiveForm::MailFolder ? QStringLiteral("maildir") : nameOf(form), options,
                        sink, control);
    const bool isFolder = QFileInfo(path).isDir();
    const QStringList files = isFolder ? archiveFiles(path) : QStringList(path);
    qint64 total = 0;
    for (const QString &file : files)
        total += QFileInfo(file).size();
    archive.setTotal(total);
    const QDir folder(path);
    for (const QString &file : files) {
        if (control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("the reading was stopped")};
        const QString name = isFolder ? folder.relativeFilePath(file) : QFileInfo(file).fileName();
        if (auto read = archive.readFile(file, name); !read)
            return read.error();
    }
    return archive.finish();
}

} // namespace Helmdesk
