#pragma once

#include "app/DeskSnapshots.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace Helmdesk
{

// The date of an article as the locale writes it; what is no date stays as it is.
QString dayWords(const QString &isoDate);

// The articles as the desk listed them. GUI thread only.
class ArticleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<ArticleRow> rows);
    const ArticleRow *rowAt(int row) const;
    int rowOf(const QString &id) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ArticleRow> m_rows;
};

// Title, and below it category and date or where the search matched.
class ArticleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Helmdesk

Q_DECLARE_METATYPE(Helmdesk::ArticleRow)
