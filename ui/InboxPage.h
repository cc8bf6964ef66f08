#pragma once

#include "app/Desk.h"

#include <QWidget>

class QSettings;
class QSplitter;
class QTimer;

namespace Helmdesk
{

class ConversationPane;
class Inspector;
class QueuePane;

// The inbox: queue, conversation and inspector side by side, and what goes between them.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPage(Desk &desk, QWidget *parent = nullptr);

    void start(); // reads the queue for the first time
    void open(ConversationId id);
    bool back(); // to the conversation that was open before; false: there is none
    void flush();
    void toggleInspector();
    void resolveSelected(); // what is marked, else the open conversation
    void setOpensNext(bool opensNext) { m_opensNext = opensNext; } // after a reply was sent
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

    QueuePane &queue() { return *m_queue; }
    ConversationPane &conversation() { return *m_conversation; }
    Inspector &inspector() { return *m_inspector; }

Q_SIGNALS:
    void citationChosen(const Helmdesk::Citation &citation);
    void countsChanged(const Helmdesk::QueueCounts &counts);
    void roomRequested(); // the inbox has something to show

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void noteChange(const QList<qint64> &ids);
    void tellEscalation(ConversationId id);
    void show(ConversationId id);
    void openNext(ConversationId sent);
    void resolve(const std::vector<ConversationId> &ids, bool resolved);
    void askOrResolve(const std::vector<ConversationId> &ids, bool resolved);
    void putBack(const PlacesBefore &places);
    int waitingIn(const std::vector<ConversationId> &ids) const; // calls that wait for a decision

    Desk &m_desk;
    QSplitter *m_splitter = nullptr;
    QueuePane *m_queue = nullptr;
    ConversationPane *m_conversation = nullptr;
    Inspector *m_inspector = nullptr;
    QTimer *m_refreshDelay = nullptr;
    std::vector<ConversationId> m_history; // what was open before, the latest last
    bool m_isGoingBack = false;
    bool m_isInspectorWanted = true;
    bool m_isNarrow = false; // no room for three panes
    bool m_opensNext = true;
};

} // namespace Helmdesk
