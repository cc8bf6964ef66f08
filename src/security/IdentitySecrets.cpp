#include "security/SecretFinders.h"
#include "security/SecretTable.h"

#include <array>

namespace Helmdesk::SecretFinders
{

namespace
{

constexpr qsizetype leastDigits = 6;   // of an identity number without a word that names it
constexpr qsizetype widestNumber = 24; // with its separators
constexpr qsizetype labelReach = 40;

// Whether so many digits stand close together anywhere: most texts need not be looked at again.
bool hasLongNumber(const QString &text)
{
    std::array<qsizetype, leastDigits> places;
    places.fill(-widestNumber);
    size_t next = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] < u'0' || text[at] > u'9')
            continue;
        places[next] = at;
        next = (next + 1) % places.size();
        if (at - places[next] < widestNumber && places[next] >= 0)
            return true;
    }
    return false;
}

bool namesOtherNumber(const QString &text, qsizetype at)
{
    const qsizetype from = std::max<qsizetype>(0, at - labelReach);
    return SecretTable::builtIn().otherNumber.match(text.mid(from, at - from)).hasMatch();
}

} // namespace

void findNationalIds(const QString &text, Found &found)
{
    const SecretTable &table = SecretTable::builtIn();
    const bool isLabelled = table.nationalLabels.match(text).hasMatch();
    const bool isLong = hasLongNumber(text);
    for (const SecretTable::NationalId &id : table.nationalIds) {
        if (id.isBare ? !isLong : !isLabelled)
            continue;
        for (auto matches = id.expression.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            const qsizetype start = match.capturedStart(u"id");
            if (!id.accepts(match.captured(u"id")) || (id.isBare && namesOtherNumber(text, start)))
                continue;
            found.push_back({start, match.capturedLength(u"id"), SecretKind::NationalId,
                             QStringLiteral("[national id]")});
        }
    }
}

} // namespace Helmdesk::SecretFinders
