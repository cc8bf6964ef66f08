#include "approvals/DecisionHistory.h"

#include "approvals/DecisionModel.h"
#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

DecisionHistory::DecisionHistory(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"decisionHistory"_s);
    auto *column = makeColumn(this, Measure::gapSection, Measure::gapLarge);
    column->addWidget(makeFilter());
    m_model = new DecisionModel(this);
    m_table = new QTreeView(this);
    m_table->setObjectName(u"decisions"_s);
    m_table->setAccessibleName(tr("Decisions"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const std::array widths{140, 110, 120, 150, 360, 200};
    for (int each = 0; each < DecisionModel::ColumnCount; ++each)
        m_table->setColumnWidth(each, widths.at(static_cast<size_t>(each)));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(
        makeEmptyState(u"shield-check"_s,
                       tr("No decision matches. Approvals and denials are kept here with who made them.")));
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const DecisionRow *row = m_model->rowAt(index.row()); row && row->conversation.isValid())
            Q_EMIT conversationChosen(row->conversation);
    });
    connect(&desk, &Desk::conversationsChanged, this, [this] {
        if (isVisible())
            m_delay->start();
    });
}

QWidget *DecisionHistory::makeFilter()
{
    auto *filter = new QWidget(this);
    auto *row = makeRow();
    filter->setLayout(row);
    m_text = new QLineEdit;
    m_text->setObjectName(u"decisionSearch"_s);
    m_text->setPlaceholderText(tr("Customer, effect, reason or who decided"));
    m_text->setAccessibleName(m_text->placeholderText());
    makeSearchField(*m_text);
    m_state = new ChoiceBox;
    m_state->setObjectName(u"decisionState"_s);
    m_state->setAccessibleName(tr("Decision"));
    m_state->addItem(tr("All decisions"));
    for (const ActState state :
         {ActState::Approved, ActState::Denied, ActState::Expired, ActState::Withdrawn})
        m_state->addItem(Words::actState(state), static_cast<int>(state));
    m_days = new ChoiceBox;
    m_days->setObjectName(u"decisionDays"_s);
    m_days->setAccessibleName(tr("Time"));
    for (const int days : {7, 30, 365})
        m_days->addItem(tr("The last %Ln day(s)", nullptr, days), days);
    m_days->addItem(tr("All the time"), 0);
    m_days->setCurrentIndex(1);
    m_export = makeButton(tr("Export as CSV\u2026"), "", u"upload"_s);
    m_export->setObjectName(u"exportDecisions"_s);
    row->addWidget(m_text, 1);
    row->addWidget(m_state);
    row->addWidget(m_days);
    row->addWidget(m_export);
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(150);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &DecisionHistory::refresh);
    connect(m_state, &QComboBox::currentIndexChanged, this, &DecisionHistory::refresh);
    connect(m_days, &QComboBox::currentIndexChanged, this, &DecisionHistory::refresh);
    connect(m_export, &QPushButton::clicked, this, &DecisionHistory::chooseFile);
    return filter;
}

DecisionQuery DecisionHistory::query() const
{
    DecisionQuery query;
    if (const QVariant state = m_state->currentData(); state.isValid())
        query.state = static_cast<ActState>(state.toInt());
    query.days = m_days->currentData().toInt();
    query.text = m_text->text().trimmed();
    return query;
}

void DecisionHistory::refresh()
{
    const int generation = ++m_generation;
    whenDone(m_desk.decisions(query()), this, [this, generation](Result<std::vector<DecisionRow>> rows) {
        if (generation != m_generation)
            return;
        if (!rows) {
            m_bar->say(InlineBar::Kind::Bad, Words::error(rows.error()));
            return;
        }
        m_stack->setCurrentIndex(rows->empty() ? 1 : 0);
        m_export->setEnabled(!rows->empty());
        m_model->setRows(std::move(*rows));
    });
}

void DecisionHistory::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export decisions"), u"decisions.csv"_s, tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &DecisionHistory::exportTo);
    dialog->open();
}

void DecisionHistory::exportTo(const QString &path)
{
    whenDone(m_desk.exportDecisions(query(), path), this, [this, path](const Result<int> &rows) {
        if (rows)
            m_bar->say(InlineBar::Kind::Ok,
                       tr("%Ln decision(s) written to %1", nullptr, *rows).arg(Words::foreign(path)), 8000);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(rows.error()));
    });
}

} // namespace Helmdesk
