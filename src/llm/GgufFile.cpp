#include "llm/GgufFile.h"

#include <optional>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QtEndian>

#ifdef Q_OS_WIN
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <sys/sysctl.h>
#else
#include <unistd.h>
#endif

namespace Helmdesk
{
namespace
{

constexpr quint64 mostPairs = 65'536;
constexpr quint64 longestText = 16 * 1024 * 1024;
constexpr qint64 mostHead = 64 * 1024 * 1024;
constexpr int deepestArray = 4;

enum class GgufType : quint32 {
    UInt8,
    Int8,
    UInt16,
    Int16,
    UInt32,
    Int32,
    Float32,
    Bool,
    String,
    Array,
    UInt64,
    Int64,
    Float64,
};

// Bytes of a number; 0 for text and arrays, nothing for a type that is none.
std::optional<quint64> sizeOf(quint32 type)
{
    switch (static_cast<GgufType>(type)) {
    case GgufType::UInt8:
    case GgufType::Int8:
    case GgufType::Bool:
        return 1;
    case GgufType::UInt16:
    case GgufType::Int16:
        return 2;
    case GgufType::UInt32:
    case GgufType::Int32:
    case GgufType::Float32:
        return 4;
    case GgufType::UInt64:
    case GgufType::Int64:
    case GgufType::Float64:
        return 8;
    case GgufType::String:
    case GgufType::Array:
        return 0;
    }
    return std::nullopt;
}

// The head of a file; after the first thing that is not there or makes no sense it only says so.
class HeadReader
{
public:
    explicit HeadReader(QFile &file)
        : m_file(file)
    {
    }

    bool hasFailed() const { return m_hasFailed; }

    template <class Number>
    Number number()
    {
        char bytes[sizeof(Number)] = {};
        if (m_hasFailed || m_file.read(bytes, sizeof(bytes)) != sizeof(bytes))
            m_hasFailed = true;
        return m_hasFailed ? Number{} : qFromLittleEndian<Number>(bytes);
    }

    QString text()
    {
        const auto length = number<quint64>();
        if (length > longestText || m_file.pos() > mostHead)
            m_hasFailed = true;
        if (m_hasFailed)
            return {};
        const QByteArray bytes = m_file.read(static_cast<qint64>(length));
        m_hasFailed = bytes.size() != static_cast<qsizetype>(length);
        return QString::fromUtf8(bytes);
    }

    void skip(quint32 type, int depth = 0)
    {
        const auto size = sizeOf(type);
        if (!size || depth > deepestArray) {
            m_hasFailed = true;
        } else if (static_cast<GgufType>(type) == GgufType::String) {
            jump(number<quint64>());
        } else if (static_cast<GgufType>(type) == GgufType::Array) {
            const auto inner = number<quint32>();
            const auto count = number<quint64>();
            const auto each = sizeOf(inner);
            if (each && *each > 0) {
                if (count > static_cast<quint64>(mostHead) / *each)
                    m_hasFailed = true;
                jump(count * *each);
                return;
            }
            for (quint64 i = 0; i < count && !m_hasFailed; ++i)
                skip(inner, depth + 1);
        } else {
            jump(*size);
        }
    }

    // Any whole number that is not negative; other types are passed over.
    std::optional<qint64> wholeNumber(quint32 type)
    {
        switch (static_cast<GgufType>(type)) {
        case GgufType::UInt32:
        case GgufType::Int32:
            return number<quint32>();
        case GgufType::UInt64:
        case GgufType::Int64:
            return static_cast<qint64>(std::min<quint64>(number<quint64>(), 1ULL << 40U));
        default:
            skip(type);
            return std::nullopt;
        }
    }

private:
    void jump(quint64 bytes)
    {
        if (m_hasFailed || bytes > static_cast<quint64>(mostHead) ||
            m_file.pos() + static_cast<qint64>(bytes) > std::min(m_file.size(), mostHead) ||
            !m_file.seek(m_file.pos() + static_cast<qint64>(bytes)))
            m_hasFailed = true;
    }

    QFile &m_file;
    bool m_hasFailed = false;
};

Error unusable(const QString &path, const char *why)
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("%1 %2").arg(QFileInfo(path).fileName(), QString::fromUtf8(why))};
}

} // namespace

Result<GgufSummary> readGguf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no file %1").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    const QByteArray magic = file.read(4);
    if (magic == "vers")
        return unusable(path, "is the pointer to a large file: fetch the file itself");
    if (magic != "GGUF")
        return unusable(path, "is no GGUF file");
    HeadReader head(file);
    GgufSummary summary;
    summary.fileBytes = file.size();
    summary.version = head.number<quint32>();
    if (summary.version > 0xFFFF)
        return unusable(path, "was written for machines of the other byte order");
    if (summary.version < 2)
        return unusable(path, "has the format's first version, which servers do not read any more");
    head.number<quint64>(); // tensors
    const auto pairs = head.number<quint64>();
    if (pairs > mostPairs)
        return unusable(path, "is damaged: its head makes no sense");
    for (quint64 i = 0; i < pairs && !head.hasFailed(); ++i) {
        const QString key = head.text();
        const auto type = head.number<quint32>();
        const bool isText = static_cast<GgufType>(type) == GgufType::String;
        if (key == QLatin1String("general.architecture") && isText)
            summary.architecture = head.text();
        else if (key == QLatin1String("general.name") && isText)
            summary.name = head.text();
        else if (key.endsWith(QLatin1String(".context_length")))
            summary.contextTokens = head.wholeNumber(type).value_or(0);
        else {
            summary.hasChatTemplate =
                summary.hasChatTemplate || key == QLatin1String("tokenizer.chat_template");
            head.skip(type);
        }
    }
    if (head.hasFailed())
        return unusable(path, "ends in the middle of its head: it was cut or is damaged");
    if (summary.architecture.isEmpty())
        return unusable(path, "does not say what model it holds");
    return summary;
}

Result<> fitsMemory(const GgufSummary &file, qint64 memoryBytes)
{
    if (memoryBytes <= 0 || file.fileBytes + file.fileBytes / 10 <= memoryBytes)
        return {};
    const QLocale locale = QLocale::c();
    return Error{ErrorKind::InvalidInput,
                 QStringLiteral("the model needs about %1 of memory, this machine has %2")
                     .arg(locale.formattedDataSize(file.fileBytes + file.fileBytes / 10),
                          locale.formattedDataSize(memoryBytes))};
}

qint64 physicalMemoryBytes()
{
#ifdef Q_OS_WIN
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof(status);
    return GlobalMemoryStatusEx(&status) != 0 ? static_cast<qint64>(status.ullTotalPhys) : 0;
#elif defined(Q_OS_MACOS)
    qint64 bytes = 0;
    size_t size = sizeof(bytes);
    return sysctlbyname("hw.memsize", &bytes, &size, nullptr, 0) == 0 ? bytes : 0;
#else
    const auto pages = sysconf(_SC_PHYS_PAGES);
    const auto size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<qint64>(pages) * size : 0;
#endif
}

} // namespace Helmdesk
