#pragma once

#include <QString>

namespace Helmdesk
{

// What the language `code` is called in the language `in`: "da" is "Dänisch" in "de". Both are two-letter
// codes of ISO 639-1; any other text, and a code that nobody knows, is itself. Names are those of CLDR, by
// ICU. Pure; thread: any.
QString languageName(const QString &code, const QString &in);

} // namespace Helmdesk
