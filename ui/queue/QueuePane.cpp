#include "queue/QueuePane.h"

#include "queue/QueueDelegate.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr QueueView shownViews[] = {QueueView::NeedsReview, QueueView::Escalated, QueueView::Mine,
                                    QueueView::Automatic, QueueView::All};

} // namespace

QueuePane::QueuePane(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"queuePane"_s);
    setSurface(*this, "panel");
    m_model = new QueueModel(desk, this);
    auto *column = makeColumn(this);
    column->addWidget(makeHeader());
    column->addWidget(makeTabs());
    m_bar = new InlineBar;
    column->addWidget(m_bar);
    makeList();
    column->addWidget(m_stack, 1);
    connect(m_model, &QueueModel::loaded, this, &QueuePane::showLoaded);
    connect(m_model, &QueueModel::failed, this,
            [this](const Error &error) { m_bar->say(InlineBar::Kind::Bad, Words::error(error)); });
}

QWidget *QueuePane::makeHeader()
{
    auto *header = new QWidget;
    setSurface(*header, "header");
    header->setFixedHeight(Measure::headerHeight);
    auto *row = makeRow();
    row->setContentsMargins(Measure::pad, 0, Measure::pad, 0);
    header->setLayout(row);
    m_search = new QLineEdit;
    m_search->setObjectName(u"queueSearch"_s);
    m_search->setPlaceholderText(tr("Search conversations"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    row->addWidget(m_search);
    m_searchDelay = new QTimer(this);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(200);
    connect(m_searchDelay, &QTimer::timeout, this, &QueuePane::search);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        search();
        focusList();
    });
    return header;
}

QWidget *QueuePane::makeTabs()
{
    auto *tabs = new QWidget;
    setSurface(*tabs, "header");
    auto *row = makeRow(0);
    row->setContentsMargins(6, 6, 6, 6);
    tabs->setLayout(row);
    for (const QueueView view : shownViews) {
        QPushButton *tab = makeButton(Words::view(view), "tab");
        tab->setCheckable(true);
        tab->setFont(Theme::font(0.94));
        connect(tab, &QPushButton::clicked, this, [this, view] { setView(view); });
        row->addWidget(tab);
        m_tabs.insert(view, tab);
    }
    row->addStretch(1);
    return tabs;
}

void QueuePane::makeList()
{
    m_list = new QListView;
    m_list->setObjectName(u"queueList"_s);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePane::showCurrent);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_list);
}

void QueuePane::setView(QueueView view)
{
    QueueQuery query = m_model->query();
    query.view = view;
    for (auto tab = m_tabs.cbegin(); tab != m_tabs.cend(); ++tab)
        tab.value()->setChecked(tab.key() == view);
    m_shown.reset();
    m_model->setQuery(query);
    whenDone(m_desk.counts(), this, [this](const Result<QueueCounts> &counts) {
        if (counts)
            showCounts(*counts);
    });
}

void QueuePane::search()
{
    m_searchDelay->stop();
    QueueQuery query = m_model->query();
    if (query.search == m_search->text().trimmed())
        return;
    query.search = m_search->text().trimmed();
    m_shown.reset();
    m_model->setQuery(query);
}

void QueuePane::refresh()
{
    m_model->refresh();
    whenDone(m_desk.counts(), this, [this](const Result<QueueCounts> &counts) {
        if (counts)
            showCounts(*counts);
    });
}

void QueuePane::showCounts(const QueueCounts &counts)
{
    for (auto tab = m_tabs.cbegin(); tab != m_tabs.cend(); ++tab) {
        const int count = counts.value(tab.key());
        const bool hasFigure = count > 0 && tab.key() != QueueView::All && tab.key() != QueueView::Automatic;
        const QString words = Words::view(tab.key());
        //: Name of a view of the queue and the number of conversations in it
        tab.value()->setText(hasFigure ? tr("%1 %2").arg(words).arg(count) : words);
        tab.value()->setAccessibleName(tr("%1, %n conversation(s)", nullptr, count).arg(words));
    }
    Q_EMIT countsChanged(counts);
}

QString QueuePane::emptyWords() const
{
    if (!m_model->query().search.isEmpty())
        return tr("No conversation here matches the search.");
    switch (m_model->query().view) {
    case QueueView::NeedsReview:
        return tr("Nothing waits for your review. Drafts of Helmdesk appear here.");
    case QueueView::Escalated:
        return tr("Nothing is escalated. Conversations that need a person appear here.");
    case QueueView::Mine:
        return tr("You have taken over no conversation.");
    case QueueView::Automatic:
        return tr("Nothing was answered automatically yet.");
    case QueueView::Approvals:
    case QueueView::All:
        break;
    }
    return tr("No conversation yet. New messages appear here.");
}

void QueuePane::showLoaded()
{
    if (m_empty) {
        m_stack->removeWidget(m_empty);
        m_empty->deleteLater();
        m_empty = nullptr;
    }
    if (m_model->rowCount() == 0) {
        m_empty = makeEmptyState(u"inbox"_s, emptyWords());
        m_stack->addWidget(m_empty);
        m_stack->setCurrentWidget(m_empty);
        m_shown.reset();
        Q_EMIT nothingChosen();
        return;
    }
    m_stack->setCurrentWidget(m_list);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void QueuePane::showCurrent()
{
    const auto id = current();
    if (!id || m_shown == id)
        return;
    m_shown = id;
    Q_EMIT conversationChosen(*id);
}

std::optional<ConversationId> QueuePane::current() const
{
    const QueueRow *row = m_model->rowAt(m_list->currentIndex().row());
    return row ? std::optional(row->id) : std::nullopt;
}

std::vector<ConversationId> QueuePane::selected() const
{
    std::vector<ConversationId> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        if (const QueueRow *row = m_model->rowAt(index.row()))
            ids.push_back(row->id);
    return ids;
}

void QueuePane::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last)));
    if (m_list->currentIndex().row() == last && m_model->canFetchMore({}))
        m_model->fetchMore({});
}

void QueuePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Helmdesk
