#pragma once

#include "app/ReplyRoom.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QImage;
class QLabel;
class QMimeData;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace Helmdesk
{

class Desk;
class ReplyEditor;

// The files that go with the reply: chosen, pasted into the editor, or dropped on the composer. Each is
// stored at once. What is written without a file that it speaks of is asked about before it leaves. GUI
// thread. Ownership: the editor outlives it.
class ReplyFiles : public QWidget
{
    Q_OBJECT

public:
    ReplyFiles(Desk &desk, ReplyEditor &editor, QWidget &composer);

    QToolButton *button() { return m_button; }    // to be placed by who owns this
    void show(const ConversationView &view);      // as it was read; what is being stored is newer
    void setNote(bool isNote);                    // a note has no files
    bool isBusy() const { return m_running > 0; } // something is being stored
    // False for a reply that speaks of an attachment and has none: it is asked about here, once for each
    // text.
    bool mayLeave(const QString &text);
    void add(const QStringList &paths);
    void addPicture(const QImage &picture);
    const std::vector<BegunFile> &files() const { return m_files; }

    // Whether the words speak of something that is attached, in the languages that the desk serves.
    static bool speaksOfAttachment(const QString &text);

Q_SIGNALS:
    void failed(const Helmdesk::Error &error);
    void settled();       // nothing is being stored any more
    void sendRequested(); // the reply as it is

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeRow(const BegunFile &file);
    void choose();
    void change(const ReplyRoom::Reply<BegunReply> &reply);
    void fill();
    void preview(const BegunFile &file);

    Desk &m_desk;
    QWidget &m_composer;
    ConversationId m_id;
    std::vector<BegunFile> m_files;
    bool m_isNote = false;
    int m_running = 0;
    QString m_asked; // the text that was asked about
    QToolButton *m_button = nullptr;
    QScrollArea *m_area = nullptr;
    QBoxLayout *m_rows = nullptr;
    QLabel *m_total = nullptr;
    QWidget *m_question = nullptr;
};

} // namespace Helmdesk
