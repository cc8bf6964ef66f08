#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace Helmdesk
{

// The rows of a table as they are read, and the text that they make. Not thread-safe.
class TableText
{
public:
    void beginRow();
    // The next cell of the row, reaching over so many columns and rows.
    void add(const QString &cell, int columns, int rows, bool isHead);
    // Framed rows below the first as their head, as Markdown has them; items where each row has its head at
    // its side or there is one column.
    QString text();

private:
    void fillFromAbove();

    std::vector<QStringList> m_rows;
    QList<bool> m_isSide;                        // a row: its first cell alone is a head
    QHash<int, std::pair<QString, int>> m_below; // by column: cells that reach into rows below, and how many
};

} // namespace Helmdesk
