#pragma once

#include <optional>
#include <QString>

namespace Helmdesk
{

// What a person has a model do with a reply.
enum class WritingVerb { Shorter, Friendlier, Formal, Translate, FromNotes };
QString nameOf(WritingVerb verb); // shorter, friendlier, formal, translate, from-notes
std::optional<WritingVerb> writingVerbNamed(const QString &name);

} // namespace Helmdesk
