#pragma once

#include "Words.h"

#include <QCache>
#include <QFont>
#include <QPixmap>
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
    // A painted row. Shaping its texts takes most of the time of a frame of scrolling, so it is kept while
    // nothing that it shows has changed.
    struct Painted {
        QueueRow row;
        QString age;
        QSize size;
        QStyle::State state;
        Qt::LayoutDirection direction;
        qreal scale;
        bool isMarked;
        QString place; // where it has gone, for one that has left the view
        QRgb ground;   // tells the colour schemes apart
        QFont font;
        QPixmap picture;
    };
    Painted describe(const QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    static bool isSame(const Painted &a, const Painted &b);
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const QueueRow &row) const;
    void paintGutter(QPainter &painter, const QRect &gutter, const QModelIndex &index) const;
    void paintBack(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintWords(QPainter &painter, const QRect &area, const QueueRow &row) const;
    void paintChips(QPainter &painter, const QRect &line, const QList<ChipContent> &chips,
                    std::optional<Token> ground) const;

    static constexpr int keptRows = 48; // about 5 MB; more than a screen shows
    mutable QCache<qint64, Painted> m_painted{keptRows};
};

} // namespace Helmdesk
