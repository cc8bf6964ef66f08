#pragma once

namespace Helmdesk
{

// Masks secrets in every line that is logged from now on, whatever wrote it: a second line of defence, since
// nothing is meant to log the text of a message. Call once, from main(). Thread: any afterwards.
void maskLoggedSecrets();

} // namespace Helmdesk
