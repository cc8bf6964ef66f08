#include "core/LanguageName.h"

#include <array>
#include <unicode/uloc.h>

namespace Helmdesk
{

QString languageName(const QString &code, const QString &in)
{
    if (code.size() != 2)
        return code;
    std::array<char16_t, 64> name{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = uloc_getDisplayLanguage(code.toLatin1().constData(), in.toLatin1().constData(),
                                                   name.data(), static_cast<int32_t>(name.size()), &status);
    // Without a name the library gives the code back, in small letters.
    const QString found = QString::fromUtf16(name.data(), length);
    return U_FAILURE(status) || found == code.toLower() ? code : found;
}

} // namespace Helmdesk
