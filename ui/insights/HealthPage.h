#pragma once

#include "app/HealthRoom.h"
#include "insights/HealthWords.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace Helmdesk
{

class InlineBar;

// How the desk does: what is wrong, the worst first, with what to do about it, and below what works. Reads
// anew while it is seen. GUI thread; the room outlives it.
class HealthPage : public QWidget
{
    Q_OBJECT

public:
    explicit HealthPage(HealthRoom &room, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void backRequested();
    void placeRequested(Helmdesk::HealthPlace place);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void show(const HealthReport &report);
    void showTrouble(const std::vector<HealthFinding> &findings);
    void showWorking(const std::vector<HealthFinding> &findings);
    QWidget *makeCard(const HealthFinding &finding);

    HealthRoom &m_room;
    int m_generation = 0;
    QString m_shown; // all words, so that what has not changed is left alone
    QTimer *m_watch = nullptr;
    InlineBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_time = nullptr;
    QVBoxLayout *m_trouble = nullptr;
    QVBoxLayout *m_working = nullptr;
};

} // namespace Helmdesk
