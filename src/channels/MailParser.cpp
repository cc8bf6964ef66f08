#include "channels/MailParser.h"

#include "channels/AutomaticMail.h"
#include "channels/MailBody.h"
#include "channels/MailCharset.h"
#include "channels/MailHeaders.h"
#include "channels/MailText.h"
#include "channels/ReadingStack.h"

#include <QCryptographicHash>
#include <QTimeZone>
#include <utility>

namespace Helmdesk
{

namespace
{

// Without copying: valid as long as `bytes`.
QByteArray withoutMboxLine(const QByteArray &bytes)
{
    const auto from = [&](qsizetype start) {
        return QByteArray::fromRawData(bytes.constData() + start, bytes.size() - start);
    };
    qsizetype start = 0;
    while (start < bytes.size() && (bytes[start] == '\n' || bytes[start] == '\r'))
        ++start;
    const QByteArray mail = from(start);
    if (!mail.startsWith("From ") && !mail.startsWith(">From "))
        return mail;
    const qsizetype end = bytes.indexOf('\n', start);
    return end < 0 ? QByteArray() : from(end + 1);
}

// Ids as they are compared: without brackets and white space, the case kept.
QStringList messageIds(const QString &header)
{
    QStringList ids;
    for (const QString &word : header.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QString spaced = word;
        spaced.replace(u'<', u' ').replace(u'>', u' ');
        for (const QString &id : spaced.split(u' ', Qt::SkipEmptyParts))
            if (id.size() <= 250)
                ids.append(id);
    }
    return ids;
}

// The same for both kinds of line ends.
QString contentHash(const QByteArray &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qsizetype start = 0;
    while (start < bytes.size()) {
        const qsizetype found = bytes.indexOf("\r\n", start);
        const qsizetype end = found < 0 ? bytes.size() : found;
        hash.addData(QByteArrayView(bytes).sliced(start, end - start));
        if (found >= 0)
            hash.addData("\n");
        start = found < 0 ? end : found + 2;
    }
    return QStringLiteral("sha256:") + QString::fromLatin1(hash.result().toHex().left(32));
}

// The value of a header as it was sent, unfolded.
QByteArray rawHeader(GMimeMessage *message, const char *name)
{
    GMimeHeader *header =
        g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(message)), name);
    return header ? QByteArray(g_mime_header_get_raw_value(header)).simplified() : QByteArray();
}

InternetAddressMailbox *firstMailbox(InternetAddressList *list, int depth)
{
    const int count = list && depth < 4 ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            InternetAddressGroup *group = INTERNET_ADDRESS_GROUP(address);
            if (auto *found = firstMailbox(internet_address_group_get_members(group), depth + 1))
                return found;
        } else if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            auto *mailbox = INTERNET_ADDRESS_MAILBOX(address);
            const QString text = fromGlib(internet_address_mailbox_get_addr(mailbox));
            if (text.indexOf(u'@') > 0 && !text.contains(u' '))
                return mailbox;
        }
    }
    return nullptr;
}

QString domainOf(InternetAddressMailbox *mailbox)
{
    return mailbox
               ? fromGlib(internet_address_mailbox_get_addr(mailbox)).section(u'@', -1).trimmed().toLower()
               : QString();
}

// Whether a form on a web page wrote it for whom it names as the one to reply to: from a mailbox that nobody
// reads or that is a form's by its name, or from the desk's own domain for somebody outside.
bool isWrittenByForm(GMimeMessage *message, InternetAddressMailbox *from, InternetAddressMailbox *replyTo)
{
    if (!from || !replyTo)
        return false;
    const QString address = fromGlib(internet_address_mailbox_get_addr(from));
    if (isUnreadMailbox(address) || isFormMailbox(address))
        return true;
    InternetAddressMailbox *to =
        firstMailbox(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_TO), 0);
    return domainOf(from) == domainOf(to) && domainOf(replyTo) != domainOf(from);
}

// Who wrote it.
void readSender(GMimeMessage *message, IncomingMessage &out)
{
    const char *header = "From";
    InternetAddressMailbox *mailbox = firstMailbox(g_mime_message_get_from(message), 0);
    InternetAddressMailbox *replyTo = firstMailbox(g_mime_message_get_reply_to(message), 0);
    if (isWrittenByForm(message, mailbox, replyTo)) {
        mailbox = replyTo;
        header = "Reply-To";
    }
    const QByteArray raw = rawHeader(message, header);
    if (mailbox) {
        out.senderAddress = fromGlib(internet_address_mailbox_get_addr(mailbox)).trimmed();
        out.senderName = fromGlib(internet_address_get_name(INTERNET_ADDRESS(mailbox))).simplified();
        const QByteArray phrase = raw.left(raw.indexOf('<')).replace('"', ' ');
        if (raw.contains('<') && phrase.contains("=?"))
            out.senderName = decodeHeaderWords(phrase).simplified();
        return;
    }
    // A From line against the rules: the word with an @ is the address, the rest the name.
    QStringList name;
    for (QString word : decodeHeaderWords(raw).simplified().split(u' ', Qt::SkipEmptyParts)) {
        word.removeIf([](QChar c) { return QStringView(u"<>\",;:()").contains(c); });
        if (out.senderAddress.isEmpty() && word.indexOf(u'@') > 0)
            out.senderAddress = word;
        else
            name.append(word);
    }
    out.senderName = name.join(u' ');
}

QDateTime plausible(GDateTime *date)
{
    if (!date)
        return {};
    const QDateTime at = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::UTC);
    return at.date().year() >= 1980 && at.date().year() < 2100 ? at : QDateTime();
}

QDateTime readDate(GMimeMessage *message, const QString &received)
{
    const QDateTime stated = plausible(g_mime_message_get_date(message));
    if (stated.isValid() || received.isEmpty())
        return stated;
    GDateTime *date =
        g_mime_utils_header_decode_date(received.section(u';', -1).trimmed().toLatin1().constData());
    const QDateTime at = plausible(date);
    if (date)
        g_date_time_unref(date);
    return at;
}

void readHeaders(GMimeMessage *message, const QByteArray &bytes, IncomingMessage &out)
{
    auto *object = GMIME_OBJECT(message);
    const HeaderLookup header = [object](const char *name) {
        return fromGlib(g_mime_object_get_header(object, name));
    };
    out.subject = decodeHeaderWords(rawHeader(message, "Subject")).simplified();
    readSender(message, out);
    out.cc = addressesOf(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_CC));
    out.receivedAt = readDate(message, header("Received"));
    out.externalId = messageIds(header("Message-ID")).value(0);
    if (out.externalId.isEmpty())
        out.externalId = contentHash(bytes);
    out.inReplyTo = messageIds(header("In-Reply-To")).value(0);
    out.references = messageIds(header("References"));
    constexpr qsizetype mostReferences = 50;
    if (out.references.size() > mostReferences)
        out.references =
            out.references.mid(0, 1) + out.references.mid(out.references.size() - mostReferences + 1);
    if (!out.references.isEmpty())
        out.conversationKey = out.references.first();
    else
        out.conversationKey = out.inReplyTo.isEmpty() ? out.externalId : out.inReplyTo;
    GMimeObject *root = g_mime_message_get_mime_part(message);
    out.automaticReason = automaticReason(header, root ? mediaTypeOf(root) : QString(), out.senderAddress);
    out.isAutomatic = !out.automaticReason.isEmpty();
}

void readBody(GMimeMessage *message, IncomingMessage &out)
{
    GMimeObject *root = g_mime_message_get_mime_part(message);
    BodyReader unnamed(out.attachments, NamedText::IsAttachment);
    MailPieces pieces = unnamed.read(root, 0);
    BodyReader named(out.attachments, NamedText::IsBody);
    const bool isNamed = !hasText(pieces) && unnamed.calendar().text.isEmpty();
    if (isNamed) {
        out.attachments.clear();
        pieces = named.read(root, 0);
    }
    const BodyReader &reader = isNamed ? named : unnamed;
    const CalendarText &calendar = reader.calendar();
    if (!hasText(pieces) && !calendar.text.isEmpty())
        pieces = {MailPiece{calendar.text, calendar.text, false}};
    if (calendar.isAnswer && out.automaticReason.isEmpty()) {
        out.isAutomatic = true;
        out.automaticReason = QStringLiteral("answer to an invitation (METHOD:REPLY)");
    }
    QStringList own;
    QStringList full;
    for (const MailPiece &piece : pieces) {
        if (piece.full.trimmed().isEmpty())
            continue;
        own.append(piece.own.trimmed());
        full.append(piece.full.trimmed());
    }
    if (reader.misfits() > 0) {
        const QString told =
            QStringLiteral("[%1 characters of this message could not be read.]").arg(reader.misfits());
        own.append(told);
        full.append(told);
    }
    const QString all = full.join(QStringLiteral("\n\n"));
    out.fullText = all.left(longestMailText);
    const MailWords words = mailWords(own.join(QStringLiteral("\n\n")).left(longestMailText), out.subject);
    out.text = words.text;
    out.forwardedFrom = words.forwardedFrom.isEmpty() ? reader.forwardedFrom() : words.forwardedFrom;
    if (reader.isShortened() || all.size() > longestMailText) {
        const QString told = QStringLiteral("\n\n[The rest of this message was left out: it is too long.]");
        out.fullText += told;
        out.text += told;
    }
    if (!out.fullText.isEmpty())
        return;
    if (reader.isEncrypted())
        out.unreadable = QStringLiteral("The message is encrypted.");
    else if (reader.isCut())
        out.unreadable = QStringLiteral("The message has too many parts or is nested too deeply.");
}

IncomingMessage unreadableMail(IncomingMessage out, const QByteArray &bytes, const QString &why)
{
    out.externalId = contentHash(bytes);
    out.conversationKey = out.externalId;
    out.unreadable = why;
    return out;
}

Gmime::Owned<GMimeMessage> construct(const MailBytes &mail)
{
    Gmime::start();
    const Gmime::Owned<GMimeStream> stream(mail.newStream());
    const Gmime::Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    GMimeParserOptions *options = g_mime_parser_options_new();
    const char *fallbacks[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    Gmime::Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
    g_mime_parser_options_free(options);
    return message;
}

// The library and what follows it, where the stack is deep enough.
void readMail(const QByteArray &mail, const QByteArray &bytes, IncomingMessage &out)
{
    const MailBytes source(mail);
    const Gmime::Owned<GMimeMessage> message = construct(source);
    if (!message || !g_mime_message_get_mime_part(message.get()) ||
        g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) == 0) {
        out = unreadableMail(std::move(out), bytes, QStringLiteral("The file is not a mail message."));
        return;
    }
    readHeaders(message.get(), mail, out);
    readBody(message.get(), out);
}

} // namespace

IncomingMessage parseMail(const QByteArray &bytes, const QString &source)
{
    IncomingMessage out;
    out.channel = ChannelKind::Mail;
    out.source = source;
    if (bytes.size() > largestMail)
        return unreadableMail(std::move(out), bytes, QStringLiteral("The message is larger than 25 MB."));
    const QByteArray mail = withoutMboxLine(bytes);
    if (mail.trimmed().isEmpty())
        return unreadableMail(std::move(out), bytes, QStringLiteral("The message is empty."));
    if (const QString why = refusedHeaders(mail); !why.isEmpty())
        return unreadableMail(std::move(out), bytes, why);
    const QByteArray readable = withOneContentType(mail);
    onReadingStack([&] { readMail(readable, bytes, out); });
    return out;
}

} // namespace Helmdesk
