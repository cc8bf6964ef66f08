#include "channels/MailHeaders.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestFieldName = 100;

bool beginsField(QByteArrayView line)
{
    const QByteArrayView start = line.first(std::min(line.size(), longestFieldName));
    const auto colon = std::ranges::find(start, ':');
    return colon != start.begin() && colon != start.end() &&
           std::all_of(start.begin(), colon, [](char c) { return c > ' ' && c < 0x7F; });
}

bool isContinuation(QByteArrayView line)
{
    return line.startsWith(' ') || line.startsWith('\t');
}

// Follows a mail line by line and measures what may be header fields: at the beginning, after what may be a
// boundary, and after the blank line below the header of a part, where a mail inside the mail begins.
class FieldMeter
{
public:
    // False when the line makes a field too long.
    bool take(QByteArrayView line)
    {
        if (line.isEmpty() || line == QByteArrayView("\r")) {
            m_isBelowHeader = m_isInHeader;
            m_isInHeader = m_isOwn = false;
            m_length = 0;
            return true;
        }
        if (line.startsWith("--")) {
            m_isInHeader = true;
            m_isField = false;
            m_length = 0;
            return true;
        }
        if (!m_isInHeader) {
            m_isInHeader = m_isBelowHeader && beginsField(line);
            m_isBelowHeader = false;
            if (!m_isInHeader)
                return true;
        }
        if (isContinuation(line)) {
            m_length += line.size();
        } else {
            m_length = line.size();
            m_isField = m_isOwn || beginsField(line);
        }
        return !m_isField || m_length <= largestHeaderField;
    }

private:
    qsizetype m_length = 0; // of the field so far
    bool m_isInHeader = true;
    bool m_isOwn = true; // the mail's own header, where every line counts
    bool m_isField = true;
    bool m_isBelowHeader = false;
};

} // namespace

QString refusedHeaders(const QByteArray &mail)
{
    FieldMeter meter;
    qsizetype start = 0;
    while (start < mail.size()) {
        const qsizetype found = mail.indexOf('\n', start);
        const qsizetype end = found < 0 ? mail.size() : found;
        if (!meter.take(QByteArrayView(mail).sliced(start, end - start)))
            return QStringLiteral("A header field is longer than %1 kB.").arg(largestHeaderField / 1024);
        start = end + 1;
    }
    return {};
}

} // namespace Helmdesk
