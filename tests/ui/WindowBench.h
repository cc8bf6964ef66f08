#pragma once

#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "MainWindow.h"
#include "queue/QueuePane.h"
#include "support/FakeDesk.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace Helmdesk::Test
{

// The console's window on a desk in memory, worked with keys and the mouse like a person does.
class WindowBench
{
public:
    explicit WindowBench(FakeDesk::Content content = FakeDesk::Content::Sample)
        : desk(content)
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        if (!Theme::instance().isApplied())
            Theme::instance().apply(*qApp, Scheme::Light);
        window = std::make_unique<MainWindow>(desk);
        window->show();
        window->activateWindow();
    }

    bool isReady()
    {
        return QTest::qWaitForWindowActive(window.get()) &&
               QTest::qWaitFor([this] { return opened().has_value() && !composer().text().isEmpty(); });
    }
    InboxPage &inbox() { return window->inbox(); }
    ConversationPane &pane() { return inbox().conversation(); }
    Composer &composer() { return pane().composer(); }
    QueuePane &queue() { return inbox().queue(); }
    // What is open and fully shown.
    std::optional<ConversationId> opened() { return pane().isLoading() ? std::nullopt : pane().current(); }
    std::optional<ConversationId> highlighted() { return queue().current(); }
    bool waitOpen(qint64 id)
    {
        return QTest::qWaitFor([&] { return opened() == ConversationId{id} && highlighted() == opened(); });
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }
    template <class Widget>
    Widget *find(const QString &name)
    {
        return window->findChild<Widget *>(name);
    }

    FakeDesk desk;
    std::unique_ptr<MainWindow> window;

private:
    QTemporaryDir m_settings;
};

} // namespace Helmdesk::Test
