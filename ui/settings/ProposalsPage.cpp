#include "settings/ProposalsPage.h"

#include "Replies.h"
#include "settings/ProposalForm.h"
#include "settings/ProposalWords.h"
#include "settings/ReplayWords.h"
#include "settings/SettingWords.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QTreeWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int noticeMs = 8000;
constexpr size_t mostEvents = 20;

QFrame *addCard(QVBoxLayout &into, const QString &title, QVBoxLayout *&column)
{
    auto *card = new QFrame;
    setSurface(*card, "card");
    column = makeColumn(card, Measure::gapLarge, Measure::gapSmall);
    column->addWidget(makeLabel(title, 1.15, QFont::DemiBold));
    into.addWidget(card);
    return card;
}

QString decisionName(Decision decision)
{
    switch (decision) {
    case Decision::AutoSend:
        return ProposalsPage::tr("Leaves by itself");
    case Decision::NeedsReview:
        return ProposalsPage::tr("A draft for a person");
    case Decision::Escalated:
        return ProposalsPage::tr("Escalated");
    }
    return {};
}

} // namespace

ProposalsPage::ProposalsPage(Desk &desk, ProposalRoom &room, ReplayRoom *replay, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_room(room)
    , m_replay(replay)
{
    setObjectName(u"proposalsPage"_s);
    auto *outer = makeColumn(this);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(tr("Proposals"));
    makeBody(*makePageColumn(*area));
    outer->addWidget(area);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*area, InlineBar::Edge::Bottom);
}

void ProposalsPage::makeBody(QVBoxLayout &column)
{
    QVBoxLayout *inner = nullptr;
    addCard(column, tr("Proposals"), m_list);
    m_comparison = addCard(column, tr("Side by side"), inner);
    m_about = makeWrapped({}, 0.92);
    m_about->setProperty("tone", u"secondary"_s);
    inner->addWidget(m_about);
    m_table = new QTreeWidget;
    m_table->setObjectName(u"proposalComparison"_s);
    m_table->setAccessibleName(tr("Proposals side by side"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    inner->addWidget(m_table);
    m_form = new ProposalForm;
    column.addWidget(m_form);
    connect(m_form, &ProposalForm::changed, this, &ProposalsPage::tryOut);
    connect(m_form, &ProposalForm::saveRequested, this, &ProposalsPage::save);
    m_historyCard = addCard(column, tr("What was tried and applied"), inner);
    m_history = makeColumn(nullptr, 0, 4);
    inner->addLayout(m_history);
    column.addStretch(1);
    m_comparison->hide();
    m_historyCard->hide();
}

void ProposalsPage::refresh()
{
    QStringList compared;
    for (const QString &name : std::as_const(m_names)) {
        if (!m_left.contains(name))
            compared << name;
    }
    whenDone(m_room.view(compared), this, [this](const Result<ProposalsView> &view) {
        if (view)
            show(*view);
        else if (view.error().kind != ErrorKind::Cancelled)
            fail(view.error());
    });
}

void ProposalsPage::readSettings(const QStringList &names)
{
    whenDone(m_desk.settings(), this, [this, names](const Result<std::vector<SettingRow>> &rows) {
        if (!rows)
            return fail(rows.error());
        std::vector<SettingRow> own;
        std::ranges::copy_if(*rows, std::back_inserter(own),
                             [&](const SettingRow &row) { return names.contains(row.name); });
        m_rows = own;
        m_form->setRows(own);
    });
}

void ProposalsPage::tryOut()
{
    const std::vector<TriedSetting> tried = m_form->filled().settings;
    if (m_replay == nullptr || tried.empty())
        return;
    whenDone(m_replay->effectOf(tried), this, [this, tried](const Result<ReplayEffect> &effect) {
        if (effect && m_form->filled().settings == tried)
            m_form->say(ReplayWords::effect(*effect));
    });
}

void ProposalsPage::save()
{
    const FilledProposal filled = m_form->filled();
    NewProposal proposal{filled.name, {}, m_desk.operatorName(), filled.reason};
    for (const TriedSetting &setting : filled.settings)
        proposal.settings.push_back({setting.name, setting.value.is_string()
                                                       ? setting.value.get<QString>()
                                                       : QString::fromUtf8(toBytes(setting.value))});
    whenDone(m_room.save(proposal), this, [this](const Result<Proposal> &saved) {
        if (!saved)
            return fail(saved.error());
        m_form->clear();
        m_bar->say(
            InlineBar::Kind::Ok,
            tr("\u201c%1\u201d is saved. It counts once it is applied.").arg(Words::foreign(saved->name)),
            noticeMs);
        refresh();
    });
}

void ProposalsPage::show(const ProposalsView &view)
{
    QStringList names;
    for (const ProposalsView::Row &row : view.rows)
        names << row.proposal.name;
    const bool isNew = std::ranges::any_of(
        names, [this](const QString &name) { return !m_names.contains(name) && !m_left.contains(name); });
    m_names = names;
    if (isNew) // it belongs into the comparison
        return refresh();
    readSettings(view.settings);
    showList(view);
    showComparison(view);
    showHistory(view.history);
}

void ProposalsPage::showList(const ProposalsView &view)
{
    while (m_list->count() > 1) { // all but its title
        QLayoutItem *item = m_list->takeAt(1);
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    if (view.rows.empty()) {
        QLabel *nothing = makeWrapped(
            tr("None yet. Try several settings at once below and save them under a name: they are compared "
               "here with today's before anything changes."));
        nothing->setObjectName(u"noProposal"_s);
        nothing->setProperty("tone", u"secondary"_s);
        m_list->addWidget(nothing);
    }
    for (const ProposalsView::Row &row : view.rows)
        m_list->addWidget(makeCard(row));
}

QWidget *ProposalsPage::makeCard(const ProposalsView::Row &row)
{
    const Proposal &proposal = row.proposal;
    const QString shown = Words::foreign(proposal.name);
    auto *card = new QWidget;
    auto *column = makeColumn(card, 0, 4);
    column->addSpacing(4);
    column->addWidget(makeLine());
    column->addSpacing(4);
    auto *head = makeRow();
    auto *compared = new QCheckBox(shown);
    compared->setFont(Theme::font(1.0, QFont::DemiBold));
    compared->setObjectName(proposal.name + ".compared"_L1);
    compared->setAccessibleDescription(tr("Show it side by side"));
    compared->setChecked(!m_left.contains(proposal.name));
    connect(compared, &QCheckBox::toggled, this, [this, name = proposal.name](bool on) {
        if (on)
            m_left.remove(name);
        else
            m_left.insert(name);
        refresh();
    });
    head->addWidget(compared);
    if (row.isInForce)
        head->addWidget(makeSecondary(tr("in force")));
    head->addStretch(1);
    auto *reason = new QLineEdit;
    reason->setObjectName(proposal.name + ".reason"_L1);
    reason->setPlaceholderText(tr("Why now?"));
    reason->setAccessibleName(tr("Why \u201c%1\u201d is applied").arg(shown));
    reason->setMaximumWidth(260);
    if (row.isInForce)
        reason->hide();
    head->addWidget(reason, 1);
    QPushButton *act = makeButton(row.isInForce ? tr("Roll back") : tr("Apply"));
    act->setObjectName(proposal.name + (row.isInForce ? ".rollBack"_L1 : ".apply"_L1));
    act->setAccessibleName(row.isInForce ? tr("Roll \u201c%1\u201d back").arg(shown)
                                         : tr("Apply \u201c%1\u201d").arg(shown));
    head->addWidget(act);
    QToolButton *gone = makeIconButton(u"trash-2"_s, tr("Remove \u201c%1\u201d").arg(shown));
    gone->setObjectName(proposal.name + ".remove"_L1);
    head->addWidget(gone);
    column->addLayout(head);
    column->addWidget(makeWrapped(ProposalWords::settings(proposal.settings)));
    QLabel *why =
        makeWrapped(tr("%1: %2").arg(Words::foreign(proposal.author), Words::foreign(proposal.reason)), 0.92);
    why->setProperty("tone", u"secondary"_s);
    column->addWidget(why);
    connect(gone, &QToolButton::clicked, this, [this, name = proposal.name] { remove(name); });
    if (row.isInForce) {
        connect(act, &QPushButton::clicked, this,
                [this, name = proposal.name] { rollBack(name, ChangedSince::Refuse); });
    } else {
        act->setEnabled(false);
        connect(reason, &QLineEdit::textChanged, act,
                [act](const QString &text) { act->setEnabled(!text.trimmed().isEmpty()); });
        connect(act, &QPushButton::clicked, this,
                [this, proposal, reason] { askToApply(proposal, reason->text().trimmed()); });
    }
    return card;
}

void ProposalsPage::addLines(const ProposalComparison &comparison, std::optional<Category> category)
{
    const auto tallyOf = [&](const ComparedColumn &column) -> const ComparedTally & {
        return category ? column.byCategory[static_cast<size_t>(*category)] : column.total;
    };
    const auto line = [&](const QString &name, const auto &cell) {
        QStringList texts{name};
        for (const ComparedColumn &column : comparison.columns)
            texts << cell(tallyOf(column));
        auto *item = new QTreeWidgetItem(m_table, texts);
        for (int column = 1; column < texts.size(); ++column)
            item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
        return item;
    };
    QTreeWidgetItem *head =
        line(category ? Words::category(*category) : tr("All messages"),
             [](const ComparedTally &tally) { return Words::number(tally.runs - tally.notTold); });
    head->setFont(0, Theme::font(1.0, QFont::DemiBold));
    const bool isAutomatic = std::ranges::any_of(
        comparison.columns, [&](const ComparedColumn &column) { return tallyOf(column).automatic.runs > 0; });
    for (const Decision decision : {Decision::AutoSend, Decision::NeedsReview, Decision::Escalated}) {
        line(u"    "_s + decisionName(decision), [decision](const ComparedTally &tally) {
            return Words::number(tally.decisions[static_cast<size_t>(decision)]);
        });
        if (decision == Decision::AutoSend && isAutomatic)
            line(u"    "_s + tr("of it corrected by people"),
                 [](const ComparedTally &tally) { return ProposalWords::corrected(tally.automatic); });
    }
}

void ProposalsPage::showComparison(const ProposalsView &view)
{
    const ProposalComparison &comparison = view.comparison;
    m_comparison->setVisible(comparison.columns.size() > 1);
    if (comparison.columns.empty())
        return;
    m_table->clear();
    const qint64 runs = comparison.columns.front().total.runs;
    m_table->setVisible(runs > 0);
    m_about->setText(runs == 0 ? ReplayWords::nothingYet(view.days, comparison.notKept)
                               : tr("What each would have done to the %1 messages of the last %Ln days.",
                                    nullptr, view.days)
                                     .arg(Words::number(runs)));
    QStringList names{{}, tr("Today")};
    for (size_t column = 1; column < comparison.columns.size(); ++column)
        names << Words::foreign(comparison.columns[column].name);
    m_table->setColumnCount(static_cast<int>(names.size()));
    m_table->setHeaderLabels(names);
    for (int column = 1; column < names.size(); ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
    addLines(comparison, {});
    for (const Category category : allCategories) {
        if (comparison.columns.front().byCategory[static_cast<size_t>(category)].runs > 0)
            addLines(comparison, category);
    }
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    const int lines = m_table->topLevelItemCount();
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + lines * m_table->sizeHintForRow(0) +
                            Measure::gap);
}

void ProposalsPage::showHistory(const std::vector<ProposalEvent> &history)
{
    clearLayout(*m_history);
    m_historyCard->setVisible(!history.empty());
    for (size_t i = 0; i < std::min(history.size(), mostEvents); ++i)
        m_history->addWidget(makeWrapped(ProposalWords::event(history[i]), 0.92));
}

// What lets more leave without a person is said before it counts, as for a single setting.
void ProposalsPage::askToApply(const Proposal &proposal, const QString &reason)
{
    QStringList looser;
    for (const SettingRow &row : m_rows) {
        const auto value = proposal.settings.find(row.name.toStdString());
        if (value != proposal.settings.end() && SettingWords::loosens(row, *value))
            looser << SettingWords::textOf(row).title;
    }
    const QString shown = Words::foreign(proposal.name);
    QString question =
        tr("Apply \u201c%1\u201d?").arg(shown) + u' ' + ProposalWords::settings(proposal.settings) + u'.';
    if (!looser.isEmpty())
        question += u' ' + tr("More would leave without a person by: %1.").arg(looser.join(u", "_s));
    m_bar->ask(question, tr("Apply"), [this, name = proposal.name, reason, shown] {
        whenDone(m_room.apply(step(name, reason)), this,
                 [this, name, shown](const Result<ProposalEvent> &applied) {
                     if (!applied)
                         return fail(applied.error());
                     m_bar->say(InlineBar::Kind::Ok, tr("\u201c%1\u201d is in force.").arg(shown),
                                tr("Roll back"), [this, name] { rollBack(name, ChangedSince::Refuse); });
                     refresh();
                 });
    });
}

void ProposalsPage::rollBack(const QString &name, ChangedSince changed)
{
    whenDone(
        m_room.rollBack(step(name), changed), this, [this, name, changed](const Result<ProposalEvent> &back) {
            if (back) {
                m_bar->say(InlineBar::Kind::Ok,
                           tr("The settings have the values from before \u201c%1\u201d again.")
                               .arg(Words::foreign(name)),
                           noticeMs);
                refresh();
            } else if (back.error().kind == ErrorKind::Conflict && changed == ChangedSince::Refuse) {
                m_bar->ask(tr("This was not rolled back: %1. Put the values from before back all the same?")
                               .arg(back.error().detail),
                           tr("Roll back all the same"),
                           [this, name] { rollBack(name, ChangedSince::Overwrite); });
            } else {
                fail(back.error());
            }
        });
}

void ProposalsPage::remove(const QString &name)
{
    m_bar->ask(tr("Remove \u201c%1\u201d from the list? What it has changed stays as it is.")
                   .arg(Words::foreign(name)),
               tr("Remove"), [this, name] {
                   whenDone(m_room.remove(step(name)), this, [this](const Result<> &removed) {
                       if (!removed)
                           return fail(removed.error());
                       refresh();
                   });
               });
}

ProposalStep ProposalsPage::step(const QString &name, const QString &reason) const
{
    return {name, m_desk.operatorName(), reason};
}

void ProposalsPage::fail(const Error &error)
{
    const bool isSaid = error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::Conflict ||
                        error.kind == ErrorKind::Denied;
    m_bar->say(InlineBar::Kind::Bad,
               isSaid ? tr("This is not possible: %1").arg(error.detail) : Words::error(error));
}

} // namespace Helmdesk
