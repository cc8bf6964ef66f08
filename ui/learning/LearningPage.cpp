#include "learning/LearningPage.h"

#include "learning/CalibrationPage.h"
#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QTreeWidget>

#include <cmath>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

enum Column { TextColumn, CategoryColumn, OriginColumn, UseColumn };
constexpr int idRole = Qt::UserRole;
constexpr int shownTextLength = 120;

// As in the other views, and finely where it is a small one: "2 %", "0.5 %".
QString percent(double share)
{
    const double value = share * 100.0;
    const bool isWhole = value >= 10.0 || qFuzzyCompare(1.0 + value, 1.0 + std::round(value));
    return isWhole ? Words::percent(share)
                   //: A figure of a hundred
                   : LearningPage::tr("%1 %").arg(QLocale().toString(value, 'f', 1));
}

QString originWord(const QString &origin)
{
    if (origin == "draft_edited"_L1)
        return LearningPage::tr("Draft edited");
    if (origin == "draft_rejected"_L1)
        return LearningPage::tr("Draft rejected");
    if (origin == "false_alarm"_L1)
        return LearningPage::tr("False alarm");
    if (origin == "import"_L1)
        return LearningPage::tr("Import");
    return LearningPage::tr("Category changed");
}

QString useWord(ContributionUse use)
{
    switch (use) {
    case ContributionUse::Used:
        return LearningPage::tr("Learnt from");
    case ContributionUse::Excluded:
        return LearningPage::tr("Excluded");
    case ContributionUse::NeedsReview:
        return LearningPage::tr("Waits for your review");
    case ContributionUse::OverCustomerLimit:
        return LearningPage::tr("Over the limit of one customer");
    case ContributionUse::OverDayLimit:
        return LearningPage::tr("Over the limit of one day");
    case ContributionUse::OverCategoryLimit:
        return LearningPage::tr("Over the limit of the category");
    case ContributionUse::TooLong:
        return LearningPage::tr("Too long");
    }
    return {};
}

QString stateWord(VersionState state)
{
    switch (state) {
    case VersionState::Active:
        return LearningPage::tr("In use");
    case VersionState::Former:
        return LearningPage::tr("Used before");
    case VersionState::Declined:
        return LearningPage::tr("Declined: it was worse");
    }
    return {};
}

// What changed, and how it compares with the version before.
QString explanation(const ModelVersion &version)
{
    if (version.file.isEmpty())
        return LearningPage::tr("The model that came with the program.");
    const Json &changed = memberOrNull(version.report, "changed");
    const Json &held = memberOrNull(version.report, "held_back");
    const Json &validation = memberOrNull(version.report, "validation");
    QStringList sentences{LearningPage::tr("%Ln new correction(s) from %1 customer(s).", nullptr,
                                           static_cast<int>(numberOr(changed, "contributions", 0.0)))
                              .arg(Words::number(qRound64(numberOr(changed, "customers", 0.0))))};
    if (numberOr(held, "n", 0.0) > 0.0)
        sentences << LearningPage::tr("Right on corrections that it had not seen: %1, before %2.")
                         .arg(percent(numberOr(held, "after", 0.0)), percent(numberOr(held, "before", 0.0)));
    sentences << LearningPage::tr("Right on the validation messages: %1, before %2.")
                     .arg(percent(numberOr(validation, "after", 0.0)),
                          percent(numberOr(validation, "before", 0.0)));
    return sentences.join(u' ');
}

} // namespace

LearningPage::LearningPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"learningPage"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    m_header = new ViewHeader(tr("Learning"));
    m_learn = makeButton(tr("Learn now"));
    m_learn->setObjectName(u"learnNow"_s);
    m_header->addAction(m_learn);
    column->addWidget(m_header);
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEmptyState(
        u"sparkles"_s,
        tr("Nothing was corrected yet. When you change a category, edit a draft or mark a false "
           "alarm, the router learns from it, and you see here what came of it.")));
    m_stack->addWidget(makeBody());
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_stack);
    column->addWidget(m_pages, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_pages, InlineBar::Edge::Bottom);
    connect(m_learn, &QPushButton::clicked, this, &LearningPage::learnNow);
    connect(&desk, &Desk::learningChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *LearningPage::makeBody()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("What the router has learnt"));
    auto *body = new QWidget;
    body->setObjectName(u"scrollBody"_s);
    auto *column = makeColumn(body, Measure::gapSection, Measure::gap);
    column->addWidget(makeLabel(tr("What can be promised"), 1.1, QFont::DemiBold));
    m_promise = makeWrapped({});
    m_promise->setObjectName(u"promise"_s);
    m_evidence = makeWrapped({}, 0.92);
    column->addWidget(m_promise);
    column->addWidget(m_evidence);
    column->addWidget(makeLine());
    column->addWidget(makeLabel(tr("Versions of the router"), 1.1, QFont::DemiBold));
    m_new = makeSecondary({});
    column->addWidget(m_new);
    m_versions = makeColumn(nullptr, 0, Measure::gap);
    column->addLayout(m_versions);
    column->addWidget(makeLine());
    auto *title = makeRow();
    title->addWidget(makeLabel(tr("Contributions"), 1.1, QFont::DemiBold), 1);
    m_accept = makeButton(tr("Accept"), "", u"check"_s);
    m_accept->setObjectName(u"acceptContribution"_s);
    m_exclude = makeButton(tr("Exclude"), "", u"x"_s);
    m_exclude->setObjectName(u"excludeContribution"_s);
    title->addWidget(m_accept);
    title->addWidget(m_exclude);
    column->addLayout(title);
    m_contributions = new QTreeWidget;
    m_contributions->setObjectName(u"contributions"_s);
    m_contributions->setAccessibleName(tr("Contributions"));
    m_contributions->setHeaderLabels({tr("Message"), tr("Category"), tr("From"), tr("Use")});
    m_contributions->header()->setDefaultAlignment(
        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter);
    m_contributions->setRootIsDecorated(false);
    m_contributions->setUniformRowHeights(true);
    m_contributions->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_contributions->setMinimumHeight(240);
    m_table = new QStackedWidget;
    m_table->addWidget(m_contributions);
    QWidget *nothing = makeEmptyState(
        u"sparkles"_s,
        tr("No correction yet. When you change a category, edit a draft or mark a false alarm, it stands "
           "here, and you decide whether the router may learn from it."));
    nothing->setObjectName(u"noContribution"_s);
    m_table->addWidget(nothing);
    column->addWidget(m_table, 1);
    area->setWidget(body);
    const auto enable = [this] {
        const bool any = !m_contributions->selectedItems().isEmpty();
        m_accept->setEnabled(any);
        m_exclude->setEnabled(any);
    };
    enable();
    connect(m_contributions, &QTreeWidget::itemSelectionChanged, this, enable);
    connect(m_accept, &QPushButton::clicked, this, [this] { review(ReviewState::Accepted); });
    connect(m_exclude, &QPushButton::clicked, this, [this] { review(ReviewState::Excluded); });
    return area;
}

void LearningPage::setCalibration(CalibrationRoom &room)
{
    if (m_calibration != nullptr)
        return;
    m_calibration = new CalibrationPage(room);
    m_pages->addWidget(m_calibration);
    connect(m_calibration, &CalibrationPage::conversationRequested, this,
            &LearningPage::conversationRequested);
    auto *tabs = new QButtonGroup(this);
    const QStringList names{tr("Router"), tr("Calibration")};
    for (int page = Router; page <= Calibration; ++page) {
        QPushButton *tab = makeButton(names.at(page), "tab");
        tab->setCheckable(true);
        tab->setChecked(page == Router);
        tabs->addButton(tab, page);
        m_header->addAction(tab);
    }
    m_header->addAction(m_learn); // stays the last
    connect(tabs, &QButtonGroup::idClicked, this, [this](int page) { setPage(static_cast<Page>(page)); });
}

void LearningPage::setPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_learn->setVisible(page == Router);
    refresh();
}

void LearningPage::refresh()
{
    if (m_calibration != nullptr && m_pages->currentWidget() == m_calibration)
        m_calibration->refresh();
    whenDone(m_desk.learning(), this, [this](const Result<LearningView> &view) {
        if (view)
            show(*view);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(view.error()));
    });
}

void LearningPage::show(const LearningView &view)
{
    const bool isEmpty = view.contributions.empty() && view.versions.size() < 2 && view.promise.evidence == 0;
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_learn->setEnabled(!view.contributions.empty() && !view.isTraining);
    showPromise(view);
    m_new->setText(view.newContributions == 0
                       ? tr("The version in use has learnt from every correction.")
                       : tr("%Ln correction(s) that the version in use has not learnt from.", nullptr,
                            view.newContributions));
    showVersions(view.versions);
    showContributions(view.contributions);
}

void LearningPage::showPromise(const LearningView &view)
{
    const PromiseReport &promise = view.promise;
    const QString error = percent(view.shownError);
    QString text;
    if (promise.isKept)
        text = tr("At most %1 of the automatically routed messages wrong: kept by routing at a confidence of "
                  "%2 or more, which takes %3 of the messages.")
                   .arg(error, Words::figure(promise.threshold), percent(promise.coverage));
    else if (promise.evidence < promise.leastNeeded)
        text = tr("Too little evidence to promise at most %1 wrong: at least %2 judged messages are needed.")
                   .arg(error, Words::number(promise.leastNeeded)) +
               u' ' + tr("Judged so far: %1.").arg(Words::number(promise.evidence));
    else
        text = tr("The evidence does not carry a promise of at most %1 wrong: at no confidence are enough of "
                  "the judged messages right.")
                   .arg(error);
    m_promise->setText(text);
    QString detail = promise.isKept ? tr("%1 of %2 judged messages at that confidence were wrong; their true "
                                         "share lies between %3 and %4 with a probability of 90 percent.")
                                          .arg(Words::number(promise.wrong))
                                          .arg(Words::number(promise.routed))
                                          .arg(percent(promise.errorLow), percent(promise.errorHigh))
                                    : QString();
    if (view.promisedError <= 0.0)
        detail += (detail.isEmpty() ? QString() : u" "_s) +
                  tr("No promise is set: this shows what one would need. Set it in the settings.");
    m_evidence->setText(detail);
    m_evidence->setVisible(!detail.isEmpty());
}

void LearningPage::showVersions(const std::vector<ModelVersion> &versions)
{
    clearLayout(*m_versions);
    for (const ModelVersion &version : versions) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *words = makeColumn(nullptr, 0, Measure::gapSmall);
        words->addWidget(
            makeLabel(tr("Version %1, %2").arg(Words::number(version.id)).arg(Words::moment(version.at)), 1.0,
                      QFont::DemiBold));
        words->addWidget(makeWrapped(explanation(version), 0.92));
        line->addLayout(words, 1);
        line->addWidget(new Chip(
            {stateWord(version.state), {}, version.state == VersionState::Active ? Tone::Ok : Tone::Grey}));
        if (version.state == VersionState::Former) {
            QPushButton *back = makeButton(tr("Roll back"), "", u"undo-2"_s);
            back->setObjectName(u"rollBack"_s);
            back->setAccessibleName(tr("Roll back to version %1").arg(Words::number(version.id)));
            connect(back, &QPushButton::clicked, this, [this, id = version.id] {
                answer(m_desk.rollBackRouter(id), tr("Version %1 is in use.").arg(Words::number(id)));
            });
            line->addWidget(back);
        }
        m_versions->addWidget(row);
    }
}

void LearningPage::showContributions(const std::vector<Contribution> &contributions)
{
    m_contributions->clear();
    m_table->setCurrentIndex(contributions.empty() ? 1 : 0);
    for (QPushButton *button : {m_accept, m_exclude})
        button->setVisible(!contributions.empty());
    QList<QTreeWidgetItem *> items;
    for (const Contribution &contribution : contributions) {
        const QString text = contribution.text.simplified();
        auto *item = new QTreeWidgetItem({Words::foreign(text.left(shownTextLength)),
                                          Words::category(contribution.category),
                                          originWord(contribution.origin), useWord(contribution.use)});
        item->setData(TextColumn, Qt::ToolTipRole, toolTipOf(text));
        item->setData(TextColumn, idRole, contribution.id);
        items << item;
    }
    m_contributions->addTopLevelItems(items);
    for (const Column column : {CategoryColumn, OriginColumn, UseColumn})
        m_contributions->resizeColumnToContents(column);
    m_contributions->setColumnWidth(TextColumn, 420);
}

void LearningPage::review(ReviewState state)
{
    const QString done = state == ReviewState::Accepted ? tr("The router may learn from it.")
                                                        : tr("The router will not learn from it.");
    for (const QTreeWidgetItem *item : m_contributions->selectedItems())
        answer(m_desk.reviewContribution(item->data(TextColumn, idRole).toLongLong(), state), done);
}

void LearningPage::learnNow()
{
    m_learn->setEnabled(false);
    m_bar->say(InlineBar::Kind::Ok, tr("The router is learning. You can go on working."));
    whenDone(m_desk.learnNow(), this, [this](const Result<QString> &done) {
        if (done)
            m_bar->say(InlineBar::Kind::Ok, tr("A new version was made; see below."), 6000);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(done.error()));
        refresh();
    });
}

void LearningPage::answer(const Desk::Reply<> &reply, const QString &done)
{
    whenDone(reply, this, [this, done](const Result<> &result) {
        if (result)
            m_bar->say(InlineBar::Kind::Ok, done, 6000);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(result.error()));
        refresh();
    });
}

} // namespace Helmdesk
