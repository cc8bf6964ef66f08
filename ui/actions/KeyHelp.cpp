#include "actions/KeyHelp.h"

#include "actions/ActionRegistry.h"
#include "inspector/Section.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

KeyHelp::KeyHelp(const ActionRegistry &registry, QWidget *window)
    : QDialog(window)
{
    setObjectName(u"keyHelp"_s);
    setWindowTitle(tr("Keys"));
    resize(520, 620);
    auto *outer = makeColumn(this, Measure::gapLarge, Measure::pad);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Keys"));
    auto *body = new QWidget;
    body->setObjectName(u"scrollBody"_s);
    auto *column = makeColumn(body, 0, 6);
    area->setWidget(body);
    outer->addWidget(area, 1);
    QString context;
    for (const ActionRegistry::Entry &entry : registry.entries()) {
        if (entry.action->shortcuts().isEmpty())
            continue;
        if (entry.context != context)
            addSection(*column, context = entry.context);
        QStringList keys;
        for (const QKeySequence &key : entry.action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        auto *row = makeRow();
        row->addWidget(makeLabel(entry.action->text()), 1);
        row->addWidget(makeSecondary(keys.join(u",  "_s)));
        column->addLayout(row);
    }
    column->addStretch(1);
    QPushButton *close = makeButton(tr("Close"));
    outer->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace Helmdesk
