#include "core/Charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

namespace Helmdesk
{

namespace
{

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Called by the library for bytes that are no character; counts them and shows the replacement.
void countMisfit(const void *context, UConverterToUnicodeArgs *args, const char *, int32_t,
                 UConverterCallbackReason reason, UErrorCode *status)
{
    if (reason > UCNV_IRREGULAR)
        return; // opened, reset or closed
    ++*static_cast<qsizetype *>(const_cast<void *>(context));
    *status = U_ZERO_ERROR;
    constexpr UChar shown = 0xFFFD;
    ucnv_cbToUWriteUChars(args, &shown, 1, 0, status);
}

} // namespace

DecodedText decodeCharset(const QByteArray &bytes, const QByteArray &charset)
{
    UErrorCode status = U_ZERO_ERROR;
    // Without a name the library would take the system's charset.
    const Converter converter(charset.isEmpty() ? nullptr : ucnv_open(charset.constData(), &status));
    if (!converter || U_FAILURE(status))
        return {};
    DecodedText decoded;
    decoded.isKnown = true;
    ucnv_setToUCallBack(converter.get(), countMisfit, &decoded.misfits, nullptr, nullptr, &status);
    const char *from = bytes.constData();
    const char *const end = from + bytes.size();
    std::array<UChar, 4096> buffer;
    do {
        status = U_ZERO_ERROR;
        UChar *to = buffer.data();
        ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from, end, nullptr, true,
                       &status);
        decoded.text.append(QStringView(buffer.data(), to));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return decoded;
}

QString decodeWindows1252(const QByteArray &bytes)
{
    static constexpr std::array<char16_t, 32> upper = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
    QString out(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, out.begin(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0 ? QChar(upper[byte - 0x80U]) : QChar(char16_t{byte});
    });
    return out;
}

} // namespace Helmdesk
