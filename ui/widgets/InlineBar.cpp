#include "widgets/InlineBar.h"

#include "widgets/Parts.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QTimer>

namespace Helmdesk
{

InlineBar::InlineBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("inlineBar"));
    auto *row = makeRow();
    setMargins(*row, Measure::pad, Measure::gapSmall, Measure::gapSmall, Measure::gapSmall);
    setLayout(row);
    m_text = makeWrapped({});
    m_text->setFocusPolicy(Qt::NoFocus); // the bar itself carries the sentence
    m_action = makeButton({}, "link");
    m_close = makeIconButton(QStringLiteral("x"), tr("Dismiss the message"));
    m_close->setObjectName(QStringLiteral("leaveQuestion"));
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &InlineBar::leave);
    connect(m_action, &QPushButton::clicked, this, [this] {
        dismiss();
        if (const auto action = std::exchange(m_onAction, nullptr))
            action();
    });
    hide();
}

void InlineBar::say(Kind kind, const QString &text, int timeoutMs)
{
    say(kind, text, {}, nullptr, timeoutMs);
}

void InlineBar::say(Kind kind, const QString &text, const QString &action, std::function<void()> onAction,
                    int timeoutMs)
{
    m_isAsking = false;
    const char *surface = kind == Kind::Ok ? "barOk" : kind == Kind::Warn ? "barWarn" : "barBad";
    setSurface(*this, surface);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    m_onAction = std::move(onAction);
    setAccessibleName(text);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    const int generation = ++m_generation;
    if (timeoutMs > 0)
        QTimer::singleShot(timeoutMs, this, [this, generation] {
            if (generation == m_generation)
                hide();
        });
}

void InlineBar::ask(const QString &text, const QString &action, std::function<void()> onAction)
{
    say(Kind::Warn, text, action, std::move(onAction));
    m_isAsking = true;
    QWidget *before = window()->focusWidget();
    if (before && !isAncestorOf(before))
        m_focusBefore = before;
    m_close->setFocus(Qt::OtherFocusReason);
}

void InlineBar::leave()
{
    m_onAction = nullptr;
    dismiss();
}

void InlineBar::dismiss()
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_isAsking = false;
    QWidget *before = std::exchange(m_focusBefore, nullptr);
    if (hadFocus && before && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
    hide();
}

void InlineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Helmdesk
