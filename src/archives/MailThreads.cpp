#include "archives/MailThreads.h"

#include <algorithm>
#include <numeric>
#include <QHash>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qint64 longestPause = qint64{30} * 24 * 3600; // seconds

class Groups
{
public:
    explicit Groups(std::size_t size)
        : m_parents(size)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }
    std::size_t add()
    {
        m_parents.push_back(m_parents.size());
        return m_parents.size() - 1;
    }
    std::size_t rootOf(std::size_t item)
    {
        while (m_parents[item] != item) {
            m_parents[item] = m_parents[m_parents[item]];
            item = m_parents[item];
        }
        return item;
    }
    void join(std::size_t a, std::size_t b)
    {
        const std::size_t first = rootOf(a);
        const std::size_t second = rootOf(b);
        m_parents[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::size_t> m_parents;
};

// When each mail was written; one without a time has that of the mail before it in the file.
std::vector<qint64> timesOf(const std::vector<MailHead> &heads)
{
    std::vector<qint64> times;
    times.reserve(heads.size());
    qint64 last = 0;
    for (const MailHead &head : heads) {
        if (head.at.isValid())
            last = head.at.toSecsSinceEpoch();
        times.push_back(last);
    }
    return times;
}

} // namespace

QString threadSubject(const QString &subject, bool *isReply)
{
    static const QRegularExpression before(
        QStringLiteral(
            "^\\s*(?:(re|aw|sv|antw|rv|vs|odp|r)(?:\\[\\d+\\]|\\(\\d+\\))?\\s*:|(?:fwd?|wg|tr)\\s*:|"
            "\\[[^\\]]{1,60}\\])\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    QString rest = subject.simplified();
    for (auto match = before.match(rest); match.hasMatch(); match = before.match(rest)) {
        if (isReply != nullptr && match.hasCaptured(1))
            *isReply = true;
        if (match.capturedLength() == rest.size())
            break;
        rest = rest.mid(match.capturedLength());
    }
    return rest.toCaseFolded();
}

std::vector<std::vector<std::size_t>> threadsOf(const std::vector<MailHead> &heads)
{
    Groups groups(heads.size());
    QHash<QString, std::size_t> byId;
    for (std::size_t i = 0; i < heads.size(); ++i)
        byId.insert(heads[i].id, i);
    const auto isThere = [&](const QString &id) {
        const auto found = byId.constFind(id);
        return found != byId.constEnd() && *found < heads.size();
    };
    std::vector<bool> isLinked(heads.size(), false);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        QStringList named = heads[i].references;
        if (!heads[i].inReplyTo.isEmpty())
            named << heads[i].inReplyTo;
        for (const QString &id : named) {
            isLinked[i] = isLinked[i] || (isThere(id) && id != heads[i].id);
            if (!byId.contains(id))
                byId.insert(id, groups.add());
            groups.join(i, byId.value(id));
        }
    }
    const std::vector<qint64> times = timesOf(heads);
    std::vector<std::size_t> order(heads.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    QHash<QString, std::size_t> newest; // by subject
    for (const std::size_t i : order) {
        bool isReply = false;
        const QString subject = threadSubject(heads[i].subject, &isReply);
        if (subject.isEmpty())
            continue;
        if (isReply && !isLinked[i] && newest.contains(subject)) {
            const std::size_t before = newest.value(subject);
            if (times[i] - times[before] <= longestPause)
                groups.join(i, before);
        }
        newest.insert(subject, i);
    }
    std::vector<std::vector<std::size_t>> threads;
    QHash<std::size_t, std::size_t> threadOfRoot;
    for (const std::size_t i : order) {
        const std::size_t root = groups.rootOf(i);
        if (!threadOfRoot.contains(root)) {
            threadOfRoot.insert(root, threads.size());
            threads.emplace_back();
        }
        threads[threadOfRoot.value(root)].push_back(i);
    }
    return threads;
}

} // namespace Helmdesk
