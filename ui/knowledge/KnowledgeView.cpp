#include "knowledge/KnowledgeView.h"

#include "knowledge/ArticleModel.h"
#include "knowledge/ArticleReader.h"
#include "knowledge/ReviewPage.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QHash>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int shortestLine = 4;
constexpr int searchedLetters = 40;

} // namespace

KnowledgeView::KnowledgeView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"knowledgeView"_s);
    auto *column = makeColumn(this);
    auto *splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeListPane());
    m_stack = new QStackedWidget;
    setSurface(*m_stack, "panel");
    m_stack->addWidget(makeEmptyState(
        u"book-open"_s,
        tr("An article that you choose is read here. Write one with the plus above the list, or take in "
           "files with the arrow beside it.")));
    m_stack->addWidget(makeReadPage());
    m_stack->addWidget(makeWritePage());
    m_review = new ReviewPage(desk);
    m_stack->addWidget(m_review);
    connect(m_review, &ReviewPage::articleChosen, this, &KnowledgeView::openArticle);
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 900});
    column->addWidget(splitter, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*splitter, InlineBar::Edge::Bottom);
    connect(&desk, &Desk::knowledgeChanged, this, [this] {
        if (!isVisible())
            return;
        refresh();
        if (m_stack->currentIndex() == Review)
            m_review->refresh();
    });
    loadDrafts();
}

QWidget *KnowledgeView::makeListPane()
{
    auto *pane = new QWidget;
    setSurface(*pane, "panel");
    pane->setMinimumWidth(260);
    auto *column = makeColumn(pane);
    auto *header = new ViewHeader(tr("Knowledge"));
    auto *review = makeIconButton(u"scale"_s, tr("Articles to review"));
    review->setObjectName(u"reviewArticles"_s);
    auto *import = makeIconButton(u"upload"_s, tr("Import articles from files"));
    auto *add = makeIconButton(u"plus"_s, tr("New article"));
    add->setObjectName(u"newArticle"_s);
    header->addAction(review);
    header->addAction(import);
    header->addAction(add);
    column->addWidget(header);
    m_search = new QLineEdit;
    m_search->setObjectName(u"articleSearch"_s);
    m_search->setPlaceholderText(tr("Search articles"));
    m_search->setAccessibleName(tr("Search articles"));
    makeSearchField(*m_search);
    auto *row = makeRow();
    row->setContentsMargins(Measure::pad, Measure::gap, Measure::pad, Measure::gap);
    row->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(makeLine());
    m_model = new ArticleModel(this);
    m_list = new QListView;
    m_list->setObjectName(u"articleList"_s);
    m_list->setAccessibleName(tr("Articles"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ArticleDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_list, 1);
    m_searchDelay = new QTimer(this);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(200);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &KnowledgeView::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &KnowledgeView::showCurrent);
    connect(m_list, &QListView::clicked, this, [this] {
        if (m_stack->currentIndex() != Read)
            showCurrent(); // the row that is current already
    });
    connect(add, &QToolButton::clicked, this, [this] { edit({}); });
    connect(review, &QToolButton::clicked, this, &KnowledgeView::showReview);
    connect(import, &QToolButton::clicked, this, &KnowledgeView::importFiles);
    return pane;
}

QWidget *KnowledgeView::makeReadPage()
{
    auto *page = new QWidget;
    auto *column = makeColumn(page);
    auto *header = new QWidget;
    setSurface(*header, "header");
    header->setFixedHeight(Measure::headerHeight);
    auto *row = makeRow();
    setMargins(*row, Measure::gapSection, 0, Measure::pad, 0);
    header->setLayout(row);
    m_title = new ElidedLabel;
    m_title->setFont(Theme::font(1.15, QFont::DemiBold));
    QPushButton *change = makeButton(tr("Edit"), "flat", u"pencil"_s);
    change->setObjectName(u"editArticle"_s);
    QPushButton *remove = makeButton(tr("Delete"), "flat", u"trash-2"_s);
    remove->setObjectName(u"deleteArticle"_s);
    row->addWidget(m_title, 1);
    row->addWidget(change);
    row->addWidget(remove);
    column->addWidget(header);
    m_reader = new ArticleReader;
    m_reader->setObjectName(u"articleText"_s);
    m_reader->setAccessibleName(tr("Text of the article"));
    m_reader->setFrameShape(QFrame::NoFrame);
    m_reader->document()->setDocumentMargin(20);
    m_reader->setProperty("kind", u"reader"_s);
    m_reader->setMaximumWidth(820);
    column->addWidget(m_reader, 1);
    connect(change, &QPushButton::clicked, this, [this] { edit(m_article); });
    connect(remove, &QPushButton::clicked, this, &KnowledgeView::askRemoval);
    return page;
}

QWidget *KnowledgeView::makeWritePage()
{
    auto *page = new QWidget;
    auto *column = makeColumn(page, Measure::gapSection, Measure::gap);
    const auto labelled = [&](const QString &words, QWidget *buddy) {
        QLabel *label = makeLabel(words, 0.92, QFont::DemiBold);
        label->setBuddy(buddy);
        column->addWidget(label);
        column->addWidget(buddy, buddy == m_text ? 1 : 0);
    };
    m_titleField = new QLineEdit;
    m_titleField->setObjectName(u"articleTitle"_s);
    m_titleField->setAccessibleName(tr("Title"));
    m_category = new ChoiceBox;
    m_category->setAccessibleName(tr("Category"));
    for (const Category category : allCategories)
        if (category != Category::Escalate)
            m_category->addItem(Words::category(category), static_cast<int>(category));
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"articleSource"_s);
    m_text->setAccessibleName(tr("Text, in Markdown"));
    m_text->setTabChangesFocus(true);
    labelled(tr("&Title"), m_titleField);
    labelled(tr("&Category"), m_category);
    labelled(tr("Te&xt, in Markdown"), m_text);
    auto *row = makeRow();
    QPushButton *cancel = makeButton(tr("Cancel"));
    cancel->setObjectName(u"cancelArticle"_s);
    m_save = makeButton(tr("Save article"), "primary");
    m_save->setObjectName(u"saveArticle"_s);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    constexpr int keepMs = 1500; // after the last letter
    m_keepDelay = new QTimer(this);
    m_keepDelay->setSingleShot(true);
    m_keepDelay->setInterval(keepMs);
    connect(m_keepDelay, &QTimer::timeout, this, &KnowledgeView::flush);
    connect(m_text, &QPlainTextEdit::textChanged, m_keepDelay, qOverload<>(&QTimer::start));
    connect(m_titleField, &QLineEdit::textEdited, m_keepDelay, qOverload<>(&QTimer::start));
    connect(cancel, &QPushButton::clicked, this, &KnowledgeView::cancel);
    connect(m_save, &QPushButton::clicked, this, &KnowledgeView::save);
    connect(m_titleField, &QLineEdit::textChanged, this,
            [this](const QString &title) { m_save->setEnabled(!title.trimmed().isEmpty()); });
    return page;
}

void KnowledgeView::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void KnowledgeView::refresh()
{
    whenDone(m_desk.articles(m_search->text().trimmed()), this, [this](Result<std::vector<ArticleRow>> rows) {
        if (!rows) {
            say(rows.error());
            return;
        }
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setRows(std::move(*rows));
        if (const int row = m_model->rowOf(m_article.id); row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
    });
}

void KnowledgeView::showReview()
{
    leaveEditor();
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex({});
    m_stack->setCurrentIndex(Review);
    m_review->refresh();
}

void KnowledgeView::openArticle(const QString &id, int passage)
{
    whenDone(m_desk.article(id, passage), this, [this](const Result<Article> &article) {
        if (!article) {
            say(article.error());
            return;
        }
        showArticle(*article);
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_article.id)));
    });
}

void KnowledgeView::showCurrent()
{
    if (const ArticleRow *row = m_model->rowAt(m_list->currentIndex().row()))
        openArticle(row->id);
}

void KnowledgeView::showArticle(const Article &article)
{
    leaveEditor();
    m_article = article;
    m_title->setFullText(article.title);
    m_reader->showMarkdown(article.text);
    m_stack->setCurrentIndex(Read);
    showPassage();
    if (m_begun.contains(article.id))
        m_bar->say(InlineBar::Kind::Warn, tr("You have begun to change this article and not saved it."),
                   tr("Go on writing"), [this, article] { edit(article); });
}

Article KnowledgeView::written() const
{
    Article article = m_article;
    article.title = m_titleField->text().trimmed();
    article.category = static_cast<Category>(m_category->currentData().toInt());
    article.text = m_text->toPlainText();
    return article;
}

void KnowledgeView::flush()
{
    if (m_stack->currentIndex() != Write)
        return;
    const Article article = written();
    const bool isChanged = article.title != m_article.title || article.text != m_article.text ||
                           article.category != m_article.category;
    const bool isEmpty = article.title.isEmpty() && article.text.trimmed().isEmpty();
    if (isChanged && !isEmpty)
        begin(m_article.id, article);
    else
        drop(m_article.id);
}

void KnowledgeView::begin(const QString &id, const Article &article)
{
    const auto known = m_begun.constFind(id);
    const bool isSame = known != m_begun.cend() && known->title == article.title &&
                        known->text == article.text && known->category == article.category;
    m_begun.insert(id, article);
    if (isSame)
        return;
    Article kept = article;
    kept.id = id;
    whenDone(m_desk.keepArticleDraft(kept), this, [this](const Result<> &stored) {
        if (!stored)
            say(stored.error());
    });
}

Article KnowledgeView::drop(const QString &id)
{
    if (!m_begun.contains(id))
        return {};
    Article nothing;
    nothing.id = id;
    whenDone(m_desk.keepArticleDraft(nothing), this, [](const Result<> &) {});
    return m_begun.take(id);
}

// What was begun before the program ended.
void KnowledgeView::loadDrafts()
{
    whenDone(m_desk.articleDrafts(), this, [this](const Result<std::vector<Article>> &drafts) {
        if (!drafts) {
            say(drafts.error());
            return;
        }
        for (const Article &draft : *drafts)
            if (!m_begun.contains(draft.id))
                m_begun.insert(draft.id, draft);
        const auto begun = m_begun.constFind(QString());
        if (begun != m_begun.cend() && m_stack->currentIndex() == Empty)
            m_bar->say(InlineBar::Kind::Warn, tr("You have begun a new article and not saved it."),
                       tr("Go on writing"), [this] { edit({}); });
    });
}

// Another article was chosen while one was being written.
void KnowledgeView::leaveEditor()
{
    flush();
    if (m_stack->currentIndex() != Write || !m_begun.contains(m_article.id))
        return;
    m_bar->say(InlineBar::Kind::Warn,
               tr("\u201c%1\u201d is not saved. What you wrote is kept.").arg(m_titleField->text()),
               tr("Go on writing"), [this, article = m_article] { edit(article); });
}

void KnowledgeView::cancel()
{
    constexpr int undoMs = 8000;
    flush();
    const Article dropped = drop(m_article.id);
    const bool hasDropped = !dropped.title.isEmpty() || !dropped.text.isEmpty();
    m_stack->setCurrentIndex(m_article.id.isEmpty() ? Empty : Read);
    if (hasDropped)
        m_bar->say(
            InlineBar::Kind::Ok, tr("Your changes were dropped."), tr("Undo"),
            [this, article = m_article, dropped] {
                begin(article.id, dropped);
                edit(article);
            },
            undoMs);
}

// The Markdown has its marks, the passage has not: what is shown is searched for the lines of the passage.
void KnowledgeView::showPassage()
{
    QTextCursor first(m_reader->document());
    QTextCursor last = first;
    int found = 0;
    for (const QString &line : m_article.passage.split(u'\n', Qt::SkipEmptyParts)) {
        QString words = line.trimmed();
        words.remove(QRegularExpression(u"^([-*+]|\\d+\\.)\\s+"_s));
        if (words.size() < shortestLine)
            continue;
        const QTextCursor place = m_reader->document()->find(words.left(searchedLetters), last);
        if (place.isNull())
            continue;
        last = place;
        if (found++ == 0)
            first = place;
    }
    QList<QTextEdit::ExtraSelection> marks;
    if (found > 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = first;
        mark.cursor.movePosition(QTextCursor::StartOfBlock);
        mark.cursor.setPosition(last.selectionEnd(), QTextCursor::KeepAnchor);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        mark.format.setBackground(Theme::instance().color(Token::AccentTint));
        marks.append(mark);
        first.movePosition(QTextCursor::StartOfBlock);
    }
    m_reader->setExtraSelections(marks);
    m_reader->setTextCursor(first);
    m_reader->ensureCursorVisible();
}

void KnowledgeView::edit(const Article &article)
{
    leaveEditor();
    m_article = article;
    const Article shown = m_begun.value(article.id, article);
    m_titleField->setText(shown.title);
    m_category->setCurrentIndex(std::max(0, m_category->findData(static_cast<int>(shown.category))));
    m_text->setPlainText(shown.text);
    m_save->setEnabled(!shown.title.isEmpty());
    m_stack->setCurrentIndex(Write);
    m_titleField->setFocus(Qt::OtherFocusReason);
}

bool KnowledgeView::saveWritten()
{
    const bool isWriting = m_stack->currentIndex() == Write;
    if (isWriting && m_save->isEnabled())
        save();
    return isWriting;
}

void KnowledgeView::editShown()
{
    if (m_stack->currentIndex() == Read)
        edit(m_article);
}

void KnowledgeView::save()
{
    const Article article = written();
    whenDone(m_desk.saveArticle(article), this, [this, article](const Result<QString> &id) {
        if (!id) {
            say(id.error());
            return;
        }
        drop(article.id);
        m_article = article; // nothing is unsaved any more
        m_article.id = *id;
        m_stack->setCurrentIndex(Read);
        m_bar->say(InlineBar::Kind::Ok, tr("The article is saved and answers questions from now on."), 5000);
        openArticle(*id);
        refresh();
    });
}

void KnowledgeView::askRemoval()
{
    m_bar->ask(tr("Delete \u201c%1\u201d? Helmdesk no longer answers from it.").arg(m_article.title),
               tr("Delete article"), [this, article = m_article] { remove(article); });
}

void KnowledgeView::remove(const Article &article)
{
    constexpr int undoMs = 10'000;
    whenDone(m_desk.removeArticle(article.id), this, [this, article](const Result<> &removed) {
        if (!removed) {
            say(removed.error());
            return;
        }
        m_article = {};
        m_stack->setCurrentIndex(Empty);
        refresh();
        m_bar->say(
            InlineBar::Kind::Ok, tr("\u201c%1\u201d was deleted.").arg(article.title), tr("Undo"),
            [this, article] {
                whenDone(m_desk.saveArticle(article), this, [this](const Result<QString> &id) {
                    if (!id)
                        say(id.error());
                    else
                        openArticle(*id);
                    refresh();
                });
            },
            undoMs);
    });
}

void KnowledgeView::importFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import articles"), {}, tr("Articles (*.md *.txt *.html *.htm)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &KnowledgeView::importPaths);
    dialog->open();
}

void KnowledgeView::importPaths(const QStringList &paths)
{
    whenDone(m_desk.importArticles(paths), this, [this](const Result<ImportSummary> &summary) {
        if (!summary) {
            say(summary.error());
            return;
        }
        //: What an import of articles came to
        QString words = tr("%1 added, %2 changed, %3 unchanged")
                            .arg(Words::number(summary->added), Words::number(summary->changed),
                                 Words::number(summary->unchanged));
        for (const QString &problem : summary->problems)
            words += u'\n' + problem;
        m_bar->say(summary->problems.isEmpty() ? InlineBar::Kind::Ok : InlineBar::Kind::Warn, words);
        refresh();
    });
}

void KnowledgeView::say(const Error &error)
{
    m_bar->say(InlineBar::Kind::Bad, Words::error(error));
}

} // namespace Helmdesk
