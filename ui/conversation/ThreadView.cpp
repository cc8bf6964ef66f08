#include "conversation/ThreadView.h"

#include "conversation/MessageBubble.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

ThreadView::ThreadView(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"thread"_s);
    setAccessibleName(tr("Messages"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    auto *body = new QWidget;
    body->setObjectName(u"scrollBody"_s);
    m_column = makeColumn(body, Measure::gapLarge, Measure::pad);
    m_column->setContentsMargins(Measure::gapSection, Measure::gapLarge, Measure::gapSection,
                                 Measure::gapLarge);
    setWidget(body);
}

void ThreadView::clear()
{
    m_bubbles.clear();
    m_events.clear();
    clearLayout(*m_column);
    m_conversation = {};
    m_count = 0;
}

MessageBubble *ThreadView::firstMatch() const
{
    const auto found = std::ranges::find_if(m_bubbles, &MessageBubble::hasMatch);
    return found == m_bubbles.end() ? nullptr : *found;
}

void ThreadView::show(const ConversationView &view, const QString &search)
{
    const bool isSame = view.row.id == m_conversation && view.thread.size() == m_count && search == m_search;
    const int place = verticalScrollBar()->value();
    clear();
    m_conversation = view.row.id;
    m_count = view.thread.size();
    m_search = search;
    QDate day;
    for (const ThreadEntry &entry : view.thread) {
        const QDate entryDay = entry.at.toLocalTime().date();
        if (entryDay != day)
            addDay(day = entryDay);
        addEntry(entry, Words::person(view.row));
    }
    m_column->addStretch(1);
    fit();
    if (isSame)
        QTimer::singleShot(0, this, [this, place] { verticalScrollBar()->setValue(place); });
    else if (MessageBubble *match = firstMatch())
        QTimer::singleShot(0, match, [this, match] { ensureWidgetVisible(match, 0, Measure::gapSection); });
    else
        QTimer::singleShot(0, this, &ThreadView::scrollToEnd);
}

void ThreadView::addDay(const QDate &day)
{
    const QDate today = QDate::currentDate();
    const QString words = day == today               ? tr("Today")
                          : day == today.addDays(-1) ? tr("Yesterday")
                                                     : QLocale().toString(day, QLocale::LongFormat);
    m_column->addWidget(makeSecondary(words, 0.85), 0, Qt::AlignHCenter);
}

void ThreadView::addEntry(const ThreadEntry &entry, const QString &customer)
{
    if (entry.act) {
        addEvent(Words::icon(entry.act->state),
                 tr("%1, %2").arg(Words::act(*entry.act), Words::time(entry.at)));
        return;
    }
    if (entry.author == Author::System) {
        addEvent(u"wrench"_s, entry.text);
        return;
    }
    ThreadEntry named = entry;
    if (entry.author == Author::Customer && entry.name.trimmed().isEmpty())
        named.name = customer;
    auto *bubble = new MessageBubble(named, m_search);
    connect(bubble, &MessageBubble::undoRequested, this, &ThreadView::undoRequested);
    connect(bubble, &MessageBubble::sendAgainRequested, this, &ThreadView::sendAgainRequested);
    connect(bubble, &MessageBubble::attachmentRequested, this, &ThreadView::attachmentRequested);
    m_bubbles.append(bubble);
    m_column->addWidget(bubble, 0, bubble->isFromCustomer() ? Qt::AlignLeading : Qt::AlignTrailing);
}

void ThreadView::addEvent(const QString &iconName, const QString &text)
{
    auto *line = new QWidget;
    auto *row = makeRow(6);
    line->setLayout(row);
    row->addStretch(1);
    row->addWidget(makeIcon(iconName, Token::Secondary, 14));
    QLabel *label = makeSecondary(text, 0.85);
    label->setObjectName(u"threadEvent"_s);
    row->addWidget(label);
    row->addStretch(1);
    m_column->addWidget(line);
    m_events.append(label);
}

// A line of an act is as wide as its words while the pane has room for them.
void ThreadView::fitEvent(QLabel &label, int available)
{
    constexpr int widest = 540;
    constexpr int beside = 14 + 6 + 4; // the icon
    const int room = std::max(120, std::min(widest, available - beside));
    const bool isLong = QFontMetrics(label.font()).horizontalAdvance(label.text()) > room;
    label.setWordWrap(isLong);
    label.setMinimumWidth(isLong ? room : 0); // one that wraps takes less than it may
    label.setMaximumWidth(isLong ? room : QWIDGETSIZE_MAX);
}

void ThreadView::fit()
{
    const int width = viewport()->width() - 2 * Measure::gapSection;
    for (MessageBubble *bubble : std::as_const(m_bubbles))
        bubble->fitTo(width * 86 / 100);
    for (QLabel *label : std::as_const(m_events))
        fitEvent(*label, width);
}

void ThreadView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace Helmdesk
