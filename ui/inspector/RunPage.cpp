#include "inspector/RunPage.h"

#include "inspector/Section.h"
#include "inspector/StepWords.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunPage)
};

QPlainTextEdit *makeCode(const QString &name, const QString &text)
{
    auto *code = new QPlainTextEdit(text);
    code->setReadOnly(true);
    code->setProperty("kind", u"code"_s);
    code->setAccessibleName(name);
    code->setTabChangesFocus(true);
    QFont font(u"monospace"_s);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(Theme::font(0.85).pointSizeF());
    code->setFont(font);
    code->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    const int lines = std::clamp(static_cast<int>(text.count(u'\n')) + 2, 3, 12);
    code->setFixedHeight(QFontMetrics(font).lineSpacing() * lines + 12);
    return code;
}

// A line that opens to the details below it.
struct Foldable {
    QString title;
    QString figure;
    QString iconName;
    Token token = Token::Ok;
    QList<std::pair<QString, QString>> details;
    bool isOpen = false;
};

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
    for (const auto &[name, text] : line.details) {
        if (text.trimmed().isEmpty())
            continue;
        column->addWidget(makeSecondary(name, 0.85));
        column->addWidget(makeCode(RunWords::tr("%1 of %2").arg(name, line.title), text));
    }
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

QString indented(const Json &json)
{
    return json.is_null() ? QString() : QString::fromUtf8(toIndentedBytes(json));
}

void addTools(QVBoxLayout &page, const Outcome &outcome)
{
    if (outcome.tools.empty())
        return;
    addSection(page, RunWords::tr("Tools"));
    QVBoxLayout *list = addList(page);
    for (const ToolCall &call : outcome.tools) {
        const auto [iconName, token] = stateIcon(call.status);
        QString result = indented(call.result);
        if (!call.failure.isEmpty())
            result = call.failure + u'\n' + result;
        addFoldable(*list, {.title = RunWords::tr("%1: %2").arg(call.name, Words::toolStatus(call.status)),
                            .figure = Words::milliseconds(static_cast<double>(call.micros) / 1000.0),
                            .iconName = iconName,
                            .token = token,
                            .details = {{RunWords::tr("Arguments"), indented(call.args)},
                                        {RunWords::tr("Result"), result}},
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
        addFoldable(*list,
                    {.title = line.words,
                     .figure = Words::milliseconds(step.milliseconds),
                     .iconName = line.icon,
                     .token = line.token,
                     .details = {{RunWords::tr("Input"), step.input}, {RunWords::tr("Output"), step.output}},
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
            outcome.engine == "builtin"_L1 ? RunWords::tr("Built-in engine") : outcome.engine);
    addFact(*facts, RunWords::tr("Cost"), u"%1 USD"_s.arg(Words::figure(outcome.costUsd)));
    if (outcome.tokensIn + outcome.tokensOut > 0)
        addFact(*facts, RunWords::tr("Tokens"),
                RunWords::tr("%1 in, %2 out")
                    .arg(QLocale().toString(outcome.tokensIn), QLocale().toString(outcome.tokensOut)));
    addSteps(page, view);
    addTools(page, outcome);
}

} // namespace Helmdesk
