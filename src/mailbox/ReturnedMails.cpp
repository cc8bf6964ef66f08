#include "mailbox/ReturnedMails.h"

#include <QCryptographicHash>

namespace Helmdesk
{
namespace
{

// A line in the conversation; the same line of the same mail once.
Result<bool> tell(const ReturnedMailParts &parts, const OutboxItem &item, const QString &words)
{
    if (!item.item.conversation.isValid())
        return true;
    const QByteArray hash =
        QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    Message line;
    line.conversation = item.item.conversation;
    line.author = Author::System;
    line.text = words;
    line.externalId = QStringLiteral("report:%1:%2").arg(item.id.value).arg(QString::fromLatin1(hash));
    line.at = parts.clock.now();
    auto appended = parts.conversations.append(line);
    if (!appended)
        return appended.error();
    return !appended->isDuplicate;
}

Result<> notify(const ReturnedMailParts &parts, const OutboxItem &item, const QString &words)
{
    Notification notification;
    notification.conversation = item.item.conversation;
    notification.priority = Priority::High;
    notification.text = words;
    notification.at = parts.clock.now();
    auto added = parts.notifications.add(notification);
    return added ? Result<>() : Result<>(added.error());
}

Result<> takeReturn(const ReturnedMailParts &parts, const OutboxItem &item, OutgoingNote note,
                    const QString &words)
{
    if (note.stage == OutgoingStage::Returned)
        return {};
    auto marked = parts.outbox.markReturned(item.id, words, parts.clock.now());
    if (!marked && marked.error().kind != ErrorKind::Conflict)
        return marked;
    note.stage = OutgoingStage::Returned;
    note.detail = words.left(500);
    note.at = parts.clock.now();
    if (auto kept = parts.mails.keepNote(note); !kept)
        return kept;
    const QString told = QStringLiteral("The reply came back. %1").arg(words);
    auto isNew = tell(parts, item, told);
    if (!isNew)
        return isNew.error();
    return *isNew ? notify(parts, item, told) : Result<>();
}

// It was on its way, so it had left.
Result<> noteLeft(const ReturnedMailParts &parts, OutgoingNote note)
{
    if (note.stage != OutgoingStage::Ending && note.stage != OutgoingStage::Unsure)
        return {};
    note.stage = OutgoingStage::Accepted;
    note.detail = QStringLiteral("a mail server reported on it");
    note.at = parts.clock.now();
    return parts.mails.keepNote(note);
}

} // namespace

Result<bool> takeDeliveryReport(const ReturnedMailParts &parts, const DeliveryReport &report)
{
    auto note = parts.mails.noteOf(report.messageId);
    if (!note)
        return note.error();
    if (!*note)
        return false;
    auto item = parts.outbox.get((*note)->outbox);
    if (!item)
        return item.error();
    if (!*item)
        return false;
    Result<> done;
    switch (report.fate()) {
    case DeliveryFate::Failed:
        done = takeReturn(parts, **item, **note, report.words());
        break;
    case DeliveryFate::Delayed:
        done = noteLeft(parts, **note);
        if (done) {
            auto told = tell(parts, **item, report.words());
            done = told ? Result<>() : Result<>(told.error());
        }
        break;
    case DeliveryFate::Arrived:
        done = noteLeft(parts, **note);
        break;
    }
    if (!done)
        return done.error();
    return true;
}

} // namespace Helmdesk
