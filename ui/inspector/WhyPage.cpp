#include "inspector/WhyPage.h"

#include "inspector/IntentWords.h"
#include "inspector/ReasonWords.h"
#include "inspector/Section.h"
#include "inspector/StepWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <cmath>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct WhyWords {
    Q_DECLARE_TR_FUNCTIONS(WhyPage)
};

QString measureWords(double value, double threshold)
{
    QString figure = Words::figure(value);
    if (threshold <= 0.0)
        return figure;
    if (value < threshold && figure == Words::figure(threshold))
        figure = QLocale().toString(std::floor(10'000.0 * value) / 10'000.0, 'f', 4);
    return value < threshold
               ? WhyWords::tr("%1, below the threshold %2").arg(figure, Words::figure(threshold))
               : WhyWords::tr("%1, threshold %2").arg(figure, Words::figure(threshold));
}

// A bar with the threshold as a tick, and the same in words.
void addMeasure(QVBoxLayout &page, const QString &name, double value, double threshold)
{
    auto *bar = new ValueBar;
    bar->setValue(value, threshold > 0.0 ? std::optional(threshold) : std::nullopt,
                  value < threshold ? Tone::Warn : Tone::Ok);
    bar->setAccessibleName(WhyWords::tr("%1: %2").arg(name, measureWords(value, threshold)));
    auto *measure = new QVBoxLayout;
    measure->setSpacing(2);
    measure->addWidget(bar);
    measure->addWidget(makeSecondary(measureWords(value, threshold), 0.85));
    page.addLayout(measure);
}

// What an operator needs to know, before any figure.
void addSentence(QVBoxLayout &page, const ConversationView &view)
{
    QLabel *label = makeWrapped(ReasonWords::inShort(view));
    label->setObjectName(u"whyInShort"_s);
    label->setFont(Theme::font(1.0, QFont::Medium));
    page.addWidget(label);
}

void addCategory(QVBoxLayout &page, const ConversationView &view)
{
    const Outcome &outcome = *view.outcome;
    addSection(page, WhyWords::tr("Category"));
    auto *row = makeRow();
    row->addWidget(new Chip({Words::category(outcome.category), {}, Words::tone(outcome.category)}));
    auto *intent = new ElidedLabel(IntentWords::title(outcome.intent));
    intent->setObjectName(u"whyIntent"_s);
    row->addWidget(intent, 1);
    if (view.runnerUp)
        row->addWidget(
            makeSecondary(WhyWords::tr("next: %1 %2")
                              .arg(Words::category(*view.runnerUp), Words::figure(view.runnerUpConfidence))));
    page.addLayout(row);
    addMeasure(page, WhyWords::tr("Confidence in the category"), outcome.confidence, view.routingThreshold);
}

std::optional<double> partOf(const Outcome &outcome, QLatin1StringView name)
{
    for (const NamedValue &part : outcome.confidenceParts)
        if (part.name == name)
            return part.value;
    return std::nullopt;
}

// Whether people's decisions on earlier drafts say something else than the engine, as far as two decimals
// show.
bool isMovedByVerdicts(double estimate, const std::optional<double> &answer)
{
    return answer && std::abs(estimate - *answer) >= 0.005;
}

// The parts in the order in which the work was done. The category and its margin stand above.
void addParts(QVBoxLayout &page, const ConversationView &view)
{
    const Outcome &outcome = *view.outcome;
    const auto answer = partOf(outcome, "answer"_L1);
    if (outcome.confidenceParts.empty() || (answer && qFuzzyIsNull(*answer)))
        return; // nothing was answered
    addSection(page, WhyWords::tr("Confidence in the answer"), answer ? Words::figure(*answer) : QString());
    if (answer)
        addMeasure(page, WhyWords::tr("Confidence in the answer"), *answer, view.answerThreshold);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const auto name : {"retrieval"_L1, "grounding"_L1, "tools"_L1, "sentiment"_L1, "estimate"_L1}) {
        const auto value = partOf(outcome, name);
        if (!value || (name == "estimate"_L1 && !isMovedByVerdicts(*value, answer)))
            continue;
        const bool isMood = name == "sentiment"_L1; // from -1 to 1
        const QString words = Words::part(name);
        auto *bar = new ValueBar;
        bar->setValue(isMood ? (*value + 1.0) / 2.0 : *value, std::nullopt,
                      isMood                          ? (*value < 0.0   ? Tone::Warn
                                                         : *value > 0.0 ? Tone::Ok
                                                                        : Tone::Grey) // neither
                      : *value < view.answerThreshold ? Tone::Warn
                                                      : Tone::Ok);
        bar->setAccessibleName(WhyWords::tr("%1: %2").arg(words, Words::figure(*value)));
        const int row = grid->rowCount();
        grid->addWidget(makeLabel(words, 0.96), row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(makeLabel(Words::figure(*value), 0.96), row, 2, Qt::AlignTrailing);
    }
    page.addLayout(grid);
}

// The steps in short; the page Run has their input and output.
void addRun(QVBoxLayout &page, const ConversationView &view)
{
    if (view.steps.empty())
        return;
    double total = 0.0;
    for (const RunStepView &step : view.steps)
        total += step.milliseconds;
    addSection(page, WhyWords::tr("Run"), Words::milliseconds(total));
    auto *list = new QVBoxLayout;
    list->setSpacing(6);
    page.addLayout(list);
    for (const RunStepView &step : view.steps) {
        const StepLine line = StepWords::lineOf(step);
        auto *row = makeRow();
        row->addWidget(makeIcon(line.icon, line.token));
        row->addWidget(new ElidedLabel(line.words), 1);
        row->addWidget(makeSecondary(Words::milliseconds(step.milliseconds)));
        list->addLayout(row);
    }
}

// Each reason once, in the order in which they came, with all that is said of it.
std::vector<std::pair<EscalationReason, QStringList>> groupedReasons(const ConversationView &view)
{
    std::vector<std::pair<EscalationReason, QStringList>> groups;
    for (const ReasonDetail &detail : view.outcome->reasons) {
        auto group = std::ranges::find(groups, detail.reason, [](const auto &each) { return each.first; });
        if (group == groups.end())
            group = groups.emplace(group, detail.reason, QStringList());
        // Several signs of one thing are one detail.
        if (const QString words = ReasonWords::sentence(detail, view); !group->second.contains(words))
            group->second.append(words);
    }
    return groups;
}

void addReasons(QVBoxLayout &page, const ConversationView &view)
{
    const Outcome &outcome = *view.outcome;
    if (outcome.reasons.empty())
        return;
    addSection(page, outcome.decision == Decision::Escalated ? WhyWords::tr("Why a person is needed")
                                                             : WhyWords::tr("Why it was not sent"));
    const Token token = outcome.decision == Decision::Escalated ? Token::Bad : Token::Warn;
    for (const auto &[reason, details] : groupedReasons(view)) {
        auto *row = makeRow(6);
        row->addWidget(makeIcon(Words::icon(reason), token), 0, Qt::AlignTop);
        auto *lines = new QVBoxLayout;
        lines->setSpacing(2);
        QLabel *title = makeLabel(Words::reason(reason), 0.96, QFont::Medium);
        title->setObjectName(u"whyReason"_s);
        lines->addWidget(title);
        for (const QString &words : details) {
            QLabel *detail = makeWrapped(words, 0.88);
            detail->setProperty("tone", u"secondary"_s);
            lines->addWidget(detail);
        }
        row->addLayout(lines, 1);
        page.addLayout(row);
    }
}

void addSources(QVBoxLayout &page, const Outcome &outcome,
                const std::function<void(const Citation &)> &openCitation)
{
    if (outcome.citations.empty())
        return;
    addSection(page, WhyWords::tr("Sources"));
    auto *list = new QVBoxLayout;
    list->setSpacing(2);
    page.addLayout(list);
    int number = 0;
    for (const Citation &citation : outcome.citations) {
        auto *row = makeRow(6);
        auto *figure = new Chip({Words::number(++number), {}, Tone::Grey});
        figure->setFixedWidth(24);
        row->addWidget(figure);
        auto *title = new ElidedButton(citation.title);
        title->setProperty("kind", u"link"_s);
        title->setAutoDefault(false);
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        title->setAccessibleName(
            WhyWords::tr("Open source %1: %2").arg(Words::number(number), citation.title));
        setToolTipText(*title, citation.snippet);
        QObject::connect(title, &QPushButton::clicked, title,
                         [openCitation, citation] { openCitation(citation); });
        row->addWidget(title, 1);
        list->addLayout(row);
    }
}

} // namespace

void fillWhyPage(QVBoxLayout &page, const ConversationView &view,
                 const std::function<void(const Citation &)> &openCitation)
{
    if (!view.outcome) {
        QLabel *label = makeWrapped(WhyWords::tr(
            "Helmdesk has not read this conversation: it is new, or it came from an earlier desk."));
        label->setProperty("tone", u"secondary"_s);
        page.addWidget(label);
        return;
    }
    addSentence(page, view);
    addCategory(page, view);
    addReasons(page, view);
    addParts(page, view);
    addSources(page, *view.outcome, openCitation);
    addRun(page, view);
}

} // namespace Helmdesk
