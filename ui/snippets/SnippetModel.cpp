#include "snippets/SnippetModel.h"

#include "widgets/Parts.h"

namespace Helmdesk
{

void SnippetModel::setSnippets(std::vector<Snippet> snippets)
{
    m_all = std::move(snippets);
    std::ranges::stable_sort(m_all, [](const Snippet &a, const Snippet &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    apply();
}

void SnippetModel::setFilter(const QString &words)
{
    m_filter = words;
    apply();
}

void SnippetModel::apply()
{
    std::vector<Snippet> shown;
    std::ranges::copy_if(m_all, std::back_inserter(shown), [this](const Snippet &snippet) {
        return snippet.name.contains(m_filter, Qt::CaseInsensitive) ||
               snippet.text.contains(m_filter, Qt::CaseInsensitive);
    });
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

const Snippet *SnippetModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_shown[static_cast<std::size_t>(row)] : nullptr;
}

int SnippetModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_shown, id, &Snippet::id);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int SnippetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant SnippetModel::data(const QModelIndex &index, int role) const
{
    const Snippet *snippet = index.isValid() ? at(index.row()) : nullptr;
    if (!snippet)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return snippet->name;
    case Qt::ToolTipRole:
        return toolTipOf(snippet->text);
    default:
        return {};
    }
}

} // namespace Helmdesk
