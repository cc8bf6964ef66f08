#pragma once

#include <QString>

// The shape of lists in plain text and Markdown. Pure; thread: any.
namespace Helmdesk
{

// "- this", "* this", "1. this", "2) this"; spaces may stand before it.
bool isListItem(const QString &line);

// Whether a line of the text begins a numbered list.
bool hasNumberedSteps(const QString &text);

} // namespace Helmdesk
