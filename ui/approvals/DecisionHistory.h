#pragma once

#include "app/Desk.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;
class QTreeView;

namespace Helmdesk
{

class DecisionModel;
class InlineBar;

// Who decided what and when: by state, time and words, and as a table for a spreadsheet.
class DecisionHistory : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionHistory(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    void exportTo(const QString &path);

Q_SIGNALS:
    void conversationChosen(Helmdesk::ConversationId id);

private:
    QWidget *makeFilter();
    DecisionQuery query() const;
    void chooseFile();

    Desk &m_desk;
    DecisionModel *m_model = nullptr;
    InlineBar *m_bar = nullptr;
    QComboBox *m_state = nullptr;
    QComboBox *m_days = nullptr;
    QLineEdit *m_text = nullptr;
    QPushButton *m_export = nullptr;
    QTimer *m_delay = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_table = nullptr;
    int m_generation = 0;
};

} // namespace Helmdesk
