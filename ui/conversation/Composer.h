#pragma once

#include "app/Desk.h"
#include "conversation/UndoStrip.h"

#include <QElapsedTimer>
#include <QHash>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QToolButton;

namespace Helmdesk
{

class Chip;
class ElidedLabel;
class ReplyEditor;
class ReplyFiles;
class ReplyPeople;
class WritingHelp;

// Where a reply is written: filled with the draft of Helmdesk where there is one. What is typed is saved a
// moment later and when the conversation changes. GUI thread.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(Desk &desk, QWidget *parent = nullptr);

    void show(const ConversationView &view);
    void clear();
    // Another conversation was chosen: until the next show() nothing is sent, and what is typed after
    // focusEditor() is meant for that one.
    void hold();
    void flush(); // saves the reply or note that was typed and not saved yet
    // Calls `act` when all that was typed is stored; not at all where that fails, which failed() tells.
    void whenSaved(std::function<void()> act);

    void send();
    bool isSending() const { return m_isSending; }
    void toggleNote();
    void askRejection();
    void focusEditor();
    void openSnippets();
    void setText(const QString &text); // as if it had been typed
    QString text() const;
    // How long after a sending another one is taken for the same press of the key.
    void setRepeatPause(int milliseconds) { m_repeatPauseMs = milliseconds; }
    ReplyEditor &editor() { return *m_editor; }

Q_SIGNALS:
    void sent(Helmdesk::ConversationId id, const Helmdesk::SentReply &reply,
              const Helmdesk::SentWords &words);
    void changed(); // the conversation has to be read again
    void rejected(const Helmdesk::TurnBefore &before);
    void left(); // nothing more is to be typed here: the keys go elsewhere
    void failed(const Helmdesk::Error &error);
    void citationChosen(const Helmdesk::Citation &citation);
    void snippetsRequested();                 // to be changed
    void snippetOffered(const QString &text); // to be kept as a new one

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeWritePage();
    void leave();
    void setRejecting(bool isRejecting);
    bool isRejecting() const;
    void beginWithDraft();
    bool isOwnText() const; // nothing of the draft is left in it
    void finishSaving();
    QBoxLayout *makeLabelRow();
    QBoxLayout *makeButtonRow();
    QWidget *makeActRow();
    QWidget *makeRejectPage();
    std::vector<ApprovalView> actsOfSending() const;
    QString actWords() const; // what sending does besides; empty: nothing
    void write(const QString &wanted);
    QString replyBegun() const;
    void keepUnsent(ConversationId id, const QString &text);
    void showLabel(bool hasDraft);
    void showCitations(const std::vector<Citation> &citations);
    void updateState();
    void updateSend();
    void editorChanged();
    void saveNote();
    bool isWhole(const QString &text);
    void sendSettled();
    void reject();
    void fillSnippets();
    void insertSnippet(const Snippet &snippet);
    bool waitsForApproval() const;

    Desk &m_desk;
    ConversationView m_view;
    QString m_textBefore; // of the editor
    bool m_isNote = false;
    bool m_isFilling = false;
    bool m_isSending = false;
    bool m_isHeld = false;
    bool m_isUnsaved = false;
    bool m_isWrittenIn = false; // since it was opened or last sent
    int m_runningSaves = 0;
    ConversationId m_sendsSettled; // whose reply leaves when what goes with it is stored; invalid: none
    std::vector<std::function<void()>> m_afterSaving;
    int m_repeatPauseMs = 1000;
    QElapsedTimer m_sinceSent;
    QTimer *m_saveDelay = nullptr;
    QWidget *m_rejectPage = nullptr; // below the draft that it is about
    QWidget *m_buttonRow = nullptr;
    Chip *m_label = nullptr;
    QLabel *m_confidence = nullptr;
    QLabel *m_edited = nullptr;
    QLabel *m_tone = nullptr;
    ReplyEditor *m_editor = nullptr;
    WritingHelp *m_writing = nullptr;
    ReplyPeople *m_people = nullptr;
    ReplyFiles *m_files = nullptr;
    QWidget *m_citationRow = nullptr;
    QHBoxLayout *m_citations = nullptr;
    QWidget *m_actRow = nullptr;
    ElidedLabel *m_acts = nullptr;
    QPushButton *m_begin = nullptr;
    QToolButton *m_note = nullptr;
    QToolButton *m_snippets = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_send = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace Helmdesk
