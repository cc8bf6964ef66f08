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

void InlineBar::floatOver(QWidget &view, Edge edge)
{
    m_view = &view;
    m_edge = edge;
    const bool wasShown = isVisible();
    setParent(view.parentWidget());
    view.installEventFilter(this);
    setVisible(wasShown);
    place();
}

void InlineBar::place()
{
    if (!m_view || isHidden())
        return;
    constexpr int widest = 720; // a sentence that can be read
    const QRect area = m_view->geometry().adjusted(Measure::gap, Measure::gap, -Measure::gap, -Measure::gap);
    const int width = std::min(area.width(), widest);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    const int top = m_edge == Edge::Top ? area.top() : area.bottom() - height + 1;
    setGeometry(area.left() + (area.width() - width) / 2, top, width, height);
    raise();
}

bool InlineBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QFrame::eventFilter(watched, event);
}

bool InlineBar::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest)
        place();
    return done;
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
    place();
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
