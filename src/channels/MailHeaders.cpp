#include "channels/MailHeaders.h"

#include <algorithm>
#include <QRegularExpression>
#include <vector>

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

struct Field {
    qsizetype start = 0;
    qsizetype end = 0; // past its last line
};

// The Content-Type fields of the mail's own header.
std::vector<Field> contentTypes(const QByteArray &mail)
{
    std::vector<Field> fields;
    bool isOne = false;
    for (qsizetype start = 0; start < mail.size();) {
        const qsizetype found = mail.indexOf('\n', start);
        const qsizetype end = found < 0 ? mail.size() : found + 1;
        const QByteArrayView line = QByteArrayView(mail).sliced(start, end - start);
        if (line.trimmed().isEmpty())
            break;
        if (isContinuation(line)) {
            if (isOne)
                fields.back().end = end;
        } else {
            isOne = line.size() > 13 && line.first(13).compare("content-type:", Qt::CaseInsensitive) == 0;
            if (isOne)
                fields.push_back({start, end});
        }
        start = end;
    }
    return fields;
}

// Whether the field's boundary parts what follows.
bool partsTheBody(const QByteArray &mail, const Field &field)
{
    static const QRegularExpression boundary(
        QStringLiteral("\\bboundary\\s{0,9}=\\s{0,9}(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = boundary.match(QString::fromLatin1(mail.sliced(field.start, field.end - field.start)));
    const QString text = match.captured(1) + match.captured(2);
    return !text.isEmpty() && mail.contains("\n--" + text.toLatin1());
}

} // namespace

QByteArray withOneContentType(const QByteArray &mail)
{
    const std::vector<Field> fields = contentTypes(mail);
    constexpr std::size_t most = 8;
    if (fields.size() < 2 || fields.size() > most)
        return mail;
    const auto namesType = [&](const Field &field) {
        return mail.sliced(field.start, field.end - field.start).contains('/');
    };
    auto kept = std::ranges::find_if(fields, [&](const Field &field) { return partsTheBody(mail, field); });
    if (kept == fields.end())
        kept = std::ranges::find_if(fields, namesType);
    QByteArray out;
    qsizetype from = 0;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field == kept)
            continue;
        out += QByteArrayView(mail).sliced(from, field->start - from);
        from = field->end;
    }
    return out + mail.sliced(from);
}

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
