#pragma once

#include "core/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace Helmdesk
{

// An act that the heads read, as resources/understanding/acts.json describes it.
struct ActDescription {
    QString title;
    QString intent;   // of the router's intents the one whose playbook performs it; empty: none does
    QStringList near; // intents whose utterances may speak of it, so that they are no counter-examples
};

// Reads acts.json; the key is the act's name. Io, InvalidInput.
Result<QHash<QString, ActDescription>> loadActTable(const QString &file);

} // namespace Helmdesk
