#pragma once

#include "app/Desk.h"

#include <QWidget>

class QPushButton;

namespace Helmdesk
{

class InlineBar;

// Shown while the workspace is empty: the ways to begin.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(Desk &desk, QWidget *parent = nullptr);
    void setOffersBacktest(bool offers); // not at first

Q_SIGNALS:
    void finished();
    void knowledgeRequested();
    void mailboxRequested();
    void backtestRequested();

private:
    void loadDemo();

    Desk &m_desk;
    InlineBar *m_bar = nullptr;
    QPushButton *m_demo = nullptr;
    QPushButton *m_backtest = nullptr;
};

} // namespace Helmdesk
