#include "settings/SettingsView.h"

#include "Replies.h"
#include "settings/SettingEditor.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

SettingsView::SettingsView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"settingsView"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    auto *header = new ViewHeader(tr("Settings"));
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(260);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    header->addAction(m_search);
    column->addWidget(header);
    m_bar = new InlineBar;
    column->addWidget(m_bar);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Settings"));
    auto *body = new QWidget;
    body->setObjectName(u"scrollBody"_s);
    auto *row = makeRow(0);
    row->setContentsMargins(Measure::gapSection, Measure::gapLarge, Measure::gapSection, Measure::gapSection);
    body->setLayout(row);
    auto *middle = new QWidget;
    middle->setMaximumWidth(860);
    m_column = makeColumn(middle, 0, Measure::gapLarge);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    area->setWidget(body);
    column->addWidget(area, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsView::filter);
    connect(&desk, &Desk::settingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QString SettingsView::groupName(const QString &group)
{
    static const QMap<QString, QString> names{{u"mode"_s, tr("How each category is answered")},
                                              {u"modes"_s, tr("How each category is answered")},
                                              {u"routing"_s, tr("Choosing the category")},
                                              {u"router"_s, tr("Choosing the category")},
                                              {u"escalation"_s, tr("Handing over to a person")},
                                              {u"knowledge"_s, tr("Knowledge")},
                                              {u"refund"_s, tr("Refunds")},
                                              {u"policy"_s, tr("Policy")},
                                              {u"channels"_s, tr("Channels")},
                                              {u"channel"_s, tr("Channels")},
                                              {u"outbox"_s, tr("Sending")},
                                              {u"privacy"_s, tr("Privacy")},
                                              {u"tools"_s, tr("Tools")},
                                              {u"pipeline"_s, tr("Answering")},
                                              {u"answer"_s, tr("Answering")},
                                              {u"ui"_s, tr("Appearance")},
                                              {u"memory"_s, tr("Memory")},
                                              {u"engine"_s, tr("Engine")}};
    return names.value(group, group.left(1).toUpper() + group.mid(1));
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
}

void SettingsView::build(const std::vector<SettingRow> &rows)
{
    clearLayout(*m_column);
    m_editors.clear();
    m_cards.clear();
    for (const SettingRow &row : rows) {
        const QString group = row.name.section(u'.', 0, 0);
        if (!m_cards.contains(group)) {
            auto *card = new QFrame;
            setSurface(*card, "card");
            auto *column = makeColumn(card, Measure::gapLarge, 0);
            column->addWidget(makeLabel(groupName(group), 1.15, QFont::DemiBold));
            column->addSpacing(Measure::gapSmall);
            m_cards.insert(group, card);
            m_column->addWidget(card);
        }
        auto *editor = new SettingEditor(row);
        m_cards.value(group)->layout()->addWidget(editor);
        m_editors.insert(row.name, editor);
        connect(editor, &SettingEditor::valueChosen, this,
                [this](const QString &name, const Json &value) { store(m_desk.setSetting(name, value)); });
        connect(editor, &SettingEditor::resetRequested, this,
                [this](const QString &name) { store(m_desk.resetSetting(name)); });
    }
    m_column->addStretch(1);
    filter();
}

void SettingsView::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (SettingEditor *editor : std::as_const(m_editors)) {
        const SettingRow &row = editor->row();
        editor->setVisible(wanted.isEmpty() || row.title.contains(wanted, Qt::CaseInsensitive) ||
                           row.meaning.contains(wanted, Qt::CaseInsensitive) ||
                           row.name.contains(wanted, Qt::CaseInsensitive));
    }
    for (QWidget *card : std::as_const(m_cards)) {
        const auto editors = card->findChildren<SettingEditor *>();
        card->setVisible(
            std::ranges::any_of(editors, [](const SettingEditor *editor) { return !editor->isHidden(); }));
    }
}

void SettingsView::store(const Desk::Reply<> &reply)
{
    whenDone(reply, this, [this](const Result<> &stored) {
        if (!stored)
            m_bar->say(InlineBar::Kind::Bad, Words::error(stored.error()));
        refresh();
    });
}

} // namespace Helmdesk
