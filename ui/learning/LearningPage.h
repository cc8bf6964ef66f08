#pragma once

#include "app/Desk.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace Helmdesk
{

class CalibrationPage;
class CalibrationRoom;
class InlineBar;
class ViewHeader;

// What the router has learnt from corrections: what can be promised of it, its versions with a way back, and
// the contributions with a person's say over each.
class LearningPage : public QWidget
{
    Q_OBJECT

public:
    enum Page { Router, Calibration };

    explicit LearningPage(Desk &desk, QWidget *parent = nullptr);
    // Adds the page of the calibration. The room outlives the page.
    void setCalibration(CalibrationRoom &room);
    void setPage(Page page);
    void refresh();
    void learnNow();

Q_SIGNALS:
    void conversationRequested(ConversationId id);

private:
    QWidget *makeBody();
    void show(const LearningView &view);
    void showPromise(const LearningView &view);
    void showVersions(const std::vector<ModelVersion> &versions);
    void showContributions(const std::vector<Contribution> &contributions);
    void review(ReviewState state);
    void answer(const Desk::Reply<> &reply, const QString &done);

    Desk &m_desk;
    ViewHeader *m_header = nullptr;
    QStackedWidget *m_pages = nullptr;
    CalibrationPage *m_calibration = nullptr; // null without a room for it
    InlineBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_promise = nullptr;
    QLabel *m_evidence = nullptr;
    QLabel *m_new = nullptr;
    QVBoxLayout *m_versions = nullptr;
    QStackedWidget *m_table = nullptr; // of the contributions, or a word where there are none
    QTreeWidget *m_contributions = nullptr;
    QPushButton *m_learn = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_exclude = nullptr;
};

} // namespace Helmdesk
