#pragma once

#include <string_view>

namespace Helmdesk
{

// The bytes of resources/security/secrets.json; the source is made by the build.
std::string_view secretData();

} // namespace Helmdesk
