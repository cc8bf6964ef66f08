#pragma once

#include <functional>
#include <QByteArray>
#include <QIODevice>
#include <QStringList>

namespace Helmdesk
{

struct CsvRow {
    QStringList fields;
    qint64 line = 0; // at which it begins, from 1
    QString problem; // why it cannot be used; empty: it can
};

// Reads a table row by row (RFC 4180): fields in quotes may hold separators, quotes and line ends, of any
// length up to 64 MB a row; blanks around one without quotes are none of its text. The separator is what a
// first line "sep=;" names, as spreadsheet programs write it (no row), else the one of , ; tab and | that the
// first line has most of. UTF-8, else windows-1252, each field by itself; UTF-16 with its mark. Empty lines
// are no rows. `take` returns false to stop. Memory: one row.
void readCsv(QIODevice &file, const std::function<bool(CsvRow row)> &take);

} // namespace Helmdesk
