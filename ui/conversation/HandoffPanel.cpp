#include "conversation/HandoffPanel.h"

#include "app/WritingRoom.h"
#include "inspector/ReasonWords.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr size_t mostItems = 5; // of a part
constexpr int nameWidth = 60;

struct HandoffPanelWords {
    Q_DECLARE_TR_FUNCTIONS(HandoffPanel)
};

QString sentence(const HandoffItem &item, const ConversationView &view)
{
    const QString text = Words::foreign(item.text);
    switch (item.kind) {
    case HandoffKind::Said:
    case HandoffKind::Done:
        return item.text;
    case HandoffKind::Denied:
        return HandoffPanelWords::tr("A person said no to: %1").arg(text);
    case HandoffKind::Failed:
        return HandoffPanelWords::tr("Failed: %1").arg(text);
    case HandoffKind::LookedUp:
        return HandoffPanelWords::tr("Looked up: %1").arg(text);
    case HandoffKind::Read:
        //: An article of the help centre that was found
        return HandoffPanelWords::tr("Article: %1").arg(text);
    case HandoffKind::Replied:
        return HandoffPanelWords::tr("Last reply: %1").arg(text);
    case HandoffKind::Proposed:
        return HandoffPanelWords::tr("A reply is proposed below.");
    case HandoffKind::Waits:
        return HandoffPanelWords::tr("Waits for a decision: %1").arg(text);
    case HandoffKind::Reason:
        return item.reason ? ReasonWords::sentence(*item.reason, view) : item.text;
    case HandoffKind::Unanswered:
        break;
    }
    return HandoffPanelWords::tr("Unanswered since %1").arg(Words::moment(item.at));
}

QString stateOf(const ConversationView &view)
{
    return u"%1/%2/%3"_s.arg(view.row.id.value)
        .arg(view.outcome ? view.outcome->run.value : 0)
        .arg(view.thread.size());
}

} // namespace

HandoffPanel::HandoffPanel(Desk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
{
    setObjectName(u"handoff"_s);
    setSurface(*this, "header");
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    setMargins(*column, Measure::pad, Measure::gapSmall, Measure::pad, Measure::gapSmall);
    auto *head = makeRow(Measure::gapSmall);
    head->addWidget(makeLabel(tr("Given to a person"), 0.92, QFont::DemiBold));
    m_state = makeSecondary({}, 0.85);
    m_state->setObjectName(u"handoffState"_s);
    head->addWidget(m_state, 1);
    m_fold = makeIconButton(u"chevron-up"_s, tr("Hide what was asked and done"));
    m_fold->setObjectName(u"handoffFold"_s);
    head->addWidget(m_fold);
    column->addLayout(head);
    m_body = new QWidget;
    m_parts = new QGridLayout(m_body);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setHorizontalSpacing(Measure::gap);
    m_parts->setVerticalSpacing(2);
    m_parts->setColumnMinimumWidth(0, nameWidth);
    m_parts->setColumnStretch(1, 1);
    column->addWidget(m_body);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        const bool isOpen = m_body->isHidden();
        m_body->setVisible(isOpen);
        m_fold->setIcon(icon(isOpen ? u"chevron-up"_s : u"chevron-down"_s, Token::Secondary));
        const QString name = isOpen ? tr("Hide what was asked and done") : tr("Show what was asked and done");
        m_fold->setAccessibleName(name);
        setToolTipText(*m_fold, name);
    });
    hide();
}

void HandoffPanel::show(const ConversationView &view)
{
    setVisible(view.handoff.has_value());
    if (!view.handoff)
        return;
    m_id = view.row.id;
    fill(view);
    if (view.handoff->engine.isEmpty())
        askForWords(view);
}

void HandoffPanel::fill(const ConversationView &view)
{
    clearLayout(*m_parts);
    const HandoffSummary &summary = *view.handoff;
    m_engine = summary.engine;
    showState();
    addPart(tr("Asked"), summary.asked, view);
    addPart(tr("Done"), summary.done, view);
    addPart(tr("Tried"), summary.tried, view);
    //: What is still to be done
    addPart(tr("Open"), summary.open, view);
}

void HandoffPanel::addPart(const QString &name, const std::vector<HandoffItem> &items,
                           const ConversationView &view)
{
    QStringList lines;
    for (size_t i = 0; i < std::min(items.size(), mostItems); ++i)
        lines << sentence(items[i], view);
    if (items.size() > mostItems)
        lines << tr("and %n more", nullptr, static_cast<int>(items.size() - mostItems));
    if (lines.isEmpty())
        lines << tr("Nothing");
    const int row = m_parts->rowCount();
    m_parts->addWidget(makeSecondary(name), row, 0, Qt::AlignTop | Qt::AlignLeading);
    QLabel *words = makeWrapped(lines.join(u'\n'), 0.96);
    words->setObjectName(u"handoffWords"_s);
    words->setAccessibleName(tr("%1: %2").arg(name, lines.join(u"; "_s)));
    m_parts->addWidget(words, row, 1);
}

// Once for a state of the conversation; what a model says is kept with it.
void HandoffPanel::askForWords(const ConversationView &view)
{
    const QString state = stateOf(view);
    if (m_asked.contains(state))
        return;
    m_asked.insert(state);
    whenDone(m_desk.writingRoom().writer(), this, [this, view](const Result<QString> &writer) {
        if (!writer || writer->isEmpty() || m_id != view.row.id)
            return;
        m_isAsking = true;
        showState();
        whenDone(m_desk.writingRoom().summarise(view.row.id), this,
                 [this, view](const Result<HandoffSummary> &summary) {
                     m_isAsking = false;
                     if (m_id != view.row.id)
                         return;
                     ConversationView worded = view;
                     if (summary)
                         worded.handoff = *summary;
                     fill(worded);
                 });
    });
}

void HandoffPanel::showState()
{
    m_state->setText(m_isAsking           ? tr("is being summed up\u2026")
                     : m_engine.isEmpty() ? tr("from the record")
                                          : tr("in the words of %1").arg(Words::foreign(m_engine)));
}

} // namespace Helmdesk
