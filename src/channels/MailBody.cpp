#include "channels/MailBody.h"

#include "channels/MailCharset.h"
#include "channels/MailHeaders.h"
#include "channels/MailParser.h"
#include "channels/MailText.h"
#include "channels/PackedMail.h"

#include <algorithm>
#include <utility>

namespace Helmdesk
{

namespace
{

constexpr int deepestNesting = 20;
constexpr int mostParts = 200;
constexpr qint64 mostTextBytes = qint64{4} * 1024 * 1024; // of all text parts, still encoded

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
bool isStub(const MailPieces &plain, const MailPieces &html)
{
    if (plain.size() != 1 || html.empty())
        return false;
    const QString &text = plain.front().full;
    return text.size() < 200 && text.contains(QStringLiteral("html"), Qt::CaseInsensitive) &&
           html.front().full.size() > text.size();
}

// A part with its header, as it stands inside a signature.
Gmime::Owned<GMimeObject> constructPart(const MailBytes &bytes)
{
    const Gmime::Owned<GMimeStream> stream(bytes.newStream());
    const Gmime::Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Gmime::Owned<GMimeObject>(g_mime_parser_construct_part(parser.get(), nullptr));
}

bool isSmime(const QString &type)
{
    return type == QStringLiteral("application/pkcs7-mime") ||
           type == QStringLiteral("application/x-pkcs7-mime");
}

bool isSignedOrTnef(const QString &type, const QString &name)
{
    return isSmime(type) || type == QStringLiteral("application/ms-tnef") ||
           type == QStringLiteral("application/vnd.ms-tnef") ||
           name.compare(QStringLiteral("winmail.dat"), Qt::CaseInsensitive) == 0;
}

MailPieces choose(std::vector<MailPieces> choices)
{
    MailPieces plain;
    MailPieces html;
    for (MailPieces &pieces : choices) {
        if (!hasText(pieces))
            continue;
        MailPieces &target = pieces.front().isHtml ? html : plain;
        if (target.empty())
            target = std::move(pieces);
    }
    return plain.empty() || isStub(plain, html) ? html : plain;
}

} // namespace

bool hasText(const MailPieces &pieces)
{
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const MailPiece &piece) { return !piece.full.isEmpty(); });
}

MailPieces BodyReader::read(GMimeObject *object, int depth)
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
        m_calendar =
            readCalendar(decodeMailBytes(contentOf(part, mostTextBytes), typeParameter(object, "charset")));
    if (isSignedOrTnef(type, name)) {
        if (MailPieces inside = readPacked(part, type, depth); hasText(inside))
            return inside;
    }
    m_isEncrypted = m_isEncrypted || isSmime(type) || type == QStringLiteral("application/pgp-encrypted");
    const qint64 size = decodedSize(part);
    list(name.isEmpty() ? QStringLiteral("unnamed") : name, type, size,
         mayKeep(size) ? contentOf(part, largestMail) : QByteArray());
    return {};
}

bool BodyReader::mayKeep(qint64 bytes) const
{
    return bytes <= largestKeptAttachment && m_keptBytes + bytes <= largestKeptAttachments;
}

void BodyReader::list(const QString &name, const QString &type, qint64 bytes, const QByteArray &content)
{
    m_keptBytes += content.size();
    m_attachments.append({name, type, bytes, false, content});
}

// The text of a mail that stands inside a signature, or of Outlook's own format.
MailPieces BodyReader::readPacked(GMimePart *part, const QString &type, int depth)
{
    const QByteArray bytes = contentOf(part, largestMail);
    if (!isSmime(type)) {
        const TnefContent opened = readTnef(bytes);
        const QString text = opened.isHtml ? mailHtmlText(opened.text) : opened.text;
        if (text.isEmpty())
            return {};
        for (const Attachment &attachment : opened.attachments)
            list(attachment.name, attachment.mediaType, attachment.bytes,
                 mayKeep(attachment.bytes) ? attachment.content : QByteArray());
        return {MailPiece{shortened(text, true), shortened(text, true), opened.isHtml}};
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

MailPieces BodyReader::readMultipart(GMimeMultipart *multipart, int depth)
{
    const bool isAlternative =
        mediaTypeOf(GMIME_OBJECT(multipart)) == QStringLiteral("multipart/alternative");
    MailPieces all;
    std::vector<MailPieces> choices;
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count && m_parts <= mostParts; ++i) {
        MailPieces pieces = read(g_mime_multipart_get_part(multipart, i), depth + 1);
        if (isAlternative)
            choices.push_back(std::move(pieces));
        else
            all.insert(all.end(), std::make_move_iterator(pieces.begin()),
                       std::make_move_iterator(pieces.end()));
    }
    return isAlternative ? choose(std::move(choices)) : all;
}

MailPieces BodyReader::readText(GMimePart *part, const QString &type)
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
        return {MailPiece{html, html, true}};
    }
    const bool isFlowed =
        typeParameter(object, "format").compare(QStringLiteral("flowed"), Qt::CaseInsensitive) == 0;
    const bool deletesSpace =
        typeParameter(object, "delsp").compare(QStringLiteral("yes"), Qt::CaseInsensitive) == 0;
    QString full = isFlowed ? unwrapFlowed(text, deletesSpace ? DeleteSpace::Yes : DeleteSpace::No) : text;
    while (full.endsWith(u'\n'))
        full.chop(1);
    if (full.trimmed().isEmpty())
        full.clear();
    return {MailPiece{full, full, false}};
}

// Markup may be much longer than what it shows.
QString BodyReader::shortened(const QString &text, bool isPlain)
{
    if (!isPlain || text.size() <= longestMailText)
        return text;
    m_isShortened = true;
    return text.left(longestMailText);
}

void BodyReader::listMessage(GMimeMessagePart *part)
{
    GMimeMessage *message = g_mime_message_part_get_message(part);
    const QString subject =
        message ? cleanFileName(fromGlib(g_mime_message_get_subject(message))) : QString();
    QByteArray bytes;
    if (message) {
        const Gmime::Owned<GMimeStream> whole(g_mime_stream_mem_new());
        g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, whole.get());
        bytes = bytesOf(whole.get());
        if (m_forwardedFrom.isEmpty())
            m_forwardedFrom = addressesOf(g_mime_message_get_from(message));
    }
    const qsizetype size = bytes.size();
    list((subject.isEmpty() ? QStringLiteral("message") : subject) + QStringLiteral(".eml"),
         QStringLiteral("message/rfc822"), size, mayKeep(size) ? bytes : QByteArray());
}

} // namespace Helmdesk
