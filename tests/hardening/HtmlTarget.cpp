#include "hardening/FuzzTarget.h"
#include "knowledge/HtmlText.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));

    const HtmlText read = htmlToText(html);

    Hardening::require(read.text.size() <= 4 * html.size() + 16, "the text is not much longer than the page");
    Hardening::require(read.title.size() <= 4 * html.size(), "nor is the title");
    return 0;
}
