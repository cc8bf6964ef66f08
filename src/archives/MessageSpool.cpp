#include "archives/MessageSpool.h"

namespace Helmdesk
{

Result<MessageSpool::Place> MessageSpool::keep(const Json &json)
{
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open())
            return Error{
                ErrorKind::Io,
                QStringLiteral("there is no place for texts that wait: %1").arg(m_file->errorString())};
    }
    const QByteArray bytes = toBytes(json);
    const Place place{m_file->size(), bytes.size()};
    if (!m_file->seek(place.offset) || m_file->write(bytes) != bytes.size() || !m_file->flush())
        return Error{ErrorKind::StorageFull,
                     QStringLiteral("texts that wait cannot be written: %1").arg(m_file->errorString())};
    return place;
}

Result<Json> MessageSpool::read(const Place &place)
{
    if (!m_file || !m_file->seek(place.offset))
        return Error{ErrorKind::Io, QStringLiteral("a text that waited cannot be read")};
    return parseJson(m_file->read(place.size));
}

} // namespace Helmdesk
