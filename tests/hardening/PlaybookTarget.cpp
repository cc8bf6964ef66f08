#include "hardening/FuzzTarget.h"
#include "specialists/Playbook.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));

    const auto playbook = PlaybookLibrary::parse(bytes, QStringLiteral("x.json"));

    if (!playbook) {
        Hardening::require(!playbook.error().detail.isEmpty(), "an error says what is wrong");
        return 0;
    }
    Hardening::require(!playbook->id.isEmpty() && playbook->steps.is_array(),
                       "a playbook has an id and steps");
    Hardening::require(!playbook->movesMoney() || playbook->writes(), "what moves money writes");
    (void)playbook->isServedBy(QStringLiteral("Please refund invoice INV-1 and change my address"));
    (void)playbook->reply(QStringLiteral("done"), QStringLiteral("de"));
    return 0;
}
