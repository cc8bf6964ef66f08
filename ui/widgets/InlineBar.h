#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace Helmdesk
{

// A strip that says what happened, with at most one action. Takes the place of message boxes. It lies over a
// view and moves nothing: who is about to click hits what the pointer is over.
class InlineBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Ok, Warn, Bad };

    enum class Edge { Top, Bottom };

    explicit InlineBar(QWidget *parent = nullptr);
    // At the edge of `view`, which it becomes a sibling of and follows; outlives neither.
    void floatOver(QWidget &view, Edge edge);
    // Shows a sentence and announces it to assistive technology. timeoutMs 0: until dismissed.
    void say(Kind kind, const QString &text, int timeoutMs = 0);
    void say(Kind kind, const QString &text, const QString &action, std::function<void()> onAction,
             int timeoutMs = 0);
    // A question with its one answer besides leaving it. Escape leaves it, wherever the focus is within the
    // window; the keys go to the button that leaves it, and back to where they were after that.
    void ask(const QString &text, const QString &action, std::function<void()> onAction);
    bool isAsking() const { return m_isAsking && isVisible(); }
    void leave();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // the view under it
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();
    void dismiss(); // and gives the focus back

    int m_generation = 0;
    bool m_isAsking = false;
    QPointer<QWidget> m_view; // that it lies over
    Edge m_edge = Edge::Bottom;
    QPointer<QWidget> m_focusBefore;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QToolButton *m_close = nullptr;
    std::function<void()> m_onAction;
};

} // namespace Helmdesk
