#include "core/CsvReader.h"

#include "core/Charset.h"

#include <algorithm>
#include <QRegularExpression>
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
    CsvReader(char separator, qint64 firstLine, const std::function<bool(CsvRow)> &take)
        : m_separator(separator)
        , m_take(take)
        , m_line(firstLine)
        , m_firstLine(firstLine)
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
        if (c == '"' && m_field.trimmed().isEmpty())
            openQuotes();
        else if (c == m_separator)
            endField();
        else if (c == '\n')
            endRow();
        else if (c != '\r')
            put(c);
    }

    void openQuotes()
    {
        m_field.clear();
        m_isQuoted = true;
        m_hadQuotes = true;
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
            m_row.fields << (m_hadQuotes ? decoded(m_field) : decoded(m_field).trimmed());
        m_field.clear();
        m_hadQuotes = false;
    }

    void endRow()
    {
        const bool isEmpty = m_row.fields.isEmpty() && !m_hadQuotes && m_field.trimmed().isEmpty();
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
    qint64 m_line;
    qint64 m_firstLine;
    bool m_isQuoted = false;
    bool m_hadQuotes = false; // in this field
    bool m_wasQuote = false;
    bool m_isStopped = false;
};

// The separator that a first line of its own names; that line is then read. 0: there is none.
char namedSeparator(QIODevice &file)
{
    static const QRegularExpression named(QStringLiteral("^\"?sep=(.)\"?\\s*$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QByteArray start = file.peek(16);
    const qsizetype end = start.indexOf('\n');
    const auto match = named.match(QString::fromLatin1(start.left(end)));
    if (end < 0 || !match.hasMatch())
        return 0;
    file.skip(end + 1);
    return match.captured(1).front().toLatin1();
}

void readUtf8(QIODevice &file, const std::function<bool(CsvRow)> &take)
{
    const char named = namedSeparator(file);
    CsvReader(named != 0 ? named : separatorOf(file.peek(chunkSize)), named != 0 ? 2 : 1, take).read(file);
}

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
        readUtf8(utf8, take);
        return;
    }
    if (mark == "\xEF\xBB\xBF")
        file.skip(3);
    readUtf8(file, take);
}

} // namespace Helmdesk
