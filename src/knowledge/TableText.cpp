#include "knowledge/TableText.h"

#include <algorithm>

namespace Helmdesk
{

void TableText::beginRow()
{
    m_rows.emplace_back();
    m_isSide.append(false);
}

void TableText::add(const QString &cell, int columns, int rows, bool isHead)
{
    if (m_rows.empty())
        beginRow();
    fillFromAbove();
    m_isSide.back() = m_rows.back().isEmpty() ? isHead && columns < 2 : m_isSide.back() && !isHead;
    for (int i = 0; i < std::clamp(columns, 1, 50); ++i) {
        if (rows > 1)
            m_below.insert(static_cast<int>(m_rows.back().size()), {cell, rows - 1});
        m_rows.back().append(cell);
    }
}

QString TableText::text()
{
    std::erase_if(m_rows, [](const QStringList &row) { return row.join(QString()).isEmpty(); });
    qsizetype width = 0;
    for (const QStringList &row : m_rows)
        width = std::max(width, row.size());
    QStringList lines;
    const bool isSide = !m_isSide.isEmpty() && m_isSide.front() && width > 1;
    for (QStringList row : m_rows) {
        if (width < 2 || isSide) {
            const QString first = row.takeFirst();
            lines.append(row.isEmpty() ? first : QStringLiteral("- %1: %2").arg(first, row.join(u", ")));
            continue;
        }
        while (row.size() < width)
            row.append(QString());
        lines.append(QStringLiteral("| ") + row.join(QStringLiteral(" | ")) + QStringLiteral(" |"));
        if (lines.size() == 1)
            lines.append(u'|' + QStringLiteral(" --- |").repeated(width));
    }
    return lines.join(u'\n');
}

void TableText::fillFromAbove()
{
    const auto column = [&] { return static_cast<int>(m_rows.back().size()); };
    for (auto above = m_below.find(column()); above != m_below.end() && m_rows.size() > 1;
         above = m_below.find(column())) {
        const QString cell = above->first;
        if (--above->second == 0)
            m_below.erase(above);
        m_rows.back().append(cell);
    }
}

} // namespace Helmdesk
