#pragma once

#include "app/ProposalRoom.h"

#include <QCoreApplication>

namespace Helmdesk
{

// Sentences on proposals. GUI thread.
class ProposalWords
{
    Q_DECLARE_TR_FUNCTIONS(Helmdesk::ProposalWords)

public:
    static QString value(const Json &value);       // of a setting
    static QString settings(const Json &settings); // "Certainty of the category: 0.7; Billing: alone"
    static QString event(const ProposalEvent &event);
    static QString corrected(const ReplayMove &move); // "5 % (2 to 9 %) of 40"
};

} // namespace Helmdesk
