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

class InlineBar;

// What the router has learnt from corrections: what can be promised of it, its versions with a way back, and
// the contributions with a person's say over each.
class LearningPage : public QWidget
{
    Q_OBJECT

public:
    explicit LearningPage(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    void learnNow();

private:
    QWidget *makeBody();
    void show(const LearningView &view);
    void showPromise(const LearningView &view);
    void showVersions(const std::vector<ModelVersion> &versions);
    void showContributions(const std::vector<Contribution> &contributions);
    void review(ReviewState state);
    void answer(const Desk::Reply<> &reply, const QString &done);

    Desk &m_desk;
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
