#pragma once

#include <QString>

namespace Helmdesk
{

// The account that the operating system runs this program under, and the machine:
// "uid=1000(noor)@desk-3", "sid=S-1-5-…(noor)@desk-3" on Windows. Asked of the system, not of the
// environment, so USER=boss does not change it. What it cannot show: who sat at an account that several
// people share, and what an administrator of the machine pretends. Thread: any.
QString processOrigin();

} // namespace Helmdesk
