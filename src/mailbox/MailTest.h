#pragma once

#include "mailbox/MailAccount.h"

#include <functional>
#include <vector>

namespace Helmdesk
{

// One step of a test: name, connected, tls, signed-in, folder, news, and for one that sends smtp; before them
// no-tls and password where there is something to say.
struct MailTestStep {
    QString step;
    bool isFine = false;
    QString words; // what was found, or what is wrong
};

// Called for each step as it ends, on the thread of the test.
using MailStepSink = std::function<void(const MailTestStep &)>;

struct MailTest {
    bool isUsable = false;
    std::vector<MailTestStep> steps;   // ends with the one that failed
    std::vector<ServerFolder> folders; // that the mailbox has, as far as the test came
    qint64 mails = 0;                  // in the watched folders
    qint64 inLookBack = 0;             // of them, those that the first connection will take in
};

// How many mails of the watched folders arrived within some days.
struct LookBackCount {
    int days = 0;
    qint64 mails = 0;
};

} // namespace Helmdesk
