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
    row->addWidget(makeIcon(u"circle-check"_s, Token::Ok));
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

void UndoStrip::offer(ConversationId conversation, const QString &customer, const SentReply &reply,
                      const QString &text)
{
    m_conversation = conversation;
    m_item = reply.item;
    m_text = text;
    m_left = reply.undoSeconds;
    static_cast<ElidedLabel *>(m_words)->setFullText(tr("Sent to %1").arg(customer));
    setAccessibleName(m_words->text());
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
