#pragma once

#include "pipeline/OutboxSender.h"

#include <functional>

namespace Helmdesk
{

struct OutgoingMail;

// Writes replies on the channels Mail and File as .eml files into a folder. The Message-ID and the file name
// come from the outbox item, so that writing an item twice gives the same one file; each file appears whole
// or not at all.
//
// Thread: any. Ownership: the repository is not owned and outlives this. Failure: InvalidInput for an address
// with line breaks or none on Mail; Io, retryable, when the file cannot be written.
class FileOutbound final : public OutboundChannel
{
public:
    struct Sender {
        QString name;
        QString address;
    };

    using SenderSource = std::function<Sender()>; // asked for each reply; thread-safe

    FileOutbound(const QString &folder, SenderSource sender, const ConversationRepository &conversations);

    bool serves(ChannelKind kind) const override;
    Result<QString> deliver(const OutboxItem &item) override; // gives the Message-ID without brackets
    bool isRepeatable() const override { return true; }

private:
    Result<> addThread(const NewOutboxItem &reply, OutgoingMail &mail) const;

    QString m_folder;
    SenderSource m_sender;
    const ConversationRepository &m_conversations;
};

// Replies on the channels Chat and Api: they are in the thread, from which the customer's side reads them.
class ThreadOutbound final : public OutboundChannel
{
public:
    bool serves(ChannelKind kind) const override
    {
        return kind == ChannelKind::Chat || kind == ChannelKind::Api;
    }
    Result<QString> deliver(const OutboxItem &) override { return QString(); }
    bool isRepeatable() const override { return true; }
};

} // namespace Helmdesk
