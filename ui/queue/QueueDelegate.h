#pragma once

#include "app/DeskSnapshots.h"

#include <QStyledItemDelegate>

namespace Helmdesk
{

// A row of the queue: who and how old, what about, and the chips.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGutter(QPainter &painter, const QRect &gutter, const QModelIndex &index) const;
    void paintBack(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintWords(QPainter &painter, const QRect &area, const QueueRow &row) const;
    void paintChips(QPainter &painter, const QRect &line, const QueueRow &row) const;
};

} // namespace Helmdesk
