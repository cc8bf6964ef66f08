#pragma once

#include "app/DeskSnapshots.h"

#include <QCoreApplication>

namespace Helmdesk
{

// Why a reply did not leave by itself, as sentences for an operator. The names that the engine has for its
// reasons never show.
class ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)

public:
    // One sentence for all of it. The view has an outcome.
    static QString inShort(const ConversationView &view);
    static QString sentence(const ReasonDetail &reason, const ConversationView &view);

private:
    static QString lowConfidence(const ReasonDetail &reason);
    static QString complexity(const ReasonDetail &reason);
    static QString policy(const ReasonDetail &reason, const ConversationView &view);
};

} // namespace Helmdesk
