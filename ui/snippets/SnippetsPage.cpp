#include "snippets/SnippetsPage.h"

#include "Replies.h"
#include "snippets/Placeholders.h"
#include "snippets/SnippetModel.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int undoMs = 8000;
enum EditorPage { NonePage, EditPage };

} // namespace

SnippetsPage::SnippetsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"snippetsPage"_s);
    auto *column = makeColumn(this);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    m_stack = new QStackedWidget(splitter);
    setSurface(*m_stack, "panel");
    m_stack->addWidget(
        makeEmptyState(u"text-quote"_s,
                       tr("Choose a snippet to change it here. In a reply they are inserted with one key.")));
    m_stack->addWidget(makeEditor());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 900});
    column->addWidget(splitter, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*splitter, InlineBar::Edge::Bottom);
}

QWidget *SnippetsPage::makeList()
{
    auto *pane = new QWidget;
    setSurface(*pane, "panel");
    pane->setMinimumWidth(220);
    auto *column = makeColumn(pane);
    auto *header = new ViewHeader(tr("Snippets"));
    auto *add = makeIconButton(u"plus"_s, tr("New snippet"));
    add->setObjectName(u"newSnippet"_s);
    header->addAction(add);
    column->addWidget(header);
    m_model = new SnippetModel(this);
    m_list = new QListView;
    m_list->setObjectName(u"snippetList"_s);
    m_list->setAccessibleName(tr("Snippets"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_empty = makeSecondary({});
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(Measure::gapLarge, Measure::gapLarge, Measure::gapLarge, Measure::gapLarge);
    column->addWidget(m_empty);
    column->addStretch(0);
    connect(add, &QToolButton::clicked, this, [this] { begin(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SnippetsPage::showCurrent);
    return pane;
}

QWidget *SnippetsPage::makeEditor()
{
    auto *page = new QWidget;
    auto *column = makeColumn(page, Measure::gapSection, Measure::gap);
    const auto labelled = [&](const QString &words, QWidget *buddy, int stretch) {
        QLabel *label = makeLabel(words, 0.92, QFont::DemiBold);
        label->setBuddy(buddy);
        column->addWidget(label);
        column->addWidget(buddy, stretch);
    };
    m_name = new QLineEdit;
    m_name->setObjectName(u"snippetName"_s);
    m_name->setAccessibleName(tr("Name of the snippet"));
    m_name->setMaxLength(60);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"snippetText"_s);
    m_text->setAccessibleName(tr("Text of the snippet"));
    m_text->setTabChangesFocus(true);
    labelled(tr("&Name"), m_name, 0);
    labelled(tr("&Text"), m_text, 1);
    column->addWidget(makePlaceholders());
    auto *row = makeRow();
    m_remove = makeButton(tr("Delete snippet"), "danger", u"trash-2"_s);
    m_remove->setObjectName(u"deleteSnippet"_s);
    m_revert = makeButton(tr("Discard the change"), "flat");
    m_save = makeButton(tr("Save snippet"), "primary");
    m_save->setObjectName(u"saveSnippet"_s);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, &SnippetsPage::updateState);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SnippetsPage::updateState);
    connect(m_name, &QLineEdit::returnPressed, this, &SnippetsPage::save);
    connect(m_save, &QPushButton::clicked, this, &SnippetsPage::save);
    connect(m_remove, &QPushButton::clicked, this, &SnippetsPage::remove);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        if (m_open.id == 0) {
            m_open = {};
            m_stack->setCurrentIndex(NonePage);
            m_list->setFocus(Qt::OtherFocusReason);
        } else {
            open(m_open);
        }
    });
    return page;
}

// Each placeholder is a button that inserts it, with its meaning beside it.
QWidget *SnippetsPage::makePlaceholders()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, Measure::gapSmall, 0, Measure::gap);
    grid->setHorizontalSpacing(Measure::gap);
    grid->setVerticalSpacing(Measure::gapSmall);
    int line = 0;
    for (const Placeholder &each : placeholders()) {
        QPushButton *insert = makeButton(each.token, "chip");
        insert->setAccessibleName(tr("Insert %1: %2").arg(each.token, each.meaning));
        connect(insert, &QPushButton::clicked, this, [this, token = each.token] {
            m_text->insertPlainText(token);
            m_text->setFocus(Qt::OtherFocusReason);
        });
        grid->addWidget(insert, line, 0);
        grid->addWidget(makeSecondary(each.meaning), line++, 1);
    }
    QLabel *note = makeSecondary(tr("Another word in braces, such as {order}, is selected when the snippet "
                                    "is inserted, to be typed over."));
    note->setWordWrap(true);
    grid->addWidget(note, line, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    return box;
}

void SnippetsPage::refresh()
{
    whenDone(m_desk.snippets(), this, [this](Result<std::vector<Snippet>> snippets) {
        if (!snippets) {
            m_bar->say(InlineBar::Kind::Bad, Words::error(snippets.error()));
            return;
        }
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setSnippets(std::move(*snippets));
        select(m_wanted.value_or(m_open.id));
        const Snippet *wanted = m_wanted ? m_model->at(m_model->rowOf(*m_wanted)) : nullptr;
        if (wanted && !isChanged())
            open(*wanted);
        m_wanted.reset();
        updateState();
    });
}

void SnippetsPage::filter(const QString &words)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model->setFilter(words);
    select(m_open.id);
    updateState();
}

void SnippetsPage::select(qint64 id)
{
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(id)));
    m_list->viewport()->update();
}

void SnippetsPage::begin(const QString &text)
{
    flush();
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        select(0);
    }
    open({0, {}, {}});
    m_text->setPlainText(text);
    m_name->setFocus(Qt::OtherFocusReason);
}

void SnippetsPage::flush()
{
    if (isChanged() && m_save->isEnabled())
        save();
}

void SnippetsPage::showCurrent()
{
    const Snippet *chosen = m_model->at(m_list->currentIndex().row());
    if (!chosen)
        return;
    const Snippet next = *chosen;
    flush();
    open(next);
}

void SnippetsPage::open(const Snippet &snippet)
{
    m_open = snippet;
    m_name->setText(snippet.name);
    m_text->setPlainText(snippet.text);
    m_stack->setCurrentIndex(EditPage);
    updateState();
}

bool SnippetsPage::isChanged() const
{
    return m_stack->currentIndex() == EditPage &&
           (m_name->text() != m_open.name || m_text->toPlainText() != m_open.text);
}

void SnippetsPage::updateState()
{
    m_empty->setText(m_model->rowCount() > 0 ? QString()
                                             : tr("No snippet here. Add one with the plus above this list."));
    m_empty->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    const bool isWhole = !m_name->text().trimmed().isEmpty() && !m_text->toPlainText().trimmed().isEmpty();
    m_save->setEnabled(isChanged() && isWhole);
    m_revert->setVisible(isChanged() || m_open.id == 0);
    m_remove->setVisible(m_open.id != 0);
}

void SnippetsPage::save()
{
    if (!m_save->isEnabled())
        return;
    const Snippet before = m_open;
    const Snippet after{m_open.id, m_name->text().trimmed(), m_text->toPlainText()};
    m_name->setText(after.name);
    m_open = after;
    if (before.id != 0) {
        store(after, before, tr("\u201c%1\u201d is saved.").arg(after.name),
              [this, after, before](qint64) { store(before, after, tr("The change was taken back."), {}); });
        return;
    }
    store(after, before, tr("\u201c%1\u201d is added.").arg(after.name), [this, after](qint64 id) {
        drop({id, after.name, after.text}, tr("The new snippet was taken back."), {});
    });
}

void SnippetsPage::store(const Snippet &after, const Snippet &before, const QString &done,
                         std::function<void(qint64)> undo)
{
    whenDone(m_desk.saveSnippet(after), this, [=, this](const Result<qint64> &id) {
        if (!id) {
            m_bar->say(
                InlineBar::Kind::Bad,
                id.error().kind == ErrorKind::Conflict
                    ? tr("Another snippet is named \u201c%1\u201d. Choose a different name.").arg(after.name)
                    : Words::error(id.error()));
            open(before);
            m_name->setText(after.name);
            m_text->setPlainText(after.text);
            return;
        }
        if (undo)
            m_bar->say(
                InlineBar::Kind::Ok, done, tr("Undo"), [undo, stored = *id] { undo(stored); }, undoMs);
        else
            m_bar->say(InlineBar::Kind::Ok, done, undoMs);
        if (m_open == after)
            m_open.id = *id;
        if (m_open.id == *id || m_stack->currentIndex() == NonePage) // else another was opened meanwhile
            m_wanted = *id;
        refresh();
    });
}

void SnippetsPage::remove()
{
    const Snippet gone = m_open;
    drop(gone, tr("\u201c%1\u201d is deleted.").arg(gone.name),
         [this, gone] { store(gone, gone, tr("The snippet is back."), {}); });
}

void SnippetsPage::drop(const Snippet &snippet, const QString &done, std::function<void()> undo)
{
    whenDone(m_desk.removeSnippet(snippet.id), this, [=, this](const Result<> &removed) {
        if (!removed) {
            m_bar->say(InlineBar::Kind::Bad, Words::error(removed.error()));
        } else {
            m_open = {};
            m_stack->setCurrentIndex(NonePage);
            if (undo)
                m_bar->say(InlineBar::Kind::Ok, done, tr("Undo"), undo, undoMs);
            else
                m_bar->say(InlineBar::Kind::Ok, done, undoMs);
        }
        refresh();
    });
}

} // namespace Helmdesk
