#include "widgets/InlineBar.h"

#include "widgets/Parts.h"

#include <QAccessible>
#include <QBoxLayout>
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
    auto *close = makeIconButton(QStringLiteral("x"), tr("Dismiss the message"));
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
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

} // namespace Helmdesk
