#include "channels/JsonMessage.h"
#include "hardening/FuzzTarget.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray line(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));

    const JsonPlace place{QStringLiteral("x.jsonl"), 7, QDateTime::fromSecsSinceEpoch(0)};
    const IncomingMessage message = readJsonMessage(line, place);
    const IncomingMessage again = readJsonMessage(line, place);

    Hardening::require(!message.externalId.isEmpty(), "a message can be told from others");
    Hardening::require(message.externalId == again.externalId,
                       "one line is one message, however often it is read");
    Hardening::require(message.source.contains(QStringLiteral("x.jsonl")), "an error can name its place");
    return 0;
}
