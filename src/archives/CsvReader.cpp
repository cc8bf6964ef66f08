#include "archives/CsvReader.h"

#include "core/Charset.h"

#include <algorithm>
#include <QStringDecoder>
#include <QTemporaryFile>

namespace Helmdesk
{
namespace
{

constexpr qint64 chunkSize = qint64{1} << 18;
constexpr qsizetype largestRow = qsizetype{64} * 1024 * 1024; // bytes

QString decoded(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        text = decodeWindows1252(bytes);
    text.remove(QChar::Null);
    return text;
}

char separatorOf(const QByteArray &start)
{
    const char candidates[] = {',', ';', '\t', '|'};
    qint64 counts[] = {0, 0, 0, 0};
    bool isQuoted = false;
    for (const char c : start) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == '\n' && !isQuoted)
            break;
        for (std::size_t i = 0; i < std::size(candidates) && !isQuoted; ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    return candidates[std::distance(std::begin(counts), std::ranges::max_element(counts))];
}

class CsvReader
{
public:
    CsvReader(char separator, const std::function<bool(CsvRow)> &take)
        : m_separator(separator)
        , m_take(take)
    {
    }

    void read(QIODevice &file)
    {
        while (!m_isStopped && !file.atEnd()) {
            const QByteArray chunk = file.read(chunkSize);
            if (chunk.isEmpty())
                break;
            for (auto c = chunk.begin(); c != chunk.end() && !m_isStopped; ++c)
                feed(*c);
        }
        if (m_isStopped)
            return;
        if (m_isQuoted && !m_wasQuote)
            m_row.problem = QStringLiteral("a field in quotes never ends");
        if (!m_field.isEmpty() || !m_row.fields.isEmpty())
            endRow();
    }

private:
    void feed(char c)
    {
        m_line += c == '\n' ? 1 : 0;
        if (m_wasQuote) { // a quote inside quotes: the end of the field, or the first of two
            m_wasQuote = false;
            if (c == '"') {
                put(c);
                return;
            }
            m_isQuoted = false;
        } else if (m_isQuoted) {
            if (c == '"')
                m_wasQuote = true;
            else
                put(c);
            return;
        }
        if (c == '"' && m_field.isEmpty())
            m_isQuoted = true;
        else if (c == m_separator)
            endField();
        else if (c == '\n')
            endRow();
        else if (c != '\r')
            put(c);
    }

    void put(char c)
    {
        m_size += 1;
        if (m_size <= largestRow)
            m_field += c;
        else
            m_row.problem = QStringLiteral("the row is larger than 64 MB: a field in quotes may never end");
    }

    void endField()
    {
        m_size += 1;
        if (m_size <= largestRow)
            m_row.fields << decoded(m_field);
        m_field.clear();
    }

    void endRow()
    {
        const bool isEmpty = m_row.fields.isEmpty() && m_field.trimmed().isEmpty();
        endField();
        m_row.line = m_firstLine;
        m_firstLine = m_line;
        m_size = 0;
        m_isQuoted = false;
        m_wasQuote = false;
        if (!isEmpty && !m_take(std::move(m_row)))
            m_isStopped = true;
        m_row = {};
    }

    const char m_separator;
    const std::function<bool(CsvRow)> &m_take;
    CsvRow m_row;
    QByteArray m_field;
    qsizetype m_size = 0;
    qint64 m_line = 1;
    qint64 m_firstLine = 1;
    bool m_isQuoted = false;
    bool m_wasQuote = false;
    bool m_isStopped = false;
};

bool writeAsUtf8(QIODevice &file, QStringConverter::Encoding encoding, QTemporaryFile &out)
{
    QStringDecoder decoder(encoding);
    while (!file.atEnd()) {
        const QString text = decoder.decode(file.read(chunkSize));
        if (out.write(text.toUtf8()) < 0)
            return false;
    }
    return out.seek(0);
}

} // namespace

void readCsv(QIODevice &file, const std::function<bool(CsvRow)> &take)
{
    const QByteArray mark = file.peek(3);
    if (mark.startsWith("\xFF\xFE") || mark.startsWith("\xFE\xFF")) {
        QTemporaryFile utf8;
        const auto encoding =
            mark.startsWith("\xFF\xFE") ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
        file.skip(2);
        if (!utf8.open() || !writeAsUtf8(file, encoding, utf8)) {
            take(
                {{}, 1, QStringLiteral("there is no place to decode the table: %1").arg(utf8.errorString())});
            return;
        }
        CsvReader(separatorOf(utf8.peek(chunkSize)), take).read(utf8);
        return;
    }
    if (mark == "\xEF\xBB\xBF")
        file.skip(3);
    CsvReader(separatorOf(file.peek(chunkSize)), take).read(file);
}

} // namespace Helmdesk
