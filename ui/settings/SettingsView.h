#pragma once

#include "app/Desk.h"
#include "app/ReplayRoom.h"
#include "settings/SettingWords.h"

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

class ActionRegistry;
class InlineBar;
class KeysPage;
class MailboxesPage;
class ModelsPage;
class ProposalRoom;
class ProposalsPage;
class ViewHeader;
class SettingEditor;
class SnippetsPage;
struct ChosenSetting;

// Every setting with its meaning, in groups, the keys of the commands, the snippets, the language models and
// the mailboxes. A change counts at once. GUI thread.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    enum Page { Settings, Keys, Snippets, Models, Mailboxes, Proposals };

    explicit SettingsView(Desk &desk, QWidget *parent = nullptr);
    void setActions(ActionRegistry &actions); // before the keys are shown
    // From then on each threshold and mode tells what it would have done. The room outlives the view.
    void setReplay(ReplayRoom &room);
    // After the replay: a page where several settings are tried at once. The room outlives the view.
    void setProposals(ProposalRoom &room);
    void setPage(Page page);
    SnippetsPage &snippets() { return *m_snippets; }
    void refresh();
    void find(const QString &words); // narrows the page to what holds them

Q_SIGNALS:
    void conversationRequested(ConversationId id);

private:
    QWidget *makeHeader();
    void addTab(const QString &name, Page page);
    QWidget *makeSettingsPage();
    void show(const std::vector<SettingRow> &rows);
    void build(const std::vector<SettingRow> &rows);
    void addCard(SettingGroup group, const std::vector<SettingRow> &rows);
    void filter();
    void readOutlook();
    void showOutlook(const ReplayOutlook &outlook);
    void tryOut(const ChosenSetting &tried);
    void store(const Desk::Reply<> &reply, const QString &name);

    Desk &m_desk;
    ReplayRoom *m_replay = nullptr; // null: nothing is told of the past
    QStringList m_replayable;       // the settings that can be tried
    QString m_tried;                // that is being tried; empty: none
    QLabel *m_history = nullptr;
    InlineBar *m_bar = nullptr;
    QLineEdit *m_search = nullptr;
    ViewHeader *m_header = nullptr;
    QButtonGroup *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_column = nullptr;
    KeysPage *m_keys = nullptr;
    SnippetsPage *m_snippets = nullptr;
    ModelsPage *m_models = nullptr;
    MailboxesPage *m_mailboxes = nullptr;
    ProposalsPage *m_proposals = nullptr; // null without a room for it
    QMap<QString, SettingEditor *> m_editors;
    QList<QWidget *> m_cards;
    QWidget *m_nothing = nullptr; // said where a search finds no setting
};

} // namespace Helmdesk
