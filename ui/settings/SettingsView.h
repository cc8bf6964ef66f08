#pragma once

#include "app/Desk.h"
#include "settings/SettingWords.h"

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

class ActionRegistry;
class InlineBar;
class KeysPage;
class ModelsPage;
class SettingEditor;
class SnippetsPage;

// Every setting with its meaning, in groups, the keys of the commands, the snippets, and the language models.
// A change counts at once. GUI thread.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    enum Page { Settings, Keys, Snippets, Models };

    explicit SettingsView(Desk &desk, QWidget *parent = nullptr);
    void setActions(ActionRegistry &actions); // before the keys are shown
    void setPage(Page page);
    SnippetsPage &snippets() { return *m_snippets; }
    void refresh();
    void find(const QString &words); // narrows the page to what holds them

private:
    QWidget *makeHeader();
    QWidget *makeSettingsPage();
    void show(const std::vector<SettingRow> &rows);
    void build(const std::vector<SettingRow> &rows);
    void addCard(SettingGroup group, const std::vector<SettingRow> &rows);
    void filter();
    void store(const Desk::Reply<> &reply, const QString &name);

    Desk &m_desk;
    InlineBar *m_bar = nullptr;
    QLineEdit *m_search = nullptr;
    QButtonGroup *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_column = nullptr;
    KeysPage *m_keys = nullptr;
    SnippetsPage *m_snippets = nullptr;
    ModelsPage *m_models = nullptr;
    QMap<QString, SettingEditor *> m_editors;
    QList<QWidget *> m_cards;
    QWidget *m_nothing = nullptr; // said where a search finds no setting
};

} // namespace Helmdesk
