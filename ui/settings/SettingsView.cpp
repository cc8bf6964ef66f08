#include "settings/SettingsView.h"

#include "Replies.h"
#include "settings/KeysPage.h"
#include "settings/MailboxesPage.h"
#include "settings/ModelsPage.h"
#include "settings/ProposalsPage.h"
#include "settings/ReplayWords.h"
#include "settings/SettingEditor.h"
#include "settings/SettingEffect.h"
#include "snippets/SnippetsPage.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int restartNoteMs = 8000;

} // namespace

SettingsView::SettingsView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"settingsView"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    column->addWidget(makeHeader());
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeSettingsPage());
    m_keys = new KeysPage;
    m_stack->addWidget(m_keys);
    m_snippets = new SnippetsPage(desk);
    m_stack->addWidget(m_snippets);
    m_models = new ModelsPage(desk);
    m_stack->addWidget(m_models);
    m_mailboxes = new MailboxesPage(desk);
    m_stack->addWidget(m_mailboxes);
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
    setPage(Settings);
    connect(m_models, &ModelsPage::budgetsRequested, this, [this] {
        setPage(Settings);
        find(tr("Budget"));
    });
    connect(&desk, &Desk::settingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *SettingsView::makeHeader()
{
    m_header = new ViewHeader(tr("Settings"));
    m_tabs = new QButtonGroup(this);
    const QStringList names{tr("Values"), tr("Keys"), tr("Snippets"), tr("Models"), tr("Mailboxes")};
    for (int page = Settings; page <= Mailboxes; ++page)
        addTab(names.at(page), static_cast<Page>(page));
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int page) { setPage(static_cast<Page>(page)); });
    m_search = new QLineEdit;
    m_search->setObjectName(u"settingSearch"_s);
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setFixedWidth(240);
    makeSearchField(*m_search);
    m_header->addAction(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsView::filter);
    return m_header;
}

void SettingsView::addTab(const QString &name, Page page)
{
    QPushButton *tab = makeButton(name, "tab");
    tab->setCheckable(true);
    m_tabs->addButton(tab, page);
    m_header->addAction(tab);
}

QWidget *SettingsView::makeSettingsPage()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Settings"));
    area->setFocusPolicy(Qt::NoFocus);
    m_column = makePageColumn(*area);
    return area;
}

void SettingsView::setActions(ActionRegistry &actions)
{
    m_keys->setActions(actions);
}

void SettingsView::setReplay(ReplayRoom &room)
{
    m_replay = &room;
    readOutlook();
}

void SettingsView::setProposals(ProposalRoom &room)
{
    if (m_proposals != nullptr)
        return;
    m_proposals = new ProposalsPage(m_desk, room, m_replay);
    m_stack->addWidget(m_proposals);
    addTab(tr("Proposals"), Proposals);
    m_header->addAction(m_search); // stays the last
}

void SettingsView::setPage(Page page)
{
    if (page == Proposals && m_proposals == nullptr)
        return;
    m_tabs->button(page)->setChecked(true);
    if (m_stack->currentIndex() == Snippets && page != Snippets)
        m_snippets->flush();
    m_stack->setCurrentIndex(page);
    if (page == Snippets)
        m_snippets->refresh();
    if (page == Models)
        m_models->refresh();
    if (page == Proposals)
        m_proposals->refresh();
    filter();
}

void SettingsView::find(const QString &words)
{
    m_search->setText(words);
    m_search->setFocus(Qt::OtherFocusReason);
}

void SettingsView::refresh()
{
    whenDone(m_desk.settings(), this, [this](const Result<std::vector<SettingRow>> &rows) {
        if (rows)
            show(*rows);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(rows.error()));
    });
}

void SettingsView::show(const std::vector<SettingRow> &rows)
{
    const bool isKnown =
        static_cast<std::size_t>(m_editors.size()) == rows.size() &&
        std::ranges::all_of(rows, [this](const SettingRow &row) { return m_editors.contains(row.name); });
    if (!isKnown) {
        build(rows);
        return;
    }
    for (const SettingRow &row : rows)
        m_editors.value(row.name)->setRow(row);
    readOutlook();
}

void SettingsView::readOutlook()
{
    if (m_replay == nullptr || m_editors.isEmpty())
        return;
    whenDone(m_replay->outlook(), this, [this](const Result<ReplayOutlook> &outlook) {
        if (outlook)
            showOutlook(*outlook);
        else if (outlook.error().kind != ErrorKind::Cancelled)
            m_history->setText(tr("What other values would have done cannot be told: %1")
                                   .arg(Words::error(outlook.error())));
        m_history->setVisible(!m_history->text().isEmpty());
    });
}

void SettingsView::showOutlook(const ReplayOutlook &outlook)
{
    m_history->setText(
        outlook.runs == 0
            ? ReplayWords::nothingYet(outlook.days, outlook.notKept)
            : tr("Below thresholds and modes stands what they would have done to the %1 messages of "
                 "the last %Ln days.",
                 nullptr, outlook.days)
                  .arg(Words::number(outlook.runs)));
    m_replayable = outlook.runs > 0 ? outlook.names : QStringList();
    for (const ReplayCurve &curve : outlook.curves) {
        SettingEditor *editor = m_editors.value(curve.name);
        if (editor != nullptr && editor->row().value.is_number())
            editor->effect().setCurve(curve, editor->row().value.get<double>(), outlook.runs);
    }
    for (const ReplayOutlook::Alternative &other : outlook.modes) {
        if (SettingEditor *editor = m_editors.value(other.mode.name))
            editor->effect().setStanding(editor->shown(other.mode.value), other.effect);
    }
}

// While a slider moves only the newest answer counts: the room gives up the others.
void SettingsView::tryOut(const ChosenSetting &tried)
{
    SettingEditor *editor = m_editors.value(tried.name);
    if (m_replay == nullptr || editor == nullptr || !m_replayable.contains(tried.name))
        return;
    m_tried = tried.name;
    if (tried.value.is_number())
        editor->effect().setTried(tried.value.get<double>());
    whenDone(m_replay->effectOf({{tried.name, tried.value}}), this,
             [this, name = tried.name](const Result<ReplayEffect> &effect) {
                 SettingEditor *tryingEditor = m_editors.value(name);
                 if (effect && m_tried == name && tryingEditor != nullptr)
                     tryingEditor->effect().showTried(*effect);
             });
}

void SettingsView::build(const std::vector<SettingRow> &rows)
{
    clearLayout(*m_column);
    m_editors.clear();
    m_cards.clear();
    m_history = makeWrapped({}, 0.92);
    m_history->setObjectName(u"replayHistory"_s);
    m_history->setProperty("tone", u"secondary"_s);
    m_history->hide();
    m_column->addWidget(m_history);
    for (int group = 0; group <= static_cast<int>(SettingGroup::Other); ++group) {
        std::vector<SettingRow> own;
        std::ranges::copy_if(rows, std::back_inserter(own), [group](const SettingRow &row) {
            return static_cast<int>(SettingWords::textOf(row).group) == group;
        });
        if (!own.empty())
            addCard(static_cast<SettingGroup>(group), own);
    }
    m_nothing = makeEmptyState(u"search"_s, tr("No setting matches the search."));
    m_nothing->setObjectName(u"noSetting"_s);
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    filter();
    readOutlook();
}

void SettingsView::addCard(SettingGroup group, const std::vector<SettingRow> &rows)
{
    auto *card = new QFrame;
    setSurface(*card, "card");
    auto *column = makeColumn(card, Measure::gapLarge, 0);
    column->addWidget(makeLabel(SettingWords::groupName(group), 1.15, QFont::DemiBold));
    if (const QString note = SettingWords::groupNote(group); !note.isEmpty()) {
        QLabel *label = makeWrapped(note, 0.92);
        label->setProperty("tone", u"secondary"_s);
        column->addSpacing(2);
        column->addWidget(label);
    }
    column->addSpacing(Measure::gapSmall);
    for (const SettingRow &row : rows) {
        auto *editor = new SettingEditor(row);
        column->addWidget(editor);
        m_editors.insert(row.name, editor);
        connect(editor, &SettingEditor::valueChosen, this, [this](const ChosenSetting &chosen) {
            store(m_desk.setSetting(chosen.name, chosen.value), chosen.name);
        });
        connect(editor, &SettingEditor::resetRequested, this,
                [this](const QString &name) { store(m_desk.resetSetting(name), name); });
        connect(editor, &SettingEditor::valueTried, this, &SettingsView::tryOut);
        connect(editor, &SettingEditor::tryingEnded, this, [this, editor] {
            if (m_tried == editor->row().name)
                m_tried.clear();
            editor->effect().endTrying();
        });
        connect(&editor->effect(), &SettingEffect::conversationChosen, this,
                [this](qint64 id) { Q_EMIT conversationRequested(ConversationId{id}); });
    }
    m_cards.append(card);
    m_column->addWidget(card);
}

void SettingsView::filter()
{
    const QString wanted = m_search->text().trimmed();
    m_keys->filter(wanted);
    m_snippets->filter(wanted);
    m_models->filter(wanted);
    m_mailboxes->filter(wanted);
    const auto holds = [&wanted](const QString &text) { return text.contains(wanted, Qt::CaseInsensitive); };
    for (SettingEditor *editor : std::as_const(m_editors))
        editor->setVisible(wanted.isEmpty() || holds(editor->words().title) ||
                           holds(editor->words().meaning) || holds(editor->row().name));
    for (QWidget *card : std::as_const(m_cards)) {
        const auto editors = card->findChildren<SettingEditor *>();
        card->setVisible(
            std::ranges::any_of(editors, [](const SettingEditor *editor) { return !editor->isHidden(); }));
    }
    if (m_nothing)
        m_nothing->setVisible(!m_cards.isEmpty() && std::ranges::all_of(m_cards, &QWidget::isHidden));
}

void SettingsView::store(const Desk::Reply<> &reply, const QString &name)
{
    whenDone(reply, this, [this, name](const Result<> &stored) {
        SettingEditor *editor = m_editors.value(name);
        if (!stored && stored.error().kind == ErrorKind::InvalidInput && editor)
            editor->refuse(
                tr("This is not possible, and the setting stays as it was: %1").arg(stored.error().detail));
        else if (!stored)
            m_bar->say(InlineBar::Kind::Bad, Words::error(stored.error()));
        else if (name.startsWith("http."_L1) || name == "inbox.folder"_L1)
            m_bar->say(InlineBar::Kind::Ok, tr("Saved. It takes effect when Helmdesk starts again."),
                       restartNoteMs);
        refresh();
    });
}

} // namespace Helmdesk
