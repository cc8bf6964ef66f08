#pragma once

namespace Helmdesk
{

// The program's own icon, for windows and task bars, and the name of its desktop file. Needs the
// QApplication.
void useOwnIcon();

// Inter, where the system has it or the program was installed with it (share/helmdesk/fonts); the system's
// font stands behind it for scripts that Inter lacks, and alone where there is no Inter. Needs the
// QApplication.
void useOwnFont();

} // namespace Helmdesk
