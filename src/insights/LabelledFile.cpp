#include "insights/LabelledFile.h"

#include <QFile>

namespace Helmdesk
{

Result<std::vector<LabelledRow>> readLabelledFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    std::vector<LabelledRow> rows;
    int line = 0;
    while (!file.atEnd()) {
        ++line;
        const QByteArray text = file.readLine().trimmed();
        if (text.isEmpty())
            continue;
        auto json = parseJson(text);
        if (!json || !json->is_object() || !memberOrNull(*json, "text").is_string())
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1:%2 is no JSON object with a \"text\"").arg(path).arg(line)};
        rows.push_back({line, std::move(*json)});
    }
    if (rows.empty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("%1 holds no rows").arg(path)};
    return rows;
}

} // namespace Helmdesk
