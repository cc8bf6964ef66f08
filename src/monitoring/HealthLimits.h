#pragma once

#include "settings/Settings.h"

namespace Helmdesk
{

// From where on something is a warning, and from where an alarm.
struct HealthLimit {
    double warning = 0.0;
    double alarm = 0.0; // never milder than the warning
};

// The thresholds of monitoring, as the settings say them. A value.
struct HealthLimits {
    HealthLimit waitingMinutes; // of the message that has waited longest for the desk
    HealthLimit queueLength;    // conversations that need a person
    HealthLimit queueHours;     // that the one untouched for longest has waited
    HealthLimit errorShare;     // of turns, replies and the calls of a tool
    int errorsLeast = 0;        // of which there must be this many
    int errorsMinutes = 0;      // within which they are counted
    double channelMinutes = 0;  // a mailbox that is out of reach for longer is an alarm
    HealthLimit budgetShare;
    HealthLimit freeMegabytes;     // below
    HealthLimit change;            // the population stability index
    int changeLeast = 0;           // outcomes on either side
    int changeHours = 0;           // that are compared with the time before
    bool isAlwaysAnswered = false; // nobody answering is an alarm

    static HealthLimits of(const Settings &settings);
};

} // namespace Helmdesk
