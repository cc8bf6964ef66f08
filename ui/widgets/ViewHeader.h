#pragma once

#include <QWidget>

class QHBoxLayout;

namespace Helmdesk
{

class ElidedLabel;

// The 48 px strip at the top of a pane: a title and, on the other side, what can be done.
class ViewHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ViewHeader(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void addLeading(QWidget *widget);
    void addAction(QWidget *widget);

private:
    QHBoxLayout *m_row = nullptr;
    ElidedLabel *m_title = nullptr;
    int m_leading = 0;
};

// One line on what will appear here, and perhaps one action.
QWidget *makeEmptyState(const QString &iconName, const QString &text, QWidget *action = nullptr);

} // namespace Helmdesk
