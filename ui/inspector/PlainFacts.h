#pragma once

#include "core/Json.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <utility>

namespace Helmdesk
{

// What a step was given or came to, in plain words: names and values as a person reads them. What only the
// program needs (keys, digests) is left out; long texts are cut.
class PlainFacts
{
    Q_DECLARE_TR_FUNCTIONS(PlainFacts)

public:
    using Facts = QList<std::pair<QString, QString>>; // name, value

    static Facts of(const Json &value);

private:
    static QString nameOf(const QString &key);
    static QString valueOf(const QString &key, const Json &value, int depth);
    static QString wordOf(const QString &key, const QString &value);
    static bool isInternal(const QString &key);
    static QString inOneLine(const Json &object, int depth);
};

} // namespace Helmdesk
