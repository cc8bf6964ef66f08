#pragma once

#include "app/Desk.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

// What a supervisor should look at in the knowledge base: pairs of articles that give different figures for
// one thing, side by side, and old articles whose replies are corrected again and again.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(Desk &desk, QWidget *parent = nullptr);
    void refresh(); // the old findings stay until the new ones are there

Q_SIGNALS:
    void articleChosen(const QString &id, int passage); // passage -1: the beginning

private:
    enum Page { Working, Findings, Nothing, Failed };

    QWidget *makeFailedPage();
    void show(const KnowledgeReviewView &review);
    void addConflict(const ConflictRow &conflict);
    QWidget *makePlace(const StatementRow &place);
    void addStale(const StaleRow &article);
    void addTitle(const QString &words);

    Desk &m_desk;
    int m_generation = 0; // of the request whose answer is shown
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_failure = nullptr;
};

} // namespace Helmdesk
