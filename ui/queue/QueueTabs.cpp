#include "queue/QueueTabs.h"

#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLocale>
#include <QMenu>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr QueueView order[] = {QueueView::NeedsReview, QueueView::Escalated, QueueView::Approvals,
                               QueueView::Mine,        QueueView::All,       QueueView::Automatic};

} // namespace

QueueTabs::QueueTabs(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"queueTabs"_s);
    setSurface(*this, "header");
    auto *row = makeRow(2);
    row->setContentsMargins(Measure::gap, 6, Measure::gap, 6);
    setLayout(row);
    for (const QueueView view : order) {
        QPushButton *tab = makeButton({}, "tab");
        tab->setCheckable(true);
        tab->setFont(Theme::font(0.94));
        connect(tab, &QPushButton::clicked, this, [this, view] { Q_EMIT viewChosen(view); });
        row->addWidget(tab);
        m_tabs.insert(view, tab);
        label(view);
    }
    row->addStretch(1);
    m_more = makeIconButton(u"chevron-down"_s, tr("All views"));
    m_more->setObjectName(u"moreViews"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(m_more);
    m_more->setMenu(m_menu);
    row->addWidget(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &QueueTabs::fillMenu);
    setView(QueueView::NeedsReview);
}

void QueueTabs::label(QueueView view)
{
    const int count = m_counts.value(view);
    const QString words = Words::view(view);
    //: Name of a view of the queue and the number of conversations in it
    m_tabs[view]->setText(count > 0 ? tr("%1 %2").arg(words, QLocale().toString(count)) : words);
    m_tabs[view]->setAccessibleName(tr("%1, %Ln conversation(s)", nullptr, count).arg(words));
}

void QueueTabs::setView(QueueView view)
{
    m_view = view;
    for (auto tab = m_tabs.cbegin(); tab != m_tabs.cend(); ++tab)
        tab.value()->setChecked(tab.key() == view);
    arrange();
}

void QueueTabs::setSearching(bool isSearching)
{
    for (auto tab = m_tabs.cbegin(); tab != m_tabs.cend(); ++tab)
        tab.value()->setChecked(!isSearching && tab.key() == m_view);
}

void QueueTabs::setCounts(const QueueCounts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    for (const QueueView view : order)
        label(view);
    arrange();
}

void QueueTabs::setSavedViews(const std::vector<SavedView> &views)
{
    m_saved = views;
}

// The widest first part of the order that fits beside the chosen view.
void QueueTabs::arrange()
{
    if (!testAttribute(Qt::WA_WState_Polished))
        return; // the first resize comes after that
    const int room = width() - 2 * Measure::gap - m_more->sizeHint().width() - 2;
    int used = m_tabs[m_view]->sizeHint().width();
    bool isFull = false;
    for (const QueueView view : order) {
        QPushButton *tab = m_tabs[view];
        if (view == m_view) {
            tab->show();
            continue;
        }
        const int wanted = tab->sizeHint().width() + 2;
        isFull = isFull || used + wanted > room;
        tab->setVisible(!isFull);
        used += isFull ? 0 : wanted;
    }
}

QSize QueueTabs::minimumSizeHint() const
{
    return {160, QWidget::minimumSizeHint().height()};
}

void QueueTabs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void QueueTabs::fillMenu()
{
    m_menu->clear();
    for (const QueueView view : order) {
        QAction *action = m_menu->addAction(m_tabs[view]->text());
        action->setCheckable(true);
        action->setChecked(view == m_view);
        connect(action, &QAction::triggered, this, [this, view] { Q_EMIT viewChosen(view); });
    }
    if (m_saved.empty())
        return;
    m_menu->addSeparator();
    for (const SavedView &saved : m_saved)
        connect(m_menu->addAction(saved.name), &QAction::triggered, this,
                [this, saved] { Q_EMIT savedViewChosen(saved); });
    QMenu *drop = m_menu->addMenu(tr("Remove a saved view"));
    for (const SavedView &saved : m_saved)
        connect(drop->addAction(saved.name), &QAction::triggered, this,
                [this, name = saved.name] { Q_EMIT savedViewDropped(name); });
}

} // namespace Helmdesk
