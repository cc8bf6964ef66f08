#pragma once

#include "core/Json.h"

#include <QSet>
#include <QStringList>

namespace Helmdesk
{

// The figures that a text of a model may use: numbers, amounts with their currency, dates, times and sizes
// with their unit, codes, addresses. One that stands in no source is invented, whatever the rest of the
// sentence says. Filled once, then only read.
class TracedFigures
{
public:
    // Everything of a text that may be repeated.
    void addText(const QString &text);
    // Only the codes and addresses of it: what a customer says of amounts and dates proves nothing.
    void addNames(const QString &text);
    // A tool's result: `amount_minor` with its `currency` is read as the amount that a person would write.
    void addResult(const Json &result);

    // The figures of the draft that are in no source, as they are written, in order.
    QStringList untraced(const QString &draft) const;

    // Whether an argument is made of what is known: each of its words that holds a digit or an '@'. Numbers
    // may be the minor units of a known amount.
    bool covers(const Json &argument) const;

private:
    QSet<QString> m_known;
};

} // namespace Helmdesk
