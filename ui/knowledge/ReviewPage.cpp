#include "knowledge/ReviewPage.h"

#include "knowledge/ArticleModel.h"
#include "Replies.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr std::size_t mostShown = 100; // of each kind; what is settled makes room for the rest

} // namespace

ReviewPage::ReviewPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"reviewPage"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    column->addWidget(new ViewHeader(tr("To review")));
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEmptyState(u"scale"_s, tr("The articles are compared. This takes some seconds.")));
    auto *area = new QScrollArea;
    area->setObjectName(u"reviewFindings"_s);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Articles to review"));
    area->setFocusPolicy(Qt::NoFocus);
    m_column = makePageColumn(*area);
    m_stack->addWidget(area);
    m_stack->addWidget(makeEmptyState(
        u"shield-check"_s, tr("No two articles give different figures for one thing, and none is both old "
                              "and often corrected.")));
    m_stack->addWidget(makeFailedPage());
    column->addWidget(m_stack, 1);
}

QWidget *ReviewPage::makeFailedPage()
{
    auto *page = new QWidget;
    auto *column = makeColumn(page, Measure::gapSection, Measure::gapLarge);
    column->addStretch(1);
    column->addWidget(makeIcon(u"circle-alert"_s, Token::Bad, Measure::iconLarge), 0, Qt::AlignHCenter);
    m_failure = makeLabel({});
    m_failure->setObjectName(u"reviewFailure"_s);
    m_failure->setWordWrap(true);
    m_failure->setAlignment(Qt::AlignCenter);
    column->addWidget(m_failure);
    QPushButton *again = makeButton(tr("Compare again"));
    again->setObjectName(u"reviewAgain"_s);
    column->addWidget(again, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(again, &QPushButton::clicked, this, &ReviewPage::refresh);
    return page;
}

void ReviewPage::refresh()
{
    const int generation = ++m_generation;
    if (m_stack->currentIndex() != Findings)
        m_stack->setCurrentIndex(Working);
    whenDone(m_desk.knowledgeReview(), this, [this, generation](const Result<KnowledgeReviewView> &review) {
        if (generation != m_generation)
            return;
        if (review) {
            show(*review);
            return;
        }
        m_failure->setText(Words::error(review.error()));
        m_stack->setCurrentIndex(Failed);
    });
}

void ReviewPage::show(const KnowledgeReviewView &review)
{
    clearLayout(*m_column);
    const std::size_t left = std::max(review.conflicts.size(), mostShown) +
                             std::max(review.stale.size(), mostShown) - 2 * mostShown;
    if (!review.conflicts.empty())
        addTitle(tr("Different figures for one thing"));
    for (std::size_t i = 0; i < std::min(review.conflicts.size(), mostShown); ++i)
        addConflict(review.conflicts[i]);
    if (!review.stale.empty())
        addTitle(tr("Old, and corrected again and again"));
    for (std::size_t i = 0; i < std::min(review.stale.size(), mostShown); ++i)
        addStale(review.stale[i]);
    if (left > 0)
        m_column->addWidget(makeSecondary(tr("%Ln more are not shown", nullptr, static_cast<int>(left))));
    m_column->addStretch(1);
    m_stack->setCurrentIndex(review.conflicts.empty() && review.stale.empty() ? Nothing : Findings);
}

void ReviewPage::addTitle(const QString &words)
{
    m_column->addWidget(makeLabel(words, 1.15, QFont::DemiBold));
}

void ReviewPage::addConflict(const ConflictRow &conflict)
{
    auto *card = new QFrame;
    card->setObjectName(u"conflictCard"_s);
    setSurface(*card, "card");
    auto *row = makeRow(Measure::gapSection);
    row->setContentsMargins(Measure::gapLarge, Measure::pad, Measure::gapLarge, Measure::pad);
    card->setLayout(row);
    row->addWidget(makePlace(conflict.first), 1);
    row->addWidget(makePlace(conflict.second), 1);
    m_column->addWidget(card);
}

QWidget *ReviewPage::makePlace(const StatementRow &place)
{
    auto *holder = new QWidget;
    auto *column = makeColumn(holder, 0, Measure::gapSmall);
    QPushButton *title = makeButton(place.title, "link");
    title->setAccessibleName(tr("Open %1 at the sentence").arg(place.title));
    setToolTipText(*title, place.title);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column->addWidget(title);
    auto *facts = makeRow();
    // Isolated, since the figure keeps its own direction in a mirrored window.
    const QString value = QChar(0x2068) + place.value + QChar(0x2069);
    facts->addWidget(new Chip({value, {}, Tone::Warn}));
    if (!place.updated.isEmpty())
        facts->addWidget(makeSecondary(tr("updated %1").arg(dayWords(place.updated)), 0.85));
    facts->addStretch(1);
    column->addLayout(facts);
    column->addWidget(makeWrapped(place.sentence));
    column->addStretch(1);
    connect(title, &QPushButton::clicked, this,
            [this, id = place.article, passage = place.passage] { Q_EMIT articleChosen(id, passage); });
    return holder;
}

void ReviewPage::addStale(const StaleRow &article)
{
    auto *card = new QFrame;
    card->setObjectName(u"staleCard"_s);
    setSurface(*card, "card");
    auto *column = makeColumn(card, 0, Measure::gapSmall);
    column->setContentsMargins(Measure::gapLarge, Measure::pad, Measure::gapLarge, Measure::pad);
    QPushButton *title = makeButton(article.title, "link");
    title->setAccessibleName(tr("Open %1").arg(article.title));
    setToolTipText(*title, article.title);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column->addWidget(title);
    const QString corrected =
        tr("%Ln reply(ies) written from it were changed or rejected since.", nullptr, article.corrections);
    //: The placeholders are a date and a sentence
    const QString words = article.days < 0 ? tr("Without a date. %1").arg(corrected)
                                           : tr("Updated %1. %2").arg(dayWords(article.updated), corrected);
    QLabel *label = makeWrapped(words, 0.92);
    label->setProperty("tone", u"secondary"_s);
    column->addWidget(label);
    m_column->addWidget(card);
    connect(title, &QPushButton::clicked, this,
            [this, id = article.article] { Q_EMIT articleChosen(id, -1); });
}

} // namespace Helmdesk
