#include "channels/PackedMail.h"

#include "channels/MailCharset.h"

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

QString textOf(const variableLength &value)
{
    if (!value.data || value.size <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(value.data), value.size);
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return decodeMailBytes(bytes, {}).trimmed();
}

} // namespace

QString textOfTnef(const QByteArray &bytes)
{
    TNEFStruct tnef;
    TNEFInitialize(&tnef);
    tnef.Debug = 0;
    QByteArray copy = bytes;
    QString text;
    if (TNEFParseMemory(reinterpret_cast<BYTE *>(copy.data()), static_cast<long>(copy.size()), &tnef) >= 0) {
        text = textOf(tnef.body);
        for (const int type : {PT_STRING8, PT_UNICODE}) {
            const variableLength *body = MAPIFindProperty(&tnef.MapiProperties, PROP_TAG(type, PR_BODY));
            if (text.isEmpty() && body != MAPI_UNDEFINED)
                text = textOf(*body);
        }
    }
    TNEFFree(&tnef);
    return text;
}

#else

QString textOfTnef(const QByteArray &)
{
    return {};
}

#endif

} // namespace Helmdesk
