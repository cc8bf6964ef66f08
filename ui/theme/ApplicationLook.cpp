#include "theme/ApplicationLook.h"

#include "core/ResourcePaths.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QIcon>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

void useOwnIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128})
        icon.addFile(u":/application/helmdesk-%1.png"_s.arg(side), QSize(side, side));
    QApplication::setWindowIcon(icon);
    QGuiApplication::setDesktopFileName(u"org.helmdesk.Helmdesk"_s);
}

void useOwnFont()
{
    const QString inter = u"Inter"_s;
    if (!QFontDatabase::hasFamily(inter)) {
        const QDir folder(resourceFile(u"fonts"_s));
        for (const QString &file : folder.entryList({u"*.otf"_s}, QDir::Files))
            QFontDatabase::addApplicationFont(folder.filePath(file));
        if (!QFontDatabase::hasFamily(inter))
            return;
    }
    QFont font = QApplication::font();
    font.setFamilies({inter, font.family()});
    QApplication::setFont(font);
}

} // namespace Helmdesk
