#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace Helmdesk
{

// A strip above a view that says what happened, with at most one action. Takes the place of message boxes.
class InlineBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Ok, Warn, Bad };

    explicit InlineBar(QWidget *parent = nullptr);
    // Shows a sentence and announces it to assistive technology. timeoutMs 0: until dismissed.
    void say(Kind kind, const QString &text, int timeoutMs = 0);
    void say(Kind kind, const QString &text, const QString &action, std::function<void()> onAction,
             int timeoutMs = 0);

private:
    int m_generation = 0;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    std::function<void()> m_onAction;
};

} // namespace Helmdesk
