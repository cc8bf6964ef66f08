#pragma once

#include "core/Message.h"
#include "core/Result.h"

#include <memory>
#include <optional>
#include <QSet>
#include <QStringList>

namespace Helmdesk
{

// Streams the messages of a JSONL file, an mbox, one .eml file or a folder of these (files of the folder
// itself, by name). Nothing is skipped silently: a line or file that cannot be read is a message with
// `unreadable` and `source` ("file:line") set; files of a folder that hold no messages are in ignored().
//
// JSONL: one object a line with "text" (or body, message, query) and, as wanted, id or external_id, customer
// or customer_id, conversation or conversation_id, channel, from or email, name, subject, received_at.
// Without an id the message is known by file name and time, line and a hash of the line. A line is at most
// 1 MB, a mail at most 25 MB; longer ones are unreadable.
//
// Thread: one at a time. Memory: one message. Failure: open() reports a path that is missing or no such file.
class MessageFileReader
{
public:
    static Result<MessageFileReader> open(const QString &path);
    MessageFileReader(MessageFileReader &&) noexcept;
    MessageFileReader &operator=(MessageFileReader &&) noexcept;
    ~MessageFileReader();

    // Nothing: that was the last one.
    std::optional<IncomingMessage> next();

    qint64 total() const; // messages that next() will give in all
    qint64 done() const;  // messages given so far
    const QStringList &ignored() const;

private:
    struct State;
    explicit MessageFileReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Helmdesk
