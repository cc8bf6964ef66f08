#include "inspector/Section.h"

#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace Helmdesk
{

void addSection(QVBoxLayout &page, const QString &title, const QString &figure)
{
    if (page.count() > 0)
        page.addWidget(makeLine());
    auto *row = makeRow();
    QLabel *name = makeLabel(title, 0.92, QFont::DemiBold);
    name->setProperty("tone", QStringLiteral("secondary"));
    row->addWidget(name);
    row->addStretch(1);
    if (!figure.isEmpty())
        row->addWidget(makeLabel(figure, 0.92, QFont::DemiBold));
    page.addLayout(row);
}

QGridLayout *addFacts(QVBoxLayout &page)
{
    auto *facts = new QGridLayout;
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(Measure::gapLarge);
    facts->setVerticalSpacing(6);
    facts->setColumnMinimumWidth(0, 84);
    facts->setColumnStretch(1, 1);
    page.addLayout(facts);
    return facts;
}

void addFact(QGridLayout &facts, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = facts.rowCount();
    facts.addWidget(makeSecondary(name), row, 0, Qt::AlignTop | Qt::AlignLeading);
    facts.addWidget(makeWrapped(value, 0.96), row, 1);
}

} // namespace Helmdesk
