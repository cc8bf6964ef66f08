#include "core/ResourcePaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace Helmdesk
{

QString resourceFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("HELMDESK_RESOURCES");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char *candidate : {"../share/helmdesk", "../Resources/helmdesk", "share/helmdesk"}) {
        const QString path = program.absoluteFilePath(QString::fromLatin1(candidate));
        if (QDir(path).exists())
            return QDir::cleanPath(path);
    }
    return QDir::cleanPath(program.absoluteFilePath(QStringLiteral("../share/helmdesk")));
}

QString resourceFile(const QString &relative)
{
    return resourceFolder() + QLatin1Char('/') + relative;
}

Result<QByteArray> readResource(const QString &relative)
{
    QFile file(resourceFile(relative));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("the program's file %1 cannot be read: %2").arg(relative, file.errorString())};
    }
    return file.readAll();
}

} // namespace Helmdesk
