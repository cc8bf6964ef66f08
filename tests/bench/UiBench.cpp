// Measures the console's window: helmdesk_ui_bench plain | start WORKSPACE | desk WORKSPACE
// "start" ends when the window can be used, for a profiler; "desk" scrolls and reads memory as well.
// Prints one JSON object. Times are milliseconds since the process was started, which the driver
// (ui_bench.py) gives as HELMDESK_STARTED_NS on the monotonic clock; without it, since main().

#include "app/EngineDesk.h"
#include "InboxPage.h"
#include "MainWindow.h"
#include "queue/QueuePane.h"
#include "theme/Theme.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <QApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QListView>
#include <QScrollBar>
#include <QTimer>
#include <QWindow>

using namespace Helmdesk;

namespace
{

qint64 g_started = 0;

qint64 nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double sinceStart()
{
    return double(nowNs() - g_started) / 1e6;
}

// Processor time of all threads, which tells more than the clock where others use the machine too.
double processorMilliseconds()
{
    return double(std::clock()) * 1000.0 / CLOCKS_PER_SEC;
}

// Calls once, after the widget's first paint has reached the screen.
class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget &widget, std::function<void()> call)
        : QObject(&widget)
        , m_call(std::move(call))
    {
        widget.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_call) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, std::exchange(m_call, {}));
        }
        return false;
    }

private:
    std::function<void()> m_call;
};

// Proportional share of the process in main memory, in MB (10^6 bytes); 0 where the system does not tell.
double proportionalMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').value(0).toDouble() * 1024 / 1e6;
    }
    return 0;
}

void print(const Json &figures)
{
    std::puts(toBytes(figures).constData());
    std::fflush(stdout);
}

Json spread(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values.empty() ? 0.0 : values[size_t(share * double(values.size() - 1))];
    };
    return {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1.0)}, {"frames", values.size()}};
}

int measurePlain(QApplication &)
{
    QWidget window;
    window.resize(1440, 900);
    new FirstPaint(window, [] {
        print({{"first_window_ms", sinceStart()}, {"first_window_cpu_ms", processorMilliseconds()}});
        QCoreApplication::quit();
    });
    window.show();
    return QCoreApplication::exec();
}

class DeskBench : public QObject
{
public:
    DeskBench(const QString &folder, bool isWhole)
        : m_folder(folder)
        , m_isWhole(isWhole)
    {
    }

    int run()
    {
        auto workspace = Workspace::open(m_folder, {.mail = MailDelivery::Folder});
        if (!workspace) {
            std::fprintf(stderr, "%s\n", qPrintable(workspace.error().detail));
            return 1;
        }
        EngineDeskOptions options;
        options.operatorName = QStringLiteral("Robin");
        EngineDesk desk(std::move(*workspace), options);
        MainWindow window(desk);
        m_desk = &desk;
        m_window = &window;
        new FirstPaint(window, [this] {
            m_figures["first_window_ms"] = sinceStart();
            m_figures["first_window_cpu_ms"] = processorMilliseconds();
        });
        connect(
            &window.inbox().queue().model(), &QueueModel::loaded, this, [this] { queueLoaded(); },
            Qt::SingleShotConnection);
        connect(&desk, &Desk::statusChanged, this, [this] { statusChanged(); });
        connect(&window, &MainWindow::painted, &desk, &EngineDesk::start); // as the program does
        window.resize(1440, 900);
        window.show();
        return QCoreApplication::exec();
    }

private:
    void queueLoaded()
    {
        new FirstPaint(*m_window->inbox().queue().list().viewport(), [this] {
            m_figures["usable_ms"] = sinceStart();
            m_isUsable = true;
            if (m_isWhole)
                goOn();
            else
                end();
        });
        m_window->inbox().queue().list().viewport()->update();
    }

    void statusChanged()
    {
        if (m_desk->status().engine != PartState::Ready || m_isEngineReady)
            return;
        m_isEngineReady = true;
        m_figures["engine_ready_ms"] = sinceStart();
        goOn();
    }

    // The encoder is used before memory is read: a search in the help centre encodes the question.
    void goOn()
    {
        if (!m_isUsable || !m_isEngineReady)
            return;
        auto *watcher = new QFutureWatcher<Result<std::vector<ArticleRow>>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            const auto found = watcher->result();
            m_figures["articles_found"] = found ? int(found->size()) : -1;
            auto &queue = m_window->inbox().queue();
            connect(
                &queue.model(), &QueueModel::loaded, this, [this] { scroll(); }, Qt::SingleShotConnection);
            queue.setView(QueueView::All);
        });
        watcher->setFuture(m_desk->articles(QStringLiteral("How do I export a board as CSV?")));
    }

    // One frame a turn of the event loop: pages of the model arrive in between, as for a hand on the wheel. A
    // frame is what the list does with the new position, and the painting that follows from it.
    void scroll()
    {
        m_window->installEventFilter(this); // Qt sends the wish to paint to one of the two
        m_window->windowHandle()->installEventFilter(this);
        moveOn();
    }

    void moveOn()
    {
        QScrollBar *bar = m_window->inbox().queue().list().verticalScrollBar();
        const auto started = nowNs();
        bar->setValue(bar->value() + 90);
        m_moveNs = nowNs() - started;
        m_isMoved = true;
        if (bar->value() == bar->maximum()) // the next page is not there yet: nothing is painted
            m_window->inbox().queue().list().viewport()->update();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest || m_isPainting || !m_isMoved)
            return false;
        m_isPainting = true;
        const auto started = nowNs();
        watched->event(event);
        m_frames.push_back(double(nowNs() - started + m_moveNs) / 1e6);
        m_isPainting = false;
        m_isMoved = false;
        constexpr size_t frames = 1500;
        if (m_frames.size() < frames)
            QTimer::singleShot(0, this, [this] { moveOn(); });
        else
            finish();
        return true;
    }

    void finish()
    {
        m_figures["scroll_ms"] = spread(m_frames);
        m_figures["rows_loaded"] = m_window->inbox().queue().model().rowCount();
        m_figures["pss_mb"] = proportionalMegabytes();
        end();
    }

    void end()
    {
        print(m_figures);
        QCoreApplication::quit();
    }

    QString m_folder;
    bool m_isWhole;
    EngineDesk *m_desk = nullptr;
    MainWindow *m_window = nullptr;
    Json m_figures = Json::object();
    std::vector<double> m_frames;
    qint64 m_moveNs = 0;
    bool m_isMoved = false;
    bool m_isPainting = false;
    bool m_isUsable = false;
    bool m_isEngineReady = false;
};

} // namespace

int main(int argc, char **argv)
{
    bool isGiven = false;
    g_started = qEnvironmentVariable("HELMDESK_STARTED_NS").toLongLong(&isGiven);
    if (!isGiven)
        g_started = nowNs();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("helmdesk-bench"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("plain"))
        return measurePlain(application);
    const bool isWhole = arguments.value(1) == QLatin1String("desk");
    if ((isWhole || arguments.value(1) == QLatin1String("start")) && arguments.size() == 3)
        return DeskBench(arguments[2], isWhole).run();
    std::fputs("helmdesk_ui_bench plain | start WORKSPACE | desk WORKSPACE\n", stderr);
    return 2;
}
