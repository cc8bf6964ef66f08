#include "queue/QueueModel.h"

#include "Replies.h"
#include "widgets/Parts.h"
#include "Words.h"

#include <QSet>

namespace Helmdesk
{
QueueModel::QueueModel(Desk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
}

void QueueModel::setQuery(const QueueQuery &query)
{
    m_query = query;
    beginResetModel();
    m_rows.clear();
    m_open.reset();
    m_isGuest = false;
    m_next.reset();
    endResetModel();
    clearMarks();
    load(pageSize);
}

void QueueModel::refresh()
{
    load(std::max(pageSize, static_cast<int>(m_rows.size())));
}

void QueueModel::load(int limit)
{
    const int generation = ++m_generation;
    m_isLoading = true;
    whenDone(m_desk.queue(m_query, limit, std::nullopt), this, [this, generation](Result<QueuePage> page) {
        if (generation != m_generation)
            return;
        m_isLoading = false;
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        m_next = page->next;
        apply(std::move(page->rows));
        dropLostMarks();
        Q_EMIT loaded();
    });
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_isLoading;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int generation = ++m_generation;
    m_isLoading = true;
    whenDone(m_desk.queue(m_query, pageSize, m_next), this, [this, generation](Result<QueuePage> page) {
        if (generation != m_generation)
            return;
        m_isLoading = false;
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        m_next = page->next;
        m_isGuest = m_isGuest && std::ranges::find(page->rows, *m_open, &QueueRow::id) == page->rows.end();
        std::erase_if(page->rows, [this](const QueueRow &row) { return rowOf(row.id) >= 0; });
        if (page->rows.empty())
            return;
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
        std::ranges::move(page->rows, std::back_inserter(m_rows));
        endInsertRows();
    });
}

void QueueModel::removeMissing(const std::vector<QueueRow> &target)
{
    QSet<ConversationId> kept;
    for (const QueueRow &row : target)
        kept.insert(row.id);
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (kept.contains(m_rows[static_cast<std::size_t>(i)].id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
}

// What is open stays where it was, and the others around it.
void QueueModel::apply(std::vector<QueueRow> rows)
{
    const int place = m_open ? rowOf(*m_open) : -1;
    m_isGuest = place >= 0 && std::ranges::find(rows, *m_open, &QueueRow::id) == rows.end();
    if (m_isGuest)
        rows.insert(rows.begin() + std::min(place, static_cast<int>(rows.size())),
                    m_rows[static_cast<std::size_t>(place)]);
    removeMissing(rows);
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        QueueRow &wanted = rows[static_cast<std::size_t>(i)];
        const int from = rowOf(wanted.id);
        if (from < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, std::move(wanted));
            endInsertRows();
            continue;
        }
        if (from != i) { // only ever from further down
            beginMoveRows({}, from, from, {}, i);
            std::rotate(m_rows.begin() + i, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        change(i, std::move(wanted));
    }
    if (m_isGuest) // its words say where it has gone
        if (const int row = rowOf(*m_open); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
}

void QueueModel::change(int row, QueueRow wanted)
{
    QueueRow &held = m_rows[static_cast<std::size_t>(row)];
    if (held == wanted)
        return;
    held = std::move(wanted);
    Q_EMIT dataChanged(index(row), index(row));
}

void QueueModel::setOpen(const QueueRow &row)
{
    if (m_open != row.id)
        dropGuest();
    m_open = row.id;
    if (const int place = rowOf(row.id); place >= 0) {
        QueueRow wanted = row;
        wanted.matches = m_rows[static_cast<std::size_t>(place)].matches; // of a search, with their snippet
        if (!wanted.matches.empty())
            wanted.snippet = m_rows[static_cast<std::size_t>(place)].snippet;
        change(place, std::move(wanted));
        return;
    }
    m_isGuest = true;
    beginInsertRows({}, 0, 0);
    m_rows.insert(m_rows.begin(), row);
    endInsertRows();
}

void QueueModel::dropGuest()
{
    const int row = m_open && std::exchange(m_isGuest, false) ? rowOf(*m_open) : -1;
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    dropLostMarks();
}

QString QueueModel::movedTo(const QueueRow &row) const
{
    if (!m_isGuest || m_open != row.id || !m_query.search.isEmpty() ||
        belongsTo(m_query.view, row, m_desk.operatorName()))
        return {};
    const QueueView place = placeOf(row, m_desk.operatorName());
    if (row.status == ConversationStatus::Resolved || place == QueueView::All)
        return Words::status(row.status); // resolved, or waiting for the customer
    //: Of a conversation that has left the view and is still open; %1 is the name of a view
    return tr("Moved to %1").arg(Words::view(place));
}

const QueueRow *QueueModel::rowAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)]
                                                             : nullptr;
}

int QueueModel::rowOf(ConversationId id) const
{
    const auto found = std::ranges::find(m_rows, id, &QueueRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void QueueModel::setMarked(ConversationId id, bool marked)
{
    if (marked == m_marked.contains(id))
        return;
    if (marked)
        m_marked.insert(id);
    else
        m_marked.remove(id);
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
}

std::vector<ConversationId> QueueModel::marked() const
{
    std::vector<ConversationId> ids;
    for (const QueueRow &row : m_rows)
        if (m_marked.contains(row.id))
            ids.push_back(row.id);
    return ids;
}

void QueueModel::clearMarks()
{
    if (m_marked.isEmpty())
        return;
    m_marked.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
    Q_EMIT marksChanged(0);
}

void QueueModel::dropLostMarks()
{
    const auto before = m_marked.size();
    m_marked.removeIf([this](ConversationId id) { return rowOf(id) < 0; });
    if (m_marked.size() != before)
        Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const QueueRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return Words::person(*row);
    case Qt::ToolTipRole:
        return toolTipOf(row->subject);
    case Qt::AccessibleTextRole:
        return spoken(*row);
    case RowRole:
        return QVariant::fromValue(*row);
    case IdRole:
        return row->id.value;
    case MarkRole:
        return isMarked(row->id);
    case PlaceRole:
        return movedTo(*row);
    default:
        return {};
    }
}

QString QueueModel::spoken(const QueueRow &row) const
{
    QStringList parts{Words::person(row), row.subject};
    if (row.address != parts.first() && !row.address.isEmpty())
        parts.insert(1, row.address);
    if (isMarked(row.id))
        parts.prepend(tr("marked"));
    if (row.isUnread)
        parts.append(tr("not answered"));
    for (const ChipContent &chip : Words::chips(row, movedTo(row)))
        parts.append(chip.text);
    parts.append(Words::age(row.updatedAt, QDateTime::currentDateTimeUtc()));
    return parts.join(QStringLiteral(", "));
}

} // namespace Helmdesk
