#pragma once

#include "app/DeskSnapshots.h"

#include <QAbstractTableModel>

namespace Helmdesk
{

// Decisions on calls that waited for a person, newest first.
class DecisionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Decided, Who, State, Customer, Effect, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<DecisionRow> rows);
    const DecisionRow *rowAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const DecisionRow &row, int column) const;

    std::vector<DecisionRow> m_rows;
};

} // namespace Helmdesk
