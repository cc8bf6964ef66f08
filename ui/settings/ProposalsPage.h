#pragma once

#include "app/Desk.h"
#include "app/ProposalRoom.h"
#include "app/ReplayRoom.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QTreeWidget;
class QVBoxLayout;

namespace Helmdesk
{

class InlineBar;
class ProposalForm;

// Several settings at once: a form that tries them, those that were saved beside today's settings, the way
// into force and back, and what was done. GUI thread; the rooms outlive it.
class ProposalsPage : public QWidget
{
    Q_OBJECT

public:
    ProposalsPage(Desk &desk, ProposalRoom &room, ReplayRoom *replay, QWidget *parent = nullptr);
    void refresh();

private:
    void makeBody(QVBoxLayout &column);
    void readSettings(const QStringList &names);
    void tryOut();
    void save();
    void show(const ProposalsView &view);
    void showList(const ProposalsView &view);
    QWidget *makeCard(const ProposalsView::Row &row);
    void showComparison(const ProposalsView &view);
    void addLines(const ProposalComparison &comparison, std::optional<Category> category);
    void showHistory(const std::vector<ProposalEvent> &history);
    void askToApply(const Proposal &proposal, const QString &reason);
    void rollBack(const QString &name, ChangedSince changed);
    void remove(const QString &name);
    ProposalStep step(const QString &name, const QString &reason = {}) const;
    void fail(const Error &error);

    Desk &m_desk;
    ProposalRoom &m_room;
    ReplayRoom *m_replay; // null: nothing is told while one tries
    std::vector<SettingRow> m_rows;
    QSet<QString> m_left; // out of the comparison
    QStringList m_names;  // of the proposals
    InlineBar *m_bar = nullptr;
    ProposalForm *m_form = nullptr;
    QVBoxLayout *m_list = nullptr;
    QLabel *m_about = nullptr; // what the comparison looks at
    QTreeWidget *m_table = nullptr;
    QWidget *m_comparison = nullptr;
    QWidget *m_historyCard = nullptr;
    QVBoxLayout *m_history = nullptr;
};

} // namespace Helmdesk
