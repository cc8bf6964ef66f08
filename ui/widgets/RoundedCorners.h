#pragma once

class QWidget;

namespace Helmdesk
{

// Cuts the corners off a window of its own, such as a list that opens or the palette, which is not
// translucent: where nothing composes the windows of the screen its corners would be black. GUI thread.
void roundCorners(QWidget &window, int radius);

} // namespace Helmdesk
