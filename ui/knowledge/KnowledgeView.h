#pragma once

#include "app/Desk.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace Helmdesk
{

class ArticleModel;
class ArticleReader;
class ElidedLabel;
class InlineBar;
class ReviewPage;

// The articles that Helmdesk answers from: list and search, read, write, delete, import.
class KnowledgeView : public QWidget
{
    Q_OBJECT

public:
    explicit KnowledgeView(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    void focusList();
    void openArticle(const QString &id, int passage = -1);
    void importFiles();
    void showReview();
    void editShown();   // the article that is being read, if any
    bool saveWritten(); // the article that is being written; false: none is
    void flush();       // keeps what was written and not saved, until it is saved or dropped

private:
    enum Page { Empty, Read, Write, Review };

    QWidget *makeListPane();
    QWidget *makeReadPage();
    QWidget *makeWritePage();
    void showCurrent();
    void showArticle(const Article &article);
    void showPassage();
    void edit(const Article &article);
    void leaveEditor();
    void cancel();
    void begin(const QString &id, const Article &article); // keeps what was written, over a restart too
    Article drop(const QString &id);
    void loadDrafts();
    Article written() const; // as the fields have it
    void remove(const Article &article);
    void save();
    void askRemoval();
    void importPaths(const QStringList &paths);
    void say(const Error &error);

    Desk &m_desk;
    Article m_article;
    QHash<QString, Article> m_begun; // edits that were left unsaved, by article; of a new one under no id
    ArticleModel *m_model = nullptr;
    InlineBar *m_bar = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchDelay = nullptr;
    QTimer *m_keepDelay = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    ReviewPage *m_review = nullptr;
    ElidedLabel *m_title = nullptr;
    ArticleReader *m_reader = nullptr;
    QLineEdit *m_titleField = nullptr;
    QComboBox *m_category = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace Helmdesk
