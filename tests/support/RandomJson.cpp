#include "support/RandomJson.h"

#include <QList>

namespace Helmdesk::Test
{

QByteArray RandomJson::scalar()
{
    static const QList<QByteArray> scalars = {
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e999",
        "-1e999",
        "1e-999",
        "99999999999999999999999",
        "18446744073709551615",
        "9223372036854775808",
        "-9223372036854775809",
        "\"\"",
        "\"text\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\u0000\"",
        "\"\xff\xfe\"",
        "\"1e999\"",
        "NaN",
        "nul",
        "\"open",
        "[",
        "}",
    };
    return scalars[below(static_cast<int>(scalars.size()))];
}

QByteArray RandomJson::value(int depth)
{
    const int kind = depth <= 0 ? 0 : below(5);
    if (kind < 3)
        return scalar();
    QByteArray text(kind == 3 ? "[" : "{");
    const int count = below(4);
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += ',';
        if (kind == 4)
            text += below(2) == 0 ? "\"id\":" : "\"name\":";
        text += value(depth - 1);
    }
    return text + (kind == 3 ? "]" : "}");
}

QByteArray RandomJson::object(std::initializer_list<const char *> names)
{
    QByteArray text("{");
    for (const char *name : names) {
        if (below(4) == 0)
            continue;
        if (text.size() > 1)
            text += ',';
        text += QByteArray("\"") + name + "\":" + (below(3) > 0 ? QByteArray("\"right\"") : value(3));
    }
    return text + "}";
}

QByteArray RandomJson::mutated(const QByteArray &json)
{
    const qsizetype at = below(static_cast<int>(json.size()));
    const qsizetype colon = json.indexOf(':', at);
    if (below(3) == 0 || colon < 0)
        return json.left(at) + scalar() + json.mid(at + below(20));
    qsizetype end = colon + 1;
    while (end < json.size() && json[end] != ',' && json[end] != '}' && json[end] != '\n')
        ++end;
    return json.left(colon + 1) + value(2) + json.mid(end);
}

} // namespace Helmdesk::Test
