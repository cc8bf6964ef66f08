#pragma once

#include "core/Domain.h"
#include "core/Result.h"

#include <optional>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// A fine intent with the utterances that were written for it.
struct Intent {
    QString id; // "billing.refund_request"
    QString title;
    QString description;
    std::optional<Category> category; // nothing: background, what no support desk should answer
    QStringList utterances;
};

// The fine intents under the five categories, and the background. A value.
class IntentTaxonomy
{
public:
    // Reads every *.json of the folder. The error names the file and what is wrong: bad JSON, an unknown
    // category, an intent or an utterance that stands twice.
    static Result<IntentTaxonomy> load(const QString &folder);

    const std::vector<Intent> &intents() const { return m_intents; }
    const Intent *find(const QString &id) const;
    qsizetype utteranceCount() const;

private:
    std::vector<Intent> m_intents;
};

} // namespace Helmdesk
