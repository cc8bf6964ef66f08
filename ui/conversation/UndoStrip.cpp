#include "conversation/UndoStrip.h"

#include "widgets/Parts.h"

#include <algorithm>
#include <QAccessible>
#include <QBoxLayout>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

UndoStrip::UndoStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"undoStrip"_s);
    setSurface(*this, "composerPlain");
    m_column = makeColumn(this, 0, Measure::gapSmall);
    m_column->setContentsMargins(Measure::gapLarge, Measure::gap, Measure::gapLarge, Measure::gap);
    m_timer = new QTimer(this);
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &UndoStrip::tick);
    hide();
}

void UndoStrip::offer(ConversationId conversation, const SentReply &reply, const SentWords &sent)
{
    constexpr qsizetype shown = 160;
    const QString words = sent.text.simplified().left(shown);
    // It has not left yet, and what goes with it has not happened.
    const QString person = Words::foreign(sent.person);
    const QString line = sent.acts.isEmpty()
                             ? tr("Sending to %1: %2").arg(person, Words::foreign(words))
                             //: %2 is what happens with the reply, such as a refund
                             : tr("Sending to %1 with \u201c%2\u201d: %3")
                                   .arg(person, Words::foreign(sent.acts), Words::foreign(words));
    Line offered{conversation, reply.item, sent.text, reply.undoSeconds, makeLine(line, reply.item), nullptr};
    offered.undo = offered.row->findChild<QPushButton *>();
    m_lines.push_back(offered);
    m_column->addWidget(offered.row);
    setAccessibleName(line);
    showTimes();
    show();
    m_timer->start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QWidget *UndoStrip::makeLine(const QString &words, OutboxId item)
{
    auto *line = new QWidget;
    auto *row = makeRow();
    line->setLayout(row);
    row->addWidget(makeIcon(u"clock"_s, Token::Secondary));
    row->addWidget(new ElidedLabel(words), 1);
    QPushButton *undo = makeButton({}, "", u"undo-2"_s);
    undo->setObjectName(u"undoSend"_s);
    undo->setAccessibleName(tr("Undo sending"));
    undo->setAccessibleDescription(words);
    undo->setFocusPolicy(Qt::TabFocus); // a click leaves the keys where they are
    row->addWidget(undo);
    connect(undo, &QPushButton::clicked, this, [this, item] {
        const auto offered = std::ranges::find(m_lines, item, &Line::item);
        if (offered != m_lines.end())
            takeBack(offered);
    });
    return line;
}

bool UndoStrip::isOffered() const
{
    return !m_lines.empty();
}

bool UndoStrip::isOffered(ConversationId conversation) const
{
    return std::ranges::find(m_lines, conversation, &Line::conversation) != m_lines.end();
}

void UndoStrip::showTimes()
{
    for (const Line &line : m_lines)
        line.undo->setText(tr("Undo (%1 s)").arg(line.secondsLeft));
}

// Each reply keeps its own time, whatever was sent after it.
void UndoStrip::tick()
{
    const std::size_t before = m_lines.size();
    for (auto line = m_lines.begin(); line != m_lines.end();)
        line = --line->secondsLeft > 0 ? std::next(line) : remove(line);
    showTimes();
    if (m_lines.size() != before)
        Q_EMIT closed();
}

UndoStrip::Lines::iterator UndoStrip::remove(Lines::iterator line)
{
    line->row->hide();
    line->row->deleteLater();
    const auto next = m_lines.erase(line);
    if (m_lines.empty()) {
        m_timer->stop();
        hide();
    }
    return next;
}

void UndoStrip::undo()
{
    if (isOffered())
        takeBack(std::prev(m_lines.end()));
}

void UndoStrip::takeBack(Lines::iterator line)
{
    const Line taken = *line;
    remove(line);
    Q_EMIT undone(taken.conversation, taken.item, taken.text);
    Q_EMIT closed();
}

} // namespace Helmdesk
