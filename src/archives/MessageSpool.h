#pragma once

#include "core/Json.h"

#include <memory>
#include <QTemporaryFile>

namespace Helmdesk
{

// Texts that wait for the rest of their thread, in a temporary file that is gone with this object. Not
// thread-safe. Failure: Io, StorageFull.
class MessageSpool
{
public:
    struct Place {
        qint64 offset = -1; // -1: nothing
        qint64 size = 0;
    };

    Result<Place> keep(const Json &json);
    Result<Json> read(const Place &place);

private:
    std::unique_ptr<QTemporaryFile> m_file;
};

} // namespace Helmdesk
