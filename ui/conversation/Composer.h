#pragma once

#include "app/Desk.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace Helmdesk
{

class Chip;

// Where a reply is written: filled with the draft of Helmdesk where there is one. What is typed is saved a
// moment later and when the conversation changes. After sending, the place offers to undo for five seconds.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(Desk &desk, QWidget *parent = nullptr);

    void show(const ConversationView &view);
    void clear();
    void hold();  // nothing is sent until the next show()
    void flush(); // saves what was typed and not saved yet

    void send();
    void undo();
    void toggleNote();
    void askRejection();
    void focusEditor();
    QString text() const;
    bool isUndoOffered() const;

Q_SIGNALS:
    void changed(); // the conversation has to be read again
    void failed(const Helmdesk::Error &error);
    void citationChosen(const Helmdesk::Citation &citation);

private:
    QWidget *makeWritePage();
    QBoxLayout *makeLabelRow();
    QBoxLayout *makeButtonRow();
    QWidget *makeUndoPage();
    QWidget *makeRejectPage();
    void showDraft(const DraftView &draft);
    void showCitations(const std::vector<Citation> &citations);
    void fitEditor();
    void updateState();
    void editorChanged();
    void saveNote();
    void offerUndo(OutboxId item);
    void tickUndo();
    void reject();
    void fillSnippets();
    void insertSnippet(const Snippet &snippet);

    Desk &m_desk;
    ConversationView m_view;
    bool m_isNote = false;
    bool m_isFilling = false;
    bool m_isSending = false;
    bool m_isHeld = false;
    bool m_isUnsaved = false;
    OutboxId m_undoItem;
    int m_undoLeft = 0;
    QTimer *m_saveDelay = nullptr;
    QTimer *m_undoTimer = nullptr;
    QStackedWidget *m_stack = nullptr;
    Chip *m_label = nullptr;
    QLabel *m_confidence = nullptr;
    QLabel *m_edited = nullptr;
    QPlainTextEdit *m_editor = nullptr;
    QWidget *m_citationRow = nullptr;
    QHBoxLayout *m_citations = nullptr;
    QToolButton *m_note = nullptr;
    QToolButton *m_snippets = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_undo = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace Helmdesk
