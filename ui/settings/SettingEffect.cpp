#include "settings/SettingEffect.h"

#include "settings/ReplayCurveView.h"
#include "settings/ReplayWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QMenu>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int mostInMenu = 20;

} // namespace

SettingEffect::SettingEffect(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    m_curve = new ReplayCurveView;
    m_curve->setObjectName(name + ".curve"_L1);
    m_curve->hide();
    column->addWidget(m_curve);
    auto *row = makeRow();
    m_sentence = makeWrapped({}, 0.85);
    m_sentence->setObjectName(name + ".effect"_L1);
    m_sentence->setProperty("tone", u"secondary"_s);
    row->addWidget(m_sentence, 1);
    m_list = makeButton(tr("Which?"), "link");
    m_list->setObjectName(name + ".which"_L1);
    m_list->setAccessibleName(tr("Conversations that would have gone another way"));
    m_list->hide();
    row->addWidget(m_list, 0, Qt::AlignTop);
    column->addLayout(row);
    connect(m_list, &QPushButton::clicked, this, &SettingEffect::openList);
    hide();
}

void SettingEffect::setCurve(const ReplayCurve &curve, double today, qint64 runs)
{
    m_curve->setCurve(curve, today, runs);
    m_curve->setVisible(runs > 0);
    setVisible(runs > 0 || !m_sentence->text().isEmpty());
}

void SettingEffect::setStanding(const QString &about, const ReplayEffect &effect)
{
    m_standing = effect;
    m_about = about;
    show(about, effect);
}

void SettingEffect::setTried(std::optional<double> value)
{
    m_curve->setTried(value);
}

void SettingEffect::showTried(const ReplayEffect &effect)
{
    show({}, effect);
}

void SettingEffect::endTrying()
{
    m_curve->setTried({});
    if (m_standing)
        show(m_about, *m_standing);
    else
        show({}, {});
}

void SettingEffect::show(const QString &about, const ReplayEffect &effect)
{
    m_shown = effect;
    const QString words = effect.days > 0 ? ReplayWords::effect(effect) : QString();
    m_sentence->setText(about.isEmpty() || words.isEmpty()
                            ? words
                            //: A value of a setting and what it would have done
                            : tr("With \u201c%1\u201d: %2").arg(about, words));
    m_sentence->setVisible(!words.isEmpty());
    m_list->setVisible(!effect.toAutomatic.isEmpty() || !effect.toPerson.isEmpty());
    setVisible(!words.isEmpty() || !m_curve->curve().points.empty());
}

void SettingEffect::openList()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"replayedConversations"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &title, const QList<qint64> &ids) {
        if (ids.isEmpty())
            return;
        addHeading(*menu, title);
        for (const qint64 id : ids.first(std::min<qsizetype>(ids.size(), mostInMenu)))
            connect(menu->addAction(tr("Conversation %1").arg(Words::number(id))), &QAction::triggered, this,
                    [this, id] { Q_EMIT conversationChosen(id); });
    };
    add(tr("Would have left by themselves"), m_shown.toAutomatic);
    add(tr("Would have gone to a person"), m_shown.toPerson);
    menu->popup(m_list->mapToGlobal(QPoint(0, m_list->height())));
}

} // namespace Helmdesk
