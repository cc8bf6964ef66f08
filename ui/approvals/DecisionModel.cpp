#include "approvals/DecisionModel.h"

#include "EffectWords.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

namespace Helmdesk
{
using namespace Qt::StringLiterals;

void DecisionModel::setRows(std::vector<DecisionRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const DecisionRow *DecisionModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<size_t>(row)] : nullptr;
}

int DecisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DecisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DecisionModel::textOf(const DecisionRow &row, int column) const
{
    switch (column) {
    case Decided:
        return Words::moment(row.decidedAt);
    case Who:
        return row.by == "system"_L1 || row.by.isEmpty() ? tr("Helmdesk") : row.by;
    case State:
        return Words::actState(row.state);
    case Customer:
        return row.customer;
    case Effect:
        return EffectWords::sentence(row.effect);
    case Reason:
        return EffectWords::reason(row.reason);
    default:
        return {};
    }
}

QVariant DecisionModel::data(const QModelIndex &index, int role) const
{
    const DecisionRow *row = rowAt(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(textOf(*row, index.column()));
    case Qt::AccessibleTextRole:
        //: A decision as it is read aloud: state, effect, customer, who, when
        return tr("%1: %2 for %3, by %4, %5")
            .arg(textOf(*row, State), textOf(*row, Effect), row->customer, textOf(*row, Who),
                 textOf(*row, Decided));
    case Qt::DecorationRole:
        if (index.column() == State)
            return icon(Words::icon(row->state), row->state == ActState::Approved ? Token::Ok
                                                 : row->state == ActState::Denied ? Token::Bad
                                                                                  : Token::Secondary);
        return {};
    default:
        return {};
    }
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Decided:
        return tr("Decided");
    case Who:
        return tr("By");
    case State:
        return tr("Decision");
    case Customer:
        return tr("Customer");
    case Effect:
        return tr("Effect");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace Helmdesk
