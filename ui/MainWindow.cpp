#include "MainWindow.h"

#include "actions/ActionRegistry.h"
#include "actions/CommandPalette.h"
#include "actions/KeyHelp.h"
#include "approvals/ApprovalsView.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "FirstRunPage.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "knowledge/KnowledgeView.h"
#include "queue/QueuePane.h"
#include "Replies.h"
#include "settings/SettingsView.h"
#include "StatusStrip.h"
#include "UiSettings.h"
#include "widgets/Parts.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto schemeKey = "window/scheme"_L1;

} // namespace

MainWindow::MainWindow(Desk &desk, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
{
    if (!Theme::instance().isApplied())
        setScheme(static_cast<Scheme>(uiSettings().value(schemeKey, 0).toInt()));
    setWindowTitle(tr("Helmdesk"));
    setMinimumSize(900, 560);
    m_actions = new ActionRegistry(*this);
    makeRooms();
    addActions();
    m_palette = new CommandPalette(*m_actions, this);

    const QSettings settings = uiSettings();
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        resize(1440, 900);
    m_inbox->restore(settings);
    connect(&m_desk, &Desk::statusChanged, this, [this] { m_status->show(m_desk.status()); });
    m_status->show(m_desk.status());
    m_inbox->start();
    showFirstRun();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeRooms()
{
    auto *central = new QWidget;
    auto *column = makeColumn(central);
    auto *row = makeRow(0);
    column->addLayout(row, 1);
    m_rail = new NavigationRail;
    m_rooms = new QStackedWidget;
    row->addWidget(m_rail);
    row->addWidget(m_rooms, 1);
    m_status = new StatusStrip;
    column->addWidget(m_status);
    setCentralWidget(central);

    m_inbox = new InboxPage(m_desk);
    m_firstRun = new FirstRunPage(m_desk);
    m_inboxStack = new QStackedWidget;
    m_inboxStack->addWidget(m_inbox);
    m_inboxStack->addWidget(m_firstRun);
    m_approvals = new ApprovalsView(m_desk);
    m_knowledge = new KnowledgeView(m_desk);
    m_settings = new SettingsView(m_desk);
    m_rooms->addWidget(m_inboxStack); // in the order of Room
    m_rooms->addWidget(m_approvals);
    m_rooms->addWidget(m_knowledge);
    m_rooms->addWidget(m_settings);

    connect(m_rail, &NavigationRail::roomChosen, this, &MainWindow::setRoom);
    connect(m_rail, &NavigationRail::paletteRequested, this, &MainWindow::showPalette);
    connect(m_inbox, &InboxPage::citationChosen, this,
            [this](const Citation &citation) { openArticle(citation.document, citation.chunk); });
    connect(m_inbox, &InboxPage::countsChanged, this, [this](const QueueCounts &counts) {
        m_rail->setBadge(Room::Inbox,
                         counts.value(QueueView::NeedsReview) + counts.value(QueueView::Escalated));
        m_rail->setBadge(Room::Approvals, counts.value(QueueView::Approvals));
    });
    connect(&m_inbox->conversation(), &ConversationPane::shown, this, &MainWindow::showTitle);
    connect(&m_inbox->conversation(), &ConversationPane::cleared, this,
            [this] { setWindowTitle(tr("Helmdesk")); });
    connect(m_approvals, &ApprovalsView::conversationChosen, this, &MainWindow::openConversation);
    connect(m_firstRun, &FirstRunPage::knowledgeRequested, this, [this] {
        setRoom(Room::Knowledge);
        m_knowledge->importFiles();
    });
    connect(m_firstRun, &FirstRunPage::finished, this, [this] {
        m_inboxStack->setCurrentWidget(m_inbox);
        m_inbox->queue().refresh();
    });
    connect(&m_desk, &Desk::conversationsChanged, this, [this] {
        if (m_inboxStack->currentWidget() == m_firstRun)
            showFirstRun();
    });
}

// The system shows the title in its list of windows, and reads it aloud.
void MainWindow::showTitle(const ConversationView &view)
{
    constexpr int longest = 80;
    const QString subject = view.row.subject.simplified().left(longest);
    //: Title of the window: the customer and what the open conversation is about
    setWindowTitle(view.row.customer.isEmpty() ? subject : tr("%1: %2").arg(view.row.customer, subject));
}

void MainWindow::setRoom(Room room)
{
    m_inbox->flush();
    m_rail->setRoom(room);
    m_rooms->setCurrentIndex(static_cast<int>(room));
    switch (room) {
    case Room::Inbox:
        m_inbox->queue().focusList();
        break;
    case Room::Approvals:
        m_approvals->refresh();
        break;
    case Room::Knowledge:
        m_knowledge->refresh();
        m_knowledge->focusList();
        break;
    case Room::Settings:
        m_settings->refresh();
        break;
    }
}

void MainWindow::openConversation(ConversationId id)
{
    setRoom(Room::Inbox);
    m_inbox->open(id);
}

void MainWindow::showPalette()
{
    m_palette->open();
}

void MainWindow::showKeys()
{
    auto *help = new KeyHelp(*m_actions, this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->open();
}

void MainWindow::showFirstRun()
{
    whenDone(m_desk.isEmpty(), this, [this](const Result<bool> &empty) {
        m_inboxStack->setCurrentWidget(empty && *empty ? static_cast<QWidget *>(m_firstRun) : m_inbox);
    });
}

void MainWindow::openArticle(const QString &id, int passage)
{
    setRoom(Room::Knowledge);
    m_knowledge->openArticle(id, passage);
}

void MainWindow::setScheme(Scheme scheme)
{
    Theme::instance().apply(*static_cast<QApplication *>(QCoreApplication::instance()), scheme);
}

void MainWindow::chooseScheme(Scheme scheme)
{
    setScheme(scheme);
    uiSettings().setValue(schemeKey, static_cast<int>(scheme));
}

void MainWindow::addActions()
{
    addConversationActions();
    addViewActions();
}

void MainWindow::addViewActions()
{
    const QString view = tr("Window");
    const auto room = [&](const QString &id, const QString &text, const QString &iconName, Room target,
                          int key) {
        m_actions->add(id, view, text, iconName,
                       {QKeySequence(Qt::ControlModifier | static_cast<Qt::Key>(key))},
                       [this, target] { setRoom(target); });
    };
    room(u"room.inbox"_s, tr("Go to the inbox"), u"inbox"_s, Room::Inbox, Qt::Key_1);
    room(u"room.approvals"_s, tr("Go to the approvals"), u"shield-check"_s, Room::Approvals, Qt::Key_2);
    room(u"room.knowledge"_s, tr("Go to the knowledge"), u"book-open"_s, Room::Knowledge, Qt::Key_3);
    room(u"room.settings"_s, tr("Go to the settings"), u"settings"_s, Room::Settings, Qt::Key_4);
    m_actions->add(u"palette"_s, view, tr("Find a command"), u"command"_s, {QKeySequence(u"Ctrl+K"_s)},
                   [this] { showPalette(); });
    m_actions->add(u"keys"_s, view, tr("Show the keys"), u"keyboard"_s,
                   {QKeySequence(u"?"_s), QKeySequence(u"F1"_s)}, [this] { showKeys(); });
    m_actions->add(u"inspector"_s, view, tr("Show or hide the inspector"), u"panel-right"_s,
                   {QKeySequence(u"Ctrl+I"_s)}, [this] { m_inbox->toggleInspector(); });
    m_actions->add(u"scheme.light"_s, view, tr("Light appearance"), u"sparkles"_s, {},
                   [this] { chooseScheme(Scheme::Light); });
    m_actions->add(u"scheme.dark"_s, view, tr("Dark appearance"), u"moon"_s, {},
                   [this] { chooseScheme(Scheme::Dark); });
    m_actions->add(u"scheme.system"_s, view, tr("Appearance of the system"), u"settings"_s, {},
                   [this] { chooseScheme(Scheme::System); });
    m_actions->add(u"quit"_s, view, tr("Quit Helmdesk"), u"x"_s,
                   QKeySequence::keyBindings(QKeySequence::Quit), [this] { close(); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_inbox->flush();
    QSettings settings = uiSettings();
    settings.setValue(geometryKey, saveGeometry());
    m_inbox->save(settings);
    event->accept();
}

} // namespace Helmdesk
