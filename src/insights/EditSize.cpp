#include "insights/EditSize.h"

#include <algorithm>
#include <numeric>
#include <QStringList>
#include <vector>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostWords = 2000;

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, mostWords);
}

// What both begin and end with costs nothing, and most edits touch a sentence.
void dropCommonEnds(QStringList &a, QStringList &b)
{
    const auto [first, second] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const qsizetype begin = first - a.begin();
    qsizetype end = 0;
    while (end < std::min(a.size(), b.size()) - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    a = a.mid(begin, a.size() - begin - end);
    b = b.mid(begin, b.size() - begin - end);
}

qsizetype distance(const QStringList &a, const QStringList &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row.front();
        row.front() = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            qsizetype &here = row[static_cast<size_t>(j) + 1];
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = here;
            here = std::min({replaced, here + 1, row[static_cast<size_t>(j)] + 1});
        }
    }
    return row.back();
}

} // namespace

int changedPermille(const QString &before, const QString &after)
{
    QStringList a = wordsOf(before);
    QStringList b = wordsOf(after);
    const qsizetype longer = std::max(a.size(), b.size());
    if (longer == 0)
        return 0;
    dropCommonEnds(a, b);
    return static_cast<int>(1000 * distance(a, b) / longer);
}

} // namespace Helmdesk
