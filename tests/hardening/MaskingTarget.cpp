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
    QString again = masked.text;
    for (qsizetype digits = text.size(); digits > 0; digits /= 2)
        again = maskSecrets(again).text;
    Hardening::require(maskSecrets(again).text == again, "masking ends");
    return 0;
}
