#include "inspector/RunPage.h"

#include "inspector/PlainFacts.h"
#include "inspector/Section.h"
#include "inspector/StepWords.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunPage)
};

// A line that opens to the details below it.
struct Foldable {
    QString title;
    QString figure;
    QString iconName;
    Token token = Token::Ok;
    std::vector<std::pair<QString, Json>> details;
    QString failure = {};
    bool isOpen = false;
};

// In plain words; the figures as the program has them can be copied.
void addDetails(QVBoxLayout &column, const QString &name, const Json &value)
{
    const PlainFacts::Facts facts = PlainFacts::of(value);
    if (facts.isEmpty())
        return;
    column.addWidget(makeSecondary(name, 0.85));
    QGridLayout *grid = addFacts(column);
    for (const auto &[fact, words] : facts)
        addFact(*grid, fact, words);
}

QPushButton *makeCopyButton(const Foldable &line)
{
    Json whole = Json::object();
    for (const auto &[name, value] : line.details)
        whole[name.toStdString()] = value;
    QPushButton *copy = makeButton(RunWords::tr("Copy the raw data"), "link", u"copy"_s);
    copy->setAccessibleName(RunWords::tr("Copy the raw data of %1").arg(line.title));
    QObject::connect(copy, &QPushButton::clicked, copy, [text = toIndentedBytes(whole)] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    });
    return copy;
}

void addFoldable(QVBoxLayout &list, const Foldable &line, QWidget *bar = nullptr)
{
    auto *row = makeRow(6);
    row->addWidget(makeIcon(line.iconName, line.token));
    auto *title = new ElidedButton(line.title);
    title->setAutoDefault(false);
    title->setProperty("kind", u"flatLine"_s);
    title->setCheckable(true);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    title->setAccessibleName(RunWords::tr("%1, show details").arg(line.title));
    row->addWidget(title, 1);
    row->addWidget(makeSecondary(line.figure));
    list.addLayout(row);
    if (bar)
        list.addWidget(bar);
    auto *details = new QWidget;
    auto *column = makeColumn(details, 0, Measure::gapSmall);
    if (!line.failure.isEmpty()) {
        QLabel *failure = makeWrapped(Words::foreign(line.failure), 0.92);
        failure->setProperty("tone", u"bad"_s);
        column->addWidget(failure);
    }
    for (const auto &[name, value] : line.details)
        addDetails(*column, name, value);
    if (column->count() > 0)
        column->addWidget(makeCopyButton(line), 0, Qt::AlignLeading);
    details->setVisible(line.isOpen);
    title->setChecked(line.isOpen);
    title->setEnabled(column->count() > 0);
    list.addWidget(details);
    QObject::connect(title, &QPushButton::toggled, details, &QWidget::setVisible);
}

QVBoxLayout *addList(QVBoxLayout &page)
{
    auto *list = new QVBoxLayout;
    list->setSpacing(2);
    page.addLayout(list);
    return list;
}

std::pair<QString, Token> stateIcon(ToolStatus status)
{
    switch (status) {
    case ToolStatus::Done:
        return {u"circle-check"_s, Token::Ok};
    case ToolStatus::PendingApproval:
        return {u"circle-pause"_s, Token::Warn};
    case ToolStatus::Denied:
        return {u"circle-x"_s, Token::Secondary};
    case ToolStatus::Failed:
        return {u"circle-x"_s, Token::Bad};
    }
    return {};
}

void addTools(QVBoxLayout &page, const Outcome &outcome)
{
    if (outcome.tools.empty())
        return;
    addSection(page, RunWords::tr("Tools"));
    QVBoxLayout *list = addList(page);
    for (const ToolCall &call : outcome.tools) {
        const auto [iconName, token] = stateIcon(call.status);
        addFoldable(
            *list,
            {.title = RunWords::tr("%1: %2").arg(Words::tool(call.name), Words::toolStatus(call.status)),
             .figure = Words::milliseconds(static_cast<double>(call.micros) / 1000.0),
             .iconName = iconName,
             .token = token,
             .details = {{RunWords::tr("Arguments"), call.args}, {RunWords::tr("Result"), call.result}},
             .failure = call.failure,
             .isOpen = call.status == ToolStatus::Failed});
    }
}

// One row a step; below it a bar from where it began to where it ended within the run.
void addSteps(QVBoxLayout &page, const ConversationView &view)
{
    double total = 0.0;
    for (const RunStepView &step : view.steps)
        total += step.milliseconds;
    addSection(page, RunWords::tr("Timeline"), Words::milliseconds(total));
    QVBoxLayout *list = addList(page);
    double begun = 0.0;
    for (const RunStepView &step : view.steps) {
        const StepLine line = StepWords::lineOf(step);
        auto *bar = new TimeBar;
        bar->setSpan(total > 0.0 ? begun / total : 0.0, total > 0.0 ? step.milliseconds / total : 0.0);
        begun += step.milliseconds;
        addFoldable(
            *list,
            {.title = line.words,
             .figure = Words::milliseconds(step.milliseconds),
             .iconName = line.icon,
             .token = line.token,
             .details = {{RunWords::tr("Input"), step.request}, {RunWords::tr("Output"), step.result}},
             .isOpen = step.hasFailed},
            bar);
    }
}

} // namespace

void fillRunPage(QVBoxLayout &page, const ConversationView &view)
{
    if (!view.outcome) {
        page.addWidget(makeSecondary(RunWords::tr("No run has finished.")));
        return;
    }
    const Outcome &outcome = *view.outcome;
    QGridLayout *facts = addFacts(page);
    addFact(*facts, RunWords::tr("Outcome"), Words::decision(outcome.decision));
    addFact(*facts, RunWords::tr("Engine"),
            outcome.engine == "builtin"_L1 ? RunWords::tr("Built-in engine")
            : outcome.engine == "cache"_L1 ? RunWords::tr("An earlier answer of a model")
                                           : outcome.engine);
    addFact(*facts, RunWords::tr("Cost"), u"%1 USD"_s.arg(Words::figure(outcome.costUsd)));
    if (outcome.tokensIn + outcome.tokensOut > 0)
        addFact(*facts, RunWords::tr("Tokens"),
                RunWords::tr("%1 in, %2 out")
                    .arg(QLocale().toString(outcome.tokensIn), QLocale().toString(outcome.tokensOut)));
    addSteps(page, view);
    addTools(page, outcome);
}

} // namespace Helmdesk
