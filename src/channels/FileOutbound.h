#pragma once

#include "pipeline/OutboxSender.h"

#include <functional>

namespace Helmdesk
{

struct OutgoingMail;

// Writes replies on the channels Mail and File as .eml files into a folder, from which a mail program may
// take them at once; each file appears there whole, and once, also across a kill. It is written in the folder
// "<folder>-handing" beside, its name is noted there as handed over, and only then is it moved. So a killed
// program leaves it where it was written (it has not left), or only its note (it has left).
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
    using FileSource = std::function<Result<QList<Attachment>>(OutboxId)>; // with their bytes; thread-safe

    FileOutbound(const QString &folder, SenderSource sender, const ConversationRepository &conversations);

    void setFiles(FileSource files) { m_files = std::move(files); } // before the first delivery

    bool serves(ChannelKind kind) const override;
    Result<QString> deliver(const OutboxItem &item) override; // gives the Message-ID without brackets
    Result<Traced> trace(const OutboxItem &item) const override;
    void forget(const OutboxItem &item) override;

private:
    QString handingPath(const OutboxItem &item, const char *suffix) const;
    Result<> handOver(const OutboxItem &item, const QByteArray &mail, const QString &messageId) const;
    Result<> addParts(const OutboxItem &item, OutgoingMail &mail) const;
    Result<> addThread(const NewOutboxItem &reply, OutgoingMail &mail) const;

    QString m_folder;
    SenderSource m_sender;
    FileSource m_files;
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
    Result<Traced> trace(const OutboxItem &) const override { return Traced{Trace::Nothing, {}}; }
};

} // namespace Helmdesk
