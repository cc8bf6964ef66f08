#include "channels/PostedMessage.h"
#include "hardening/FuzzTarget.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype mostCharacters = 4000;
    HttpRequest request;
    request.method = "POST";
    request.headers.insert("content-type", "application/json");
    request.body = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    PostedMessage fields;

    const auto refusal = readPostedMessage(request, mostCharacters, fields);

    if (refusal) {
        Hardening::require(refusal->status >= 400 && refusal->status < 500,
                           "what is refused is the sender's fault");
        return 0;
    }
    Hardening::require(!fields.text.trimmed().isEmpty(), "an accepted message has a text");
    Hardening::require(fields.text.size() <= mostCharacters, "and it is not too long");
    for (const QString *line : {&fields.id, &fields.customer, &fields.conversation, &fields.subject})
        Hardening::require(!line->contains(u'\n') && !line->contains(QChar(0)), "one line stays one line");
    return 0;
}
