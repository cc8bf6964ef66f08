#pragma once

#include <QString>

namespace Helmdesk
{

// The message without the lines that it quotes ("> Please refund ...") and the line that introduces them ("On
// Monday you wrote:"): what somebody else said is no request of the customer's. A message that is nothing but
// a quote stays as it is. Pure; any thread. Linear.
QString ownWords(const QString &text);

} // namespace Helmdesk
