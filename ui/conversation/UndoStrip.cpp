#include "conversation/UndoStrip.h"

#include "widgets/Parts.h"

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
    auto *row = makeRow();
    row->setContentsMargins(Measure::gapLarge, Measure::gap, Measure::gapLarge, Measure::gap);
    setLayout(row);
    row->addWidget(makeIcon(u"clock"_s, Token::Secondary));
    m_words = new ElidedLabel;
    row->addWidget(m_words, 1);
    m_undo = makeButton({}, "", u"undo-2"_s);
    m_undo->setObjectName(u"undoSend"_s);
    m_undo->setAccessibleName(tr("Undo sending"));
    row->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, &UndoStrip::undo);
    m_timer = new QTimer(this);
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &UndoStrip::tick);
    hide();
}

void UndoStrip::offer(ConversationId conversation, const SentReply &reply, const SentWords &sent)
{
    m_conversation = conversation;
    m_item = reply.item;
    m_text = sent.text;
    m_left = reply.undoSeconds;
    constexpr qsizetype shown = 160;
    const QString words = sent.text.simplified().left(shown);
    // It has not left yet, and what goes with it has not happened.
    const QString person = Words::foreign(sent.person);
    const QString line = sent.acts.isEmpty()
                             ? tr("Sending to %1: %2").arg(person, Words::foreign(words))
                             //: %2 is what happens with the reply, such as a refund
                             : tr("Sending to %1 with \u201c%2\u201d: %3")
                                   .arg(person, Words::foreign(sent.acts), Words::foreign(words));
    static_cast<ElidedLabel *>(m_words)->setFullText(line);
    setAccessibleName(line);
    showTime();
    show();
    m_timer->start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

bool UndoStrip::isOffered() const
{
    return m_timer->isActive();
}

void UndoStrip::showTime()
{
    m_undo->setText(tr("Undo (%1 s)").arg(m_left));
}

void UndoStrip::tick()
{
    if (--m_left > 0) {
        showTime();
        return;
    }
    m_timer->stop();
    hide();
    Q_EMIT closed();
}

void UndoStrip::undo()
{
    if (!isOffered())
        return;
    m_timer->stop();
    hide();
    Q_EMIT undone(m_conversation, m_item, m_text);
    Q_EMIT closed();
}

} // namespace Helmdesk
