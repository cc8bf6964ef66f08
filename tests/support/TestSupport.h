#pragma once

#include "core/Result.h"

#include <QString>
#include <QtTest>

// Fails the test with the kind and detail of the error when the result holds one.
#define VERIFY_RESULT(result)                                                                                \
    do {                                                                                                     \
        if (!(result).has_value())                                                                           \
            QFAIL(qPrintable(Helmdesk::Test::describe((result).error())));                                   \
    } while (false)

namespace Helmdesk::Test
{

QString describe(const Error &error);

// Folder of the third-party tuning data, or empty when it is not on this machine.
QString tuningData();

} // namespace Helmdesk::Test
