#include "security/SecretFinders.h"
#include "security/SecretTable.h"

#include <algorithm>

namespace Helmdesk::SecretFinders
{

namespace
{

constexpr qsizetype leastDigits = 6; // of an identity number without a word that names it
constexpr qsizetype widestGap = 6;   // characters between two digits of one number
constexpr qsizetype margin = 12;     // letters before and after the digits, and what must not stand there
constexpr qsizetype labelReach = 40;

struct Stretch {
    qsizetype start = 0;
    qsizetype end = 0;
};

// Where enough digits stand close together: most texts have no such place and need not be looked at again.
std::vector<Stretch> longNumbers(const QString &text)
{
    std::vector<Stretch> found;
    Stretch digits;
    qsizetype count = 0;
    const auto close = [&] {
        if (count < leastDigits)
            return;
        const Stretch wide{std::max<qsizetype>(0, digits.start - margin),
                           std::min(text.size(), digits.end + margin)};
        if (!found.empty() && wide.start <= found.back().end)
            found.back().end = wide.end;
        else
            found.push_back(wide);
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] < u'0' || text[at] > u'9')
            continue;
        if (count == 0 || at - digits.end > widestGap) {
            close();
            digits.start = at;
            count = 0;
        }
        digits.end = at + 1;
        ++count;
    }
    close();
    return found;
}

bool namesOtherNumber(const QString &text, qsizetype at)
{
    const qsizetype from = std::max<qsizetype>(0, at - labelReach);
    return SecretTable::builtIn().otherNumber.match(text.mid(from, at - from)).hasMatch();
}

// Looks for one kind of number in a part of the text.
void findIn(const QString &text, const Stretch &part, const SecretTable::NationalId &id, Found &found)
{
    for (auto matches = id.expression.globalMatch(text.mid(part.start, part.end - part.start));
         matches.hasNext();) {
        const auto match = matches.next();
        const qsizetype start = part.start + match.capturedStart(u"id");
        if (!id.accepts(match.captured(u"id")) || (id.isBare && namesOtherNumber(text, start)))
            continue;
        found.push_back(
            {start, match.capturedLength(u"id"), SecretKind::NationalId, QStringLiteral("[national id]")});
    }
}

} // namespace

void findNationalIds(const QString &text, Found &found)
{
    const SecretTable &table = SecretTable::builtIn();
    const bool isLabelled = table.nationalLabels.match(text).hasMatch();
    const std::vector<Stretch> stretches = longNumbers(text);
    for (const SecretTable::NationalId &id : table.nationalIds) {
        if (!id.isBare && isLabelled)
            findIn(text, {0, text.size()}, id, found);
        for (const Stretch &stretch : stretches) {
            if (id.isBare)
                findIn(text, stretch, id, found);
        }
    }
}

} // namespace Helmdesk::SecretFinders
