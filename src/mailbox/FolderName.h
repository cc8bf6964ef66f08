#pragma once

#include <optional>
#include <QByteArray>
#include <QString>

namespace Helmdesk
{

// Names of folders as IMAP writes them: modified UTF-7 (RFC 3501, 5.1.3).
// Pure and thread-safe. Nothing where the text is no such name, or no Unicode.
std::optional<QByteArray> imapFolderName(const QString &name);
std::optional<QString> folderNameOf(const QByteArray &imapName);

} // namespace Helmdesk
