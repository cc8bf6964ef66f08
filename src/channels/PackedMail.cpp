#include "channels/PackedMail.h"

#include "channels/MailCharset.h"
#include "channels/MailText.h"
#include "channels/RtfText.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/cms.h>

#ifdef HELMDESK_HAVE_YTNEF
#include <cstdlib>
extern "C" {
#include <ytnef.h>
}
#endif

namespace Helmdesk
{

QByteArray signedContent(const QByteArray &bytes)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> source(
        BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())), &BIO_free);
    const std::unique_ptr<CMS_ContentInfo, decltype(&CMS_ContentInfo_free)> message(
        source ? d2i_CMS_bio(source.get(), nullptr) : nullptr, &CMS_ContentInfo_free);
    if (!message || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed)
        return {};
    ASN1_OCTET_STRING **content = CMS_get0_content(message.get());
    if (!content || !*content)
        return {};
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(*content)),
                      ASN1_STRING_length(*content));
}

#ifdef HELMDESK_HAVE_YTNEF

namespace
{

constexpr int htmlProperty = 0x1013;
constexpr int richTextProperty = 0x1009;
constexpr int longNameProperty = 0x3707;
constexpr int mostAttachments = 100;
constexpr qsizetype mostRichText = qsizetype{4} * 1024 * 1024; // bytes, decompressed

QByteArray bytesOf(const variableLength &value)
{
    if (!value.data || value.size <= 0)
        return {};
    return QByteArray(reinterpret_cast<const char *>(value.data), value.size);
}

QString textOf(const variableLength &value)
{
    QByteArray bytes = bytesOf(value);
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return decodeMailBytes(bytes, {}).trimmed();
}

QByteArray property(MAPIProps &properties, int id, std::initializer_list<int> types)
{
    for (const int type : types) {
        const variableLength *value = MAPIFindProperty(&properties, PROP_TAG(type, id));
        if (value != MAPI_UNDEFINED && value->data && value->size > 0)
            return bytesOf(*value);
    }
    return {};
}

QString textProperty(MAPIProps &properties, int id)
{
    QByteArray bytes = property(properties, id, {PT_STRING8, PT_UNICODE, PT_BINARY});
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return bytes.isEmpty() ? QString() : decodeMailBytes(bytes, {}).trimmed();
}

// The size that the compressed stream says it has, in bytes 4 to 7; a stream that promises too much is not
// opened.
bool isOpenable(const QByteArray &compressed)
{
    constexpr qsizetype header = 16;
    if (compressed.size() <= header)
        return false;
    quint32 size = 0;
    for (int i = 3; i >= 0; --i)
        size = (size << 8) | static_cast<unsigned char>(compressed[4 + i]);
    return size > 0 && size <= mostRichText;
}

QByteArray richText(MAPIProps &properties)
{
    constexpr qsizetype header = 16;
    QByteArray compressed = property(properties, richTextProperty, {PT_BINARY});
    if (!isOpenable(compressed))
        return {};
    if (compressed.mid(8, 4) == "MELA") // stored as it is, which the library reads from the wrong place
        return compressed.mid(header);
    variableLength value{reinterpret_cast<BYTE *>(compressed.data()), static_cast<int>(compressed.size())};
    int size = 0;
    BYTE *opened = DecompressRTF(&value, &size);
    const QByteArray rtf =
        opened && size > 0 ? QByteArray(reinterpret_cast<const char *>(opened), size) : QByteArray();
    std::free(opened);
    return rtf;
}

void readText(TNEFStruct &tnef, TnefContent &content)
{
    content.text = textOf(tnef.body);
    if (content.text.isEmpty())
        content.text = textProperty(tnef.MapiProperties, PR_BODY);
    if (!content.text.isEmpty())
        return;
    content.text = textProperty(tnef.MapiProperties, htmlProperty);
    content.isHtml = !content.text.isEmpty();
    if (content.isHtml)
        return;
    const RtfText rich = readRtf(richText(tnef.MapiProperties));
    content.text = rich.text.trimmed();
    content.isHtml = rich.isHtml;
}

void readAttachments(TNEFStruct &tnef, TnefContent &content)
{
    for (::Attachment *each = tnef.starting_attach.next; each && content.attachments.size() < mostAttachments;
         each = each->next) {
        const QByteArray bytes = bytesOf(each->FileData);
        QString name = textProperty(each->MAPI, longNameProperty);
        if (name.isEmpty())
            name = textOf(each->Title);
        name = cleanFileName(name);
        content.attachments.append({name.isEmpty() ? QStringLiteral("unnamed") : name,
                                    QStringLiteral("application/octet-stream"), bytes.size(), false, bytes});
    }
}

} // namespace

TnefContent readTnef(const QByteArray &bytes)
{
    TNEFStruct tnef;
    TNEFInitialize(&tnef);
    tnef.Debug = 0;
    QByteArray copy = bytes;
    TnefContent content;
    if (TNEFParseMemory(reinterpret_cast<BYTE *>(copy.data()), static_cast<long>(copy.size()), &tnef) >= 0) {
        readText(tnef, content);
        readAttachments(tnef, content);
    }
    TNEFFree(&tnef);
    return content;
}

#else

TnefContent readTnef(const QByteArray &)
{
    return {};
}

#endif

} // namespace Helmdesk
