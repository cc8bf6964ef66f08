#include "settings/MailTestSteps.h"

#include "settings/MailboxWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

MailTestSteps::MailTestSteps(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"mailTestSteps"_s);
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    m_lines = makeColumn(nullptr, 0, Measure::gapSmall);
    column->addLayout(m_lines);
    m_waiting = makeSecondary(tr("Trying the next step"));
    m_waiting->hide();
    column->addWidget(m_waiting);
    hide();
}

void MailTestSteps::begin()
{
    clearLayout(*m_lines);
    m_waiting->show();
    show();
}

void MailTestSteps::add(const MailTestStep &step)
{
    const bool isLoud = step.isFine && step.step == "no-tls"_L1;
    if (isLoud)
        addLine(u"triangle-alert"_s, Token::Warn, "warn", MailboxWords::step(step));
    else if (step.isFine)
        addLine(u"circle-check"_s, Token::Ok, "", MailboxWords::step(step));
    else
        addLine(u"circle-x"_s, Token::Bad, "bad", MailboxWords::step(step));
}

void MailTestSteps::addLine(const QString &iconName, Token token, const char *tone, const QString &words)
{
    auto *row = makeRow(Measure::gapSmall);
    row->addWidget(makeIcon(iconName, token), 0, Qt::AlignTop);
    QLabel *label = makeWrapped(words);
    label->setObjectName(u"mailTestStep"_s);
    label->setProperty("tone", QString::fromLatin1(tone));
    row->addWidget(label, 1);
    m_lines->addLayout(row);
}

void MailTestSteps::end()
{
    m_waiting->hide();
}

void MailTestSteps::clear()
{
    clearLayout(*m_lines);
    m_waiting->hide();
    hide();
}

} // namespace Helmdesk
