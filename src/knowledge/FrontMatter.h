#pragma once

#include "knowledge/ArticleFields.h"

namespace Helmdesk
{

struct FrontMatter {
    ArticleFields fields;
    QString body;            // what follows it; the whole text where there is none
    bool isUnclosed = false; // it begins and never ends
};

// Cuts the front matter off a Markdown text: YAML between lines of "---" (or "..." at its end), or the keys
// of TOML between lines of "+++". A line of dashes above text is a rule and stays. What is no good YAML is
// read line by line as "key: value", so that a mark like "draft: true" is never lost. Pure and thread-safe.
FrontMatter takeFrontMatter(const QString &text);

} // namespace Helmdesk
