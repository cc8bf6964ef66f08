#pragma once

#include "app/Desk.h"

#include <QFrame>
#include <QSet>

class QGridLayout;
class QLabel;
class QToolButton;

namespace Helmdesk
{

// What a person who takes a conversation over has to know, above what was said: what was asked, done and
// tried, and what is open. The record's own words at once; those of a model, where one is set, when they are
// there. GUI thread.
class HandoffPanel : public QFrame
{
    Q_OBJECT

public:
    explicit HandoffPanel(Desk &desk, QWidget *parent = nullptr);

    void show(const ConversationView &view); // hides where nobody was called

private:
    void fill(const ConversationView &view);
    void addPart(const QString &name, const std::vector<HandoffItem> &items, const ConversationView &view);
    void askForWords(const ConversationView &view);
    void showState();

    Desk &m_desk;
    ConversationId m_id;
    QString m_engine; // that worded what is shown; empty: nobody
    bool m_isAsking = false;
    QSet<QString> m_asked; // states of conversations for which a model was asked
    QLabel *m_state = nullptr;
    QToolButton *m_fold = nullptr;
    QWidget *m_body = nullptr;
    QGridLayout *m_parts = nullptr;
};

} // namespace Helmdesk
