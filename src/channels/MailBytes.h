#pragma once

#include "channels/GmimeSupport.h"

#include <QByteArray>
#include <QString>

// Private to the files that use GMime.
namespace Helmdesk
{

inline QString fromGlib(const char *text)
{
    return QString::fromUtf8(text ? text : "");
}

inline QString mediaTypeOf(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (!type)
        return QStringLiteral("text/plain");
    return (fromGlib(g_mime_content_type_get_media_type(type)) + u'/' +
            fromGlib(g_mime_content_type_get_media_subtype(type)))
        .toLower();
}

// "Ada Brook <ada@brook.example>, bo@reed.example", at most 1,000 characters.
inline QString addressesOf(InternetAddressList *list)
{
    constexpr qsizetype longest = 1000;
    char *text = list ? internet_address_list_to_string(list, nullptr, FALSE) : nullptr;
    const QString addresses = fromGlib(text).simplified().left(longest);
    g_free(text);
    return addresses;
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

} // namespace Helmdesk
