#include "settings/KeysPage.h"

#include "actions/ActionRegistry.h"
#include "UiSettings.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QKeySequenceEdit>
#include <QScrollArea>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

KeysPage::KeysPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"keysPage"_s);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Keys"));
    area->setFocusPolicy(Qt::NoFocus);
    m_column = makePageColumn(*area);
    makeColumn(this)->addWidget(area);
}

void KeysPage::setActions(ActionRegistry &actions)
{
    m_actions = &actions;
    QString context;
    QVBoxLayout *card = nullptr;
    for (const ActionRegistry::Entry &entry : actions.entries()) {
        if (!card || entry.context != context) {
            auto *frame = new QFrame;
            setSurface(*frame, "card");
            card = makeColumn(frame, Measure::gapLarge, Measure::gapSmall);
            card->addWidget(makeLabel(context = entry.context, 1.15, QFont::DemiBold));
            m_column->addWidget(frame);
            m_cards.append(frame);
        }
        addLine(*card, entry.id);
    }
    m_column->addStretch(1);
    connect(&actions, &ActionRegistry::keysChanged, this, &KeysPage::showState);
    showState();
}

void KeysPage::addLine(QVBoxLayout &card, const QString &id)
{
    Line line;
    line.words = m_actions->find(id)->text();
    line.row = new QWidget;
    auto *row = makeRow(Measure::gapLarge);
    line.row->setLayout(row);
    auto *words = makeColumn(nullptr, 0, 2);
    words->addWidget(makeLabel(line.words));
    line.conflict = makeSecondary({}, 0.88);
    line.conflict->setProperty("tone", u"bad"_s);
    words->addWidget(line.conflict);
    row->addLayout(words, 1);
    line.keys = new QKeySequenceEdit;
    line.keys->setObjectName(u"keys."_s + id);
    line.keys->setAccessibleName(tr("Key of: %1").arg(line.words));
    line.keys->setFixedWidth(200);
    row->addWidget(line.keys, 0, Qt::AlignTop);
    line.reset = makeButton(tr("Reset"), "link");
    line.reset->setAccessibleName(tr("Reset the key of: %1").arg(line.words));
    QSizePolicy policy = line.reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    line.reset->setSizePolicy(policy);
    row->addWidget(line.reset, 0, Qt::AlignTop);
    card.addWidget(line.row);
    connect(line.keys, &QKeySequenceEdit::editingFinished, this, [this, id] { choose(id); });
    connect(line.reset, &QPushButton::clicked, this, [this, id] {
        m_actions->resetKeys(id);
        choose({});
    });
    m_lines.insert(id, line);
}

// The first key is what is edited here; others of the command stay unless it is the same.
void KeysPage::choose(const QString &id)
{
    if (!id.isEmpty()) {
        QList<QKeySequence> keys = m_actions->find(id)->shortcuts();
        const QKeySequence wanted = m_lines[id].keys->keySequence();
        if (keys.value(0) == wanted)
            return;
        if (!keys.isEmpty())
            keys.removeFirst();
        keys.removeAll(wanted);
        if (!wanted.isEmpty())
            keys.prepend(wanted);
        m_actions->setKeys(id, keys);
    }
    QSettings settings = uiSettings();
    m_actions->saveKeys(settings);
    showState();
}

void KeysPage::showState()
{
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line) {
        const QString &id = line.key();
        if (!line->keys->hasFocus())
            line->keys->setKeySequence(m_actions->find(id)->shortcuts().value(0));
        QStringList others;
        for (const QString &other : m_actions->conflictsOf(id))
            others.append(m_actions->find(other)->text());
        line->conflict->setVisible(!others.isEmpty());
        line->conflict->setText(
            tr("Neither works: \u201c%1\u201d has the same key").arg(others.join(u", "_s)));
        line->reset->setVisible(!m_actions->hasDefaultKeys(id));
    }
}

void KeysPage::filter(const QString &words)
{
    for (const Line &line : std::as_const(m_lines))
        line.row->setVisible(words.isEmpty() || line.words.contains(words, Qt::CaseInsensitive));
    for (QWidget *card : std::as_const(m_cards)) {
        bool hasLine = false;
        for (const Line &line : std::as_const(m_lines))
            hasLine = hasLine || (line.row->parentWidget() == card && !line.row->isHidden());
        card->setVisible(hasLine);
    }
}

} // namespace Helmdesk
