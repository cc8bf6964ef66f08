#pragma once

#include <QCoreApplication>
#include <QString>

namespace Helmdesk
{

// What an act does, in the language of the window. The tools word it once, in English, and the approval is
// bound to those words; here they are known by their form and said anew. Words of a form that is not known
// stay as they are. Pure.
class EffectWords
{
    Q_DECLARE_TR_FUNCTIONS(EffectWords)

public:
    // "Refund 49.00 USD to card ending 4118 for INV-1042. The refund of ..."
    static QString sentence(const QString &effect);
    // The same to stand within a sentence: without a full stop at its end.
    static QString clause(const QString &effect);
    static QString field(const QString &name);  // of a change: "status"
    static QString value(const QString &value); // "paid", "0.00 USD"
    static QString reason(const QString &why);  // why the desk withdrew a request
};

} // namespace Helmdesk
