#include "channels/MailFiles.h"

#include <QRegularExpression>

namespace Helmdesk::Gmime
{
namespace
{

Part filePart(const Attachment &file)
{
    static const QRegularExpression type(
        QStringLiteral("^(application|audio|font|image|model|text|video)/([a-z0-9][a-z0-9.+-]{0,80})$"));
    const auto known = type.match(file.mediaType.section(u';', 0, 0).trimmed().toLower());
    const QByteArray major = known.hasMatch() ? known.captured(1).toLatin1() : QByteArray("application");
    const QByteArray minor = known.hasMatch() ? known.captured(2).toLatin1() : QByteArray("octet-stream");
    Part part = partOf(major.constData(), minor.constData(), file.content, GMIME_CONTENT_ENCODING_BASE64);
    QString name = file.name.section(u'/', -1).section(u'\\', -1);
    name.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    g_mime_object_set_disposition(part.get(), "attachment");
    g_mime_part_set_filename(reinterpret_cast<GMimePart *>(part.get()), // NOLINT: the library's own cast
                             (name.isEmpty() ? QStringLiteral("file") : name).toUtf8().constData());
    return part;
}

} // namespace

Part partOf(const char *type, const char *subtype, const QByteArray &content, GMimeContentEncoding encoding)
{
    GMimePart *part = g_mime_part_new_with_type(type, subtype);
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(content.constData(), static_cast<size_t>(content.size())));
    const Owned<GMimeDataWrapper> wrapper(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, wrapper.get());
    g_mime_part_set_content_encoding(part, encoding);
    return Part(GMIME_OBJECT(part));
}

void setBoundary(GMimeMultipart *multipart, const QString &messageId, const char *which)
{
    QString clean = messageId.section(u'@', 0, 0);
    clean.removeIf([](QChar c) { return !c.isLetterOrNumber() || c.unicode() > 0x7f; });
    g_mime_multipart_set_boundary(multipart, ("=_" + clean.left(40).toLatin1() + "_" + which).constData());
}

Part withFiles(Part body, const QList<Attachment> &files, const QString &messageId)
{
    if (files.isEmpty())
        return body;
    GMimeMultipart *mixed = g_mime_multipart_new_with_subtype("mixed");
    Part all(GMIME_OBJECT(mixed));
    setBoundary(mixed, messageId, "files");
    g_mime_multipart_add(mixed, body.get());
    for (const Attachment &file : files)
        g_mime_multipart_add(mixed, filePart(file).get());
    return all;
}

} // namespace Helmdesk::Gmime
