#pragma once

#include "app/WritingRoom.h"

#include <QWidget>

class QAction;
class QLabel;
class QTextEdit;
class QPushButton;
class QToolButton;

namespace Helmdesk
{

class Desk;

// "Write for me": a model reworks what stands in the editor, or writes a reply from it. What comes takes its
// place as if it had been typed, so that the editor's own undo brings back what stood there, and nothing is
// sent. A line below the editor tells what goes on and what has to be looked at. GUI thread. Ownership: the
// editor outlives it.
class WritingHelp : public QWidget
{
    Q_OBJECT

public:
    WritingHelp(Desk &desk, QTextEdit &editor, QWidget *parent = nullptr);

    QToolButton *button() { return m_button; } // to be placed by who owns this
    void show(const ConversationView &view, bool isNote);
    bool isWriting() const { return m_isWriting; }
    void stop();

Q_SIGNALS:
    void failed(const Helmdesk::Error &error);
    void writingChanged(bool isWriting);

private:
    void fillMenu();
    void updateButton();
    void write(WritingVerb verb);
    void take(const Result<WrittenText> &written);
    void tell(const WrittenText &written);
    void markUnproven();
    void undo();
    void readWriter();

    Desk &m_desk;
    QTextEdit &m_editor;
    ConversationId m_id;
    QString m_language; // of the customer
    QString m_writer;   // the model that would write; empty: none
    bool m_isNote = false;
    bool m_isWriting = false;
    QString m_written; // what came last, while it stands in the editor
    QStringList m_unproven;
    QToolButton *m_button = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_act = nullptr; // stops, or brings back what stood there
};

} // namespace Helmdesk
