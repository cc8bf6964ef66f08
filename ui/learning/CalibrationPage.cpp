#include "learning/CalibrationPage.h"

#include "insights/Proportion.h"
#include "learning/ReliabilityView.h"
#include "Replies.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QTreeWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QString rightText(qint64 right, qint64 judged)
{
    if (judged == 0)
        return QStringLiteral("\u2013");
    const Proportion share = proportionOf(right, judged);
    //: A share and its interval
    return CalibrationPage::tr("%1 (%2 to %3)")
        .arg(Words::percent(share.share), Words::percent(share.low), Words::percent(share.high));
}

QTreeWidget *makeTable(const QString &objectName, const QString &name, const QStringList &columns)
{
    auto *table = new QTreeWidget;
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setHeaderLabels(columns);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->header()->setStretchLastSection(false);
    table->header()->setDefaultAlignment(QStyle::visualAlignment(table->layoutDirection(), Qt::AlignLeading) |
                                         Qt::AlignVCenter);
    return table;
}

void addRow(QTreeWidget &table, const QStringList &texts)
{
    new QTreeWidgetItem(&table, texts);
}

// All rows without scrolling: the page around it scrolls.
void fit(QTreeWidget &table)
{
    table.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.header()->setSectionResizeMode(table.columnCount() - 1, QHeaderView::Stretch);
    table.setFixedHeight(table.header()->sizeHint().height() +
                         table.topLevelItemCount() * table.sizeHintForRow(0) + Measure::gap);
}

} // namespace

CalibrationPage::CalibrationPage(CalibrationRoom &room, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
{
    setObjectName(u"calibrationPage"_s);
    auto *outer = makeColumn(this);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(tr("Calibration"));
    auto *column = makePageColumn(*area);
    column->addWidget(makeChoices());
    m_stack = new QStackedWidget;
    m_missing = makeWrapped({});
    m_missing->setObjectName(u"nothingJudged"_s);
    m_missing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_stack->addWidget(m_missing);
    m_stack->addWidget(makeBody());
    column->addWidget(m_stack);
    m_nextTitle = makeLabel(tr("What to judge next"), 1.1, QFont::DemiBold);
    column->addWidget(m_nextTitle);
    m_next = makeColumn(nullptr, 0, 2);
    column->addLayout(m_next);
    column->addStretch(1);
    outer->addWidget(area);
    m_nextTitle->hide();
}

QWidget *CalibrationPage::makeChoices()
{
    auto *choices = new QWidget;
    auto *row = makeRow();
    row->setContentsMargins(0, 0, 0, 0);
    choices->setLayout(row);
    const auto add = [&](const QString &objectName, const QString &name,
                         const std::vector<std::pair<QString, int>> &entries) {
        auto *box = new ChoiceBox;
        box->setObjectName(objectName);
        box->setAccessibleName(name);
        for (const auto &[text, value] : entries)
            box->addItem(text, value);
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &CalibrationPage::refresh);
        return box;
    };
    m_of = add(u"calibrationOf"_s, tr("What was said"),
               {{tr("That the category is right"), static_cast<int>(SaidOf::Category)},
                {tr("That a draft is sent unchanged"), static_cast<int>(SaidOf::Answer)}});
    m_by = add(u"calibrationBy"_s, tr("Parts"),
               {{tr("By category"), static_cast<int>(CalibrationBy::Category)},
                {tr("By channel"), static_cast<int>(CalibrationBy::Channel)},
                {tr("By language"), static_cast<int>(CalibrationBy::Language)}});
    m_days = add(u"calibrationDays"_s, tr("Period"),
                 {{tr("Last %Ln days", nullptr, 30), 30},
                  {tr("Last %Ln days", nullptr, 90), 90},
                  {tr("All time"), 0}});
    row->addStretch(1);
    return choices;
}

QWidget *CalibrationPage::makeBody()
{
    auto *body = new QFrame;
    setSurface(*body, "card");
    auto *column = makeColumn(body, Measure::gapLarge, Measure::gap);
    m_sentence = makeWrapped({});
    m_sentence->setObjectName(u"calibrationSentence"_s);
    column->addWidget(m_sentence);
    m_drift = makeWrapped({}, 0.92);
    m_drift->setObjectName(u"calibrationDrift"_s);
    m_drift->setProperty("tone", u"secondary"_s);
    column->addWidget(m_drift);
    m_view = new ReliabilityView;
    column->addWidget(m_view, 0, Qt::AlignHCenter);
    m_bins = makeTable(u"calibrationBins"_s, tr("What was said and how often it was right"),
                       {tr("Said"), tr("Messages"), tr("Judged"), tr("Right"), tr("Share")});
    column->addWidget(m_bins);
    m_parts = makeTable(u"calibrationParts"_s, tr("The parts"),
                        {tr("Part"), tr("Messages"), tr("Judged"), tr("Gap on the average"), tr("Share")});
    column->addWidget(m_parts);
    column->addStretch(1);
    return body;
}

void CalibrationPage::refresh()
{
    const auto valueOf = [](const QComboBox *box) { return box->currentData().toInt(); };
    if (m_of == nullptr || m_by == nullptr || m_days == nullptr)
        return; // while it is made
    whenDone(m_room.calibration(static_cast<SaidOf>(valueOf(m_of)), static_cast<CalibrationBy>(valueOf(m_by)),
                                valueOf(m_days)),
             this, [this](const Result<CalibrationView> &view) {
                 if (view) {
                     show(*view);
                 } else if (view.error().kind != ErrorKind::Cancelled) {
                     m_missing->setText(Words::error(view.error()));
                     m_stack->setCurrentIndex(0);
                 }
             });
}

void CalibrationPage::show(const CalibrationView &view)
{
    const CalibrationTable &total = view.total;
    m_stack->setCurrentIndex(total.judged > 0 ? 1 : 0);
    m_missing->setText(
        total.runs == 0 ? tr("Nothing was said in this time: no message came that was sorted or answered.")
        : view.of == SaidOf::Category
            ? tr("Of %1 messages nobody judged a category yet. Send a draft, changed or not, or put a "
                 "message "
                 "into another category: from then on it says here how often the router was right.")
                  .arg(Words::number(total.runs))
            : tr("Of %1 drafts nobody sent, edited or rejected one yet: from then on it says here how often "
                 "they could leave unchanged.")
                  .arg(Words::number(total.runs)));
    m_sentence->setText(
        tr("%1 of %2 were judged, and %3 right. On the average what was said and what was right lie %4 "
           "apart (expected calibration error).")
            .arg(Words::number(total.judged), Words::number(total.runs), rightText(total.right, total.judged),
                 QLocale().toString(total.error, 'f', 3)));
    m_drift->setText(driftText(view.drift));
    m_view->setContent(total, view.threshold);
    showBins(total);
    showParts(view.parts);
    showNext(view.next);
}

void CalibrationPage::showBins(const CalibrationTable &table)
{
    m_bins->clear();
    for (size_t i = 0; i < calibrationBins; ++i) {
        const CalibrationBin &bin = table.bins[i];
        if (bin.runs == 0)
            continue;
        const QLocale locale;
        addRow(*m_bins, {tr("%1 to %2")
                             .arg(locale.toString(static_cast<double>(i) / calibrationBins, 'f', 1),
                                  locale.toString(static_cast<double>(i + 1) / calibrationBins, 'f', 1)),
                         Words::number(bin.runs), Words::number(bin.judged), Words::number(bin.right),
                         rightText(bin.right, bin.judged)});
    }
    fit(*m_bins);
}

QString CalibrationPage::partName(const QString &key) const
{
    switch (static_cast<CalibrationBy>(m_by->currentData().toInt())) {
    case CalibrationBy::Nothing:
        break;
    case CalibrationBy::Category:
        return Words::category(fromName<Category>(key).value_or(Category::Escalate));
    case CalibrationBy::Channel:
        return Words::channel(fromName<ChannelKind>(key).value_or(ChannelKind::Api));
    case CalibrationBy::Language:
        return Words::language(key);
    }
    return key;
}

void CalibrationPage::showParts(const std::vector<CalibrationTable> &parts)
{
    m_parts->clear();
    m_parts->setVisible(!parts.empty());
    for (const CalibrationTable &part : parts)
        addRow(*m_parts, {partName(part.key), Words::number(part.runs), Words::number(part.judged),
                          part.judged > 0 ? QLocale().toString(part.error, 'f', 3) : QStringLiteral("\u2013"),
                          rightText(part.right, part.judged)});
    fit(*m_parts);
}

void CalibrationPage::showNext(const std::vector<Saying> &next)
{
    clearLayout(*m_next);
    m_nextTitle->setVisible(!next.empty());
    for (const Saying &saying : next) {
        QPushButton *open = makeButton(tr("Conversation %1: said %2 for \u201c%3\u201d")
                                           .arg(Words::number(saying.conversation),
                                                Words::figure(saying.said), Words::category(saying.category)),
                                       "link");
        open->setObjectName(u"judgeNext"_s);
        connect(open, &QPushButton::clicked, this,
                [this, id = saying.conversation] { Q_EMIT conversationRequested(ConversationId{id}); });
        m_next->addWidget(open, 0, Qt::AlignLeading);
    }
}

QString CalibrationPage::driftText(const CalibrationDrift &drift) const
{
    if (!drift.isTold())
        return tr("Too few were judged to tell whether it drifts: %1 before and %2 now, of %3 each that it "
                  "takes.")
            .arg(Words::number(drift.judgedBefore), Words::number(drift.judgedNow),
                 Words::number(CalibrationDrift::leastJudged));
    const auto points = [](double gap) { return QLocale().toString(100.0 * gap, 'f', 1); };
    const QString what = drift.isShown() ? tr("It has drifted:") : tr("No drift is shown:");
    return what + u' ' +
           tr("right less said was %1 points before and is %2 now, against as many days before "
              "(Welch's test, p = %3).")
               .arg(points(drift.gapBefore), points(drift.gapNow), QLocale().toString(drift.p, 'g', 2));
}

} // namespace Helmdesk
