#pragma once

#include "core/Result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// A text that a language model is told before its work. Version 0 is the shipped one.
struct PromptVersion {
    QString name; // answer, summary, write
    int version = 0;
    QString text;
    QString author; // empty: shipped
    QDateTime at;   // invalid: shipped
    bool isInForce = false;
};

// Places that the desk fills in: what a prompt of this name must hold, each once.
QStringList placesOf(const QString &prompt);

// InvalidInput with one sentence: an unknown name, an empty or too long text, a place that is missing or that
// nothing fills.
Result<> checkPrompt(const QString &name, const QString &text);

QStringList promptNames();
// The text that ships. NotFound.
Result<PromptVersion> shippedPrompt(const QString &name);

// Versions that people wrote. Thread: any. Failure: that of the store.
class PromptRepository
{
public:
    virtual ~PromptRepository() = default;
    virtual Result<std::vector<PromptVersion>> versions(const QString &name) const = 0; // oldest first
    // Keeps a new version, which holds from now on; audited. Returns its number.
    virtual Result<int> add(const QString &name, const QString &text, const QString &author) = 0;
    // An earlier version holds again, 0: the shipped one; audited. NotFound for one that is not there.
    virtual Result<> use(const QString &name, int version, const QString &author) = 0;
};

// The text that holds: the version that was chosen, or the shipped one, also where the store cannot be read
// or a kept version no longer fits this program.
PromptVersion promptInForce(const PromptRepository &repository, const QString &name);

} // namespace Helmdesk
