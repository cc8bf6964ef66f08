// Draws the console on the offscreen platform, with the desk in memory, and writes the pictures of
// docs/images.

#include "actions/CommandPalette.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "MainWindow.h"
#include "support/FakeDesk.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLocale>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <functional>
#include <memory>

namespace
{
using namespace Helmdesk;
using Test::FakeDesk;

struct Shot {
    QString name;
    QSize size = {1440, 900};
    Scheme scheme = Scheme::Light;
    double scale = 1.0;
    QString language;
    FakeDesk::Content content = FakeDesk::Content::Sample;
    std::function<void(MainWindow &)> prepare;
};

QList<Shot> shots()
{
    const auto room = [](Room target) { return [target](MainWindow &window) { window.setRoom(target); }; };
    const auto page = [](Inspector::Page target) {
        return [target](MainWindow &window) { window.inbox().inspector().setPage(target); };
    };
    using Content = FakeDesk::Content;
    return {
        {.name = QStringLiteral("main-light")},
        {.name = QStringLiteral("main-dark"), .scheme = Scheme::Dark},
        {.name = QStringLiteral("main-1280x720"), .size = {1280, 720}},
        {.name = QStringLiteral("main-3840x2160"), .size = {1920, 1080}, .scale = 2.0},
        {.name = QStringLiteral("customer"), .prepare = page(Inspector::Customer)},
        {.name = QStringLiteral("run"), .prepare = page(Inspector::Run)},
        {.name = QStringLiteral("long-name"),
         .prepare = [](MainWindow &window) { window.openConversation(ConversationId{4}); }},
        {.name = QStringLiteral("many"), .content = Content::Many},
        {.name = QStringLiteral("empty"), .content = Content::Empty},
        {.name = QStringLiteral("approvals"), .prepare = room(Room::Approvals)},
        {.name = QStringLiteral("knowledge"),
         .prepare = [](MainWindow &window) { window.openArticle(QStringLiteral("refunds")); }},
        {.name = QStringLiteral("settings"), .prepare = room(Room::Settings)},
        {.name = QStringLiteral("palette"),
         .scheme = Scheme::Dark,
         .prepare = [](MainWindow &window) { window.showPalette(); }},
        {.name = QStringLiteral("german"), .language = QStringLiteral("de")},
        {.name = QStringLiteral("arabic"), .language = QStringLiteral("ar")},
    };
}

void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

// The window, and over it a dialog that is open.
QImage draw(QWidget &window, double scale)
{
    QImage image(window.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    window.render(&image);
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QImage over(dialog->size() * scale, QImage::Format_ARGB32_Premultiplied);
        over.setDevicePixelRatio(scale);
        over.fill(Qt::transparent);
        dialog->render(&over, {}, {}, QWidget::DrawChildren);
        QPainter painter(&image);
        painter.fillRect(QRect(QPoint(0, 0), window.size()), QColor(0, 0, 0, 90));
        painter.drawImage(window.mapFromGlobal(dialog->pos()), over);
    }
    return image;
}

// The most frequent colours that differ as a palette: a third of the size, and no difference to see.
QImage indexed(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colors = counts.keys();
    std::ranges::sort(colors, [&counts](QRgb a, QRgb b) { return counts[a] > counts[b]; });
    QList<QRgb> kept;
    for (const QRgb color : colors) {
        const auto isNear = [color](QRgb other) {
            return std::abs(qRed(color) - qRed(other)) + std::abs(qGreen(color) - qGreen(other)) +
                       std::abs(qBlue(color) - qBlue(other)) <
                   14;
        };
        if (kept.size() < 256 && std::ranges::none_of(kept, isNear))
            kept.append(color);
    }
    return image.convertToFormat(QImage::Format_Indexed8, kept, Qt::ThresholdDither);
}

bool write(const Shot &shot, const QDir &folder)
{
    auto &app = *static_cast<QApplication *>(QCoreApplication::instance());
    QTranslator translator;
    const QLocale locale(shot.language.isEmpty() ? QStringLiteral("en_GB") : shot.language);
    QLocale::setDefault(locale);
    if (translator.load(locale, QStringLiteral("helmdesk"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);
    QApplication::setLayoutDirection(locale.textDirection());
    Theme::instance().apply(app, shot.scheme);

    FakeDesk desk(shot.content);
    MainWindow window(desk);
    window.resize(shot.size);
    window.show();
    settle(200);
    if (shot.prepare)
        shot.prepare(window);
    settle(250);
    const QImage image = indexed(draw(window, shot.scale));
    return image.save(folder.filePath(shot.name + QStringLiteral(".png")), "PNG", 0);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QTemporaryDir settings;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                 : app.font().family());
    font.setPointSizeF(9.75); // 13 px at 96 dpi
    QApplication::setFont(font);
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    const QStringList wanted = arguments.mid(2);
    QTextStream err(stderr);
    bool isWritten = true;
    for (const Shot &shot : shots()) {
        if (!wanted.isEmpty() && !wanted.contains(shot.name))
            continue;
        if (write(shot, folder))
            continue;
        err << "cannot write " << shot.name << '\n';
        isWritten = false;
    }
    return isWritten ? 0 : 1;
}
