#include "channels/MailParser.h"

#include "channels/AutomaticMail.h"
#include "channels/GmimeSupport.h"
#include "channels/MailCharset.h"
#include "channels/MailText.h"

#include <QCryptographicHash>
#include <QTimeZone>

namespace Helmdesk
{

namespace
{

constexpr int deepestNesting = 20;
constexpr int mostParts = 200;

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

QByteArray contentOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Gmime::Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    QByteArray decoded = bytesOf(stream.get());
    if (g_mime_data_wrapper_get_encoding(content) != GMIME_CONTENT_ENCODING_BASE64)
        return decoded;
    // Without its padding the last group of base64 is lost in the library.
    const Gmime::Owned<GMimeStream> raw(g_mime_stream_mem_new());
    GMimeStream *encoded = g_mime_data_wrapper_get_stream(content);
    g_mime_stream_reset(encoded);
    g_mime_stream_write_to_stream(encoded, raw.get());
    const QByteArray lenient = QByteArray::fromBase64(bytesOf(raw.get()));
    return lenient.size() > decoded.size() ? lenient : decoded;
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

class BodyReader
{
public:
    explicit BodyReader(QList<Attachment> &attachments)
        : m_attachments(attachments)
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
        const bool isAttachment = g_mime_part_is_attachment(part) || !name.isEmpty();
        if (isText && (!isAttachment || depth == 0))
            return readText(part, type);
        m_isEncrypted = m_isEncrypted || type == QStringLiteral("application/pkcs7-mime") ||
                        type == QStringLiteral("application/pgp-encrypted");
        m_attachments.append(
            {name.isEmpty() ? QStringLiteral("unnamed") : name, type, contentOf(part).size()});
        return {};
    }

    bool isCut() const { return m_isCut; }
    bool isEncrypted() const { return m_isEncrypted; }

private:
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
        const QString text = decodeMailBytes(contentOf(part), typeParameter(object, "charset"));
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
    int m_parts = 0;
    bool m_isCut = false;
    bool m_isEncrypted = false;
};

QByteArray withoutMboxLine(const QByteArray &bytes)
{
    qsizetype start = 0;
    while (start < bytes.size() && (bytes[start] == '\n' || bytes[start] == '\r'))
        ++start;
    const bool isMbox = bytes.sliced(start).startsWith("From ") || bytes.sliced(start).startsWith(">From ");
    if (!isMbox)
        return bytes.sliced(start);
    const qsizetype end = bytes.indexOf('\n', start);
    return end < 0 ? QByteArray() : bytes.sliced(end + 1);
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

QString contentHash(const QByteArray &bytes)
{
    QByteArray normal = bytes;
    normal.replace("\r\n", "\n");
    return QStringLiteral("sha256:") +
           QString::fromLatin1(QCryptographicHash::hash(normal, QCryptographicHash::Sha256).toHex().left(32));
}

// The value of a header as it was sent, unfolded.
QByteArray rawHeader(GMimeMessage *message, const char *name)
{
    GMimeHeader *header =
        g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(message)), name);
    return header ? QByteArray(g_mime_header_get_raw_value(header)).simplified() : QByteArray();
}

InternetAddressMailbox *firstMailbox(InternetAddressList *list, int depth = 0)
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

void readSender(GMimeMessage *message, IncomingMessage &out)
{
    const QByteArray raw = rawHeader(message, "From");
    if (InternetAddressMailbox *mailbox = firstMailbox(g_mime_message_get_from(message))) {
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
    BodyReader reader(out.attachments);
    const Pieces pieces = reader.read(g_mime_message_get_mime_part(message), 0);
    QStringList own;
    QStringList full;
    for (const Piece &piece : pieces) {
        if (piece.full.trimmed().isEmpty())
            continue;
        own.append(piece.own.trimmed());
        full.append(piece.full.trimmed());
    }
    out.fullText = full.join(QStringLiteral("\n\n"));
    out.text = withoutHistory(own.join(QStringLiteral("\n\n")), out.subject);
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

Gmime::Owned<GMimeMessage> construct(const QByteArray &mail)
{
    Gmime::start();
    const Gmime::Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(mail.constData(), static_cast<size_t>(mail.size())));
    const Gmime::Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    GMimeParserOptions *options = g_mime_parser_options_new();
    const char *fallbacks[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    Gmime::Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
    g_mime_parser_options_free(options);
    return message;
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
    const Gmime::Owned<GMimeMessage> message = construct(mail);
    if (!message || !g_mime_message_get_mime_part(message.get()))
        return unreadableMail(std::move(out), bytes, QStringLiteral("The file is not a mail message."));
    readHeaders(message.get(), mail, out);
    if (g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) == 0)
        return unreadableMail(std::move(out), bytes, QStringLiteral("The file is not a mail message."));
    readBody(message.get(), out);
    return out;
}

} // namespace Helmdesk
