#include "channels/ReadingNote.h"

#include "core/Json.h"

#include <QDir>
#include <QFileInfo>

namespace Helmdesk
{

ReadingNote::ReadingNote(const QString &folder)
    : m_file(QDir(folder).filePath(fileName()))
{
}

std::optional<ReadingNote::Left> ReadingNote::left() const
{
    QFile file(m_file.fileName());
    constexpr qint64 longest = 4096;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto note = parseJson(file.read(longest));
    const QString name = note ? stringOr(*note, "file") : QString();
    if (name.isEmpty() || name != QFileInfo(name).fileName())
        return {};
    return Left{name, integerOr(*note, "message", 0)};
}

void ReadingNote::begin(const QString &file, qint64 message)
{
    write(toBytes({{"file", file}, {"message", message}}));
}

void ReadingNote::end()
{
    write({});
}

void ReadingNote::remove()
{
    m_file.close();
    m_file.remove();
}

// Small and unbuffered: the system keeps it when the program dies.
void ReadingNote::write(const QByteArray &bytes)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    m_file.seek(0);
    m_file.write(bytes.leftJustified(m_longest, ' ')); // cutting a file costs more than blanks
    m_longest = std::max(m_longest, bytes.size());
}

} // namespace Helmdesk
