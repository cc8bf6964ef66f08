#include "inspector/WhyPage.h"

#include "inspector/Section.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QGuiApplication>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct WhyWords {
    Q_DECLARE_TR_FUNCTIONS(WhyPage)
};

// The limit that the confidence was held against, where a reason names it.
std::optional<double> thresholdOf(const Outcome &outcome)
{
    for (const ReasonDetail &reason : outcome.reasons)
        if (reason.reason == EscalationReason::LowConfidence && reason.threshold > 0.0)
            return reason.threshold;
    for (const NamedValue &part : outcome.confidenceParts)
        if (part.name == "threshold"_L1)
            return part.value;
    return std::nullopt;
}

void addCategory(QVBoxLayout &page, const ConversationView &view)
{
    const Outcome &outcome = *view.outcome;
    const auto threshold = thresholdOf(outcome);
    addSection(page, WhyWords::tr("Category"));
    auto *row = makeRow();
    row->addWidget(new Chip({Words::category(outcome.category), {}, Words::tone(outcome.category)}));
    QString intent = outcome.intent.section(u'.', -1);
    row->addWidget(new ElidedLabel(intent.replace(u'_', u' ')), 1);
    if (view.runnerUp)
        row->addWidget(
            makeSecondary(WhyWords::tr("next: %1 %2")
                              .arg(Words::category(*view.runnerUp), Words::figure(view.runnerUpConfidence))));
    page.addLayout(row);
    auto *bar = new ValueBar;
    const bool isBelow = threshold && outcome.confidence < *threshold;
    bar->setValue(outcome.confidence, threshold, isBelow ? Tone::Warn : Tone::Ok);
    bar->setAccessibleName(WhyWords::tr("Confidence %1").arg(Words::figure(outcome.confidence)));
    auto *measure = new QVBoxLayout;
    measure->setSpacing(2);
    measure->addWidget(bar);
    page.addLayout(measure);
    const QString figure = Words::figure(outcome.confidence);
    const QString words =
        !threshold ? figure
        : isBelow  ? WhyWords::tr("%1, below the threshold %2").arg(figure, Words::figure(*threshold))
                   : WhyWords::tr("%1, threshold %2").arg(figure, Words::figure(*threshold));
    measure->addWidget(makeSecondary(words, 0.85));
}

void addParts(QVBoxLayout &page, const Outcome &outcome)
{
    if (outcome.confidenceParts.empty())
        return;
    addSection(page, WhyWords::tr("Confidence in the answer"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const NamedValue &part : outcome.confidenceParts) {
        if (part.name == "threshold"_L1)
            continue;
        const int row = grid->rowCount();
        auto *bar = new ValueBar;
        const double shown = part.value < 0.0 ? (part.value + 1.0) / 2.0 : part.value;
        bar->setValue(shown, std::nullopt, part.value < 0.5 ? Tone::Warn : Tone::Ok);
        bar->setAccessibleName(WhyWords::tr("%1: %2").arg(Words::part(part.name), Words::figure(part.value)));
        grid->addWidget(makeLabel(Words::part(part.name), 0.96), row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(makeLabel(Words::figure(part.value), 0.96), row, 2, Qt::AlignTrailing);
    }
    page.addLayout(grid);
}

QString reasonWords(const ReasonDetail &reason)
{
    if (qFuzzyIsNull(reason.value) && qFuzzyIsNull(reason.threshold))
        return reason.detail;
    const QString figures =
        WhyWords::tr("value %1, limit %2").arg(Words::figure(reason.value), Words::figure(reason.threshold));
    if (reason.detail.isEmpty())
        return figures;
    // The detail may be a Latin name: the mark keeps the sentence in the direction of the window.
    const QString mark = QGuiApplication::isRightToLeft() ? QString(QChar(0x200F)) : QString();
    return mark + WhyWords::tr("%1; %2").arg(reason.detail, figures);
}

void addReasons(QVBoxLayout &page, const Outcome &outcome)
{
    if (outcome.reasons.empty())
        return;
    addSection(page, outcome.decision == Decision::Escalated ? WhyWords::tr("Why a person is needed")
                                                             : WhyWords::tr("Why it was not sent"));
    const Tone tone = outcome.decision == Decision::Escalated ? Tone::Bad : Tone::Warn;
    for (const ReasonDetail &reason : outcome.reasons) {
        auto *row = makeRow(6);
        row->addWidget(makeIcon(Words::icon(reason.reason), tone == Tone::Bad ? Token::Bad : Token::Warn), 0,
                       Qt::AlignTop);
        auto *lines = new QVBoxLayout;
        lines->setSpacing(2);
        lines->addWidget(makeLabel(Words::reason(reason.reason), 0.96, QFont::Medium));
        if (const QString words = reasonWords(reason); !words.isEmpty()) {
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
        auto *figure = new Chip({QString::number(++number), {}, Tone::Grey});
        figure->setFixedWidth(24);
        row->addWidget(figure);
        QPushButton *title = makeButton(citation.title, "link");
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        title->setToolTip(citation.snippet);
        title->setAccessibleName(WhyWords::tr("Open source %1: %2").arg(number).arg(citation.title));
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
        QLabel *label = makeWrapped(WhyWords::tr("Helmdesk has not finished reading this conversation."));
        label->setProperty("tone", u"secondary"_s);
        page.addWidget(label);
        return;
    }
    addCategory(page, view);
    addReasons(page, *view.outcome);
    addParts(page, *view.outcome);
    addSources(page, *view.outcome, openCitation);
}

} // namespace Helmdesk
