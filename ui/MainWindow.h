#pragma once

#include "app/Desk.h"
#include "NavigationRail.h"
#include "theme/Theme.h"

#include <QHash>
#include <QMainWindow>

class QStackedWidget;
class QTimer;

namespace Helmdesk
{

class ActionRegistry;
class ApprovalsView;
class LearningPage;
class CommandPalette;
class FirstRunPage;
class InboxPage;
class InlineBar;
class InsightsPage;
class InsightsRoom;
class CalibrationRoom;
class ProposalRoom;
class ReplayRoom;
class BacktestPage;
class BacktestRoom;
class HealthPage;
class HealthRoom;
class KnowledgeView;
class SettingsView;
class StatusStrip;
class Tray;
enum class HealthPlace;
struct ConversationView;

// The window of the console: puts the rooms together and follows the settings that are about it. GUI thread;
// the desk outlives it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // Without insights there is no room of them.
    explicit MainWindow(Desk &desk, InsightsRoom *insights = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;
    void setReplay(ReplayRoom &room);     // before the settings are shown
    void setBacktest(BacktestRoom &room); // before the insights and the first run are shown
    void setHealth(HealthRoom &room);     // as the archive
    void setProposals(ProposalRoom &room);
    void setCalibration(CalibrationRoom &room); // before what was learnt is shown

    void setRoom(Room room);
    Room room() const { return m_room; }
    void keep(); // stores what was typed, the keys and the places of things
    void openConversation(ConversationId id);
    void showQueue(const QueueQuery &query);
    void goBack(); // from another room to the inbox as it was left, there to what was open before
    void openArticle(const QString &id, int passage = -1);
    void showPalette();
    void showKeys();
    void showSnippets();
    void showModels();
    void showMailboxes();
    void showBacktest();
    void showHealth();
    ActionRegistry &actionRegistry() { return *m_actions; }
    InboxPage &inbox() { return *m_inbox; }

Q_SIGNALS:
    void languageChosen(const QString &name); // as the setting says
    void painted(); // once: the window has been seen, and what is not needed for that may begin

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeRooms();
    // The rooms besides the inbox, each made when it is first asked for.
    template <class View, class... Rest>
    View &made(View *&room, Rest &&...rest);
    ApprovalsView &approvals();
    KnowledgeView &knowledge();
    LearningPage &learning();
    InsightsPage &insights();
    BacktestPage &backtest();
    HealthPage &health();
    void showPlace(HealthPlace place);
    SettingsView &settings();
    FirstRunPage &firstRun();
    void addActions();
    void addConversationActions();
    void addViewActions();
    void approveShown();
    bool isKeyOfTheInbox(const QAction &action, const QKeySequence &key) const;
    void showFirstRun();
    void flush();
    void keepPlaces(); // of the window and its panes
    void showTitle(const ConversationView &view);
    void showRoomTitle();
    void followSettings();
    void followStatus();
    void chooseScheme(const QString &name); // "system", "light", "dark"

    Desk &m_desk;
    InsightsRoom *m_insightsRoom;
    BacktestRoom *m_backtestRoom = nullptr;       // null: the archive of the team is not asked for
    HealthRoom *m_healthRoom = nullptr;           // null: there is no such page
    ReplayRoom *m_replayRoom = nullptr;           // null: the settings tell nothing of the past
    CalibrationRoom *m_calibrationRoom = nullptr; // null: there is no such page
    ProposalRoom *m_proposalRoom = nullptr;       // null: nothing is proposed
    ActionRegistry *m_actions = nullptr;
    enum class InboxKeys { None, Combined }; // which keys of a command of the inbox work in other rooms
    QHash<QString, InboxKeys> m_inboxKeys;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_rooms = nullptr;
    Room m_room = Room::Inbox;
    QString m_inboxTitle; // while a conversation is open there
    QTimer *m_placesDelay = nullptr;
    bool m_isPainted = false;
    bool m_isCounted = false; // the first counts have been looked at: is this a first run?
    QStackedWidget *m_inboxStack = nullptr;
    InboxPage *m_inbox = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    ApprovalsView *m_approvals = nullptr;
    LearningPage *m_learning = nullptr;
    InsightsPage *m_insights = nullptr;
    BacktestPage *m_backtest = nullptr;
    HealthPage *m_health = nullptr;
    KnowledgeView *m_knowledge = nullptr;
    SettingsView *m_settings = nullptr;
    StatusStrip *m_status = nullptr;
    Tray *m_tray = nullptr;
    InlineBar *m_banner = nullptr;
    QString m_trouble; // what the banner says, so that it is said once
    CommandPalette *m_palette = nullptr;
};

} // namespace Helmdesk
