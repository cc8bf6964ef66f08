#include "hardening/FuzzTarget.h"
#include "security/SecretMasker.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));

    const auto found = findSecrets(text);
    const MaskedText masked = maskSecrets(text);

    qsizetype end = 0;
    for (const FoundSecret &secret : found) {
        Hardening::require(secret.start >= end && secret.length > 0, "finds are in order and apart");
        end = secret.start + secret.length;
    }
    Hardening::require(end <= text.size(), "finds lie in the text");
    Hardening::require(masked.secrets.size() == found.size(), "all that is found is masked");
    Hardening::require(!masked.secrets.empty() || masked.text == text,
                       "where nothing is found nothing changes");
    // A chain of digits that was masked in part may hold another number; each pass leaves fewer digits.
    constexpr qsizetype leastDigits = 13;
    QString last = masked.text;
    qsizetype passes = 0;
    for (QString next = maskSecrets(last).text; next != last; next = maskSecrets(last).text) {
        last = next;
        Hardening::require(++passes <= text.size() / leastDigits + 1, "masking ends");
    }
    return 0;
}
