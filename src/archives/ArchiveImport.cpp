#include "archives/ArchiveImport.h"

#include "archives/JsonArchive.h"
#include "archives/MailArchive.h"
#include "archives/TableArchive.h"

#include <QDirIterator>

namespace Helmdesk
{

QStringList archiveFiles(const QString &path)
{
    QStringList files;
    QDirIterator it(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

Result<ArchiveSource> describeArchive(const QString &path, const ArchiveOptions &options)
{
    const auto form = archiveFormOf(path);
    if (!form)
        return form.error();
    if (*form == ArchiveForm::JsonFile)
        return describeJsonArchive(path, options);
    if (*form == ArchiveForm::Table)
        return describeTable(path, *form, options);
    return ArchiveSource{*form, nameOf(*form), {}, {}};
}

Result<ArchiveCounts> readArchive(const QString &path, const ArchiveOptions &options,
                                  const ConversationSink &sink, const RunControl &control)
{
    const auto form = archiveFormOf(path);
    if (!form)
        return form.error();
    if (*form == ArchiveForm::JsonFile)
        return readJsonArchive(path, options, sink, control);
    if (*form == ArchiveForm::Table)
        return readTable(path, *form, options, sink, control);
    return readMailArchive(path, *form, options, sink, control);
}

} // namespace Helmdesk
