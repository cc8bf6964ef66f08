#pragma once

#include "app/ReplayRoom.h"

#include <QCoreApplication>

namespace Helmdesk
{

// Sentences on what other settings would have done. GUI thread.
class ReplayWords
{
    Q_DECLARE_TR_FUNCTIONS(Helmdesk::ReplayWords)

public:
    static QString effect(const ReplayEffect &effect);
    // Where there is nothing to look back on.
    static QString nothingYet(int days, qint64 notKept);
    // A curve in words: at today's value, and at both ends.
    static QString curve(const ReplayCurve &curve, double today, qint64 runs);
};

} // namespace Helmdesk
