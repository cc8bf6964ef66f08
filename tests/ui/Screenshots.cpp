// Draws the console on the offscreen platform, with the desk in memory, and writes the pictures of
// docs/images.

#include "actions/CommandPalette.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "MainWindow.h"
#include "queue/QueuePane.h"
#include "settings/SettingsView.h"
#include "support/FakeDesk.h"
#include "support/FakeInsights.h"
#include "theme/Theme.h"
#include "WorkspaceProblem.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>

#include <functional>
#include <memory>

namespace
{
using namespace Helmdesk;
using Test::FakeDesk;

void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
    for (int round = 0; round < 4; ++round) // on a busy machine a layout may still be owed
        QCoreApplication::sendPostedEvents();
}

// A view in a state. Every one is drawn light and dark, small and large, in three languages.
struct View {
    QString name;
    std::function<void(MainWindow &, FakeDesk &)> prepare;
    FakeDesk::Content content = FakeDesk::Content::Sample;
};

struct Shot {
    View view;
    QString name;
    QSize size;
    double scale;
    Scheme scheme;
    QString language;
};

const QSize small(1280, 720);
const QSize usual(1440, 900);
const QSize large(1920, 1080); // at scale 2: 3840x2160

// A mail that passes on another one, with files, and something promised.
void showMailWithFiles(MainWindow &, FakeDesk &desk)
{
    desk.change(ConversationId{1}, [](ConversationView &view) {
        view.row.dueAt = QDateTime::currentDateTimeUtc().addSecs(3600);
        view.row.promise = QStringLiteral("I will write to you before noon.");
        view.cc = view.thread.front().cc = QStringLiteral("Bo Reed <bo@reed.example>");
        view.thread.front().forwardedFrom = QStringLiteral("Kim Holt <kim@holt.example>");
        view.thread.front().attachments = {
            {QStringLiteral("screen.png"), QStringLiteral("image/png"), 184'320, true, {}},
            {QStringLiteral("invoice-november.pdf"), QStringLiteral("application/pdf"), 91'000, true, {}},
            {QStringLiteral("recording.mp4"),
             QStringLiteral("video/mp4"),
             largestKeptAttachment * 2,
             false,
             {}}};
    });
}

void showUnknownSender(MainWindow &window, FakeDesk &desk)
{
    desk.customers = {
        {QStringLiteral("cus_7"), QStringLiteral("Nils Berg"), QStringLiteral("nils@berg.example"),
         QStringLiteral("Berg")},
        {QStringLiteral("cus_8"), QStringLiteral("Olga Ray"), QStringLiteral("olga@ray.example"), {}}};
    desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.customer.reset();
        view.probable = desk.customers.front();
    });
    window.inbox().inspector().setPage(Inspector::Customer);
    settle(80);
    window.findChild<QPushButton *>(QStringLiteral("chooseCustomer"))->click();
}

void showDecisions(MainWindow &window, FakeDesk &desk)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto add = [&](ActState state, const QString &by, const QString &customer, const QString &reason,
                         int hours) {
        DecisionRow row;
        row.customer = customer;
        row.effect = QStringLiteral("Refund 249.00 USD to card ending 4242 for INV-1050");
        row.state = state;
        row.by = by;
        row.reason = reason;
        row.requestedAt = row.decidedAt = now.addSecs(-3600 * hours);
        desk.decided.push_back(row);
    };
    add(ActState::Approved, QStringLiteral("Iris"), QStringLiteral("Mara Lind"), {}, 1);
    add(ActState::Denied, QStringLiteral("Robin"), QStringLiteral("Theo Okafor"),
        QStringLiteral("paid twice by the bank"), 5);
    add(ActState::Expired, {}, QStringLiteral("Priya Nair"), {}, 30);
    window.setRoom(Room::Approvals);
    window.findChild<QPushButton *>(QStringLiteral("approvalHistory"))->click();
}

QList<View> views()
{
    const auto room = [](Room target) {
        return [target](MainWindow &window, FakeDesk &) { window.setRoom(target); };
    };
    const auto page = [](Inspector::Page target) {
        return [target](MainWindow &window, FakeDesk &) { window.inbox().inspector().setPage(target); };
    };
    using Content = FakeDesk::Content;
    const QString s = QStringLiteral("refunds");
    return {
        {QStringLiteral("inbox"), {}},
        {QStringLiteral("customer"), page(Inspector::Customer)},
        {QStringLiteral("run"),
         [](MainWindow &window, FakeDesk &) {
             window.inbox().inspector().setPage(Inspector::Run);
             for (QPushButton *line : window.inbox().inspector().findChildren<QPushButton *>())
                 if (line->isCheckable() && line->property("kind").toString() == QStringLiteral("flatLine"))
                     line->click();
         }},
        {QStringLiteral("long-names"),
         [](MainWindow &window, FakeDesk &) { window.openConversation(ConversationId{4}); }},
        {QStringLiteral("escalated"),
         [](MainWindow &window, FakeDesk &) { window.openConversation(ConversationId{3}); }},
        {QStringLiteral("marked"),
         [](MainWindow &window, FakeDesk &) {
             for (int i = 0; i < 3; ++i) {
                 window.inbox().queue().toggleMark();
                 window.inbox().queue().step(1);
             }
         }},
        {QStringLiteral("search"),
         [](MainWindow &window, FakeDesk &) {
             window.findChild<QLineEdit *>(QStringLiteral("queueSearch"))->setText(QStringLiteral("invoice"));
         }},
        {QStringLiteral("filter"),
         [](MainWindow &window, FakeDesk &) {
             window.inbox().queue().setQuery(
                 {.category = Category::Technical, .sort = QueueSort::LongestWaiting});
         }},
        {QStringLiteral("sent"),
         [](MainWindow &window, FakeDesk &) {
             window.inbox().queue().step(1);
             settle(60);
             window.inbox().conversation().composer().send();
         }},
        {QStringLiteral("reject"),
         [](MainWindow &window, FakeDesk &) { window.inbox().conversation().composer().askRejection(); }},
        {QStringLiteral("error"),
         [](MainWindow &window, FakeDesk &desk) {
             window.inbox().queue().step(1);
             settle(60);
             desk.failure = Error{ErrorKind::Unavailable, QStringLiteral("no channel")};
             window.inbox().conversation().composer().send();
             desk.shownStatus.channels[0].state = PartState::Failed;
             desk.shownStatus.channels[0].detail = QStringLiteral("port 8790 is taken");
             Q_EMIT desk.statusChanged();
         }},
        {QStringLiteral("many"), {}, Content::Many},
        {QStringLiteral("nothing-found"),
         [](MainWindow &window, FakeDesk &) {
             window.findChild<QLineEdit *>(QStringLiteral("queueSearch"))->setText(QStringLiteral("zebra"));
         }},
        {QStringLiteral("first-run"), {}, Content::Empty},
        {QStringLiteral("approvals"), room(Room::Approvals)},
        {QStringLiteral("approvals-empty"), room(Room::Approvals), Content::Many},
        {QStringLiteral("approvals-history"), showDecisions},
        {QStringLiteral("mail-with-files"), showMailWithFiles},
        {QStringLiteral("unknown-sender"), showUnknownSender},
        {QStringLiteral("knowledge"), [s](MainWindow &window, FakeDesk &) { window.openArticle(s, 1); }},
        {QStringLiteral("knowledge-review"),
         [](MainWindow &window, FakeDesk &) {
             window.setRoom(Room::Knowledge);
             window.findChild<QToolButton *>(QStringLiteral("reviewArticles"))->click();
         }},
        {QStringLiteral("knowledge-review-error"),
         [](MainWindow &window, FakeDesk &desk) {
             desk.failure = Error{ErrorKind::Unavailable, QStringLiteral("the engine is still starting")};
             window.setRoom(Room::Knowledge);
             window.findChild<QToolButton *>(QStringLiteral("reviewArticles"))->click();
         }},
        {QStringLiteral("article-edit"),
         [](MainWindow &window, FakeDesk &) {
             window.setRoom(Room::Knowledge);
             window.findChild<QToolButton *>(QStringLiteral("newArticle"))->click();
         }},
        {QStringLiteral("learning"), room(Room::Learning)},
        {QStringLiteral("insights"), room(Room::Insights)},
        {QStringLiteral("settings"), room(Room::Settings)},
        {QStringLiteral("keys"),
         [](MainWindow &window, FakeDesk &) {
             window.setRoom(Room::Settings);
             window.findChild<SettingsView *>()->setPage(SettingsView::Keys);
         }},
        {QStringLiteral("snippets"),
         [](MainWindow &window, FakeDesk &) {
             window.showSnippets();
             settle(60);
             auto *list = window.findChild<QListView *>(QStringLiteral("snippetList"));
             list->setCurrentIndex(list->model()->index(1, 0));
         }},
        {QStringLiteral("snippets-empty"), [](MainWindow &window, FakeDesk &) { window.showSnippets(); },
         Content::Empty},
        {QStringLiteral("models"),
         [](MainWindow &window, FakeDesk &desk) {
             desk.models.fill();
             desk.shownStatus.model = desk.models.view.models.front().state;
             Q_EMIT desk.statusChanged();
             window.showModels();
         }},
        {QStringLiteral("models-empty"), [](MainWindow &window, FakeDesk &) { window.showModels(); }},
        {QStringLiteral("models-new"),
         [](MainWindow &window, FakeDesk &) {
             window.showModels();
             window.findChild<QPushButton *>(QStringLiteral("firstModel"))->click();
         }},
        {QStringLiteral("palette"),
         [](MainWindow &window, FakeDesk &) {
             window.showPalette();
             const QString words[] = {QStringLiteral("esc"), QStringLiteral("eskal"), QStringLiteral("عرض")};
             const QString language = QLocale().name().left(2);
             window.findChild<QLineEdit *>(QStringLiteral("paletteField"))
                 ->setText(words[language == QStringLiteral("ar")   ? 2
                                 : language == QStringLiteral("de") ? 1
                                                                    : 0]);
         }},
        {QStringLiteral("help"), [](MainWindow &window, FakeDesk &) { window.showKeys(); }},
        {QStringLiteral("workspace-problem"), {}, Content::Empty},
    };
}

// The whole set: every view by scheme, size and language.
QList<Shot> everyShot()
{
    QList<Shot> shots;
    for (const View &view : views())
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            for (const bool isLarge : {false, true})
                for (const char *language : {"en", "de", "ar"}) {
                    const QString code = QString::fromLatin1(language);
                    shots.append(
                        {view,
                         QStringLiteral("%1-%2-%3-%4")
                             .arg(view.name,
                                  scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                  isLarge ? QStringLiteral("3840x2160") : QStringLiteral("1280x720"), code),
                         isLarge ? large : small, isLarge ? 2.0 : 1.0, scheme, code});
                }
    return shots;
}

// The pictures of docs/images: each view once, and the main one in each way.
QList<Shot> chosenShots()
{
    QList<Shot> shots;
    const QString en = QStringLiteral("en");
    for (const View &view : views())
        shots.append({view, view.name, small, 1.0, Scheme::Light, en});
    const auto add = [&shots](const QString &view, const QString &suffix, QSize size, double scale,
                              Scheme scheme, const QString &language) {
        for (const View &each : views())
            if (each.name == view)
                shots.append({each, view + suffix, size, scale, scheme, language});
    };
    const QString inbox = QStringLiteral("inbox");
    add(inbox, QStringLiteral("-1440x900"), usual, 1.0, Scheme::Light, en);
    add(inbox, QStringLiteral("-3840x2160"), large, 2.0, Scheme::Light, en);
    for (const QString &view :
         {inbox, QStringLiteral("palette"), QStringLiteral("knowledge"), QStringLiteral("settings")})
        add(view, QStringLiteral("-dark"), small, 1.0, Scheme::Dark, en);
    for (const QString &view : {inbox, QStringLiteral("settings"), QStringLiteral("knowledge")})
        for (const char *language : {"de", "ar"})
            add(view, QStringLiteral("-%1").arg(QString::fromLatin1(language)), small, 1.0, Scheme::Light,
                QString::fromLatin1(language));
    return shots;
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
    const QLocale locale(shot.language == QStringLiteral("en") ? QStringLiteral("en_GB") : shot.language);
    QLocale::setDefault(locale);
    if (translator.load(locale, QStringLiteral("helmdesk"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);
    QApplication::setLayoutDirection(locale.textDirection());
    Theme::instance().apply(app, shot.scheme);

    FakeDesk desk(shot.view.content);
    Test::FakeInsights insights;
    insights.view = Test::sampleInsights();
    desk.setSetting(QStringLiteral("ui.theme"), Json(shot.scheme == Scheme::Dark ? "dark" : "light"));
    std::unique_ptr<QWidget> window;
    if (shot.view.name == QStringLiteral("workspace-problem"))
        window = std::make_unique<WorkspaceProblem>(
            QStringLiteral("~/helmdesk"),
            Error{ErrorKind::TooNew, QStringLiteral("the database is of version 9, this program reads 2")});
    else
        window = std::make_unique<MainWindow>(desk, &insights);
    window->resize(shot.size);
    window->show();
    settle(120);
    if (auto *main = qobject_cast<MainWindow *>(window.get()); main && shot.view.prepare)
        shot.view.prepare(*main, desk);
    settle(shot.view.name == QStringLiteral("search") ? 400 : 200);
    const QImage image = indexed(draw(*window, shot.scale));
    return image.save(folder.filePath(shot.name + QStringLiteral(".png")), "PNG", 0);
}

} // namespace

// helmdesk_screenshots [--all] FOLDER [NAME...]
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
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool isWhole = arguments.removeAll(QStringLiteral("--all")) > 0;
    const QDir folder(arguments.isEmpty() ? QStringLiteral(".") : arguments.takeFirst());
    QTextStream err(stderr);
    if (!QDir().mkpath(folder.path())) {
        err << folder.path() << " cannot be made\n";
        return 1;
    }
    bool isWritten = true;
    for (const Shot &shot : isWhole ? everyShot() : chosenShots()) {
        if (!arguments.isEmpty() && !arguments.contains(shot.name))
            continue;
        if (write(shot, folder))
            continue;
        err << "cannot write " << shot.name << '\n';
        isWritten = false;
    }
    return isWritten ? 0 : 1;
}
