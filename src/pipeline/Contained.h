#pragma once

#include "core/Result.h"

#include <exception>
#include <QString>
#include <type_traits>

namespace Helmdesk
{

// What `work` returns, or Internal with the words of an exception that left it. For the borders behind which
// a fault in one message must not end the program: a turn, a file, an event.
template <class Work>
std::invoke_result_t<Work> contained(Work &&work)
{
    try {
        return work();
    } catch (const std::exception &exception) {
        return Error{ErrorKind::Internal,
                     QStringLiteral("an exception: %1").arg(QString::fromUtf8(exception.what()))};
    } catch (...) {
        return Error{ErrorKind::Internal, QStringLiteral("an exception of an unknown kind")};
    }
}

} // namespace Helmdesk
