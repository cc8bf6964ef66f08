#include "mailbox/MailboxChannel.h"

#include "channels/AutomaticMail.h"
#include "channels/ReplyHeaders.h"
#include "core/Instants.h"

#include <array>
#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcOutgoing, "helmdesk.outgoing")

// Long enough for a server that puts off unknown senders, or is down for a night.
constexpr std::array retryAfterMinutes{1, 5, 15, 30, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60};

// When a copy of what left must have appeared in the Sent folder of a server that puts it there itself.
constexpr qint64 copyAppearsSeconds = 120;

constexpr qint64 refusalSeconds = 15 * 60;

} // namespace

MailboxChannel::MailboxChannel(const MailAccount &account, Surroundings surroundings)
    : m_account(account)
    , m_around(std::move(surroundings))
{
}

std::optional<std::chrono::seconds> MailboxChannel::retryAfter(int failures) const
{
    const auto attempt = static_cast<size_t>(std::max(failures, 0));
    if (attempt >= retryAfterMinutes.size())
        return {};
    return std::chrono::minutes(retryAfterMinutes[attempt]);
}

ReplyingTeam MailboxChannel::team() const
{
    ReplyingTeam team;
    team.from = {m_account.displayName, m_account.address};
    team.replyTo = {{}, m_account.replyTo};
    team.signature = m_account.signature;
    team.ownAddresses = {m_account.address};
    if (!m_account.replyTo.isEmpty())
        team.ownAddresses.append(m_account.replyTo);
    return team;
}

Result<ReplyMail> MailboxChannel::compose(const OutboxItem &item) const
{
    ReplyHead head;
    std::optional<Message> answered;
    std::optional<Conversation> conversation;
    if (item.item.inReplyTo.isValid()) {
        auto message = m_around.conversations.message(item.item.inReplyTo);
        auto known = m_around.mails.head(item.item.inReplyTo);
        auto of = m_around.conversations.get(item.item.conversation);
        if (!message || !known || !of)
            return !message ? message.error() : !known ? known.error() : of.error();
        answered = *message;
        conversation = *of;
        head = known->value_or(ReplyHead());
    }
    if (answered && head.messageId.isEmpty())
        head.messageId = mailIdIn(answered->externalId);
    if (head.from.address.isEmpty() && conversation)
        head.from = {conversation->senderName, conversation->senderAddress};
    ReplyMail mail = composeReply(
        item, head, team(), m_account.answersEverybody ? ReplyAudience::Everybody : ReplyAudience::Sender);
    if (conversation)
        mail.language = conversation->language;
    if (!item.files.isEmpty()) {
        auto files = m_around.files ? m_around.files(item.id) : QList<Attachment>();
        if (!files)
            return files.error();
        if (files->size() != item.files.size())
            return Error{ErrorKind::NotFound, QStringLiteral("a file of the reply is not stored any more")};
        mail.attachments = std::move(*files);
    }
    if (answered)
        mail.quoted = QuotedMail{head.from, head.at.isValid() ? head.at : answered->at,
                                 answered->fullText.isEmpty() ? answered->text : answered->fullText};
    return mail;
}

Result<> MailboxChannel::note(const OutboxItem &item, OutgoingStage stage, const QString &detail) const
{
    return m_around.mails.keepNote({item.id, m_account.name, ownMailId(item, m_account.address), stage,
                                    detail.left(500), m_around.clock.now()});
}

Result<QString> MailboxChannel::deliver(const OutboxItem &item)
{
    const auto before = m_around.mails.note(item.id);
    if (!before)
        return Error{before.error().kind, before.error().detail, true};
    const OutgoingStage stage = *before ? (*before)->stage : OutgoingStage::Begun;
    if (stage == OutgoingStage::Accepted || stage == OutgoingStage::Copied)
        return (*before)->messageId;
    if (stage == OutgoingStage::Ending || stage == OutgoingStage::Unsure) {
        const Traced traced = lookUp(item, **before);
        if (traced.trace == Trace::Left)
            return traced.externalId;
        // Where nobody can tell, a person has had it sent again: that is what Unsure stands for.
        if (traced.trace == Trace::Unknown && stage == OutgoingStage::Ending)
            return Error{ErrorKind::Timeout, QStringLiteral("whether the reply has left is not known")};
    }
    auto mail = compose(item);
    if (!mail)
        return mail.error();
    if (const QString why = whyNotAnswered(*mail); !why.isEmpty())
        return Error{ErrorKind::InvalidInput, why};
    return m_account.mode == MailMode::DraftsOnly ? keepAsDraft(item, *mail) : send(item, *mail);
}

// A reply that nobody approved goes to no machine and not back to ourselves.
QString MailboxChannel::whyNotAnswered(const ReplyMail &mail) const
{
    if (!mail.isAutomatic)
        return {};
    for (const MailPerson &person : mail.to) {
        const QString why = automaticReason([](const char *) { return QString(); }, {}, person.address);
        if (!why.isEmpty())
            return QStringLiteral("no answer goes out alone to a %1").arg(why);
        if (team().ownAddresses.contains(person.address, Qt::CaseInsensitive))
            return QStringLiteral("no answer goes out alone to the mailbox itself");
    }
    return {};
}

Result<QString> MailboxChannel::send(const OutboxItem &item, const ReplyMail &mail)
{
    auto bytes = writeReply(mail);
    if (!bytes)
        return bytes.error();
    auto secret = m_around.secret(m_account);
    if (!secret)
        return Error{ErrorKind::Denied, secret.error().detail, true};
    if (m_refusedUntil.isValid() && m_around.clock.now() < m_refusedUntil && *secret == m_refusedSecret)
        return Error{ErrorKind::Denied, m_refusal, true};
    SmtpLetter letter;
    letter.from = m_account.address;
    for (const MailPerson &person : mail.to + mail.cc + mail.bcc)
        letter.to.append(person.address);
    letter.first = static_cast<int>(mail.to.size());
    letter.mail = *bytes;
    const SmtpOutcome outcome =
        SmtpSender(m_account, *secret)
            .send(
                letter, [&] { return note(item, OutgoingStage::Ending, {}); }, m_around.control());
    if (outcome.fate == SmtpFate::AccountFault) {
        m_refusedSecret = *secret;
        m_refusal = outcome.words;
        m_refusedUntil = m_around.clock.now().addSecs(refusalSeconds);
    }
    return settle(item, mail, *bytes, outcome);
}

// What the server said becomes a note and the outbox's own words.
Result<QString> MailboxChannel::settle(const OutboxItem &item, const ReplyMail &mail, const QByteArray &bytes,
                                       const SmtpOutcome &outcome)
{
    switch (outcome.fate) {
    case SmtpFate::Accepted: {
        if (auto noted = note(item, OutgoingStage::Accepted, outcome.words); !noted)
            qCWarning(lcOutgoing).noquote() << "a mail was sent and not noted:" << noted.error().detail;
        if (!outcome.refused.isEmpty() && m_around.tell && item.item.conversation.isValid())
            m_around.tell(item.item.conversation, QStringLiteral("The reply was sent, but not to all: %1.")
                                                      .arg(outcome.refused.join(QStringLiteral("; "))));
        copyToSent(item, mail.messageId, bytes);
        return mail.messageId;
    }
    case SmtpFate::Unknown: {
        const OutgoingNote ending{item.id, m_account.name,      mail.messageId, OutgoingStage::Ending,
                                  {},      m_around.clock.now()};
        const Traced traced = lookUp(item, ending);
        if (traced.trace == Trace::Left)
            return traced.externalId;
        return Error{ErrorKind::Timeout, outcome.words};
    }
    case SmtpFate::Ended:
        return Error{ErrorKind::Cancelled, outcome.words};
    case SmtpFate::AccountFault:
        return Error{ErrorKind::Denied, outcome.words, true};
    case SmtpFate::Delayed:
    case SmtpFate::Refused:
        break;
    }
    // The server answered, so it certainly does not have it.
    if (auto noted = note(item, OutgoingStage::Begun, outcome.words); !noted)
        return Error{ErrorKind::Timeout, outcome.words};
    const bool isDelayed = outcome.fate == SmtpFate::Delayed;
    return Error{isDelayed ? ErrorKind::Unavailable : ErrorKind::InvalidInput, outcome.words, isDelayed};
}

// It counts as not delivered: the colleague who sends it from there is the one who sends it.
Result<QString> MailboxChannel::keepAsDraft(const OutboxItem &item, const ReplyMail &mail)
{
    auto bytes = writeReply(mail, BccLine::Written); // whoever sends it from there needs it
    if (!bytes)
        return bytes.error();
    auto folders = m_around.openFolders(m_account, m_around.control());
    if (!folders)
        return Error{ErrorKind::Unavailable, folders.error().detail, true};
    auto there = (*folders)->holds(OutgoingFolder::Drafts, mail.messageId);
    if (!there)
        return Error{there.error().kind, there.error().detail, true};
    if (!*there)
        if (auto put = (*folders)->put(OutgoingFolder::Drafts, *bytes); !put)
            return Error{put.error().kind, put.error().detail, true};
    if (item.item.conversation.isValid()) {
        auto kept = m_around.mails.keepDraft(
            {item.item.conversation, m_account.name, mail.messageId, item.id}, m_around.clock.now());
        if (!kept)
            return kept.error();
    }
    return Error{
        ErrorKind::InvalidInput,
        QStringLiteral("the mailbox %1 sends nothing itself: the reply lies in its Drafts folder, to "
                       "be sent from there")
            .arg(m_account.name)};
}

Result<Traced> MailboxChannel::trace(const OutboxItem &item) const
{
    auto known = m_around.mails.note(item.id);
    if (!known)
        return known.error();
    if (!*known)
        return Traced{Trace::Nothing, {}};
    const OutgoingNote &note = **known;
    switch (note.stage) {
    case OutgoingStage::Begun:
    case OutgoingStage::Returned: // a person has it sent again, and it was not begun
        return Traced{Trace::Nothing, {}};
    case OutgoingStage::Accepted: // its copy may be missing
        if (auto mail = compose(item))
            if (auto bytes = writeReply(*mail))
                copyToSent(item, note.messageId, *bytes);
        return Traced{Trace::Left, note.messageId};
    case OutgoingStage::Copied:
        return Traced{Trace::Left, note.messageId};
    case OutgoingStage::Unsure:
        return Traced{};
    case OutgoingStage::Ending:
        break;
    }
    return lookUp(item, note);
}

// In the Sent folder. What cannot be looked for now stays open; what is not there where it need not be is a
// person's to decide.
Traced MailboxChannel::lookUp(const OutboxItem &item, const OutgoingNote &noted) const
{
    auto folders = m_around.openFolders(m_account, m_around.control());
    auto found =
        folders ? (*folders)->holds(OutgoingFolder::Sent, noted.messageId) : Result<bool>(folders.error());
    if (!found) {
        qCWarning(lcOutgoing).noquote()
            << "a mail of which nobody knows whether it left cannot be looked for:" << found.error().detail;
        return {};
    }
    if (*found) {
        (void)note(item, OutgoingStage::Copied, QStringLiteral("found in the Sent folder"));
        return {Trace::Left, noted.messageId};
    }
    if (!savesSentItself(m_account)) {
        (void)note(item, OutgoingStage::Unsure, QStringLiteral("not found in the Sent folder"));
        return {};
    }
    const bool isLate = noted.at.secsTo(m_around.clock.now()) >= copyAppearsSeconds;
    if (isLate)
        (void)note(item, OutgoingStage::Begun, QStringLiteral("not found in the Sent folder"));
    return {isLate ? Trace::Nothing : Trace::Unknown, {}};
}

// The reply has left, whatever becomes of its copy.
void MailboxChannel::copyToSent(const OutboxItem &item, const QString &messageId,
                                const QByteArray &bytes) const
{
    if (savesSentItself(m_account))
        return;
    const auto copied = [&]() -> Result<> {
        auto folders = m_around.openFolders(m_account, m_around.control());
        if (!folders)
            return folders.error();
        auto there = (*folders)->holds(OutgoingFolder::Sent, messageId);
        if (!there)
            return there.error();
        if (!*there)
            if (auto put = (*folders)->put(OutgoingFolder::Sent, bytes); !put)
                return put;
        reached(Instant::MailCopied);
        return note(item, OutgoingStage::Copied, {});
    }();
    if (!copied)
        qCWarning(lcOutgoing).noquote()
            << "a reply was sent; its copy is not in the Sent folder:" << copied.error().detail;
}

} // namespace Helmdesk
