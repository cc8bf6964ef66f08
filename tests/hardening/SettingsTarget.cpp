#include "hardening/FuzzTarget.h"
#include "settings/Settings.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto json = parseJson(bytes);
    if (json) {
        if (const auto settings = Settings().with(*json)) {
            const auto again = Settings().with(settings->toJson());
            Hardening::require(again.has_value() && *again == *settings,
                               "what was accepted can be read again");
            Hardening::require(settings->refundApprovalLimitMinor() >= 0, "no limit is negative");
            Hardening::require(settings->mode(Category::Escalate) == Mode::Off,
                               "nobody but a person escalates");
        }
    }
    // "name value", as on the command line.
    const qsizetype space = bytes.indexOf(' ');
    const QString name = QString::fromUtf8(bytes.left(space));
    const auto changed = Settings().withText(name, QString::fromUtf8(bytes.mid(space + 1)));
    Hardening::require(!changed || findSetting(name) != nullptr, "an unknown setting is refused");
    return 0;
}
