#pragma once

#include "app/Desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace Helmdesk
{

class InlineBar;
class SnippetModel;

// The snippets: the list of them, one open beside it to be changed, and what its placeholders mean. What was
// kept or deleted can be taken back while the bar says so. GUI thread.
class SnippetsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SnippetsPage(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    void filter(const QString &words);
    void begin(const QString &text = {}); // a new one
    void flush();                         // keeps what was changed and not kept yet, where it can be kept

private:
    QWidget *makeList();
    QWidget *makeEditor();
    QWidget *makePlaceholders();
    void showCurrent();
    void open(const Snippet &snippet);
    void updateState();
    bool isChanged() const;
    void save();
    void remove();
    // Keeps `after`; a failure says why and shows it again as a change of `before`.
    void store(const Snippet &after, const Snippet &before, const QString &done,
               std::function<void(qint64)> undo);
    void drop(const Snippet &snippet, const QString &done, std::function<void()> undo);
    void select(qint64 id);

    Desk &m_desk;
    Snippet m_open;                 // as it is stored
    std::optional<qint64> m_wanted; // to be opened with the next list
    InlineBar *m_bar = nullptr;
    SnippetModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_empty = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_revert = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace Helmdesk
