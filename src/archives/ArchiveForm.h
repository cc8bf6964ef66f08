#pragma once

#include "core/Result.h"

#include <QString>

namespace Helmdesk
{

enum class ArchiveForm { Mbox, Pipermail, MailFolder, Mail, JsonFile, Table };
QString nameOf(ArchiveForm form); // "mbox", "pipermail", "mail folder", "mail", "json", "table"

// What a file or folder holds, found from its first 64 KiB and never from its name. A folder has the form of
// the first of its files that has one. Failure: NotFound; InvalidInput for what is none of the forms, with
// what it is instead: empty, a Git LFS pointer, a spreadsheet, compressed, Parquet, a database.
Result<ArchiveForm> archiveFormOf(const QString &path);

// The line that parts two messages of an mbox: "From ", something, weekday, month, day, time and year.
// `isPipermail` is set where the address is written with " at ". Pure.
bool isMboxSeparator(const QByteArray &line, bool *isPipermail = nullptr);

} // namespace Helmdesk
