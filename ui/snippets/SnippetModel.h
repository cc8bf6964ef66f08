#pragma once

#include "app/DeskSnapshots.h"

#include <QAbstractListModel>

namespace Helmdesk
{

// The snippets that hold the words searched for, by name. GUI thread only.
class SnippetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setSnippets(std::vector<Snippet> snippets);
    void setFilter(const QString &words);
    const Snippet *at(int row) const;
    int rowOf(qint64 id) const; // -1: not shown
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void apply();

    std::vector<Snippet> m_all;
    std::vector<Snippet> m_shown;
    QString m_filter;
};

} // namespace Helmdesk
