#pragma once

#include <QHash>
#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Helmdesk
{

class ActionRegistry;

// The keys of every command, to be changed; a key that two commands share is said at both. GUI thread.
class KeysPage : public QWidget
{
    Q_OBJECT

public:
    explicit KeysPage(QWidget *parent = nullptr);
    void setActions(ActionRegistry &actions);
    void filter(const QString &words);

private:
    struct Line {
        QWidget *row = nullptr;
        QLabel *conflict = nullptr;
        QKeySequenceEdit *keys = nullptr;
        QPushButton *reset = nullptr;
        QString words;
    };
    void addLine(QVBoxLayout &card, const QString &id);
    void choose(const QString &id);
    void showState();

    ActionRegistry *m_actions = nullptr;
    QVBoxLayout *m_column = nullptr;
    QHash<QString, Line> m_lines;
    QList<QWidget *> m_cards;
};

} // namespace Helmdesk
