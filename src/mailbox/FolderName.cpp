#include "mailbox/FolderName.h"

#include <memory>
#include <unicode/ucnv.h>

namespace Helmdesk
{
namespace
{

struct ConverterCloser {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter openConverter(UErrorCode *status)
{
    Converter converter(ucnv_open("IMAP-mailbox-name", status));
    if (U_SUCCESS(*status)) {
        ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, status);
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, status);
    }
    return converter;
}

} // namespace

std::optional<QByteArray> imapFolderName(const QString &name)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter = openConverter(&status);
    if (U_FAILURE(status))
        return {};
    QByteArray bytes(UCNV_GET_MAX_BYTES_FOR_STRING(name.size(), ucnv_getMaxCharSize(converter.get())),
                     Qt::Uninitialized);
    const int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                           reinterpret_cast<const UChar *>(name.utf16()),
                                           static_cast<int32_t>(name.size()), &status);
    if (U_FAILURE(status))
        return {};
    bytes.truncate(length);
    return bytes;
}

std::optional<QString> folderNameOf(const QByteArray &imapName)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter = openConverter(&status);
    if (U_FAILURE(status))
        return {};
    QString name(2 * imapName.size() + 2, Qt::Uninitialized);
    const int32_t length = ucnv_toUChars(converter.get(), reinterpret_cast<UChar *>(name.data()),
                                         static_cast<int32_t>(name.size()), imapName.constData(),
                                         static_cast<int32_t>(imapName.size()), &status);
    if (U_FAILURE(status))
        return {};
    name.truncate(length);
    return name;
}

} // namespace Helmdesk
