#pragma once

#include <functional>

namespace Helmdesk
{

// Runs `work` where the stack is deep enough for a mail library, which reads addresses by recursion, and
// returns when it has ended: on a thread made for it, or at once where this already is one. So who reads many
// mails makes one thread for all. `work` does not throw. Thread: any.
void onReadingStack(const std::function<void()> &work);

} // namespace Helmdesk
