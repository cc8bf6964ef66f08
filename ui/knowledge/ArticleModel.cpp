#include "knowledge/ArticleModel.h"

#include "widgets/Parts.h"

#include <QLocale>
#include <QPainter>

namespace Helmdesk
{

QString dayWords(const QString &isoDate)
{
    const QDate date = QDate::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : isoDate;
}

void ArticleModel::setRows(std::vector<ArticleRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const ArticleRow *ArticleModel::rowAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)]
                                                             : nullptr;
}

int ArticleModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &ArticleRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ArticleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleModel::data(const QModelIndex &index, int role) const
{
    const ArticleRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row->title, Words::category(row->category));
    case RowRole:
        return QVariant::fromValue(*row);
    default:
        return {};
    }
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, 2 * QFontMetrics(Theme::font()).height() + 22};
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const auto row = index.data(ArticleModel::RowRole).value<ArticleRow>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->fillRect(option.rect, theme.color(isSelected ? Token::AccentTint : Token::Panel));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(Token::Border));
    const QRect area = option.rect.adjusted(Measure::gapLarge, 8, -Measure::pad, -8);
    const QRect mirrored = QStyle::visualRect(option.direction, option.rect, area);
    const int height = QFontMetrics(Theme::font()).height();
    const int flags =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeading | Qt::AlignVCenter));
    const QFont title = Theme::font(1.0, QFont::DemiBold);
    painter->setFont(title);
    painter->setPen(theme.color(Token::Text));
    const QRect first(mirrored.left(), mirrored.top(), mirrored.width(), height);
    painter->drawText(first, flags, QFontMetrics(title).elidedText(row.title, Qt::ElideRight, first.width()));
    const QFont meta = Theme::font(0.88);
    painter->setFont(meta);
    painter->setPen(theme.color(Token::Secondary));
    const QRect second(mirrored.left(), mirrored.bottom() - height + 1, mirrored.width(), height);
    const QString words =
        !row.snippet.isEmpty() ? row.snippet.simplified()
        : row.updated.isEmpty()
            ? Words::category(row.category)
            : ArticleModel::tr("%1, updated %2").arg(Words::category(row.category), dayWords(row.updated));
    painter->drawText(second, flags, QFontMetrics(meta).elidedText(words, Qt::ElideRight, second.width()));
    painter->restore();
}

} // namespace Helmdesk
