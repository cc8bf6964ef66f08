#include "MainWindow.h"

#include "actions/ActionRegistry.h"
#include "actions/CommandPalette.h"
#include "actions/KeyHelp.h"
#include "approvals/ApprovalsView.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "FirstRunPage.h"
#include "InboxPage.h"
#include "insights/BacktestPage.h"
#include "insights/HealthPage.h"
#include "insights/InsightsPage.h"
#include "inspector/Inspector.h"
#include "knowledge/KnowledgeView.h"
#include "learning/LearningPage.h"
#include "queue/QueuePane.h"
#include "Replies.h"
#include "settings/SettingsView.h"
#include "snippets/SnippetsPage.h"
#include "StatusStrip.h"
#include "Tray.h"
#include "UiSettings.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/WheelGuard.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr auto geometryKey = "window/geometry"_L1;
constexpr int placesDelayMs = 1000; // after the last change of the window's place and size

Scheme schemeOf(const QString &name)
{
    return name == "light"_L1 ? Scheme::Light : name == "dark"_L1 ? Scheme::Dark : Scheme::System;
}

void applyScheme(Scheme scheme)
{
    if (!Theme::instance().isApplied() || Theme::instance().scheme() != scheme)
        Theme::instance().apply(*static_cast<QApplication *>(QCoreApplication::instance()), scheme);
}

constexpr QSize least(900, 560); // of the window

// The whole of a small screen, less the frame of a window; a screen too small for the window gives no size.
QSize firstSize(const QSize &available)
{
    constexpr QSize wished(1440, 900);
    constexpr QSize frame(8, 40);
    const QSize room = available - frame;
    const bool isRoom = room.width() >= least.width() && room.height() >= least.height();
    return isRoom ? wished.boundedTo(room) : wished;
}

} // namespace

MainWindow::MainWindow(Desk &desk, InsightsRoom *insights, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_insightsRoom(insights)
{
    if (!Theme::instance().isApplied())
        applyScheme(Scheme::System);
    setWindowTitle(tr("Helmdesk"));
    setMinimumSize(least);
    qApp->installEventFilter(new WheelGuard(this));
    m_actions = new ActionRegistry(*this);
    makeRooms();
    addActions();
    const QSettings stored = uiSettings();
    m_actions->loadKeys(stored);
    m_tray = new Tray(m_desk, *this);
    connect(m_tray, &Tray::conversationChosen, this, &MainWindow::openConversation);
    connect(m_tray, &Tray::healthChosen, this, &MainWindow::showHealth);

    if (!restoreGeometry(stored.value(geometryKey).toByteArray()))
        resize(firstSize(screen()->availableSize()));
    m_inbox->restore(stored);
    m_placesDelay = new QTimer(this);
    m_placesDelay->setSingleShot(true);
    m_placesDelay->setInterval(placesDelayMs);
    connect(m_placesDelay, &QTimer::timeout, this, &MainWindow::keepPlaces);
    connect(&m_desk, &Desk::statusChanged, this, &MainWindow::followStatus);
    connect(&m_desk, &Desk::settingsChanged, this, &MainWindow::followSettings);
    followStatus();
    followSettings();
    m_inbox->start();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeRooms()
{
    // From the window down: a widget that changes its parent after it was styled is styled once more.
    auto *central = new QWidget(this);
    setCentralWidget(central);
    auto *column = makeColumn(central);
    m_banner = new InlineBar(central);
    m_banner->setObjectName(u"banner"_s);
    column->addWidget(m_banner);
    auto *row = makeRow(0);
    column->addLayout(row, 1);
    m_rail = new NavigationRail(central);
    m_rail->setShown(Room::Insights, m_insightsRoom != nullptr);
    m_rooms = new QStackedWidget(central);
    row->addWidget(m_rail);
    row->addWidget(m_rooms, 1);
    m_status = new StatusStrip(central);
    column->addWidget(m_status);

    m_inboxStack = new QStackedWidget(m_rooms);
    m_rooms->addWidget(m_inboxStack); // the other rooms are made when they are first entered
    m_inbox = new InboxPage(m_desk, m_inboxStack);
    m_inboxStack->addWidget(m_inbox);

    connect(m_rail, &NavigationRail::roomChosen, this, &MainWindow::setRoom);
    connect(m_rail, &NavigationRail::paletteRequested, this, &MainWindow::showPalette);
    connect(m_inbox, &InboxPage::citationChosen, this,
            [this](const Citation &citation) { openArticle(citation.document, citation.chunk); });
    connect(m_inbox, &InboxPage::countsChanged, this, [this](const QueueCounts &counts) {
        m_rail->setBadge(Room::Inbox,
                         counts.value(QueueView::NeedsReview) + counts.value(QueueView::Escalated));
        m_rail->setBadge(Room::Approvals, counts.value(QueueView::Approvals));
        if (!std::exchange(m_isCounted, true) && counts.value(QueueView::All) == 0)
            showFirstRun();
    });
    connect(&m_desk, &Desk::conversationsChanged, this, [this] {
        if (m_firstRun && m_inboxStack->currentWidget() == m_firstRun)
            showFirstRun();
    });
    const Composer &composer = m_inbox->conversation().composer();
    connect(&composer, &Composer::snippetsRequested, this, &MainWindow::showSnippets);
    connect(&composer, &Composer::snippetOffered, this, [this](const QString &text) {
        showSnippets();
        m_settings->snippets().begin(text);
    });
    connect(&m_inbox->conversation(), &ConversationPane::shown, this, &MainWindow::showTitle);
    connect(&m_inbox->conversation(), &ConversationPane::cleared, this, [this] {
        m_inboxTitle.clear();
        showRoomTitle();
    });
}

// A room costs more to make and to style than all of the start should, and many a day passes without it.
template <class View, class... Rest>
View &MainWindow::made(View *&room, Rest &&...rest)
{
    if (!room) {
        room = new View(m_desk, m_rooms);
        m_rooms->addWidget(room);
        (rest(*room), ...);
    }
    return *room;
}

ApprovalsView &MainWindow::approvals()
{
    return made(m_approvals, [this](ApprovalsView &view) {
        connect(&view, &ApprovalsView::conversationChosen, this, &MainWindow::openConversation);
    });
}

KnowledgeView &MainWindow::knowledge()
{
    return made(m_knowledge);
}

LearningPage &MainWindow::learning()
{
    return made(m_learning, [this](LearningPage &page) {
        if (m_calibrationRoom != nullptr)
            page.setCalibration(*m_calibrationRoom);
        connect(&page, &LearningPage::conversationRequested, this, &MainWindow::openConversation);
    });
}

void MainWindow::setCalibration(CalibrationRoom &room)
{
    m_calibrationRoom = &room;
}

InsightsPage &MainWindow::insights()
{
    if (!m_insights) {
        m_insights = new InsightsPage(*m_insightsRoom, m_rooms);
        m_rooms->addWidget(m_insights);
        connect(m_insights, &InsightsPage::queueRequested, this, &MainWindow::showQueue);
        connect(m_insights, &InsightsPage::settingsRequested, this, [this] { setRoom(Room::Settings); });
        connect(m_insights, &InsightsPage::backtestRequested, this, &MainWindow::showBacktest);
        m_insights->setOffersBacktest(m_backtestRoom != nullptr);
        connect(m_insights, &InsightsPage::healthRequested, this, &MainWindow::showHealth);
        m_insights->setOffersHealth(m_healthRoom != nullptr);
    }
    return *m_insights;
}

BacktestPage &MainWindow::backtest()
{
    if (!m_backtest) {
        m_backtest = new BacktestPage(*m_backtestRoom, m_rooms);
        m_rooms->addWidget(m_backtest);
        connect(m_backtest, &BacktestPage::backRequested, this, [this] { setRoom(m_room); });
    }
    return *m_backtest;
}

// Lies over the room from which it was asked for.
void MainWindow::showBacktest()
{
    if (m_backtestRoom == nullptr)
        return;
    flush();
    m_rooms->setCurrentWidget(&backtest());
    m_backtest->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setBacktest(BacktestRoom &room)
{
    m_backtestRoom = &room;
    if (m_insights)
        m_insights->setOffersBacktest(true);
    if (m_firstRun)
        m_firstRun->setOffersBacktest(true);
}

HealthPage &MainWindow::health()
{
    if (!m_health) {
        m_health = new HealthPage(*m_healthRoom, m_rooms);
        m_rooms->addWidget(m_health);
        connect(m_health, &HealthPage::backRequested, this, [this] { setRoom(m_room); });
        connect(m_health, &HealthPage::placeRequested, this, &MainWindow::showPlace);
    }
    return *m_health;
}

// Lies over the room from which it was asked for.
void MainWindow::showHealth()
{
    if (m_healthRoom == nullptr)
        return;
    flush();
    m_rooms->setCurrentWidget(&health());
    m_health->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showPlace(HealthPlace place)
{
    switch (place) {
    case HealthPlace::None:
        break;
    case HealthPlace::Settings:
        setRoom(Room::Settings);
        m_settings->setPage(SettingsView::Settings);
        break;
    case HealthPlace::Mailboxes:
        showMailboxes();
        break;
    case HealthPlace::Models:
        showModels();
        break;
    case HealthPlace::Queue:
        setRoom(Room::Inbox);
        break;
    case HealthPlace::Learning:
        setRoom(Room::Learning);
        break;
    }
}

void MainWindow::setHealth(HealthRoom &room)
{
    m_healthRoom = &room;
    if (m_insights)
        m_insights->setOffersHealth(true);
    connect(&room, &HealthRoom::changed, this, &MainWindow::followStatus);
    connect(&room, &HealthRoom::alarmBegan, m_tray, &Tray::notifyAlarm);
    followStatus();
}

void MainWindow::setReplay(ReplayRoom &room)
{
    m_replayRoom = &room;
}

void MainWindow::setProposals(ProposalRoom &room)
{
    m_proposalRoom = &room;
}

SettingsView &MainWindow::settings()
{
    return made(m_settings, [this](SettingsView &view) {
        view.setActions(*m_actions);
        if (m_replayRoom != nullptr)
            view.setReplay(*m_replayRoom);
        if (m_proposalRoom != nullptr)
            view.setProposals(*m_proposalRoom);
        connect(&view, &SettingsView::conversationRequested, this, &MainWindow::openConversation);
    });
}

FirstRunPage &MainWindow::firstRun()
{
    if (m_firstRun)
        return *m_firstRun;
    m_firstRun = new FirstRunPage(m_desk, m_inboxStack);
    m_inboxStack->addWidget(m_firstRun);
    connect(m_firstRun, &FirstRunPage::knowledgeRequested, this, [this] {
        setRoom(Room::Knowledge);
        knowledge().importFiles();
    });
    connect(m_firstRun, &FirstRunPage::mailboxRequested, this, &MainWindow::showMailboxes);
    connect(m_firstRun, &FirstRunPage::backtestRequested, this, &MainWindow::showBacktest);
    m_firstRun->setOffersBacktest(m_backtestRoom != nullptr);
    connect(m_firstRun, &FirstRunPage::finished, this, [this] {
        m_inboxStack->setCurrentWidget(m_inbox);
        m_inbox->queue().refresh();
    });
    return *m_firstRun;
}

// The system shows the title in its list of windows, and reads it aloud.
void MainWindow::showTitle(const ConversationView &view)
{
    constexpr int longest = 80;
    const QString subject = view.row.subject.simplified().left(longest);
    //: Title of the window: the customer and what the open conversation is about
    m_inboxTitle = tr("%1: %2").arg(Words::person(view.row), subject);
    showRoomTitle();
}

void MainWindow::showRoomTitle()
{
    const QString room = NavigationRail::nameOf(m_room);
    setWindowTitle(m_room != Room::Inbox || m_inboxTitle.isEmpty() ? room : m_inboxTitle);
}

void MainWindow::setRoom(Room room)
{
    flush();
    m_rail->setRoom(room);
    m_room = room;
    showRoomTitle();
    switch (room) {
    case Room::Inbox:
        m_rooms->setCurrentWidget(m_inboxStack);
        m_inbox->queue().focusList();
        break;
    case Room::Approvals:
        m_rooms->setCurrentWidget(&approvals());
        m_approvals->refresh();
        m_approvals->setFocus(Qt::OtherFocusReason);
        break;
    case Room::Knowledge:
        m_rooms->setCurrentWidget(&knowledge());
        m_knowledge->refresh();
        m_knowledge->focusList();
        break;
    case Room::Learning:
        m_rooms->setCurrentWidget(&learning());
        m_learning->refresh();
        m_learning->setFocus(Qt::OtherFocusReason);
        break;
    case Room::Insights:
        m_rooms->setCurrentWidget(&insights());
        m_insights->refresh();
        m_insights->setFocus(Qt::OtherFocusReason);
        break;
    case Room::Settings:
        m_rooms->setCurrentWidget(&settings());
        m_settings->refresh();
        m_settings->setFocus(Qt::OtherFocusReason);
        break;
    }
}

void MainWindow::openConversation(ConversationId id)
{
    setRoom(Room::Inbox);
    m_inbox->open(id);
}

void MainWindow::showQueue(const QueueQuery &query)
{
    setRoom(Room::Inbox);
    m_inbox->queue().setQuery(query);
}

void MainWindow::goBack()
{
    if (m_room != Room::Inbox)
        setRoom(Room::Inbox);
    else
        m_inbox->back();
}

void MainWindow::showPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(*m_actions, m_desk, this);
        connect(m_palette, &CommandPalette::conversationChosen, this, &MainWindow::openConversation);
        connect(m_palette, &CommandPalette::articleChosen, this,
                [this](const QString &id) { openArticle(id); });
        connect(m_palette, &CommandPalette::settingChosen, this, [this](const QString &title) {
            setRoom(Room::Settings);
            m_settings->setPage(SettingsView::Settings);
            m_settings->find(title);
        });
    }
    m_palette->open();
}

void MainWindow::showKeys()
{
    auto *help = new KeyHelp(*m_actions, this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->open();
}

void MainWindow::showSnippets()
{
    setRoom(Room::Settings);
    m_settings->setPage(SettingsView::Snippets);
}

void MainWindow::showModels()
{
    setRoom(Room::Settings);
    m_settings->setPage(SettingsView::Models);
}

void MainWindow::showMailboxes()
{
    setRoom(Room::Settings);
    m_settings->setPage(SettingsView::Mailboxes);
}

void MainWindow::showFirstRun()
{
    whenDone(m_desk.isEmpty(), this, [this](const Result<bool> &empty) {
        if (empty && *empty)
            m_inboxStack->setCurrentWidget(&firstRun());
        else
            m_inboxStack->setCurrentWidget(m_inbox);
    });
}

void MainWindow::openArticle(const QString &id, int passage)
{
    setRoom(Room::Knowledge);
    knowledge().openArticle(id, passage);
}

void MainWindow::chooseScheme(const QString &name)
{
    applyScheme(schemeOf(name)); // at once; the setting follows
    whenDone(m_desk.setSetting(u"ui.theme"_s, Json(name)), this, [this](const Result<> &stored) {
        if (!stored)
            m_banner->say(InlineBar::Kind::Bad, Words::error(stored.error()));
    });
}

void MainWindow::followSettings()
{
    whenDone(m_desk.settings(), this, [this](const Result<std::vector<SettingRow>> &rows) {
        if (!rows)
            return; // the settings room says what is wrong
        for (const SettingRow &row : *rows) {
            if (row.name == "ui.theme"_L1 && row.value.is_string())
                applyScheme(schemeOf(row.value.get<QString>()));
            if (row.name == "ui.language"_L1 && row.value.is_string())
                Q_EMIT languageChosen(row.value.get<QString>());
            if (row.name == "ui.next_after_send"_L1 && row.value.is_boolean())
                m_inbox->setOpensNext(row.value.get<bool>());
        }
    });
}

// What does not work is said once, above the rooms, with what to do.
void MainWindow::followStatus()
{
    const DeskStatus status = m_desk.status();
    m_status->show(status);
    QString trouble;
    if (status.engine == PartState::Failed)
        trouble =
            tr("The engine did not start: %1. Messages are kept; you can read and write, and nothing is "
               "answered by itself.")
                .arg(Words::foreign(status.engineDetail));
    if (trouble.isEmpty() && !status.heldBack.isEmpty())
        //: The reason is a sentence of the engine that begins in lower case
        trouble = tr("Held back: %1.").arg(Words::foreign(status.heldBack));
    enum class Where { Settings, Mailboxes, Health } where = Where::Settings;
    for (const ChannelState &channel : status.channels)
        if (trouble.isEmpty() && channel.state == PartState::Failed) {
            const bool isMailbox = channel.name.startsWith("Mailbox "_L1);
            where = isMailbox ? Where::Mailboxes : Where::Settings;
            trouble =
                (isMailbox ? tr("%1 is not read: %2. Everything else works; what is wrong is mended in the "
                                "settings.")
                           : tr("%1 is offline: %2. Everything else works; change it in the settings, then "
                                "start Helmdesk again."))
                    .arg(Words::channelPart(channel.name), Words::foreign(channel.detail));
        }
    const QStringList standing = m_healthRoom != nullptr ? m_healthRoom->alarms() : QStringList();
    if (trouble.isEmpty() && !standing.isEmpty()) {
        where = Where::Health;
        QStringList alarms;
        for (const QString &key : standing)
            alarms << HealthWords::titleOfKey(key);
        //: The parts of the desk that are in trouble
        trouble = tr("Alarm: %1.").arg(QLocale().createSeparatedList(alarms));
    }
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    if (trouble.isEmpty()) {
        m_banner->hide();
        return;
    }
    const QString action = where == Where::Health ? tr("Open Health") : tr("Open the settings");
    m_banner->say(InlineBar::Kind::Warn, trouble, action, [this, where] {
        if (where == Where::Health)
            showHealth();
        else if (where == Where::Mailboxes)
            showMailboxes();
        else
            setRoom(Room::Settings);
    });
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
    room(u"room.learning"_s, tr("Go to what the router has learnt"), u"sparkles"_s, Room::Learning,
         Qt::Key_4);
    if (m_insightsRoom != nullptr)
        room(u"room.insights"_s, tr("Go to the insights"), u"chart-column"_s, Room::Insights, Qt::Key_5);
    room(u"room.settings"_s, tr("Go to the settings"), u"settings"_s, Room::Settings, Qt::Key_6);
    m_actions->add(u"router.learn"_s, view, tr("Let the router learn now"), u"sparkles"_s, {}, [this] {
        setRoom(Room::Learning);
        learning().learnNow();
    });
    m_actions->add(u"palette"_s, view, tr("Find a command"), u"command"_s, {QKeySequence(u"Ctrl+K"_s)},
                   [this] { showPalette(); });
    m_actions->add(u"keys"_s, view, tr("Show the keys"), u"keyboard"_s,
                   {QKeySequence(u"?"_s), QKeySequence(u"F1"_s)}, [this] { showKeys(); });
    m_actions->add(u"snippets"_s, view, tr("Edit the snippets"), u"text-quote"_s, {},
                   [this] { showSnippets(); });
    m_actions->add(u"models"_s, view, tr("Set up language models"), u"zap"_s, {}, [this] { showModels(); });
    m_actions->add(u"mailboxes"_s, view, tr("Connect the team\u2019s mailbox"), u"mail"_s, {},
                   [this] { showMailboxes(); });
    m_actions->add(u"health"_s, view, tr("See whether everything works"), u"shield-check"_s, {},
                   [this] { showHealth(); });
    m_actions->add(u"chat"_s, view, tr("Open the chat page"), u"message-circle"_s, {},
                   [this] { m_status->openChat(); });
    m_actions->add(u"inspector"_s, view, tr("Show or hide the inspector"), u"panel-right"_s,
                   {QKeySequence(u"Ctrl+I"_s)}, [this] { m_inbox->toggleInspector(); });
    m_actions->add(u"scheme.light"_s, view, tr("Light appearance"), u"sun"_s, {},
                   [this] { chooseScheme(u"light"_s); });
    m_actions->add(u"scheme.dark"_s, view, tr("Dark appearance"), u"moon"_s, {},
                   [this] { chooseScheme(u"dark"_s); });
    m_actions->add(u"scheme.system"_s, view, tr("Appearance of the system"), u"settings"_s, {},
                   [this] { chooseScheme(u"system"_s); });
    m_actions->add(u"quit"_s, view, tr("Quit Helmdesk"), u"x"_s,
                   QKeySequence::keyBindings(QKeySequence::Quit), [this] { close(); });
}

bool MainWindow::event(QEvent *event)
{
    const auto type = event->type();
    if (m_isPainted && (type == QEvent::Resize || type == QEvent::Move || type == QEvent::WindowStateChange))
        m_placesDelay->start(); // a session that ends at once closes nothing
    if (event->type() == QEvent::Paint && !std::exchange(m_isPainted, true))
        QMetaObject::invokeMethod(this, &MainWindow::painted, Qt::QueuedConnection);
    return QMainWindow::event(event);
}

// Keeps what was typed anywhere and not kept yet.
void MainWindow::flush()
{
    m_inbox->flush();
    if (m_settings)
        m_settings->snippets().flush();
    if (m_knowledge)
        m_knowledge->flush();
}

void MainWindow::keepPlaces()
{
    m_placesDelay->stop();
    QSettings stored = uiSettings();
    stored.setValue(geometryKey, saveGeometry());
    m_inbox->save(stored);
}

void MainWindow::keep()
{
    flush();
    keepPlaces();
    QSettings stored = uiSettings();
    m_actions->saveKeys(stored);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keep();
    event->accept();
}

} // namespace Helmdesk
