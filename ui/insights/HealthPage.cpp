#include "insights/HealthPage.h"

#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int watchMs = 15'000;

enum Page { LoadingPage, BodyPage };

QString titleOf(const HealthFinding &finding)
{
    return HealthWords::title(finding.kind, finding.name);
}

QString textOf(const std::vector<HealthFinding> &findings)
{
    QString text;
    for (const HealthFinding &finding : findings)
        text += nameOf(finding.level) + titleOf(finding) + HealthWords::words(finding) + u'\n';
    return text;
}

} // namespace

HealthPage::HealthPage(HealthRoom &room, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
{
    setObjectName(u"healthPage"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    auto *header = new ViewHeader(tr("Health"));
    m_time = makeSecondary({});
    m_time->setObjectName(u"healthTime"_s);
    header->addAction(m_time);
    auto *again = makeIconButton(u"refresh-cw"_s, tr("Look again"));
    again->setObjectName(u"healthAgain"_s);
    connect(again, &QToolButton::clicked, this, &HealthPage::refresh);
    header->addAction(again);
    auto *back = makeButton(tr("Back"), "flat");
    back->setObjectName(u"healthBack"_s);
    connect(back, &QPushButton::clicked, this, &HealthPage::backRequested);
    header->addAction(back);
    column->addWidget(header);
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEmptyState(u"refresh-cw"_s, tr("Looking\u2026")));
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Health"));
    QVBoxLayout *page = makePageColumn(*area);
    m_trouble = makeColumn(nullptr, 0, Measure::pad);
    page->addLayout(m_trouble);
    page->addWidget(makeLabel(tr("What works"), 1.1, QFont::DemiBold));
    m_working = makeColumn(nullptr, 0, Measure::gap);
    page->addLayout(m_working);
    page->addStretch(1);
    m_stack->addWidget(area);
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
    m_watch = new QTimer(this);
    m_watch->setInterval(watchMs);
    connect(m_watch, &QTimer::timeout, this, &HealthPage::refresh);
    connect(&room, &HealthRoom::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void HealthPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_watch->start();
    refresh();
}

void HealthPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_watch->stop();
}

void HealthPage::refresh()
{
    const int generation = ++m_generation;
    whenDone(m_room.health(), this, [this, generation](const Result<HealthReport> &report) {
        if (generation != m_generation)
            return;
        if (!report) {
            m_bar->say(InlineBar::Kind::Bad, Words::error(report.error()));
            return;
        }
        show(*report);
    });
}

void HealthPage::show(const HealthReport &report)
{
    m_stack->setCurrentIndex(BodyPage);
    //: When the health of the desk was looked at
    m_time->setText(tr("As of %1").arg(Words::time(report.readings.at)));
    const QString text = textOf(report.findings);
    if (text == m_shown)
        return;
    m_shown = text;
    const QWidget *focused = focusWidget();
    const QString focusedName = focused && focused->hasFocus() ? focused->objectName() : QString();
    showTrouble(report.findings);
    showWorking(report.findings);
    if (focusedName.isEmpty())
        return;
    // Once the new ones are shown and those whose place they took are gone.
    QTimer::singleShot(0, this, [this, focusedName] {
        for (QPushButton *button : findChildren<QPushButton *>(focusedName))
            if (button->isVisibleTo(this))
                button->setFocus(Qt::OtherFocusReason);
    });
}

void HealthPage::showTrouble(const std::vector<HealthFinding> &findings)
{
    clearLayout(*m_trouble);
    for (const HealthFinding &finding : findings)
        if (finding.level != HealthLevel::Ok)
            m_trouble->addWidget(makeCard(finding));
    if (m_trouble->count() == 0) {
        QWidget *state = makeEmptyState(u"circle-check"_s, tr("Everything works."));
        state->setObjectName(u"healthAllWell"_s);
        state->setAccessibleName(tr("Everything works."));
        m_trouble->addWidget(state);
    }
}

QWidget *HealthPage::makeCard(const HealthFinding &finding)
{
    const QString title = titleOf(finding);
    const ChipContent level = HealthWords::level(finding.level);
    auto *card = new QFrame;
    setSurface(*card, "card");
    card->setObjectName(u"healthCard"_s);
    //: How serious, and what: "Alarm: Mailbox support"
    card->setAccessibleName(tr("%1: %2").arg(level.text, title));
    card->setAccessibleDescription(HealthWords::words(finding));
    auto *column = makeColumn(card, Measure::gapLarge, Measure::gapSmall);
    auto *head = makeRow();
    head->addWidget(new Chip(level));
    auto *name = new ElidedLabel(title);
    name->setFont(Theme::font(1.05, QFont::DemiBold));
    head->addWidget(name, 1);
    const HealthPlace place = HealthWords::place(finding);
    if (place != HealthPlace::None) {
        auto *button = makeButton(HealthWords::action(place));
        button->setObjectName(u"healthPlace."_s + finding.key());
        button->setAccessibleName(tr("%1: %2").arg(HealthWords::action(place), title));
        connect(button, &QPushButton::clicked, this, [this, place] { Q_EMIT placeRequested(place); });
        head->addWidget(button);
    }
    column->addLayout(head);
    column->addWidget(makeWrapped(HealthWords::words(finding)));
    const auto addSecondary = [&](const QString &text) {
        if (text.isEmpty())
            return;
        QLabel *label = makeWrapped(text, 0.92);
        label->setProperty("tone", u"secondary"_s);
        column->addWidget(label);
    };
    addSecondary(HealthWords::advice(finding));
    addSecondary(HealthWords::explanation(finding));
    return card;
}

void HealthPage::showWorking(const std::vector<HealthFinding> &findings)
{
    clearLayout(*m_working);
    for (const HealthFinding &finding : findings) {
        if (finding.level != HealthLevel::Ok)
            continue;
        auto *line = new QWidget;
        line->setObjectName(u"healthWorks"_s);
        line->setAccessibleName(titleOf(finding));
        line->setAccessibleDescription(HealthWords::words(finding));
        auto *row = makeRow();
        row->setContentsMargins(0, 0, 0, 0);
        line->setLayout(row);
        row->addWidget(makeIcon(HealthWords::level(finding.level).icon, Token::Ok), 0, Qt::AlignTop);
        constexpr int titleWidth = 260;
        QLabel *title = makeWrapped(titleOf(finding));
        title->setFixedWidth(titleWidth);
        row->addWidget(title, 0, Qt::AlignTop);
        QLabel *words = makeWrapped(HealthWords::words(finding), 0.96);
        words->setProperty("tone", u"secondary"_s);
        row->addWidget(words, 1);
        m_working->addWidget(line);
    }
}

} // namespace Helmdesk
