#include "settings/ProposalWords.h"

#include "insights/Proportion.h"
#include "settings/SettingWords.h"
#include "Words.h"

#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

QString ProposalWords::value(const Json &value)
{
    if (value.is_string())
        return Words::settingChoice(value.get<QString>());
    return value.is_number() ? QLocale().toString(value.get<double>(), 'g', 7)
                             : QString::fromUtf8(toBytes(value));
}

QString ProposalWords::settings(const Json &settings)
{
    QStringList texts;
    for (const auto &[name, to] : settings.items()) {
        SettingRow row;
        row.name = QString::fromStdString(name);
        row.title = row.name;
        //: A setting and its value
        texts << tr("%1: %2").arg(SettingWords::textOf(row).title, value(to));
    }
    return texts.join(u"; "_s);
}

QString ProposalWords::event(const ProposalEvent &event)
{
    const QString name = Words::foreign(event.name);
    const QString who = Words::foreign(event.author);
    const QString when = QLocale().toString(event.at.toLocalTime(), QLocale::ShortFormat);
    QString text;
    switch (event.act) {
    case ProposalAct::Saved:
        text = tr("%1: %2 saved \u201c%3\u201d").arg(when, who, name);
        break;
    case ProposalAct::Applied:
        text = tr("%1: %2 applied \u201c%3\u201d").arg(when, who, name);
        break;
    case ProposalAct::RolledBack:
        text = tr("%1: %2 rolled \u201c%3\u201d back").arg(when, who, name);
        break;
    case ProposalAct::Removed:
        text = tr("%1: %2 removed \u201c%3\u201d").arg(when, who, name);
        break;
    }
    //: What happened, and why
    return event.reason.isEmpty() ? text : tr("%1: %2").arg(text, Words::foreign(event.reason));
}

QString ProposalWords::corrected(const ReplayMove &move)
{
    if (move.judged() == 0)
        return tr("none judged");
    const Proportion share = proportionOf(move.corrected(), move.judged());
    //: A share, its interval, and of how many
    return tr("%1 (%2 to %3) of %4")
        .arg(Words::percent(share.share), Words::percent(share.low), Words::percent(share.high),
             Words::number(move.judged()));
}

} // namespace Helmdesk
