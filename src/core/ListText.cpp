#include "core/ListText.h"

#include <QRegularExpression>

namespace Helmdesk
{

bool isListItem(const QString &line)
{
    static const QRegularExpression item(QStringLiteral("^\\s*(?:[-*]|\\d+[.)])\\s"));
    return item.match(line).hasMatch();
}

bool hasNumberedSteps(const QString &text)
{
    static const QRegularExpression firstStep(QStringLiteral("(?:^|\\n)\\s*1[.)]\\s"));
    return firstStep.match(text).hasMatch();
}

} // namespace Helmdesk
