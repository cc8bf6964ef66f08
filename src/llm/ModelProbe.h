#pragma once

#include "llm/ChatModel.h"
#include "llm/ModelProfile.h"

namespace Helmdesk
{

// What the test of a model found.
struct ProbeReport {
    bool isUsable = false;
    ModelProfile profile; // with the capabilities found, the time and the last error
    qint64 ms = 0;        // of the first answer
    qint64 firstDeltaMs = -1;
    double tokensPerSecond = 0.0; // of the first answer, its waiting included; 0: not told
    int calls = 0;
    QString serverSaid; // with a failure: the server's own words, untrusted
    QStringList notes;  // what was found, one sentence each
};

// Asks a model a handful of small questions, none with a customer's words: whether it answers, with which
// fields, calls tools in the server's form or as bound replies, and keeps a schema. `make` gives a model for
// a profile. Thread: any; blocks for some seconds.
ProbeReport probe(const ModelProfile &profile,
                  const std::function<std::unique_ptr<ChatModel>(const ModelProfile &)> &make,
                  const QDateTime &now, const RunControl &control);

} // namespace Helmdesk
