#include "channels/MailParser.h"

#include "channels/AutomaticMail.h"
#include "channels/CalendarText.h"
#include "channels/GmimeSupport.h"
#include "channels/MailCharset.h"
#include "channels/MailHeaders.h"
#include "channels/MailText.h"
#include "channels/PackedMail.h"

#include <QCryptographicHash>
#include <QThread>
#include <QTimeZone>
#include <utility>

namespace Helmdesk
{

namespace
{

constexpr int deepestNesting = 20;
constexpr int mostParts = 200;
constexpr qint64 mostTextBytes = qint64{4} * 1024 * 1024; // of all text parts, still encoded
constexpr unsigned int readingStack = 16U * 1024 * 1024;  // bytes; the library reads addresses by recursion

QString fromGlib(const char *text)
{
    return QString::fromUtf8(text ? text : "");
}

// One readable text of the mail; `own` is without the history that its HTML marks as quoted.
struct Piece {
    QString own;
    QString full;
    bool isHtml = false;
};
using Pieces = std::vector<Piece>;

bool hasText(const Pieces &pieces)
{
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece &piece) { return !piece.full.isEmpty(); });
}

QString mediaTypeOf(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (!type)
        return QStringLiteral("text/plain");
    return (fromGlib(g_mime_content_type_get_media_type(type)) + u'/' +
            fromGlib(g_mime_content_type_get_media_subtype(type)))
        .toLower();
}

QString typeParameter(GMimeObject *object, const char *name)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return type ? fromGlib(g_mime_content_type_get_parameter(type, name)) : QString();
}

QByteArray bytesOf(GMimeStream *memory)
{
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len));
}

// Bytes of a part as it stands in the mail.
qint64 encodedSize(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : nullptr;
    return stream ? std::max<qint64>(0, g_mime_stream_length(stream)) : 0;
}

// The decoded bytes of at most `most` encoded ones.
QByteArray contentOf(GMimePart *part, qint64 most)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *whole = content ? g_mime_data_wrapper_get_stream(content) : nullptr;
    if (!whole)
        return {};
    const gint64 start = whole->bound_start;
    const Gmime::Owned<GMimeStream> encoded(
        g_mime_stream_substream(whole, start, start + std::min(most, encodedSize(part))));
    const GMimeContentEncoding encoding = g_mime_data_wrapper_get_encoding(content);
    const Gmime::Owned<GMimeDataWrapper> beginning(
        g_mime_data_wrapper_new_with_stream(encoded.get(), encoding));
    const Gmime::Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(beginning.get(), stream.get());
    QByteArray decoded = bytesOf(stream.get());
    if (encoding != GMIME_CONTENT_ENCODING_BASE64)
        return decoded;
    // Without its padding the last group of base64 is lost in the library.
    const Gmime::Owned<GMimeStream> raw(g_mime_stream_mem_new());
    g_mime_stream_reset(encoded.get());
    g_mime_stream_write_to_stream(encoded.get(), raw.get());
    const QByteArray lenient = QByteArray::fromBase64(bytesOf(raw.get()));
    return lenient.size() > decoded.size() ? lenient : decoded;
}

// Counted without keeping a byte of it.
qint64 decodedSize(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return 0;
    const Gmime::Owned<GMimeStream> nowhere(g_mime_stream_null_new());
    return std::max<qint64>(0, g_mime_data_wrapper_write_to_stream(content, nowhere.get()));
}

// A plain part that only says that the mail is in HTML.
bool isStub(const Pieces &plain, const Pieces &html)
{
    if (plain.size() != 1 || html.empty())
        return false;
    const QString &text = plain.front().full;
    return text.size() < 200 && text.contains(QStringLiteral("html"), Qt::CaseInsensitive) &&
           html.front().full.size() > text.size();
}

// The bytes as the library takes them, without copying. They are read alone, and outlive this; this outlives
// what is read from it.
class MailBytes
{
public:
    explicit MailBytes(const QByteArray &bytes)
        : m_array(g_byte_array_new_take(reinterpret_cast<guint8 *>(const_cast<char *>(bytes.constData())),
                                        static_cast<gsize>(bytes.size())))
    {
    }
    ~MailBytes() { g_byte_array_free(m_array, FALSE); }
    MailBytes(const MailBytes &) = delete;
    MailBytes &operator=(const MailBytes &) = delete;

    GMimeStream *newStream() const
    {
        GMimeStream *stream = g_mime_stream_mem_new();
        g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), m_array);
        return stream;
    }

private:
    GByteArray *m_array;
};

// A part with its header, as it stands inside a signature.
Gmime::Owned<GMimeObject> constructPart(const MailBytes &bytes)
{
    const Gmime::Owned<GMimeStream> stream(bytes.newStream());
    const Gmime::Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Gmime::Owned<GMimeObject>(g_mime_parser_construct_part(parser.get(), nullptr));
}

// Texts that have a file name are attachments, unless the mail has no other text.
enum class NamedText { IsAttachment, IsBody };

class BodyReader
{
public:
    BodyReader(QList<Attachment> &attachments, NamedText namedText)
        : m_attachments(attachments)
        , m_namedText(namedText)
    {
    }

    Pieces read(GMimeObject *object, int depth)
    {
        if (!object || depth > deepestNesting || ++m_parts > mostParts) {
            m_isCut = m_isCut || object;
            return {};
        }
        if (GMIME_IS_MULTIPART(object))
            return readMultipart(GMIME_MULTIPART(object), depth);
        if (GMIME_IS_MESSAGE_PART(object)) {
            listMessage(GMIME_MESSAGE_PART(object));
            return {};
        }
        if (!GMIME_IS_PART(object))
            return {};
        GMimePart *part = GMIME_PART(object);
        const QString type = mediaTypeOf(object);
        const bool isText = type == QStringLiteral("text/plain") || type == QStringLiteral("text/html") ||
                            type == QStringLiteral("text/enriched");
        const QString name = cleanFileName(fromGlib(g_mime_part_get_filename(part)));
        const bool isFirst = std::exchange(m_isFirstPart, false);
        const bool isNamed = !name.isEmpty() && !isFirst && m_namedText == NamedText::IsAttachment;
        const bool isAttachment = g_mime_part_is_attachment(part) || isNamed;
        if (isText && (!isAttachment || depth == 0))
            return readText(part, type);
        if (type == QStringLiteral("text/calendar") && m_calendar.text.isEmpty())
            m_calendar = readCalendar(
                decodeMailBytes(contentOf(part, mostTextBytes), typeParameter(object, "charset")));
        if (isSignedOrTnef(type, name)) {
            if (Pieces inside = readPacked(part, type, depth); hasText(inside))
                return inside;
        }
        m_isEncrypted = m_isEncrypted || isSmime(type) || type == QStringLiteral("application/pgp-encrypted");
        m_attachments.append({name.isEmpty() ? QStringLiteral("unnamed") : name, type, decodedSize(part)});
        return {};
    }

    bool isCut() const { return m_isCut; }
    bool isShortened() const { return m_isShortened; } // text beyond mostTextBytes was left out
    bool isEncrypted() const { return m_isEncrypted; }
    qsizetype misfits() const { return m_misfits; } // bytes that are no character of the text's charset
    const CalendarText &calendar() const { return m_calendar; } // of the first invitation

private:
    static bool isSmime(const QString &type)
    {
        return type == QStringLiteral("application/pkcs7-mime") ||
               type == QStringLiteral("application/x-pkcs7-mime");
    }

    static bool isSignedOrTnef(const QString &type, const QString &name)
    {
        return isSmime(type) || type == QStringLiteral("application/ms-tnef") ||
               type == QStringLiteral("application/vnd.ms-tnef") ||
               name.compare(QStringLiteral("winmail.dat"), Qt::CaseInsensitive) == 0;
    }

    // The text of a mail that stands inside a signature, or of Outlook's own format.
    Pieces readPacked(GMimePart *part, const QString &type, int depth)
    {
        const QByteArray bytes = contentOf(part, largestMail);
        if (!isSmime(type)) {
            const QString text = shortened(textOfTnef(bytes), true);
            return text.isEmpty() ? Pieces() : Pieces{Piece{text, text, false}};
        }
        const QByteArray content = signedContent(bytes);
        if (content.isEmpty() || !refusedHeaders(content).isEmpty())
            return {};
        const MailBytes source(content);
        const Gmime::Owned<GMimeObject> inside = constructPart(source);
        if (!inside)
            return {};
        return read(inside.get(), depth + 1);
    }

    Pieces readMultipart(GMimeMultipart *multipart, int depth)
    {
        const bool isAlternative =
            mediaTypeOf(GMIME_OBJECT(multipart)) == QStringLiteral("multipart/alternative");
        Pieces all;
        std::vector<Pieces> choices;
        const int count = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < count && m_parts <= mostParts; ++i) {
            Pieces pieces = read(g_mime_multipart_get_part(multipart, i), depth + 1);
            if (isAlternative)
                choices.push_back(std::move(pieces));
            else
                all.insert(all.end(), std::make_move_iterator(pieces.begin()),
                           std::make_move_iterator(pieces.end()));
        }
        return isAlternative ? choose(std::move(choices)) : all;
    }

    static Pieces choose(std::vector<Pieces> choices)
    {
        Pieces plain;
        Pieces html;
        for (Pieces &pieces : choices) {
            if (!hasText(pieces))
                continue;
            Pieces &target = pieces.front().isHtml ? html : plain;
            if (target.empty())
                target = std::move(pieces);
        }
        return plain.empty() || isStub(plain, html) ? html : plain;
    }

    Pieces readText(GMimePart *part, const QString &type)
    {
        auto *object = GMIME_OBJECT(part);
        const qint64 size = encodedSize(part);
        const qint64 most = std::max<qint64>(0, mostTextBytes - m_textBytes);
        m_isShortened = m_isShortened || size > most;
        m_textBytes += std::min(size, most);
        const QString text =
            shortened(decodeMailBytes(contentOf(part, most), typeParameter(object, "charset"), &m_misfits),
                      type == QStringLiteral("text/plain"));
        if (type != QStringLiteral("text/plain")) {
            const QString html = mailHtmlText(text);
            return {Piece{html, html, true}};
        }
        const bool isFlowed =
            typeParameter(object, "format").compare(QStringLiteral("flowed"), Qt::CaseInsensitive) == 0;
        const bool deletesSpace =
            typeParameter(object, "delsp").compare(QStringLiteral("yes"), Qt::CaseInsensitive) == 0;
        QString full =
            isFlowed ? unwrapFlowed(text, deletesSpace ? DeleteSpace::Yes : DeleteSpace::No) : text;
        while (full.endsWith(u'\n'))
            full.chop(1);
        if (full.trimmed().isEmpty())
            full.clear();
        return {Piece{full, full, false}};
    }

    // Markup may be much longer than what it shows.
    QString shortened(const QString &text, bool isPlain)
    {
        if (!isPlain || text.size() <= longestMailText)
            return text;
        m_isShortened = true;
        return text.left(longestMailText);
    }

    void listMessage(GMimeMessagePart *part)
    {
        GMimeMessage *message = g_mime_message_part_get_message(part);
        const QString subject =
            message ? cleanFileName(fromGlib(g_mime_message_get_subject(message))) : QString();
        m_attachments.append(
            {(subject.isEmpty() ? QStringLiteral("message") : subject) + QStringLiteral(".eml"),
             QStringLiteral("message/rfc822"), 0});
    }

    QList<Attachment> &m_attachments;
    NamedText m_namedText;
    CalendarText m_calendar;
    int m_parts = 0;
    qint64 m_textBytes = 0;
    qsizetype m_misfits = 0;
    bool m_isFirstPart = true; // a text with a name is the body where it stands first
    bool m_isCut = false;
    bool m_isShortened = false;
    bool m_isEncrypted = false;
};

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
    Pieces pieces = unnamed.read(root, 0);
    BodyReader named(out.attachments, NamedText::IsBody);
    const bool isNamed = !hasText(pieces) && unnamed.calendar().text.isEmpty();
    if (isNamed) {
        out.attachments.clear();
        pieces = named.read(root, 0);
    }
    const BodyReader &reader = isNamed ? named : unnamed;
    const CalendarText &calendar = reader.calendar();
    if (!hasText(pieces) && !calendar.text.isEmpty())
        pieces = {Piece{calendar.text, calendar.text, false}};
    if (calendar.isAnswer && out.automaticReason.isEmpty()) {
        out.isAutomatic = true;
        out.automaticReason = QStringLiteral("answer to an invitation (METHOD:REPLY)");
    }
    QStringList own;
    QStringList full;
    for (const Piece &piece : pieces) {
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
    out.text = withoutHistory(own.join(QStringLiteral("\n\n")).left(longestMailText), out.subject);
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

// The library and what follows it, on the thread of parseMail().
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

// Runs `work` on a thread of its own, whose stack is known, and waits for it.
template <class Work>
void onKnownStack(Work work)
{
    const std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->setStackSize(readingStack);
    thread->start();
    thread->wait();
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
    onKnownStack([&] { readMail(readable, bytes, out); });
    return out;
}

} // namespace Helmdesk
