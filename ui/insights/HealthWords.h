#pragma once

#include "monitoring/HealthFinding.h"
#include "Words.h"

namespace Helmdesk
{

// Where what is wrong is mended.
enum class HealthPlace { None, Settings, Mailboxes, Models, Queue, Learning };

// The words of the page Health.
class HealthWords
{
    Q_DECLARE_TR_FUNCTIONS(HealthWords)

public:
    static ChipContent level(HealthLevel level);
    static QString title(HealthKind kind, const QString &name);
    static QString titleOfKey(const QString &key); // as HealthFinding::key() makes it
    static QString words(const HealthFinding &finding);
    static QString advice(const HealthFinding &finding);      // what to do; empty: nothing
    static QString explanation(const HealthFinding &finding); // how it is reckoned; empty: it is plain
    static HealthPlace place(const HealthFinding &finding);
    static QString action(HealthPlace place); // the button that leads there

private:
    static QString channelWords(const HealthFinding &finding);
    static QString modelWords(const HealthFinding &finding);
    static QString errorWords(const HealthFinding &finding);
    static QString changeWords(const HealthFinding &finding);
};

} // namespace Helmdesk
