#pragma once

#include <QString>

namespace Helmdesk
{

// What went wrong, for code to branch on. The sentence for the operator is made from it in ui/ or cli/.
enum class ErrorKind {
    InvalidInput, // the caller's data is malformed
    NotFound,     // a named thing does not exist
    Conflict,     // the thing changed or was used already
    Denied,       // policy or ownership forbids it
    Unavailable,  // a service, file or library cannot be reached
    Timeout,      // a limit in time was passed
    Cancelled,    // the run was stopped; a normal outcome
    Corrupt,      // stored data is damaged
    TooNew,       // stored data was written by a newer program
    StorageFull,  // the disk is full
    Io,           // reading or writing failed otherwise
    Internal,     // a defect in the program
};

QString nameOf(ErrorKind kind);

// A failure as a value. `detail` is one clear sentence in English for logs and the command line; it holds no
// secrets and no customer text.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString detail;
    bool retryable = false;
};

} // namespace Helmdesk
