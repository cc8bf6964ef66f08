#pragma once

#include "core/Json.h"

#include <QFile>
#include <QtTest>
#include <vector>

namespace Helmdesk::Test
{

// tests/encoder/golden.json, written by tools/encoder/make_weights.py with the reference tokenizer and a
// forward pass of the original weights in double precision.
inline Json golden()
{
    QFile file(QFINDTESTDATA("golden.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parsed = parseJson(file.readAll());
    return parsed ? *parsed : Json();
}

// The messages of the tuning data's router set; empty when it is not on this machine.
inline std::vector<QString> tuningMessages()
{
    std::vector<QString> messages;
    QFile file(qEnvironmentVariable("HELMDESK_TUNING_DATA") + QStringLiteral("/router_dev.jsonl"));
    if (!qEnvironmentVariableIsSet("HELMDESK_TUNING_DATA") || !file.open(QIODevice::ReadOnly))
        return messages;
    while (!file.atEnd()) {
        if (const auto row = parseJson(file.readLine()))
            messages.push_back(stringOr(*row, "text"));
    }
    return messages;
}

} // namespace Helmdesk::Test
