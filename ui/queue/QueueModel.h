#pragma once

#include "app/Desk.h"

#include <QAbstractListModel>
#include <QSet>

namespace Helmdesk
{

// The conversations of one view of the queue, paged from the desk as the list is scrolled. A refresh emits
// exact row signals, so selection and the screen reader's place survive it; a change of the query resets.
// The conversation that is open keeps its row, also when it has left the view or was never in it.
// GUI thread only.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1, IdRole, MarkRole, PlaceRole };
    static constexpr int pageSize = 100;

    explicit QueueModel(Desk &desk, QObject *parent = nullptr);

    const QueueQuery &query() const { return m_query; }
    void setQuery(const QueueQuery &query);
    void refresh();
    bool isLoading() const { return m_isLoading; }

    const QueueRow *rowAt(int row) const;
    int rowOf(ConversationId id) const; // -1: not loaded

    // The conversation that is open, as it is now: its row is shown until another one is open.
    void setOpen(const QueueRow &row);
    // Where a row that the view no longer holds has gone; empty: it is in its place.
    QString movedTo(const QueueRow &row) const;

    // Conversations that the operator marked to do something with all of them. A change of the query and the
    // end of a conversation's place in the view take the mark away.
    void setMarked(ConversationId id, bool marked);
    bool isMarked(ConversationId id) const { return m_marked.contains(id); }
    std::vector<ConversationId> marked() const; // in the order of the rows
    void clearMarks();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded();
    void failed(const Helmdesk::Error &error);
    void marksChanged(int count);

private:
    void load(int limit);
    void apply(std::vector<QueueRow> rows);
    void dropLostMarks();
    void dropGuest();
    void change(int row, QueueRow wanted);
    void removeMissing(const std::vector<QueueRow> &target);
    QString spoken(const QueueRow &row) const;

    Desk &m_desk;
    QueueQuery m_query;
    std::vector<QueueRow> m_rows;
    QSet<ConversationId> m_marked;
    std::optional<ConversationId> m_open;
    bool m_isGuest = false; // the desk's answer did not hold the open one
    std::optional<QueueCursor> m_next;
    bool m_isLoading = false;
    int m_generation = 0;
};

} // namespace Helmdesk

Q_DECLARE_METATYPE(Helmdesk::QueueRow)
