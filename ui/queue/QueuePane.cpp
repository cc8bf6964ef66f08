#include "queue/QueuePane.h"

#include "queue/QueueDelegate.h"
#include "queue/QueueFilter.h"
#include "queue/QueueTabs.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
QueuePane::QueuePane(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"queuePane"_s);
    setSurface(*this, "panel");
    m_model = new QueueModel(desk, this);
    auto *column = makeColumn(this);
    m_filter = new QueueFilter(this);
    column->addWidget(makeHeader());
    m_tabs = new QueueTabs(this);
    column->addWidget(m_tabs);
    column->addWidget(m_filter);
    makeList();
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
    column->addWidget(makeMarkBar());
    connect(m_tabs, &QueueTabs::viewChosen, this, &QueuePane::setView);
    connect(m_tabs, &QueueTabs::savedViewChosen, this,
            [this](const SavedView &view) { setQuery(view.query); });
    connect(m_tabs, &QueueTabs::savedViewDropped, this, [this](const QString &name) {
        whenDone(m_desk.removeView(name), this, [this](const Result<> &) { readViews(); });
    });
    connect(m_filter, &QueueFilter::queryChosen, this, &QueuePane::setQuery);
    connect(m_filter, &QueueFilter::nameChosen, this, [this](const QString &name) {
        whenDone(m_desk.saveView({name, m_model->query()}), this, [this, name](const Result<> &saved) {
            if (saved)
                m_bar->say(InlineBar::Kind::Ok, tr("Kept as the view \u201c%1\u201d").arg(name), 4000);
            else
                m_bar->say(InlineBar::Kind::Bad, Words::error(saved.error()));
            readViews();
            focusList();
        });
    });
    connect(m_model, &QueueModel::marksChanged, this, &QueuePane::showMarks);
    connect(m_model, &QueueModel::loaded, this, &QueuePane::showLoaded);
    connect(m_model, &QueueModel::failed, this,
            [this](const Error &error) { m_bar->say(InlineBar::Kind::Bad, Words::error(error)); });
}

QWidget *QueuePane::makeHeader()
{
    auto *header = new QWidget(this);
    setSurface(*header, "header");
    header->setFixedHeight(Measure::headerHeight);
    auto *row = makeRow();
    setMargins(*row, Measure::pad, 0, Measure::gap, 0);
    header->setLayout(row);
    m_search = new QLineEdit(header);
    m_search->setObjectName(u"queueSearch"_s);
    m_search->setPlaceholderText(tr("Search conversations"));
    m_search->setAccessibleName(tr("Search conversations"));
    makeSearchField(*m_search);
    m_search->installEventFilter(this);
    row->addWidget(m_search, 1);
    row->addWidget(m_filter->button());
    m_searchDelay = new QTimer(this);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(120);
    connect(m_searchDelay, &QTimer::timeout, this, &QueuePane::search);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        search();
        focusList();
        openFirst();
    });
    return header;
}

QWidget *QueuePane::makeMarkBar()
{
    m_markBar = new QWidget(this);
    m_markBar->setObjectName(u"markBar"_s);
    setSurface(*m_markBar, "footer");
    auto *row = makeRow();
    row->setContentsMargins(Measure::pad, 6, Measure::pad, 6);
    m_markBar->setLayout(row);
    m_markWords = new ElidedLabel;
    QPushButton *clear = makeButton(tr("Clear"), "flat");
    clear->setAccessibleName(tr("Clear the marks"));
    QPushButton *resolve = makeButton(tr("Resolve"), "", u"check"_s);
    resolve->setObjectName(u"resolveMarked"_s);
    resolve->setAccessibleName(tr("Resolve the marked conversations"));
    row->addWidget(m_markWords, 1);
    row->addWidget(clear);
    row->addWidget(resolve);
    connect(clear, &QPushButton::clicked, m_model, &QueueModel::clearMarks);
    connect(resolve, &QPushButton::clicked, this, &QueuePane::resolveMarkedRequested);
    m_markBar->hide();
    return m_markBar;
}

void QueuePane::makeList()
{
    m_stack = new QStackedWidget(this);
    m_list = new QListView(m_stack);
    m_list->setObjectName(u"queueList"_s);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePane::showCurrent);
    m_stack->addWidget(m_list);
}

void QueuePane::setView(QueueView view)
{
    QueueQuery query = m_model->query();
    query.view = view;
    query.search.clear();
    setQuery(query);
}

void QueuePane::setQuery(const QueueQuery &query)
{
    if (query.search.isEmpty() && !m_search->text().isEmpty()) {
        m_search->clear();
        m_searchDelay->stop();
        Q_EMIT searchChanged({});
    }
    m_tabs->setView(query.view);
    m_tabs->setSearching(!query.search.isEmpty());
    m_filter->setQuery(query);
    m_shown.reset();
    m_opensFirst = true;
    m_model->setQuery(query);
    readCounts();
    readViews();
}

void QueuePane::search()
{
    m_searchDelay->stop();
    QueueQuery query = m_model->query();
    const QString words = Words::asStored(m_search->text().trimmed());
    if (query.search == words)
        return;
    query.search = words;
    m_opensFirst = false; // what is open stays while one types
    m_tabs->setSearching(!words.isEmpty());
    Q_EMIT searchChanged(words);
    m_model->setQuery(query);
}

// Of what was searched for, as soon as that is known.
void QueuePane::openFirst()
{
    m_shown.reset();
    if (m_model->isLoading() || m_model->rowCount() == 0)
        m_opensFirst = true;
    else
        m_list->setCurrentIndex(m_model->index(0));
    showCurrent();
}

void QueuePane::refresh()
{
    m_model->refresh();
    readCounts();
}

void QueuePane::readCounts()
{
    whenDone(m_desk.counts(), this, [this](const Result<QueueCounts> &counts) {
        if (!counts)
            return; // the list says what is wrong
        m_tabs->setCounts(*counts);
        Q_EMIT countsChanged(*counts);
    });
}

void QueuePane::readViews()
{
    whenDone(m_desk.savedViews(), this, [this](const Result<std::vector<SavedView>> &views) {
        if (views)
            m_tabs->setSavedViews(*views);
    });
}

void QueuePane::toggleMark()
{
    if (const auto id = current())
        m_model->setMarked(*id, !m_model->isMarked(*id));
}

std::vector<ConversationId> QueuePane::marked() const
{
    return m_model->marked();
}

void QueuePane::showMarks(int count)
{
    m_markBar->setVisible(count > 0);
    m_markWords->setFullText(tr("%Ln marked", nullptr, count));
}

void QueuePane::markUpTo(const QModelIndex &index)
{
    const int from = std::max(0, m_list->currentIndex().row());
    for (int row = std::min(from, index.row()); row <= std::max(from, index.row()); ++row)
        if (const QueueRow *each = m_model->rowAt(row))
            m_model->setMarked(each->id, true);
}

// Ctrl and a click mark one row, Shift and a click all up to it; neither opens anything.
bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        focusList(); // letters are commands again; what was found stays
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(mouse->position().toPoint());
        const QueueRow *row = m_model->rowAt(index.row());
        if (row && mouse->modifiers().testFlag(Qt::ControlModifier)) {
            m_model->setMarked(row->id, !m_model->isMarked(row->id));
            return true;
        }
        if (row && mouse->modifiers().testFlag(Qt::ShiftModifier)) {
            markUpTo(index);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QString QueuePane::emptyWords() const
{
    if (!m_model->query().search.isEmpty())
        return tr("No conversation matches the search.");
    if (m_model->query().isFiltered())
        return tr("No conversation passes the filter.");
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
        return tr("Nothing waits for your approval.");
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
        if (!std::exchange(m_opensFirst, false))
            return;
        m_shown.reset();
        Q_EMIT nothingChosen();
        return;
    }
    m_stack->setCurrentWidget(m_list);
    // Only a view or a search that the operator chose opens something, never what comes in.
    if (std::exchange(m_opensFirst, false))
        m_list->setCurrentIndex(m_model->index(0));
    else if (const int row = m_shown ? m_model->rowOf(*m_shown) : -1; row >= 0 && current() != m_shown)
        m_list->setCurrentIndex(m_model->index(row));
}

void QueuePane::open(ConversationId id)
{
    m_opensFirst = false;
    if (const int row = m_model->rowOf(id); row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        return;
    }
    m_list->selectionModel()->clear(); // its row comes with it
    m_shown = id;
    Q_EMIT conversationChosen(id);
}

void QueuePane::showOpen(const QueueRow &row)
{
    if (m_opensFirst || m_shown != row.id)
        return; // another one was chosen meanwhile
    m_model->setOpen(row);
    m_stack->setCurrentWidget(m_list);
    if (current() != row.id)
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(row.id)));
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

std::optional<ConversationId> QueuePane::after(ConversationId id) const
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return std::nullopt;
    const QueueRow *next = m_model->rowAt(row + 1);
    if (!next)
        next = m_model->rowAt(row - 1);
    return next ? std::optional(next->id) : std::nullopt;
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
