#pragma once

#include "core/Clock.h"
#include "mailbox/OutgoingFolders.h"
#include "mailbox/OutgoingMail.h"
#include "mailbox/SmtpSender.h"
#include "pipeline/OutboxSender.h"

namespace Helmdesk
{

// The replies that leave by one mailbox of the team: by SMTP, or in drafts-only into its Drafts folder.
//
// None leaves twice. That a mail's end is about to be sent is on disk before it is; what nobody can vouch for
// after that (a kill, a cut connection) is looked for in the Sent folder by its Message-ID. Found there, it
// has left; not found although the server itself puts there what it sends, it has not; else a person decides,
// and only his word has it sent again.
//
// Thread: one at a time, made by Qt. Ownership: nothing of the surroundings is owned; they outlive this.
// Failure: as OutboundChannel says; an account whose server does not take us is a retryable Denied.
class MailboxChannel final : public OutboundChannel
{
public:
    struct Surroundings {
        const ConversationRepository &conversations;
        OutgoingMailRepository &mails;
        const Clock &clock;
        std::function<Result<QString>(const MailAccount &)> secret; // password or token, as it is now
        OpenFolders openFolders;
        std::function<RunControl()> control;
        // To the operators, in the conversation; one sentence. May be empty.
        std::function<void(ConversationId, const QString &)> tell = {};
        // The files of an outbox item with their bytes. Empty: nothing has any.
        std::function<Result<QList<Attachment>>(OutboxId)> files = {};
    };

    MailboxChannel(const MailAccount &account, Surroundings surroundings);

    bool serves(ChannelKind) const override { return true; }
    Result<QString> deliver(const OutboxItem &item) override; // gives the Message-ID without brackets
    std::optional<std::chrono::seconds> retryAfter(int failures) const override;
    Result<Traced> trace(const OutboxItem &item) const override;

    // The mail that the item becomes. Failure: that of the stores, InvalidInput for what cannot be sent.
    Result<ReplyMail> compose(const OutboxItem &item) const;

private:
    QString whyNotAnswered(const ReplyMail &mail) const;
    Result<QString> send(const OutboxItem &item, const ReplyMail &mail);
    Result<QString> keepAsDraft(const OutboxItem &item, const ReplyMail &mail);
    Result<QString> settle(const OutboxItem &item, const ReplyMail &mail, const QByteArray &bytes,
                           const SmtpOutcome &outcome);
    Result<> note(const OutboxItem &item, OutgoingStage stage, const QString &detail) const;
    Traced lookUp(const OutboxItem &item, const OutgoingNote &note) const;
    void copyToSent(const OutboxItem &item, const QString &messageId, const QByteArray &bytes) const;
    ReplyingTeam team() const;

    MailAccount m_account;
    Surroundings m_around;
    // After a refused sign-in nothing is tried with the same secret for a while: servers shut out who
    // insists.
    QString m_refusedSecret;
    QString m_refusal;
    QDateTime m_refusedUntil;
};

} // namespace Helmdesk
